/// A `.pg` file (PG format 1.0) as a lossless tree: every byte is in a token, every element has its place.
///
/// In comes a ``SourceText``, out come the statements in their order, the tokens with all comments and blanks, and
/// all findings about the file at once. Afterwards it holds that printing gives the file back byte for byte, also
/// where the file has errors.
///
///     let file = GraphFile(parsing: SourceText("alibaba :Company name:Alibaba\n", name: "race.pg"))
///     file.statements.count     // 1
///     file.hasErrors            // false
///     file.utf8 == file.source.utf8
///
/// Source: Property Graph Exchange Format, specification 1.0.0, section 3.
public struct GraphFile: Sendable {
  public let source: SourceText
  /// All bytes of the source, in order and without gaps.
  public let tokens: ContiguousArray<Token>
  /// The statements in their order; those that could not be read are ``Statement/malformed(_:)``.
  public let statements: ContiguousArray<Statement>
  /// Errors and lints, ordered by place.
  public let diagnostics: [Diagnostic]

  /// Reads a file; what is wrong with it is in ``diagnostics``.
  ///
  /// - Complexity: O(*n*)
  public init(parsing source: SourceText, linting: Bool = true, facts: SchemaFacts = .conventional) {
    var parser = Parser(source)
    var linter = Linter(source, facts: facts)
    var statements: ContiguousArray<Statement> = []
    while let statement = parser.next() {
      if linting { linter.visit(statement) }
      statements.append(statement)
    }
    self.source = source
    self.tokens = parser.tokens
    self.statements = statements
    let findings = parser.diagnostics + (linting ? linter.finish() : [])
    diagnostics = Diagnostic.inOrder(findings)
  }

  /// Whether a part of the file could not be read.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// The file as printed from its tokens: the bytes that were read.
  public var utf8: ContiguousArray<UInt8> {
    var bytes: ContiguousArray<UInt8> = []
    bytes.reserveCapacity(source.utf8.count)
    for token in tokens { bytes.append(contentsOf: source.utf8[token.range.lower..<token.range.upper]) }
    return bytes
  }
}
