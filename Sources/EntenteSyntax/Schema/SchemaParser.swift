/// Reads a `.pgs` file declaration by declaration.
///
/// The tokens are those of the query language, so that names, strings, numbers and comments are written alike. A
/// declaration with an error is reported once, and reading goes on at the next `CREATE` or `FOR`.
struct SchemaParser {
  typealias Errors = SchemaErrors

  let source: SourceText
  var cursor: Parser?
  var nodes: [SchemaFile.Node] = []
  var edges: [SchemaFile.Edge] = []
  var enumerations: [SchemaFile.Enumeration] = []
  var constraints: [SchemaFile.Constraint] = []
  var diagnostics: [Diagnostic] = []

  /// What ends the reading of a declaration.
  struct SyntaxError: Error {
    let diagnostic: Diagnostic
  }

  init(_ source: SourceText) {
    self.source = source
    if let flaw = source.encodingFlaw {
      diagnostics.append(Errors.notText(flaw, in: source))
    } else {
      cursor = try? Parser(source)
    }
  }

  mutating func parse() {
    while token.kind != .end {
      do throws(SyntaxError) {
        try parseDeclaration()
        _ = take(.semicolon)
      } catch {
        diagnostics.append(error.diagnostic)
        skipToDeclaration()
      }
    }
  }

  /// At least one token on, so that reading always comes to an end.
  private mutating func skipToDeclaration() {
    // A word at the start of a line begins a declaration; inside one it may be a key.
    repeat { advance() } while token.kind != .end && !(isAtStartOfLine && (isWord("CREATE") || isWord("FOR")))
  }

  private var isAtStartOfLine: Bool {
    let lower = token.range.lower
    return lower == source.lineRange(source.lineIndex(of: lower)).lower
  }

  private mutating func parseDeclaration() throws(SyntaxError) {
    let start = token.range.lower
    if takeWord("FOR") { return try parseConstraint(from: start) }
    guard takeWord("CREATE") else { throw unexpected("`CREATE` or `FOR`", among: ["CREATE", "FOR"]) }
    if takeWord("NODE") {
      try expectWord("TYPE")
      try parseNodeType()
    } else if takeWord("EDGE") {
      try expectWord("TYPE")
      try parseEdgeType()
    } else if takeWord("ENUM") {
      try expectWord("TYPE")
      let name = try parseName("a name for the enumeration")
      enumerations.append(SchemaFile.Enumeration(name: name, values: try parseValues()))
    } else {
      throw unexpected("`NODE TYPE`, `EDGE TYPE` or `ENUM TYPE`", among: ["NODE", "EDGE", "ENUM"])
    }
  }

  // MARK: Node and edge types

  private mutating func parseNodeType() throws(SyntaxError) {
    let isAbstract = takeWord("ABSTRACT")
    try expect(.leftParen, "`(`")
    var element = try parseElement(until: .rightParen)
    try expect(.rightParen, "`)`")
    element.isAbstract = isAbstract
    element.options = try parseOptions(["drawn", "sourced"])
    nodes.append(SchemaFile.Node(element: element))
  }

  private mutating func parseEdgeType() throws(SyntaxError) {
    let isAbstract = takeWord("ABSTRACT")
    let start = try parseEndpoint()
    try expect(.minus, "`-[`")
    try expect(.leftBracket, "`[`")
    var element = try parseElement(until: .rightBracket)
    try expect(.rightBracket, "`]`")
    let lower = token.range.lower
    try expect(.minus, "`->` or `-`")
    let isDirected = take(.greater)
    let arrow = SourceRange(lower..<lower + (isDirected ? 2 : 1))
    let end = try parseEndpoint()
    element.isAbstract = isAbstract
    element.options = try parseOptions(["sign", "symmetric", "sourced"])
    edges.append(
      SchemaFile.Edge(element: element, start: start, end: end, isDirected: isDirected, arrow: arrow))
  }

  private mutating func parseEndpoint() throws(SyntaxError) -> [Name] {
    try expect(.leftParen, "`(`")
    let names = take(.colon) ? try parseNames("a node type or label", separator: "|") : []
    try expect(.rightParen, "`)`")
    return names
  }

