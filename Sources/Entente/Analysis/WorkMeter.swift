import EntenteSyntax

/// Counts the steps of an algorithm and asks the monitor about time and cancellation every few thousand of them.
struct WorkMeter {
  private let monitor: QueryMonitor
  private var steps = 0
  /// All steps so far.
  private(set) var total = 0

  init(_ monitor: QueryMonitor) { self.monitor = monitor }

  /// Notes steps that have been made, such as the neighbours of a node that were looked at.
  @inline(__always)
  mutating func step(_ count: Int = 1) throws(QueryError) {
    steps &+= count
    total &+= count
    if steps >= 8192 { try report() }
  }

  /// Tells the monitor about all steps.
  mutating func report() throws(QueryError) {
    monitor.note(work: steps)
    steps = 0
    try monitor.check()
  }
}
