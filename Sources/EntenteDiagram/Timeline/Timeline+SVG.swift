import EntenteDrawing
import EntenteSyntax

extension Timeline {
  /// The picture as SVG: valid XML, with words for people who hear it, and what each tie is where the pointer rests.
  ///
  /// The same timeline gives the same bytes; no renderer is needed, as for other formats: ``render(_:limits:)``.
  public var svg: String {
    let drawing = TimelineDrawing(self)
    let (width, height) = (Self.number(TimelineDrawing.width), Self.number(drawing.height))
    let body = drawing.pieces.map(Self.text).joined()
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" role="img" \
      aria-labelledby="picture-title picture-description" lang="\(SVGFinishing.escaped(language))" \
      font-family="\(font)" font-size="11">
      <title id="picture-title">\(SVGFinishing.escaped(title ?? "Timeline"))</title>
      <desc id="picture-description">\(SVGFinishing.escaped(description))</desc>
      <rect width="\(width)" height="\(height)" fill="\(background)"/>
      \(body)</svg>

      """
  }

  /// Fonts that are there on most systems, those of the language first where characters differ by language.
  var font: String {
    let eastAsian =
      switch language.prefix(2) {
      case "zh": "Noto Sans CJK SC"
      case "ja": "Noto Sans CJK JP"
      default: "Noto Sans CJK KR"
      }
    return "Helvetica,Arial,\(eastAsian),sans-serif"
  }

  /// The ties in words, the first of them.
  private var description: String {
    let limit = 30
    let bars = lanes.flatMap { lane in lane.bars.map { ($0.id, $0.tooltip) } }
    var seen: Set<String> = []
    let ties = bars.filter { seen.insert($0.0).inserted }.map { $0.1.split(separator: "\n").joined(separator: ", ") }
    return (caption + ties.prefix(limit) + (ties.count > limit ? ["…"] : [])).joined(separator: ". ")
  }

  private static func text(_ piece: TimelinePiece) -> String {
    switch piece {
    case .begin(let name, let classes, let title):
      let id = name.map { " id=\"\($0)\"" } ?? ""
      return "<g\(id) class=\"\(classes)\"><title>\(SVGFinishing.escaped(title))</title>\n"
    case .end: return "</g>\n"
    case .mark(let mark): return text(mark)
    }
  }

  private static func text(_ mark: Canvas.Mark) -> String {
    switch mark {
    case .box(let left, let top, let width, let height, let fill, let stroke, let line):
      let dashes =
        [.solid: "", .dashed: " stroke-dasharray=\"5 2\"", .dotted: " stroke-dasharray=\"1.5 2\""][line] ?? ""
      let edge = stroke == fill ? "" : " stroke=\"\(stroke)\"\(dashes)"
      return "<rect x=\"\(number(left))\" y=\"\(number(top))\" width=\"\(number(width))\" height=\"\(number(height))\""
        + " fill=\"\(fill)\"\(edge)/>\n"
    case .line(let from, let to, let stroke):
      return "<line x1=\"\(number(from.x))\" x2=\"\(number(to.x))\" y1=\"\(number(from.y))\" y2=\"\(number(to.y))\""
        + " stroke=\"\(stroke)\"/>\n"
    case .polygon(let points, let fill):
      let corners = points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
      return "<polygon points=\"\(corners)\" fill=\"\(fill)\"/>\n"
    case .words(let words):
      let anchor = [.start: "", .middle: " text-anchor=\"middle\"", .end: " text-anchor=\"end\""][words.anchor] ?? ""
      let weight = words.isBold ? " font-weight=\"bold\"" : ""
      return "<text x=\"\(number(words.place.x))\" y=\"\(number(words.place.y))\" font-size=\"\(number(words.size))\""
        + "\(anchor)\(weight) fill=\"\(words.color)\">\(SVGFinishing.escaped(words.text))</text>\n"
    }
  }

  /// With at most one decimal, so that the bytes do not depend on rounding in the last place.
  private static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
  }
}
