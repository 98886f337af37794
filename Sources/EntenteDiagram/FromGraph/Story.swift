public import Entente
public import EntenteSyntax

/// The steps of a story that a graph tells: nodes with the label `Step`.
///
///     step-2 :Step order:2 name:"The League of the Three Emperors" name@ko:"삼제 동맹"
///       text:"Germany, Austria-Hungary and Russia join hands."
///       show:"AS OF '1873' MATCH tie = (:Country)-[]-(:Country) RETURN tie"
///
/// - `order`: where it stands in the story, a number.
/// - `name`, `text`: what is said, in each language (`name@ko`, `text@ko`).
/// - `show`: what is drawn: a query, as of whatever date, or the ids of nodes and relationships; nothing for all.
public struct Story: Sendable {
  /// A step with what it shows of the whole graph.
  struct Step: Sendable {
    var title: String
    var text: String?
    var nodes: Set<NodeID>
    /// Nil for all.
    var relationships: Set<RelationshipID>
  }

  let graph: Graph
  let selection: GraphSelection
  let steps: [Step]

  /// Reads the steps and asks what they show.
  ///
  /// - Throws: a ``StoryError``, such as for a query that cannot be read.
  public init(
    _ graph: Graph, options: DiagramOptions = DiagramOptions(), queryOptions: QueryOptions = QueryOptions()
  ) throws(StoryError) {
    self.graph = graph
    let reader = GraphReader(graph, language: options.language)
    var queryOptions = queryOptions
    queryOptions.allowsWrites = false
    let nodes = Self.nodes(reader)
    guard !nodes.isEmpty else { throw .noSteps }
    let whole = GraphSelection(graph, .whole, options: options)
    var steps: [Step] = []
    for node in nodes {
      let shown = try Self.shown(by: node, whole, reader, queryOptions)
      guard !shown.nodes.isEmpty else { throw .showsNothing(step: String(graph.elementID(of: node))) }
      let text = ["text@\(reader.language)", "text"].lazy.compactMap { reader.property($0, of: node) }.first
      steps.append(
        Step(
          title: reader.name(of: node), text: text.flatMap(reader.text(of:)), nodes: Set(shown.nodes),
          relationships: Set(shown.relationships)))
    }
    self.steps = steps
    // In the order of the graph, so that the steps that show it do not change the places.
    selection = GraphSelection(
      graph, nodes: Set(steps.flatMap(\.nodes)), relationships: Set(steps.flatMap(\.relationships)))
  }

  /// By `order`, then as in the file.
  private static func nodes(_ reader: GraphReader) -> [NodeID] {
    guard let label = reader.graph.catalog.label("Step") else { return [] }
    var nodes: [(order: Double, node: NodeID)] = []
    for raw in 0..<UInt32(reader.graph.nodeCount) where reader.graph.hasLabel(NodeID(raw), label) {
      let order: Double =
        switch reader.property("order", of: NodeID(raw)) {
        case .integer(let number)?: Double(number)
        case .float(let number)? where !number.isNaN: number
        default: .infinity
        }
      nodes.append((order, NodeID(raw)))
    }
    return nodes.sorted { ($0.order, $0.node.rawValue) < ($1.order, $1.node.rawValue) }.map(\.node)
  }

  private static func shown(
    by step: NodeID, _ whole: GraphSelection, _ reader: GraphReader, _ options: QueryOptions
  ) throws(StoryError) -> (nodes: [NodeID], relationships: [RelationshipID]) {
    let graph = reader.graph
    let id = String(graph.elementID(of: step))
    var texts: [Text] = []
    switch reader.property("show", of: step) {
    case .string(let text)?: texts = [text]
    case .list(let items)?: for case .string(let text) in items { texts.append(text) }
    default: return (whole.nodes, whole.relationships)
    }
    // An id has no blank, and a query that finds something has one.
    if let query = texts.first, texts.count == 1, String(query).contains(where: \.isWhitespace) {
      let source = SourceText(String(query), name: "show of \(id)")
      do throws(QueryError) {
        let table = try graph.query(source, parameters: [:], options: options)
        return try elements(of: table, in: graph)
      } catch {
        throw .query(error, source)
      }
    }
    var (nodes, relationships): ([NodeID], [RelationshipID]) = ([], [])
    for text in texts {
      if let node = graph.node(withFileID: text) {
        nodes.append(node)
      } else if let relationship = graph.relationship(withFileID: text) {
        relationships.append(relationship)
        nodes += [graph.source(of: relationship), graph.target(of: relationship)]
      } else {
        let known = (0..<UInt32(graph.nodeCount)).map { String(graph.elementID(of: NodeID($0))) }
        throw .unknownElement(String(text), step: id, nearest: NearestName.of(String(text), among: known))
      }
    }
    return (nodes, relationships)
  }

  /// What a table holds, by the ids of the whole graph.
  private static func elements(
    of table: Table, in graph: Graph
  ) throws(QueryError) -> (nodes: [NodeID], relationships: [RelationshipID]) {
    let found = GraphSelection(table)
    guard !table.restriction.isEmpty else { return (found.nodes, found.relationships) }
    guard let part = try? RestrictedElements(graph, table.restriction) else { return ([], []) }
    return (found.nodes.compactMap { part.nodes[$0] }, found.relationships.compactMap { part.relationships[$0] })
  }
}

/// Why a story cannot be told.
public enum StoryError: Error, Sendable {
  case noSteps
  case showsNothing(step: String)
  /// An id in `show` that is no element's.
  case unknownElement(String, step: String, nearest: String?)
  case query(QueryError, SourceText)

  public var diagnostic: Diagnostic {
    switch self {
    case .noSteps:
      Diagnostic(
        .error, code: "DR15", "the graph tells no story: no node has the label `Step`",
        help: ["a step has `order`, `name`, `text`, and `show`: a query, or ids of what it shows"])
    case .showsNothing(let step):
      Diagnostic(
        .error, code: "DR16", "the step `\(step)` shows nothing",
        help: ["`show` holds a query that returns nodes or relationships, or ids of such; without it all is shown"])
    case .unknownElement(let id, let step, let nearest):
      Diagnostic(
        .error, code: "DR17", "`show` of the step `\(step)` names `\(id)`, which is no node and no relationship",
        help: nearest.map { ["did you mean `\($0)`?"] } ?? ["a query has a blank in it: MATCH (n) RETURN n"])
    case .query(let error, _): error.diagnostic
    }
  }
}
