import EntenteSyntax

/// The names that one query, subquery or comprehension declares.
///
/// Scopes lie on a stack in the ``Binder``; a name is looked up from the innermost one outwards. `WITH` replaces the
/// names of the innermost query and leaves those of outer queries visible.
struct Scope {
  /// What a name stands for.
  enum Meaning {
    case variable(Variable)
    /// Inside an aggregate of ORDER BY: the grouping key behind a new name.
    case groupingKey(BoundExpression)
    /// Inside an aggregate of ORDER BY: the new name of another aggregate.
    case aggregate
    /// Beside an aggregate: an old name that is no grouping key.
    case notGrouped
    /// An old name that DISTINCT or an aggregation has closed off.
    case closed(by: String)
  }

  struct Entry {
    var meaning: Meaning
    var declaration: SourceRange
  }

  enum Kind {
    /// A whole query.
    case query
    /// A query inside an expression, or a pattern as an expression: outer variables used inside are imported.
    case subquery
    /// The variables of a comprehension, quantifier or `reduce`.
    case local
    /// SKIP and LIMIT: no variable of an outer scope may be used inside.
    case constant
  }

  let kind: Kind
  /// In a subquery, the outer variables that were used inside, in order of first use.
  private(set) var imports: [Variable] = []
  /// Keyed by bytes: Swift strings would merge canonically equivalent names.
  private(set) var entries: [Text: Entry] = [:]

  init(_ kind: Kind) {
    self.kind = kind
  }

  subscript(name: String) -> Entry? { entries[Text(name)] }

  mutating func declare(_ name: String, _ meaning: Meaning, at range: SourceRange) {
    entries[Text(name)] = Entry(meaning: meaning, declaration: range)
  }

  mutating func setMeaning(of name: Text, to meaning: Meaning) {
    entries[name]?.meaning = meaning
  }

  /// Replaces all names; imports stay.
  mutating func replaceEntries(by other: Scope) {
    entries = other.entries
  }

  mutating func removeAll() {
    entries = [:]
  }

  mutating func use(_ variable: Variable) {
    if !imports.contains(variable) { imports.append(variable) }
  }

  /// The variables in order of their names.
  var variables: [(name: Text, variable: Variable, declaration: SourceRange)] {
    entries.compactMap { name, entry in
      guard case .variable(let variable) = entry.meaning else { return nil }
      return (name, variable, entry.declaration)
    }
    .sorted { $0.name < $1.name }
  }
}
