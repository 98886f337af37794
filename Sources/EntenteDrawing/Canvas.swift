/// A picture of shapes and words whose places are known already, such as bars along time: nothing is laid out.
///
///     "ECNV"  version u16  length u32  then  format u8, cpu seconds u32, memory u64, pixels u64, dots an inch u32,
///                                      width f64, height f64, background, font, list of marks
///     mark    0, box as four f64, fill, stroke, line u8 | 1, two points as f64, stroke | 2, list of points, fill |
///             3, text, point, size f64, colour, u8 bold, anchor u8
///
/// Places are in points of 1/72 inch from the upper left corner, y downwards.
public struct Canvas: Sendable, Hashable {
  /// How a line is drawn. Raw values stand on the wire: only add.
  public enum Line: UInt8, Sendable, Hashable {
    case solid = 0
    case dashed = 1
    case dotted = 2

    /// The word of Graphviz.
    public var name: String {
      switch self {
      case .solid: "solid"
      case .dashed: "dashed"
      case .dotted: "dotted"
      }
    }
  }

  /// Which end of words stands at their place. Raw values stand on the wire: only add.
  public enum Anchor: UInt8, Sendable, Hashable {
    case start = 0
    case middle = 1
    case end = 2
  }

  /// Something that is drawn, over what stands before it. Colours are `#rrggbb` or `#rrggbbaa`.
  public enum Mark: Sendable, Hashable {
    case box(left: Double, top: Double, width: Double, height: Double, fill: String, stroke: String, line: Line)
    case line(from: PlanePoint, to: PlanePoint, stroke: String)
    case polygon([PlanePoint], fill: String)
    case words(Words)
  }

  /// A line of words, whose foot stands at a place.
  public struct Words: Sendable, Hashable {
    public var text: String
    public var place: PlanePoint
    public var size: Double
    public var color: String
    public var isBold: Bool
    public var anchor: Anchor

    public init(
      _ text: String, at place: PlanePoint, size: Double, color: String, isBold: Bool = false, anchor: Anchor = .start
    ) {
      (self.text, self.place, self.size, self.color) = (text, place, size, color)
      (self.isBold, self.anchor) = (isBold, anchor)
    }
  }

  public var format: Drawing.Format
  public var limits: Drawing.Limits
  /// Of a PNG.
  public var dotsPerInch = 96
  public var width: Double
  public var height: Double
  public var background: String
  public var font: String
  public var marks: [Mark]

  public init(
    format: Drawing.Format, limits: Drawing.Limits, width: Double, height: Double, background: String, font: String,
    marks: [Mark]
  ) {
    (self.format, self.limits, self.width, self.height) = (format, limits, width, height)
    (self.background, self.font, self.marks) = (background, font, marks)
  }

  /// No farther, in points.
  public static let farthest = 1e6
}
