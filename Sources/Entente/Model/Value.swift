/// What an expression can give: a property value, a graph element, or a list or map of values.
///
/// At most 16 bytes wide. Nodes and relationships are ids into a ``Graph`` snapshot.
/// Three relations on values must not be mixed up: `equals` (three-valued, of `=`), equivalence
/// (of DISTINCT and grouping, where null equals null) and the total order of ORDER BY.
public enum Value: Sendable {
  case null
  case boolean(Bool)
  case integer(Int64)
  case float(Double)
  case string(Text)
  case temporal(Temporal)
  case list(ContiguousArray<Value>)
  case map(MapValue)
  case node(NodeID)
  case relationship(RelationshipID)
  case path(PathValue)

  public var isNull: Bool {
    if case .null = self { true } else { false }
  }

  /// A string value of a Swift string.
  public static func string(_ string: String) -> Value { .string(Text(string)) }
}

/// A map: keys in byte order, each once.
public struct MapValue: Sendable {
  public struct Entry: Sendable {
    public let key: Text
    public let value: Value

    public init(key: Text, value: Value) {
      self.key = key
      self.value = value
    }
  }

  /// Sorted by key.
  public let entries: ContiguousArray<Entry>

  /// Makes a map of entries in any order; of entries with the same key the last one counts.
  ///
  /// - Complexity: O(*n* log *n*)
  public init(_ unordered: some Sequence<(Text, Value)>) {
    let sorted = unordered.enumerated().sorted { left, right in
      left.element.0 == right.element.0 ? left.offset < right.offset : left.element.0 < right.element.0
    }
    var entries: ContiguousArray<Entry> = []
    entries.reserveCapacity(sorted.count)
    for (_, (key, value)) in sorted {
      if entries.last?.key == key { entries.removeLast() }
      entries.append(Entry(key: key, value: value))
    }
    self.entries = entries
  }

  /// The value of a key, or nil.
  ///
  /// - Complexity: O(log *n*)
  public subscript(key: Text) -> Value? {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low < entries.count && entries[low].key == key ? entries[low].value : nil
  }
}

/// A path: nodes and the relationships between them, of one graph snapshot.
///
///     elements   n0 r0 n1 r1 n2 …      raw ids; an odd count
public struct PathValue: Hashable, Sendable {
  public let elements: ContiguousArray<UInt32>

  /// Makes a path of alternating raw node and relationship ids, nodes first and last.
  public init(elements: ContiguousArray<UInt32>) {
    self.elements = elements
  }

  /// The number of relationships.
  public var length: Int { elements.count / 2 }
  public var nodes: [NodeID] { stride(from: 0, to: elements.count, by: 2).map { NodeID(elements[$0]) } }
  public var relationships: [RelationshipID] {
    stride(from: 1, to: elements.count, by: 2).map { RelationshipID(elements[$0]) }
  }
}
