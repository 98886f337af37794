import Entente
import EntenteTestSupport
import Testing

@Suite struct `Literals of values` {
  @Test(arguments: [
    (1.0, "1.0"), (0.0, "0.0"), (-0.0, "0.0"), (-1.5, "-1.5"), (1e9, "1000000000.0"), (1e8, "100000000.0"),
    (0.00001, "0.00001"), (0.000001, "0.000001"), (-0.000001, "-0.000001"), (1e-7, "1e-7"),
    (1.25e-7, "1.25e-7"),
    (1e20, "100000000000000000000.0"), (1e21, "1e21"), (1e308, "1e308"), (-1e-305, "-1e-305"),
    (1.2635418652381264e305, "1.2635418652381264e305"), (1.23456789e308, "1.23456789e308"), (0.1, "0.1"),
    (123.456, "123.456"), (9007199254740993.0, "9007199254740992.0"), (.nan, "NaN"), (.infinity, "Inf"),
    (-.infinity, "-Inf"), (.leastNonzeroMagnitude, "5e-324"), (100.0, "100.0"), (10.5, "10.5"),
  ])
  func `a float is written with its shortest digits`(number: Double, text: String) {
    #expect(number.cypherText == text)
  }

  @Test func `the text of a float reads back as the same float`() {
    let seed = UInt64.random(in: .min ... .max)
    var random = SplitMix64(seed: seed)
    for _ in 0..<2_000 {
      let number = Double(bitPattern: random.next())
      guard number.isFinite, number != 0 else { continue }
      #expect(Double(number.cypherText) == number, "seed \(seed)")
    }
  }

  @Test(arguments: [
    (Value.null, "null"), (.boolean(true), "true"), (.integer(.min), "-9223372036854775808"),
    (.string(""), "''"), (.string("it's"), "'it\\'s'"), (.string("a\\b"), "'a\\\\b'"),
    (.string("line\nnext\ttab\u{1}"), "'line\\nnext\\ttab\\u0001'"), (.string("엔비디아"), "'엔비디아'"),
    (list(), "[]"), (list(.integer(1), .float(2), .null), "[1, 2.0, null]"), (map(), "{}"),
    (map(("b", .integer(1)), ("a", .string("x"))), "{a: 'x', b: 1}"),
    (
      map(("full name", .null), ("name@ko", .null), ("a`b", .null)),
      "{`a``b`: null, `full name`: null, name@ko: null}"
    ),
    (map(("", .null), ("1a", .null), ("이름", .null)), "{``: null, `1a`: null, 이름: null}"),
    (.node(NodeID(3)), "(n:3)"), (.relationship(RelationshipID(5)), "[e:5]"),
    (.path(PathValue(elements: [3, 5, 4])), "<(n:3)-[e:5]-(n:4)>"),
  ])
  func `a value is written as a literal`(value: Value, text: String) {
    #expect(value.literal == text)
  }
}
