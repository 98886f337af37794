/// Counts for the optimizer, kept with the snapshot.
public struct Statistics: Sendable {
  private struct Triple: Hashable {
    var from: LabelID?
    var type: TypeID?
    var to: LabelID?
  }

  private let nodeTotal: Int
  private let nodeCounts: ContiguousArray<Int>
  private let typeCounts: ContiguousArray<Int>
  private let triples: [Triple: Int]
  /// Whether counts with both labels are exact; they are not where label sets meet in too many combinations.
  public let areTriplesExact: Bool
  private let nodeColumns: ContiguousArray<PropertyColumn?>
  private let relationshipColumns: ContiguousArray<PropertyColumn?>

  private static let pairLimit = 1 << 16

  /// - Complexity: O(nodes + relationships + Σ labels of both ends of each combination of label sets)
  init(
    labels: LabelIndex, catalog: Catalog, adjacencies: ContiguousArray<Adjacency>,
    nodeColumns: ContiguousArray<PropertyColumn?>, relationshipColumns: ContiguousArray<PropertyColumn?>
  ) {
    nodeTotal = labels.setOfNode.count
    nodeCounts = ContiguousArray(catalog.labels.map { labels.nodes(with: $0).count })
    typeCounts = ContiguousArray(adjacencies.map(\.count))
    self.nodeColumns = nodeColumns
    self.relationshipColumns = relationshipColumns
    var triples: [Triple: Int] = [:]
    var isExact = true
    func add(_ count: Int, from: LabelID?, _ type: TypeID, to: LabelID?) {
      triples[Triple(from: from, type: type, to: to), default: 0] += count
      triples[Triple(from: from, type: nil, to: to), default: 0] += count
    }
    for (type, adjacency) in adjacencies.enumerated() where adjacency.count > 0 {
      let type = TypeID(UInt32(type))
      let ends = EndCounts(adjacency.rows, labels: labels, pairLimit: Self.pairLimit)
      for (set, count) in ends.from.enumerated() where count > 0 {
        for label in labels.sets[set] { add(count, from: label, type, to: nil) }
      }
      for (set, count) in ends.to.enumerated() where count > 0 {
        for label in labels.sets[set] { add(count, from: nil, type, to: label) }
      }
      guard let pairs = ends.pairs else {
        isExact = false
        continue
      }
      for (pair, count) in pairs {
        for from in labels.sets[Int(pair >> 32)] {
          for to in labels.sets[Int(pair & 0xFFFF_FFFF)] { add(count, from: from, type, to: to) }
        }
      }
    }
    self.triples = triples
    areTriplesExact = isExact
  }

  /// How many nodes have a label.
  public func nodeCount(_ label: LabelID) -> Int {
    Int(label.rawValue) < nodeCounts.count ? nodeCounts[Int(label.rawValue)] : 0
  }

  public func relationshipCount(_ type: TypeID) -> Int {
    Int(type.rawValue) < typeCounts.count ? typeCounts[Int(type.rawValue)] : 0
  }

  /// How many relationships of a type (nil: any) start at a node with a label (nil: any) and end at one with a label.
  ///
  /// Exact with at most one label; with two, exact unless ``areTriplesExact`` is false: then the two ends are taken
  /// as independent.
  public func relationshipCount(from: LabelID?, _ type: TypeID?, to: LabelID?) -> Int {
    if from == nil && to == nil {
      return type.map { relationshipCount($0) } ?? typeCounts.reduce(0, +)
    }
    let exact = triples[Triple(from: from, type: type, to: to)]
    if areTriplesExact || from == nil || to == nil { return exact ?? 0 }
    let total = relationshipCount(from: nil, type, to: nil)
    guard total > 0 else { return 0 }
    let out = relationshipCount(from: from, type, to: nil)
    let into = relationshipCount(from: nil, type, to: to)
    return Int((Double(out) * Double(into) / Double(total)).rounded(.up))
  }

  /// How many relationships of a type leave a node with a label on average; nil means any.
  public func averageOutDegree(_ label: LabelID?, _ type: TypeID?) -> Double {
    average(relationshipCount(from: label, type, to: nil), over: label)
  }

  /// How many relationships of a type reach a node with a label on average; nil means any.
  public func averageInDegree(_ label: LabelID?, _ type: TypeID?) -> Double {
    average(relationshipCount(from: nil, type, to: label), over: label)
  }

  private func average(_ relationships: Int, over label: LabelID?) -> Double {
    let nodes = label.map { nodeCount($0) } ?? nodeTotal
    return nodes == 0 ? 0 : Double(relationships) / Double(nodes)
  }

  /// How many different values a key has over nodes: exact for strings, booleans and up to 65,536 values, else estimated.
  public func distinctValues(_ key: KeyID) -> Int { Self.column(key, in: nodeColumns)?.distinctCount ?? 0 }

  /// How many different values a key has over relationships.
  public func distinctRelationshipValues(_ key: KeyID) -> Int {
    Self.column(key, in: relationshipColumns)?.distinctCount ?? 0
  }

  /// How many nodes have a key.
  public func nodeCount(having key: KeyID) -> Int { Self.column(key, in: nodeColumns)?.count ?? 0 }

  /// How many relationships have a key.
  public func relationshipCount(having key: KeyID) -> Int {
    Self.column(key, in: relationshipColumns)?.count ?? 0
  }

  private static func column(_ key: KeyID, in columns: ContiguousArray<PropertyColumn?>) -> PropertyColumn? {
    Int(key.rawValue) < columns.count ? columns[Int(key.rawValue)] : nil
  }
}

/// How often the label sets of both ends meet in the relationships of one type.
private struct EndCounts {
  /// By label set of the source, and of the target.
  private(set) var from: ContiguousArray<Int>
  private(set) var to: ContiguousArray<Int>
  /// By source set · 2^32 + target set; nil when there are too many combinations.
  private(set) var pairs: [UInt64: Int]?

  init(_ rows: CompressedRows, labels: LabelIndex, pairLimit: Int) {
    let setCount = labels.sets.count
    var from = ContiguousArray(repeating: 0, count: setCount)
    var to = ContiguousArray(repeating: 0, count: setCount)
    // A table where it is small, a dictionary where it would be large, nothing where even that would be.
    var table = ContiguousArray(
      repeating: 0, count: setCount * setCount <= pairLimit ? setCount * setCount : 0)
    var pairs: [UInt64: Int]? = [:]
    let usesTable = !table.isEmpty
    rows.outgoing.forEachRow { source, places in
      let source = Int(labels.setOfNode[Int(source)])
      from[source] += places.count
      for place in places {
        let target = Int(labels.setOfNode[Int(rows.targets[place])])
        to[target] += 1
        if usesTable {
          table[source * setCount + target] += 1
        } else if pairs != nil {
          pairs?[UInt64(source) << 32 | UInt64(target), default: 0] += 1
          if pairs?.count ?? 0 > pairLimit { pairs = nil }
        }
      }
    }
    for (index, count) in table.enumerated() where count > 0 {
      pairs?[UInt64(index / setCount) << 32 | UInt64(index % setCount)] = count
    }
    self.from = from
    self.to = to
    self.pairs = pairs
  }
}
