import EntenteSyntax

/// The statements that fell into a trap of the format, so that they say something else than their writer thinks.
///
/// What the rules find in them follows from that, and would only distract: `:Actor:Company` is one label, which no
/// schema knows.
struct MisreadStatements {
  private static let traps: Set<String> = [
    "PG101", "PG102", "PG104", "PG107", "PG108", "PG109", "PG110", "PG111", "PG112", "PG115",
  ]

  private let statements: ContiguousArray<GraphFile.Statement>
  private let misread: Set<Int>

  init(_ file: GraphFile) {
    let statements = file.statements
    self.statements = statements
    misread = Set(
      file.diagnostics.filter { Self.traps.contains($0.code) }.compactMap { trap in
        trap.range.map { Self.index(of: $0, in: statements) }
      })
  }

  var isEmpty: Bool { misread.isEmpty }

  /// The findings outside of such statements.
  func without(_ findings: [Diagnostic]) -> [Diagnostic] {
    guard !isEmpty else { return findings }
    return findings.filter { finding in
      finding.range.map { !misread.contains(Self.index(of: $0, in: statements)) } ?? true
    }
  }

  /// The last statement that begins at a place or before it.
  private static func index(of range: SourceRange, in statements: ContiguousArray<GraphFile.Statement>) -> Int {
    var (low, high) = (0, statements.count)
    while low < high {
      let middle = (low + high) / 2
      if statements[middle].range.lower <= range.lower { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }
}
