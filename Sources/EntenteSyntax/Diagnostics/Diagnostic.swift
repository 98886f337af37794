/// One finding about a text: what is wrong, where, and what to do.
///
/// For example, a query with a typo gives
///
///     error[42N62]: variable `persn` not defined
///       --> query:2:8
///       2 | RETURN persn.name
///         |        ^^^^^ not in scope here; in scope: person, r
///       help: did you mean `person`?
///
/// A diagnostic carries facts; ``DiagnosticRenderer`` lays them out.
public struct Diagnostic: Sendable, Hashable {
  public enum Severity: String, Sendable { case error, warning }

  /// A mend that a tool can apply: the text that replaces a range.
  public struct Fix: Sendable, Hashable {
    public var range: SourceRange
    public var replacement: String

    public init(range: SourceRange, replacement: String) {
      self.range = range
      self.replacement = replacement
    }
  }

  public var severity: Severity
  /// A stable code: a GQLSTATUS for queries, `PG…` for graph files.
  public var code: String
  /// One sentence without a full stop, in lower case.
  public var message: String
  /// The bytes the caret points at.
  public var range: SourceRange?
  /// Words to the right of the caret.
  public var label: String?
  public var notes: [String]
  /// What to do.
  public var help: [String]
  public var fix: Fix?

  public init(
    _ severity: Severity, code: String, _ message: String, at range: SourceRange? = nil, label: String? = nil,
    notes: [String] = [], help: [String] = [], fix: Fix? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.range = range
    self.label = label
    self.notes = notes
    self.help = help
    self.fix = fix
  }
}
