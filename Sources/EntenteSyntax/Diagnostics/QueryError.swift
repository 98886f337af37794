/// Why a query was refused or stopped: what the TCK calls type, phase and detail, a GQLSTATUS, words and a place.
///
/// Errors are made by the named factories beside each stage (`ParserErrors.swift`, `SemanticErrors.swift`,
/// `RuntimeErrors.swift`): the stages pass facts, the factories hold the sentences.
public struct QueryError: Error, Sendable, Hashable {
  /// The openCypher error classes.
  public enum Kind: String, Sendable {
    case syntaxError = "SyntaxError"
    case semanticError = "SemanticError"
    case typeError = "TypeError"
    case argumentError = "ArgumentError"
    case entityNotFound = "EntityNotFound"
    case constraintVerificationFailed = "ConstraintVerificationFailed"
    case procedureError = "ProcedureError"
    case parameterMissing = "ParameterMissing"
    /// A limit of time, memory or rows was reached, or the query was cancelled: not a class of the TCK.
    case limitReached = "LimitReached"
  }

  public enum Phase: String, Sendable {
    case compileTime = "compile time"
    case runtime = "runtime"
  }

  public var kind: Kind
  public var phase: Phase
  /// The TCK's detail, such as `UndefinedVariable`.
  public var detail: String
  /// The error as people see it; its code is the GQLSTATUS.
  public var diagnostic: Diagnostic

  public init(_ kind: Kind, _ phase: Phase, _ detail: String, _ diagnostic: Diagnostic) {
    self.kind = kind
    self.phase = phase
    self.detail = detail
    self.diagnostic = diagnostic
  }

  /// The same error at a place, if it had none.
  public func located(at range: SourceRange) -> QueryError {
    guard diagnostic.range == nil else { return self }
    var copy = self
    copy.diagnostic.range = range
    return copy
  }
}

extension QueryError: CustomStringConvertible {
  public var description: String {
    "\(kind.rawValue)/\(detail), \(phase.rawValue): error[\(diagnostic.code)]: \(diagnostic.message)"
  }
}
