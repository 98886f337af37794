import Foundation
import Synchronization

/// Runs scenarios on all cores, each with a time limit.
///
/// Threads of its own, not Swift's cooperative pool: a scenario that hangs is given up together with its thread,
/// which gets a successor, so that the others still run.
final class ScenarioPool: Sendable {
  private struct State {
    var next = 0
    var finished = 0
    /// Nil for a scenario that has not finished.
    var verdicts: [Verdict?]
    /// Which scenario a worker is at, and since when; a worker that is missing has been given up.
    var running: [Int: (scenario: Int, start: ContinuousClock.Instant)] = [:]
    var workers = 0
  }

  private let scenarios: [ConcreteScenario]
  private let timeLimit: Duration
  private let run: @Sendable (ConcreteScenario) -> Verdict
  private let state: Mutex<State>

  init(
    _ scenarios: [ConcreteScenario], timeLimit: Duration,
    run: @escaping @Sendable (ConcreteScenario) -> Verdict
  ) {
    self.scenarios = scenarios
    self.timeLimit = timeLimit
    self.run = run
    state = Mutex(State(verdicts: Array(repeating: nil, count: scenarios.count)))
  }

  /// The verdicts in the order of the scenarios.
  func verdicts() async throws -> [Verdict] {
    for _ in 0..<max(1, min(ProcessInfo.processInfo.activeProcessorCount, scenarios.count)) { startWorker() }
    while state.withLock({ $0.finished < scenarios.count }) {
      try await Task.sleep(for: .milliseconds(10))
      for _ in 0..<giveUpHanging() { startWorker() }
    }
    return state.withLock { $0.verdicts.compactMap { $0 } }
  }

  private func startWorker() {
    let worker = state.withLock { state in
      state.workers += 1
      return state.workers
    }
    let thread = Thread { [self] in
      while let index = take(worker), finish(index, worker, run(scenarios[index])) {}
    }
    thread.stackSize = 64 << 20
    thread.start()
  }

  private func take(_ worker: Int) -> Int? {
    state.withLock { state in
      guard state.next < scenarios.count else { return nil }
      state.running[worker] = (state.next, .now)
      state.next += 1
      return state.next - 1
    }
  }

  /// Keeps a verdict; false where the worker came too late and has been replaced.
  private func finish(_ index: Int, _ worker: Int, _ verdict: Verdict) -> Bool {
    state.withLock { state in
      guard state.running.removeValue(forKey: worker) != nil else { return false }
      state.verdicts[index] = verdict
      state.finished += 1
      return true
    }
  }

  /// Lets scenarios that are over time fail and returns how many workers are lost with them.
  private func giveUpHanging() -> Int {
    state.withLock { state in
      let hanging = state.running.filter { $0.value.start.duration(to: .now) > timeLimit }
      for (worker, place) in hanging {
        state.running[worker] = nil
        state.verdicts[place.scenario] = .failed("hangs: no end after \(timeLimit)")
        state.finished += 1
      }
      return hanging.count
    }
  }
}
