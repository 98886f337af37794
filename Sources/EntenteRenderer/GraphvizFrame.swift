import CGraphviz
import EntenteDrawing

/// Puts words and legend into a picture whose places are fixed.
///
///     Partners and rivals                     the heading, the graph's own label
///     (company)  <person>  [project]          legend: nodes of each kind
///     ───── partnership   ◁- -▷ rivalry       legend: lines of each kind
///     …                                       the picture
///     [1] Korean news article, 5.1            the footer
///
/// No layout would leave a legend there. So all places are in attributes already; then words and legend are added as
/// nodes and everything is read back by the engine `nop2`, which moves nothing but measures the new nodes; then the
/// legend is put into its rows, the heading above it, and the bounds around all.
struct GraphvizFrame {
  struct Piece {
    var node: OpaquePointer
    var width: Double
    var height: Double
    /// The line before it.
    var line: OpaquePointer?
  }

  let context: OpaquePointer
  let drawing: Drawing

  private static let lineLength = 40.0
  static let gap = (column: 14.0, row: 7.0, lineToWords: 4.0, below: 20.0)

  /// - Returns: whether it worked.
  func add(to graph: borrowing GraphvizGraph, _ labels: GraphvizLayout.Labels) -> Bool {
    addWidthNote(to: graph, labels.content)
    cgv_layout_free(context, graph.pointer)
    for (attribute, value) in [("notranslate", "true"), ("splines", "true"), ("overlap", "true")] {
      cgv_set_graph_text(graph.pointer, attribute, value)
    }
    guard let words = addWords(of: labels, to: graph), let pieces = addLegend(to: graph),
      let footer = addFooter(to: graph), cgv_layout(context, graph.pointer, "nop2") == 0, cgv_error_count() == 0
    else { return false }
    var content = content(of: graph, words)
    for node in footer { content = put(node, below: content) }
    frame(content, pieces.map(measured), of: graph)
    return true
  }

  /// Says from which width on the picture can be read; the layout so far has measured the heading.
  private func addWidthNote(to graph: borrowing GraphvizGraph, _ content: PlaneBox) {
    var (width, height) = (0.0, 0.0)
    guard drawing.widthNote != nil, cgv_graph_label_size(graph.pointer, &width, &height) == 0 else { return }
    guard let heading = drawing.heading(atWidth: max(content.width, width, 320) + 2 * drawing.margin) else { return }
    cgv_set_graph_html(graph.pointer, "label", heading.html)
  }

  /// Adds the words of edges as nodes, in their places.
  private func addWords(
    of labels: GraphvizLayout.Labels, to graph: borrowing GraphvizGraph
  ) -> [OpaquePointer]? {
    var words: [OpaquePointer] = []
    for (index, item) in drawing.edges.enumerated() {
      guard let label = item.attributes[.label] else { continue }
      cgv_set_edge_text(graph.edges[index], "label", "")
      guard let center = labels.centers[index] else { continue }
      guard let node = graph.addNode("words\(index)", Self.words(label, of: item.attributes)) else { return nil }
      cgv_set_node_text(node, "pos", "\(center.x),\(center.y)")
      words.append(node)
    }
    return words
  }

  /// The attributes of the words of an edge.
  static func words(_ label: AttributeValue, of edge: Attributes) -> Attributes {
    var attributes: Attributes = [.label: label, .shape: "plain", .class: "words"]
    if case .text(let id) = edge[.id] { attributes[.id] = .text(id + "_words") }
    if case .text(let name) = edge[.class] { attributes[.class] = .text("words " + name) }
    return attributes
  }

  /// Adds the lines below the picture, if there are some; nil where there is no memory.
  func addFooter(to graph: borrowing GraphvizGraph) -> [OpaquePointer]? {
    guard let footer = drawing.footer else { return [] }
    let attributes: Attributes = [
      .label: .rich(footer), .shape: "plain", .id: "footnotes", .class: "legend footnotes",
    ]
    guard let node = graph.addNode("footer", attributes) else { return nil }
    cgv_set_node_text(node, "pos", "0,0")
    return [node]
  }

  /// Puts a node under all there is, at its left; gives what is covered then.
  func put(_ node: OpaquePointer, below content: PlaneBox) -> PlaneBox {
    let box = PlaneBox(cgv_node_box(node))
    var covered = content
    // Lines that are wider than the picture stand under its middle.
    let left = min(content.left, (content.left + content.right - box.width) / 2)
    let center = PlanePoint(left + box.width / 2, content.bottom - Self.gap.below - box.height / 2)
    cgv_node_move(node, center.x, center.y)
    covered.include(
      PlaneBox(
        left: left, bottom: center.y - box.height / 2, right: left + box.width, top: center.y + box.height / 2))
    return covered
  }

  /// Adds samples and their names, all at one place.
  ///
  /// - Parameter mark: what tells its names from those of another legend.
  func addLegend(
    to graph: borrowing GraphvizGraph, mark: String = ""
  ) -> [(node: OpaquePointer, line: OpaquePointer?)]? {
    var pieces: [(OpaquePointer, OpaquePointer?)] = []
    for (index, entry) in drawing.legend.enumerated() {
      guard let node = graph.addNode("legend\(mark)\(index)", entry.words ?? entry.sample) else { return nil }
      cgv_set_node_text(node, "pos", "0,0")
      var line: OpaquePointer?
      if entry.words != nil {
        let end: Attributes = [.shape: "point", .style: "invis", .width: 0.01, .height: 0.01, .label: ""]
        guard let tail = graph.addNode("tail\(mark)\(index)", end),
          let head = graph.addNode("head\(mark)\(index)", end)
        else {
          return nil
        }
        for end in [tail, head] { cgv_set_node_text(end, "pos", "0,0") }
        line = graph.addEdge("legend\(mark)\(index)", from: tail, to: head, entry.sample)
        guard let line else { return nil }
        cgv_set_edge_text(line, "pos", Self.sample(of: entry.sample))
      }
      pieces.append((node, line))
    }
    return pieces
  }

