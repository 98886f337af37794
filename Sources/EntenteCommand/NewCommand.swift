import ArgumentParser
import Entente
import EntenteSyntax

/// `entente new`: begins a graph of one's own.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begin a graph of your own.",
    discussion: """
      Writes Graphs/NAME.pg, a small graph that shows how statements are written; Graphs/NAME.pgs, its schema; and \
      Queries/NAME.cypher, a query that can be drawn. All three are meant to be changed. Nothing that is there is \
      written over.

      EXAMPLES
        entente new energy
        entente check Graphs/energy.pg --strict
        entente draw energy --output energy.svg
      """)

  @Argument(help: "The name of the graph: letters of any script, digits, - and _.")
  var name: String

  @Option(name: .long, help: "How errors are printed.")
  var errorFormat: ErrorFormat = .text

  func run() throws {
    guard QueryText.looksLikeName(name) else {
      throw CommandFailure.usage(
        "`\(name)` cannot be the name of a graph", help: ["take letters of any script, digits, - and _"])
    }
    let folder = Workspace.around().folder
    let files = GraphTemplate(name: name).files.map { (path: folder + $0.path, text: $0.text) }
    let existing = files.map(\.path).filter { FileAccess.kind(of: $0) != .missing }
    guard existing.isEmpty else {
      throw CommandFailure(
        .writeRefused, code: "NW01", "there is \(existing.joined(separator: ", ")) already, and nothing was written",
        help: ["take another name, or go on with what is there"])
    }
    for name in ["Graphs", "Queries"] { try FileAccess.makeFolder(folder + name) }
    for file in files {
      try FileAccess.write(Array(file.text.utf8), to: file.path)
      StandardStream.output.write("\(file.path)\n")
    }
    StandardStream.error.write(
      """
      next: entente check \(files[0].path) --strict
            entente query \(name)
            entente draw \(name) --output \(name).svg

      """)
  }
}
