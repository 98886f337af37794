import EntenteSyntax

/// Gives every row of the left with every row of the right, which is kept in memory.
final class CartesianProductOperator: PhysicalOperator {
  let layout: RowLayout
  private let left: any PhysicalOperator
  private let right: any PhysicalOperator
  private let context: ExecutionContext
  /// Read when the first left rows are there: a clause on the left may write what the right reads.
  private var rightBatches: [RowBatch]?
  private var reserved = 0
  private var leftBatch: RowBatch?
  private var leftRow = 0
  private var rightIndex = 0

  init(_ left: any PhysicalOperator, _ right: any PhysicalOperator, context: ExecutionContext) {
    self.left = left
    self.right = right
    self.context = context
    layout = RowLayout(left.layout.variables + right.layout.variables)
  }

  func open(_ argument: RowBatch) {
    left.open(argument)
    right.open(argument)
    rightBatches = nil
    leftBatch = nil
    context.monitor.release(bytes: reserved)
    reserved = 0
  }

  func next() throws(QueryError) -> RowBatch? {
    while true {
      if leftBatch == nil {
        guard let next = try left.next() else { return nil }
        leftBatch = next
        leftRow = 0
        rightIndex = 0
      }
      guard let leftBatch, let rightBatches = try loadedRight() else { return nil }
      try context.monitor.check()
      if rightBatches.isEmpty {
        // No rows come, but the left is read to its end: it may write, or fail, and where its batches end must not tell.
        self.leftBatch = nil
        continue
      }
      if rightIndex < rightBatches.count {
        let right = rightBatches[rightIndex]
        rightIndex += 1
        let repeated = ContiguousArray(repeating: Int32(truncatingIfNeeded: leftRow), count: right.count)
        return leftBatch.gather(repeated).appending(right.columns, layout: layout)
      }
      rightIndex = 0
      leftRow += 1
      if leftRow >= leftBatch.count { self.leftBatch = nil }
    }
  }

  private func loadedRight() throws(QueryError) -> [RowBatch]? {
    if let rightBatches { return rightBatches }
    var batches: [RowBatch] = []
    while let batch = try right.next() {
      try context.monitor.reserve(bytes: batch.estimatedBytes)
      reserved += batch.estimatedBytes
      batches.append(batch)
    }
    rightBatches = batches
    return batches
  }
}
