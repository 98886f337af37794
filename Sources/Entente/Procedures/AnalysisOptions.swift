public import EntenteSyntax

/// The options that analyses share: which part of the graph they see, and how.
///
///     Procedure("degree", options: AnalysisOptions.projection, outputs: […]) { call in
///       let view = try call.graph.view(try call.projection(), monitor: call.monitor)
///       …
///     }
public enum AnalysisOptions {
  /// Which nodes and relationships count.
  public static let selection: [ProcedureSignature.Option] = [
    .init("match", .string, "a query: what it returns counts, and nothing else"),
    .init("parameters", .map, "parameters of `match`, besides those of the query"),
    .init("nodes", .nodes, "only these nodes"),
    .init("relationships", .relationships, "only these relationships"),
    .init("labels", .names, "only nodes with one of these labels"),
    .init("types", .names, "only relationships of one of these types"),
  ]

  /// Which way relationships lead, where that matters.
  public static let directions: [ProcedureSignature.Option] = [
    .init("direction", .choice(of: GraphProjection.Direction.self), "which way relationships lead")
  ]

  /// What relationships weigh, where that matters.
  public static let weights: [ProcedureSignature.Option] = [
    .init("weight", .string, "the key of a numeric property; else each weighs 1"),
    .init(
      "defaultWeight", .number(-Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude),
      "what counts where `weight` is missing: 1"),
    .init("parallel", .choice(of: GraphProjection.Parallel.self), "what becomes of relationships side by side"),
  ]

  /// The selection, directions and weights.
  public static let projection = selection + directions + weights
}

extension Procedure.Invocation {
  /// The part of the graph that the options of ``AnalysisOptions`` choose, as far as they are given.
  ///
  /// - Throws: an error for a name that the graph does not have, and what is wrong with the query of `match`.
  public func projection(
    direction: GraphProjection.Direction = .directed, parallel: GraphProjection.Parallel = .keep
  ) throws(QueryError) -> GraphProjection {
    var projection = GraphProjection()
    projection.direction = options.choice("direction") ?? direction
    projection.parallel = options.choice("parallel") ?? parallel
    projection.nodes = options.nodes("nodes")
    projection.relationships = options.relationships("relationships")
    let catalog = graph.catalog
    projection.labels = try labels()
    if let names = options.names("types") {
      projection.types = try found(
        names, "types", "relationship type", among: catalog.types.map { (String(catalog.name(of: $0)), $0) },
        known: graph.facts.types)
    }
    if let name = options.string("weight") {
      let keys = catalog.keys.filter { graph.relationshipColumn($0) != nil }.map { (String(catalog.name(of: $0)), $0) }
      // A graph without relationships has none of the wrong kind.
      if graph.relationshipCount > 0,
        let key = try found([name], "weight", "relationship with a property", among: keys, known: []).first
      {
        projection.weight = .property(key, default: options.number("defaultWeight") ?? 1)
      }
    }
    if let text = options.string("match") { try restrict(&projection, to: text) }
    return projection
  }

  /// The labels of the option `labels`, if it is given.
  func labels() throws(QueryError) -> [LabelID]? {
    guard let names = options.names("labels") else { return nil }
    return try found(
      names, "labels", "label", among: graph.catalog.labels.map { (String(graph.catalog.name(of: $0)), $0) },
      known: graph.facts.labels)
  }

  /// The ids of names; one that only the schema knows stands for nothing.
  private func found<ID>(
    _ names: [String], _ option: String, _ noun: String, among all: [(name: String, id: ID)], known: Set<String>
  ) throws(QueryError) -> [ID] {
    var ids: [ID] = []
    for name in names {
      if let id = all.first(where: { Text($0.name) == Text(name) })?.id {
        ids.append(id)
      } else if !known.contains(name) {
        throw .unknownName(
          name, noun, option: option, nearest: NearestName.of(name, among: all.map(\.name) + known),
          at: options.range(of: option))
      }
    }
    return ids
  }

  /// Leaves in a projection what a query returns.
  ///
  /// Relationships and paths stand for themselves and their nodes. A query whose every column holds nodes stands for
  /// these and every relationship between them.
  private func restrict(_ projection: inout GraphProjection, to text: String) throws(QueryError) {
    let table = try subquery(
      graph, text, options.map("parameters") ?? MapValue([]), options.range(of: "match"))
    var chosen = ChosenElements()
    for (index, column) in table.columns.enumerated() {
      if let other = chosen.add(column: table.rows.lazy.map { $0[index] }) {
        throw .noElement(other, column: column, at: options.range(of: "match"))
      }
    }
    for id in chosen.relationships {
      chosen.nodes.insert(graph.source(of: id))
      chosen.nodes.insert(graph.target(of: id))
    }
    let nodes = projection.nodes.map { chosen.nodes.intersection($0) } ?? chosen.nodes
    projection.nodes = nodes.sorted()
    guard chosen.namesRelationships else { return }
    let relationships = projection.relationships.map { chosen.relationships.intersection($0) } ?? chosen.relationships
    projection.relationships = relationships.sorted()
  }
}

/// The nodes and relationships in the rows of a table.
private struct ChosenElements {
  var nodes: Set<NodeID> = []
  var relationships: Set<RelationshipID> = []
  /// Whether relationships were returned, if only null where a pattern was optional.
  private(set) var namesRelationships = false

  /// Adds what a column holds; gives a value that is no element.
  mutating func add(column: some Sequence<Value>) -> Value? {
    var hasNodes = false
    for value in column {
      if let other = add(value, &hasNodes) { return other }
    }
    if !hasNodes { namesRelationships = true }
    return nil
  }

  private mutating func add(_ value: Value, _ hasNodes: inout Bool) -> Value? {
    switch value {
    case .null: break
    case .node(let node):
      nodes.insert(node)
      hasNodes = true
    case .relationship(let relationship): relationships.insert(relationship)
    case .path(let path):
      nodes.formUnion(path.nodes)
      relationships.formUnion(path.relationships)
    case .list(let items):
      for item in items {
        if let other = add(item, &hasNodes) { return other }
      }
    case .boolean, .integer, .float, .string, .temporal, .map: return value
    }
    return nil
  }
}

extension QueryError {
  fileprivate static func noElement(_ value: Value, column: String, at range: SourceRange?) -> QueryError {
    QueryError(
      .typeError, .runtime, "InvalidArgumentType",
      Diagnostic(
        .error, code: "22NB1",
        "the query of `match` chooses nodes, relationships and paths; its column `\(column)` holds \(value.kindName)",
        at: range))
  }

  static func unknownName(
    _ name: String, _ noun: String, option: String? = nil, nearest: String?, at range: SourceRange? = nil
  ) -> QueryError {
    QueryError(
      .argumentError, .runtime, "InvalidArgumentValue",
      Diagnostic(
        .error, code: "42N62",
        "the graph has no \(noun) `\(name)`" + (option.map { ", which the option `\($0)` names" } ?? ""), at: range,
        help: nearest.map { ["did you mean `\($0)`?"] } ?? []))
  }
}
