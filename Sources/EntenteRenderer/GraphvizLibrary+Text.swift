import CGraphviz
import EntenteDrawing

extension GraphvizLibrary {
  /// Draws a text in DOT as it says: read, filter, lay out, look at the size, draw, look at the bytes.
  func render(_ drawing: DOTDrawing) -> RenderReply {
    cgv_messages_begin()
    cgv_seed()
    guard var text = GraphvizText(drawing.text), cgv_error_count() == 0 else {
      return RenderReply(.failure(.badText, Self.messages.first ?? ""))
    }
    guard text.nodeCount <= drawing.nodeLimit, text.edgeCount <= drawing.edgeLimit else {
      return RenderReply(.failure(.tooManyElements, "\(text.nodeCount) \(text.edgeCount)"))
    }
    guard text.filter() else { return RenderReply(.failure(.badText, "graphs stand in one another too deep")) }
    var remarks: [RenderReply.Remark] = []
    if !text.leftOut.isEmpty {
      remarks.append(RenderReply.Remark(.attributesLeftOut, text.leftOut.joined(separator: ", ")))
    }
    if text.hasMore { remarks.append(RenderReply.Remark(.graphsLeftOut, "")) }
    if let missing = FontCheck.missingCharacters(in: text.texts), !missing.isEmpty {
      remarks.append(RenderReply.Remark(.missingCharacters, missing))
    }
    let outcome = outcome(of: text, drawing)
    for line in Self.messages where !remarks.contains(where: { $0.text == line }) {
      remarks.append(RenderReply.Remark(.graphviz, line))
    }
    return RenderReply(outcome, remarks: remarks)
  }

  private func outcome(of text: borrowing GraphvizText, _ drawing: DOTDrawing) -> RenderReply.Outcome {
    let engine = drawing.engine ?? text.engine ?? .dot
    guard has(engine) else {
      return .failure(.pluginsMissing, "Graphviz \(version) has no plugin for the layout \(engine.name).")
    }
    // The attribute stands over what is asked for, and an empty one is an error.
    cgv_set_graph_text(text.pointer, "layout", engine.name)
    // Fonts that draw every script, where the text names none.
    for kind in [1, 2] as [Int32] { Self.setFont(of: text.pointer, kind: kind) }
    cgv_set_graph_text(text.pointer, "dpi", drawing.format == .png ? "\(drawing.dotsPerInch)" : "")
    guard cgv_layout(context, text.pointer, engine.name) == 0, cgv_error_count() == 0 else {
      return .failure(.layoutFailed, Self.messages.first ?? "Graphviz gave no reason.")
    }
    defer { cgv_layout_free(context, text.pointer) }
    text.placeWords(engine)
    let bounds = cgv_bounds(text.pointer)
    let (width, height) = (bounds.right - bounds.left, bounds.top - bounds.bottom)
    guard width.isFinite, height.isFinite else { return .failure(.layoutFailed, "The layout has no finite size.") }
    if drawing.format == .png {
      let scale = Double(drawing.dotsPerInch) / 72
      let pixels = (width + 288) * (height + 288) * scale * scale
      if pixels > Double(drawing.limits.pixels) {
        return .failure(.tooManyPixels, "\(UInt64(min(pixels, 1e18)))")
      }
    }
    var bytes: UnsafeMutablePointer<CChar>?
    var count = 0
    let result = cgv_render(context, text.pointer, drawing.format.name, &bytes, &count)
    defer { cgv_bytes_free(bytes) }
    guard result == 0, cgv_error_count() == 0, let bytes, count > 0 else {
      return .failure(.renderingFailed, Self.messages.first ?? "Graphviz gave no picture and no reason.")
    }
    let picture = Array(UnsafeRawBufferPointer(start: bytes, count: count))
    if let format = Drawing.Format(rawValue: drawing.format.rawValue), !format.hasSignature(picture) {
      return .failure(.renderingFailed, "Graphviz gave something that is not \(format.name).")
    }
    return .picture(picture, width: width, height: height)
  }

  private static let font = "Helvetica,Arial,Noto Sans CJK KR,sans-serif"

  private static func setFont(of graph: OpaquePointer, kind: Int32) {
    var attribute = cgv_attribute_next(graph, kind, nil)
    while let next = attribute {
      if String(cString: cgv_attribute_name(next)) == "fontname" { return }
      attribute = cgv_attribute_next(graph, kind, next)
    }
    cgv_default_text(graph, kind, "fontname", font)
  }
}
