import EntenteDrawing

extension Diagram {
  /// A kind of node: what the legend calls it, and its looks. Shape and colour both tell it, so that neither is needed
  /// alone.
  public struct NodeKind: Sendable, Hashable {
    /// What the legend says.
    public var name: String
    /// A word for style sheets of web pages: letters, digits and `_`.
    public var className: String
    public var shape: Shape
    /// Colours as `#rrggbb`.
    public var fill: String
    public var stroke: String
    /// What a style sheet says of all such nodes.
    var style = Attributes()

    public init(
      _ name: String, className: String? = nil, shape: Shape, fill: String = "#F1F4F8",
      stroke: String = "#5B6776"
    ) {
      self.name = name
      self.className = className ?? ElementIdentifiers.word(name)
      self.shape = shape
      self.fill = fill
      self.stroke = stroke
    }
  }

  public enum Shape: String, CaseIterable, Sendable {
    case roundedBox, box, doubleBox, ellipse, hexagon, octagon, parallelogram, house, note, tab, component,
      folder
    case cylinder, diamond, doubleEllipse, dashedBox

    /// The shape in the words of Graphviz.
    var drawn: (shape: String, style: String, peripheries: Int) {
      switch self {
      case .roundedBox: ("box", "filled,rounded", 1)
      case .dashedBox: ("box", "filled,rounded,dashed", 1)
      case .box: ("box", "filled", 1)
      case .doubleBox: ("box", "filled", 2)
      case .ellipse: ("ellipse", "filled", 1)
      case .doubleEllipse: ("ellipse", "filled", 2)
      case .hexagon: ("hexagon", "filled", 1)
      case .octagon: ("octagon", "filled", 1)
      case .parallelogram: ("parallelogram", "filled", 1)
      case .house: ("house", "filled", 1)
      case .note: ("note", "filled", 1)
      case .tab: ("tab", "filled", 1)
      case .component: ("component", "filled", 1)
      case .folder: ("folder", "filled", 1)
      case .cylinder: ("cylinder", "filled", 1)
      case .diamond: ("diamond", "filled", 1)
      }
    }

    /// The height in inches for so many lines of words, nil where that of the words will do: Graphviz puts words into
    /// the widest shape of a kind that has slanted sides, and into a narrower one where it is higher.
    func height(lines: Int) -> Double? {
      switch self {
      case .hexagon, .octagon, .parallelogram, .diamond: 0.34 * Double(lines) + 0.16
      case .ellipse, .doubleEllipse: 0.28 * Double(lines) + 0.14
      case .roundedBox, .dashedBox, .box, .doubleBox, .house, .note, .tab, .component, .folder, .cylinder: nil
      }
    }

    /// Room around the words, in inches: shapes with slanted sides have some already.
    var margin: String {
      switch self {
      case .hexagon, .octagon, .diamond: "0.06,0.05"
      case .parallelogram, .ellipse, .doubleEllipse: "0.04,0.05"
      case .house: "0.08,0.04"
      case .roundedBox, .dashedBox, .box, .doubleBox, .note, .tab, .component, .folder, .cylinder: "0.14,0.07"
      }
    }

    /// The same in a legend, where samples are small.
    var legendMargin: String {
      switch self {
      case .hexagon, .octagon, .diamond, .parallelogram, .house, .ellipse, .doubleEllipse: "0.01,0.01"
      case .roundedBox, .dashedBox, .box, .doubleBox, .note, .tab, .component, .folder, .cylinder: "0.09,0.04"
      }
    }
  }
}
