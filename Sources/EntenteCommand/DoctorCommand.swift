import ArgumentParser
import EntenteSyntax

/// `entente doctor`: what pictures need, what is there, and what to install.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Say what pictures need, and what is missing.",
    discussion: """
      Queries, checks and formats need nothing but entente itself. Pictures need the renderer (entente-render), \
      Graphviz's library and its plugins, and fonts for the scripts of the names; all of these are looked at, and a \
      picture in each format is drawn.

      EXAMPLES
        entente doctor --format text
        entente doctor --format json | jq .problems

      EXIT CODES
        0 all is there · 1 pictures are drawn, and something is missing · 6 no picture can be drawn
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  @Option(name: .long, help: "text or json, one object.")
  var format: Format = .text

  @Option(name: .long, help: "How errors are printed.")
  var errorFormat: ErrorFormat = .text

  func run() throws {
    let examination = Examination()
    switch format {
    case .text:
      try FileAccess.write(Array(examination.text.utf8), to: "-")
      Report(examination.problems).print()
    case .json: try FileAccess.write(examination.json, to: "-")
    }
    exitProcess(examination.status)
  }
}
