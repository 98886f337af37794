/// Expressions by kind, not deeper than asked for. They may be null and, seldom, fail at run time.
extension RandomQuery {
  /// A property of a known element, of the key that usually holds values of a kind.
  private mutating func property(_ keys: [String]) -> String? {
    let elements = variables(.node, .relationship)
    guard !elements.isEmpty else { return nil }
    return "\(random.pick(elements)).\(random.chance(10) ? "v" : random.pick(keys))"
  }

  mutating func integer(_ depth: Int) -> String {
    let known = variables(.integer)
    switch random.next() % (depth > 0 ? 14 : 4) {
    case 0 where !known.isEmpty: return random.pick(known)
    case 0...1: return property(["p", "w", "i", "f"]) ?? "1"
    case 2, 3: return random.pick(["0", "1", "2", "-1", "0.5", "$x", "null", "3", "9223372036854775807"])
    case 4, 5: return "(\(integer(depth - 1)) \(random.pick(["+", "-", "*", "%", "/"])) \(integer(depth - 1)))"
    case 6: return "size(\(random.chance(60) ? list(depth - 1) : string(depth - 1)))"
    case 7:
      let paths = variables(.path)
      return paths.isEmpty ? "abs(\(integer(depth - 1)))" : "length(\(random.pick(paths)))"
    case 8: return "coalesce(\(integer(depth - 1)), \(integer(depth - 1)))"
    case 9: return "CASE WHEN \(boolean(depth - 1)) THEN \(integer(depth - 1)) ELSE \(integer(depth - 1)) END"
    case 10:
      return patternPredicate().map { random.chance(50) ? "COUNT { \($0) }" : "size([\($0) WHERE \(boolean(0)) | 1])" }
        ?? "1"
    case 11: return "reduce(s = 0, e IN [1, 2, \(integer(depth - 1))] | s + e)"
    case 12: return "head([\(integer(depth - 1)), 2])"
    default: return "toInteger(\(random.pick(["'1'", "1.5", "'x'", string(depth - 1)])))"
    }
  }

  mutating func string(_ depth: Int) -> String {
    let known = variables(.string)
    switch random.next() % (depth > 0 ? 9 : 4) {
    case 0 where !known.isEmpty: return random.pick(known)
    case 0...1: return property(["s"]) ?? "'a'"
    case 2, 3: return random.pick(["'a'", "'b'", "''", "'é'", "'한'", "$s", "null"])
    case 4: return "(\(string(depth - 1)) + \(string(depth - 1)))"
    case 5: return "\(random.pick(["toUpper", "toLower", "reverse", "trim"]))(\(string(depth - 1)))"
    case 6: return "substring(\(string(depth - 1)), \(random.next() % 3))"
    case 7:
      let relationships = variables(.relationship)
      return relationships.isEmpty ? "'R'" : "type(\(random.pick(relationships)))"
    default: return "toString(\(integer(depth - 1)))"
    }
  }

  mutating func boolean(_ depth: Int) -> String {
    let known = variables(.boolean)
    let nodes = variables(.node)
    switch random.next() % (depth > 0 ? 16 : 4) {
    case 0 where !known.isEmpty: return random.pick(known)
    case 0: return property(["b"]) ?? "true"
    case 1: return random.pick(["true", "false", "null"])
    case 2, 3: return comparison(0)
    case 4, 5: return comparison(depth - 1)
    case 6, 7, 8: return "(\(boolean(depth - 1)) \(random.pick(["AND", "OR", "XOR"])) \(boolean(depth - 1)))"
    case 9: return "(NOT \(boolean(depth - 1)))"
    case 10: return "(\(anything(depth - 1)) IS \(random.pick(["", "NOT "]))NULL)"
    case 11: return "(\(integer(depth - 1)) IN \(list(depth - 1)))"
    case 12:
      let operation = random.pick(["STARTS WITH", "ENDS WITH", "CONTAINS"])
      return "(\(string(depth - 1)) \(operation) \(string(depth - 1)))"
    case 13: return nodes.isEmpty ? "true" : "(\(random.pick(nodes)):\(random.pick(["A", "B", "A:B"])))"
    case 14: return patternPredicate().map { random.chance(50) ? $0 : "EXISTS { \($0) }" } ?? "false"
    default:
      let quantifier = random.pick(["any", "all", "none", "single"])
      return "\(quantifier)(e IN \(list(depth - 1)) WHERE e \(random.pick(["=", "<>", "<"])) \(integer(depth - 1)))"
    }
  }

  private mutating func comparison(_ depth: Int) -> String {
    let operators = ["=", "=", "<>", "<", "<=", ">", ">="]
    var text = "\(anything(depth)) \(random.pick(operators)) \(anything(depth))"
    if random.chance(8) { text += " \(random.pick(operators)) \(anything(depth))" }
    return "(\(text))"
  }

  mutating func list(_ depth: Int) -> String {
    let known = variables(.list, .relationships)
    switch random.next() % (depth > 0 ? 9 : 4) {
    case 0 where !known.isEmpty: return random.pick(known)
    case 0, 1: return random.pick(["[]", "[1, 2]", "[1, null, 'a']", "$list", "['a', 'b']", "[0.5, true]"])
    case 2: return "[\(integer(0)), \(string(0))]"
    case 3: return property(["l"]).map { "coalesce(\($0), [1])" } ?? "range(0, 2)"
    case 4: return "[e IN \(list(depth - 1)) WHERE \(boolean(depth - 1)) | e]"
    case 5: return "[e IN range(0, 2) | e + \(integer(depth - 1))]"
    case 6: return "\(list(depth - 1))[\(random.pick(["0..1", "1..", "..-1", "-2.."]))]"
    case 7:
      let nodes = variables(.node)
      return nodes.isEmpty ? "[0]" : "\(random.pick(["labels", "keys"]))(\(random.pick(nodes)))"
    default: return "(\(list(depth - 1)) + \(list(depth - 1)))"
    }
  }

  private static let temporalValues = [
    "date('2025-02-28')", "date('2024-02-29') + duration('P1Y')", "localtime('10:30')", "time('10:30+01:00')",
    "localdatetime('2025-01-01T10:30')", "datetime('2017-10-29T02:30[Europe/Stockholm]')", "duration('P1M2DT3.5S')",
    "duration.between(date('2024-01-31'), date('2025-03-01'))", "date.truncate('week', date('2025-01-01')).year",
    "partialdate('2025-02')", "{p: 1, q: null}", "{}", "[[1, null], {p: 0.5}]",
  ]

  private mutating func anything(_ depth: Int) -> String {
    switch random.next() % 8 {
    case 0: string(depth)
    case 1: list(depth)
    case 2: scope.isEmpty ? "null" : random.pick(scope).name
    case 3: property(["v", "b", "l", "s", "f"]) ?? "1"
    case 4 where random.chance(40): random.pick(Self.temporalValues)
    default: integer(depth)
    }
  }
}
