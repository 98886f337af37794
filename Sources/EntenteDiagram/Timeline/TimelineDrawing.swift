import EntenteDrawing
import EntenteSyntax

/// A part of the picture of a timeline, from top to bottom.
enum TimelinePiece {
  /// What follows, up to the matching end, belongs together.
  case begin(name: String?, classes: String, title: String)
  case end
  case mark(Canvas.Mark)
}

/// Works out where everything of a timeline stands, from top to bottom.
struct TimelineDrawing {
  static let width = 960.0
  private static let margin = 24.0
  private static let rowHeight = 21.0
  private static let barHeight = 15.0
  private static let thinHeight = 5.0
  private let timeline: Timeline
  private let words: Words
  private let axis: TimeAxis
  private var y = 0.0
  private(set) var pieces: [TimelinePiece] = []

  var height: Double { y }

  init(_ timeline: Timeline) {
    self.timeline = timeline
    words = Words(timeline.language)
    var days: [Int64] = []
    for bar in timeline.lanes.flatMap(\.bars) {
      for case .days(let first, let last) in [bar.start, bar.end] { days += [first, last] }
    }
    if let asOf = timeline.asOf { days += [asOf.first, asOf.last] }
    axis = TimeAxis(days, left: Self.margin, width: Self.width - 2 * Self.margin)
    draw()
  }

  private mutating func draw() {
    heading()
    legend()
    let top = y
    y += 22
    let behind = pieces.count
    // The same tie stands in two lanes, and an element has a name of its own.
    var seen: Set<String> = []
    for lane in timeline.lanes { draw(lane, &seen) }
    let bottom = y + 4
    let drawn = pieces[behind...]
    pieces.removeSubrange(behind...)
    grid(from: top, to: bottom)
    pieces += drawn
    y = bottom + 20
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

  /// The kinds of bars that are drawn, and what thin ends mean.
  private mutating func legend() {
    let bars = timeline.lanes.flatMap(\.bars)
    var kinds: [Diagram.EdgeKind] = []
    for bar in bars where !kinds.contains(bar.kind) { kinds.append(bar.kind) }
    y += 14
    var x = Self.margin
    for kind in kinds {
      pieces.append(
        .begin(name: nil, classes: "legend edge \(ElementIdentifiers.word(kind.className))", title: kind.name))
      segment(kind, from: x, to: x + 34, height: Self.barHeight)
      text(kind.name, x: x + 40, size: 11, color: timeline.palette.text)
      pieces.append(.end)
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

  private mutating func draw(_ lane: Timeline.Lane, _ seen: inout Set<String>) {
    y += 18
    pieces.append(.begin(name: lane.group, classes: "node lane", title: lane.name))
    line(from: (Self.margin, y - 15), to: (Self.width - Self.margin, y - 15), timeline.palette.clusterRim)
    text(lane.name, x: Self.margin, size: 13, color: timeline.palette.text, isBold: true)
    for bar in lane.bars {
      y += Self.rowHeight
      draw(bar, named: seen.insert(bar.group).inserted ? bar.group : bar.group + "_2")
    }
    y += 10
    pieces.append(.end)
  }

  private mutating func draw(_ bar: Timeline.Bar, named name: String) {
    pieces.append(
      .begin(name: name, classes: "edge \(ElementIdentifiers.word(bar.kind.className))", title: bar.tooltip))
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
    pieces.append(.end)
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
      text(bar.label, x: before, size: 11, color: timeline.palette.text, anchor: .end)
    }
  }

  /// A piece of a bar: full and outlined for solid lines, light with a dashed outline for dashed ones.
  private mutating func segment(_ kind: Diagram.EdgeKind, from: Double, to: Double, height: Double) {
    let line: Canvas.Line = kind.isSolid ? .solid : kind.attributes.text(.style) == "dashed" ? .dashed : .dotted
    pieces.append(
      .mark(
        .box(
          left: from, top: y - 4 - height / 2, width: max(to - from, 1), height: height,
          fill: kind.isSolid ? kind.textColor : ground, stroke: kind.textColor, line: line)))
  }

  private mutating func arrow(_ kind: Diagram.EdgeKind, at x: Double, pointing direction: Double) {
    let middle = y - 4
    let corners = [(x + direction * 8, middle), (x, middle - 7), (x, middle + 7)].map { PlanePoint($0.0, $0.1) }
    pieces.append(.mark(.polygon(corners, fill: kind.textColor)))
  }

  private mutating func line(from: (Double, Double), to: (Double, Double), _ color: String) {
    pieces.append(.mark(.line(from: PlanePoint(from.0, from.1), to: PlanePoint(to.0, to.1), stroke: color)))
  }

  // MARK: - The scale

  private mutating func grid(from top: Double, to bottom: Double) {
    let foot = y
    for tick in axis.ticks {
      let x = axis.x(tick.day)
      line(from: (x, top + 14), to: (x, bottom), gridColor)
      for y in [top + 10, bottom + 14] {
        self.y = y
        text(tick.text, x: x, size: 11, color: timeline.palette.softText, anchor: .middle)
      }
    }
    y = foot
    guard let asOf = timeline.asOf else { return }
    let (x, end) = (axis.x(asOf.first), axis.x(asOf.last + 1))
    pieces.append(.begin(name: nil, classes: "date", title: asOf.text))
    let color = StyleColor.mixed(ground, timeline.palette.softText, share: 0.5)
    pieces.append(
      .mark(
        .box(
          left: x, top: top + 14, width: max(end - x, 1.5), height: bottom - top - 14, fill: color, stroke: color,
          line: .solid)))
    pieces.append(.end)
  }

  // MARK: - Words

  private mutating func text(
    _ text: String, x: Double, size: Double, color: String, isBold: Bool = false, anchor: Canvas.Anchor = .start
  ) {
    pieces.append(
      .mark(
        .words(
          Canvas.Words(text, at: PlanePoint(x, y), size: size, color: color, isBold: isBold, anchor: anchor))))
  }

  /// About how wide a text of 11 points is: half an em a column of a terminal, and some more.
  private static func width(of text: String) -> Double { Double(DisplayWidth.of(text)) * 5.9 }
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
