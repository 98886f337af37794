/// A label of rows and cells: a title with a legend, or words on a white ground.
///
/// Graphviz takes such labels as a small dialect of HTML, which is written here and nowhere else: a label that comes
/// from outside is text in a run, and cannot become a tag.
public struct RichLabel: Sendable, Hashable {
  /// A stretch of text of one look.
  public struct Run: Sendable, Hashable {
    public var text: String
    public var color: String?
    public var size: Double?
    public var isBold: Bool

    public init(_ text: String, color: String? = nil, size: Double? = nil, isBold: Bool = false) {
      self.text = text
      self.color = color
      self.size = size
      self.isBold = isBold
    }
  }

  public enum Alignment: UInt8, Sendable {
    case left = 0
    case center = 1
    case right = 2
  }

  public struct Cell: Sendable, Hashable {
    public var runs: [Run]
    public var background: String?
    /// The colour of a thin frame.
    public var frame: String?
    /// The least size in points, where not zero: the text may need more.
    public var width: Int
    public var height: Int
    /// How many columns it takes.
    public var span: Int
    public var alignment: Alignment

    public init(
      _ runs: [Run], background: String? = nil, frame: String? = nil, width: Int = 0, height: Int = 0,
      span: Int = 1,
      alignment: Alignment = .left
    ) {
      self.runs = runs
      self.background = background
      self.frame = frame
      self.width = width
      self.height = height
      self.span = span
      self.alignment = alignment
    }
  }

  public var rows: [[Cell]]
  public var background: String?
  /// Points around the text of a cell, and between cells.
  public var padding: Int
  public var spacing: Int

  public init(rows: [[Cell]], background: String? = nil, padding: Int = 2, spacing: Int = 0) {
    self.rows = rows
    self.background = background
    self.padding = padding
    self.spacing = spacing
  }

  /// The most rows, columns and characters in all; what goes beyond is left out.
  static let limit = (rows: 100, columns: 50, characters: 20_000)
}
