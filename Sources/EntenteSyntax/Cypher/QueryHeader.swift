/// The comment at the top of a saved query: what it is called, which graph it asks, its parameters, how to draw it.
///
///     // title: Partners of an actor
///     // title@ko: 한 행위자의 파트너
///     // description: With whom an actor works, on what, and where that is said.
///     // graph: ai-infrastructure
///     // param actor :Actor = 'nvidia'
///     // draw: no
///     // layout: neato
///
/// It is the unbroken run of `//` lines at the start of the text.
public struct QueryHeader: Sendable {
  /// `param name = literal`, or `param name :Label = literal` where a node with a label is named, `:*` being any.
  public struct Parameter: Sendable {
    public let name: String
    /// The label of the node that the value names, `*` for any; nil where it names none.
    public let label: String?
    public let value: Expression
  }

  public private(set) var title: String?
  /// By language: `title@ko`.
  private var titles: [String: String] = [:]
  public private(set) var description: String?
  public private(set) var graph: String?
  public private(set) var draw = false
  public private(set) var layout: String?
  public private(set) var parameters: [Parameter] = []
  /// What is wrong with the header.
  public private(set) var diagnostics: [Diagnostic] = []

  /// The title in a language, else the one without a language.
  public func title(in language: String) -> String? { titles[language] ?? title }

  private static let keys = ["title", "description", "graph", "param", "draw", "layout"]

  public init(parsing source: SourceText) {
    var seen: Set<String> = []
    for index in source.lineStarts.indices {
      let range = source.lineRange(index)
      let line = source[range]
      guard line.hasPrefix("//") else { break }
      read(line, range: range, in: source, seen: &seen)
    }
    for key in ["title", "description", "graph"] where !seen.contains(key) && !seen.isEmpty {
      diagnostics.append(
        Diagnostic(
          .error, code: "QH03", "the header has no `\(key)`", at: source.lineRange(0),
          help: ["add a line `// \(key): …` at the top"]))
    }
  }

  private mutating func read(_ line: String, range: SourceRange, in source: SourceText, seen: inout Set<String>) {
    let text = line.dropFirst(2).drop { $0 == " " }
    let start = range.lower + line.utf8.count - text.utf8.count
    if text.hasPrefix("param ") {
      readParameter(text.dropFirst("param ".count), at: SourceRange(start..<range.upper), in: source)
      return
    }
    guard let colon = text.firstIndex(of: ":") else {
      if !text.isEmpty { diagnostics.append(notALine(at: range)) }
      return
    }
    let key = String(text[..<colon])
    let keyRange = SourceRange(start..<start + key.utf8.count)
    let value = String(text[text.index(after: colon)...]).trimmingSpaces
    let language = key.hasPrefix("title@") ? String(key.dropFirst("title@".count)) : nil
    guard Self.keys.contains(key) || language?.isEmpty == false else {
      let nearest = NearestName.of(key, among: Self.keys)
      diagnostics.append(
        Diagnostic(
          .error, code: "QH01", "a header has no key `\(key)`", at: keyRange,
          help: [nearest.map { "did you mean `\($0)`?" } ?? "the keys are \(Self.keys.joined(separator: ", "))"]))
      return
    }
    guard seen.insert(key).inserted else {
      diagnostics.append(Diagnostic(.error, code: "QH02", "the key `\(key)` is given twice", at: keyRange))
      return
    }
    if let language {
      titles[language] = value
      return
    }
    switch key {
    case "title": title = value
    case "description": description = value
    case "graph": graph = value
    case "layout": layout = value
    default:
      draw = value == "yes"
      if value != "yes", value != "no" {
        diagnostics.append(
          Diagnostic(.error, code: "QH04", "`draw` is `yes` or `no`, found `\(value)`", at: range))
      }
    }
  }

  private mutating func readParameter(_ text: Substring, at range: SourceRange, in source: SourceText) {
    guard let equals = text.firstIndex(of: "=") else {
      diagnostics.append(
        Diagnostic(
          .error, code: "QH05", "a parameter needs a default", at: range,
          help: ["write `// param name = literal`, such as `// param year = 1907`"]))
      return
    }
    let declared = text[..<equals].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(declared.first ?? "").trimmingSpaces
    let label = declared.count > 1 ? String(declared[1]).trimmingSpaces : nil
    guard !name.isEmpty, label?.isEmpty != true else {
      diagnostics.append(
        Diagnostic(
          .error, code: "QH08", "a parameter is a name, or a name and a label", at: range,
          help: ["write `// param actor :Actor = 'nvidia'` where the value names a node"]))
      return
    }
    let literal = String(text[text.index(after: equals)...]).trimmingSpaces
    do throws(QueryError) {
      let value = try Parser.parseExpression(SourceText(literal, name: source.name))
      parameters.append(Parameter(name: name, label: label, value: value))
    } catch {
      diagnostics.append(
        Diagnostic(
          .error, code: "QH06", "the default of `\(name)` is no Cypher literal: \(error.diagnostic.message)", at: range)
      )
    }
  }

  private func notALine(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, code: "QH07", "this line of the header is neither `key: text` nor `param name = literal`", at: range,
      help: ["leave an empty line between the header and other comments"])
  }
}

extension String {
  /// The text without spaces and tabs at its ends.
  var trimmingSpaces: String {
    var text = self[...]
    while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return String(text)
  }
}
