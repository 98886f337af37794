import EntenteSyntax

/// Passes on what another operator gives, and counts its rows and work.
final class ProfiledOperator: PhysicalOperator {
  private let operation: any PhysicalOperator
  private let profile: Profile
  private let place: Int
  private let monitor: QueryMonitor

  init(_ operation: any PhysicalOperator, _ profile: Profile, place: Int, monitor: QueryMonitor) {
    self.operation = operation
    self.profile = profile
    self.place = place
    self.monitor = monitor
  }

  var layout: RowLayout { operation.layout }

  func open(_ argument: RowBatch) { operation.open(argument) }

  func next() throws(QueryError) -> RowBatch? {
    let before = monitor.work
    let batch = try operation.next()
    profile.note(rows: batch?.count ?? 0, work: monitor.work - before, at: place)
    return batch
  }
}
