import EntenteSyntax

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A thread with a deep stack on which one query is parsed, planned and run.
///
/// Trees and plans are recursive enumerations: walking and releasing them takes stack in proportion to how deep the
/// parser lets them nest (`Parser.nestingLimit`, `Binder.operatorLimit`). A caller's thread may have as little as
/// 512 KB, and threads of Swift's cooperative pool must not be held up by a long query.
enum QueryThread {
  /// Address space, of which the system hands out only the pages that are touched.
  static let stackSize = 512 << 20

  /// Runs `work` on a thread of its own and waits for its end.
  ///
  /// - Throws: what `work` throws, and an error of kind `limitReached` where the system gives no thread.
  static func run<Result>(_ work: () throws(QueryError) -> Result) throws(QueryError) -> Result {
    let outcome: Swift.Result<Result, QueryError>? = withoutActuallyEscaping(work) { work in
      let job = Job(work)
      return start(job) ? job.outcome : nil
    }
    guard let outcome else { throw .noThread(stackSize: stackSize) }
    return try outcome.get()
  }

  /// Starts the thread and waits; false where none could be started.
  private static func start(_ job: AnyJob) -> Bool {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return false }
    let context = Unmanaged.passUnretained(job).toOpaque()
    let hasRun = pthread_attr_setstacksize(&attributes, stackSize) == 0 && join(&attributes, context)
    pthread_attr_destroy(&attributes)
    return hasRun
  }

  private static func join(
    _ attributes: UnsafePointer<pthread_attr_t>, _ context: UnsafeMutableRawPointer
  ) -> Bool {
    #if canImport(Darwin)
      var started: pthread_t?
      guard pthread_create(&started, attributes, main, context) == 0, let thread = started else { return false }
    #else
      var thread = pthread_t()
      guard pthread_create(&thread, attributes, main, context) == 0 else { return false }
    #endif
    return pthread_join(thread, nil) == 0
  }

  #if canImport(Darwin)
    private static let main: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? = { run($0) }
  #else
    private static let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { run($0) }
  #endif

  private static func run(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let context { Unmanaged<AnyJob>.fromOpaque(context).takeUnretainedValue().run() }
    return nil
  }

  /// What a thread is to do, without the type of its result: a C function takes no generic context.
  ///
  /// Sendable, since the caller waits until the thread has ended.
  private class AnyJob: @unchecked Sendable {
    func run() {}
  }

  private final class Job<Result>: AnyJob, @unchecked Sendable {
    private let work: () throws(QueryError) -> Result
    private(set) var outcome: Swift.Result<Result, QueryError>?

    init(_ work: @escaping () throws(QueryError) -> Result) { self.work = work }

    override func run() {
      do throws(QueryError) {
        outcome = .success(try work())
      } catch {
        outcome = .failure(error)
      }
    }
  }
}
