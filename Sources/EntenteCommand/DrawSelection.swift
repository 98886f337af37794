import ArgumentParser
import Entente
import EntenteDiagram
import EntenteSyntax

/// The options of `draw` that say what is drawn, without a query.
struct DrawSelection: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("Draw an actor and what surrounds it.", valueName: "name"))
  var around: String?

  @Option(
    name: .long, parsing: .unconditional, help: ArgumentHelp("How many steps --around goes: 1 to 100.", valueName: "n"))
  var depth: Int?

  @Option(name: .long, help: ArgumentHelp("Draw the shortest ways from an actor to that of --and.", valueName: "name"))
  var between: String?

  @Option(name: .long, help: ArgumentHelp("Where the ways of --between lead.", valueName: "name"))
  var and: String?

  @Option(name: .long, help: ArgumentHelp("Draw and follow only these types of relationships.", valueName: "types"))
  var types: [String] = []

  @Option(name: .long, help: ArgumentHelp("Neither draw nor follow these types.", valueName: "types"))
  var withoutTypes: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("Draw nodes of this label too, which the schema leaves out of pictures.", valueName: "label"))
  var include: [String] = []

  @Flag(name: .long, help: "Add the relationships among what is drawn, lighter.")
  var connect = false

  @Option(
    name: .long,
    help: ArgumentHelp("Put nodes into boxes by a property, a column of the query, or `label`.", valueName: "key"))
  var clusterBy: String?

  /// Refuses options that say nothing, or that contradict one another.
  func validate(isQuery: Bool) throws(CommandFailure) {
    let parts: [(name: String, isThere: Bool)] = [
      ("--around", around != nil), ("--depth", depth != nil), ("--between", between != nil), ("--and", and != nil),
      ("--types", !types.isEmpty), ("--without-types", !withoutTypes.isEmpty), ("--include", !include.isEmpty),
    ]
    if isQuery, let part = parts.first(where: \.isThere) {
      throw .usage(
        "a query says itself what is drawn, so \(part.name) has no place beside it",
        help: ["give the graph alone, or write it into the query"])
    }
    if around != nil, between != nil { throw .usage("--around and --between are two different pictures") }
    if between != nil, and == nil { throw .usage("--between needs the other end", help: ["add --and NAME"]) }
    if and != nil, between == nil { throw .usage("--and needs the end to begin from", help: ["add --between NAME"]) }
    if let depth {
      guard around != nil else { throw .usage("--depth needs an actor to begin from", help: ["add --around NAME"]) }
      guard (1...100).contains(depth) else { throw .usage("--depth needs a number from 1 to 100, found `\(depth)`") }
    }
  }

  /// The part of the graph that is named.
  func part(of graph: Graph) throws(CommandFailure) -> GraphPart {
    if let around { return .around(try NamedNode.find(around, in: graph), depth: depth ?? 1) }
    if let between, let and {
      return .between(try NamedNode.find(between, in: graph), try NamedNode.find(and, in: graph))
    }
    return .whole
  }

  /// Checks every name against the graph and its schema.
  ///
  /// - Parameter columns: those of the answer that is drawn.
  func apply(
    to options: inout DiagramOptions, _ graph: Graph, columns: [String] = []
  ) throws(CommandFailure) {
    let known = (
      types: Set(graph.catalog.types.map { String(graph.catalog.name(of: $0)) }).union(graph.facts.types),
      labels: Set(graph.catalog.labels.map { String(graph.catalog.name(of: $0)) }).union(graph.facts.labels),
      keys: Set(
        graph.catalog.keys.filter { graph.nodeColumn($0) != nil }.map { String(graph.catalog.name(of: $0)) })
    )
    if !types.isEmpty { options.types = try Self.names(types, among: known.types, what: "relationship type") }
    options.excludedTypes = try Self.names(withoutTypes, among: known.types, what: "relationship type")
    options.includedLabels = try Self.names(include, among: known.labels, what: "label")
    options.connects = connect
    if let clusterBy, columns.contains(clusterBy) {
      options.clustering = .column(clusterBy)
    } else if let clusterBy {
      options.clustering =
        clusterBy == "label"
        ? .label
        : .key(
          try Self.names(
            [clusterBy], among: known.keys.union(columns), what: columns.isEmpty ? "property" : "property or column"
          ).first ?? clusterBy)
    }
  }

  /// The names of a list with commas, each of which there must be.
  private static func names(
    _ lists: [String], among known: Set<String>, what: String
  ) throws(CommandFailure) -> Set<String> {
    let names = lists.flatMap { $0.split(separator: ",").map { $0.trimmingSpaces } }.filter { !$0.isEmpty }
    for name in names where !known.contains(name) {
      let nearest = NearestName.of(name, among: known)
      throw CommandFailure(
        .badInput, code: "DR14", "the graph has no \(what) `\(name)`",
        help: [.didYouMean(nearest) ?? "it has \(known.sorted().joined(separator: ", "))"])
    }
    return Set(names)
  }

  /// Why nothing is left.
  func nothingToDraw(of name: String) -> CommandFailure {
    if let between, let and {
      return CommandFailure(
        .badInput, code: "DR13", "no way joins `\(between)` and `\(and)` in \(name)",
        help: types.isEmpty && withoutTypes.isEmpty
          ? ["a way may lead over hidden nodes such as sources: --include LABEL"]
          : ["follow more types of relationships: leave --types and --without-types out"])
    }
    return CommandFailure(.badInput, code: "DR12", "\(name) has no node that is drawn")
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
