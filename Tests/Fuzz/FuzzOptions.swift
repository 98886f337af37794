import EntenteTestSupport
import Foundation

/// What the command line asks for.
struct FuzzOptions {
  /// What this process does: most are started by the first.
  enum Role {
    case supervisor
    case worker(progress: URL)
    case check(FuzzKind, URL)
    case allSigned(nodes: Int)
    case styles(Int)
    case help
  }

  struct Mistake: Error, CustomStringConvertible {
    let description: String
  }

  static let usage = """
    Usage: EntenteFuzz [--seed N] [--cases N] [--first N] [--only KIND] [--keep-going]
    Runs seeded random cases and fails at the first that traps, hangs, or gives a wrong answer.
      --seed N       the seed, 2025 unless said otherwise
      --cases N      how many cases, 100000 unless said otherwise
      --first N      the number of the first case, 0 unless said otherwise
      --only KIND    \(FuzzKind.allCases.map(\.rawValue).joined(separator: ", "))
      --keep-going   go on after a failure
      --all-signed N every signed graph of N nodes instead, up to the numbering of its nodes
      --styles N     N hostile style sheets instead, drawn by entente-render, from --first on
    """

  var seed: UInt64 = 2025
  var first = 0
  var cases = 100_000
  var kinds = FuzzKind.allCases
  var keepsGoing = false
  var role = Role.supervisor

  init(_ arguments: [String]) throws {
    var words = arguments.dropFirst()
    func value<Value>(_ option: String, _ convert: (String) -> Value?) throws -> Value {
      guard let word = words.popFirst(), let value = convert(word) else {
        throw Mistake(description: "\(option) needs a value\n\(Self.usage)")
      }
      return value
    }
    while let word = words.popFirst() {
      switch word {
      case "--seed": seed = try value(word) { UInt64($0) }
      case "--cases": cases = try value(word) { Int($0) }
      case "--first": first = try value(word) { Int($0) }
      case "--only": kinds = [try value(word) { FuzzKind(rawValue: $0) }]
      case "--keep-going": keepsGoing = true
      case "--worker": role = .worker(progress: try value(word) { URL(fileURLWithPath: $0) })
      case "--check":
        let kind = try value(word) { FuzzKind(rawValue: $0) }
        role = .check(kind, try value(word) { URL(fileURLWithPath: $0) })
      case "--all-signed":
        role = .allSigned(nodes: try value(word) { word in Int(word).flatMap { (0...7).contains($0) ? $0 : nil } })
      case "--styles": role = .styles(try value(word) { word in Int(word).flatMap { $0 >= 0 ? $0 : nil } })
      case "--help", "-h": role = .help
      default: throw Mistake(description: "there is no option `\(word)`\n\(Self.usage)")
      }
    }
    guard cases >= 0, first >= 0 else { throw Mistake(description: "numbers of cases are from 0 up") }
  }

  var run: FuzzRun { FuzzRun(seed: seed, kinds: kinds) }
}
