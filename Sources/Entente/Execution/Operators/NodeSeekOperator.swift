import EntenteSyntax

/// Gives each input row once for every node whose id in the file is looked for, in ascending order of nodes.
final class NodeSeekOperator: PhysicalOperator {
  let layout: RowLayout
  private let input: any PhysicalOperator
  private let ids: LogicalPlan.SoughtIDs
  private let context: ExecutionContext
  private let evaluator: Evaluator
  private let index: NodeIDIndex

  /// Where the walk through the current input batch stands.
  private var batch: RowBatch?
  private var values: ContiguousArray<Value?> = []
  private var row = 0
  private var found: ArraySlice<UInt32> = []

  init(_ input: any PhysicalOperator, _ variable: Variable, _ ids: LogicalPlan.SoughtIDs, context: ExecutionContext) {
    self.input = input
    self.ids = ids
    self.context = context
    evaluator = Evaluator(context)
    index = NodeIDIndex(context)
    layout = RowLayout(input.layout.variables + [variable])
  }

  func open(_ argument: RowBatch) {
    input.open(argument)
    batch = nil
  }

  func next() throws(QueryError) -> RowBatch? {
    while true {
      if batch == nil {
        guard let next = try input.next() else { return nil }
        batch = next
        values = try evaluator.attempt(ids.value, over: next)
        row = -1
        found = []
      }
      guard let current = batch else { return nil }
      try context.monitor.check()
      var rows: ContiguousArray<Int32> = []
      var nodes: ContiguousArray<UInt32> = []
      while rows.count < RowBatch.preferredCount {
        if let node = found.popFirst() {
          rows.append(Int32(truncatingIfNeeded: row))
          nodes.append(node)
          continue
        }
        row += 1
        guard row < current.count else {
          batch = nil
          break
        }
        found = try sought(values[row])[...]
      }
      guard !rows.isEmpty else { continue }
      return current.gather(rows).appending([.nodes(nodes)], layout: layout)
    }
  }

  /// The nodes for a value; all nodes where the value, or that it is a list, is for the predicate to complain about.
  private func sought(_ value: Value?) throws(QueryError) -> [UInt32] {
    switch value {
    case .null?: return []
    case .list(let items)? where ids.isList:
      if items.count == 1 { return try index.nodes(with: items[0]) }
      var nodes: Set<UInt32> = []
      for item in items {
        try context.step()
        nodes.formUnion(try index.nodes(with: item))
      }
      return nodes.sorted()
    case let value? where !ids.isList: return try index.nodes(with: value)
    case nil, .some:
      context.monitor.note(work: context.graph.nodeCount)
      return Array(0..<UInt32(context.graph.nodeCount))
    }
  }
}
