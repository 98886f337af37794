import EntenteTestSupport
import Foundation

/// Starts workers, watches them, and tells how it went.
struct FuzzSupervisor {
  /// How long one case may take, on a machine that has other work too.
  private static let caseLimit = 60.0

  private let options: FuzzOptions
  private let folder: TemporaryFolder
  private let progress: URL

  init(_ options: FuzzOptions) throws {
    self.options = options
    folder = try TemporaryFolder()
    progress = try folder.emptyFile("progress")
  }

  /// Whether all cases were fine.
  func run() throws -> Bool {
    print("seed \(options.seed), \(options.cases) cases: \(options.kinds.map(\.rawValue).joined(separator: ", "))")
    let start = Date()
    var failures = 0
    var next = options.first
    let end = options.first + options.cases
    while next < end {
      switch try work(from: next, to: end) {
      case .finished: next = end
      case .failed(let index, let words):
        failures += 1
        print("\nFAILURE \(words)\n")
        next = index + 1
        if !options.keepsGoing { report(next - options.first, since: start, failures); return false }
      }
    }
    report(options.cases, since: start, failures)
    return failures == 0
  }

  private func report(_ count: Int, since start: Date, _ failures: Int) {
    let seconds = max(0.001, Date().timeIntervalSince(start))
    let run = options.run
    var counts: [FuzzKind: Int] = [:]
    for index in options.first..<(options.first + count) { counts[run.testCase(index).kind, default: 0] += 1 }
    for kind in options.kinds { print("  \(kind.rawValue): \(counts[kind] ?? 0)") }
    print(
      "seed \(options.seed): \(count) cases in \(Int(seconds)) s, \(Int(Double(count) / seconds)) a second, "
        + "\(failures) \(failures == 1 ? "failure" : "failures")")
  }

  private enum Ending { case finished, failed(Int, String) }

  /// Lets a worker run until it ends or stays too long at one case.
  private func work(from first: Int, to end: Int) throws -> Ending {
    let output = try folder.emptyFile("output")
    let worker = Process()
    worker.executableURL = Bundle.main.executableURL
    worker.arguments =
      ["--seed", "\(options.seed)", "--first", "\(first)", "--cases", "\(end - first)", "--worker", progress.path]
      + (options.kinds.count == 1 ? ["--only", options.kinds[0].rawValue] : [])
    worker.environment = Self.environment
    worker.standardOutput = try FileHandle(forWritingTo: output)
    worker.standardError = FileHandle.nullDevice
    try worker.run()
    var last = (index: -1, since: Date())
    var isHanging = false
    while worker.isRunning {
      Thread.sleep(forTimeInterval: 0.05)
      let index = current
      if index != last.index { last = (index, Date()) }
      if !isHanging, Date().timeIntervalSince(last.since) > Self.caseLimit {
        isHanging = true
        kill(worker.processIdentifier, SIGKILL)
      }
    }
    if worker.terminationReason == .exit, worker.terminationStatus == 0 { return .finished }
    let words = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    if worker.terminationReason == .exit, !words.isEmpty { return .failed(current, words) }
    let what =
      isHanging
      ? "takes longer than \(Int(Self.caseLimit)) s" : "ends the process by signal \(worker.terminationStatus)"
    return .failed(current, try describe(current, what))
  }

  /// The case that the worker is at.
  private var current: Int {
    guard let data = try? Data(contentsOf: progress), data.count == 8 else { return options.first }
    return data.withUnsafeBytes { Int($0.loadUnaligned(as: Int64.self)) }
  }

  /// A trap or a hang in words, with its text made smaller by trying in processes of their own.
  private func describe(_ index: Int, _ what: String) throws -> String {
    let test = options.run.testCase(index)
    let file = try folder.emptyFile("candidate")
    let small = Shrinking.shrunk(test.text, attempts: 300) { text in
      guard (try? Data(text).write(to: file)) != nil else { return false }
      return breaks(test.kind, file)
    }
    return """
      \(test.kind.rawValue), seed \(options.seed), case \(index): \(what)
      smallest text found:
      \(String(decoding: small, as: UTF8.self))
      """
  }

  /// Whether a text ends a process by a signal or keeps it too long.
  private func breaks(_ kind: FuzzKind, _ file: URL) -> Bool {
    let process = Process()
    process.executableURL = Bundle.main.executableURL
    process.arguments = ["--check", kind.rawValue, file.path]
    process.environment = Self.environment
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    let deadline = Date() + Self.caseLimit
    while process.isRunning, Date() < deadline { Thread.sleep(forTimeInterval: 0.002) }
    if process.isRunning {
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      return true
    }
    return process.terminationReason == .uncaughtSignal
  }

  /// A crash shall end a worker at once, not after pages of addresses.
  private static var environment: [String: String] {
    ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
  }
}
