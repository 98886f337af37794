import EntenteSyntax

extension Diagram.Node {
  /// The label in lines of a width that is read at a glance.
  var wrappedLabel: String { LabelWrapping.wrapped(label, width: 22) }
}

extension Diagram.Edge {
  var wrappedLabel: String { LabelWrapping.wrapped(label ?? "", width: 24) }
}

/// How long springs should be, so that two nodes have room between them for the words on their line.
///
/// An estimate by columns of text, made before anything is measured: it need not be exact, since nodes are moved
/// apart and words look for places afterwards.
enum EdgeLength {
  private static let pointsInColumn = (node: 6.6, edge: 5.4)

  static func inches(of edge: Diagram.Edge, from: Diagram.Node, to: Diagram.Node) -> Double {
    let halves = (width(of: from) + width(of: to)) / 2
    let words = edge.label == nil ? 50 : Double(columns(edge.wrappedLabel)) * pointsInColumn.edge * 0.6 + 36
    return ((halves + words) / 72 * 100).rounded() / 100
  }

  /// About the width of a node in points; shapes with slanted sides are wider than their words.
  private static func width(of node: Diagram.Node) -> Double {
    let text = Double(columns(node.wrappedLabel)) * pointsInColumn.node
    return switch node.kind.shape {
    case .hexagon, .octagon, .diamond, .parallelogram, .house: text * 1.3 + 16
    default: text + 20
    }
  }

  private static func columns(_ text: String) -> Int {
    text.split(whereSeparator: \.isNewline).map { DisplayWidth.of($0) }.max() ?? 0
  }
}
