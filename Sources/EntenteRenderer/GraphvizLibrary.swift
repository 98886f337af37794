import CGraphviz
import EntenteDrawing

/// The one context of Graphviz in this process.
struct GraphvizLibrary: ~Copyable {
  let context: OpaquePointer

  init?() {
    guard let context = cgv_context_new() else { return nil }
    self.context = context
  }

  deinit { cgv_context_free(context) }

  var version: String { cgv_version(context).map { String(cString: $0) } ?? "unknown" }

  func has(_ engine: Drawing.Engine) -> Bool { cgv_has_plugin(context, "layout", engine.name) != 0 }

  func has(_ format: Drawing.Format) -> Bool { cgv_has_plugin(context, "device", format.name) != 0 }

  /// Draws a picture: seed, build, lay out, look at the size, draw, look at the bytes.
  func render(_ drawing: Drawing) -> RenderReply {
    guard has(drawing.engine), has(drawing.format) else {
      let missing = has(drawing.engine) ? "format \(drawing.format.name)" : "layout \(drawing.engine.name)"
      return RenderReply(.failure(.pluginsMissing, "Graphviz \(version) has no plugin for the \(missing)."))
    }
    cgv_messages_begin()
    cgv_seed()
    let noMemory = RenderReply(.failure(.outOfMemory, "There is no memory for the graph."))
    guard var graph = GraphvizGraph() else { return noMemory }
    guard graph.add(drawing) else { return noMemory }
    var remarks: [RenderReply.Remark] = []
    if let missing = FontCheck.missingCharacters(in: drawing.texts), !missing.isEmpty {
      remarks.append(RenderReply.Remark(.missingCharacters, missing))
    }
    var places: [PlanePoint] = []
    let outcome = outcome(of: drawing, &graph, &remarks, &places)
    for line in Self.messages where !remarks.contains(where: { $0.text == line }) {
      remarks.append(RenderReply.Remark(.graphviz, line))
    }
    var reply = RenderReply(outcome, remarks: remarks)
    reply.places = places
    return reply
  }

  private func outcome(
    of drawing: Drawing, _ graph: inout GraphvizGraph, _ remarks: inout [RenderReply.Remark],
    _ places: inout [PlanePoint]
  ) -> RenderReply.Outcome {
    let layout = GraphvizLayout(context: context, graph: graph.pointer, drawing: drawing)
    guard drawing.panels.isEmpty else { return panels(of: drawing, layout, &graph, &remarks, &places) }
    // Zero does not mean success: a label that cannot be read is a message, and the node is drawn without it.
    guard let labels = labels(of: drawing, layout, &graph, &remarks), cgv_error_count() == 0 else {
      return .failure(.layoutFailed, Self.messages.first ?? "Graphviz gave no reason.")
    }
    defer { cgv_layout_free(context, graph.pointer) }
    add(labels, to: &remarks)
    places = labels.places
    return picture(of: drawing, graph)
  }

  private func labels(
    of drawing: Drawing, _ layout: GraphvizLayout, _ graph: inout GraphvizGraph, _ remarks: inout [RenderReply.Remark]
  ) -> GraphvizLayout.Labels? {
    guard drawing.engine == .patchwork else { return layout.run(&graph) }
    var tiles = GraphvizTiles(layout: layout)
    guard let labels = tiles.place(graph) else { return nil }
    if tiles.cutCount > 0 { remarks.append(RenderReply.Remark(.wordsCut, "\(tiles.cutCount)")) }
    return GraphvizFrame(context: context, drawing: drawing).add(to: graph, labels) ? labels : nil
  }

  private func add(_ labels: GraphvizLayout.Labels, to remarks: inout [RenderReply.Remark]) {
    for (kind, count) in [(.labelsLeftOut, labels.hidden), (.clustersLeftOut, labels.hiddenClusters)]
      as [(RenderReply.RemarkKind, Int)] where count > 0
    {
      remarks.append(RenderReply.Remark(kind, "\(count)"))
    }
  }

