/// What of an HTML label from outside is taken: tables, fonts and lines of text, each attribute through its rule.
///
/// Graphviz opens the file of an `IMG` and hands `HREF` to whoever clicks. So a label is never passed on as it is: its
/// tags are read, and what is on the list is written again.
public enum HTMLLabelRule {
  /// The most characters, tags, and tables inside one another.
  static let limit = (characters: 20_000, tags: 4_000, depth: 16)

  /// The label without what is not on the list, and whether something was left out; nil where it is no label at all.
  public static func filtered(_ html: String) -> (html: String, isWhole: Bool)? {
    guard html.utf8.count <= limit.characters * 4 else { return nil }
    var out = ""
    var isWhole = true
    var (tags, depth) = (0, 0)
    var rest = Substring(EscapedText.cleaned(html))
    while let start = rest.firstIndex(of: "<") {
      guard let text = text(rest[..<start]) else { return nil }
      out += text
      rest = rest[start...]
      if rest.hasPrefix("<!--") {
        guard let end = rest.firstRange(of: "-->") else { return nil }
        rest = rest[end.upperBound...]
        continue
      }
      guard let tag = Tag(&rest) else { return nil }
      tags += 1
      if tag.name == "TABLE" { depth += tag.isEnd ? -1 : tag.isEmpty ? 0 : 1 }
      guard tags <= limit.tags, depth <= limit.depth else { return nil }
      guard let known = allowed[tag.name] else {
        // Of what is not known the content stays, which is text or other tags.
        isWhole = false
        continue
      }
      out += tag.isEnd ? "</\(tag.name)>" : "<\(tag.name)"
      if tag.isEnd { continue }
      for (name, value) in tag.attributes {
        if let rule = known[name], let written = rule.written(value) {
          out += " \(name)=\"\(written)\""
        } else {
          isWhole = false
        }
      }
      out += tag.isEmpty ? "/>" : ">"
    }
    guard let text = text(rest) else { return nil }
    return (out + text, isWhole)
  }

  /// Text between tags, in which every `&` begins an entity.
  private static func text(_ text: Substring) -> String? {
    guard !text.contains(">") || !text.contains("<") else { return nil }
    var out = ""
    var rest = text
    while let start = rest.firstIndex(of: "&") {
      out += rest[..<start]
      let end = rest[start...].prefix(12).firstIndex(of: ";")
      let name = end.map { rest[rest.index(after: start)..<$0] } ?? ""
      let isEntity = !name.isEmpty && name.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == 0x23 }
      out += isEntity ? "&" : "&amp;"
      rest = rest[rest.index(after: start)...]
    }
    return out + rest
  }

  // MARK: Tags

  private struct Tag {
    let name: String
    var attributes: [(name: String, value: String)] = []
    let isEnd: Bool
    private(set) var isEmpty = false

    /// Reads a tag at the beginning of a text, and takes it away; nil where it is none.
    init?(_ rest: inout Substring) {
      rest.removeFirst()
      isEnd = rest.hasPrefix("/")
      if isEnd { rest.removeFirst() }
      name = Self.word(&rest)
      guard !name.isEmpty else { return nil }
      while true {
        rest = rest.drop(while: \.isWhitespace)
        if rest.hasPrefix("/>") {
          rest.removeFirst(2)
          isEmpty = true
          return
        }
        if rest.hasPrefix(">") {
          rest.removeFirst()
          return
        }
        let attribute = Self.word(&rest)
        rest = rest.drop(while: \.isWhitespace)
        guard !attribute.isEmpty, rest.popFirst() == "=" else { return nil }
        rest = rest.drop(while: \.isWhitespace)
        guard let quote = rest.popFirst(), quote == "\"" || quote == "'", let end = rest.firstIndex(of: quote) else {
          return nil
        }
        if !attributes.contains(where: { $0.name == attribute }) {
          attributes.append((attribute, String(rest[..<end])))
        }
        rest = rest[rest.index(after: end)...]
      }
    }

    private static func word(_ rest: inout Substring) -> String {
      let word = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
      rest = rest[word.endIndex...]
      return word.uppercased()
    }
  }

  // MARK: What is allowed

  private enum Rule {
    case number(ClosedRange<Int>)
    case color
    case words(Set<String>)
    case name
    case fonts
    case style

    func written(_ value: String) -> String? {
      switch self {
      case .number(let range): Int(value).map { "\(min(max($0, range.lowerBound), range.upperBound))" }
      case .color: Attribute.isColor(value) ? value : nil
      case .words(let words): words.contains(value.uppercased()) ? value.uppercased() : nil
      case .name: Attribute.isIdentifiers(value) && !value.contains(" ") ? value : nil
      case .fonts: Attribute.isFontList(value) ? value : nil
      case .style:
        value.uppercased().split(separator: ",").allSatisfy {
          ["ROUNDED", "SOLID", "DASHED", "DOTTED", "INVIS"].contains($0)
        }
          ? value.uppercased() : nil
      }
    }
  }

  private static let box: [String: Rule] = [
    "ALIGN": .words(["LEFT", "CENTER", "RIGHT", "TEXT"]), "VALIGN": .words(["TOP", "MIDDLE", "BOTTOM"]),
    "BORDER": .number(0...20), "CELLPADDING": .number(0...100), "CELLSPACING": .number(0...100), "COLOR": .color,
    "BGCOLOR": .color, "FIXEDSIZE": .words(["TRUE", "FALSE"]), "WIDTH": .number(0...1000), "HEIGHT": .number(0...1000),
    "PORT": .name,
    "SIDES": .words(["L", "T", "R", "B", "LT", "LR", "LB", "TR", "TB", "RB", "LTR", "TRB", "LRB", "LTB"]),
    "STYLE": .style,
  ]
  private static let plain: [String: [String: Rule]] = Dictionary(
    uniqueKeysWithValues: ["B", "I", "U", "O", "S", "SUB", "SUP", "TR", "HR", "VR"].map { ($0, [:]) })
  private static let allowed: [String: [String: Rule]] = plain.merging([
    "TABLE": box.merging([
      "CELLBORDER": .number(0...20), "ROWS": .words(["*"]), "COLUMNS": .words(["*"]),
    ]) { first, _ in first },
    "TD": box.merging([
      "COLSPAN": .number(1...50), "ROWSPAN": .number(1...50), "BALIGN": .words(["LEFT", "CENTER", "RIGHT"]),
    ]) { first, _ in first },
    "FONT": ["COLOR": .color, "FACE": .fonts, "POINT-SIZE": .number(4...144)],
    "BR": ["ALIGN": .words(["LEFT", "CENTER", "RIGHT"])],
  ]) { first, _ in first }
}
