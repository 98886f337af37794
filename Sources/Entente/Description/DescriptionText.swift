import EntenteSyntax

/// A description as people read it on a terminal: paragraphs and tables, lined up by display width.
public struct DescriptionText: Sendable {
  /// The whole text, ending with a line break.
  public let text: String
  private static let width = 100
  private static let shownSources = 20

  /// - Parameters:
  ///   - parts: the graphs that it is the union of, where it is one.
  ///   - restriction: what of the graph is described.
  ///   - language: of headings and words: English, Korean or Chinese.
  public init(
    _ description: GraphDescription, parts: [DescribedGraph] = [], restriction: GraphRestriction = GraphRestriction(),
    language: String = "en"
  ) {
    let words = DescriptionWords(language)
    var blocks = [Self.heading(description, restriction, words)]
    if !parts.isEmpty {
      blocks.append(
        Self.table([words.graph, words.title], parts.map { [$0.path, $0.title ?? ""] }, numeric: []))
    }
    blocks.append(Self.labels(description.labels, words))
    blocks.append(Self.types(description.types, words))
    blocks.append(
      Self.table(
        [words.pattern, words.relationships], description.patterns.map { [$0.text, "\($0.relationships)"] },
        numeric: [1]))
    blocks.append(Self.sources(description.sources, words))
    text = blocks.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private static func heading(
    _ description: GraphDescription, _ restriction: GraphRestriction, _ words: DescriptionWords
  ) -> String {
    var lines: [String] = []
    if let title = description.title { lines += wrapped(title) }
    if let text = description.description { lines += wrapped(text) }
    if !lines.isEmpty { lines.append("") }
    var facts: [String] = []
    if let licence = description.licence { facts.append("\(words.licence): \(licence)") }
    if !description.languages.isEmpty {
      facts.append("\(words.languages): \(description.languages.joined(separator: ", "))")
    }
    if !facts.isEmpty { lines += wrapped(facts.joined(separator: " · ")) }
    lines.append(words.counts(description))
    let restricted = words.restriction(restriction)
    if !restricted.isEmpty { lines += wrapped(restricted) }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func labels(_ labels: [GraphDescription.Label], _ words: DescriptionWords) -> String {
    let rows = labels.flatMap { label in
      withKeys([label.name, "\(label.nodes)"], label.keys, of: label.nodes)
    }
    return table([words.label, words.nodes, words.key, words.type, words.filled], rows, numeric: [1, 4])
  }

  private static func types(_ types: [GraphDescription.RelationshipType], _ words: DescriptionWords) -> String {
    let rows = types.flatMap { type in
      withKeys(
        [type.name, type.sign > 0 ? "+" : type.sign < 0 ? "−" : "", "\(type.relationships)"], type.keys,
        of: type.relationships)
    }
    return table(
      [words.relationshipType, words.sign, words.relationships, words.key, words.type, words.filled], rows,
      numeric: [2, 5])
  }

  private static func sources(_ sources: [GraphDescription.Source], _ words: DescriptionWords) -> String {
    let rows = sources.prefix(shownSources).map { [$0.id, $0.name, "\($0.elements)"] }
    let more = sources.count - rows.count
    return table([words.source, words.name, words.elements], Array(rows), numeric: [2])
      + (more > 0 ? words.more(more) + "\n" : "")
  }

  /// A line a key, the first with the cells before.
  private static func withKeys(_ cells: [String], _ keys: [GraphDescription.Key], of total: Int) -> [[String]] {
    guard !keys.isEmpty else { return [cells + ["", "", ""]] }
    return keys.enumerated().map { index, key in
      (index == 0 ? cells : cells.map { _ in "" })
        + [key.name, key.types.joined(separator: " | "), percentage(key.elements, of: total)]
    }
  }

  /// Rounded down, so that only what all have is 100 %.
  private static func percentage(_ part: Int, of total: Int) -> String {
    let percent = total == 0 ? 0 : part * 100 / total
    return percent == 0 && part > 0 ? "<1 %" : "\(percent) %"
  }

  private static func table(_ headings: [String], _ rows: [[String]], numeric: Set<Int>) -> String {
    rows.isEmpty ? "" : TextGrid(headings: headings, rows: rows, isNumeric: headings.indices.map(numeric.contains)).text
  }

  /// Lines of a text, broken at spaces.
  private static func wrapped(_ text: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      if !line.isEmpty, DisplayWidth.of(line) + 1 + DisplayWidth.of(word) > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return line.isEmpty ? lines : lines + [line]
  }
}

/// One of the graphs that a description is the union of.
public struct DescribedGraph: Sendable, Hashable {
  public let path: String
  public let title: String?

  public init(path: String, title: String?) {
    self.path = path
    self.title = title
  }
}
