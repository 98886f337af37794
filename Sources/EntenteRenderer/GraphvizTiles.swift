import CGraphviz
import EntenteDrawing

/// Draws nodes as tiles that fill the picture, each as large as its `area` says; the words have to fit into them.
///
///     areas ──► `patchwork`: squarified treemap ──► wide tiles ──► TileWords: words in each ──► all in attributes
///
/// The engine makes a square of tiles and knows nothing of words; a square is stretched to a sheet, since words are wide.
/// Afterwards every size is fixed, so that reading it all back with `nop2` enlarges nothing. Lines are not drawn.
///
/// Source: Bruls, Huizing and van Wijk, Squarified Treemaps (2000), which `patchwork` implements.
struct GraphvizTiles {
  let layout: GraphvizLayout
  /// How many tiles have a part of their words, or none.
  private(set) var cutCount = 0

  private var drawing: Drawing { layout.drawing }

  /// By how much width gains what height loses.
  private static let stretch = 1.25
  /// White between tiles, beside and above words in a tile, and the rim of a box in which its name stands, all in points.
  private static let room = (gap: 3.0, side: 4.0, top: 2.0, rim: 21.0)
  /// What `patchwork` makes of an area of one, in square points.
  private static let unit = 1000.0

  /// Of names, before tiles make them larger or smaller; many are smaller, so that they have room on a page.
  private var size: Double { drawing.nodes.count > 150 ? 9 : 12 }

  init(layout: GraphvizLayout) { self.layout = layout }

  /// Puts all places and sizes into attributes.
  ///
  /// - Returns: where tiles are; nil when there is no layout.
  mutating func place(_ graph: borrowing GraphvizGraph) -> GraphvizLayout.Labels? {
    let words = drawing.nodes.map(Self.rows)
    let texts = words.joined().map(\.text) + drawing.clusters.flatMap(Self.names)
    guard let letters = LetterWidths(of: texts, font: drawing.nodeDefaults[.fontname], context: layout.context) else {
      return nil
    }
    setAreas(of: graph, words, letters)
    guard layout.layOut("patchwork") else { return nil }
    let tiles = graph.nodes.map { Self.stretched(PlaneBox(cgv_tile_box($0))) }
    let boxes = graph.clusters.map { Self.stretched(PlaneBox(cgv_bounds($0))) }
    let areas = tiles.map { $0.width * $0.height }.sorted()
    let median = areas.isEmpty ? 1 : max(areas[areas.count / 2], 1)
    var content = PlaneBox.nothing
    for box in tiles + boxes { content.include(box) }
    for (index, tile) in tiles.enumerated() {
      // Large tiles say their names louder, up to twice as large.
      let share = (tile.width * tile.height / median).squareRoot()
      write(
        words[index], into: tile, wanted: (size * min(max(share, 1), 2)).rounded(), graph.nodes[index], letters)
    }
    for (index, box) in boxes.enumerated() { write(drawing.clusters[index], into: box, graph.clusters[index], letters) }
    return GraphvizLayout.Labels(
      places: tiles.map(\.center.rounded),
      content: content.width > 0 ? content : PlaneBox(left: 0, bottom: 0, right: 72, top: 72))
  }

  private static func stretched(_ box: PlaneBox) -> PlaneBox {
    PlaneBox(left: box.left * stretch, bottom: box.bottom / stretch, right: box.right * stretch, top: box.top / stretch)
  }

  // MARK: Areas

