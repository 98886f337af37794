import EntenteSyntax

/// Gives the node with a file id, if there is one.
final class NodeSeekOperator: PhysicalOperator {
  let layout: RowLayout
  private let context: ExecutionContext
  private let id: BoundExpression
  private let evaluator: Evaluator
  private var isAtEnd = false

  init(_ variable: Variable, id: BoundExpression, context: ExecutionContext) {
    layout = RowLayout([variable])
    self.id = id
    self.context = context
    evaluator = Evaluator(context)
  }

  func open(_ argument: RowBatch) { isAtEnd = false }

  func next() throws(QueryError) -> RowBatch? {
    guard !isAtEnd else { return nil }
    isAtEnd = true
    context.monitor.note(work: 1)
    guard case .string(let text) = try evaluator.evaluate(id, in: .unit, row: 0),
      let node = context.graph.node(withFileID: text)
    else { return nil }
    return RowBatch(layout: layout, columns: [.nodes([node.rawValue])], count: 1)
  }
}
