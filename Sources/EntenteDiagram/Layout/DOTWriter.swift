import EntenteDrawing

/// Writes a drawing in the input language of Graphviz, for people who want to go on with their own tools.
///
/// Attributes go through the same rules as on their way to the renderer; names are those of the elements in an SVG.
struct DOTWriter {
  private let drawn: Diagram.Drawn
  private var out = ""

  static func text(of drawn: Diagram.Drawn) -> String {
    var writer = DOTWriter(drawn: drawn)
    writer.write()
    return writer.out
  }

  private init(drawn: Diagram.Drawn) { self.drawn = drawn }

  private mutating func write() {
    let drawing = drawn.drawing
    out += "digraph diagram {\n"
    // Read by the programs of Graphviz in place of an option.
    write("graph", drawing.graphAttributes, leading: ["layout=\(drawing.engine.name)"])
    write("node", drawing.nodeDefaults)
    write("edge", drawing.edgeDefaults)
    if !drawing.nodes.isEmpty { out += "\n" }
    for (name, attributes) in zip(drawn.nodeNames, drawing.nodes) { write(name, attributes) }
    for (index, cluster) in drawing.clusters.enumerated() {
      out += "  subgraph cluster\(index) {\n"
      write("graph", cluster.attributes)
      out += "  " + cluster.nodes.map { "  \(drawn.nodeNames[$0])" }.joined(separator: ";") + "\n  }\n"
    }
    if !drawing.edges.isEmpty { out += "\n" }
    for edge in drawing.edges {
      write("\(drawn.nodeNames[edge.tail]) -> \(drawn.nodeNames[edge.head])", edge.attributes)
    }
    out += "}\n"
  }

  private mutating func write(_ subject: String, _ attributes: Attributes, leading: [String] = []) {
    let written =
      leading
      + attributes.entries.compactMap { entry in
        entry.attribute.graphvizValue(of: entry.value).map { "\(entry.attribute.name)=\(Self.literal($0))" }
      }
    guard !written.isEmpty else { return }
    out += "  \(subject) [\(written.joined(separator: ", "))]\n"
  }

  private static func literal(_ value: GraphvizValue) -> String {
    switch value {
    case .html(let html): "<\(html)>"
    case .plain(let text): isWord(text) ? text : "\"\(text.replacing("\"", with: "\\\""))\""
    }
  }

  /// Whether a value needs no quotes: a word that is none of the language's own, or a number.
  private static func isWord(_ text: String) -> Bool {
    let isName = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
    let keywords = ["graph", "digraph", "subgraph", "node", "edge", "strict"]
    if isName { return !text.isEmpty && !keywords.contains(text.lowercased()) }
    let isNumber = text.utf8.allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".")
    }
    return isNumber && Double(text) != nil
  }
}
