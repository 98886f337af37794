import EntenteDrawing
import EntenteSyntax

extension Diagram {
  /// The diagram in the terms of Graphviz.
  struct Drawn {
    var drawing: Drawing
    let engine: Engine
    /// The names of the elements, in their order.
    let nodeNames: [String]
    let edgeNames: [String]
  }

  /// Chooses the layout and gives every element its attributes. Edges whose ends are not there are left out.
  func drawn(as format: Format, limits: RenderLimits = RenderLimits()) -> Drawn {
    guard engine.drawsLines || views.isEmpty else {
      // Views tell what holds when by their lines.
      var lined = self
      lined.engine = .automatic
      return lined.drawn(as: format, limits: limits)
    }
    let choice = LayoutChoice(self)
    let seconds = UInt32(clamping: max(1, limits.time.components.seconds + 1))
    var drawing = Drawing(
      engine: choice.drawn, format: format.drawn ?? .svg,
      limits: Drawing.Limits(
        cpuSeconds: seconds, memory: UInt64(max(0, limits.memory)), pixels: UInt64(max(0, limits.pixels))))
    drawing.graphAttributes = choice.attributes
    // Our renderer chooses where nothing is said, Graphviz would choose otherwise.
    if format == .dot, choice.drawn == .dot {
      let room = Drawing.layerRoom(hasWords: edges.contains { $0.label != nil }, hasBoxes: !clusters.isEmpty)
      drawing.graphAttributes.merge([.nodesep: .number(room.nodes), .ranksep: .number(room.layers)])
      if direction == nil { drawing.graphAttributes[.rankdir] = "LR" }
    }
    drawing.graphAttributes.merge(frame(of: format, notes: notes(choice.engine)))
    drawing.graphAttributes.merge(style)
    drawing.nodeDefaults = [
      .fontname: .text(font), .fontsize: 12, .fontcolor: .text(palette.text), .penwidth: 1.4, .height: 0.4,
    ]
    drawing.edgeDefaults = [
      .fontname: .text(font), .fontsize: 10, .fontcolor: .text(palette.softText), .arrowsize: 0.7,
    ]

    let edges = drawnEdges
    let (nodeNames, edgeNames) = names
    drawing.nodes = zip(nodes, nodeNames).map { Self.attributes(of: $0, name: $1, format: format) }
    drawing.edges = zip(edges, edgeNames).map { edge, name in
      Drawing.Edge(
        tail: edge.from, head: edge.to,
        attributes: Self.attributes(of: edge, name: name, format: format, background: background))
    }
    if choice.drawn == .osage, !edges.isEmpty {
      // An array leaves no room for lines between its nodes, nor for words on them, unless it is told to.
      let lines = Double(edges.count) / Double(max(1, nodes.count))
      drawing.graphAttributes[.pack] = .number(edges.contains { $0.label != nil } ? 30 + 14 * lines : 16 + 5 * lines)
    }
    if !choice.engine.drawsLines, format != .mermaid { makeTiles(of: &drawing) }
    if choice.drawn == .neato {
      for (index, edge) in edges.enumerated() {
        drawing.edges[index].attributes[.len] = .number(
          EdgeLength.inches(of: edge, from: nodes[edge.from], to: nodes[edge.to]))
      }
    }
    if choice.engine.keepsClusters { drawing.clusters = drawnClusters }
    drawing.legend = Legend(self, engine: choice.engine).entries
    // A page lists them beside the picture, as links.
    if format != .html { drawing.footer = Heading.small(footnotes, palette) }
    if let crowd = Crowd(self, engine: choice.engine) { crowd.apply(to: &drawing) }
    if !caption.isEmpty, format != .html, format != .dot {
      drawing.widthNote = Drawing.WidthNote(
        words: Words(language).readable, color: palette.softText, isAlways: nodes.count > 15)
    }
    drawing.pinned = (choice.engine.drawsLines ? positions : nil).map { positions in
      var pinned: [Int: PlanePoint] = [:]
      for (index, node) in nodes.enumerated() {
        if let position = positions[node.id] { pinned[index] = PlanePoint(position.x, position.y) }
      }
      return pinned
    }
    if format != .html, format != .dot, !views.isEmpty { addPanels(to: &drawing) }
    return Drawn(drawing: drawing, engine: choice.engine, nodeNames: nodeNames, edgeNames: edgeNames)
  }

  private var drawnEdges: [Edge] {
    edges.filter { nodes.indices.contains($0.from) && nodes.indices.contains($0.to) }
  }

