import EntenteSyntax

/// Random damage to `.pg` text, for tests and the fuzzer.
public enum GraphFileMutations {
  /// A file that uses every part of the grammar.
  public static let seedText = """
    # a comment
    @graph :Graph title:"AI race" lang:en,ko

    alibaba :Actor :Company name:Alibaba name@ko:알리바바 alias:"Alibaba Group",BABA
      # a comment between
      since:1999-04 'quoted key':1,-2.5e3 , true,"x\\u00e9\\ud83d\\ude00"
    nvidia\t:Actor
    "quoted id" : label key: 1
    ali-nv: alibaba -- nvidia :PARTNERS_WITH # trailing
      note:"over
    two lines" ok:false
    x:: alibaba -> "quoted id" :RIVALS k:v:w k:v: w
    'e 1': a -> a url:http://example.org/?a=-&c=0#x

    """

  /// Pieces that mean something to the parser.
  private static let pieces: [String] = [
    " ", "\t", "\n", "\r\n", "\r", "#", "\"", "'", "\\", ":", "::", ",", "->", "--", "<-", "<->", "|", "`",
    "-", "1e400",
    "null", "true", "\\u", "\\ud800", "é", "e\u{301}", "한", "👩‍💻", "\u{FEFF}", "\u{0}", "\u{1}", "a", " :b",
    " k:v",
    "99999999999999999999", "a: b -> c", "\u{2028}", "→", "“",
  ]

  /// A text with a few random insertions, deletions, replacements and moves; well-formed UTF-8 unless asked otherwise.
  public static func mutated(
    _ text: String = seedText, using generator: inout SplitMix64, illFormed: Bool = false
  ) -> ContiguousArray<UInt8> {
    var scalars = Array(text.unicodeScalars)
    for _ in 0..<Int.random(in: 1...8, using: &generator) {
      let at = Int.random(in: 0...scalars.count, using: &generator)
      let upper = min(scalars.count, at + Int.random(in: 0...6, using: &generator))
      switch Int.random(in: 0..<5, using: &generator) {
      case 0, 1:
        scalars.insert(contentsOf: (pieces.randomElement(using: &generator) ?? "").unicodeScalars, at: at)
      case 2: scalars.removeSubrange(at..<upper)
      case 3:
        scalars.replaceSubrange(
          at..<upper, with: (pieces.randomElement(using: &generator) ?? "").unicodeScalars)
      default:
        let moved = scalars[at..<upper]
        scalars.removeSubrange(at..<upper)
        scalars.insert(contentsOf: moved, at: Int.random(in: 0...scalars.count, using: &generator))
      }
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    var bytes = ContiguousArray(String(view).utf8)
    if illFormed, !bytes.isEmpty {
      let at = Int.random(in: bytes.indices, using: &generator)
      bytes[at] = UInt8.random(in: 0...255, using: &generator)
    }
    return bytes
  }

  /// What must hold of any bytes whatever: no trap, printing gives the bytes back, every place is inside the file,
  /// bad UTF-8 is an error, and every diagnostic can be laid out.
  ///
  /// - Returns: what does not hold, or nil.
  public static func violation(of bytes: ContiguousArray<UInt8>) -> String? {
    let source = SourceText(utf8: bytes, name: "mutated.pg")
    let file = GraphFile(parsing: source)
    if file.utf8 != bytes { return "printing does not give the file back" }
    var offset = 0
    for token in file.tokens {
      if token.range.lower != offset || token.range.upper <= offset { return "token \(token) leaves a gap" }
      offset = token.range.upper
    }
    if offset != bytes.count { return "the tokens end at \(offset) of \(bytes.count)" }
    var last = 0
    for statement in file.statements {
      if statement.range.lower < last || statement.range.upper > bytes.count {
        return "\(statement) is out of place"
      }
      last = statement.range.upper
    }
    let isText = String(validating: bytes, as: UTF8.self) != nil
    if !isText, !file.hasErrors { return "ill-formed UTF-8 is no error" }
    let renderer = DiagnosticRenderer()
    for diagnostic in file.diagnostics {
      if let range = diagnostic.range,
        range.lower < 0 || range.lower > range.upper || range.upper > bytes.count
      {
        return "\(diagnostic) is out of place"
      }
      if renderer.text(diagnostic, in: source).isEmpty || renderer.json(diagnostic, in: source).isEmpty {
        return "\(diagnostic) cannot be shown"
      }
      if let fix = diagnostic.fix, fix.range.lower > fix.range.upper || fix.range.upper > bytes.count {
        return "the fix of \(diagnostic) is out of place"
      }
    }
    return nil
  }
}
