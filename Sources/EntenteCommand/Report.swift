import EntenteSyntax

/// Diagnostics and the text that they are about, printed on the error stream.
struct Report {
  let diagnostics: [Diagnostic]
  let source: SourceText?

  init(_ diagnostics: [Diagnostic], in source: SourceText? = nil) {
    self.diagnostics = diagnostics
    self.source = source
  }

  func print() { Report.print([self]) }

  /// Prints several reports, a blank line between diagnostics, or one JSON object a line.
  static func print(_ reports: [Report]) {
    let stream = StandardStream.error
    let renderer = DiagnosticRenderer(color: stream.usesColor)
    switch ErrorFormat.asked {
    case .text:
      let texts = reports.filter { !$0.diagnostics.isEmpty }.map { renderer.text($0.diagnostics, in: $0.source) }
      stream.write(texts.joined(separator: "\n"))
    case .json:
      for report in reports {
        for diagnostic in report.diagnostics { stream.write(renderer.json(diagnostic, in: report.source) + "\n") }
      }
    }
  }
}

/// How errors are printed: `--error-format`.
enum ErrorFormat: String, CaseIterable, Sendable {
  case text, json

  /// The format that the command line asks for.
  ///
  /// Looked up in the words themselves, so that an error in reading the other options is printed in it too.
  static let asked = ErrorFormat(in: CommandLine.arguments)

  init(in arguments: [String]) {
    let words = arguments.prefix { $0 != "--" }
    let name = "--error-format"
    self = .text
    for (word, next) in zip(words, words.dropFirst() + [""]) {
      let value = word == name ? next : word.hasPrefix(name + "=") ? String(word.dropFirst(name.count + 1)) : nil
      if let format = value.flatMap(ErrorFormat.init(rawValue:)) { self = format }
    }
  }
}
