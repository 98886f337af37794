import EntenteSyntax

/// An array that an algorithm works in: its bytes are drawn from the monitor's budget and given back at its end.
///
///     var levels = try WorkArray<UInt32>(repeating: .max, count: nodeCount, of: monitor)
///
/// Indices are checked in debug builds only.
struct WorkArray<Element: BitwiseCopyable & Sendable>: ~Copyable {
  private var elements: MutableFlatBuffer<Element>
  private let memory: MemoryReservation

  /// - Throws: an error of kind `limitReached` if the budget has not as much left.
  /// - Complexity: O(*count*)
  init(repeating element: Element, count: Int, of monitor: QueryMonitor) throws(QueryError) {
    memory = try MemoryReservation(bytes: count * MemoryLayout<Element>.stride, of: monitor)
    elements = MutableFlatBuffer(repeating: element, count: count)
  }

  var count: Int { elements.count }

  @inline(__always)
  subscript(index: Int) -> Element {
    get { elements[index] }
    set { elements[index] = newValue }
  }

  /// A copy of the first elements, or of all.
  func array(count: Int? = nil) -> ContiguousArray<Element> {
    let count = count ?? elements.count
    return ContiguousArray(unsafeUninitializedCapacity: count) { array, filled in
      for index in 0..<count { array.initializeElement(at: index, to: elements[index]) }
      filled = count
    }
  }

  /// The first elements, or all, for a structure that outlives the algorithm and has drawn its bytes itself.
  consuming func finish(count: Int? = nil) -> FlatBuffer<Element> { elements.finish(count: count) }
}

extension WorkArray where Element == UInt32 {
  /// The numbers from 0 up.
  init(ascendingTo count: Int, of monitor: QueryMonitor) throws(QueryError) {
    try self.init(repeating: 0, count: count, of: monitor)
    for index in 0..<count { self[index] = UInt32(truncatingIfNeeded: index) }
  }

  /// Puts the elements into a random order.
  ///
  /// - Source: Durstenfeld: Algorithm 235: random permutation (1964).
  mutating func shuffle(using generator: inout SeededGenerator) {
    for index in stride(from: count - 1, to: 0, by: -1) {
      let other = generator.index(below: index + 1)
      let element = self[index]
      self[index] = self[other]
      self[other] = element
    }
  }

  /// Numbers labels below a limit from 0 in the order of their first places, and tells how many there are.
  mutating func renumber(limit: Int, of monitor: QueryMonitor) throws(QueryError) -> Int {
    var numbers = try WorkArray(repeating: .max, count: limit, of: monitor)
    var next: UInt32 = 0
    for index in 0..<count {
      let label = Int(self[index])
      if numbers[label] == .max {
        numbers[label] = next
        next += 1
      }
      self[index] = numbers[label]
    }
    return Int(next)
  }
}
