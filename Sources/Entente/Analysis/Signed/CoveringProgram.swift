import EntenteSyntax

/// The linear program that covers negative cycles: the least Σ weight · x with Σ x ≥ 1 on each cycle and x ≥ 0.
///
/// Its value is a lower bound of the frustration, which the cycles that are added raise. Solved by the dual simplex
/// method on a dictionary, so that a new cycle costs a few pivots:
///
///     basic = constants + table · nonbasic        a row is a cycle's slack, or a tie with x > 0
///     value = constant  + costs · nonbasic        a column is a tie with x = 0, or a cycle that binds
///
/// The costs of the cycles that bind are weights of a fractional packing of cycles; ``packing(of:)`` makes whole numbers
/// of them, so that no rounding error can make the bound too high.
///
/// - Source: Lemke: The dual method of solving the linear programming problem (1954); Barahona, Grötschel, Mahjoub:
///   Facets of the bipartite subgraph polytope (1985).
struct CoveringProgram {
  /// Ties are variables 0..<tieCount; cycle i is variable tieCount + i.
  private let tieCount: Int
  private(set) var cycles: [ContiguousArray<Int32>] = []
  private var table: [ContiguousArray<Double>] = []
  private var constants: ContiguousArray<Double> = []
  private var basics: ContiguousArray<Int> = []
  private var nonbasics: ContiguousArray<Int>
  private var costs: ContiguousArray<Double>
  /// Where a tie stands: at a column, or at row -1 - place.
  private var places: ContiguousArray<Int>
  private(set) var value = 0.0

  /// Of the table: 256 MB.
  static let sizeLimit = 1 << 25
  private static let tolerance = 1e-9

  init(_ graph: KernelGraph) {
    tieCount = graph.ties.count
    nonbasics = ContiguousArray(0..<tieCount)
    places = ContiguousArray(0..<tieCount)
    // Costs that differ a little keep the method from going round in circles.
    var random = SeededGenerator(seed: 1)
    costs = ContiguousArray(
      graph.ties.map { Double(abs($0.weight)) / Double(SignedKernel.unit) * (1 - 1e-5 * random.fraction()) })
  }

  /// The x of a tie.
  func amount(of tie: Int) -> Double { places[tie] < 0 ? max(0, constants[-1 - places[tie]]) : 0 }

  /// Demands that a tie of each cycle be frustrated; false where there is none to add, or no room.
  @discardableResult
  mutating func add(_ cycles: [ContiguousArray<Int32>]) -> Bool {
    var isAdded = false
    for cycle in cycles where (table.count + 1) * tieCount <= Self.sizeLimit {
      add(cycle)
      isAdded = true
    }
    return isAdded
  }

  private mutating func add(_ cycle: ContiguousArray<Int32>) {
    var row = ContiguousArray(repeating: 0.0, count: tieCount)
    var constant = -1.0
    for tie in cycle {
      let place = places[Int(tie)]
      if place >= 0 {
        row[place] += 1
      } else {
        constant += constants[-1 - place]
        let other = table[-1 - place]
        for column in 0..<tieCount { row[column] += other[column] }
      }
    }
    table.append(row)
    constants.append(constant)
    basics.append(tieCount + cycles.count)
    cycles.append(cycle)
  }

  /// Pivots until every demand is met.
  mutating func solve(meter: inout WorkMeter) throws(QueryError) {
    while true {
      var leaving = -1
      var least = -Self.tolerance
      for (row, constant) in constants.enumerated() where constant < least { (leaving, least) = (row, constant) }
      guard leaving >= 0 else { break }
      var entering = -1
      var ratio = Double.infinity
      let row = table[leaving]
      for column in 0..<tieCount where row[column] > 1e-7 {
        let other = costs[column] / row[column]
        if other < ratio - 1e-12 || other < ratio + 1e-12 && entering >= 0 && row[column] > row[entering] {
          (entering, ratio) = (column, other)
        }
      }
      // Numbers alone could keep a demand from being met; the bound is right without it.
      guard entering >= 0 else { break }
      try meter.step(pivot(leaving, entering))
    }
    dropSlack()
  }

