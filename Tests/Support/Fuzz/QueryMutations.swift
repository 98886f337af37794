import Entente
import EntenteSyntax
import Foundation

/// Random damage to queries.
enum QueryMutations {
  /// The queries that are damaged: those of the saved queries and the golden files, and some of every clause.
  static let corpus: [String] = {
    let folder = QueryScript.package.appendingPathComponent("Queries")
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    let saved = names.filter { $0.hasSuffix(".cypher") }
      .compactMap { try? String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8) }
    let golden = ["Execution", "Optimizer", "Parser", "ParserErrors", "Errors"].flatMap { GoldenFile.all(in: $0) }
      .flatMap { (try? $0.inputs()) ?? [] }
    // The parser's examples hold several expressions, one a line after `= `.
    let queries = golden.flatMap { input in
      input.hasPrefix("= ") ? input.split(separator: "\n").map { "RETURN " + $0.dropFirst(2) } : [input]
    }
    return saved + queries + QueryCorpus.texts
  }()

  /// Pieces that mean something to the lexer, the parser or an evaluator.
  private static let pieces: [String] = [
    " ", "\n", "(", ")", "[", "]", "{", "}", ",", ".", "..", ":", "|", "-", "->", "<-", "--", "-->", "*", "+", "/",
    "%", "^", "=", "<>", "<", "<=", ">", ">=", "=~", "$x", "$list", "$map", "'", "\"", "`", "//", "/*", "*/", "\\", ";",
    "0", "1", "-1", "2.5", "1e308", "1e999", "9223372036854775807", "-9223372036854775808", "0x7F", "0o17", ".5",
    "null", "true", "'a'", "'\\u00e9'", "[1, 2]", "{k: 1}", "é", "e\u{301}", "한", "👩‍💻", "\u{0}", "\u{FEFF}", "—", "“",
    " MATCH ", " OPTIONAL MATCH ", " WHERE ", " RETURN ", " WITH ", " WITH * ", " DISTINCT ", " UNWIND ", " AS x ",
    " ORDER BY ", " DESC", " SKIP 1", " LIMIT 1", " UNION ", " UNION ALL ", " AND ", " OR ", " XOR ", " NOT ", " IN ",
    " IS NULL", " STARTS WITH ", " CONTAINS ", " CASE WHEN ", " THEN ", " ELSE ", " END ", " EXISTS { ", " COUNT { ",
    " COLLECT { ", " CREATE ", " MERGE ", " SET ", " DELETE ", " REMOVE ", " CALL ", " YIELD ", " FOREACH ", "EXPLAIN ",
    "shortestPath(", "allShortestPaths(", "count(*)", "collect(n)", "sum(", "avg(", "max(", "percentileCont(", "range(",
    "reduce(x = [], i IN range(1, 50) | [x])", "size(", "head(", "keys(", "labels(", "type(", "nodes(", "toInteger(",
    "substring(", "split(", "replace(", "(n)", "-[r*]->", "-[:KNOWS*1..3]-", "[x IN [1, 2] WHERE x > 1 | x]",
    "any(x IN [1] WHERE x)", "all(", "n.name", "n.age@KRW", ".name", ":Person", ":KNOWS|LIVES_IN",
  ]

  /// A query of the corpus with a few changes; seldom one that nests very deeply.
  static func mutated(using random: inout SplitMix64) -> String {
    if random.chance(2) { return deep(using: &random) }
    var tokens = tokens(of: random.pick(corpus))
    for _ in 0..<(1 + random.next() % 5) {
      let at = Int(random.next() % UInt64(tokens.count + 1))
      let upper = min(tokens.count, at + Int(random.next() % 5))
      switch random.next() % 8 {
      case 0, 1: tokens.insert(random.pick(pieces), at: at)
      case 2: tokens.removeSubrange(at..<upper)
      case 3: tokens.replaceSubrange(at..<upper, with: [random.pick(pieces)])
      case 4: tokens.insert(contentsOf: tokens[at..<upper], at: Int(random.next() % UInt64(tokens.count + 1)))
      case 5:
        let other = self.tokens(of: random.pick(corpus))
        let start = Int(random.next() % UInt64(other.count + 1))
        tokens.insert(contentsOf: other[start..<min(other.count, start + Int(random.next() % 12))], at: at)
      case 6:
        guard at < tokens.count, !tokens.isEmpty else { continue }
        tokens.swapAt(at, Int(random.next() % UInt64(tokens.count)))
      default:
        guard at < tokens.count, !tokens[at].isEmpty else { continue }
        var scalars = Array(tokens[at].unicodeScalars)
        scalars[Int(random.next() % UInt64(scalars.count))] = random.pick([
          "a", "0", "'", "(", "é", "\u{1F600}", "-", "@",
        ])
        tokens[at] = String(String.UnicodeScalarView(scalars))
      }
    }
    return tokens.joined()
  }

  /// Words, numbers and single other characters.
  private static func tokens(of text: String) -> [String] {
    var tokens: [String] = []
    var inWord = false
    for character in text {
      let isWord = character.isLetter || character.isNumber || character == "_"
      if isWord, inWord { tokens[tokens.count - 1].append(character) } else { tokens.append(String(character)) }
      inWord = isWord
    }
    return tokens
  }

  /// A query that nests thousands deep in one of the ways that there are.
  private static func deep(using random: inout SplitMix64) -> String {
    let depth = random.pick([100, 1000, 1999, 2001, 5000])
    func nested(_ open: String, _ inner: String, _ close: String) -> String {
      String(repeating: open, count: depth) + inner + String(repeating: close, count: depth)
    }
    return switch random.next() % 10 {
    case 0: "RETURN " + nested("(", "1", ")")
    case 1: "RETURN " + nested("[", "1", "]")
    case 2: "RETURN " + nested("{k: ", "1", "}")
    case 3: "RETURN " + nested("-", "1", "")
    case 4: "RETURN " + nested("NOT ", "true", "")
    case 5: "RETURN 1" + nested(" + 1", "", "")
    case 6: "MATCH (n) RETURN n" + nested(".name", "", "")
    case 7: "WITH [1] AS x " + nested("WITH [x] AS x ", "", "") + "RETURN x"
    case 8: "RETURN " + nested("CASE WHEN true THEN ", "1", " END")
    default: "RETURN reduce(x = [], i IN range(1, \(depth * 20)) | [x]) AS x"
    }
  }

  // MARK: What must hold

  private static let graph = try? QueryScript.graph(QueryScript.cityGraph)

  /// What does not hold of a query: errors have places in the text and can be shown; what is printed is read again as
  /// it was; all ways of running it give the same rows.
  static func violation(of bytes: ContiguousArray<UInt8>) -> String? {
    let source = SourceText(utf8: bytes, name: "query")
    _ = QueryHeader(parsing: source)
    guard let graph else { return "the graph of the examples cannot be read" }
    do throws(QueryError) {
      let query = try Parser.parse(source)
      let printed = Printer.text(of: query)
      do throws(QueryError) {
        let again = Printer.text(of: try Parser.parse(SourceText(printed, name: "printed")))
        if !again.unicodeScalars.elementsEqual(printed.unicodeScalars) {
          return "printed once\n\(printed)\ntwice\n\(again)"
        }
      } catch {
        return "what is printed cannot be read: \(error)\n\(printed)"
      }
      let table = try graph.query(
        source, parameters: QueryWays.parameters, options: QueryOptions(limits: QueryWays.limits))
      if let fault = faults(of: table) { return fault }
      for warning in table.warnings {
        if let fault = fault(of: warning, in: source) { return fault }
      }
    } catch {
      return violation(of: error, in: source)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    // The order in a list that a pattern gives, `[(n)--(m) | m.name]`, is nobody's to say; nor are ties of an ORDER BY.
    let isSettled = !["create", "|", "order", "limit", "skip", "collect"].contains { text.lowercased().contains($0) }
    return isSettled && isDeterministic(text)
      ? QueryWays.difference(of: source, on: graph) : nil
  }

  private static func violation(of error: QueryError, in source: SourceText) -> String? {
    fault(of: error.diagnostic, in: source)
  }

  /// An error and a warning have a place in the query, words, and JSON that is JSON.
  private static func fault(of diagnostic: Diagnostic, in source: SourceText) -> String? {
    if let range = diagnostic.range,
      range.lower < 0 || range.lower > range.upper || range.upper > source.utf8.count
    {
      return "the place of \(diagnostic) is not in the query"
    }
    if diagnostic.message.isEmpty || diagnostic.code.isEmpty { return "a diagnostic without words" }
    let json = DiagnosticRenderer().json(diagnostic, in: source)
    if (try? JSONSerialization.jsonObject(with: Data(json.utf8))) == nil { return "no JSON: \(json)" }
    return DiagnosticRenderer().text(diagnostic, in: source).isEmpty ? "\(diagnostic) cannot be shown" : nil
  }

  /// Every format can write any table, and JSON is JSON.
  private static func faults(of table: Table) -> String? {
    for format in [TextTableFormat(), SeparatedFormat(.comma), SeparatedFormat(.tab), MarkdownFormat()]
      as [any TableFormat]
    {
      if (try? format.text(of: table)) == nil { return "\(format) cannot write the table" }
    }
    guard let json = try? JSONFormat(.array).text(of: table) else {
      return Set(table.columns).count < table.columns.count ? nil : "JSON cannot hold the table"
    }
    // Foundation reads 512 levels.
    let isDeep =
      json.utf8.reduce((depth: 0, most: 0)) { state, byte in
        let depth = state.depth + (byte == 0x5B || byte == 0x7B ? 1 : byte == 0x5D || byte == 0x7D ? -1 : 0)
        return (depth, max(state.most, depth))
      }.most > 500
    return isDeep || (try? JSONSerialization.jsonObject(with: Data(json.utf8))) != nil
      ? nil : "no JSON: \(json.prefix(500))"
  }
}
