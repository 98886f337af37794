import EntenteSyntax

/// Why the command ends without an answer: an exit code and what to tell the person.
struct CommandFailure: Error {
  let status: ExitStatus
  let reports: [Report]

  init(_ status: ExitStatus, _ reports: [Report]) {
    self.status = status
    self.reports = reports
  }

  init(_ status: ExitStatus, _ diagnostics: [Diagnostic], in source: SourceText? = nil) {
    self.init(status, [Report(diagnostics, in: source)])
  }

  init(_ status: ExitStatus, code: String, _ message: String, help: [String] = []) {
    self.init(status, [Diagnostic(.error, code: code, message, help: help)])
  }

  /// The failure of a query. What is wrong with no place of it, such as a limit, is told without its name.
  init(_ error: QueryError, in source: SourceText) {
    var diagnostic = error.diagnostic
    var status: ExitStatus = error.kind == .limitReached ? .limitReached : .badInput
    if error.detail == "RestrictedGraph" { status = .writeRefused }
    if error.detail == "ReadOnly" {
      status = .writeRefused
      diagnostic.help.append("entente query --write saves the changes to the graph file; --dry-run shows them")
    }
    self.init(status, [diagnostic], in: error.diagnostic.range == nil ? nil : source)
  }

  func report() { Report.print(reports) }
}
