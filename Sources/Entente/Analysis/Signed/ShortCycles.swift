import EntenteSyntax

/// Finds negative cycles on which a solution of the linear program is too small.
///
/// Each node stands twice, once for an even and once for an odd number of negative ties on the way to it: a way from a
/// node to its double is a closed walk with an odd number of them, and holds a cycle with an odd number.
struct ShortCycles {
  private let graph: KernelGraph
  private var distances: ContiguousArray<Double>
  private var cameBy: ContiguousArray<Int32>
  private var touched: ContiguousArray<Int32> = []
  private var heap: ContiguousArray<(distance: Double, state: Int32)> = []

  init(_ graph: KernelGraph) {
    self.graph = graph
    distances = ContiguousArray(repeating: .infinity, count: 2 * graph.nodeCount)
    cameBy = ContiguousArray(repeating: -1, count: 2 * graph.nodeCount)
  }

  /// Cycles shorter than 1, at most one through a node, the lengths raised on each so that the next one differs.
  ///
  /// - Complexity: O(nodes × ties × log *nodes*), far less where cycles are short.
  mutating func violated(
    lengths: ContiguousArray<Double>, limit: Int, from first: Int, meter: inout WorkMeter
  ) throws(QueryError) -> [ContiguousArray<Int32>] {
    var lengths = lengths
    var found: [ContiguousArray<Int32>] = []
    for step in 0..<graph.nodeCount where found.count < limit {
      let start = (first + step) % graph.nodeCount
      guard let cycle = try shortest(from: Int32(start), lengths: lengths, meter: &meter) else { continue }
      for tie in cycle { lengths[Int(tie)] += 0.5 / Double(cycle.count) }
      found.append(cycle)
    }
    return found
  }

  /// The shortest negative closed walk through a node, made a cycle; nil where it is not shorter than 1.
  private mutating func shortest(
    from start: Int32, lengths: ContiguousArray<Double>, meter: inout WorkMeter
  ) throws(QueryError) -> ContiguousArray<Int32>? {
    defer {
      for state in touched {
        distances[Int(state)] = .infinity
        cameBy[Int(state)] = -1
      }
      touched.removeAll(keepingCapacity: true)
      heap.removeAll(keepingCapacity: true)
    }
    let goal = 2 * start + 1
    distances[Int(2 * start)] = 0
    touched.append(2 * start)
    push(0, 2 * start)
    var steps = 0
    while let (distance, state) = pop() {
      if distance > distances[Int(state)] { continue }
      if state == goal { break }
      for place in graph.places(of: Int(state >> 1)) {
        let (other, tie) = graph.arcs[place]
        let next = distance + lengths[Int(tie)] + 1e-9
        guard next < 1 - 1e-6 else { continue }
        let target = 2 * other + ((state & 1) ^ (graph.ties[Int(tie)].weight < 0 ? 1 : 0))
        guard next < distances[Int(target)] else { continue }
        if distances[Int(target)] == .infinity { touched.append(target) }
        distances[Int(target)] = next
        cameBy[Int(target)] = tie
        push(next, target)
        steps += 8
      }
    }
    try meter.step(steps)
    guard distances[Int(goal)] < .infinity else { return nil }
    return cycle(endingAt: goal, from: 2 * start)
  }

  /// The first negative cycle in the walk that led to a state.
  private func cycle(endingAt goal: Int32, from start: Int32) -> ContiguousArray<Int32> {
    var walk: [(node: Int32, tie: Int32)] = []
    var state = goal
    while state != start {
      let tie = cameBy[Int(state)]
      let ends = graph.ties[Int(tie)]
      let other = ends.first == state >> 1 ? ends.second : ends.first
      walk.append((state >> 1, tie))
      state = 2 * other + ((state & 1) ^ (ends.weight < 0 ? 1 : 0))
    }
    // Where a node comes again the walk between is a cycle: taken if it is negative, else left out.
    var stack: [(node: Int32, tie: Int32)] = []
    for step in walk {
      if let place = stack.firstIndex(where: { $0.node == step.node }) {
        let part = stack[place...].map(\.tie)
        if part.count(where: { graph.ties[Int($0)].weight < 0 }) % 2 == 1 { return ContiguousArray(part) }
        stack.removeSubrange(place...)
      }
      stack.append(step)
    }
    return ContiguousArray(stack.map(\.tie))
  }

  // MARK: - A heap

  private mutating func push(_ distance: Double, _ state: Int32) {
    heap.append((distance, state))
    var place = heap.count - 1
    while place > 0, heap[(place - 1) / 2].distance > heap[place].distance {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  private mutating func pop() -> (distance: Double, state: Int32)? {
    guard let top = heap.first else { return nil }
    let last = heap.removeLast()
    guard !heap.isEmpty else { return top }
    heap[0] = last
    var place = 0
    while true {
      var child = 2 * place + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count, heap[child + 1].distance < heap[child].distance { child += 1 }
      guard heap[child].distance < heap[place].distance else { break }
      heap.swapAt(place, child)
      place = child
    }
    return top
  }
}
