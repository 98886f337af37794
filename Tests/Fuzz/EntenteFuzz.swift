import EntenteTestSupport
import Foundation

/// Runs the random tests of which `swift test` runs one percent.
///
///     swift run -c release EntenteFuzz --seed 2025 --cases 100000
///
/// The cases run in a second process, so that a trap and a hang are failures like any other: told with the seed and
/// the smallest text found.
@main
struct EntenteFuzz {
  static func main() {
    do {
      let options = try FuzzOptions(CommandLine.arguments)
      switch options.role {
      case .supervisor: exit(try FuzzSupervisor(options).run() ? 0 : 1)
      case .worker(let progress): exit(try FuzzWorker(options, progress: progress).run() ? 0 : 1)
      case .check(let kind, let file):
        let text = ContiguousArray(try Data(contentsOf: file))
        exit(kind.violation(of: text) == nil ? 0 : 1)
      case .allSigned(let nodes): exit(allSigned(nodes: nodes) ? 0 : 1)
      case .styles(let count): exit(try styles(count, from: options.first) ? 0 : 1)
      case .help:
        print(FuzzOptions.usage)
        exit(0)
      }
    } catch {
      FileHandle.standardError.write(Data("EntenteFuzz: \(error)\n".utf8))
      exit(2)
    }
  }

  /// Whether so many hostile style sheets end in errors with places or in harmless pictures.
  private static func styles(_ count: Int, from first: Int) throws -> Bool {
    let start = UInt64(first)
    guard let failure = try HostileStyleSheet.firstFailure(in: start..<start + UInt64(count)) else {
      print("\(count) hostile style sheets from \(first) on, no failure")
      return true
    }
    print("FAILURE \(failure)")
    return false
  }

  /// Whether what is said of every signed graph of so many nodes is what trying all splits says.
  private static func allSigned(nodes: Int) -> Bool {
    var count = 0
    var isFine = true
    SignedCase.forEach(nodes: nodes) { graph in
      count += 1
      guard let violation = graph.violation ?? graph.weakViolation else { return }
      print("FAILURE \(graph.text): \(violation)")
      isFine = false
    }
    print("\(count) signed graphs of \(nodes) nodes, \(isFine ? "no failure" : "failures")")
    return isFine
  }
}
