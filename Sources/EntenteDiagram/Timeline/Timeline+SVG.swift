import EntenteDrawing
import EntenteSyntax

extension Timeline {
  /// The picture as SVG: valid XML, with words for people who hear it, and what each tie is where the pointer rests.
  ///
  /// The same timeline gives the same bytes. No other format is written: Graphviz, which writes those, draws no bars.
  public var svg: String {
    var writer = TimelineWriter(self)
    return writer.picture()
  }
}

/// Writes a timeline as SVG, from top to bottom.
private struct TimelineWriter {
  private static let width = 960.0
  private static let margin = 24.0
  private static let rowHeight = 21.0
  private static let barHeight = 15.0
  private static let thinHeight = 5.0
  private let timeline: Timeline
  private let words: Words
  private let axis: TimeAxis
  private var y = 0.0
  private var body = ""

  init(_ timeline: Timeline) {
    self.timeline = timeline
    words = Words(timeline.language)
    var days: [Int64] = []
    for bar in timeline.lanes.flatMap(\.bars) {
      for case .days(let first, let last) in [bar.start, bar.end] { days += [first, last] }
    }
    if let asOf = timeline.asOf { days += [asOf.first, asOf.last] }
    axis = TimeAxis(days, left: Self.margin, width: Self.width - 2 * Self.margin)
  }

