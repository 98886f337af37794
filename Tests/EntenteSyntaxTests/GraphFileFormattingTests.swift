import EntenteSyntax
import EntenteTestSupport
import Foundation
import Testing

/// The canonical layout: whole outputs for small inputs; what random inputs must hold is in `GraphFormatting`.
@Suite struct `Formatting a graph file` {
  private func formatted(_ text: String) -> String? {
    GraphFile(parsing: SourceText(text, name: "x.pg")).formatted().map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(
    arguments: [
      ("", ""), ("\n \n\n", ""), ("a", "a\n"), ("\u{FEFF}# c\na", "# c\na\n"),
      ("\n\n  # c  \n\n\n\na\n\n\n", "  # c\n\na\n"), ("a :x:y k : 1", nil), (" a", nil), ("a k:1 k", nil),
    ] as [(String, String?)]) func `keeps what is there, and refuses a file with errors`(
      text: String, expected: String?
    )
  {
    #expect(formatted(text) == expected)
  }

  @Test(arguments: [
    ("a  :A\tk:1 ,2", "a :A k:1,2\n"),
    ("a : A k: 1", "a :A k:1\n"),
    ("\"a\" :'A' \"k\":'x' l:\"true\" m:\"2028\" n:'2025-09-24'", "a :A k:x l:\"true\" m:\"2028\" n:2025-09-24\n"),
    ("a k:'it\\'s so' l:'\"so\"' m:\"\\u00ad\" n:\"a\\/b\"", "a k:\"it's so\" l:'\"so\"' m:\"\\u00ad\" n:a/b\n"),
    ("a k:1e5,-0,0.10,1E+2#x", "a k:1e5,-0,0.10,1E+2  #x\n"),
    ("\"e\":   a\n -> \n b :R", "e: a -> b :R\n"),
    ("\"@graph\" -> a :R", "\"@graph\" -> a :R\n"),
    // What is likely a mistake stays, with the blanks that decide what it means.
    ("a  k:v:w  k:v:  w name:ko:  x", "a k:v:w k:v: w name:ko: x\n"),
    ("a   k: x:  y:1", "a k: x: y:1\n"), ("a k:\"x\",y:  z:2", "a k:\"x\",y: z:2\n"),
    ("a--b :x:y  k:[1,2]", "a--b :x:y k:[1,2]\n"),
    ("a\r\n :A\r\rb", "a :A\n\nb\n"),
  ]) func `spaces, quotes and line ends are the usual ones, and values stay`(text: String, expected: String) {
    #expect(formatted(text) == expected)
  }

  @Test func `comments stay where they are, and end a line`() {
    let text = """
      #!x
      a :A   # trailing
      # between, at the margin
         # between, indented
        k:1,# after a comma
        2   m: # after a key
        x
      # before b

      b # end
      """
    let expected = """
      #!x
      a :A  # trailing
      # between, at the margin
        # between, indented
        k:1,  # after a comma
          2 m:  # after a key
          x
      # before b

      b  # end

      """
    #expect(formatted(text) == expected)
  }

  @Test func `lines hold 100 columns, of which wide characters take two`() {
    let korean = String(repeating: "한", count: 46)
    #expect(formatted("ab :A k:\(korean)") == "ab :A k:\(korean)\n")
    #expect(formatted("abc :A k:\(korean)") == "abc :A\n  k:\(korean)\n")
    let emoji = "\"" + String(repeating: "👩‍💻 ", count: 30) + "\""
    #expect(formatted("ab :A k:\(emoji)") == "ab :A k:\(emoji)\n")
    #expect(formatted("abc :A k:\(emoji)") == "abc :A\n  k:\(emoji)\n")
  }

  @Test func `long statements are filled, long lists go on at their commas`() {
    let list = (1...30).map { "\"\($0).1\"" }.joined(separator: ", ")
    let expected = """
      e: alibaba -> nvidia :R
        x:1
        where:"1.1","2.1","3.1","4.1","5.1","6.1","7.1","8.1","9.1","10.1","11.1","12.1","13.1","14.1",
          "15.1","16.1","17.1","18.1","19.1","20.1","21.1","22.1","23.1","24.1","25.1","26.1","27.1",
          "28.1","29.1","30.1" z:2

      """
    #expect(formatted("e: alibaba -> nvidia :R x:1 where:\(list) z:2") == expected)
    let id = String(repeating: "i", count: 60)
    #expect(formatted("\(id): \(id) -> \(id) :R k:1") == "\(id): \(id)\n  -> \(id) :R\n  k:1\n")
  }

  @Test func `a text over several lines keeps them`() {
    let text = "a :A note:\"one\n  two\" k:1"
    #expect(formatted(text) == "a :A\n  note:\"one\n  two\" k:1\n")
  }

  @Test func `the three graphs are formatted`() throws {
    for name in ["ai-infrastructure", "european-alliances", "highland-tribes"] {
      let url = QueryScript.package.appendingPathComponent("Graphs/\(name).pg")
      let text = try String(contentsOf: url, encoding: .utf8)
      #expect(formatted(text) == text, "entente format Graphs/\(name).pg")
    }
  }

  @Test func `files in odd layouts say the same, formatted`() {
    let seed: UInt64 = 1872
    var random = SplitMix64(seed: seed)
    var readable = 0
    for round in 0..<300 {
      let bytes = GraphFormatting.mutated(using: &random)
      if let violation = GraphFormatting.violation(of: bytes) {
        Issue.record("seed \(seed), round \(round): \(violation)\n--- of\n\(String(decoding: bytes, as: UTF8.self))")
        return
      }
      if !GraphFile(parsing: SourceText(utf8: bytes, name: ""), linting: false).hasErrors { readable += 1 }
    }
    // The rest has errors, and is refused.
    #expect(readable > 150, "seed \(seed): only \(readable) of 300 could be read")
  }

  @Test func `the layout does not depend on how a file was laid out before`() throws {
    let url = QueryScript.package.appendingPathComponent("Graphs/ai-infrastructure.pg")
    let text = try String(contentsOf: url, encoding: .utf8)
    let statements = GraphFile(parsing: SourceText(text, name: "x")).statements
    #expect(statements.count > 100)
    // On one line each, without comments inside.
    let lines = text.replacing("\n  ", with: " ")
    #expect(formatted(lines) == formatted(text))
  }
}