  /// Shares stay what they are; the whole is so large that most words have room in their tiles.
  private func setAreas(of graph: borrowing GraphvizGraph, _ words: [[RichLabel.Run]], _ letters: LetterWidths) {
    let areas = drawing.nodes.map { node in
      if case .number(let area)? = node[.area] ?? drawing.nodeDefaults[.area], area.isFinite, area > 0 {
        area
      } else {
        1.0
      }
    }
    let total = max(areas.reduce(0, +), .leastNormalMagnitude)
    let needs = words.map { rows in
      let wishes = rows.map { TileWords.wish($0.text, size: $0.size ?? size, letter: letters.width) }
      let width = (wishes.map(\.width).max() ?? 0) + 2 * Self.room.side + Self.room.gap
      let height = wishes.reduce(0) { $0 + $1.height } + 2 * Self.room.top + Self.room.gap
      return 1.3 * width * height
    }
    let wholes = zip(areas, needs).map { area, need in need * total / area }.sorted()
    // With areas that differ a thousandfold the smallest tiles cannot have their words.
    let wanted = wholes.isEmpty ? 1 : wholes[wholes.count * 7 / 8]
    let whole = min(max(wanted, needs.reduce(0, +)), 3 * needs.reduce(0, +))
    for (node, area) in zip(graph.nodes, areas) {
      // Words would make their tiles larger, and a fixed size is that of the attributes, whatever the area.
      for (name, value) in [
        ("area", "\(max(area / total * whole / Self.unit, 1e-6))"), ("label", ""), ("fixedsize", "false"),
        ("margin", "0"), ("peripheries", "1"), ("shape", "box"),
      ] {
        cgv_set_node_text(node, name, value)
      }
    }
    for cluster in graph.clusters { cgv_set_graph_text(cluster, "inset", "\(Self.room.rim)") }
  }

  // MARK: Words

  /// The rows of words of a node: its name, and what may be left out below it.
  private static func rows(_ node: Attributes) -> [RichLabel.Run] {
    switch node[.label] {
    case .text(let text)?: [RichLabel.Run(text)]
    case .rich(let label)?: label.rows.compactMap { $0.first?.runs.first }
    case .number, nil: []
    }
  }

  private static func names(_ cluster: Drawing.Cluster) -> [String] { rows(cluster.attributes).map(\.text) }

  /// Fits the first row into a tile, then the others where there is room left.
  private mutating func write(
    _ rows: [RichLabel.Run], into tile: PlaneBox, wanted: Double, _ node: OpaquePointer, _ letters: LetterWidths
  ) {
    let inset = min(Self.room.gap, tile.width / 4, tile.height / 4)
    let (width, height) = (tile.width - inset, tile.height - inset)
    let free = (width: width - 2 * Self.room.side, height: height - 2 * Self.room.top)
    var label = RichLabel(rows: [], padding: 0)
    var left = free.height
    for (place, row) in rows.enumerated() {
      let size = place == 0 ? wanted : min(row.size ?? self.size, wanted)
      let fitted = TileWords(row.text, width: free.width, height: left, wanted: size, letter: letters.width)
      if place == 0, fitted.isCut, !row.text.isEmpty { cutCount += 1 }
      guard !fitted.text.isEmpty, place == 0 || !fitted.isCut else { break }
      var run = row
      (run.text, run.size) = (fitted.text, fitted.size)
      label.rows.append([RichLabel.Cell([run], alignment: .center)])
      left -= fitted.height
    }
    for (name, value) in [
      ("pos", "\(tile.center.x),\(tile.center.y)"), ("width", "\(width / 72)"), ("height", "\(height / 72)"),
      ("fixedsize", "true"),
    ] {
      cgv_set_node_text(node, name, value)
    }
    if !label.rows.isEmpty { cgv_set_node_html(node, "label", label.html) }
  }

  /// The name of a box stands in its upper rim.
  private func write(
    _ cluster: Drawing.Cluster, into box: PlaneBox, _ graph: OpaquePointer, _ letters: LetterWidths
  ) {
    cgv_set_graph_text(graph, "bb", "\(box.left),\(box.bottom),\(box.right),\(box.top)")
    guard var run = Self.rows(cluster.attributes).first else { return }
    let rim = Self.room.rim / Self.stretch
    let fitted = TileWords(run.text, width: box.width - 8, height: rim, wanted: 10, letter: letters.width)
    (run.text, run.size) = (fitted.text, fitted.size)
    let html = RichLabel(rows: [[RichLabel.Cell([run])]], padding: 0).html
    if fitted.text.isEmpty { cgv_set_graph_text(graph, "label", "") } else { cgv_set_graph_html(graph, "label", html) }
    // The measure of letters tells the middle of the words from the left end of the rim.
    let width = fitted.text.reduce(0) { $0 + letters.width($1) } * fitted.size
    cgv_set_graph_text(graph, "lp", "\(box.left + 6 + width / 2),\(box.top - rim / 2)")
  }
}
