import Foundation

/// Times the work of Entente on graphs made in memory.
///
///     swift run -c release EntenteBenchmarks analyses --nodes 1000000 --relationships 10000000
///     swift run -c release EntenteBenchmarks frustration
///
/// Analyses: one line of JSON a measure, with the seconds of each run and a figure to compare with what a peer computes.
/// `peers.py` beside this folder runs it, and igraph on the same graph, and prints the ratios.
@main
struct EntenteBenchmarks {
  static func main() {
    do {
      var arguments = Array(CommandLine.arguments.dropFirst())
      switch arguments.isEmpty ? "" : arguments.removeFirst() {
      case "analyses": try AnalysisBenchmarks(try options(arguments)).run()
      case "frustration": try frustration(arguments).run()
      default: throw UsageError.usage
      }
    } catch {
      FileHandle.standardError.write(Data("EntenteBenchmarks: \(error)\n".utf8))
      exit(2)
    }
  }

  private static func options(_ arguments: [String]) throws -> AnalysisBenchmarks.Options {
    var options = AnalysisBenchmarks.Options()
    var rest = arguments[...]
    while let name = rest.popFirst() {
      guard let value = rest.popFirst() else { throw UsageError.usage }
      switch name {
      case "--nodes": options.nodeCount = try number(value)
      case "--relationships": options.relationshipCount = try number(value)
      case "--seed": options.seed = UInt64(try number(value))
      case "--runs": options.runs = try number(value)
      case "--only": options.only = value.split(separator: ",").map(String.init)
      case "--edges": options.edges = value
      default: throw UsageError.usage
      }
    }
    return options
  }

  private static func frustration(_ arguments: [String]) throws -> FrustrationBenchmarks {
    var benchmarks = FrustrationBenchmarks(seed: 2025)
    var rest = arguments[...]
    while let name = rest.popFirst() {
      guard let value = rest.popFirst() else { throw UsageError.usage }
      switch name {
      case "--seed": benchmarks.seed = UInt64(try number(value))
      case "--effort": benchmarks.effort = try number(value) * 1_000_000
      case "--only": benchmarks.only = try number(value)
      default: throw UsageError.usage
      }
    }
    return benchmarks
  }

  private static func number(_ text: String) throws -> Int {
    guard let number = Int(text), number > 0 else { throw UsageError.usage }
    return number
  }

  enum UsageError: Error, CustomStringConvertible {
    case usage

    var description: String {
      """
      usage: EntenteBenchmarks analyses [--nodes N] [--relationships N] [--seed N] [--runs N] [--only NAME,…] \
      [--edges FILE]
         or: EntenteBenchmarks frustration [--seed N] [--effort MILLIONS] [--only ROW]
      """
    }
  }
}
