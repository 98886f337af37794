import Entente
public import EntenteSyntax

/// Random `.pg` files in odd layouts, for the formatter.
///
/// Few damaged files can be read at all, so that most of the damage here is to blanks, comments and quotes, and only
/// some to the texts.
public enum GraphFormatting {
  /// Statements with what a formatter may get wrong: colons that decide what is a key, comments in every place, texts
  /// over several lines, wide characters.
  private static let statements: [String] = [
    #"@graph :Graph title:"AI race" lang:en,ko"#,
    #"alibaba :Actor :Company name:Alibaba name@ko:알리바바 alias:"Alibaba Group" , BABA since:"2028""#,
    #""quoted id" : label key: 1 'it''s':1"#,
    #"x :a:b k:v:w k:v: w name:ko: 엔비디아"#,
    #"k : x"#, #"a-b"#, #"a,b"#, #"a--b k:[1,2]"#, #"b :B k: x: y:1"#, #"b :B k: x, y: z:1"#, #"b k:1,"x:",y: z:2"#,
    #"n numbers:1,-0,-2.50e3,1E+2,0.10,99999999999999999999 flags:true , false"#,
    #"t text:'it\'s' other:'"so"' tab:"a\tb" code:"\u0041\u00ad\ud83d\ude00" plain:"Plain""#,
    "long note:\"one\ntwo\r\n  three : four\" and:'five\nsix'",
    #"ali-nv: alibaba -- nvidia :PARTNERS_WITH topic:"physical AI" since:2025-09-24 url:http://example.org/?a=-&c=0#x"#,
    #""e 1": "@graph" -> 'b c' :OWNS share:0.5"#, #"x:: a -> b: :R"#, #"http://e.org/1 -> a :SAYS"#,
    "wide note@ko:\"\(String(repeating: "한국어와 👩‍💻 ", count: 12))\" \(String(repeating: "k:값 ", count: 30))",
    "list where:" + (1...40).map { "\"\($0).\($0)\"" }.joined(separator: ","),
  ]

  private static let blanks = [
    " ", "\t", "  ", "\n ", "\n\t", "\r\n  ", "\n\n ", " # c\n ", "\n# c \n ", "\n  #\tc\n\n  ", " # \"a: b\n ", "\r ",
  ]
  private static let gaps = [
    "\n", "\n", "\n\n", "\r\n", "\n\n\n", " # c\n", "\n# c\n", "\n  # c\n", "\n\n# c\n\n", "\r", "  \n\t\n",
  ]

  /// A file of some statements in random layout, some with damage.
  public static func mutated(using random: inout SplitMix64) -> ContiguousArray<UInt8> {
    var text = random.chance(10) ? "\u{FEFF}" : ""
    if random.chance(30) { text += random.pick(gaps) }
    for _ in 0...random.next() % 5 {
      text += relaid(random.pick(statements), using: &random)
      text += random.chance(5) ? "" : random.pick(gaps)
    }
    guard random.chance(15) else { return ContiguousArray(text.utf8) }
    return GraphFileMutations.mutated(text, using: &random)
  }

  /// A statement with other blanks where it has some, and around commas and colons of lists and keys.
  private static func relaid(_ statement: String, using random: inout SplitMix64) -> String {
    var text = ""
    var quote: Character?
    for character in statement {
      if character == "\"" || character == "'" {
        quote = quote == nil ? character : quote == character ? nil : quote
        text.append(character)
      } else if quote == nil, character == " ", random.chance(40) {
        text += random.pick(blanks)
      } else if quote == nil, character == ",", random.chance(20) {
        text += random.pick(blanks) + "," + random.pick(blanks)
      } else {
        text.append(character)
      }
    }
    return text
  }

  /// What must hold of the formatter: what it gives is formatted, says the same graph with the same numbers, comments
  /// and warnings, and has no line too long that could be broken. A file with errors is not formatted.
  ///
  /// - Returns: what does not hold, or nil.
  public static func violation(of bytes: ContiguousArray<UInt8>) -> String? {
    let file = GraphFile(parsing: SourceText(utf8: bytes, name: "mutated.pg"))
    guard let formatted = file.formatted() else { return file.hasErrors ? nil : "a file without errors is refused" }
    guard !file.hasErrors else { return "a file with errors is formatted" }
    let text = String(decoding: formatted, as: UTF8.self)
    let again = GraphFile(parsing: SourceText(utf8: ContiguousArray(formatted), name: "formatted.pg"))
    guard let twice = again.formatted() else { return "the result has errors: \(again.diagnostics)\n\(text)" }
    if twice != formatted { return "formatting gives\n\(text)\nand again\n\(String(decoding: twice, as: UTF8.self))" }
    if comments(of: file) != comments(of: again) { return "the comments differ\n\(text)" }
    if numbers(in: file) != numbers(in: again) { return "the numbers differ\n\(text)" }
    let before = file.diagnostics.map { $0.code ?? "" }.sorted()
    let after = again.diagnostics.map { $0.code ?? "" }.sorted()
    if before != after { return "the warnings were \(before) and are \(after)\n\(text)" }
    if json(of: file) != json(of: again) { return "it says another graph\n\(text)" }
    return nil
  }

  private static func comments(of file: GraphFile) -> [String] {
    file.tokens.filter { $0.kind == .comment }.map { token in
      var text = file.source[token.range]
      while text.hasSuffix(" ") || text.hasSuffix("\t") { text.removeLast() }
      return text
    }
  }

  /// The digits of all numbers, in their order.
  private static func numbers(in file: GraphFile) -> [String] {
    file.statements.flatMap { statement -> [GraphFile.Property] in
      switch statement {
      case .node(let node): node.properties
      case .edge(let edge): edge.properties
      case .malformed: []
      }
    }.flatMap(\.values).compactMap { value in
      switch value.literal {
      case .integer, .float: file.source[value.range]
      case .boolean, .string: nil
      }
    }
  }

  private static func json(of file: GraphFile) -> [UInt8]? {
    try? GraphFormat.pgJSONL.write(GraphFormat.pg.read(file.source, linting: false).document)
  }
}
