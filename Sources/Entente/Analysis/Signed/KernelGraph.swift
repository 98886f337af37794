/// What is left of a ``SignedKernel``, with its nodes numbered from 0 and its ties as a list.
struct KernelGraph {
  struct Tie {
    let first: Int32
    let second: Int32
    let weight: Int64
  }

  /// The node of the kernel by node of this graph.
  let nodes: ContiguousArray<Int32>
  let ties: ContiguousArray<Tie>
  /// Where the arcs of a node begin.
  let offsets: ContiguousArray<Int>
  /// The other end of each arc, and its tie.
  let arcs: ContiguousArray<(node: Int32, tie: Int32)>

  var nodeCount: Int { nodes.count }

  init(_ kernel: SignedKernel) {
    let nodes = kernel.nodes
    var numbers = ContiguousArray<Int32>(repeating: -1, count: kernel.rows.count)
    for (number, node) in nodes.enumerated() { numbers[Int(node)] = Int32(number) }
    var ties: ContiguousArray<Tie> = []
    for (number, node) in nodes.enumerated() {
      for arc in kernel.rows[Int(node)] where arc.node > node {
        ties.append(Tie(first: Int32(number), second: numbers[Int(arc.node)], weight: arc.weight))
      }
    }
    self.init(nodes: nodes, ties: ties)
  }

  init(nodes: ContiguousArray<Int32>, ties: ContiguousArray<Tie>) {
    var offsets = ContiguousArray(repeating: 0, count: nodes.count + 1)
    for tie in ties {
      offsets[Int(tie.first) + 1] += 1
      offsets[Int(tie.second) + 1] += 1
    }
    for number in nodes.indices { offsets[number + 1] += offsets[number] }
    var next = offsets
    var arcs = ContiguousArray<(node: Int32, tie: Int32)>(repeating: (0, 0), count: 2 * ties.count)
    for (index, tie) in ties.enumerated() {
      arcs[next[Int(tie.first)]] = (tie.second, Int32(index))
      arcs[next[Int(tie.second)]] = (tie.first, Int32(index))
      next[Int(tie.first)] += 1
      next[Int(tie.second)] += 1
    }
    self.nodes = nodes
    self.ties = ties
    self.offsets = offsets
    self.arcs = arcs
  }

  @inline(__always)
  func places(of node: Int) -> Range<Int> {
    Range(uncheckedBounds: (offsets[node], offsets[node + 1]))
  }

  @inline(__always)
  func isFrustrated(_ tie: Tie, by camps: ContiguousArray<Int8>) -> Bool {
    (tie.weight < 0) == (camps[Int(tie.first)] == camps[Int(tie.second)])
  }

  /// What a split costs.
  func frustration(of camps: ContiguousArray<Int8>) -> Int64 {
    var sum: Int64 = 0
    for tie in ties where isFrustrated(tie, by: camps) { sum += abs(tie.weight) }
    return sum
  }
}
