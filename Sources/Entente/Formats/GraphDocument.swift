/// A property graph as the graph file formats hold it: what `.pg`, PG-JSON and PG-JSONL have in common.
///
/// In comes a file of one of these formats, out goes one of the others, without loss: an edge keeps all its labels
/// and a property all its values. ``graph(facts:)`` makes a ``Graph`` of it, where a relationship has one type.
///
///     let reading = GraphFormat.pg.read(source)
///     let bytes = try GraphFormat.pgJSON.write(reading.document)
///
/// Source: Property Graph Exchange Format, specification 1.0.0, section 2.
public struct GraphDocument: Sendable {
  /// In the order of their first appearance; ids are unique.
  public private(set) var nodes: [Node] = []
  /// In their order; both ends are in ``nodes``.
  public private(set) var edges: [Edge] = []
  /// The ids of the nodes; the code of an id is its node's place.
  private var ids = SymbolTable()

  /// A graph without nodes.
  public init() {}

  public struct Node: Sendable {
    public let id: Text
    /// In the order of their first appearance, each once.
    public fileprivate(set) var labels: [Text]
    public fileprivate(set) var properties: [Property]
  }

  public struct Edge: Sendable {
    public let id: Text?
    /// Places of the ends in ``GraphDocument/nodes``.
    public let source: Int
    public let target: Int
    public let isUndirected: Bool
    /// In the order of their first appearance, each once.
    public let labels: [Text]
    public let properties: [Property]
  }

  /// A key with its values, in order: strings, booleans, integers and finite floats, at least one.
  public struct Property: Sendable {
    public let key: Text
    public fileprivate(set) var values: [Value]

    public init(_ key: Text, _ values: [Value]) {
      self.key = key
      self.values = values
    }
  }

  // MARK: Adding

  /// Adds a node, or adds to it: nodes merge over statements, repeated labels count once, repeated keys concatenate.
  ///
  /// - Complexity: O(labels and properties that the node then has).
  ///
  /// - Returns: its place in ``nodes``.
  @discardableResult
  public mutating func addNode(_ id: Text, labels: [Text] = [], properties: [Property] = []) -> Int {
    let index = Int(ids.intern(id))
    guard index < nodes.count else {
      nodes.append(Node(id: id, labels: Self.unique(labels), properties: Self.merged(properties)))
      return index
    }
    if !labels.isEmpty { nodes[index].labels = Self.unique(nodes[index].labels + labels) }
    if !properties.isEmpty { nodes[index].properties = Self.merged(nodes[index].properties + properties) }
    return index
  }

  /// Adds an edge and, where they are new, its ends.
  public mutating func addEdge(
    id: Text? = nil, from source: Text, to target: Text, isUndirected: Bool = false, labels: [Text] = [],
    properties: [Property] = []
  ) {
    let source = addNode(source)
    let target = addNode(target)
    edges.append(
      Edge(
        id: id, source: source, target: target, isUndirected: isUndirected, labels: Self.unique(labels),
        properties: Self.merged(properties)))
  }

  private static func unique(_ labels: [Text]) -> [Text] {
    guard labels.count > 1 else { return labels }
    var seen: Set<Text> = []
    return labels.filter { seen.insert($0).inserted }
  }

  private static func merged(_ properties: [Property]) -> [Property] {
    guard properties.count > 1 else { return properties }
    if properties.count <= 16, !hasRepeatedKey(properties) { return properties }
    var merged: [Property] = []
    var index: [Text: Int] = [:]
    for property in properties {
      if let known = index[property.key] {
        merged[known].values += property.values
      } else {
        index[property.key] = merged.count
        merged.append(property)
      }
    }
    return merged
  }

  /// Compares every two keys: cheaper than a hash table where there are few.
  private static func hasRepeatedKey(_ properties: [Property]) -> Bool {
    for (place, property) in properties.enumerated().dropFirst() {
      for earlier in properties[..<place] where earlier.key == property.key { return true }
    }
    return false
  }

  /// The ids of the nodes that an edge joins.
  public func ends(of edge: Edge) -> (source: Text, target: Text) { (nodes[edge.source].id, nodes[edge.target].id) }

  /// The first value of a property of the node that describes the graph itself, where it is a text.
  public func metadata(_ key: String) -> String? {
    guard let index = ids.code(of: Self.metadataID),
      case .string(let text)? = nodes[Int(index)].properties.first(where: { $0.key == Text(key) })?.values.first
    else { return nil }
    return String(text)
  }

  /// The id of the node that describes the graph itself, by convention.
  public static let metadataID: Text = "@graph"
}
