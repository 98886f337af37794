import Entente
import EntenteSyntax

/// A graph and the query that it is asked.
struct Question {
  let graph: Graph
  let query: QueryText
  /// Where the graph is.
  let address: GraphAddress

  /// Finds both; where no query is given, `first` is the name of a saved one, whose header names its graph.
  static func find(
    _ first: String, _ second: String?, _ arguments: QueryArguments,
    reading: (GraphAddress, String?) throws(CommandFailure) -> Graph = { address, schema throws(CommandFailure) in
      try GraphSource.read(address, schema: schema)
    }
  ) throws(CommandFailure) -> Question {
    let workspace = Workspace.around()
    if let second {
      if first == "-", second == "-" {
        throw CommandFailure(
          .usage, code: "US02", "the standard input can be the graph or the query, not both")
      }
      let query = try QueryText.find(second, in: workspace)
      return try Question(first, query, arguments, reading)
    }
    if FileAccess.kind(of: first) != .missing || GraphAddress.isAtRevision(first),
      workspace.path(ofQuery: first) == nil, !first.hasSuffix(".cypher")
    {
      throw CommandFailure(
        .usage, code: "US03", "there is a graph, `\(first)`, and no query",
        help: ["write it behind the graph: entente query \(first) 'MATCH (n) RETURN n LIMIT 5'"])
    }
    if workspace.path(ofQuery: first) == nil, FileAccess.kind(of: first) != .file {
      throw QueryText.unknown(first, in: workspace)
    }
    let query = try QueryText.find(first, in: workspace)
    guard let name = query.header.graph else {
      throw CommandFailure(
        .badInput, code: "QN02", "the header of \(query.source.name) names no graph",
        help: ["add a line `// graph: NAME` at its top, or give the graph before the query"])
    }
    guard let path = workspace.path(ofGraph: name) else {
      throw CommandFailure(
        .badInput, code: "QN03", "there is no graph `\(name)` in Graphs/, which \(query.source.name) asks")
    }
    return try Question(path, query, arguments, reading)
  }

  private init(
    _ path: String, _ query: QueryText, _ arguments: QueryArguments,
    _ reading: (GraphAddress, String?) throws(CommandFailure) -> Graph
  ) throws(CommandFailure) {
    address = try arguments.revision.address(path)
    graph = try reading(address, arguments.reading.schema)
    self.query = query
  }

  /// - Parameter allowsWrites: else a query that writes is refused before it runs.
  /// - Parameter adapting: changes the options; the caller that asks twice says so the second time.
  func answer(
    _ arguments: QueryArguments, allowsWrites: Bool = false, isRepeated: Bool = false,
    adapting: (inout QueryOptions) -> Void = { _ in }
  ) throws(CommandFailure) -> Table {
    let parameters = try named(try arguments.parameters(query.header))
    var options = try arguments.options()
    options.allowsWrites = allowsWrites
    adapting(&options)
    var refused: CommandFailure?
    var known: [Diagnostic] = []
    let table: Table
    do throws(QueryError) {
      table = try graph.query(query.source, parameters: parameters, options: options) { warnings throws(QueryError) in
        known = warnings
        guard !isRepeated else { return }
        // Before it runs: a warning may say why an answer is long in coming.
        guard arguments.strict else { return Report(warnings, in: query.source).print() }
        refused = CommandFailure(.badInput, warnings.map(\.asError), in: query.source)
        throw QueryError(.argumentError, .compileTime, "Warning", warnings[0])
      }
    } catch {
      throw refused ?? CommandFailure(error, in: query.source)
    }
    let found = table.warnings.filter { !known.contains($0) }
    if !isRepeated, !found.isEmpty {
      if arguments.strict { throw CommandFailure(.badInput, found.map(\.asError), in: query.source) }
      Report(found, in: query.source).print()
    }
    return table
  }

  /// The parameters, with the id of the node in place of words that name one.
  private func named(_ values: [String: Value]) throws(CommandFailure) -> [String: Value] {
    var values = values
    var index: NameIndex?
    for parameter in query.header.parameters {
      guard let label = parameter.label, case .string(let words)? = values[parameter.name] else { continue }
      do throws(QueryError) {
        let names = if let index { index } else { try NameIndex(graph) }
        index = names
        let labels = label == "*" ? nil : graph.catalog.label(Text(label)).map { [$0] } ?? []
        let node = try names.node(String(words), labels: labels)
        values[parameter.name] = .string(graph.elementID(of: node))
      } catch {
        var diagnostic = error.diagnostic
        let what = label == "*" ? "a node" : "a node with the label `\(label)`"
        diagnostic.notes.append("the parameter `\(parameter.name)` of \(query.source.name) names \(what)")
        throw CommandFailure(.badInput, [diagnostic])
      }
    }
    return values
  }
}

extension Diagnostic {
  /// What a strict caller takes a warning for.
  fileprivate var asError: Diagnostic {
    var error = self
    error.severity = .error
    return error
  }
}
