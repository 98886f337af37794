import EntenteSyntax

/// Why the command ends without an answer: an exit code and what to tell the person.
struct CommandFailure: Error {
  /// How errors are printed: `--error-format`.
  enum Format: String, Sendable { case text, json }

  let status: ExitStatus
  let diagnostics: [Diagnostic]
  let source: SourceText?
  let format: Format

  init(_ status: ExitStatus, _ diagnostics: [Diagnostic], in source: SourceText? = nil, format: Format = .text) {
    self.status = status
    self.diagnostics = diagnostics
    self.source = source
    self.format = format
  }

  init(_ status: ExitStatus, code: String, _ message: String, help: [String] = [], format: Format = .text) {
    self.init(status, [Diagnostic(.error, code: code, message, help: help)], format: format)
  }

  /// The failure of a query.
  init(_ error: QueryError, in source: SourceText, format: Format) {
    let status: ExitStatus = error.kind == .limitReached ? .limitReached : .badInput
    self.init(status, [error.diagnostic], in: source, format: format)
  }

  func report() {
    Report(format: format).print(diagnostics, in: source)
  }
}

/// Prints diagnostics on the error stream.
struct Report {
  let format: CommandFailure.Format

  func print(_ diagnostics: [Diagnostic], in source: SourceText?) {
    guard !diagnostics.isEmpty else { return }
    let stream = StandardStream.error
    let renderer = DiagnosticRenderer(color: stream.usesColor)
    switch format {
    case .text: stream.write(renderer.text(diagnostics, in: source))
    case .json: for diagnostic in diagnostics { stream.write(renderer.json(diagnostic, in: source) + "\n") }
    }
  }
}
