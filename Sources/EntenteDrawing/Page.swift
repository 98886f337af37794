/// A page of a paper or a book, which pictures of few nodes should fit.
///
/// Words of 10 points have 7 where a picture as wide as this is printed 170 mm wide; all in points.
public enum Page {
  /// Larger pictures say how wide they are to be.
  public static let nodes = 15
  public static let width = 630.0
  public static let height = 800.0

  /// How much a picture is wider than a page; a share of how much it is taller, and of how much taller than pages are.
  public static func excess(of box: PlaneBox) -> Double {
    max(0, box.width - width) + 0.4 * max(0, box.height - height)
      + 0.1 * max(0, box.height - box.width * height / width)
  }
}