  /// Lays out all of it, and draws views of it in a graph of their own.
  private func panels(
    of drawing: Drawing, _ layout: GraphvizLayout, _ graph: inout GraphvizGraph,
    _ remarks: inout [RenderReply.Remark], _ places: inout [PlanePoint]
  ) -> RenderReply.Outcome {
    guard let labels = layout.place(&graph), cgv_error_count() == 0 else {
      return .failure(.layoutFailed, Self.messages.first ?? "Graphviz gave no reason.")
    }
    add(labels, to: &remarks)
    places = labels.places
    var background = drawing
    (background.nodes, background.edges, background.clusters) = ([], [], [])
    guard var sheet = GraphvizGraph() else {
      return .failure(.outOfMemory, "There is no memory for the graph.")
    }
    guard sheet.add(background) else { return .failure(.outOfMemory, "There is no memory for the graph.") }
    let panels = GraphvizPanels(frame: GraphvizFrame(context: context, drawing: drawing))
    guard panels.add(to: sheet, from: graph, labels), cgv_error_count() == 0 else {
      return .failure(.layoutFailed, Self.messages.first ?? "Graphviz gave no reason.")
    }
    defer {
      cgv_layout_free(context, sheet.pointer)
      cgv_layout_free(context, graph.pointer)
    }
    if drawing.format == .pdf, drawing.panelsAreWhole, drawing.panels.count > 1 {
      return pages(of: sheet, drawing.panels.count)
    }
    return picture(of: drawing, sheet)
  }

  private func picture(of drawing: Drawing, _ graph: borrowing GraphvizGraph) -> RenderReply.Outcome {
    let bounds = cgv_bounds(graph.pointer)
    let (width, height) = (bounds.right - bounds.left, bounds.top - bounds.bottom)
    guard width.isFinite, height.isFinite else {
      return .failure(.layoutFailed, "The layout has no finite size.")
    }
    if drawing.format == .png {
      // Beyond what the bitmap may hold, the library below writes past it.
      let pixels = drawing.pixels(width: width, height: height)
      if pixels > Double(drawing.limits.pixels) {
        return .failure(.tooManyPixels, "\(UInt64(min(pixels, 1e18)))")
      }
    }
    return picture(of: graph, as: drawing.format, width: width, height: height)
  }

  /// The bytes of a graph that is laid out.
  func picture(
    of graph: borrowing GraphvizGraph, as format: Drawing.Format, width: Double, height: Double
  ) -> RenderReply.Outcome {
    var bytes: UnsafeMutablePointer<CChar>?
    var count = 0
    let result = cgv_render(context, graph.pointer, format.name, &bytes, &count)
    defer { cgv_bytes_free(bytes) }
    guard result == 0, cgv_error_count() == 0, let bytes, count > 0 else {
      return .failure(.renderingFailed, Self.messages.first ?? "Graphviz gave no picture and no reason.")
    }
    let picture = Array(UnsafeRawBufferPointer(start: bytes, count: count))
    guard format.hasSignature(picture) else {
      return .failure(.renderingFailed, "Graphviz gave something that is not \(format.name).")
    }
    return .picture(picture, width: width, height: height)
  }

  /// What Graphviz said, a sentence each. It says where a message belongs in a line of its own behind it, which unlike
  /// a new message begins with neither word.
  static var messages: [String] {
    guard let lines = cgv_messages().map({ String(cString: $0) }) else { return [] }
    var messages: [String] = []
    for line in lines.split(separator: "\n") {
      if let start = ["Warning: ", "Error: "].first(where: line.hasPrefix) {
        messages.append(String(line.dropFirst(start.count)))
      } else if let last = messages.indices.last {
        messages[last] += ", \(line)"
      } else {
        messages.append(String(line))
      }
    }
    return messages
  }
}

extension Drawing {
  /// The pixels of a bitmap of a layout of this size in points.
  func pixels(width: Double, height: Double) -> Double {
    let scale =
      switch graphAttributes[.dpi] {
      case .number(let dpi): min(max(dpi, 36), 600) / 72
      case .text, .rich, nil: 96.0 / 72
      }
    // The padding around the drawing is two inches at most on each side.
    return (width + 288) * (height + 288) * scale * scale
  }

  /// All texts that will be set in letters.
  var texts: [String] {
    var texts: [String] = []
    let objects = [graphAttributes] + nodes + edges.map(\.attributes) + clusters.map(\.attributes)
    for entry in objects.flatMap(\.entries) where entry.attribute.rule == .label {
      switch entry.value {
      case .text(let text): texts.append(text)
      case .rich(let label): texts += label.rows.joined().flatMap(\.runs).map(\.text)
      case .number: break
      }
    }
    for run in panels.compactMap(\.heading).flatMap({ $0.rows.joined() }).flatMap(\.runs) { texts.append(run.text) }
    for run in footer?.rows.joined().flatMap(\.runs) ?? [] { texts.append(run.text) }
    return texts
  }
}

extension Drawing.Format {
  /// Whether the bytes begin as a picture of this format does.
  func hasSignature(_ bytes: [UInt8]) -> Bool {
    switch self {
    case .png: bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    case .pdf: bytes.starts(with: Array("%PDF-".utf8))
    case .svg:
      bytes.prefix(2000).split(separator: UInt8(ascii: "<")).contains { $0.starts(with: Array("svg".utf8)) }
    }
  }
}
