/// A page of a paper or a book, which a picture of few nodes should fit: all its text has 7 points there.
public struct Page: Sendable, Hashable {
  /// What a picture may cover without its margins, in points.
  public var width: Double
  /// Taller ones fit as well, but they do not look like pages.
  public var height: Double

  public init(width: Double, height: Double) { (self.width, self.height) = (width, height) }

  /// How much a picture is wider than the page, and that it is at all; a share of how much it is taller, and of how much
  /// taller than pages are.
  public func excess(of box: PlaneBox) -> Double {
    (box.width > width ? 100 + box.width - width : 0) + 0.4 * max(0, box.height - height)
      + 0.1 * max(0, box.height - box.width * height / width)
  }
}

extension Drawing {
  /// Text that is smaller on paper is not read, in points; and the width of a page in millimetres.
  static let least = (text: 7.0, page: 170.0)
  /// Larger pictures say how wide they are to be.
  private static let pageNodes = 15
  private static let pageShape = 0.79

  /// The page that the picture should fit; nil of a picture of many nodes.
  public var page: Page? {
    guard nodes.count <= Self.pageNodes, let smallestText, smallestText > 0 else { return nil }
    // What strokes add at the rim is less than two points.
    let width = Self.least.page / 25.4 * 72 * smallestText / Self.least.text - 2 * margin - 2
    return width > 0 ? Page(width: width, height: width / Self.pageShape) : nil
  }

  /// White around a picture, in points.
  public var margin: Double { if case .number(let inches)? = graphAttributes[.pad] { inches * 72 } else { 4 } }
}
