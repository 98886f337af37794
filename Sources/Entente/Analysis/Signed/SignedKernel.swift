/// A weighted signed graph that shrinks while its least frustration stays known.
///
/// A positive weight is what it costs to put two nodes into different camps, a negative one what it costs to put them
/// into the same. Every step takes one node away and notes how its camp follows from the others, so that a split of
/// what is left becomes a split of the whole: see ``expand(into:)``.
///
///     degree 0, 1, 2, 3    the node takes its best camp whatever the others do: its cost becomes weights between them
///     a heavy tie          one that outweighs all others of a node is never worth frustrating: its ends become one
///
/// Parallel ties add up; what two of opposite sign have in common is paid in any case and goes to `cost`.
///
/// - Source: the reductions of maximum cut, such as Lange, Andres, Swoboda: Combinatorial persistency criteria for
///   multicut and max-cut (2019); the star-triangle rule for degree 3.
struct SignedKernel {
  struct Arc {
    var node: Int32
    var weight: Int64
  }

  /// How the camp of a node that was taken away follows.
  private enum Step {
    /// The sign of the weighted sum of the camps of its neighbours; both camps are best where that is 0.
    case best(Int32, ContiguousArray<Arc>)
    /// That of another node, times a sign.
    case follow(Int32, Int32, Int8)
  }

  /// One unit of frustration. Halves of weights stay whole for some steps.
  static let unit: Int64 = 1 << 16

  /// By node; empty for one that was taken away.
  private(set) var rows: ContiguousArray<ContiguousArray<Arc>>
  private(set) var isAlive: ContiguousArray<Bool>
  private(set) var aliveCount: Int
  /// What every split pays.
  private(set) var cost: Int64 = 0
  private var trail: ContiguousArray<Step> = []
  /// Nodes whose row has changed, as a stack.
  private var changed: ContiguousArray<Int32>
  /// Whether every best split must be kept, or one will do.
  let keepsAll: Bool

  init(nodeCount: Int, ties: some Sequence<(Int, Int, Int64)>, keepsAll: Bool) {
    rows = ContiguousArray(repeating: [], count: nodeCount)
    isAlive = ContiguousArray(repeating: true, count: nodeCount)
    aliveCount = nodeCount
    changed = ContiguousArray((0..<Int32(nodeCount)).reversed())
    self.keepsAll = keepsAll
    for (first, second, weight) in ties { add(weight * Self.unit, Int32(first), Int32(second)) }
  }

  /// Nodes that are left, ascending.
  var nodes: ContiguousArray<Int32> { ContiguousArray((0..<Int32(rows.count)).filter { isAlive[Int($0)] }) }

  private mutating func add(_ weight: Int64, _ first: Int32, _ second: Int32) {
    guard weight != 0 else { return }
    if let old = change(first, second, by: weight) {
      _ = change(second, first, by: weight)
      if (old < 0) != (weight < 0) { cost += min(abs(old), abs(weight)) }
    } else {
      rows[Int(first)].append(Arc(node: second, weight: weight))
      rows[Int(second)].append(Arc(node: first, weight: weight))
    }
  }

  /// The weight before, nil where there was no arc.
  private mutating func change(_ from: Int32, _ to: Int32, by weight: Int64) -> Int64? {
    let row = Int(from)
    for place in rows[row].indices where rows[row][place].node == to {
      let old = rows[row][place].weight
      if old + weight == 0 {
        rows[row].swapAt(place, rows[row].count - 1)
        rows[row].removeLast()
      } else {
        rows[row][place].weight = old + weight
      }
      return old
    }
    return nil
  }

  /// Takes a node out of the rows of its neighbours.
  private mutating func detach(_ node: Int32) -> ContiguousArray<Arc> {
    let arcs = rows[Int(node)]
    rows[Int(node)] = []
    for arc in arcs {
      let row = Int(arc.node)
      if let place = rows[row].firstIndex(where: { $0.node == node }) {
        rows[row].swapAt(place, rows[row].count - 1)
        rows[row].removeLast()
      }
      changed.append(arc.node)
    }
    isAlive[Int(node)] = false
    aliveCount -= 1
    return arcs
  }

