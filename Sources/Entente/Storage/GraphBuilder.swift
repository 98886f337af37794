/// Collects nodes and relationships in any order and makes a ``Graph`` of them.
///
///     var builder = GraphBuilder()
///     let a = builder.addNode(id: "alibaba", labels: ["Actor", "Company"], properties: [("name", .string("Alibaba"))])
///     let b = builder.addNode(id: "nvidia", labels: ["Actor"], properties: [])
///     builder.addRelationship(id: nil, from: a, to: b, type: "PARTNERS_WITH", undirected: true, properties: [])
///     let graph = builder.build()
public struct GraphBuilder: ~Copyable, Sendable {
  public init() {}

  /// Adds a node; null values are left out. Nodes keep the order in which they are added.
  public mutating func addNode(id: Text?, labels: [Text], properties: [(Text, Value)]) -> NodeID { NodeID(0) }

  /// Adds a relationship; its id in the graph is not the order of adding.
  public mutating func addRelationship(
    id: Text?, from source: NodeID, to target: NodeID, type: Text, undirected: Bool, properties: [(Text, Value)]
  ) {}

  /// Sets the properties of the graph itself.
  public mutating func setMetadata(_ metadata: MapValue) {}

  public consuming func build() -> Graph { Graph() }
}
