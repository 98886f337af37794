import EntenteDrawing
import EntenteSyntax

/// The kinds that are drawn, each once, in the order in which they first come: samples with their names.
struct Legend {
  private let nodeKinds: [Diagram.NodeKind]
  private let edgeKinds: [Diagram.EdgeKind]
  private let notes: [Diagram.LegendNote]
  private let palette: Diagram.Palette
  /// All nodes are boxes then, and no line is there to be explained.
  private let areTiles: Bool

  /// The most entries of each half; behind the last stands how many more there are.
  private static let limit = 24

  init(_ diagram: Diagram, engine: Diagram.Engine) {
    areTiles = !engine.drawsLines
    palette = diagram.palette
    notes = diagram.hasLegend ? diagram.legendNotes : []
    if let kinds = diagram.legendKinds, diagram.hasLegend {
      (nodeKinds, edgeKinds) = (kinds.nodes, kinds.edges)
      return
    }
    nodeKinds = diagram.hasLegend ? Self.distinct(diagram.nodes.map(\.kind)) : []
    let kinds = diagram.edges.map(\.kind)
    edgeKinds =
      diagram.hasLegend
      ? Self.distinct(kinds.filter { !$0.isLighter }) + Array(kinds.filter(\.isLighter).prefix(1)) : []
  }

  private static func distinct<Kind: Hashable>(_ kinds: [Kind]) -> [Kind] {
    var seen: Set<Kind> = []
    return kinds.filter { seen.insert($0).inserted }
  }

  var entries: [Drawing.LegendEntry] {
    let nodes = nodeKinds.prefix(Self.limit).map { kind in
      var sample = kind.attributes
      let height = kind.shape.height(lines: 1) == nil ? 0.28 : 0.34
      sample.merge([.label: .text(kind.name), .height: .number(height), .margin: .text(kind.shape.legendMargin)])
      sample.merge(Self.frame(kind.className, words: kind.style[.fontcolor] ?? .text(palette.text)))
      if areTiles { sample.makeTile() }
      return Drawing.LegendEntry(sample: sample)
    }
    let edges = edgeKinds.prefix(Self.limit).map { kind in
      var sample = kind.attributes
      sample.merge(Self.frame(kind.className, words: .text(palette.text)))
      return Drawing.LegendEntry(sample: sample, words: words(kind.name))
    }
    let others = notes.filter { $0.line == nil && !(areTiles && $0.isOfLines) }.prefix(Self.limit)
    let ofNodes = nodes + more(nodeKinds.count) + others.map(entry)
    if areTiles { return ofNodes }
    let lines = notes.filter { $0.line != nil }
    return ofNodes + edges + more(edgeKinds.count) + lines.map(entry)
  }

  /// A swatch with what its colour means, or words about what a size means.
  private func entry(_ note: Diagram.LegendNote) -> Drawing.LegendEntry {
    if let line = note.line {
      var sample = Diagram.EdgeKind.other("", isDirected: false).attributes.merging(line)
      sample.merge(Self.frame("standing", words: .text(palette.text)))
      return Drawing.LegendEntry(sample: sample, words: words(note.text))
    }
    guard let color = note.color else { return Drawing.LegendEntry(sample: words(note.text)) }
    let isDark = (StyleColor.luminance(color) ?? 1) < 0.4
    return Drawing.LegendEntry(
      sample: [
        .label: .text(note.text), .shape: "box", .style: "filled", .fillcolor: .text(color),
        .color: .text(StyleColor.darker(color)), .class: "legend", .fontsize: 10, .height: 0.22, .margin: "0.06,0.02",
        .fontcolor: .text(isDark ? "#ffffff" : "#1f2933"),
      ])
  }

  private static func frame(_ className: String, words color: AttributeValue) -> Attributes {
    [
      .id: .text("legend_" + ElementIdentifiers.word(className)),
      .class: .text("legend " + ElementIdentifiers.word(className)), .fontsize: 10, .fontcolor: color,
    ]
  }

  private func words(_ text: String) -> Attributes {
    [.label: .text(text), .shape: "plain", .class: "legend", .fontsize: 10, .fontcolor: .text(palette.text)]
  }

  private func more(_ count: Int) -> [Drawing.LegendEntry] {
    count > Self.limit ? [Drawing.LegendEntry(sample: words("… +\(count - Self.limit)"))] : []
  }
}

extension Diagram.NodeKind {
  /// The looks in the words of Graphviz.
  var attributes: Attributes {
    let drawn = shape.drawn
    var attributes: Attributes = [
      .shape: .text(drawn.shape), .style: .text(drawn.style), .fillcolor: .text(fill), .color: .text(stroke),
      .margin: .text(shape.margin),
    ]
    if drawn.peripheries != 1 { attributes[.peripheries] = .number(Double(drawn.peripheries)) }
    attributes.merge(style)
    return attributes
  }
}

extension Diagram.EdgeKind {
  /// The looks in the words of Graphviz.
  var attributes: Attributes {
    var attributes: Attributes = [.color: .text(color), .penwidth: .number(width)]
    if line != .solid { attributes[.style] = .text(line.rawValue) }
    switch arrow {
    case .none: attributes[.dir] = "none"
    case .filled: attributes[.arrowhead] = "normal"
    case .open: attributes[.arrowhead] = "vee"
    case .opposed: attributes.merge([.dir: "both", .arrowhead: "vee", .arrowtail: "vee"])
    }
    attributes.merge(style)
    return attributes
  }
}
