import CGraphviz
import EntenteDrawing

extension GraphvizLibrary {
  /// Draws shapes whose places are known: they are the background of a graph without nodes.
  func render(_ canvas: Canvas) -> RenderReply {
    guard has(canvas.format) else {
      return RenderReply(
        .failure(.pluginsMissing, "Graphviz \(version) has no plugin for the format \(canvas.format.name)."))
    }
    cgv_messages_begin()
    var remarks: [RenderReply.Remark] = []
    if let missing = FontCheck.missingCharacters(in: canvas.texts), !missing.isEmpty {
      remarks.append(RenderReply.Remark(.missingCharacters, missing))
    }
    let outcome = outcome(of: canvas)
    for line in Self.messages where !remarks.contains(where: { $0.text == line }) {
      remarks.append(RenderReply.Remark(.graphviz, line))
    }
    return RenderReply(outcome, remarks: remarks)
  }

  private func outcome(of canvas: Canvas) -> RenderReply.Outcome {
    let scale = Double(canvas.dotsPerInch) / 72
    let pixels = canvas.width * canvas.height * scale * scale
    if canvas.format == .png, pixels > Double(canvas.limits.pixels) {
      return .failure(.tooManyPixels, "\(UInt64(min(pixels, 1e18)))")
    }
    guard let graph = GraphvizGraph() else {
      return .failure(.outOfMemory, "There is no memory for the graph.")
    }
    let attributes = [
      ("_background", canvas.xdot), ("pad", "0"), ("margin", "0"), ("notranslate", "true"), ("bgcolor", "transparent"),
    ]
    for (name, value) in attributes { cgv_set_graph_text(graph.pointer, name, value) }
    if canvas.format == .png { cgv_set_graph_text(graph.pointer, "dpi", "\(canvas.dotsPerInch)") }
    guard cgv_layout(context, graph.pointer, "nop2") == 0, cgv_error_count() == 0 else {
      return .failure(.layoutFailed, Self.messages.first ?? "Graphviz gave no reason.")
    }
    defer { cgv_layout_free(context, graph.pointer) }
    cgv_bounds_set(graph.pointer, cgv_rectangle(left: 0, bottom: 0, right: canvas.width, top: canvas.height))
    return picture(of: graph, as: canvas.format, width: canvas.width, height: canvas.height)
  }
}

extension Canvas {
  /// All texts that will be set in letters.
  fileprivate var texts: [String] {
    marks.compactMap { mark in
      switch mark {
      case .words(let words): words.text
      case .box, .line, .polygon: nil
      }
    }
  }
}
