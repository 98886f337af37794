import EntenteSyntax

/// Gives each left row with the right's rows for it, or once with nulls where there are none.
///
/// The right runs once a left batch; a hidden variable numbers the rows, so that those without a match are known.
final class OptionalOperator: PhysicalOperator {
  let layout: RowLayout
  private let left: any PhysicalOperator
  private let right: any PhysicalOperator
  private let rowNumber: Variable
  private let introduced: [Variable]
  private let context: ExecutionContext
  private var leftBatch: RowBatch?
  private var hasMatch: ContiguousArray<Bool> = []

  /// - Parameter right: its argument is the left's variables and `rowNumber`.
  init(
    _ left: any PhysicalOperator, _ right: any PhysicalOperator, rowNumber: Variable, introduces: [Variable],
    context: ExecutionContext
  ) {
    self.left = left
    self.right = right
    self.rowNumber = rowNumber
    introduced = introduces
    self.context = context
    layout = RowLayout(left.layout.variables.adding(introduces))
  }

  func open(_ argument: RowBatch) {
    left.open(argument)
    leftBatch = nil
  }

  func next() throws(QueryError) -> RowBatch? {
    while true {
      guard let current = leftBatch else {
        guard let next = try left.next() else { return nil }
        leftBatch = next
        hasMatch = ContiguousArray(repeating: false, count: next.count)
        let numbers = ContiguousArray((0..<next.count).map(Int64.init))
        right.open(
          next.appending([.integers(numbers)], layout: RowLayout(next.layout.variables + [rowNumber])))
        continue
      }
      if let matches = try right.next() {
        if case .integers(let numbers)? = matches.column(of: rowNumber) {
          for number in numbers { hasMatch[Int(number)] = true }
        } else {
          // The right does not start from the left's rows where they have no variables: that is the one row before
          // the first clause.
          hasMatch = ContiguousArray(repeating: true, count: hasMatch.count)
        }
        return matches.restricted(to: layout)
      }
      leftBatch = nil
      let missing = ContiguousArray(hasMatch.indices.filter { !hasMatch[$0] }.map(Int32.init))
      guard !missing.isEmpty else { continue }
      let rows = current.gather(missing)
      let nulls = layout.variables.dropFirst(current.columns.count).map { _ in
        Column.constant(.null, count: rows.count)
      }
      return rows.appending(nulls, layout: layout)
    }
  }
}

extension RowBatch {
  /// The batch with the columns of another layout, all of whose variables it has.
  func restricted(to layout: RowLayout) -> RowBatch {
    let columns = layout.variables.map { column(of: $0) ?? .constant(.null, count: count) }
    return RowBatch(layout: layout, columns: columns, count: count)
  }
}
