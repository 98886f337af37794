import EntenteSyntax

/// Gives the rows of every branch, one after the other, under the variables of the first.
final class UnionOperator: PhysicalOperator {
  let layout: RowLayout
  private let branches: [(input: any PhysicalOperator, variables: [Variable])]
  private var argument = RowBatch.unit
  private var index = 0

  init(_ branches: [(input: any PhysicalOperator, variables: [Variable])], as variables: [Variable]) {
    self.branches = branches
    layout = RowLayout(variables)
  }

  func open(_ argument: RowBatch) {
    self.argument = argument
    index = 0
    branches.first?.input.open(argument)
  }

  func next() throws(QueryError) -> RowBatch? {
    while index < branches.count {
      let branch = branches[index]
      if let batch = try branch.input.next() {
        let columns = branch.variables.map { batch.column(of: $0) ?? .constant(.null, count: batch.count) }
        return RowBatch(layout: layout, columns: columns, count: batch.count)
      }
      index += 1
      if index < branches.count { branches[index].input.open(argument) }
    }
    return nil
  }
}
