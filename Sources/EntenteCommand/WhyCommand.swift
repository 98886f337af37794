import ArgumentParser
import Entente
import EntenteSyntax

/// `entente why`: the ways between two actors, with the evidence of every tie and the weakest link.
struct WhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "How two actors are tied, who says so, and where that is weakest.",
    discussion: """
      Prints the ways from A to B, the shortest first, and of one length those whose weakest link is strongest: a row \
      for each tie, with its sources, their places and words. A and B are names in any language, aliases or ids. \
      Sources, evidence and outlets are not passed through.

      A link is weaker if it has no source, then if evidence disputes it, then by its confidence, then if it is \
      inferred, then if it has fewer sources; a source that only passes on another's word is not counted.

      EXAMPLES
        entente why Graphs/ai-infrastructure.pg 알리바바 엔비디아 --lang ko
        entente why Graphs/ai-infrastructure.pg 'Jack Ma' Stargate --limit 3
        entente why Graphs/european-alliances.pg Germany Russia --as-of 1888 --format json

      EXIT CODES
        0 there is a way · 1 there is none
      """)

  @Argument(help: ArgumentHelp("A graph file, - or a folder.", valueName: "graph"))
  var graph: String

  @Argument(help: ArgumentHelp("From whom.", valueName: "a"))
  var from: String

  @Argument(help: ArgumentHelp("To whom.", valueName: "b"))
  var to: String

  @Option(
    name: .long, help: ArgumentHelp("At most so many steps; else one more than the shortest way has.", valueName: "n"))
  var longest: Int?

  @Option(name: .long, help: ArgumentHelp("At most so many ways.", valueName: "n"))
  var limit: Int = 10

  @Option(name: .long, help: ArgumentHelp("Stop after this time: 500ms, 2s, 1m.", valueName: "time"))
  var timeout: String?

  @OptionGroup var revision: RevisionArguments

  @OptionGroup var restrictions: RestrictionArguments

  @Option(name: .long, help: ArgumentHelp("The language of names: en, ko, zh.", valueName: "lang"))
  var lang: String = "en"

  @OptionGroup var table: TableArguments

  @OptionGroup var reading: ReadingArguments

  func run() throws {
    guard limit > 0 else { throw CommandFailure.usage("--limit needs a number from 1 up, found `\(limit)`") }
    if let longest, longest < 1 {
      throw CommandFailure.usage("--longest needs a number from 1 up, found `\(longest)`")
    }
    var limits = QueryLimits()
    try limits.setTime(timeout)
    let graph = try GraphSource.read(revision.address(self.graph), schema: reading.schema).part(
      restrictions.restriction())
    let ways: Ways
    let (start, end): (NodeID, NodeID)
    do throws(QueryError) {
      let index = try NameIndex(graph)
      (start, end) = (try index.node(from), try index.node(to))
      ways = try graph.ways(
        from: start, to: end, longest: longest, limit: limit, monitor: QueryMonitor(limits: limits))
    } catch {
      throw CommandFailure(error.kind == .limitReached ? .limitReached : .badInput, [error.diagnostic])
    }
    guard start != end else { throw CommandFailure.usage("`\(from)` and `\(to)` are the same node") }
    guard !ways.ways.isEmpty else {
      StandardStream.error.write("there is no way from \(from) to \(to)\(longest.map { " in \($0) steps" } ?? "")\n")
      exitProcess(.findings)
    }
    var answer = ways.table(of: graph, language: lang)
    // What a person reads has no columns without a word; programs find all of them.
    if table.chosenFormat == .table || table.chosenFormat == .markdown { answer.removeEmptyColumns() }
    try table.write(answer)
    if ways.isCut { StandardStream.error.write("there are more ways; --limit shows more of them\n") }
  }
}

extension Table {
  /// Takes out the columns in which all rows have null.
  fileprivate mutating func removeEmptyColumns() {
    let kept = columns.indices.filter { column in rows.contains { !$0[column].isNull } }
    columns = kept.map { columns[$0] }
    rows = rows.map { row in kept.map { row[$0] } }
  }
}
