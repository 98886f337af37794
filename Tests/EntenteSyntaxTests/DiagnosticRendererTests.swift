import EntenteSyntax
import Testing

@Suite struct `The layout of diagnostics` {
  private func diagnostic(_ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .error, code: "42N62", "variable `persn` not defined", at: SourceRange(range),
      label: "not in scope here",
      notes: ["in scope: person, r"], help: ["did you mean `person`?"],
      fix: Diagnostic.Fix(range: SourceRange(range), replacement: "person"))
  }

  @Test func `shows the line, carets, label, notes and help`() {
    let source = SourceText("MATCH (person)\nRETURN persn.name", name: "query")
    #expect(
      DiagnosticRenderer().text(diagnostic(22..<27), in: source) == """
        error[42N62]: variable `persn` not defined
          --> query:2:8
          2 | RETURN persn.name
            |        ^^^^^ not in scope here
          note: in scope: person, r
          help: did you mean `person`?

        """)
  }

  @Test func `puts carets under wide characters, tabs and emoji`() {
    let source = SourceText("\t알리바바 👩‍💻 엔비디아\u{1B}x", name: "q")
    let start = "\t알리바바 👩‍💻 ".utf8.count
    let text = DiagnosticRenderer().text(diagnostic(start..<start + 12), in: source)
    #expect(text.contains("  1 |  알리바바 👩‍💻 엔비디아\u{FFFD}x\n    |              ^^^^^^^^ not in scope here\n"))
  }

  @Test func `cuts long lines around the place`() throws {
    let long = String(repeating: "가나 ", count: 400)
    for at in [0, 700, 2000, 2795] {
      let source = SourceText(long, name: "q")
      let lower = at / 7 * 7
      let lines = DiagnosticRenderer(width: 60).text(diagnostic(lower..<lower + 6), in: source).split(
        separator: "\n")
      let (line, carets) = (lines[2].dropFirst(6), lines[3].dropFirst(6))
      #expect(DisplayWidth.of(line) <= 60, "\(line)")
      let indent = carets.prefix { $0 == " " }.count
      var column = 0
      let marked = line.drop {
        guard column < indent else { return false }
        column += DisplayWidth.of($0)
        return true
      }
      #expect(marked.hasPrefix("가나"), "\(line)\n\(carets)")
      #expect(carets.contains("^^^^ "))
    }
  }

  @Test func `shows the first and the last line of a long range`() {
    let source = SourceText("a\n  bcd\n\n\n  ef\ng", name: "q")
    #expect(
      DiagnosticRenderer().text(diagnostic(5..<15), in: source).contains(
        """
          2 |   bcd
            |    ^^
            | …
          5 |   ef
            |   ^^ not in scope here
        """))
  }

  @Test func `stands at the end of the file and in an empty text`() {
    for text in ["", "a", "a\n", "가"] {
      let count = text.utf8.count
      let shown = DiagnosticRenderer().text(diagnostic(count..<count), in: SourceText(text, name: "q"))
      #expect(shown.contains("^ not in scope here"), "\(text.debugDescription)")
      #expect(
        DiagnosticRenderer().text(diagnostic(count..<count + 9), in: SourceText(text, name: "q")) == shown)
    }
  }

  @Test func `colours only when asked to`() {
    let source = SourceText("persn", name: "q")
    #expect(!DiagnosticRenderer().text(diagnostic(0..<5), in: source).contains("\u{1B}"))
    #expect(DiagnosticRenderer(color: true).text(diagnostic(0..<5), in: source).contains("\u{1B}[1;31m^^^^^"))
  }

  @Test func `is one line as JSON`() {
    let source = SourceText("RETURN \"é\",\npersn", name: "a \"q\"")
    #expect(
      DiagnosticRenderer().json(diagnostic(13..<18), in: source)
        == #"{"severity":"error","code":"42N62","message":"variable `persn` not defined","file":"a \"q\"","#
        + #""line":2,"column":1,"endLine":2,"endColumn":6,"label":"not in scope here","#
        + #""notes":["in scope: person, r"],"help":["did you mean `person`?"],"#
        + #""fix":{"line":2,"column":1,"endLine":2,"endColumn":6,"replacement":"person"}}"#)
  }
}
