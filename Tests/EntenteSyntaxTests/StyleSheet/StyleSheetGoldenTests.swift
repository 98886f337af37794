import EntenteSyntax
import EntenteTestSupport
import Testing

@Suite struct StyleSheetGoldenTests {
  @Test(arguments: GoldenFile.all(in: "StyleSheets"))
  func `style sheets are read, and their mistakes explained, as the golden files show`(_ file: GoldenFile) throws {
    for mismatch in try file.mismatches({ input in
      let source = SourceText(input, name: "test.style")
      let sheet = StyleSheet(parsing: source)
      let findings = sheet.diagnostics.map { DiagnosticRenderer().text($0, in: source) }
      return (findings + (sheet.rules.isEmpty ? [] : [sheet.description])).joined(separator: "\n")
    }) {
      Issue.record("\(mismatch)")
    }
  }

  @Test(arguments: GoldenFile.all(in: "StyleSheets"))
  func `what is printed reads as the same rules`(_ file: GoldenFile) throws {
    for input in try file.inputs() {
      let sheet = StyleSheet(parsing: SourceText(input, name: "test.style"))
      let again = StyleSheet(parsing: SourceText(sheet.description, name: "printed"))
      #expect(again.diagnostics.isEmpty, "\(sheet)")
      #expect(again.description == sheet.description)
    }
  }
}
