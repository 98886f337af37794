import EntenteSyntax

/// The names of the nodes of a graph, folded.
///
///     entries      one a name of a node: node, key, text
///     keys         │a l i b a b a│ㅇㅏㄹㄹㅣㅂㅏㅂㅏ│…     one after the other; `starts` parts them
///     signatures   64 bits an entry: which keys occur; most names are ruled out by them alone
///     buckets      hash of the keys → the last entry with it; `next` chains those that share it
struct NameTable: Sendable {
  struct Entry: Sendable {
    let node: NodeID
    let key: KeyID?
    let text: Text
  }

  private(set) var entries: ContiguousArray<Entry> = []
  private(set) var keys: ContiguousArray<UInt32> = []
  private(set) var starts: ContiguousArray<UInt32> = [0]
  private(set) var signatures: ContiguousArray<UInt64> = []
  private var buckets: [UInt64: UInt32] = [:]
  private var next: ContiguousArray<UInt32> = []

  init(_ graph: Graph, monitor: QueryMonitor) throws(QueryError) {
    var meter = WorkMeter(monitor)
    let id = graph.catalog.key("id").flatMap { graph.nodeColumn($0) }
    for key in graph.catalog.keys where Self.isName(graph.catalog.name(of: key)) {
      guard let column = graph.nodeColumn(key) else { continue }
      try add(column, key, &meter)
    }
    if let id { try add(id, nil, &meter) }
    if let ids = graph.nodeFileIDs?.asColumn { try add(ids, nil, &meter, hiddenBy: id) }
    try meter.report()
  }

  private static func isName(_ key: Text) -> Bool {
    let key = String(key)
    return ["name", "alias"].contains(String(key.prefix { $0 != "@" })) && !key.hasSuffix("@")
  }

  private mutating func add(
    _ column: PropertyColumn, _ key: KeyID?, _ meter: inout WorkMeter, hiddenBy stored: PropertyColumn? = nil
  ) throws(QueryError) {
    var slots: ContiguousArray<(UInt32, Int)> = []
    slots.reserveCapacity(column.count)
    column.forEachID { slots.append(($0, $1)) }
    for (id, slot) in slots where stored?.isNull(at: id) ?? true {
      try meter.step(8)
      switch column.value(inSlot: slot) {
      case .list(let items): for item in items { add(item, key, NodeID(id)) }
      case let value: add(value, key, NodeID(id))
      }
    }
  }

  private mutating func add(_ value: Value, _ key: KeyID?, _ node: NodeID) {
    let text: Text
    switch value {
    case .string(let string): text = string
    case .integer(let integer): text = Text("\(integer)")
    case .float(let float): text = Text("\(float)")
    case .boolean(let boolean): text = Text("\(boolean)")
    case .temporal(let temporal): text = Text(temporal.description)
    case .null, .list, .map, .node, .relationship, .path: return
    }
    let folded = FoldedName(String(text))
    guard !folded.isEmpty, keys.count + folded.count < Int(UInt32.max) else { return }
    let place = UInt32(entries.count)
    entries.append(Entry(node: node, key: key, text: text))
    keys.append(contentsOf: folded.keys)
    starts.append(UInt32(keys.count))
    signatures.append(folded.signature)
    next.append(buckets.updateValue(place, forKey: folded.hash) ?? .max)
  }

  func keys(of entry: Int) -> NameKeys {
    NameKeys(keys: keys, range: Int(starts[entry])..<Int(starts[entry + 1]))
  }

  /// The entries whose keys are those of the words.
  ///
  /// - Complexity: O(*words* + entries found)
  func equals(_ folded: FoldedName) -> [Int] {
    var found: [Int] = []
    var place = buckets[folded.hash] ?? .max
    while place != .max {
      let name = keys(of: Int(place))
      if name.count == folded.count, (0..<name.count).allSatisfy({ name[$0] == folded[$0] }) {
        found.append(Int(place))
      }
      place = next[Int(place)]
    }
    return found.reversed()
  }
}