  /// Lets a node be in the camp of another, or with `sign` -1 in the other camp.
  mutating func contract(_ node: Int32, into other: Int32, sign: Int64) {
    let arcs = detach(node)
    trail.append(.follow(node, other, Int8(truncatingIfNeeded: sign)))
    for arc in arcs {
      if arc.node != other {
        add(arc.weight * sign, other, arc.node)
      } else if arc.weight * sign < 0 {
        cost += abs(arc.weight)
      }
    }
    changed.append(other)
  }

  /// Takes steps as long as there are any.
  ///
  /// - Complexity: O(degree²) a node that is taken away.
  mutating func reduce() {
    while let node = changed.popLast() {
      guard isAlive[Int(node)], aliveCount > 1 else { continue }
      if rows[Int(node)].count <= 3, eliminate(node) { continue }
      var total: Int64 = 0
      var heaviest = Arc(node: node, weight: 0)
      for arc in rows[Int(node)] {
        total += abs(arc.weight)
        if abs(arc.weight) > abs(heaviest.weight) { heaviest = arc }
      }
      let rest = total - abs(heaviest.weight)
      if heaviest.node != node, keepsAll ? abs(heaviest.weight) > rest : abs(heaviest.weight) >= rest {
        contract(node, into: heaviest.node, sign: heaviest.weight > 0 ? 1 : -1)
      }
    }
  }

  /// Takes a node of at most three neighbours away; false where a weight cannot be halved any more.
  private mutating func eliminate(_ node: Int32) -> Bool {
    let arcs = rows[Int(node)].sorted { abs($0.weight) < abs($1.weight) }
    if arcs.count < 3 {
      trail.append(.best(node, detach(node)))
      if arcs.count == 2 {
        let sign: Int64 = (arcs[0].weight < 0) == (arcs[1].weight < 0) ? 1 : -1
        add(abs(arcs[0].weight) * sign, arcs[0].node, arcs[1].node)
      }
      return true
    }
    let (light, middle, heavy) = (abs(arcs[0].weight), abs(arcs[1].weight), abs(arcs[2].weight))
    // Weights of the triangle between the neighbours, such that each pays its own where it is alone in a camp.
    let twice = max(0, light + middle - heavy)
    guard twice.isMultiple(of: 2) else { return false }
    trail.append(.best(node, detach(node)))
    func sign(_ first: Int, _ second: Int) -> Int64 {
      (arcs[first].weight < 0) == (arcs[second].weight < 0) ? 1 : -1
    }
    add(twice / 2 * sign(0, 1), arcs[0].node, arcs[1].node)
    add((light - twice / 2) * sign(0, 2), arcs[0].node, arcs[2].node)
    add((middle - twice / 2) * sign(1, 2), arcs[1].node, arcs[2].node)
    return true
  }

  /// Fills in the camps (1 and -1) of the nodes that were taken away, given those of the nodes that are left.
  ///
  /// - Parameter choices: where both camps are best the camp is chosen by these in turn, and is 1 behind their end.
  /// - Returns: how often both camps were best.
  @discardableResult
  func expand(into camps: inout ContiguousArray<Int8>, choices: [Int8] = []) -> Int {
    var ties = 0
    for step in trail.reversed() {
      switch step {
      case .follow(let node, let other, let sign): camps[Int(node)] = camps[Int(other)] * sign
      case .best(let node, let arcs):
        var sum: Int64 = 0
        for arc in arcs { sum += Int64(camps[Int(arc.node)]) * arc.weight }
        if sum == 0 {
          camps[Int(node)] = ties < choices.count ? choices[ties] : 1
          ties += 1
        } else {
          camps[Int(node)] = sum > 0 ? 1 : -1
        }
      }
    }
    return ties
  }
}
