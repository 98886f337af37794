extension Canvas {
  /// The marks in the drawing language of Graphviz, which it takes as the background of a graph and draws in every format.
  ///
  /// Every text and every colour is written with the number of its bytes, so that none can end early; what is no colour is
  /// black. Source: Graphviz documentation, Output Formats, xdot.
  public var xdot: String {
    var out = "c \(Self.counted(Self.color(background))) C \(Self.counted(Self.color(background))) "
    out += polygon([PlanePoint(0, 0), PlanePoint(width, 0), PlanePoint(width, height), PlanePoint(0, height)])
    let font = Attribute.isFontList(font) ? font : "Helvetica"
    for mark in marks {
      switch mark {
      case .box(let left, let top, let width, let height, let fill, let stroke, let line):
        let (right, bottom) = (left + max(width, 0), top + max(height, 0))
        out += "S \(Self.counted(line.name)) "
        out += "c \(Self.counted(Self.color(stroke))) C \(Self.counted(Self.color(fill))) "
        out += polygon([
          PlanePoint(left, top), PlanePoint(right, top), PlanePoint(right, bottom), PlanePoint(left, bottom),
        ])
      case .line(let from, let to, let stroke):
        out += "S 5 -solid c \(Self.counted(Self.color(stroke))) L 2 \(coordinates(from)) \(coordinates(to)) "
      case .polygon(let points, let fill):
        guard points.count > 2 else { continue }
        out += "S 5 -solid c \(Self.counted(Self.color(fill))) C \(Self.counted(Self.color(fill))) " + polygon(points)
      case .words(let words):
        // No text is no words to the parser, but a mistake.
        // A backslash escapes what follows in some versions and not in others, and counts differently: its look-alike does
        // neither.
        let text = EscapedText.cleaned(words.text).replacing("\n", with: " ").replacing("\\", with: "\u{2216}")
        guard !text.isEmpty else { continue }
        // Graphviz takes the place for one in the words, a fifth of their size above the foot.
        let foot = PlanePoint(words.place.x, words.place.y + 0.2 * words.size)
        let anchor = words.anchor == .start ? -1 : words.anchor == .end ? 1 : 0
        out += "t \(words.isBold ? 1 : 0) F \(Self.number(min(max(words.size, 4), 144))) \(Self.counted(font)) "
        out += "c \(Self.counted(Self.color(words.color))) "
        out += "T \(coordinates(foot)) \(anchor) 0 \(Self.counted(text)) "
      }
    }
    return out
  }

  private func polygon(_ points: [PlanePoint]) -> String {
    "P \(points.count) \(points.map(coordinates).joined(separator: " ")) "
  }

  /// With y upwards.
  private func coordinates(_ point: PlanePoint) -> String { "\(Self.number(point.x)) \(Self.number(height - point.y))" }

  /// To a hundredth, never with an exponent.
  private static func number(_ value: Double) -> String {
    let hundredths = Int((min(max(value, -farthest), farthest) * 100).rounded())
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    return "\(hundredths < 0 ? "-" : "")\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }

  private static func color(_ text: String) -> String { Attribute.isColor(text) ? text : "#000000" }

  /// The text behind the number of its bytes.
  private static func counted(_ text: String) -> String { "\(text.utf8.count) -\(text)" }
}
