/// What PROFILE counts for each operator of a plan, by its place in the plan: inputs follow their operator, from
/// left to right.
final class Profile {
  struct Entry {
    /// Rows that came out.
    var rows = 0
    /// Work (see `QueryMonitor.work`) between a call and its return, that of the inputs included.
    var inclusiveWork = 0
  }

  private(set) var entries: [Entry] = []

  /// The place of the next operator.
  func register() -> Int {
    entries.append(Entry())
    return entries.count - 1
  }

  func note(rows: Int, work: Int, at place: Int) {
    entries[place].rows += rows
    entries[place].inclusiveWork += work
  }
}
