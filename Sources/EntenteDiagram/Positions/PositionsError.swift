import Entente
import EntenteDrawing
public import EntenteSyntax

/// Why a file holds no positions that can be used.
public struct PositionsError: Error, Sendable, Hashable {
  /// What is wrong, where, and what to do.
  public let diagnostic: Diagnostic

  enum Fault {
    /// JSON of somebody else.
    case foreign
    case otherVersion
    case unknownField(Text)
    case missing(String)
    case repeated(Text)
    case notTwoNumbers(Int)
    case tooFar
    case tooMany
    case tooLarge(Int)
  }

  init(_ fault: Fault) { diagnostic = Self.diagnostic(fault, at: nil) }

  /// An error of reading, with what helps every time.
  init(_ diagnostic: Diagnostic, holdsMerge: Bool) {
    var diagnostic = diagnostic
    if diagnostic.code == "PJ001" {
      diagnostic.code = "PS01"
      diagnostic.help.append(
        holdsMerge
          ? "the file holds both sides of a merge: keep the lines of one of them"
          : "mend this place, or name another file; the file was not changed")
    }
    self.diagnostic = diagnostic
  }

  static func diagnostic(_ fault: Fault, at range: SourceRange?) -> Diagnostic {
    let (code, message, help): (String, String, String) =
      switch fault {
      case .foreign:
        (
          "PS02", "this file holds no positions of Entente, which begin with `\"entente\": \"positions\"`",
          "name another file; this one was not changed"
        )
      case .otherVersion:
        (
          "PS03", "positions are read in version 1 of their format alone",
          "use the Entente that wrote the file, or name another file; this one was not changed"
        )
      case .unknownField(let name):
        (
          "PS04", "positions have no field `\(name)`",
          NearestName.of(String(name), among: ["entente", "version", "nodes"]).map { "did you mean `\($0)`?" }
            ?? "the fields are entente, version and nodes"
        )
      case .missing(let name):
        ("PS05", "the field `\(name)` is missing", "add it, or name another file; this one was not changed")
      case .repeated(let name):
        ("PS06", "`\(name)` is there twice", "delete one of the two lines")
      case .notTwoNumbers(let count):
        ("PS07", "a position is two numbers, x and y, and not \(count)", "write it as [120.5, -33]")
      case .tooFar:
        (
          "PS08", "a position is at most 1,000,000 points from the middle",
          "delete the line: the node then finds a new place"
        )
      case .tooMany:
        (
          "PS09", "a file keeps at most \(NodePositions.limit.nodes) positions",
          "delete the lines of nodes that are gone"
        )
      case .tooLarge(let bytes):
        (
          "PS09", "the file has \(bytes) bytes, and positions have \(NodePositions.limit.bytes) at most",
          "name another file; this one was not changed"
        )
      }
    return Diagnostic(.error, code: code, message, at: range, help: [help])
  }
}
