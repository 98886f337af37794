import EntenteSyntax
import Testing

/// The comment at the top of a saved query.
@Suite("Headers of saved queries")
struct QueryHeaderTests {
  private func header(_ text: String) -> QueryHeader { QueryHeader(parsing: SourceText(text, name: "q.cypher")) }

  @Test func `every line is read`() throws {
    let header = header(
      """
      // title: Partners of an actor
      // title@ko: 한 행위자의 파트너
      // description: With whom an actor works: on what, and where that is said.
      // graph: ai-infrastructure
      // param actor :Actor = 'nvidia'
      // param limit = 10
      // draw: yes
      // layout: neato

      // not a line of the header
      MATCH (n) RETURN n
      """)
    #expect(header.title == "Partners of an actor")
    #expect(header.title(in: "ko") == "한 행위자의 파트너")
    #expect(header.title(in: "zh") == "Partners of an actor")
    #expect(header.description == "With whom an actor works: on what, and where that is said.")
    #expect(header.graph == "ai-infrastructure")
    #expect(header.draw)
    #expect(header.layout == "neato")
    #expect(header.parameters.map(\.name) == ["actor", "limit"])
    #expect(header.parameters.map(\.label) == ["Actor", nil])
    #expect(header.diagnostics.isEmpty)
    guard case .string("nvidia") = header.parameters.first?.value.kind else {
      Issue.record("the default is no string: \(header.parameters)")
      return
    }
  }

  @Test func `a query without a header has none`() {
    let header = header("MATCH (n) // title: no header\nRETURN n")
    #expect(header.title == nil)
    #expect(header.diagnostics.isEmpty)
  }

  @Test func `Windows line ends are no part of the values`() {
    let header = header("// title: A\r\n// description: B\r\n// graph: g\r\nRETURN 1")
    #expect(header.title == "A")
    #expect(header.graph == "g")
  }

  @Test(arguments: [
    ("// titel: x\n// title: A\n// description: B\n// graph: g", "1 a header has no key `titel`"),
    ("// title: A\n// title: A\n// description: B\n// graph: g", "2 the key `title` is given twice"),
    ("// title: A\n// graph: g", "1 the header has no `description`"),
    ("// title: A\n// description: B\n// graph: g\n// draw: maybe", "4 `draw` is `yes` or `no`, found `maybe`"),
    ("// title: A\n// description: B\n// graph: g\n// param year", "4 a parameter needs a default"),
    (
      "// title: A\n// description: B\n// graph: g\n// param year : = 1",
      "4 a parameter is a name, or a name and a label"
    ),
    (
      "// title: A\n// description: B\n// graph: g\n// hello",
      "4 this line of the header is neither `key: text` nor `param name = literal`"
    ),
  ])
  func `a wrong line is named`(text: String, expected: String) {
    let source = SourceText(text, name: "q.cypher")
    let found = QueryHeader(parsing: source).diagnostics.map { diagnostic in
      "\(diagnostic.range.map { source.lineIndex(of: $0.lower) + 1 } ?? 0) \(diagnostic.message)"
    }
    #expect(found == [expected])
  }

  @Test func `a default that is no literal is an error`() {
    let found = header("// title: A\n// description: B\n// graph: g\n// param x = [1,").diagnostics
    #expect(found.map(\.code) == ["QH06"])
  }
}
