import EntenteSyntax

/// Gives the pairs of a left and a right row in which both sides of every key are equal.
///
/// Batches are read from both inputs in turn until one ends: that side, the smaller one, is kept in a hash table, and
/// the other is streamed. Opened again, as for each row of a subquery, the operator keeps the right side, which does
/// not depend on the outer rows, as long as the snapshot is the same.
final class HashJoinOperator: PhysicalOperator {
  let layout: RowLayout
  private let left: any PhysicalOperator
  private let right: any PhysicalOperator
  private let keys: [LogicalPlan.JoinKey]
  private let context: ExecutionContext
  private let evaluator: Evaluator

  /// The side that is kept.
  private var table: JoinTable?
  private var keepsRight = false
  /// The snapshot that a kept right side was read from.
  private var snapshot: Graph?
  private var wasOpened = false
  private var reserved = 0
  /// Batches of the streamed side that were read before it was known which side ends first.
  private var waiting: ArraySlice<RowBatch> = []

  /// Where the walk through the current batch of the streamed side stands.
  private var batch: RowBatch?
  private var batchKeys: ContiguousArray<JoinTable.Key> = []
  private var row = 0
  private var matches = JoinTable.Matches()

  init(
    _ left: any PhysicalOperator, _ right: any PhysicalOperator, on keys: [LogicalPlan.JoinKey],
    context: ExecutionContext
  ) {
    self.left = left
    self.right = right
    self.keys = keys
    self.context = context
    evaluator = Evaluator(context)
    layout = RowLayout(left.layout.variables + right.layout.variables)
  }

  func open(_ argument: RowBatch) {
    left.open(argument)
    right.open(argument)
    waiting = []
    batch = nil
    if !keepsRight {
      table = nil
      context.monitor.release(bytes: reserved)
      reserved = 0
    }
  }

  func next() throws(QueryError) -> RowBatch? {
    while true {
      if batch == nil {
        guard let next = try nextStreamed() else { return nil }
        batch = next
        batchKeys = try joinKeys(next, keepsRight ? keys.map(\.left) : keys.map(\.right))
        row = -1
        matches = JoinTable.Matches()
      }
      guard let current = batch, let table else { return nil }
      try context.monitor.check()
      var rows: ContiguousArray<Int32> = []
      var others: ContiguousArray<Int32> = []
      while rows.count < RowBatch.preferredCount {
        if let other = table.nextRow(&matches) {
          rows.append(Int32(truncatingIfNeeded: row))
          others.append(other)
          continue
        }
        row += 1
        guard row < current.count else {
          batch = nil
          break
        }
        matches = table.matches(batchKeys[row])
      }
      guard !rows.isEmpty else { continue }
      let streamed = current.gather(rows)
      let kept = table.rows.gather(others)
      return keepsRight
        ? streamed.appending(kept.columns, layout: layout) : kept.appending(streamed.columns, layout: layout)
    }
  }

  private func nextStreamed() throws(QueryError) -> RowBatch? {
    if let table, !keepsRight || snapshot === context.graph, table.rows.count == 0 { return nil }
    if let batch = waiting.popFirst() { return batch }
    if keepsRight {
      // A clause on the left may write what the right reads, before it gives its first row.
      let batch = try left.next()
      if batch == nil || snapshot === context.graph && !context.seesWrites { return batch }
      try keep(try drain(right), ofRight: true)
      return batch
    }
    if table != nil { return try right.next() }
    try chooseSide()
    return table == nil ? nil : try nextStreamed()
  }

  /// Reads both sides in turn, the one with fewer rows so far first, and keeps the one that ends.
  private func chooseSide() throws(QueryError) {
    var lefts: [RowBatch] = []
    var rights: [RowBatch] = []
    var (leftCount, rightCount) = (0, 0)
    if wasOpened {
      guard let first = try left.next() else { return }
      waiting = [first]
      return try keep(try drain(right), ofRight: true)
    }
    wasOpened = true
    while true {
      if leftCount <= rightCount {
        guard let batch = try left.next() else {
          waiting = rights[...]
          if !lefts.isEmpty { try keep(lefts, ofRight: false) }
          return
        }
        try reserve(batch)
        leftCount += batch.count
        lefts.append(batch)
      } else {
        guard let batch = try right.next() else {
          waiting = lefts[...]
          return try keep(rights, ofRight: true)
        }
        try reserve(batch)
        rightCount += batch.count
        rights.append(batch)
      }
    }
  }

  private func drain(_ side: any PhysicalOperator) throws(QueryError) -> [RowBatch] {
    context.monitor.release(bytes: reserved)
    reserved = 0
    var batches: [RowBatch] = []
    while let batch = try side.next() {
      try reserve(batch)
      batches.append(batch)
    }
    return batches
  }

  /// Draws what a batch holds, and what its rows take in the table.
  private func reserve(_ batch: RowBatch) throws(QueryError) {
    try context.monitor.check()
    let bytes = batch.estimatedBytes + batch.count * (64 + 32 * keys.count)
    try context.monitor.reserve(bytes: bytes)
    reserved += bytes
  }

  private func keep(_ batches: [RowBatch], ofRight: Bool) throws(QueryError) {
    let side = ofRight ? right : left
    let rows = RowBatch(
      layout: side.layout,
      columns: side.layout.variables.indices.map { slot in .concatenated(batches.map { $0.columns[slot] }) },
      count: batches.reduce(0) { $0 + $1.count })
    var rowKeys: ContiguousArray<JoinTable.Key> = []
    rowKeys.reserveCapacity(rows.count)
    for batch in batches { rowKeys += try joinKeys(batch, ofRight ? keys.map(\.right) : keys.map(\.left)) }
    table = JoinTable(rows, keys: rowKeys)
    keepsRight = ofRight
    snapshot = ofRight ? context.graph : nil
  }

  private func joinKeys(
    _ batch: RowBatch, _ expressions: [BoundExpression]
  ) throws(QueryError) -> ContiguousArray<JoinTable.Key> {
    var columns: [ContiguousArray<Value?>] = []
    for expression in expressions { columns.append(try evaluator.attempt(expression, over: batch)) }
    return ContiguousArray(
      (0..<batch.count).map { row -> JoinTable.Key in
        var values: ContiguousArray<Value> = []
        var isOpen = false
        for column in columns {
          guard let value = column[row] else {
            isOpen = true
            continue
          }
          guard value.equalsItself else { return .never }
          values.append(value)
        }
        if isOpen { return .open }
        return .value(EquivalenceKey(values.count == 1 ? values[0] : .list(values)))
      })
  }
}
