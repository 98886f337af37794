import EntenteSyntax

/// Gives every node, or every node with a label, in ascending order of ids.
final class NodeScanOperator: PhysicalOperator {
  let layout: RowLayout
  private let context: ExecutionContext
  private let label: Text?
  private var nodes: NodeSet?
  private var cursor: UInt32 = 0
  private var isAtEnd = false

  init(_ variable: Variable, label: Text?, context: ExecutionContext) {
    layout = RowLayout([variable])
    self.label = label
    self.context = context
  }

  func open(_ argument: RowBatch) {
    nodes = nil
    cursor = 0
    isAtEnd = false
  }

  func next() throws(QueryError) -> RowBatch? {
    guard !isAtEnd else { return nil }
    try context.monitor.check()
    guard let nodes = resolved() else { return nil }
    var ids: ContiguousArray<UInt32> = []
    ids.reserveCapacity(RowBatch.preferredCount)
    isAtEnd = !nodes.next(&cursor, limit: RowBatch.preferredCount, into: &ids)
    context.monitor.note(work: ids.count)
    return ids.isEmpty ? nil : RowBatch(layout: layout, columns: [.nodes(ids)], count: ids.count)
  }

  /// Looked up when the first rows are wanted: a clause below may have written by then.
  private func resolved() -> NodeSet? {
    if let nodes { return nodes }
    if let label {
      nodes = context.graph.catalog.label(label).map { context.graph.nodes(with: $0) }
    } else {
      nodes = context.graph.nodes
    }
    return nodes
  }
}
