import Entente
import EntenteSyntax
import EntenteTestSupport
import Foundation
import Testing

/// Every error of the TCK's taxonomy with its class, phase, GQLSTATUS, message and place, as text and as JSON.
struct ErrorDetailTests {
  static let files = GoldenFile.all(in: "ErrorDetails")

  /// The details of the openCypher TCK, by class and phase.
  static let taxonomy: [String: [String]] = [
    "SyntaxError, compile time": [
      "AmbiguousAggregationExpression", "ColumnNameConflict", "CreatingVarLength", "DifferentColumnsInUnion",
      "FloatingPointOverflow", "IntegerOverflow", "InvalidAggregation", "InvalidArgumentPassingMode",
      "InvalidArgumentType", "InvalidClauseComposition", "InvalidDelete", "InvalidNumberLiteral",
      "InvalidNumberOfArguments", "InvalidParameterUse", "InvalidRelationshipPattern", "InvalidUnicodeCharacter",
      "InvalidUnicodeLiteral", "NegativeIntegerArgument", "NestedAggregation", "NoExpressionAlias",
      "NoSingleRelationshipType", "NonConstantExpression", "NoVariablesInScope", "RelationshipUniquenessViolation",
      "RequiresDirectedRelationship", "UndefinedVariable", "UnexpectedSyntax", "UnknownFunction",
      "VariableAlreadyBound", "VariableTypeConflict",
    ],
    "SyntaxError, runtime": ["NegativeIntegerArgument"],
    "TypeError, compile time": ["InvalidArgumentType"],
    "TypeError, runtime": [
      "InvalidArgumentType", "InvalidArgumentValue", "InvalidPropertyType", "MapElementAccessByNonString",
    ],
    "ArgumentError, runtime": ["InvalidArgumentType", "NumberOutOfRange"],
    "EntityNotFound, runtime": ["DeletedEntityAccess"],
    "SemanticError, runtime": ["MergeReadOwnWrites"],
    "ConstraintVerificationFailed, runtime": ["DeleteConnectedNode"],
    "ProcedureError, compile time": ["ProcedureNotFound"],
    "ParameterMissing, compile time": ["MissingParameter"],
  ]

  @Test(arguments: files)
  func `errors have the recorded faces`(file: GoldenFile) throws {
    for mismatch in try file.mismatches({ try Self.output($0) }) { Issue.record("\(mismatch)") }
  }

  @Test func `every detail of the taxonomy has an example`() throws {
    var found: Set<String> = []
    for file in Self.files {
      for query in try file.inputs() {
        let error = try Self.error(of: query)
        found.insert("\(error.kind.rawValue), \(error.phase.rawValue), \(error.detail)")
      }
    }
    for (face, details) in Self.taxonomy.sorted(by: { $0.key < $1.key }) {
      for detail in details where !found.contains("\(face), \(detail)") {
        Issue.record("no example of \(face), \(detail)")
      }
    }
  }

  private static func error(of query: String) throws -> QueryError {
    let graph = try QueryScript.graph(QueryScript.cityGraph)
    do throws(QueryError) {
      _ = try graph.query(query)
    } catch {
      return error
    }
    throw GoldenFileError(message: "no error: \(query)")
  }

  private static func output(_ query: String) throws -> String {
    let error = try error(of: query)
    let source = error.diagnostic.range == nil ? nil : SourceText(query, name: "query")
    let renderer = DiagnosticRenderer()
    return "\(error.kind.rawValue)/\(error.detail), \(error.phase.rawValue)\n"
      + renderer.text(error.diagnostic, in: source) + renderer.json(error.diagnostic, in: source)
  }
}
