/// The frustration index and all best splits of a small signed graph, by trying every split.
public struct SignedBruteForce {
  public private(set) var index = Int.max
  /// The best splits, as the set of nodes on the side of -1; the first node of each component is on the other.
  public private(set) var splits: Set<UInt32> = []
  /// The nodes of each component of two or more, ascending.
  public let components: [[Int]]

  public init(_ graph: SignedCase) {
    var labels = Array(0..<graph.nodeCount)
    for _ in 0..<graph.nodeCount {
      for tie in graph.ties {
        let least = min(labels[tie.first], labels[tie.second])
        labels[tie.first] = least
        labels[tie.second] = least
      }
    }
    let all = Dictionary(grouping: 0..<graph.nodeCount) { labels[$0] }.values.filter { $0.count > 1 }
    components = all.sorted { $0[0] < $1[0] }
    let firsts = components.reduce(UInt32(0)) { $0 | 1 << UInt32($1[0]) }
    let inComponents = components.joined().reduce(UInt32(0)) { $0 | 1 << UInt32($1) }
    for split in 0..<(UInt32(1) << UInt32(graph.nodeCount)) where split & firsts == 0 && split & ~inComponents == 0 {
      var cost = 0
      for tie in graph.ties {
        let differs = (split >> UInt32(tie.first) ^ split >> UInt32(tie.second)) & 1 == 1
        if differs == (tie.sign > 0) { cost += 1 }
      }
      if cost < index { (index, splits) = (cost, []) }
      if cost == index { splits.insert(split) }
    }
  }

  /// Whether two nodes of a component stand to each other in all best splits alike.
  public func areCertain(_ first: Int, _ second: Int) -> Bool {
    Set(splits.map { ($0 >> UInt32(first) ^ $0 >> UInt32(second)) & 1 }).count == 1
  }

  /// What is wrong with splits that give each node a camp, 0 where it has no signed tie to another.
  func violation(of found: [[Int]], areAll: Bool) -> String? {
    for members in components {
      let expected = Set(splits.map { split in members.map { Int(split >> UInt32($0)) & 1 } })
      let given = Set(found.map { camps in members.map { camps[$0] == camps[members[0]] ? 0 : 1 } })
      if given != expected || !areAll {
        return "component \(members) has \(given.count) splits, by brute force \(expected.count)"
      }
      for camps in found where Set(members.map { (camps[$0] + 1) / 2 }).count != 1 || camps[members[0]] % 2 == 0 {
        return "the camps of component \(members) are badly numbered: \(camps)"
      }
    }
    if Set(found).count != found.count { return "a split comes twice" }
    return nil
  }

  /// What is wrong with groups of nodes and straddlers.
  func violation(groups: [Int?], straddlers: [Int]) -> String? {
    var expected: [Int] = []
    for members in components {
      for (place, first) in members.enumerated() {
        for second in members[(place + 1)...] where (groups[first] == groups[second]) != areCertain(first, second) {
          return "\(first) and \(second) are wrongly \(groups[first] == groups[second] ? "" : "un")certain"
        }
      }
      guard members.count >= 3 else { continue }
      let classes = members.map { first in members.filter { areCertain(first, $0) } }
      let most = classes.map(\.count).max() ?? 0
      let largest = Set(classes.filter { $0.count == most })
      if largest.count == 1, let group = largest.first { expected += members.filter { !group.contains($0) } }
    }
    return straddlers.sorted() == expected.sorted() ? nil : "straddlers \(straddlers), by brute force \(expected)"
  }
}

extension SignedBruteForce {
  /// The fewest ties that at most so many camps frustrate.
  static func leastFrustration(_ graph: SignedCase, camps limit: Int) -> Int {
    var camps = Array(repeating: 0, count: graph.nodeCount)
    var least = Int.max
    func place(_ node: Int, used: Int) {
      guard node < graph.nodeCount else {
        least = min(least, graph.ties.count { ($0.sign > 0) != (camps[$0.first] == camps[$0.second]) })
        return
      }
      for camp in 0..<min(used + 1, limit) {
        camps[node] = camp
        place(node + 1, used: max(used, camp + 1))
      }
    }
    place(0, used: 0)
    return least
  }
}
