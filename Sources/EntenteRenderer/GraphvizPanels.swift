import CGraphviz
import EntenteDrawing

/// Draws several views of one layout side by side: in each, nodes stand where they stand in all others.
///
///     1872              1879              1882           a heading a panel
///     A ─── B           A ─── B           A ─── B
///                         ╲               │   ╱
///           C               C             C ─╯
///
/// The layout is that of everything. A panel has copies of what it shows, at the same places, moved as a whole; panels
/// have one size. Legend and footer stand around all panels, or in each where each is to be a page of its own.
struct GraphvizPanels {
  let frame: GraphvizFrame

  private var drawing: Drawing { frame.drawing }
  private static let margin = 18.0

  /// What a panel consists of.
  private struct Pieces {
    var nodes: [OpaquePointer] = []
    var edges: [OpaquePointer] = []
    var heading: OpaquePointer?
    var legend: [(node: OpaquePointer, line: OpaquePointer?)] = []
    var footer: OpaquePointer?
  }

  /// Adds all panels to an empty graph, from one whose places are in its attributes.
  ///
  /// - Returns: whether it worked.
  func add(
    to sheet: borrowing GraphvizGraph, from graph: borrowing GraphvizGraph, _ labels: GraphvizLayout.Labels
  ) -> Bool {
    for (attribute, value) in [("notranslate", "true"), ("splines", "true"), ("overlap", "true")] {
      cgv_set_graph_text(sheet.pointer, attribute, value)
    }
    var panels: [Pieces] = []
    for (number, panel) in drawing.panels.enumerated() {
      guard let pieces = add(panel, number, to: sheet, from: graph, labels) else { return false }
      panels.append(pieces)
    }
    var legend: [(node: OpaquePointer, line: OpaquePointer?)] = []
    var footer: [OpaquePointer] = []
    if !drawing.panelsAreWhole {
      guard let outer = frame.addLegend(to: sheet), let below = frame.addFooter(to: sheet) else { return false }
      (legend, footer) = (outer, below)
    }
    guard cgv_layout(frame.context, sheet.pointer, "nop2") == 0, cgv_error_count() == 0 else { return false }
    var covered = arrange(panels, around: content(of: graph, labels))
    if drawing.panelsAreWhole {
      cgv_bounds_set(
        sheet.pointer,
        cgv_rectangle(left: covered.left, bottom: covered.bottom, right: covered.right, top: covered.top))
    } else {
      for node in footer { covered = frame.put(node, below: covered) }
      frame.frame(covered, legend.map(frame.measured), of: sheet)
    }
    return true
  }

  // MARK: Copies

  private func add(
    _ panel: Drawing.Panel, _ number: Int, to sheet: borrowing GraphvizGraph, from graph: borrowing GraphvizGraph,
    _ labels: GraphvizLayout.Labels
  ) -> Pieces? {
    var pieces = Pieces()
    let mark = "p\(number)_"
    var copies: [Int: OpaquePointer] = [:]
    for index in panel.nodes where copies[index] == nil {
      guard let node = sheet.addNode("\(mark)n\(index)", named(drawing.nodes[index], number)) else { return nil }
      cgv_set_node_text(node, "pos", cgv_node_text(graph.nodes[index], "pos"))
      copies[index] = node
      pieces.nodes.append(node)
    }
    for index in panel.edges {
      let edge = drawing.edges[index]
      guard let tail = copies[edge.tail], let head = copies[edge.head] else { continue }
      var attributes = named(edge.attributes, number)
      let label = attributes[.label]
      attributes[.label] = nil
      guard let line = sheet.addEdge("\(mark)e\(index)", from: tail, to: head, attributes) else { return nil }
      cgv_set_edge_text(line, "pos", cgv_edge_text(graph.edges[index], "pos"))
      pieces.edges.append(line)
      guard let label, let center = labels.centers[index] else { continue }
      guard let words = sheet.addNode("\(mark)words\(index)", GraphvizFrame.words(label, of: attributes)) else {
        return nil
      }
      cgv_set_node_text(words, "pos", "\(center.x),\(center.y)")
      pieces.nodes.append(words)
    }
    if let heading = panel.heading {
      let attributes: Attributes = [
        .label: .rich(heading), .shape: "plain", .id: .text("panel_\(number + 1)"), .class: "legend panel",
      ]
      guard let node = sheet.addNode("\(mark)heading", attributes) else { return nil }
      cgv_set_node_text(node, "pos", "0,0")
      pieces.heading = node
    }
    guard drawing.panelsAreWhole else { return pieces }
    guard let legend = frame.addLegend(to: sheet, mark: mark) else { return nil }
    pieces.legend = legend
    if let footer = drawing.footer {
      let node = sheet.addNode(
        "\(mark)footer", [.label: .rich(footer), .shape: "plain", .class: "legend footnotes"])
      guard let node else { return nil }
      cgv_set_node_text(node, "pos", "0,0")
      pieces.footer = node
    }
    return pieces
  }

