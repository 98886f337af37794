/// What a declaration gives a property.
public indirect enum StyleValue: Sendable, Hashable {
  /// One or more words, such as `dashed` or `filled rounded`.
  case words([String])
  /// In the unit of the property: points, inches or none.
  case number(Double)
  /// `#rrggbb` or `#rrggbbaa`, in lower case.
  case color(String)
  case text(StyleTemplate)
  /// A number or colour between two, by where a property lies between the least and the greatest that is drawn.
  case scale(Scale)
  /// A colour for each value of a property.
  case categorize(key: Name, palette: [String])
  /// A colour with less light than another, for an outline that was not chosen.
  case darker(StyleValue)

  public struct Scale: Sendable, Hashable {
    public enum Curve: String, CaseIterable, Sendable { case linear, log, sqrt }

    public var curve: Curve
    public var key: Name
    /// Numbers or colours, both the same.
    public var low: StyleValue
    public var high: StyleValue
    /// What the property has at both ends; else what is drawn says it.
    public var domain: ClosedRange<Double>?
  }
}

/// A text with places for properties: `{name}: {amount@USD}`.
public struct StyleTemplate: Sendable, Hashable {
  public enum Piece: Sendable, Hashable {
    case text(String)
    case property(String)
    /// The id in the graph file: `{id}` or `<id>`.
    case id
    /// The type of a relationship, the labels of a node: `{type}`, `{labels}` or `<type>`.
    case type
  }

  public var pieces: [Piece]

  public init(pieces: [Piece]) { self.pieces = pieces }

  /// Takes a text apart; a brace without a partner is text, and so is `{{`.
  public init(_ text: String) {
    pieces = []
    var plain = ""
    var rest = text[...]
    func piece(_ name: Substring) -> Piece {
      switch name {
      case "id": .id
      case "type", "labels": .type
      default: .property(String(name))
      }
    }
    while let character = rest.popFirst() {
      let close: Character? = character == "{" ? "}" : character == "<" ? ">" : nil
      if character == "{", rest.first == "{" {
        rest.removeFirst()
        plain += "{"
      } else if let close, let end = rest.firstIndex(of: close), end > rest.startIndex,
        close == "}" || ["id", "type"].contains(rest[..<end])
      {
        if !plain.isEmpty { pieces.append(.text(plain)) }
        plain = ""
        pieces.append(piece(rest[..<end]))
        rest = rest[rest.index(after: end)...]
      } else {
        plain.append(character)
      }
    }
    if !plain.isEmpty { pieces.append(.text(plain)) }
  }
}

/// Lists of colours that people with any colour vision tell apart.
public enum StylePalette: String, CaseIterable, Sendable {
  /// Okabe and Ito: Color Universal Design (2008).
  case okabeIto = "okabe-ito"
  /// Paul Tol: Colour Schemes (2021), `light`, for fills under dark words.
  case tolLight = "tol-light"

  public var colors: [String] {
    switch self {
    case .okabeIto: ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#f0e442", "#000000"]
    case .tolLight:
      ["#77aadd", "#ee8866", "#eedd88", "#ffaabb", "#99ddff", "#44bb99", "#bbcc33", "#aaaa00", "#dddddd"]
    }
  }
}
