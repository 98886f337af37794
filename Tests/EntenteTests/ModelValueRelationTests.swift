import Entente
import Testing

@Suite struct `Relations on values` {
  let values = AwkwardValues.all

  @Test func `a value takes at most sixteen bytes`() {
    #expect(MemoryLayout<Value>.size <= 16)
    #expect(MemoryLayout<Value>.stride <= 16)
  }

  @Test func `equality is symmetric and gives null only where null is involved`() {
    for left in values {
      for right in values {
        #expect(Value.equals(left, right) == Value.equals(right, left))
        if !left.literal.contains("null") && !right.literal.contains("null") {
          #expect(Value.equals(left, right) != nil, "\(left) = \(right)")
        }
      }
    }
  }

  @Test func `equivalence is reflexive, symmetric and transitive`() {
    for a in values {
      #expect(Value.areEquivalent(a, a), "\(a)")
      for b in values {
        #expect(Value.areEquivalent(a, b) == Value.areEquivalent(b, a))
        guard Value.areEquivalent(a, b) else { continue }
        for c in values where Value.areEquivalent(b, c) {
          #expect(Value.areEquivalent(a, c), "\(a) \(b) \(c)")
        }
      }
    }
  }

  @Test func `values that are equal are equivalent, and equivalent values without null or NaN are equal`() {
    for left in values {
      for right in values {
        if Value.equals(left, right) == true { #expect(Value.areEquivalent(left, right), "\(left) \(right)") }
        let text = left.literal + right.literal
        if Value.areEquivalent(left, right), !text.contains("null"), !text.contains("NaN") {
          #expect(Value.equals(left, right) == true, "\(left) \(right)")
        }
      }
    }
  }

  @Test func `equivalent values hash alike`() {
    for left in values {
      for right in values where Value.areEquivalent(left, right) {
        #expect(EquivalenceKey(left).hashValue == EquivalenceKey(right).hashValue, "\(left) \(right)")
      }
    }
  }

  @Test func `the order is total, and the same as equivalence where it says the same`() {
    for a in values {
      for b in values {
        let order = Value.order(a, b)
        #expect(order == Value.order(b, a).reversed, "\(a) \(b)")
        #expect((order == .same) == Value.areEquivalent(a, b), "\(a) \(b)")
        for c in values where order != .descending && Value.order(b, c) != .descending {
          #expect(Value.order(a, c) != .descending, "\(a) \(b) \(c)")
        }
      }
    }
  }

  @Test func `comparison agrees with the order within a kind, and is null or false elsewhere`() {
    for left in AwkwardValues.scalars {
      for right in AwkwardValues.scalars {
        let less = Value.isLess(left, right)
        let lessOrEqual = Value.isLessOrEqual(left, right)
        #expect((less == nil) == (lessOrEqual == nil))
        if less == true { #expect(Value.order(left, right) == .ascending) }
        if lessOrEqual == true { #expect(Value.order(left, right) != .descending) }
        if let less, left.literal != "NaN", right.literal != "NaN" {
          #expect(less == (Value.order(left, right) == .ascending), "\(left) \(right)")
        }
      }
    }
  }

  @Test(
    arguments: [
      ("[null] = [1]", list(.null), list(.integer(1)), nil),
      ("[1, 2] = [1]", list(.integer(1), .integer(2)), list(.integer(1)), false),
      ("['a'] = [1]", list(.string("a")), list(.integer(1)), false),
      ("[1, null] = [2, 2]", list(.integer(1), .null), list(.integer(2), .integer(2)), false),
      (
        "[[1], [2]] = [[1], [null]]", list(list(.integer(1)), list(.integer(2))),
        list(list(.integer(1)), list(.null)), nil
      ),
      ("{k: null} = {}", map(("k", .null)), map(), false),
      ("{k: null} = {l: null}", map(("k", .null)), map(("l", .null)), false),
      (
        "{k: null, l: 1} = {k: null, m: 1}", map(("k", .null), ("l", .integer(1))),
        map(("k", .null), ("m", .integer(1))), false
      ),
      (
        "{k: 1, l: null} = {k: 1, l: 1}", map(("k", .integer(1)), ("l", .null)),
        map(("k", .integer(1)), ("l", .integer(1))), nil
      ),
      ("NaN = NaN", .float(.nan), .float(.nan), false),
      ("NaN = 'a'", .float(.nan), .string("a"), false),
      ("1 = 1.0", .integer(1), .float(1), true),
      ("2^53 + 1 = 2.0^53", .integer((1 << 53) + 1), .float(0x1p53), false),
      ("0.0 = -0.0", .float(0), .float(-0.0), true),
      ("'é' = 'e + accent'", .string("é"), .string("e\u{301}"), false),
    ] as [(String, Value, Value, Bool?)])
  func `equality of`(name: String, left: Value, right: Value, expected: Bool?) {
    #expect(Value.equals(left, right) == expected, "\(name)")
  }

  @Test(
    arguments: [
      ("[1, 0] >= [1]", list(.integer(1), .integer(0)), list(.integer(1)), true),
      ("[1, null] >= [1]", list(.integer(1), .null), list(.integer(1)), true),
      ("[1, 2] >= [1, null]", list(.integer(1), .integer(2)), list(.integer(1), .null), nil),
      ("[1, 'a'] >= [1, null]", list(.integer(1), .string("a")), list(.integer(1), .null), nil),
      ("[1, 2] >= [3, null]", list(.integer(1), .integer(2)), list(.integer(3), .null), false),
      ("[1] >= ['a']", list(.integer(1)), list(.string("a")), nil),
      ("NaN >= 1", .float(.nan), .integer(1), false),
      ("NaN >= NaN", .float(.nan), .float(.nan), false),
      ("NaN >= 'a'", .float(.nan), .string("a"), nil),
      ("{} >= {}", map(), map(), nil),
      ("true >= false", .boolean(true), .boolean(false), true),
    ] as [(String, Value, Value, Bool?)])
  func `comparison of`(name: String, left: Value, right: Value, expected: Bool?) {
    #expect(Value.isLessOrEqual(right, left) == expected, "\(name)")
  }

  @Test func `kinds sort as openCypher orders them`() {
    let sorted: [Value] = [
      map(("a", .string("map"))), .node(NodeID(0)), .relationship(RelationshipID(0)), list(.string("list")),
      .path(PathValue(elements: [0])), .string("text"), .boolean(false), .boolean(true), .float(1.5),
      .integer(2),
      .float(.infinity), .float(.nan), .null,
    ]
    let shuffled = Array(sorted.reversed()).sorted(by: Value.precedes)
    #expect(shuffled.map(\.literal) == sorted.map(\.literal))
  }

  @Test func `lists sort place by place, null last`() {
    let sorted = [
      list(), list(.string("a")), list(.string("a"), .integer(1)), list(.integer(1)),
      list(.integer(1), .string("a")),
      list(.integer(1), .null), list(.null, .integer(1)), list(.null, .integer(2)),
    ]
    #expect(sorted.reversed().sorted(by: Value.precedes).map(\.literal) == sorted.map(\.literal))
  }

  @Test func `texts order by code point`() {
    // UTF-16 order would put the emoji before U+FFFD.
    #expect(Text("\u{FFFD}") < Text("\u{1F9D0}"))
    #expect(Text("a") < Text("ab"))
    #expect(Text("") < Text("a"))
    #expect(!(Text("") < Text("")))
  }
}

func list(_ values: Value...) -> Value { .list(ContiguousArray(values)) }
func map(_ entries: (Text, Value)...) -> Value { .map(MapValue(entries)) }
