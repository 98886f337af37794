import EntenteSyntax

/// Gives one row without variables.
final class UnitOperator: PhysicalOperator {
  let layout = RowBatch.unit.layout
  private var isAtEnd = false

  func open(_ argument: RowBatch) { isAtEnd = false }

  func next() -> RowBatch? {
    defer { isAtEnd = true }
    return isAtEnd ? nil : .unit
  }
}
