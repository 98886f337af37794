import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Stops a renderer process from another thread.
public final class RenderCancellation: Sendable {
  private struct State {
    var isCancelled = false
    /// Set only while the process has not been waited for, so that its number cannot be another's.
    var process: pid_t?
  }

  private let state = Mutex(State())

  public init() {}

  var isCancelled: Bool { state.withLock { $0.isCancelled } }

  /// Stops the renderer at once, or as soon as it starts.
  public func cancel() {
    state.withLock { state in
      state.isCancelled = true
      if let process = state.process { kill(-process, SIGKILL) }
    }
  }

  /// Says which process to stop; stops it at once if that was asked for already.
  func begin(_ process: pid_t) {
    state.withLock { state in
      state.process = process
      if state.isCancelled { kill(-process, SIGKILL) }
    }
  }

  /// Reaps the process without waiting; afterwards it can no longer be stopped.
  ///
  /// - Returns: its status; nil while it runs; 0 where somebody else reaped it.
  func reap(_ process: pid_t, waiting: Bool) -> Int32? {
    // Waiting happens outside the lock: the process has been killed and is about to end.
    if waiting {
      var information = siginfo_t()
      while waitid(P_PID, id_t(process), &information, WEXITED | WNOWAIT) < 0, errno == EINTR {}
    }
    return state.withLock { state in
      var status: Int32 = 0
      let result = waitpid(process, &status, WNOHANG)
      if result == 0 { return nil }
      state.process = nil
      return result == process ? status : 0
    }
  }
}
