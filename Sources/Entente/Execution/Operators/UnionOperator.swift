import EntenteSyntax

/// Gives the rows of every branch, one after the other, under the variables of the first.
///
/// Where a branch writes, all run before the first row is given: ids that a later one moves are then told to all rows.
final class UnionOperator: PhysicalOperator {
  let layout: RowLayout
  private let branches: [(input: any PhysicalOperator, variables: [Variable])]
  private let context: ExecutionContext
  private var argument = RowBatch.unit
  private var index = 0
  private var written: ArraySlice<RowBatch>?

  init(
    _ branches: [(input: any PhysicalOperator, variables: [Variable])], as variables: [Variable],
    context: ExecutionContext
  ) {
    self.branches = branches
    self.context = context
    layout = RowLayout(variables)
  }

  func open(_ argument: RowBatch) {
    self.argument = argument
    index = 0
    written = nil
    branches.first?.input.open(argument)
  }

  func next() throws(QueryError) -> RowBatch? {
    guard context.transaction != nil else { return try nextOfBranches() }
    if written == nil {
      var batches: [(RowBatch, Int)] = []
      while let batch = try nextOfBranches() {
        try context.monitor.reserve(bytes: batch.estimatedBytes)
        batches.append((batch, context.generation))
      }
      written = batches.map { context.renumbered($0, since: $1) }[...]
    }
    return written?.popFirst()
  }

  private func nextOfBranches() throws(QueryError) -> RowBatch? {
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
