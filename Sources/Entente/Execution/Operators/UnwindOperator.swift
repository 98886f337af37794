import EntenteSyntax

/// Gives each row once an element of a list; null gives none, any other value itself.
final class UnwindOperator: PhysicalOperator {
  let layout: RowLayout
  private let input: any PhysicalOperator
  private let list: BoundExpression
  private let context: ExecutionContext
  private let evaluator: Evaluator
  private var batch: RowBatch?
  private var row = 0
  private var elements: (any ElementSource)?

  init(_ input: any PhysicalOperator, _ list: BoundExpression, as variable: Variable, context: ExecutionContext) {
    self.input = input
    self.list = list
    self.context = context
    evaluator = Evaluator(context)
    layout = RowLayout(input.layout.variables + [variable])
  }

  func open(_ argument: RowBatch) {
    input.open(argument)
    batch = nil
    elements = nil
  }

  func next() throws(QueryError) -> RowBatch? {
    while true {
      if batch == nil {
        guard let next = try input.next() else { return nil }
        batch = next
        row = -1
        elements = nil
      }
      guard let current = batch else { return nil }
      try context.monitor.check()
      var rows: ContiguousArray<Int32> = []
      var values: ContiguousArray<Value> = []
      while rows.count < RowBatch.preferredCount {
        if var source = elements {
          if let value = source.next() {
            rows.append(Int32(truncatingIfNeeded: row))
            values.append(value)
            elements = source
          } else {
            elements = nil
          }
          continue
        }
        row += 1
        guard row < current.count else {
          batch = nil
          break
        }
        elements = try source(current, row: row)
      }
      guard !rows.isEmpty else { continue }
      return current.gather(rows).appending([.values(values)], layout: layout)
    }
  }

  /// `range(…)` is walked without being built.
  private func source(_ batch: RowBatch, row: Int) throws(QueryError) -> any ElementSource {
    if case .call(.range, let arguments) = list.node {
      if let range = try RangeSequence(arguments, evaluator: evaluator, in: batch, row: row, at: list.range) {
        return range
      }
    }
    switch try evaluator.evaluate(list, in: batch, row: row) {
    case .null: return ListElements(elements: [])
    case .list(let elements): return ListElements(elements: elements)
    case let value: return ListElements(elements: [value])
    }
  }
}

/// What UNWIND walks through.
protocol ElementSource {
  mutating func next() -> Value?
}

/// The elements of a list.
struct ListElements: ElementSource {
  let elements: ContiguousArray<Value>
  private var index = 0

  init(elements: ContiguousArray<Value>) { self.elements = elements }

  mutating func next() -> Value? {
    guard index < elements.count else { return nil }
    defer { index += 1 }
    return elements[index]
  }
}
