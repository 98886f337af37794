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

  public var kind: Kind {
    get { facts.kind }
    set { facts.kind = newValue }
  }
  public var phase: Phase {
    get { facts.phase }
    set { facts.phase = newValue }
  }
  /// The TCK's detail, such as `UndefinedVariable`.
  public var detail: String {
    get { facts.detail }
    set { facts.detail = newValue }
  }
  /// The error as people see it; its code is the GQLSTATUS.
  public var diagnostic: Diagnostic {
    get { facts.diagnostic }
    set { facts.diagnostic = newValue }
  }

  public init(_ kind: Kind, _ phase: Phase, _ detail: String, _ diagnostic: Diagnostic) {
    storage = .facts(Facts(kind: kind, phase: phase, detail: detail, diagnostic: diagnostic))
  }

  private struct Facts: Hashable {
    var kind: Kind
    var phase: Phase
    var detail: String
    var diagnostic: Diagnostic
  }

  /// A box: every call that may throw keeps room for the error on the stack, and the recursive stages have many.
  private indirect enum Storage: Hashable { case facts(Facts) }

  private var storage: Storage

  private var facts: Facts {
    get {
      switch storage {
      case .facts(let facts): facts
      }
    }
    set { storage = .facts(newValue) }
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
