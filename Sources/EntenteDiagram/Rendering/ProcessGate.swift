import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Lets as many renderer processes run at once as there are processors; the others wait their turn.
///
/// A hundred pictures asked for together would otherwise be a hundred processes, each slower than its time limit.
final class ProcessGate: Sendable {
  static let shared = ProcessGate(places: max(2, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))

  private let free: Mutex<Int>

  init(places: Int) { free = Mutex(places) }

  /// Takes a place; false when the wait was cancelled. Blocks the thread.
  func enter(_ cancellation: RenderCancellation) -> Bool {
    while !cancellation.isCancelled {
      let entered = free.withLock { places in
        guard places > 0 else { return false }
        places -= 1
        return true
      }
      if entered { return true }
      // Pictures take tens of milliseconds: a short sleep is fair enough and cannot be missed.
      usleep(2000)
    }
    return false
  }

  func leave() { free.withLock { $0 += 1 } }
}
