/// Writes random queries that bind: every variable is defined and of a fitting kind, every row order asked for.
///
/// Where rows are cut by SKIP and LIMIT they are ordered by all their columns, so that the answer is one.
struct RandomQuery {
  enum Kind: CaseIterable { case node, relationship, relationships, path, integer, string, boolean, list, value }

  struct Variable {
    let name: String
    let kind: Kind
  }

  var random: SplitMix64
  var scope: [Variable] = []
  private var count = 0

  init(random: SplitMix64) { self.random = random }

  mutating func query() -> String {
    guard random.chance(10) else { return singleQuery(columns: nil) }
    let columns = 1 + Int(random.next() % 2)
    return singleQuery(columns: columns) + random.pick([" UNION ", " UNION ALL "]) + singleQuery(columns: columns)
  }

  mutating func name(_ prefix: String) -> String {
    count += 1
    return "\(prefix)\(count)"
  }

  func variables(_ kinds: Kind...) -> [String] { scope.filter { kinds.contains($0.kind) }.map(\.name) }

  private mutating func singleQuery(columns: Int?) -> String {
    scope = []
    count = 0
    var clauses: [String] = []
    for position in 0..<(1 + Int(random.next() % 4)) {
      switch random.next() % 10 {
      case 0..<4: clauses.append(match(optional: false))
      case 4, 5: clauses.append(match(optional: position > 0))
      case 6: clauses.append(unwind())
      default: if position > 0 { clauses.append(projection("WITH", columns: nil)) }
      }
    }
    return (clauses + [projection("RETURN", columns: columns)]).joined(separator: " ")
  }

  private mutating func match(optional: Bool) -> String {
    let patterns = (0..<random.pick([1, 1, 1, 2])).map { _ in path() }.joined(separator: ", ")
    let predicate = random.chance(45) ? " WHERE " + boolean(3) : ""
    return (optional ? "OPTIONAL MATCH " : "MATCH ") + patterns + predicate
  }

  private mutating func unwind() -> String {
    let list = random.chance(50) ? "range(0, \(random.next() % 4))" : list(2)
    let variable = name("u")
    scope.append(Variable(name: variable, kind: .value))
    return "UNWIND \(list) AS \(variable)"
  }

  // MARK: Patterns

  /// A path of a MATCH; its variables come into scope.
  private mutating func path() -> String {
    let isNamed = random.chance(15)
    let pathName = isNamed ? name("p") : ""
    var new: [Variable] = []
    var text = node(&new)
    for _ in 0..<random.pick([0, 1, 1, 1, 2]) { text += relationship(&new) + node(&new) }
    scope += new
    if isNamed { scope.append(Variable(name: pathName, kind: .path)) }
    return isNamed ? "\(pathName) = \(text)" : text
  }

  private mutating func node(_ new: inout [Variable]) -> String {
    let known = variables(.node) + new.filter { $0.kind == .node }.map(\.name)
    if !known.isEmpty, random.chance(35) { return "(\(random.pick(known)))" }
    let labels = random.pick(["", "", "", ":A", ":B", ":A:B", ":C"])
    let properties = random.chance(12) ? " {p: \(random.pick([0, 1]))}" : ""
    guard random.chance(80) else { return "(\(labels)\(properties))" }
    let variable = name("n")
    new.append(Variable(name: variable, kind: .node))
    return "(\(variable)\(labels)\(properties))"
  }

  private mutating func relationship(_ new: inout [Variable]) -> String {
    let type = random.pick(["", "", ":R", ":S", ":R|S", ":T"])
    let length = random.chance(25) ? random.pick(["*", "*0..1", "*1..2", "*2", "*0..", "*..3", "*2..1"]) : ""
    let properties = random.chance(12) ? " {w: \(random.pick([0, 1]))}" : ""
    var variable = ""
    if random.chance(55) {
      variable = name("r")
      new.append(Variable(name: variable, kind: length.isEmpty ? .relationship : .relationships))
    }
    let (left, right) = random.pick([("-", "->"), ("<-", "-"), ("-", "-")])
    return "\(left)[\(variable)\(type)\(length)\(properties)]\(right)"
  }

  /// A pattern between known nodes, for predicates; it defines nothing.
  mutating func patternPredicate() -> String? {
    let nodes = variables(.node)
    guard !nodes.isEmpty else { return nil }
    let end = random.chance(40) ? random.pick(nodes) : random.pick(["", ":A", ":B"])
    let type = random.pick(["", ":R", ":S", ":R*1..2"])
    let (left, right) = random.pick([("-", "->"), ("<-", "-"), ("-", "-")])
    return "(\(random.pick(nodes)))\(left)[\(type)]\(right)(\(end))"
  }

  // MARK: Projections

  private mutating func projection(_ keyword: String, columns: Int?) -> String {
    let count = columns ?? 1 + Int(random.next() % 3)
    let aggregates = random.chance(30)
    var items: [(text: String, variable: Variable)] = []
    for index in 0..<count {
      let isAggregate = aggregates && (index == count - 1 || random.chance(40))
      let (text, kind) = isAggregate ? aggregate() : value()
      items.append((text, Variable(name: columns == nil ? name("x") : "c\(index)", kind: kind)))
    }
    let distinct = random.chance(20) ? "DISTINCT " : ""
    var text = "\(keyword) \(distinct)" + items.map { "\($0.text) AS \($0.variable.name)" }.joined(separator: ", ")
    if columns == nil, random.chance(25) {
      text += " ORDER BY " + items.map { $0.variable.name + random.pick(["", "", " DESC"]) }.joined(separator: ", ")
      if random.chance(30) { text += " SKIP \(random.next() % 3)" }
      if random.chance(60) { text += " LIMIT \(random.next() % 5)" }
    }
    scope = items.map(\.variable)
    if keyword == "WITH", random.chance(25) { text += " WHERE " + boolean(2) }
    return text
  }

  /// An expression of any kind.
  private mutating func value() -> (String, Kind) {
    if !scope.isEmpty, random.chance(45) {
      let variable = random.pick(scope)
      return (variable.name, variable.kind)
    }
    switch random.next() % 5 {
    case 0: return (boolean(2), .boolean)
    case 1: return (string(2), .string)
    case 2: return (list(2), .list)
    default: return (integer(2), .integer)
    }
  }

  private mutating func aggregate() -> (String, Kind) {
    let distinct = random.chance(25) ? "DISTINCT " : ""
    switch random.next() % 6 {
    case 0, 1: return ("count(*)", .integer)
    case 2: return ("count(\(distinct)\(value().0))", .integer)
    case 3: return ("sum(\(distinct)\(integer(1)))", .integer)
    case 4: return ("\(random.pick(["min", "max"]))(\(integer(1)))", .integer)
    default: return ("size(collect(\(distinct)\(value().0)))", .integer)
    }
  }
}
