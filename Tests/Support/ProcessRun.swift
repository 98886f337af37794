public import Foundation

/// A shell script that was run to its end: what it printed on both streams, and its exit code.
///
/// The programs of this package are found on the PATH. The streams go to files, so that no full pipe can stop it.
public struct ProcessRun: Sendable {
  public var status: Int32
  public var output: String
  public var errors: String

  /// Runs a script with `/bin/sh` in a folder.
  ///
  /// - Throws: when it cannot be started or takes longer than `seconds`.
  public static func shell(
    _ script: String, in folder: TemporaryFolder, environment: [String: String] = [:], seconds: Double = 120
  ) throws -> ProcessRun {
    try RunningProcess(script, in: folder, environment: environment).finish(within: seconds)
  }

  /// Runs one command on a terminal, as `script` makes one, and returns what appears there.
  public static func onTerminal(
    _ command: String, in folder: TemporaryFolder, environment: [String: String] = [:]
  ) throws -> String {
    try command.write(to: folder.url.appendingPathComponent("command.sh"), atomically: false, encoding: .utf8)
    #if os(Linux)
      let run = try shell("script -qec 'sh command.sh' /dev/null", in: folder, environment: environment)
    #else
      let run = try shell("script -q /dev/null sh command.sh", in: folder, environment: environment)
    #endif
    return run.output.replacingOccurrences(of: "\r\n", with: "\n")
  }

  /// The folder of the built programs: the one that holds the running test program's bundle.
  public static let products: URL = {
    let arguments = CommandLine.arguments
    var url = URL(
      fileURLWithPath: arguments.first { $0.hasSuffix(".xctest") || $0.contains(".xctest/") } ?? arguments[0])
    while url.path != "/", !FileManager.default.isExecutableFile(atPath: url.appendingPathComponent("entente").path) {
      url.deleteLastPathComponent()
    }
    return url
  }()
}

/// A shell script that is running.
public final class RunningProcess {
  private let script: String
  /// Kept until the end, since the folder goes with the last reference.
  private let folder: TemporaryFolder
  private let process = Process()
  private let ended = DispatchSemaphore(value: 0)
  private let streams: TemporaryFolder
  private let output: URL
  private let errors: URL

  /// Starts a script.
  public init(
    _ script: String, in folder: TemporaryFolder, environment changes: [String: String] = [:]
  ) throws {
    self.script = script
    self.folder = folder
    streams = try TemporaryFolder()
    output = try streams.emptyFile("output")
    errors = try streams.emptyFile("errors")
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = folder.url
    var environment = ProcessInfo.processInfo.environment
    environment["PATH"] = ProcessRun.products.path + ":" + (environment["PATH"] ?? "")
    environment["NO_COLOR"] = nil
    // A crash shall be seen by its signal, not by pages of addresses.
    environment["SWIFT_BACKTRACE"] = "enable=no"
    environment.merge(changes) { $1 }
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    process.terminationHandler = { [ended] _ in ended.signal() }
    try process.run()
  }

  public func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// Waits for the end.
  ///
  /// - Throws: when it takes longer than `seconds`; it is killed then.
  public func finish(within seconds: Double = 120) throws -> ProcessRun {
    if ended.wait(timeout: .now() + seconds) == .timedOut {
      send(SIGKILL)
      throw GoldenFileError(message: "still running after \(seconds) s: \(script)")
    }
    return ProcessRun(
      status: process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }
}

/// A folder of its own that is removed with the last reference.
public final class TemporaryFolder: Sendable {
  public let url: URL

  public init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("entente-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    // A test may have taken the right to write away.
    try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: url.path)
    try? FileManager.default.removeItem(at: url)
  }

  /// An empty file in it.
  public func emptyFile(_ name: String) throws -> URL {
    let file = url.appendingPathComponent(name)
    try Data().write(to: file)
    return file
  }

  /// A folder that looks like a workspace: `Graphs` and `Queries` of this package, and `city.pg`.
  public static func workspace() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ["Graphs", "Queries"] {
      try FileManager.default.copyItem(
        at: QueryScript.package.appendingPathComponent(name), to: folder.url.appendingPathComponent(name))
    }
    try QueryScript.cityGraph.write(
      to: folder.url.appendingPathComponent("city.pg"), atomically: false, encoding: .utf8)
    return folder
  }
}