  /// What nodes and edges are called in a picture, in their order.
  var names: (nodes: [String], edges: [String]) {
    var identifiers = ElementIdentifiers(prefix: "n_")
    let nodeNames = nodes.map { identifiers.name(for: $0.id) }
    identifiers = ElementIdentifiers(prefix: "e_")
    return (nodeNames, drawnEdges.map { identifiers.name(for: $0.id) })
  }

  /// Boxes whose nodes are in no box before them.
  private var drawnClusters: [Drawing.Cluster] {
    var identifiers = ElementIdentifiers(prefix: "c_")
    var taken: Set<Int> = []
    return clusters.compactMap { cluster in
      let members = cluster.nodes.filter { nodes.indices.contains($0) && taken.insert($0).inserted }
      guard !members.isEmpty else { return nil }
      let label = RichLabel.Run(LabelWrapping.wrapped(cluster.label, width: 40), color: palette.softText, size: 11)
      let looks: Attributes = [
        .id: .text(identifiers.name(for: cluster.id)), .class: "cluster",
        .label: .rich(RichLabel(rows: [[RichLabel.Cell([label])]])), .labeljust: "l", .style: "rounded,filled",
        .color: .text(palette.clusterRim), .fillcolor: .text(palette.clusterGround),
      ]
      return Drawing.Cluster(nodes: members, attributes: looks.merging(clusterStyle))
    }
  }

  /// Fonts that are there on most systems, those of the language first where characters differ by language.
  private var font: String {
    if case .text(let font)? = style[.fontname] { return font }
    let eastAsian =
      switch language.prefix(2) {
      case "zh": "Noto Sans CJK SC"
      case "ja": "Noto Sans CJK JP"
      default: "Noto Sans CJK KR"
      }
    return "Helvetica,Arial,\(eastAsian),sans-serif"
  }

  /// What the caption says of how it is drawn.
  func notes(_ engine: Engine) -> [String] {
    [Crowd(self, engine: engine)?.note(self), engine.drawsLines || edges.isEmpty ? nil : Words(language).lineless]
      .compactMap(\.self)
  }

  private func frame(of format: Format, notes: [String]) -> Attributes {
    var attributes: Attributes = [
      .fontname: .text(font), .fontsize: 12, .fontcolor: .text(palette.text), .pad: 0.3,
      .outputorder: "edgesfirst",
      .bgcolor: .text(background ?? "transparent"),
    ]
    if format == .png { attributes[.dpi] = .number(Double(resolution)) }
    if let heading = Heading(self, notes: notes).label {
      attributes.merge([.label: .rich(heading), .labelloc: "t", .labeljust: "l"])
    }
    return attributes
  }

  private static func attributes(of node: Node, name: String, format: Format) -> Attributes {
    var attributes: Attributes = [
      .id: .text(name), .class: .text(ElementIdentifiers.word(node.kind.className)),
      .label: .text(node.wrappedLabel),
    ]
    attributes.merge(node.kind.attributes)
    let lines = node.wrappedLabel.split(whereSeparator: \.isNewline).count
    if node.kind.style[.shape] == nil, let height = node.kind.shape.height(lines: max(1, lines)) {
      attributes[.height] = .number(height)
    }
    attributes.merge(node.style)
    if let link = node.link, LinkRule.isAllowed(link) { attributes[.url] = .text(link) }
    // In an SVG the tooltip is put in afterwards, as a title: Graphviz would make a link without an end of it.
    if format == .dot, let tooltip = node.tooltip { attributes[.tooltip] = .text(tooltip) }
    return attributes
  }

  private static func attributes(
    of edge: Edge, name: String, format: Format, background: String?
  ) -> Attributes {
    var attributes: Attributes = [.id: .text(name), .class: .text(ElementIdentifiers.word(edge.kind.className))]
    attributes.merge(edge.kind.attributes)
    attributes.merge(edge.style)
    if let label = edge.label, !label.isEmpty {
      // Words stand on the line: a ground of their own keeps them readable.
      var run = RichLabel.Run(edge.wrappedLabel, color: edge.kind.textColor, size: 10)
      if case .text(let color)? = attributes[.fontcolor] { run.color = color }
      if case .number(let size)? = attributes[.fontsize] { run.size = size }
      attributes[.label] = .rich(
        RichLabel(rows: [[RichLabel.Cell([run], alignment: .center)]], background: background, padding: 1))
    }
    if format == .dot, let tooltip = edge.tooltip { attributes[.tooltip] = .text(tooltip) }
    return attributes
  }
}
