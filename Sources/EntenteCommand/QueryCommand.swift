import ArgumentParser
import Entente
import EntenteSyntax

/// `entente query`: answers a query as a table.
struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Ask a graph a question.",
    discussion: """
      GRAPH is a file (.pg, .json, .jsonl), - for the standard input, or a folder: the union of its graphs by id.
      QUERY is a query in quotes, a file, -, or a name in Queries/. A sole argument is such a name.

      EXAMPLES
        entente query frenemies
        entente query partners --param actor=알리바바 --format markdown
        entente query Graphs/ai-infrastructure.pg 'MATCH (n:Company) RETURN n.name, n.name@ko'
        entente query Graphs/european-alliances.pg 'MATCH (a)-[r:RIVALS]-(b) RETURN a, r.name, b' --as-of 1907
        entente query frenemies --why --lang ko
        entente query money --without ft-report
        entente query race.pg 'MATCH (n {id: "nvidia"}) SET n.name = "NVIDIA"' --write
        entente query Graphs/ai-infrastructure.pg 'EXPLAIN MATCH (a)-[:RIVALS]-(b) RETURN a, b'
      """)

  @Argument(help: ArgumentHelp("The graph, or the name of a saved query.", valueName: "graph"))
  var graph: String

  @Argument(help: "The query.")
  var query: String?

  @OptionGroup var arguments: QueryArguments

  @OptionGroup var table: TableArguments

  @Flag(name: .long, help: "Say for every row which sources it rests on, where they say it, and in which words.")
  var why = false

  @Option(name: .long, help: ArgumentHelp("The language of names in footnotes: en, ko, zh.", valueName: "lang"))
  var lang: String = "en"

  @Flag(name: .long, help: "Let the query write, and save the graph file.")
  var write = false

  @Flag(name: .long, help: "Show what --write would change, as a diff, and write nothing.")
  var dryRun = false

  func run() throws {
    guard write || dryRun else {
      let question = try Question.find(graph, query, arguments)
      guard arguments.restrictions.without == nil else { return try printDifference(question) }
      var table = try question.answer(arguments) { $0.tracksLineage = why }
      if why, table.lineage != nil { table.footnotes = Footnotes(of: table, language: lang) }
      return try print(table)
    }
    guard !why else {
      throw CommandFailure.usage("--why asks what rows rest on, and goes without --write and --dry-run")
    }
    var target: WritableGraph?
    let question = try Question.find(graph, query, arguments) { address, schema throws(CommandFailure) in
      let opened = try WritableGraph(address, schema: schema)
      target = opened
      return opened.graph
    }
    let table = try question.answer(arguments, allowsWrites: true)
    guard let target else { return try print(table) }
    let bytes = try target.bytes(after: table)
    if dryRun {
      try FileAccess.write(Array(target.difference(to: bytes).utf8), to: self.table.target)
    } else {
      try target.save(bytes)
      if !table.columns.isEmpty { try print(table) }
    }
    StandardStream.error.write("\(table.sideEffects.words)\(dryRun ? " (dry run: nothing was written)" : "")\n")
  }

  /// Which rows are gone, new and changed without some sources.
  private func printDifference(_ question: Question) throws {
    guard !why else { throw CommandFailure.usage("--why and --without cannot be used together") }
    let whole = try question.answer(arguments) { $0.restriction.without = [] }
    let part = try question.answer(arguments, isRepeated: true)
    let difference = TableDifference(from: whole, to: part, in: question.graph)
    try print(difference.table)
    StandardStream.error.write(
      "without \(arguments.restrictions.without ?? ""): \(difference.gone) gone, \(difference.new) new, "
        + "\(difference.changed) changed, \(difference.same) the same\n")
  }

  private func print(_ table: Table) throws {
    try self.table.write(table)
  }
}