  mutating func picture() -> String {
    heading()
    legend()
    let top = y
    y += 22
    for lane in timeline.lanes { write(lane) }
    let bottom = y + 4
    let grid = grid(from: top, to: bottom)
    y = bottom + 20
    let title = SVGFinishing.escaped(timeline.title ?? "Timeline")
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(number(Self.width)) \(number(y))" role="img" \
      aria-labelledby="picture-title picture-description" lang="\(SVGFinishing.escaped(timeline.language))" \
      font-family="\(font)" font-size="11">
      <title id="picture-title">\(title)</title>
      <desc id="picture-description">\(SVGFinishing.escaped(description))</desc>
      <rect width="\(number(Self.width))" height="\(number(y))" fill="\(timeline.background)"/>
      \(grid)\(body)</svg>

      """
  }

  private var font: String {
    let eastAsian =
      switch timeline.language.prefix(2) {
      case "zh": "Noto Sans CJK SC"
      case "ja": "Noto Sans CJK JP"
      default: "Noto Sans CJK KR"
      }
    return "Helvetica,Arial,\(eastAsian),sans-serif"
  }

  /// The ties in words, the first of them.
  private var description: String {
    let limit = 30
    let bars = timeline.lanes.flatMap { lane in lane.bars.map { ($0.id, $0.tooltip) } }
    var seen: Set<String> = []
    let ties = bars.filter { seen.insert($0.0).inserted }.map { $0.1.split(separator: "\n").joined(separator: ", ") }
    return (timeline.caption + ties.prefix(limit) + (ties.count > limit ? ["…"] : [])).joined(separator: ". ")
  }

  private var ground: String { timeline.background }
  private var gridColor: String { StyleColor.mixed(ground, timeline.palette.text, share: 0.12) }

  // MARK: - Above the bars

  private mutating func heading() {
    y = Self.margin
    if let title = timeline.title {
      y += 18
      text(title, x: Self.margin, size: 18, color: timeline.palette.text, isBold: true)
    }
    for line in timeline.caption {
      for part in LabelWrapping.wrapped(line, width: 140).split(separator: "\n") {
        y += 16
        text(String(part), x: Self.margin, size: 11, color: timeline.palette.softText)
      }
    }
    y += 12
  }

  /// The kinds of bars that are drawn, and what thin ends and arrows mean.
  private mutating func legend() {
    let bars = timeline.lanes.flatMap(\.bars)
    var kinds: [Diagram.EdgeKind] = []
    for bar in bars where !kinds.contains(bar.kind) { kinds.append(bar.kind) }
    y += 14
    var x = Self.margin
    for kind in kinds {
      segment(kind, from: x, to: x + 34, height: Self.barHeight)
      text(kind.name, x: x + 40, size: 11, color: timeline.palette.text)
      x += 58 + Self.width(of: kind.name)
    }
    if let kind = kinds.first, bars.contains(where: { $0.start.isPartial || $0.end.isPartial }) {
      segment(kind, from: x, to: x + 34, height: Self.thinHeight)
      text(words.partialDate, x: x + 40, size: 11, color: timeline.palette.text)
      x += 58 + Self.width(of: words.partialDate)
    }
    y += 14
  }

  // MARK: - Lanes

  private mutating func write(_ lane: Timeline.Lane) {
    y += 18
    body += "<g><title>\(SVGFinishing.escaped(lane.name))</title>\n"
    body += "<line x1=\"\(number(Self.margin))\" x2=\"\(number(Self.width - Self.margin))\" y1=\"\(number(y - 15))\" "
    body += "y2=\"\(number(y - 15))\" stroke=\"\(timeline.palette.clusterRim)\"/>\n"
    text(lane.name, x: Self.margin, size: 13, color: timeline.palette.text, isBold: true)
    for bar in lane.bars {
      y += Self.rowHeight
      write(bar)
    }
    y += 10
    body += "</g>\n"
  }

  private mutating func write(_ bar: Timeline.Bar) {
    body += "<g class=\"\(ElementIdentifiers.word(bar.kind.className))\">"
    body += "<title>\(SVGFinishing.escaped(bar.tooltip))</title>\n"
    var (from, to) = (axis.x(axis.first), axis.x(axis.last))
    if case .days(let first, let last) = bar.start {
      from = axis.x(last + (first == last ? 0 : 1))
      if first < last { segment(bar.kind, from: axis.x(first), to: from, height: Self.thinHeight) }
    }
    if case .days(let first, let last) = bar.end {
      to = axis.x(first)
      if first < last { segment(bar.kind, from: to, to: axis.x(last + 1), height: Self.thinHeight) }
    }
    // What is known in part at both ends may have no day for certain.
    if to > from { segment(bar.kind, from: from, to: to, height: Self.barHeight) }
    if bar.start == .open { arrow(bar.kind, at: from, pointing: -1) }
    if bar.end == .open { arrow(bar.kind, at: to, pointing: 1) }
    label(bar, from: from, to: to)
    body += "</g>\n"
  }

  /// In the bar where it fits, else beside it.
  private mutating func label(_ bar: Timeline.Bar, from: Double, to: Double) {
    let width = Self.width(of: bar.label)
    let (before, after) = (axis.x(bar.start.first ?? axis.first) - 6, axis.x(bar.end.last ?? axis.last) + 6)
    if width + 12 <= to - from {
      text(bar.label, x: from + 6, size: 11, color: bar.kind.isSolid ? ground : timeline.palette.text)
    } else if after + width <= Self.width - 4 || before < width {
      text(bar.label, x: after, size: 11, color: timeline.palette.text)
    } else {
      text(bar.label, x: before, size: 11, color: timeline.palette.text, anchor: "end")
    }
  }

  /// A piece of a bar: full and outlined for solid lines, light with a dashed outline for dashed ones.
  private mutating func segment(_ kind: Diagram.EdgeKind, from: Double, to: Double, height: Double) {
    let isSolid = kind.isSolid
    body += "<rect x=\"\(number(from))\" y=\"\(number(y - 4 - height / 2))\" width=\"\(number(max(to - from, 1)))\" "
    body += "height=\"\(number(height))\" fill=\"\(isSolid ? kind.textColor : ground)\" "
    body += "stroke=\"\(kind.textColor)\""
    body += isSolid ? "/>\n" : " stroke-dasharray=\"\(kind.attributes.text(.style) == "dashed" ? "5 2" : "1.5 2")\"/>\n"
  }

  private mutating func arrow(_ kind: Diagram.EdgeKind, at x: Double, pointing direction: Double) {
    let middle = y - 4
    body += "<path d=\"M\(number(x + direction * 8)) \(number(middle)) L\(number(x)) \(number(middle - 7)) "
    body += "L\(number(x)) \(number(middle + 7)) Z\" fill=\"\(kind.textColor)\"/>\n"
  }

  // MARK: - The scale

  private func grid(from top: Double, to bottom: Double) -> String {
    var lines = ""
    for tick in axis.ticks {
      let x = number(axis.x(tick.day))
      lines +=
        "<line x1=\"\(x)\" x2=\"\(x)\" y1=\"\(number(top + 14))\" y2=\"\(number(bottom))\" stroke=\"\(gridColor)\"/>\n"
      for y in [top + 10, bottom + 14] {
        lines +=
          "<text x=\"\(x)\" y=\"\(number(y))\" text-anchor=\"middle\" fill=\"\(timeline.palette.softText)\">"
        lines += "\(tick.text)</text>\n"
      }
    }
    if let asOf = timeline.asOf {
      let (x, end) = (axis.x(asOf.first), axis.x(asOf.last + 1))
      lines += "<rect x=\"\(number(x))\" y=\"\(number(top + 14))\" width=\"\(number(max(end - x, 1.5)))\" "
      lines += "height=\"\(number(bottom - top - 14))\" fill=\"\(timeline.palette.softText)\" fill-opacity=\"0.5\">"
      lines += "<title>\(SVGFinishing.escaped(asOf.text))</title></rect>\n"
    }
    return lines
  }

  // MARK: - Words

  private mutating func text(
    _ text: String, x: Double, size: Int, color: String, isBold: Bool = false, anchor: String = ""
  ) {
    body += "<text x=\"\(number(x))\" y=\"\(number(y))\" font-size=\"\(size)\""
    body += anchor.isEmpty ? "" : " text-anchor=\"\(anchor)\""
    body += isBold ? " font-weight=\"bold\"" : ""
    body += " fill=\"\(color)\">\(SVGFinishing.escaped(text))</text>\n"
  }

  /// About how wide a text of 11 points is: half an em a column of a terminal, and some more.
  private static func width(of text: String) -> Double { Double(DisplayWidth.of(text)) * 5.9 }

  /// With at most one decimal, so that the bytes do not depend on rounding in the last place.
  private func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
  }
}

extension Diagram.EdgeKind {
  /// Whether a style sheet has it so, or else the kind.
  fileprivate var isSolid: Bool { !["dashed", "dotted"].contains(attributes.text(.style) ?? "solid") }
}

extension Timeline.End {
  var isPartial: Bool {
    if case .days(let first, let last) = self { first < last } else { false }
  }

  fileprivate var first: Int64? {
    if case .days(let first, _) = self { first } else { nil }
  }

  fileprivate var last: Int64? {
    if case .days(_, let last) = self { last + 1 } else { nil }
  }
}
