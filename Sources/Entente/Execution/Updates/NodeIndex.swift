/// Finds nodes by a label and the values of some keys, while a clause writes.
///
/// A hash table over a snapshot, built when it is first asked, and kept up with the nodes that change. It may name
/// nodes that have changed since: who asks looks at each again.
final class NodeIndex {
  private let label: Text?
  private let keys: [Text]
  private let context: ExecutionContext
  private var snapshot: Graph?
  private var seenChanges = 0
  private var nodes: [EquivalenceKey: ContiguousArray<UInt32>] = [:]
  private var entries: Set<Entry> = []

  private struct Entry: Hashable {
    let key: EquivalenceKey
    let node: UInt32
  }

  init(label: Text?, keys: [Text], _ context: ExecutionContext) {
    self.label = label
    self.keys = keys
    self.context = context
  }

  /// The nodes that may have these values of the keys, in ascending order of ids unless they changed.
  ///
  /// - Complexity: O(nodes with the label) the first time in a snapshot, then O(changes since + found).
  func nodes(_ values: [Value], in transaction: GraphTransaction) -> [NodeID] {
    if snapshot !== transaction.current { build(transaction) }
    while seenChanges < transaction.changedNodes.count {
      let node = transaction.changedNodes[seenChanges]
      seenChanges += 1
      addChanged(NodeID(node), transaction)
    }
    return (nodes[EquivalenceKey(.list(ContiguousArray(values)))] ?? []).map(NodeID.init)
  }

  private func build(_ transaction: GraphTransaction) {
    let graph = transaction.current
    snapshot = graph
    seenChanges = 0
    nodes = [:]
    entries = []
    guard let label else { return add(graph.nodes, transaction) }
    if let label = graph.catalog.label(label) { add(graph.nodes(with: label), transaction) }
  }

  private func add(_ set: NodeSet, _ transaction: GraphTransaction) {
    var cursor: UInt32 = 0
    var goesOn = true
    while goesOn {
      var ids: ContiguousArray<UInt32> = []
      goesOn = set.next(&cursor, limit: RowBatch.preferredCount, into: &ids)
      context.monitor.note(work: ids.count)
      for id in ids {
        if let key = key(of: NodeID(id), { value($0, of: NodeID(id), in: transaction.current) }) {
          nodes[key, default: []].append(id)
        }
      }
    }
  }

  /// Adds a node under its values of now, unless it stands there.
  private func addChanged(_ node: NodeID, _ transaction: GraphTransaction) {
    guard !transaction.isDeleted(node) else { return }
    if let label, !transaction.labels(of: node).contains(label) { return }
    let graph = transaction.current
    guard let key = key(of: node, { context.property($0, of: node) }) else { return }
    let wasThere =
      Int(node.rawValue) < graph.nodeCount
      && (label.map { name in graph.catalog.label(name).map { graph.hasLabel(node, $0) } ?? false } ?? true)
      && self.key(of: node) { value($0, of: node, in: graph) } == key
    guard !wasThere, entries.insert(Entry(key: key, node: node.rawValue)).inserted else { return }
    nodes[key, default: []].append(node.rawValue)
  }

  /// The values of the keys; nil where one is null, which nothing is equal to.
  private func key(of node: NodeID, _ value: (Text) -> Value) -> EquivalenceKey? {
    var values: ContiguousArray<Value> = []
    for key in keys {
      let value = value(key)
      if value.isNull { return nil }
      values.append(value)
    }
    return EquivalenceKey(.list(values))
  }

  /// The value in a snapshot, with the id of the file.
  private func value(_ key: Text, of node: NodeID, in graph: Graph) -> Value {
    let stored = graph.catalog.key(key).map { graph.property($0, of: node) } ?? .null
    guard stored.isNull, key == ExecutionContext.virtualID, let id = graph.fileID(of: node) else { return stored }
    return .string(id)
  }
}
