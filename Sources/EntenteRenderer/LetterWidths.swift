import CGraphviz
import EntenteDrawing

/// How wide letters are in the font of pictures, measured by Graphviz itself: each is laid out once as a node of its own.
struct LetterWidths {
  private var widths: [Character: Double] = [:]
  private static let size = 50.0
  /// More letters than any text has: the others are taken for square ones.
  private static let limit = 4000

  /// - Returns: nil where there is no memory, or no layout.
  init?(of texts: [String], font: AttributeValue?, context: OpaquePointer) {
    var letters: [Character] = ["n", "…"]
    var seen = Set(letters)
    for text in texts {
      for letter in EscapedText.cleaned(text) where !letter.isWhitespace && letters.count < Self.limit {
        if seen.insert(letter).inserted { letters.append(letter) }
      }
    }
    guard let graph = GraphvizGraph() else { return nil }
    cgv_set_node_default(graph.pointer, "shape", "ellipse")
    var nodes: [OpaquePointer] = []
    for (index, letter) in letters.enumerated() {
      var attributes: Attributes = [.label: .text(String(letter)), .shape: "plain", .fontsize: .number(Self.size)]
      attributes[.fontname] = font
      guard let node = graph.addNode("l\(index)", attributes) else { return nil }
      cgv_set_node_text(node, "pos", "0,0")
      nodes.append(node)
    }
    guard cgv_layout(context, graph.pointer, "nop2") == 0, cgv_error_count() == 0 else { return nil }
    for (letter, node) in zip(letters, nodes) { widths[letter] = PlaneBox(cgv_node_box(node)).width / Self.size }
    cgv_layout_free(context, graph.pointer)
  }

  /// At a size of one point, with a little more, since letters are set on whole dots.
  func width(_ letter: Character) -> Double {
    if letter.isWhitespace { return (widths["n"] ?? 0.6) * 0.6 }
    return (widths[letter] ?? 1) * 1.03
  }
}
