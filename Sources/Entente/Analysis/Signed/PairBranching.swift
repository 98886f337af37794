import EntenteSyntax

/// Raises a ``SemidefiniteBound`` by deciding pairs of nodes both ways, the way with the least bound first.
///
/// The bound of the whole is that of the least way. Each way starts from the vectors and sets of the one before, so that
/// it settles in a few rounds.
///
/// - Source: Rendl, Rinaldi, Wiegele: Solving max-cut to optimality by intersecting semidefinite and polyhedral
///   relaxations (2010).
struct PairBranching {
  private struct Way {
    var program: SemidefiniteBound
    var bound: Int64
    let memory: MemoryReservation
  }

  private var open: [Way] = []
  private let monitor: QueryMonitor
  /// How many rounds without gain end a way.
  private static let patience = 4

  /// - Parameter bound: what the program has proven.
  init(_ program: SemidefiniteBound, bound: Int64, monitor: QueryMonitor) throws(QueryError) {
    self.monitor = monitor
    open = [Way(program: program.rested, bound: bound, memory: try MemoryReservation(bytes: program.size, of: monitor))]
  }

  /// The bound, in units of the kernel; nil where no way is left.
  var bound: Int64? { open.map(\.bound).min() }

  /// Decides pairs until the bound is above a limit, or the steps or the memory are used up.
  mutating func raise(
    above limit: Int64, end: Int, search: inout OddSetSearch, meter: inout WorkMeter
  ) throws(QueryError) {
    while meter.total < end, let place = open.indices.min(by: { open[$0].bound < open[$1].bound }),
      open[place].bound <= limit, let pair = open[place].program.openPair()
    {
      let way = open[place]
      var ways: [Way] = []
      for isTurned in [false, true] {
        var program = way.program.decided(pair, isTurned: isTurned)
        let bound = try program.bound(limit: limit, patience: Self.patience, end: end, search: &search, meter: &meter)
        guard let memory = try? MemoryReservation(bytes: program.size, of: monitor) else { return }
        ways.append(Way(program: program.rested, bound: max(way.bound, bound), memory: memory))
      }
      open.remove(at: place)
      open += ways.filter { $0.bound <= limit }
    }
  }
}