  /// - Returns: the number of steps it took.
  private mutating func pivot(_ leaving: Int, _ entering: Int) -> Int {
    var row = table[leaving]
    table[leaving] = []
    let factor = 1 / row[entering]
    row[entering] = -1
    // The entering variable by the others: nonbasic = (basic − constant − rest) / coefficient.
    var filled: ContiguousArray<Int> = []
    var touched = 1
    for column in 0..<tieCount where row[column] != 0 {
      row[column] = abs(row[column]) < 1e-12 ? 0 : -row[column] * factor
      if row[column] != 0 { filled.append(column) }
    }
    let constant = -constants[leaving] * factor
    for other in table.indices where other != leaving {
      let share = table[other][entering]
      guard share != 0 else { continue }
      // Taken out of the table, a row is changed in place.
      var changed = table[other]
      table[other] = []
      changed[entering] = 0
      if filled.count * 4 < tieCount {
        for column in filled { changed[column] += share * row[column] }
      } else {
        for column in 0..<tieCount { changed[column] += share * row[column] }
      }
      table[other] = changed
      constants[other] += share * constant
      touched += 1
    }
    let share = costs[entering]
    costs[entering] = 0
    for column in filled { costs[column] = max(0, costs[column] + share * row[column]) }
    value += share * constant
    table[leaving] = row
    constants[leaving] = constant
    let (left, entered) = (basics[leaving], nonbasics[entering])
    basics[leaving] = entered
    nonbasics[entering] = left
    if left < tieCount { places[left] = entering }
    if entered < tieCount { places[entered] = -1 - leaving }
    return tieCount + touched * min(filled.count, tieCount / 4)
  }

  /// Forgets cycles that do not bind.
  private mutating func dropSlack() {
    var kept = 0
    for row in table.indices where basics[row] < tieCount || constants[row] < Self.tolerance {
      if row != kept {
        table[kept] = table[row]
        constants[kept] = constants[row]
        basics[kept] = basics[row]
      }
      if basics[kept] < tieCount { places[basics[kept]] = -1 - kept }
      kept += 1
    }
    table.removeSubrange(kept...)
    constants.removeSubrange(kept...)
    basics.removeSubrange(kept...)
  }

  /// A cycle and the weight that is its own.
  typealias Share = (cycle: ContiguousArray<Int32>, weight: Int64)

  /// Cycles whose weights are no more in sum than that of any tie: a lower bound in whole numbers of the kernel.
  func packing(of graph: KernelGraph) -> [Share] {
    var shares: [Share] = []
    for (column, variable) in nonbasics.enumerated() where variable >= tieCount && costs[column] > 0 {
      shares.append((cycles[variable - tieCount], Int64(costs[column] * Double(SignedKernel.unit))))
    }
    var excess = 1.0
    let loads = loads(of: shares)
    for (index, tie) in graph.ties.enumerated() where loads[index] > abs(tie.weight) {
      excess = max(excess, Double(loads[index]) / Double(abs(tie.weight)))
    }
    guard excess > 1 else { return shares }
    for place in shares.indices {
      shares[place].weight = Int64(Double(shares[place].weight) / excess * (1 - 1e-9))
    }
    let scaled = self.loads(of: shares)
    return graph.ties.indices.allSatisfy { scaled[$0] <= abs(graph.ties[$0].weight) } ? shares : []
  }

  /// By tie: the sum of the weights of the cycles through it.
  private func loads(of shares: [Share]) -> ContiguousArray<Int64> {
    var loads = ContiguousArray<Int64>(repeating: 0, count: tieCount)
    for share in shares {
      for tie in share.cycle { loads[Int(tie)] += share.weight }
    }
    return loads
  }
}
