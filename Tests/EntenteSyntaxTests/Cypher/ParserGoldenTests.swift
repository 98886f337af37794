import EntenteSyntax
import EntenteTestSupport
import Testing

@Suite struct ParserGoldenTests {
  @Test(arguments: GoldenFile.all(in: "Parser"))
  func `queries are read as the golden files show, every operator in brackets`(_ file: GoldenFile) throws {
    for mismatch in try file.mismatches({ try bracketed($0) }) { Issue.record("\(mismatch)") }
  }

  @Test(arguments: GoldenFile.all(in: "ParserErrors"))
  func `mistakes are explained as the golden files show`(_ file: GoldenFile) throws {
    for mismatch in try file.mismatches({ explanation(of: $0) }) { Issue.record("\(mismatch)") }
  }

  @Test(arguments: GoldenFile.all(in: "Parser"))
  func `what is printed parses to the same tree`(_ file: GoldenFile) throws {
    for input in try file.inputs() {
      for text in queries(input) {
        let query = try Parser.parse(SourceText(text, name: "query"))
        let printed = Printer.text(of: query)
        let again = try Parser.parse(SourceText(printed, name: "printed"))
        #expect(treeOutline(query) == treeOutline(again), "\(text)\n--- printed\n\(printed)")
        #expect(Printer.text(of: again) == printed)
      }
    }
  }

  /// The query, or expressions, one a line after `= `.
  private func bracketed(_ input: String) throws -> String {
    guard input.hasPrefix("= ") else {
      return Printer.text(of: try Parser.parse(SourceText(input, name: "query")), brackets: true)
    }
    return try input.split(separator: "\n").map { line in
      let source = SourceText(String(line.dropFirst(2)), name: "expression")
      return "= " + Printer.text(of: try Parser.parseExpression(source), brackets: true)
    }.joined(separator: "\n")
  }

  /// The queries of an input; an expression is returned by one.
  private func queries(_ input: String) -> [String] {
    guard input.hasPrefix("= ") else { return [input] }
    return input.split(separator: "\n").map { "RETURN " + $0.dropFirst(2) }
  }

  private func explanation(of input: String) -> String {
    let source = SourceText(input, name: "query")
    do {
      return "no error: " + Printer.text(of: try Parser.parse(source))
    } catch {
      return "\(error.kind.rawValue)/\(error.detail), \(error.phase.rawValue)\n"
        + DiagnosticRenderer().text(error.diagnostic, in: source)
    }
  }
}
