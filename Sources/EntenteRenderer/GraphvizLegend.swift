import CGraphviz
import EntenteDrawing

/// Draws a legend of real nodes and real lines, in rows between the heading and the picture.
///
///     Partners and rivals                     the heading, the graph's own label
///     (company)  <person>  [project]          nodes of each kind
///     ───── partnership   ◁- -▷ rivalry       lines of each kind
///
/// No layout would leave them there. So the layout is finished first and written into attributes; then the legend is
/// added and everything read back by the engine `nop2`, which moves nothing but measures the new nodes; then they are
/// put into their rows, the heading moves up, and the picture grows.
struct GraphvizLegend {
  private struct Piece {
    var node: OpaquePointer
    var width: Double
    var height: Double
    /// The line before it.
    var line: OpaquePointer?
  }

  let context: OpaquePointer
  let drawing: Drawing

  private var entries: [Drawing.LegendEntry] { drawing.legend }

  private static let lineLength = 40.0
  private static let gap = (column: 14.0, row: 7.0, lineToWords: 4.0, below: 12.0)

  /// - Parameter restore: puts back what attributes do not hold, after the layout has been read back.
  /// - Returns: whether it worked.
  func add(to graph: borrowing GraphvizGraph, restore: () -> Void) -> Bool {
    guard !entries.isEmpty else { return true }
    let bounds = cgv_bounds(graph.pointer)
    guard cgv_places_to_attributes(context, graph.pointer) == 0 else { return false }
    restoreSizes(of: graph)
    cgv_layout_free(context, graph.pointer)
    cgv_set_graph_text(graph.pointer, "notranslate", "true")
    var rows: [[Piece]] = []
    guard let pieces = addPieces(to: graph), cgv_layout(context, graph.pointer, "nop2") == 0, cgv_error_count() == 0
    else { return false }
    cgv_bounds_set(graph.pointer, bounds)
    restore()

    var heading = cgv_rectangle()
    let hasHeading = cgv_graph_label_box(graph.pointer, &heading) == 0
    let limit = max(bounds.right - bounds.left, hasHeading ? heading.right - heading.left : 0, 320)
    for lines in [false, true] {
      rows += Self.rows(of: pieces.map(measured).filter { ($0.line != nil) == lines }, limit)
    }
    // The heading has some room around it already.
    let left = bounds.left + 12
    let floor = hasHeading ? heading.bottom : bounds.top
    let height = rows.reduce(0) { $0 + Self.height(of: $1) + Self.gap.row } + Self.gap.below
    var top = floor + height - 2
    var right = bounds.right
    for row in rows {
      let middle = top - Self.height(of: row) / 2
      var x = left
      for piece in row {
        if let line = piece.line {
          cgv_edge_shift(line, x, middle)
          x += Self.lineLength + Self.gap.lineToWords
        }
        cgv_node_move(piece.node, x + piece.width / 2, middle)
        x += piece.width
        right = max(right, x)
        x += Self.gap.column
      }
      top -= Self.height(of: row) + Self.gap.row
    }
    if hasHeading {
      cgv_graph_label_move(
        graph.pointer, (heading.left + heading.right) / 2, (heading.bottom + heading.top) / 2 + height)
    }
    cgv_bounds_include(
      graph.pointer,
      cgv_rectangle(
        left: bounds.left, bottom: bounds.bottom, right: right, top: bounds.top + height))
    return true
  }

  /// The sizes just written count the rims of a node, and a rim would be added again.
  private func restoreSizes(of graph: borrowing GraphvizGraph) {
    for (node, attributes) in zip(graph.nodes, drawing.nodes) {
      for (attribute, usual) in [(.width, 0.75), (.height, 0.5)] as [(Attribute, Double)] {
        let value = attributes[attribute] ?? drawing.nodeDefaults[attribute] ?? .number(usual)
        if case .plain(let text) = attribute.graphvizValue(of: value) { cgv_set_node_text(node, attribute.name, text) }
      }
    }
  }

  /// Adds the nodes and lines, all at one place.
  private func addPieces(to graph: borrowing GraphvizGraph) -> [(node: OpaquePointer, line: OpaquePointer?)]? {
    var pieces: [(OpaquePointer, OpaquePointer?)] = []
    for (index, entry) in entries.enumerated() {
      guard let node = graph.addNode("legend\(index)", entry.words ?? entry.sample) else { return nil }
      cgv_set_node_text(node, "pos", "0,0")
      var line: OpaquePointer?
      if entry.words != nil {
        let end: Attributes = [.shape: "point", .style: "invis", .width: 0.01, .height: 0.01, .label: ""]
        guard let tail = graph.addNode("tail\(index)", end), let head = graph.addNode("head\(index)", end) else {
          return nil
        }
        for end in [tail, head] { cgv_set_node_text(end, "pos", "0,0") }
        line = graph.addEdge("legend\(index)", from: tail, to: head, entry.sample)
        guard let line else { return nil }
        cgv_set_edge_text(line, "pos", Self.path(of: entry.sample))
      }
      pieces.append((node, line))
    }
    return pieces
  }

  /// A straight line from 0 to its length, its arrowheads in the way in which Graphviz writes them.
  private static func path(of sample: Attributes) -> String {
    let arrow = 7.0
    let direction: String = if case .text(let text) = sample[.dir] { text } else { "forward" }
    let (hasTail, hasHead) = (["both", "back"].contains(direction), ["both", "forward"].contains(direction))
    let start = hasTail ? arrow : 0
    let end = hasHead ? lineLength - arrow : lineLength
    var parts: [String] = []
    if hasTail { parts.append("s,0,0") }
    if hasHead { parts.append("e,\(lineLength),0") }
    for step in 0...3 { parts.append("\(start + (end - start) * Double(step) / 3),0") }
    return parts.joined(separator: " ")
  }

  private func measured(_ piece: (node: OpaquePointer, line: OpaquePointer?)) -> Piece {
    let box = PlaneBox(cgv_node_box(piece.node))
    return Piece(node: piece.node, width: box.width, height: box.height, line: piece.line)
  }

  private static func rows(of pieces: [Piece], _ limit: Double) -> [[Piece]] {
    var rows: [[Piece]] = []
    var width = 0.0
    for piece in pieces {
      let needed = piece.width + gap.column + (piece.line == nil ? 0 : lineLength + gap.lineToWords)
      if rows.isEmpty || width + needed > limit {
        rows.append([])
        width = 0
      }
      rows[rows.count - 1].append(piece)
      width += needed
    }
    return rows
  }

  private static func height(of row: [Piece]) -> Double { row.map(\.height).max() ?? 0 }
}
