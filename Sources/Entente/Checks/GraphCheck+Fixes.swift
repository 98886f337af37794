public import EntenteSyntax

extension GraphCheck {
  /// A file after mending.
  public struct Mended: Sendable {
    public let source: SourceText
    /// What was mended, and on which line it was then.
    public let fixed: [(diagnostic: Diagnostic, line: Int)]
  }

  /// Reads a file by its schema and checks it.
  public init(_ source: SourceText, schema: Schema?) {
    self.init(GraphFile(parsing: source, facts: schema?.facts ?? .conventional), schema: schema)
  }

  /// Applies every fix; nothing else in the file changes.
  ///
  /// What was found behind a mended mistake is mended as well, up to 32 times over.
  /// - Complexity: O(rounds × *n* log *n*)
  public static func mended(_ source: SourceText, schema: Schema?) -> Mended {
    var source = source
    var fixed: [(diagnostic: Diagnostic, line: Int)] = []
    for _ in 0..<32 {
      var applied = 0
      var bytes: ContiguousArray<UInt8> = []
      var position = 0
      for diagnostic in GraphCheck(source, schema: schema).diagnostics {
        guard let fix = diagnostic.fix, fix.range.lower >= position, fix.range.upper >= fix.range.lower,
          applied == 0 || fix.range.lower > position
        else { continue }
        bytes += source.utf8[position..<fix.range.lower]
        bytes += ContiguousArray(fix.replacement.utf8)
        position = fix.range.upper
        applied += 1
        fixed.append((diagnostic, source.lineIndex(of: fix.range.lower) + 1))
      }
      guard applied > 0 else { break }
      bytes += source.utf8[position...]
      source = SourceText(utf8: bytes, name: source.name)
    }
    return Mended(source: source, fixed: fixed)
  }
}
