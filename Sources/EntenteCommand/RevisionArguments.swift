import ArgumentParser

/// The option of every command that reads a graph: which revision of it.
struct RevisionArguments: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The graph, its schema and style sheets as git has them: HEAD~3, a tag, a commit. GRAPH@REVISION says the same.",
      valueName: "revision"))
  var asOfRevision: String?

  /// Where the graph of an argument is.
  func address(_ graph: String) throws(CommandFailure) -> GraphAddress {
    try GraphAddress(graph, revision: asOfRevision)
  }
}
