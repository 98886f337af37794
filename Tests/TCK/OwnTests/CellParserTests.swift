import Entente
import Testing

@Suite struct CellParserTests {
  @Test(
    arguments: [
      ("null", .null), ("true", .boolean(true)), ("false", .boolean(false)), ("-1", .integer(-1)),
      ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)), ("1.0", .float(1)),
      (".5", .float(0.5)), ("1e9", .float(1e9)), ("-1E-3", .float(-0.001)), ("NaN", .float(.nan)),
      ("Inf", .float(.infinity)), ("-Inf", .float(-.infinity)), ("''", .string("")),
      (#"'it\'s'"#, .string("it's")), (#"'\a"\'"#, .string(#"\a"\"#)), ("[]", .list([])),
      ("[1, [null], 'a']", .list([.integer(1), .list([.null]), .string("a")])), ("{}", .map([:])),
      ("{a: 1, b: {c: []}}", .map(["a": .integer(1), "b": .map(["c": .list([])])])),
      ("()", .node(CellNode())),
      ("(:B:A {x: 1})", .node(CellNode(labels: ["A", "B"], properties: ["x": .integer(1)]))),
      ("({x: 1})", .node(CellNode(properties: ["x": .integer(1)]))),
      ("[:T]", .relationship(CellRelationship(type: "T"))),
      ("[:T {a: 'b'}]", .relationship(CellRelationship(type: "T", properties: ["a": .string("b")]))),
      (
        "[[:T], [:U]]",
        .list([.relationship(CellRelationship(type: "T")), .relationship(CellRelationship(type: "U"))])
      ),
      ("<()>", .path(CellNode(), [])),
      (
        "<(:A)-[:T]->()<-[:U]-(:B)>",
        .path(
          CellNode(labels: ["A"]),
          [
            CellHop(relationship: CellRelationship(type: "T"), isForward: true, node: CellNode()),
            CellHop(
              relationship: CellRelationship(type: "U"), isForward: false, node: CellNode(labels: ["B"])),
          ])
      ),
    ] as [(String, CellValue)])
  func `a cell is read as its value`(_ cell: String, _ value: CellValue) throws {
    #expect(try CellParser.parse(cell) == value)
  }

  @Test(arguments: [
    "", "nul", "1 2", "[1", "[1,]", "{a}", "'a", "(:)", "[:]", "<(a)>", "<()-[:T]-()>", "0x10", "nan",
  ])
  func `a malformed cell is an error`(_ cell: String) {
    #expect(throws: CellError.self) { try CellParser.parse(cell) }
  }

  @Test func `an error says where and what`() {
    #expect(throws: CellError(cell: "[1", offset: 2, expected: "`]`")) { try CellParser.parse("[1") }
    #expect("\(CellError(cell: "[1", offset: 2, expected: "`]`"))" == "the cell `[1` has no `]` at offset 2")
  }

  @Test(arguments: [
    "null", "true", "1", "1.0", "NaN", "-Inf", "'a'", "[1, null]", "{a: 1, b: ''}", "(:A:B {x: 1})", "()",
    "({x: 1})",
    "[:T {a: 1}]", "<(:A)-[:T]->()<-[:U {x: 1}]-(:B)>",
  ])
  func `a value is described as a cell is written`(_ cell: String) throws {
    #expect(try CellParser.parse(cell).description == cell)
  }

  @Test func `an integer is not a float, and NaN is NaN`() throws {
    #expect(CellValue.integer(1) != .float(1))
    #expect(CellValue.float(.nan) == .float(-.nan))
    #expect(CellValue.float(-0.0) == .float(0.0))
    #expect(Set([CellValue.float(.nan), .float(-.nan), .float(-0.0), .float(0.0)]).count == 2)
    // Canonically equivalent, yet not the same text.
    #expect(CellValue.string("\u{E9}") != .string("e\u{301}"))
  }
}
