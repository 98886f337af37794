import EntenteSyntax

/// Expressions that stand for a column already projected.
///
/// After `RETURN n.age + 1 AS next ORDER BY n.age + 1` the sort expression is the column `next`.
struct Substitutions {
  private struct ProjectedColumn {
    let expression: Expression
    let variable: Variable
    /// The scope that declares the variable, by its place on the stack.
    let level: Int
  }

  private var columns: [Expression: ProjectedColumn] = [:]

  var isEmpty: Bool { columns.isEmpty }

  /// Of two equal expressions the first counts.
  mutating func add(_ expression: Expression, _ variable: Variable, level: Int) {
    let shape = expression.shape
    if columns[shape] == nil { columns[shape] = ProjectedColumn(expression: shape, variable: variable, level: level) }
  }

  func column(for expression: Expression) -> (variable: Variable, level: Int)? {
    guard !columns.isEmpty, let column = columns[expression.shape] else { return nil }
    return (column.variable, column.level)
  }

  /// Drops what a new local variable of this name hides.
  mutating func hide(_ name: String) {
    let name = Text(name)
    columns = columns.filter { !$0.value.expression.mentions(name) }
  }
}
