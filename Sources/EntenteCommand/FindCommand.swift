import ArgumentParser
import Entente
import EntenteSyntax

/// `entente find`: the nodes that words fit by name, in any script.
struct FindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "Find who or what is called so, in any script.",
    discussion: """
      Looks in name, name@LANG, alias, alias@LANG and the id, whatever the case, width and accents. The best come first: \
      the same text, what begins with the words, a word that does, the words in another order, a part, the initial \
      consonants of Hangul (ㅇㄹㅂㅂ), and names with a typo.

      EXAMPLES
        entente find Graphs/ai-infrastructure.pg 알리바바
        entente find Graphs/ai-infrastructure.pg ㅇㄹㅂㅂ --lang ko
        entente find Graphs nvida
        entente find Graphs/ai-infrastructure.pg government --label Actor --format json

      EXIT CODES
        0 found · 1 nothing found
      """)

  @Argument(help: ArgumentHelp("A graph file, - or a folder.", valueName: "graph"))
  var graph: String

  @Argument(help: "A name or a part of one; several words are one name.")
  var words: [String]

  @Option(
    name: .long, help: ArgumentHelp("The language of names and of the order of equal matches.", valueName: "lang"))
  var lang: String = "en"

  @Option(name: .long, help: ArgumentHelp("Only nodes with this label; may be given again.", valueName: "label"))
  var label: [String] = []

  @Option(name: .long, help: ArgumentHelp("At most so many.", valueName: "n"))
  var limit: Int = 20

  @OptionGroup var table: TableArguments

  @OptionGroup var revision: RevisionArguments

  @OptionGroup var reading: ReadingArguments

  func run() throws {
    guard limit > 0 else { throw CommandFailure.usage("--limit needs a number from 1 up, found `\(limit)`") }
    let graph = try GraphSource.read(revision.address(self.graph), schema: reading.schema)
    let words = words.joined(separator: " ")
    let labels = label.isEmpty ? nil : try labelIDs(in: graph)
    let index: NameIndex
    let matches: [NameMatch]
    do throws(QueryError) {
      index = try NameIndex(graph)
      matches = try index.find(words, labels: labels, language: lang)
      // What is near is told as it is wherever an actor is named.
      if matches.isEmpty { _ = try index.node(words, labels: labels) }
    } catch {
      throw CommandFailure(.findings, [error.diagnostic])
    }
    try table.write(rows(matches, index))
    if matches.count > limit {
      StandardStream.error.write("\(limit) of \(matches.count) matches; --limit \(matches.count) shows all\n")
    }
  }

  private func labelIDs(in graph: Graph) throws(CommandFailure) -> [LabelID] {
    var labels: [LabelID] = []
    for name in label {
      guard let known = graph.catalog.label(Text(name)) else {
        let names = graph.catalog.labels.map { String(graph.catalog.name(of: $0)) }
        throw CommandFailure(
          .badInput, code: "NM01", "no node of \(self.graph) has the label `\(name)`",
          help: [.didYouMean(NearestName.of(name, among: names)) ?? "the labels are \(names.joined(separator: ", "))"])
      }
      labels.append(known)
    }
    return labels
  }

  private func rows(_ matches: [NameMatch], _ index: NameIndex) -> Table {
    let rows = matches.prefix(limit).map { match -> [Value] in
      let labels = index.graph.labels(of: match.node).map { Value.string(index.graph.catalog.name(of: $0)) }
      return [
        .string(index.graph.elementID(of: match.node)), .string(index.name(of: match.node, in: lang)),
        .list(ContiguousArray(labels)), .string(match.name), .string(match.key), .string(match.how),
      ]
    }
    return Table(columns: ["id", "name", "labels", "matched", "key", "how"], rows: rows, graph: index.graph)
  }
}
