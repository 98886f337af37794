import ArgumentParser
import EntenteSyntax

/// The command `entente`: asks graph files questions, checks, formats, describes, draws and converts them.
@main
struct EntenteCommand: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "entente",
    abstract: "Ask graph files questions in openCypher, check them, and draw them.",
    discussion: """
      EXAMPLES
        entente query Graphs/ai-infrastructure.pg 'MATCH (a)-[:RIVALS]-(b) RETURN a.name, b.name'
        entente query partners --param actor=알리바바
        entente draw Graphs/ai-infrastructure.pg --lang ko --output race.svg
        entente check Graphs --strict
        entente format --check Graphs
        entente describe Graphs/european-alliances.pg
        entente diff Graphs/ai-infrastructure.pg@HEAD~1 Graphs/ai-infrastructure.pg
        entente convert Graphs/ai-infrastructure.pg --output race.jsonl

      EXIT CODES
        0 fine · 1 findings · 2 usage · 3 bad file or query · 4 limit reached · 5 input or output · 6 renderer \
      · 7 write refused · 130 interrupted
      """,
    version: version,
    subcommands: [
      QueryCommand.self, DrawCommand.self, FindCommand.self, WhyCommand.self, DiffCommand.self, CheckCommand.self,
      FormatCommand.self,
      DescribeCommand.self, ConvertCommand.self, NewCommand.self, DoctorCommand.self,
    ])

  static func main() {
    Interruption.watch()
    do {
      try checkSubcommand()
      try run(parseAsRoot())
    } catch let failure as CommandFailure {
      failure.report()
      exitProcess(failure.status)
    } catch {
      exitAfterParsing(error)
    }
  }

  private static func run(_ command: any ParsableCommand) throws {
    var command = command
    try command.run()
  }

  /// A first word that is no subcommand is told with the nearest one.
  private static func checkSubcommand() throws {
    guard let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-"), word != "help" else { return }
    let names = configuration.subcommands.map { $0._commandName }
    guard !names.contains(word) else { return }
    throw CommandFailure.usage(
      "there is no subcommand `\(word)`",
      help: [.didYouMean(NearestName.of(word, among: names)) ?? "the subcommands are \(names.joined(separator: ", "))"])
  }

  /// Ends the process as the argument parser says, with 2 for every usage error.
  private static func exitAfterParsing(_ error: any Error) -> Never {
    let isFine = exitCode(for: error) == ExitCode.success
    let text = fullMessage(for: error)
    if isFine {
      StandardStream.output.write(text.isEmpty ? "" : text + "\n")
      exitProcess(.success)
    }
    var lines = message(for: error).split(separator: "\n").map { $0.drop { $0 == " " || $0 == "-" } }
    let first = lines.isEmpty ? "" : lines.removeFirst()
    let sentence =
      first.prefix(1).lowercased() + first.dropFirst() + (lines.isEmpty ? "" : " ") + lines.joined(separator: ", ")
    // The last line of the parser's own text names the help to look at.
    let help = text.split(separator: "'").first { $0.hasSuffix("--help") }.map { ["see `\($0)`"] } ?? []
    CommandFailure.usage(sentence, help: help).report()
    exitProcess(.usage)
  }
}
