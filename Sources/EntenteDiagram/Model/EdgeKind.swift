import EntenteDrawing
import EntenteSyntax

extension Diagram {
  /// A kind of edge: what the legend calls it, and its looks. Line and arrow tell it as well as colour does.
  public struct EdgeKind: Sendable, Hashable {
    public enum Line: String, Sendable { case solid, dashed, dotted }

    public enum Arrow: Sendable, Hashable {
      case none
      /// A filled head at the end.
      case filled
      /// An open head at the end.
      case open
      /// Open heads at both ends.
      case opposed
    }

    /// What the legend says.
    public var name: String
    /// A word for style sheets of web pages: letters, digits and `_`.
    public var className: String
    /// As `#rrggbb`.
    public var color: String
    public var line: Line
    public var width: Double
    public var arrow: Arrow
    /// Whether it stands back behind the others.
    public private(set) var isLighter = false

    public init(
      _ name: String, className: String? = nil, color: String = "#62707F", line: Line = .solid,
      width: Double = 1,
      arrow: Arrow = .open
    ) {
      self.name = name
      self.className = className ?? ElementIdentifiers.word(name)
      self.color = color
      self.line = line
      self.width = width
      self.arrow = arrow
    }

    /// Solid green without arrows.
    public static func partnership(_ name: String) -> EdgeKind {
      EdgeKind(name, className: "partnership", color: "#2E7D4F", line: .solid, width: 2, arrow: .none)
    }

    /// Dashed red, facing both ways.
    public static func rivalry(_ name: String) -> EdgeKind {
      EdgeKind(name, className: "rivalry", color: "#C0392B", line: .dashed, width: 1.6, arrow: .opposed)
    }

    /// Amber with a filled arrow.
    public static func investment(_ name: String) -> EdgeKind {
      EdgeKind(name, className: "investment", color: "#B7791F", line: .solid, width: 1.8, arrow: .filled)
    }

    /// Grey, with an open arrow where it has a direction.
    public static func other(_ name: String, isDirected: Bool = true) -> EdgeKind {
      EdgeKind(name, className: "other", arrow: isDirected ? .open : .none)
    }

    /// The same looks, thinner and mixed with the ground; all such kinds share one place in the legend.
    public func lighter(named name: String, on ground: String = "#FFFFFF") -> EdgeKind {
      var kind = self
      kind.name = name
      kind.width = max(0.8, width * 0.6)
      if case .number(let width)? = style[.penwidth] { kind.style[.penwidth] = .number(max(0.8, width * 0.6)) }
      kind.color = StyleColor.mixed(color, ground, share: 0.55)
      if case .text(let color)? = style[.color] {
        kind.style[.color] = .text(StyleColor.mixed(color, ground, share: 0.55))
      }
      kind.isLighter = true
      return kind
    }

    /// Whether the legend says what such an edge means; other kinds hold several types.
    var isTellingByItself: Bool { className != "other" }

    /// What a style sheet says of all such edges.
    var style = Attributes()

    /// The colour of words on such lines: dark enough to be read on white, unless a style sheet says otherwise.
    var textColor: String {
      if case .text(let color)? = style[.fontcolor] { return color }
      return switch className {
      case "investment": "#8A5A12"
      case "other": "#52606D"
      default: color
      }
    }
  }
}
