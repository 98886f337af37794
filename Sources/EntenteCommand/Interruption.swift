import EntenteDiagram
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What happens when the command is stopped from outside: it ends with 130, and leaves neither a half file nor a
/// renderer behind.
enum Interruption {
  /// What must not outlive the process.
  private struct Unfinished {
    var file: String?
    var drawing: RenderCancellation?
  }

  private static let unfinished = Mutex(Unfinished())

  /// Waits for the signals on a thread of its own, where everything may be done that a signal handler may not.
  ///
  /// A reader that has gone and a file that grows too large are told by `write`, not by a signal.
  static func watch() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    var signals = awaited
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    #if canImport(Glibc)
      var thread = pthread_t()
      let result = pthread_create(
        &thread, nil,
        { _ in
          Interruption.wait()
          return nil
        }, nil)
    #elseif canImport(Darwin)
      var thread: pthread_t?
      let result = pthread_create(
        &thread, nil,
        { _ in
          Interruption.wait()
          return nil
        }, nil)
    #endif
    // Without the thread the signals end the process by themselves.
    if result != 0 { pthread_sigmask(SIG_UNBLOCK, &signals, nil) }
  }

  private static func wait() {
    var signals = awaited
    var number: Int32 = 0
    while sigwait(&signals, &number) != 0 {}
    end(by: number)
  }

  /// The signals that end the command, without those that whoever started it wants ignored, as `nohup` does.
  private static let awaited: sigset_t = {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      let previous = signal(number, SIG_DFL)
      if unsafeBitCast(previous, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
        signal(number, SIG_IGN)
      } else {
        sigaddset(&signals, number)
      }
    }
    return signals
  }()

  private static func end(by number: Int32) {
    // The lock is never given back, so that nothing is begun any more.
    unfinished.withLock { unfinished in
      if let file = unfinished.file { unlink(file) }
      unfinished.drawing?.cancel()
      _exit(128 + number)
    }
  }

  /// Says which file is not whole yet; nil when there is none any more.
  static func setUnfinished(file: String?) { unfinished.withLock { $0.file = file } }

  /// Says which renderer is at work.
  static func setUnfinished(drawing: RenderCancellation) { unfinished.withLock { $0.drawing = drawing } }
}
