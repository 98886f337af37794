import EntenteSyntax

/// Gives the outer rows once.
final class ArgumentOperator: PhysicalOperator {
  let layout: RowLayout
  private var pending: RowBatch?

  init(layout: RowLayout) { self.layout = layout }

  func open(_ argument: RowBatch) { pending = argument.count > 0 ? argument : nil }

  func next() -> RowBatch? {
    defer { pending = nil }
    return pending
  }
}
