import EntenteDrawing

/// What stands above a picture at its left: the title, small lines, and the legend of what is drawn.
///
///     Partners and rivals
///     5 nodes, 6 relationships · Source: …
///     ▢ company    ○ person    ━━━ partnership    ‹╍› rivalry
///
/// It is the label of the graph itself: every layout puts that into the same corner, while a legend made of nodes
/// would land anywhere.
struct Heading {
  private let title: String?
  private let caption: [String]
  private let nodeKinds: [Diagram.NodeKind]
  private let edgeKinds: [Diagram.EdgeKind]

  init(_ diagram: Diagram) {
    title = diagram.title.flatMap { $0.isEmpty ? nil : $0 }
    caption = diagram.caption.filter { !$0.isEmpty }
    nodeKinds = diagram.hasLegend ? Self.distinct(diagram.nodes.map(\.kind)) : []
    edgeKinds = diagram.hasLegend ? Self.distinct(diagram.edges.map(\.kind)) : []
  }

  /// The most entries of each half of the legend; the last one then says that there are more.
  private static let limit = 24
  private static let entriesInRow = 5

  /// In the order in which they first come.
  private static func distinct<Kind: Hashable>(_ kinds: [Kind]) -> [Kind] {
    var seen: Set<Kind> = []
    return kinds.filter { seen.insert($0).inserted }
  }

  /// The label, or nil where there is nothing to say.
  var label: RichLabel? {
    let columns = Self.entriesInRow * 2
    var rows: [[RichLabel.Cell]] = []
    if let title {
      let run = RichLabel.Run(
        LabelWrapping.wrapped(title, width: 70), color: Palette.text, size: 18, isBold: true)
      rows.append([RichLabel.Cell([run], span: columns)])
    }
    for line in caption {
      let run = RichLabel.Run(LabelWrapping.wrapped(line, width: 100), color: Palette.softText, size: 10)
      rows.append([RichLabel.Cell([run], span: columns)])
    }
    let nodeEntries = nodeKinds.prefix(Self.limit).map { kind in
      [
        RichLabel.Cell(
          [RichLabel.Run(kind.shape.glyph, color: kind.stroke, size: 11)], background: kind.fill,
          frame: kind.stroke,
          width: 24, height: 15, alignment: .center),
        RichLabel.Cell([RichLabel.Run(kind.name, color: Palette.text, size: 11)]),
      ]
    }
    let edgeEntries = edgeKinds.prefix(Self.limit).map { kind in
      [
        RichLabel.Cell([RichLabel.Run(kind.glyphs, color: kind.color, size: 11)], alignment: .center),
        RichLabel.Cell([RichLabel.Run(kind.name, color: Palette.text, size: 11)]),
      ]
    }
    rows += Self.rows(of: nodeEntries) + Self.rows(of: edgeEntries)
    return rows.isEmpty ? nil : RichLabel(rows: rows, padding: 2, spacing: 3)
  }

  private static func rows(of entries: [[RichLabel.Cell]]) -> [[RichLabel.Cell]] {
    stride(from: 0, to: entries.count, by: entriesInRow).map { start in
      Array(entries[start..<min(start + entriesInRow, entries.count)].joined())
    }
  }
}

/// Colours that are not those of a kind.
enum Palette {
  static let text = "#1F2933"
  static let softText = "#52606D"
}
