import CGraphviz
import EntenteDrawing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension GraphvizLibrary {
  /// Draws a sheet of panels that stand one below another as a PDF with a page for each.
  ///
  /// The library of Graphviz writes one page a graph. So the sheet is drawn once a page into one document, moved up by a
  /// page each time; what lies outside of a page is not written.
  func pages(of sheet: borrowing GraphvizGraph, _ count: Int) -> RenderReply.Outcome {
    let bounds = cgv_bounds(sheet.pointer)
    let (width, height) = (bounds.right - bounds.left, (bounds.top - bounds.bottom) / Double(count))
    guard width.isFinite, height.isFinite, let document = cgv_document_open(width, height) else {
      return .failure(.renderingFailed, "The library that writes PDF, libcairo, is not to be found.")
    }
    // Panels have margins of their own, and pages of Graphviz half an inch more.
    cgv_set_graph_text(sheet.pointer, "margin", "0")
    var isDrawn = true
    for page in 0..<count where isDrawn {
      isDrawn = cgv_document_add_page(document, context, sheet.pointer, Double(page) * height) == 0
    }
    var bytes: UnsafeMutablePointer<CChar>?
    var length = 0
    cgv_document_close(document, &bytes, &length)
    defer { free(bytes) }
    guard isDrawn, cgv_error_count() == 0, let bytes, length > 0 else {
      return .failure(.renderingFailed, Self.messages.first ?? "Graphviz gave no pages and no reason.")
    }
    let picture = Array(UnsafeRawBufferPointer(start: bytes, count: length))
    guard Drawing.Format.pdf.hasSignature(picture) else {
      return .failure(.renderingFailed, "Graphviz gave something that is not pdf.")
    }
    return .picture(picture, width: width, height: height)
  }
}