  /// `name: type & Label {properties}`, each part of which may be missing.
  private mutating func parseElement(until end: Token.Kind) throws(SyntaxError) -> SchemaFile.Element {
    var element = SchemaFile.Element(range: token.range)
    let lower = token.range.lower
    if token.kind == .name || token.kind == .quotedName { element.name = try parseName("a name for the type") }
    if take(.colon) { element.parts = try parseNames("a type or label", separator: "&") }
    if take(.leftBrace) {
      if token.kind != .rightBrace {
        repeat {
          if isWord("OPEN"), peek(1).kind == .rightBrace || peek(1).kind == .comma {
            advance()
            element.isOpen = true
          } else {
            element.properties.append(try parseProperty())
          }
        } while take(.comma)
      }
      guard take(.rightBrace) else { throw unexpected("`,` or `}`") }
    }
    element.range = SourceRange(lower..<max(lower, previousEnd))
    return element
  }

  private mutating func parseProperty() throws(SyntaxError) -> SchemaFile.Property {
    let lower = token.range.lower
    // A key may be called `optional`: then a type follows, and no further name.
    let isOptional =
      isWord("OPTIONAL") && [.name, .keyName, .quotedName].contains(peek(1).kind) && takeWord("OPTIONAL")
    let key = try parseKey()
    let type = try parseDataType()
    return SchemaFile.Property(
      key: key, isOptional: isOptional, type: type, range: SourceRange(lower..<max(lower, previousEnd)))
  }

  private mutating func parseDataType() throws(SyntaxError) -> SchemaFile.DataType {
    let name = try parseName("a type such as STRING", among: Self.typeNames)
    switch name.text.uppercased() {
    case "STRING": return .string
    case "INTEGER", "INT": return .integer
    case "FLOAT": return .float
    case "BOOLEAN", "BOOL": return .boolean
    case "DATE":
      guard take(.leftParen) else { return .date(.year) }
      let word = try parseName("YEAR, MONTH or DAY", among: ["YEAR", "MONTH", "DAY"])
      guard let precision = Schema.Precision(rawValue: word.text.uppercased()) else {
        throw SyntaxError(diagnostic: Errors.unknownWord(word, "precision of dates", among: ["YEAR", "MONTH", "DAY"]))
      }
      try expect(.rightParen, "`)`")
      return .date(precision)
    case "ENUM": return .enumeration(try parseValues())
    case "LIST":
      try expect(.less, "`<` and the type of the elements, as in `LIST<STRING>`")
      let range = token.range
      let element = try parseDataType()
      if case .list = element { throw SyntaxError(diagnostic: Errors.listOfLists(range)) }
      try expect(.greater, "`>`")
      return .list(element)
    default: return .named(name)
    }
  }

  static let typeNames = ["STRING", "INTEGER", "FLOAT", "BOOLEAN", "DATE", "ENUM", "LIST"]

  private mutating func parseValues() throws(SyntaxError) -> [String] {
    try expect(.leftParen, "`(` and values in quotes, as in `('CN', 'US')`")
    var values: [String] = []
    repeat { values.append(try parseString()) } while take(.comma)
    try expect(.rightParen, "`,` or `)`")
    return values
  }

  // MARK: Options

  private mutating func parseOptions(_ known: [String]) throws(SyntaxError) -> [SchemaFile.Option] {
    guard takeWord("OPTIONS") else { return [] }
    try expect(.leftBrace, "`{`")
    var options: [SchemaFile.Option] = []
    repeat {
      let key = try parseName("an option", among: known)
      guard known.contains(key.text) else {
        throw SyntaxError(diagnostic: Errors.unknownWord(key, "option here", among: known))
      }
      if let earlier = options.first(where: { $0.key.text == key.text }) {
        throw SyntaxError(diagnostic: Errors.repeated("option", key, earlier: earlier.key.range, in: source))
      }
      try expect(.colon, "`:`")
      let value = try parseOptionValue(of: key)
      options.append(
        SchemaFile.Option(key: key, value: value, range: SourceRange(key.range.lower..<previousEnd)))
    } while take(.comma)
    guard take(.rightBrace) else { throw unexpected("`,` or `}`") }
    return options
  }

  private mutating func parseOptionValue(of key: Name) throws(SyntaxError) -> SchemaFile.Option.Value {
    let lower = token.range.lower
    if key.text == "sign" {
      let isNegative = take(.minus)
      if !isNegative { _ = take(.plus) }
      let text = source[token.range]
      guard token.kind == .integer, text == "0" || text == "1" else { throw unexpected("a sign: 1, -1 or 0") }
      advance()
      return .integer(text == "0" ? 0 : isNegative ? -1 : 1)
    }
    if takeWord("TRUE") { return .boolean(true) }
    if takeWord("FALSE") { return .boolean(false) }
    _ = lower
    throw unexpected("true or false", among: ["true", "false"])
  }
}
