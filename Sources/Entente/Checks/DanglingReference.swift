import EntenteSyntax

/// An id in `source` that is no node, or no `Source`, and one in `about` that is neither a node nor an edge.
///
/// A source that is a URL refers to nothing in the file. In a file without a `Source` the key is free text.
enum DanglingReference: CheckRule {
  static func findings(in graph: CheckedGraph) -> [Diagnostic] {
    let sources = graph.nodes.filter { $0.element.has("Source") }.map(\.id)
    let hasSources = !sources.isEmpty || graph.facts.labels.contains("Source")
    let ids = graph.nodes.filter(\.isDescribed).map(\.id) + graph.edgeNames
    var found: [Diagnostic] = []
    for element in graph.nodes.map(\.element) + graph.edges.map(\.element) {
      for value in element.values("about") {
        let id = graph.text(value) ?? graph.source[value.range]
        if graph.node(id)?.isDescribed != true, !graph.hasEdge(id) {
          found.append(CheckFindings.dangling(id, "about", value.range, kind: "node or edge", among: ids))
        }
      }
      guard hasSources else { continue }
      for value in element.values("source") {
        let id = graph.text(value) ?? graph.source[value.range]
        guard !id.contains("://") else { continue }
        guard let node = graph.node(id), node.isDescribed else {
          found.append(CheckFindings.dangling(id, "source", value.range, kind: "Source", among: sources))
          continue
        }
        // With a misspelt label, or none, the node is told of already.
        let known = graph.facts.labels
        let isClear =
          !node.element.labels.isEmpty && (known.isEmpty || node.element.labels.allSatisfy { known.contains($0.name) })
        if isClear, !node.element.has("Source") {
          found.append(CheckFindings.noSource(node, value.range, among: sources, in: graph))
        }
      }
    }
    return found
  }
}
