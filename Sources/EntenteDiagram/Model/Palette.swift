import EntenteSyntax

extension Diagram {
  /// Colours that are not those of a kind, as `#rrggbb`.
  public struct Palette: Sendable, Hashable {
    /// Titles, and words in nodes.
    public var text: String
    /// Small words, and those on lines.
    public var softText: String
    public var clusterRim: String
    public var clusterGround: String

    public static let light = Palette(
      text: "#1F2933", softText: "#52606D", clusterRim: "#CBD2D9", clusterGround: "#F7F9FB")

    /// Words of a colour on a ground, with all that goes between the two.
    public init(text: String, ground: String) {
      self.init(
        text: text, softText: StyleColor.mixed(text, ground, share: 0.25),
        clusterRim: StyleColor.mixed(ground, text, share: 0.25),
        clusterGround: StyleColor.mixed(ground, text, share: 0.06))
    }

    private init(text: String, softText: String, clusterRim: String, clusterGround: String) {
      self.text = text
      self.softText = softText
      self.clusterRim = clusterRim
      self.clusterGround = clusterGround
    }
  }
}
