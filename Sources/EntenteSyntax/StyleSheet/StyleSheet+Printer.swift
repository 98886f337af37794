/// The sheet as text, in one spelling; what is printed reads as the same rules.
extension StyleSheet: CustomStringConvertible {
  public var description: String {
    rules.map { rule in
      let media = rule.media.map(\.rawValue).sorted().joined(separator: ", ")
      let text = rule.description
      return media.isEmpty ? text : "@media \(media) {\n\(text)\n}"
    }.joined(separator: "\n")
  }
}

extension StyleSheet.Rule: CustomStringConvertible {
  public var description: String {
    // On a node `color` alone would be read as its fill.
    let isNode = selectors.allSatisfy { $0.target == .node }
    let block = declarations.map { declaration in
      let name = declaration.property == .color && isNode ? "border-color" : declaration.property.rawValue
      return "  \(name): \(declaration.value);"
    }
    return (["\(selectors.map(\.description).joined(separator: ", ")) {"] + block + ["}"]).joined(separator: "\n")
  }
}

extension StyleSheet.Selector: CustomStringConvertible {
  public var description: String {
    let name = target == .graph ? "@graph" : target.rawValue
    return name + labels.map { "." + Self.escaped($0.text) }.joined()
      + identifiers.map { "#" + Self.escaped($0.text) }.joined() + conditions.map(\.description).joined()
      + classes.map { ":\($0.rawValue)" }.sorted().joined() + expressions.map { ":where(\($0.text))" }.joined()
  }

  /// A word in which no character ends it.
  static func escaped(_ word: String) -> String {
    word.map { character in
      character.isASCII && !character.isLetter && !character.isNumber && !"_-".contains(character)
        ? "\\\(character)" : String(character)
    }.joined()
  }
}

extension StyleSheet.Condition: CustomStringConvertible {
  public var description: String {
    let name = StyleSheet.Selector.escaped(key.text).replacing("\\@", with: "@")
    guard let comparison else { return "[\(name)]" }
    let literal =
      switch comparison.literal {
      case .text(let text): StyleValue.quoted(text)
      case .number(let number): number.magnitude < 1e15 && number == number.rounded() ? "\(Int64(number))" : "\(number)"
      case .boolean(let boolean): "\(boolean)"
      }
    return "[\(name) \(comparison.symbol.rawValue) \(literal)]"
  }
}

extension StyleValue: CustomStringConvertible {
  public var description: String {
    switch self {
    case .words(let words): words.joined(separator: ", ")
    case .number(let number): "\(number)"
    case .color(let color): color
    case .text(let template): template.pieces.isEmpty ? "none" : Self.quoted(template.description)
    case .scale(let scale): scale.description
    case .categorize(let key, let palette): "categorize(\(([key.text] + palette).joined(separator: ", ")))"
    case .darker(let value):
      if case .color(let color) = value { StyleColor.darker(color) } else { "darker(\(value))" }
    }
  }

  static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
  }
}

extension StyleValue.Scale: CustomStringConvertible {
  public var description: String {
    let ends = domain.map { ", \($0.lowerBound), \($0.upperBound)" } ?? ""
    return "scale(\(curve.rawValue), \(key.text), \(low), \(high)\(ends))"
  }
}

extension StyleTemplate: CustomStringConvertible {
  public var description: String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text.replacing("{", with: "{{")
      case .property(let key): "{\(key)}"
      case .id: "{id}"
      case .type: "{type}"
      }
    }.joined()
  }
}
