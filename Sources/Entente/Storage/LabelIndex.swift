/// Which labels a node has, and which nodes have a label.
///
///     sets        0 []   1 [Actor, Company]   2 [Actor, Country]     each combination once, as first written
///     setOfNode   1 1 1 2 2 0 …                                      one number a node
///     members     Actor 0..<5   Company 0..<3   Country 3..<5        by label: a range, else a bitmap
struct LabelIndex: Sendable {
  let sets: ContiguousArray<[LabelID]>
  let setOfNode: FlatBuffer<UInt32>
  private let members: ContiguousArray<NodeSet>

  /// - Complexity: O(nodes + Σ labels of a run of nodes with the same labels)
  init(sets: ContiguousArray<[LabelID]>, setOfNode: ContiguousArray<UInt32>, labelCount: Int) {
    self.sets = sets
    var spans = ContiguousArray<Range<UInt32>>(repeating: 0..<0, count: labelCount)
    var counts = ContiguousArray<Int>(repeating: 0, count: labelCount)
    Self.forEachRun(in: setOfNode) { run, set in
      for label in sets[set] {
        let label = Int(label.rawValue)
        spans[label] = counts[label] == 0 ? run : spans[label].lowerBound..<run.upperBound
        counts[label] += run.count
      }
    }
    var bitmaps = (0..<labelCount).map { label in
      spans[label].count == counts[label] ? nil : BitmapBuilder(spanning: spans[label])
    }
    if bitmaps.contains(where: { $0 != nil }) {
      Self.forEachRun(in: setOfNode) { run, set in
        for label in sets[set] { bitmaps[Int(label.rawValue)]?.insert(run) }
      }
    }
    members = ContiguousArray(
      (0..<labelCount).map { label in
        bitmaps[label].map { NodeSet($0.finish()) } ?? NodeSet(spans[label])
      })
    self.setOfNode = FlatBuffer(setOfNode)
  }

  func labels(of node: UInt32) -> [LabelID] {
    Int(node) < setOfNode.count ? sets[Int(setOfNode[Int(node)])] : []
  }

  func nodes(with label: LabelID) -> NodeSet {
    Int(label.rawValue) < members.count ? members[Int(label.rawValue)] : NodeSet()
  }

  /// Calls a function with each longest run of neighbouring nodes that have the same label set.
  private static func forEachRun(in setOfNode: ContiguousArray<UInt32>, _ body: (Range<UInt32>, Int) -> Void) {
    var start = 0
    while start < setOfNode.count {
      var end = start + 1
      while end < setOfNode.count && setOfNode[end] == setOfNode[start] { end += 1 }
      body(UInt32(start)..<UInt32(end), Int(setOfNode[start]))
      start = end
    }
  }

  func checkInvariants(catalog: Catalog) -> [String] {
    var violations: [String] = []
    if members.count != catalog.labels.count {
      violations.append("Labels: \(members.count) node sets for \(catalog.labels.count) labels.")
    }
    for labels in sets
    where Set(labels).count != labels.count || labels.contains(where: { $0.rawValue >= members.count }) {
      violations.append("Labels: a label set repeats a label or names an unknown one.")
    }
    for node in setOfNode.indices where Int(setOfNode[node]) >= sets.count {
      violations.append("Labels: node \(node) has label set \(setOfNode[node]) of \(sets.count).")
    }
    guard violations.isEmpty else { return violations }
    for label in catalog.labels {
      let set = nodes(with: label)
      var count = 0
      for node in setOfNode.indices {
        let has = labels(of: UInt32(node)).contains(label)
        if has { count += 1 }
        if has != set.contains(NodeID(UInt32(node))) {
          violations.append("Labels: node \(node) and the set of label \(catalog.name(of: label)) disagree.")
        }
      }
      if count != set.count {
        violations.append("Labels: \(catalog.name(of: label)) counts \(set.count) nodes instead of \(count).")
      }
      if case .bitmap(let bitmap) = set.members {
        violations += bitmap.checkInvariants(name: "Label \(catalog.name(of: label))")
      }
    }
    return violations
  }
}

/// Interns label combinations while a graph is built.
struct LabelSetTable {
  private(set) var sets: ContiguousArray<[LabelID]> = []
  private var codes: [[LabelID]: UInt32] = [:]

  init(_ sets: ContiguousArray<[LabelID]> = []) {
    for labels in sets { _ = intern(labels) }
  }

  /// The number of a combination; repeated labels count once.
  mutating func intern(_ labels: [LabelID]) -> UInt32 {
    if let code = codes[labels] { return code }
    var unique: [LabelID] = []
    for label in labels where !unique.contains(label) { unique.append(label) }
    if unique.count < labels.count { return intern(unique) }
    let code = UInt32(sets.count)
    sets.append(labels)
    codes[labels] = code
    return code
  }
}