  /// The attributes with an id of their own where several panels show the same.
  private func named(_ attributes: Attributes, _ number: Int) -> Attributes {
    guard drawing.panels.count > 1, case .text(let id) = attributes[.id] else { return attributes }
    return attributes.merging([.id: .text("p\(number + 1)_\(id)")])
  }

  // MARK: Places

  private func box(of node: OpaquePointer?) -> PlaneBox {
    node.map { PlaneBox(cgv_node_box($0)) } ?? PlaneBox(left: 0, bottom: 0, right: 0, top: 0)
  }

  /// What the whole covers, of which every panel shows a part: so that all have one size, also in files of their own.
  private func content(of graph: borrowing GraphvizGraph, _ labels: GraphvizLayout.Labels) -> PlaneBox {
    var content = PlaneBox.nothing
    for node in graph.nodes {
      guard let center = Self.points(cgv_node_text(node, "pos")).first else { continue }
      let box = box(of: node)
      content.include(PlaneBox(center: center, width: box.width, height: box.height))
    }
    for edge in graph.edges { for point in Self.points(cgv_edge_text(edge, "pos")) { content.include(point) } }
    for (center, size) in zip(labels.centers, labels.sizes) {
      guard let center, let size else { continue }
      content.include(PlaneBox(center: center, width: size.width, height: size.height))
    }
    return graph.nodes.isEmpty ? PlaneBox(left: 0, bottom: 0, right: 72, top: 72) : content
  }

  /// The points in an attribute `pos`: `s,1,2 e,3,4 5,6 …`.
  private static func points(_ text: UnsafePointer<CChar>?) -> [PlanePoint] {
    guard let text = text.map({ String(cString: $0) }) else { return [] }
    return text.split(separator: " ").compactMap { item in
      let numbers = item.split(separator: ",").compactMap { Double($0) }
      return numbers.count >= 2 ? PlanePoint(numbers[0], numbers[1]) : nil
    }
  }

  /// Puts the panels into rows; gives what they cover.
  private func arrange(_ panels: [Pieces], around content: PlaneBox) -> PlaneBox {
    let (headings, footers) = (panels.map { box(of: $0.heading) }, panels.map { box(of: $0.footer) })
    let least = max(content.width, (headings + footers).map(\.width).max() ?? 0, drawing.panelsAreWhole ? 420 : 0)
    let legends = panels.map { GraphvizFrame.legendRows(of: $0.legend.map(frame.measured), least) }
    let width = max(least, legends.joined().map(GraphvizFrame.width).max() ?? 0)
    let heading = (headings.map(\.height).max() ?? 0) + (headings.contains { $0.height > 0 } ? 8 : 0)
    let legend = legends.map(GraphvizFrame.legendHeight).max() ?? 0
    let footer = (footers.map(\.height).max() ?? 0) + (footers.contains { $0.height > 0 } ? GraphvizFrame.gap.below : 0)
    // In whole points, so that panels and pages begin at the same ones.
    let cell = (
      width: (width + 2 * Self.margin).rounded(.up),
      height: (heading + legend + content.height + footer + 2 * Self.margin).rounded(.up)
    )
    let columns = max(1, min(drawing.columns, panels.count))
    for (number, panel) in panels.enumerated() {
      let left = Double(number % columns) * cell.width + Self.margin
      let top = -Double(number / columns) * cell.height - Self.margin
      if let node = panel.heading {
        cgv_node_move(node, left + headings[number].width / 2, top - headings[number].height / 2)
      }
      GraphvizFrame.put(legends[number], left: left - 10, top: top - heading)
      let shift = PlanePoint(
        left + (width - content.width) / 2 - content.left, top - heading - legend - content.top)
      for node in panel.nodes {
        let center = box(of: node).center
        cgv_node_move(node, center.x + shift.x, center.y + shift.y)
      }
      for edge in panel.edges { cgv_edge_shift(edge, shift.x, shift.y) }
      if let node = panel.footer {
        let bottom = top - heading - legend - content.height - GraphvizFrame.gap.below
        cgv_node_move(node, left + footers[number].width / 2, bottom - footers[number].height / 2)
      }
    }
    let rows = (panels.count + columns - 1) / columns
    return PlaneBox(left: 0, bottom: -Double(rows) * cell.height, right: Double(columns) * cell.width, top: 0)
  }
}
