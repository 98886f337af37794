import EntenteSyntax

/// Gives the input with some of its columns only.
final class RestrictOperator: PhysicalOperator {
  let layout: RowLayout
  private let input: any PhysicalOperator

  init(_ input: any PhysicalOperator, _ variables: [Variable]) {
    self.input = input
    layout = RowLayout(variables)
  }

  func open(_ argument: RowBatch) { input.open(argument) }

  func next() throws(QueryError) -> RowBatch? {
    try input.next()?.restricted(to: layout)
  }
}
