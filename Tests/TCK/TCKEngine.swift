import Entente
import EntenteSyntax

/// The one place where the runner meets the library: a graph that queries are run on, one after another.
struct TCKEngine {
  private(set) var graph = Graph()
  private var options: QueryOptions

  /// - Parameter switchedOff: names of optimizer rules, and `kernels`; the answers are to stay the same.
  init(timeLimit: Duration, switchedOff: Set<String>) {
    options = QueryOptions(
      limits: QueryLimits(time: timeLimit, memory: 1 << 30), disabledRules: switchedOff,
      usesKernels: !switchedOff.contains("kernels"))
  }

  /// Lets queries call a procedure.
  mutating func register(_ procedure: TCKProcedure) { options.procedures.register(procedure.procedure) }

  /// Runs a query; the next one sees what it changed.
  mutating func run(
    _ query: String, parameters: [String: CellValue] = [:]
  ) throws(EngineFailure) -> Answer {
    let table: Table
    do {
      table = try graph.query(
        SourceText(query, name: "query"), parameters: parameters.mapValues(\.value), options: options)
    } catch {
      throw .query(error)
    }
    let sideEffects = SideEffectCounts(table.sideEffects)
    if let contradiction = sideEffects.contradiction(before: graph, after: table.graph) {
      throw .contradiction(contradiction)
    }
    graph = table.graph
    return Answer(
      columns: table.columns.map { Text($0) },
      rows: table.rows.map { $0.map { CellValue($0, in: table.graph) } },
      sideEffects: sideEffects)
  }
}

/// What a query gave instead of an answer.
enum EngineFailure: Error {
  case query(QueryError)
  /// The side effects that the engine reports are not those that its graph shows.
  case contradiction(String)
}

extension CellValue {
  /// The value for a parameter; the TCK gives no elements as parameters.
  var value: Value {
    switch self {
    case .null, .node, .relationship, .path: .null
    case .boolean(let value): .boolean(value)
    case .integer(let value): .integer(value)
    case .float(let float): .float(float.value)
    case .string(let text): .string(text)
    case .list(let elements): .list(ContiguousArray(elements.map(\.value)))
    case .map(let entries): .map(MapValue(entries.map { ($0.key, $0.value.value) }))
    }
  }

  /// A value of an answer, elements spelled out.
  init(_ value: Value, in graph: Graph) {
    switch value {
    case .null: self = .null
    case .boolean(let value): self = .boolean(value)
    case .integer(let value): self = .integer(value)
    case .float(let value): self = .float(value)
    case .string(let text): self = .string(text)
    // The TCK writes temporal values as their text.
    case .temporal(let value): self = .string(value.description)
    case .list(let elements): self = .list(elements.map { CellValue($0, in: graph) })
    case .map(let map):
      self = .map(Dictionary(map.entries.map { ($0.key, CellValue($0.value, in: graph)) }) { $1 })
    case .node(let node): self = .node(CellNode(node, in: graph))
    case .relationship(let relationship): self = .relationship(CellRelationship(relationship, in: graph))
    case .path(let path):
      let nodes = path.nodes
      let hops = zip(path.relationships, nodes.dropFirst()).enumerated().map { position, hop in
        CellHop(
          relationship: CellRelationship(hop.0, in: graph),
          isForward: graph.source(of: hop.0) == nodes[position],
          node: CellNode(hop.1, in: graph))
      }
      self = .path(nodes.first.map { CellNode($0, in: graph) } ?? CellNode(), hops)
    }
  }
}

extension CellNode {
  fileprivate init(_ node: NodeID, in graph: Graph) {
    labels = Set(graph.labels(of: node).map { graph.catalog.name(of: $0) })
    for key in graph.propertyKeys(of: node) {
      properties[graph.catalog.name(of: key)] = CellValue(graph.property(key, of: node), in: graph)
    }
  }
}

extension CellRelationship {
  fileprivate init(_ relationship: RelationshipID, in graph: Graph) {
    type = graph.catalog.name(of: graph.type(of: relationship))
    for key in graph.propertyKeys(of: relationship) {
      properties[graph.catalog.name(of: key)] = CellValue(graph.property(key, of: relationship), in: graph)
    }
  }
}

extension SideEffectCounts {
  fileprivate init(_ effects: GraphTransaction.SideEffects) {
    self.init([
      "+nodes": effects.nodesCreated, "-nodes": effects.nodesDeleted,
      "+relationships": effects.relationshipsCreated, "-relationships": effects.relationshipsDeleted,
      "+properties": effects.propertiesSet, "-properties": effects.propertiesRemoved,
      "+labels": effects.labelsAdded, "-labels": effects.labelsRemoved,
    ])
  }

  /// Says which count the graphs before and after a query do not bear out, or nil.
  fileprivate func contradiction(before: Graph, after: Graph) -> String? {
    if before === after {
      return self == SideEffectCounts() ? nil : "the graph is unchanged, reported are \(self)"
    }
    let old = GraphCounts(before)
    let new = GraphCounts(after)
    for (name, change) in [
      ("nodes", new.nodes - old.nodes), ("relationships", new.relationships - old.relationships),
      ("properties", new.properties - old.properties), ("labels", new.labels.count - old.labels.count),
    ] where self["+" + name] - self["-" + name] != change {
      return "the graph has \(change) more \(name), reported are \(self)"
    }
    let added = new.labels.subtracting(old.labels).count
    return self["+labels"] == added ? nil : "the graph has \(added) new labels, reported are \(self)"
  }
}

/// What a graph holds, counted by walking over it.
private struct GraphCounts {
  let nodes: Int
  let relationships: Int
  private(set) var properties = 0
  private(set) var labels: Set<Text> = []

  init(_ graph: Graph) {
    nodes = graph.nodeCount
    relationships = graph.relationshipCount
    var cursor: UInt32 = 0
    var ids: ContiguousArray<UInt32> = []
    while graph.nodes.next(&cursor, limit: 1_024, into: &ids) {}
    for node in ids.map({ NodeID($0) }) {
      properties += graph.propertyKeys(of: node).count
      labels.formUnion(graph.labels(of: node).map { graph.catalog.name(of: $0) })
    }
    for index in 0..<UInt32(clamping: graph.relationshipCount) {
      properties += graph.propertyKeys(of: RelationshipID(index)).count
    }
  }
}
