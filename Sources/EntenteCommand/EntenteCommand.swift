import ArgumentParser
import EntenteSyntax

/// The command `entente`: asks graph files questions, draws and converts them.
@main
struct EntenteCommand: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "entente",
    abstract: "Ask graph files questions in openCypher, and draw them.",
    discussion: """
      EXAMPLES
        entente query Graphs/ai-infrastructure.pg 'MATCH (a)-[:RIVALS]-(b) RETURN a.name, b.name'
        entente query partners --param actor=알리바바
        entente draw Graphs/ai-infrastructure.pg --lang ko --output race.svg
        entente convert Graphs/ai-infrastructure.pg --output race.jsonl

      EXIT CODES
        0 fine · 1 findings · 2 usage · 3 bad file or query · 4 limit reached · 5 input or output · 6 renderer \
      · 7 write refused · 130 interrupted
      """,
    version: version,
    subcommands: [QueryCommand.self, DrawCommand.self, ConvertCommand.self])

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as CommandFailure {
      failure.report()
      exitProcess(failure.status)
    } catch {
      exitAfterParsing(error)
    }
  }

  /// Ends the process as the argument parser says, with 2 for every usage error.
  private static func exitAfterParsing(_ error: any Error) -> Never {
    let isFine = exitCode(for: error) == ExitCode.success
    let text = fullMessage(for: error)
    if isFine {
      StandardStream.output.write(text.isEmpty ? "" : text + "\n")
      exitProcess(.success)
    }
    StandardStream.error.write(text + "\n")
    exitProcess(.usage)
  }
}
