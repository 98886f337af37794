import EntenteSyntax
import Synchronization

/// The limits of one query.
public struct QueryLimits: Sendable {
  /// Wall time.
  public var time: Duration?
  /// Bytes that growing operators, literals and lists may hold together.
  public var memory: Int?
  /// Rows of the result.
  public var rows: Int?

  public init(time: Duration? = nil, memory: Int? = 4 << 30, rows: Int? = nil) {
    self.time = time
    self.memory = memory
    self.rows = rows
  }
}

/// Watches one running query: time, memory, cancellation.
///
/// Operators ask it between batches and before they let memory grow, because Swift ends the process when memory is
/// out. What is counted is an estimate, which is too high where values share storage; a query is stopped only where
/// the process has really grown by as much since the query began.
public final class QueryMonitor: Sendable {
  private let limits: QueryLimits
  private let start = ContinuousClock.now
  private let deadline: ContinuousClock.Instant?
  private let isCancelled = Atomic<Bool>(false)
  private let held = Atomic<Int>(0)
  private let steps = Atomic<Int>(0)
  /// By how much the estimate was too high when it last reached the limit.
  private let forgiven = Atomic<Int>(0)
  private let told = Mutex<[Diagnostic]>([])
  /// What the process held when the query began.
  private let baseline: Int?

  public init(limits: QueryLimits) {
    self.limits = limits
    deadline = limits.time.map { ContinuousClock.now + $0 }
    baseline = limits.memory == nil ? nil : ResidentMemory.bytes
  }

  /// Stops the query from another thread: its next check throws.
  public func cancel() { isCancelled.store(true, ordering: .relaxed) }

  /// Throws when the time is over or the query was cancelled; cheap enough to be called once a batch or 1,000 steps.
  func check() throws(QueryError) {
    if isCancelled.load(ordering: .relaxed) { throw .cancelled() }
    if let deadline, let time = limits.time, ContinuousClock.now >= deadline { throw .outOfTime(time) }
  }

  /// How much of the graph was looked at so far: nodes scanned, relationships walked, properties and labels read.
  ///
  /// It depends on the plan and the graph alone, so tests can hold it where they cannot hold time.
  public var work: Int { steps.load(ordering: .relaxed) }

  /// Notes some work.
  func note(work: Int) { steps.add(work, ordering: .relaxed) }

  /// Notes what whoever reads the answer should know of it, once.
  func warn(_ warning: Diagnostic) {
    told.withLock { if !$0.contains(warning) { $0.append(warning) } }
  }

  /// What was found to say of the answer while the query ran.
  var warnings: [Diagnostic] { told.withLock(\.self) }

  /// Draws bytes from the memory budget before they are allocated.
  func reserve(bytes: Int) throws(QueryError) {
    guard let memory = limits.memory else { return }
    guard bytes <= memory else { throw .outOfMemory(memory) }
    let total = held.add(bytes, ordering: .relaxed).newValue
    guard total - forgiven.load(ordering: .relaxed) > memory else { return }
    let growth = baseline.flatMap { baseline in ResidentMemory.bytes.map { $0 - baseline } } ?? total
    guard growth + bytes <= memory else {
      held.subtract(bytes, ordering: .relaxed)
      throw .outOfMemory(memory)
    }
    forgiven.store(total - growth - bytes, ordering: .relaxed)
  }

  /// Gives bytes back.
  func release(bytes: Int) {
    guard limits.memory != nil else { return }
    held.subtract(bytes, ordering: .relaxed)
  }

  /// Refuses a list that would not fit into the budget by itself. Values that live for one row are not kept count of.
  func charge(elements: Int) throws(QueryError) {
    let (bytes, overflow) = elements.multipliedReportingOverflow(by: MemoryLayout<Value>.stride)
    try charge(bytes: overflow ? Int.max : bytes)
  }

  /// Refuses a value that would not fit into the budget by itself.
  func charge(bytes: Int) throws(QueryError) {
    guard bytes > 16_384 else { return }
    try check()
    try reserve(bytes: bytes)
    release(bytes: bytes)
  }
}