  /// What the picture itself covers.
  private func content(of graph: borrowing GraphvizGraph, _ words: [OpaquePointer]) -> PlaneBox {
    var content = PlaneBox.nothing
    for node in graph.nodes + words { content.include(PlaneBox(cgv_node_box(node))) }
    for edge in graph.edges { for point in Polyline(curve: Self.curve(of: edge)).points { content.include(point) } }
    // The boxes around nodes are told by what was written for them.
    for cluster in graph.clusters { content.include(PlaneBox(cgv_bounds(cluster))) }
    return content
  }

  /// Puts the legend into rows above the picture, and the heading above the legend.
  func frame(_ content: PlaneBox, _ pieces: [Piece], of graph: borrowing GraphvizGraph) {
    var heading = cgv_rectangle()
    let hasHeading = cgv_graph_label_box(graph.pointer, &heading) == 0
    let headingBox = hasHeading ? PlaneBox(heading) : PlaneBox(left: 0, bottom: 0, right: 0, top: 0)
    let limit = max(content.width, headingBox.width, 320)
    let rows = Self.legendRows(of: pieces, limit)
    let width = max(content.width, headingBox.width, rows.map(Self.width).max() ?? 0)
    // A narrow picture stands in the middle of a wide frame.
    let left = (content.left + content.right - width) / 2
    let top = content.top + Self.legendHeight(of: rows)
    let headingTop = hasHeading ? top + headingBox.height + (rows.isEmpty ? Self.gap.below : 0) : top
    Self.put(rows, left: left, top: top)
    if hasHeading {
      cgv_graph_label_move(graph.pointer, left + headingBox.width / 2, headingTop - headingBox.height / 2)
    }
    cgv_bounds_set(
      graph.pointer, cgv_rectangle(left: left, bottom: content.bottom, right: left + width, top: headingTop))
  }

  // MARK: Lines

  /// A line in the way in which Graphviz writes them: the tips of arrowheads, then the curve.
  static func path(_ curve: [PlanePoint], tail: PlanePoint?, head: PlanePoint?) -> String {
    var parts: [String] = []
    if let tail { parts.append("s,\(tail.x),\(tail.y)") }
    if let head { parts.append("e,\(head.x),\(head.y)") }
    return (parts + curve.map { "\($0.x),\($0.y)" }).joined(separator: " ")
  }

  /// The straight line of a sample in the legend.
  private static func sample(of attributes: Attributes) -> String {
    let direction: String = if case .text(let text) = attributes[.dir] { text } else { "forward" }
    let (hasTail, hasHead) = (["both", "back"].contains(direction), ["both", "forward"].contains(direction))
    let start = hasTail ? EdgeRouting.arrow : 0
    let end = hasHead ? lineLength - EdgeRouting.arrow : lineLength
    return path(
      (0...3).map { PlanePoint(start + (end - start) * Double($0) / 3, 0) }, tail: hasTail ? PlanePoint(0, 0) : nil,
      head: hasHead ? PlanePoint(lineLength, 0) : nil)
  }

  static func curve(of edge: OpaquePointer) -> [PlanePoint] {
    var numbers = [Double](repeating: 0, count: cgv_edge_curve(edge, nil, 0))
    let count = cgv_edge_curve(edge, &numbers, numbers.count)
    return stride(from: 0, to: min(count, numbers.count) - 1, by: 2).map { PlanePoint(numbers[$0], numbers[$0 + 1]) }
  }

  // MARK: Rows

  func measured(_ piece: (node: OpaquePointer, line: OpaquePointer?)) -> Piece {
    let box = PlaneBox(cgv_node_box(piece.node))
    return Piece(node: piece.node, width: box.width, height: box.height, line: piece.line)
  }

  /// Nodes first, then lines.
  static func legendRows(of pieces: [Piece], _ limit: Double) -> [[Piece]] {
    [false, true].flatMap { lines in rows(of: pieces.filter { ($0.line != nil) == lines }, limit) }
  }

  static func legendHeight(of rows: [[Piece]]) -> Double {
    rows.isEmpty ? 0 : rows.reduce(gap.below) { $0 + height(of: $1) + gap.row }
  }

  /// Puts rows one below another.
  static func put(_ rows: [[Piece]], left: Double, top: Double) {
    var top = top
    for row in rows {
      let middle = top - height(of: row) / 2
      // The heading has some room around it already.
      var x = left + 10
      for piece in row {
        if let line = piece.line {
          cgv_edge_shift(line, x, middle)
          x += lineLength + gap.lineToWords
        }
        cgv_node_move(piece.node, x + piece.width / 2, middle)
        x += piece.width + gap.column
      }
      top -= height(of: row) + gap.row
    }
  }

  private static func rows(of pieces: [Piece], _ limit: Double) -> [[Piece]] {
    var rows: [[Piece]] = []
    for piece in pieces {
      if rows.isEmpty || width(of: rows[rows.count - 1] + [piece]) > limit { rows.append([]) }
      rows[rows.count - 1].append(piece)
    }
    return rows
  }

  static func width(of row: [Piece]) -> Double {
    row.reduce(20) { $0 + $1.width + gap.column + ($1.line == nil ? 0 : lineLength + gap.lineToWords) }
  }

  private static func height(of row: [Piece]) -> Double { row.map(\.height).max() ?? 0 }
}
