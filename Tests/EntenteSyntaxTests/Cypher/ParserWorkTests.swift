import Testing

@testable import EntenteSyntax

/// Parsing takes time in proportion to the text, whatever its shape.
struct ParserWorkTests {
  /// Texts of a shape that repeats so many times.
  static let shapes: [(name: String, text: @Sendable (Int) -> String)] = [
    ("a sum", { "RETURN 1" + String(repeating: " + 1", count: $0) }),
    ("a list", { "RETURN [0" + String(repeating: ", 'a'", count: $0) + "]" }),
    ("a list of patterns", { "RETURN [[(a)-->(b) | 1]" + String(repeating: ", [(a)-->(b) | 1]", count: $0) + "]" }),
    ("nested lists", { "RETURN " + String(repeating: "[", count: $0) + String(repeating: "]", count: $0) }),
    ("nested brackets", { "RETURN " + String(repeating: "(", count: $0) + "1" + String(repeating: ")", count: $0) }),
    (
      "nested comprehensions",
      { "RETURN " + String(repeating: "[x IN ", count: $0) + "[1]" + String(repeating: " | x]", count: $0) }
    ),
    (
      "nested pattern comprehensions",
      { "RETURN " + String(repeating: "[(a)-->(b) WHERE true | ", count: $0) + "1" + String(repeating: "]", count: $0) }
    ),
    ("nested maps", { "RETURN " + String(repeating: "{a: ", count: $0) + "1" + String(repeating: "}", count: $0) }),
    ("properties", { "RETURN a" + String(repeating: ".b", count: $0) }),
    ("a long path", { "MATCH (a)" + String(repeating: "-[:R]->()", count: $0) + " RETURN a" }),
    ("labels", { "MATCH (a" + String(repeating: ":L", count: $0) + ") RETURN a" }),
    ("conditions", { "MATCH (a) WHERE (a)-->()" + String(repeating: " AND NOT (a)-->()", count: $0) + " RETURN a" }),
    ("clauses", { "MATCH (a) " + String(repeating: "WITH a MATCH (a) ", count: $0) + "RETURN a" }),
    (
      "CASE",
      { "RETURN " + String(repeating: "CASE WHEN a THEN ", count: $0) + "1" + String(repeating: " END", count: $0) }
    ),
  ]

  @Test(arguments: 0..<shapes.count)
  func `ten times the text takes ten times the steps`(index: Int) throws {
    let (name, text) = Self.shapes[index]
    let small = try steps(text(90))
    let large = try steps(text(900))
    #expect(large < small * 11, "\(name): \(small) steps become \(large)")
  }

  private func steps(_ text: String) throws -> Int {
    var parser = try Parser(SourceText(text, name: "query"))
    _ = try parser.statement()
    return parser.steps
  }
}
