extension DiagnosticRenderer {
  /// The diagnostic as one line of JSON, without a line break.
  ///
  ///     {"severity":"error","code":"PG018","message":"…","file":"a.pg","line":1,"column":5,…}
  ///
  /// Lines and columns count from 1, columns in Unicode scalars; the end is exclusive. What a diagnostic does not
  /// have is left out, but `notes` and `help` are always there.
  public func json(_ diagnostic: Diagnostic, in source: SourceText?) -> String {
    var fields: [String] = []
    func add(_ key: String, _ value: String) { fields.append("\(JSONEscaping.quoted(key)):\(value)") }
    func list(_ texts: [String]) -> String {
      "[" + texts.map(JSONEscaping.quoted).joined(separator: ",") + "]"
    }
    func add(_ range: SourceRange, in source: SourceText) {
      let start = source.position(of: range.lower)
      let end = source.position(of: range.upper)
      add("line", "\(start.line)")
      add("column", "\(start.column)")
      add("endLine", "\(end.line)")
      add("endColumn", "\(end.column)")
    }
    add("severity", JSONEscaping.quoted(diagnostic.severity.rawValue))
    add("code", JSONEscaping.quoted(diagnostic.code))
    add("message", JSONEscaping.quoted(diagnostic.message))
    if let source {
      add("file", JSONEscaping.quoted(source.name))
      if let range = diagnostic.range { add(range, in: source) }
    }
    if let label = diagnostic.label { add("label", JSONEscaping.quoted(label)) }
    add("notes", list(diagnostic.notes))
    add("help", list(diagnostic.help))
    if let source, let fix = diagnostic.fix {
      let outer = fields
      fields = []
      add(fix.range, in: source)
      add("replacement", JSONEscaping.quoted(fix.replacement))
      let inner = fields.joined(separator: ",")
      fields = outer
      add("fix", "{\(inner)}")
    }
    return "{" + fields.joined(separator: ",") + "}"
  }
}
