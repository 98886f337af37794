/// Writes a tree as the text of a query, in one canonical form: keywords in capitals, a clause a line, brackets only
/// where the tree needs them.
///
/// For example, `match (n) where (n.age) > 3 return n` comes back as
///
///     MATCH (n)
///     WHERE n.age > 3
///     RETURN n
///
/// Parsing the text gives the tree back, but for ranges and the texts of columns.
public struct Printer {
  var out = ""
  /// Whether every operator stands in brackets, which shows how a text was read.
  let brackets: Bool

  private init(brackets: Bool) { self.brackets = brackets }

  /// The text of a query, without a semicolon.
  public static func text(of query: Query, brackets: Bool = false) -> String {
    var printer = Printer(brackets: brackets)
    switch query.mode {
    case .run: break
    case .explain: printer.out += "EXPLAIN "
    case .profile: printer.out += "PROFILE "
    }
    if let asOf = query.asOf {
      printer.out += "AS OF "
      printer.write(asOf)
      printer.out += "\n"
    }
    printer.write(query, separator: "\n")
    return printer.out
  }

  /// The text of an expression, on one line unless a string holds line breaks.
  public static func text(of expression: Expression, brackets: Bool = false) -> String {
    var printer = Printer(brackets: brackets)
    printer.write(expression)
    return printer.out
  }

  /// The text of a pattern.
  public static func text(of pattern: PathPattern) -> String {
    var printer = Printer(brackets: false)
    printer.write(pattern)
    return printer.out
  }

  mutating func write(_ query: Query, separator: String) {
    for (index, part) in query.parts.enumerated() {
      if index > 0 {
        let all = index <= query.unions.count && query.unions[index - 1].all
        out += "\(separator)UNION\(all ? " ALL" : "")\(separator)"
      }
      write(part.clauses, separator: separator)
    }
  }

  mutating func write(_ clauses: [Clause], separator: String) {
    for (index, clause) in clauses.enumerated() {
      if index > 0 { out += separator }
      write(clause, separator: separator)
    }
  }

  /// Writes items with something between them.
  mutating func list<Item>(
    _ items: [Item], _ separator: String = ", ", _ write: (inout Printer, Item) -> Void
  ) {
    for (index, item) in items.enumerated() {
      if index > 0 { out += separator }
      write(&self, item)
    }
  }
}
