import ArgumentParser

/// The options of every command that reads a graph: its schema, and how errors in it are printed.
struct ReadingArguments: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("The schema; else the one that @graph names, else NAME.pgs.", valueName: "file"))
  var schema: String?

  @Option(name: .long, help: "How errors are printed.")
  var errorFormat: ErrorFormat = .text
}
