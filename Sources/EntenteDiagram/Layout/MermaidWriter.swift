import EntenteDrawing
import EntenteSyntax

/// Writes a diagram as a Mermaid flowchart, for pages that draw such text themselves, as GitHub and GitLab do.
///
///     flowchart LR
///       n_alibaba("Alibaba")
///       n_nvidia("Nvidia")
///       n_alibaba ---|"partners with<br/>physical AI"| n_nvidia
///       classDef c0 fill:#DCE9F9,stroke:#2F6DB5,color:#1F2933,stroke-width:1.4px
///       class n_alibaba,n_nvidia c0
///       linkStyle 0 stroke:#2E7D4F,stroke-width:2px,color:#2E7D4F
///
/// Texts stand in quotes, and of ASCII only letters, digits, spaces and a few marks stand for themselves: all else is
/// written as the entity that Mermaid decodes after parsing. Names are generated. So no text can end its place.
struct MermaidWriter {
  private let diagram: Diagram
  private let drawn: Diagram.Drawn
  private var out = ""

  /// What a page draws without settings of its own.
  static let usualLimit = (edges: 500, characters: 50_000)

  static func text(of diagram: Diagram, _ drawn: Diagram.Drawn) -> String {
    var writer = MermaidWriter(diagram: diagram, drawn: drawn)
    writer.write()
    return writer.out
  }

  private init(diagram: Diagram, drawn: Diagram.Drawn) { (self.diagram, self.drawn) = (diagram, drawn) }

  private mutating func write() {
    if let title = diagram.title, !title.isEmpty { out += "---\ntitle: \(Self.yaml(title))\n---\n" }
    out += "flowchart \((diagram.direction ?? .leftToRight).rawValue)\n"
    if let title = diagram.title, !title.isEmpty { out += "  accTitle: \(Self.plain(title))\n" }
    let caption = diagram.caption.filter { !$0.isEmpty }.joined(separator: " · ")
    if !caption.isEmpty { out += "  accDescr: \(Self.plain(caption))\n" }
    writeNodes()
    writeEdges()
    writeLooks()
  }

  // MARK: Elements

  private mutating func writeNodes() {
    var inside: Set<Int> = []
    for (index, cluster) in drawn.drawing.clusters.enumerated() {
      out += "  subgraph c\(index)[\"\(Self.text(label(of: cluster.attributes)))\"]\n"
      for node in cluster.nodes where inside.insert(node).inserted { writeNode(node, indent: "    ") }
      out += "  end\n"
    }
    for node in diagram.nodes.indices where !inside.contains(node) { writeNode(node, indent: "  ") }
  }

  private mutating func writeNode(_ index: Int, indent: String) {
    let node = diagram.nodes[index]
    let (open, close) = node.kind.shape.mermaid
    out += "\(indent)\(drawn.nodeNames[index])\(open)\"\(Self.text(node.wrappedLabel))\"\(close)\n"
    if let link = node.link, LinkRule.isAllowed(link) {
      // A semicolon would end an entity where none is meant.
      out += "\(indent)click \(drawn.nodeNames[index]) href \"\(link.replacing(";", with: "%3B"))\"\n"
    }
  }

  private mutating func writeEdges() {
    for item in drawn.drawing.edges {
      let label = label(of: item.attributes)
      let words = label.isEmpty ? "" : "|\"\(Self.text(label))\"|"
      out += "  \(drawn.nodeNames[item.tail]) \(Self.line(item.attributes))\(words) \(drawn.nodeNames[item.head])\n"
    }
  }

  /// The words of an edge or a cluster, which stand in a cell.
  private func label(of attributes: Attributes) -> String {
    switch attributes[.label] {
    case .text(let text): text
    case .rich(let label): label.rows.joined().flatMap(\.runs).map(\.text).joined(separator: "\n")
    case .number, nil: ""
    }
  }

  private static func line(_ attributes: Attributes) -> String {
    let direction = word(attributes[.dir]) ?? "forward"
    let head = direction == "forward" || direction == "both" ? ">" : ""
    let tail = direction == "back" || direction == "both" ? "<" : ""
    let isBroken = ["dashed", "dotted"].contains(word(attributes[.style]) ?? "")
    if isBroken { return "\(tail)-.-\(head)" }
    return head.isEmpty ? (tail.isEmpty ? "---" : "<-->") : "\(tail)--\(head)"
  }

  // MARK: Looks

  private mutating func writeLooks() {
    var nodes: [(looks: String, names: [String])] = []
    for (name, attributes) in zip(drawn.nodeNames, drawn.drawing.nodes) {
      Self.add(name, Self.looks(ofNode: attributes, usual: diagram.palette.text), to: &nodes)
    }
    for (index, group) in nodes.enumerated() {
      out += "  classDef k\(index) \(group.looks)\n  class \(group.names.joined(separator: ",")) k\(index)\n"
    }
    var edges: [(looks: String, names: [String])] = []
    for (index, item) in drawn.drawing.edges.enumerated() {
      Self.add("\(index)", Self.looks(ofEdge: item.attributes), to: &edges)
    }
    for group in edges where !group.looks.isEmpty {
      out += "  linkStyle \(group.names.joined(separator: ",")) \(group.looks)\n"
    }
    for (index, cluster) in drawn.drawing.clusters.enumerated() {
      let parts = [
        Self.color(cluster.attributes[.fillcolor]).map { "fill:\($0)" },
        Self.color(cluster.attributes[.color]).map { "stroke:\($0)" }, "color:\(diagram.palette.softText)",
      ]
      out += "  style c\(index) \(parts.compactMap { $0 }.joined(separator: ","))\n"
    }
  }

  private static func add(_ name: String, _ looks: String, to groups: inout [(looks: String, names: [String])]) {
    if let place = groups.firstIndex(where: { $0.looks == looks }) {
      groups[place].names.append(name)
    } else {
      groups.append((looks, [name]))
    }
  }

  private static func looks(ofNode attributes: Attributes, usual: String) -> String {
    let style = word(attributes[.style])?.split(separator: ",") ?? []
    return [
      color(attributes[.fillcolor]).map { "fill:\($0)" }, color(attributes[.color]).map { "stroke:\($0)" },
      "color:\(color(attributes[.fontcolor]) ?? usual)",
      "stroke-width:\(number(attributes[.penwidth]) ?? "1.4")px",
      style.contains("dashed") ? "stroke-dasharray:5 4" : style.contains("dotted") ? "stroke-dasharray:2 3" : nil,
    ].compactMap { $0 }.joined(separator: ",")
  }

  private static func looks(ofEdge attributes: Attributes) -> String {
    let style = word(attributes[.style])
    return [
      color(attributes[.color]).map { "stroke:\($0)" }, number(attributes[.penwidth]).map { "stroke-width:\($0)px" },
      color(attributes[.fontcolor]).map { "color:\($0)" },
      style == "dashed" ? "stroke-dasharray:6 4" : style == "dotted" ? "stroke-dasharray:2 4" : nil,
    ].compactMap { $0 }.joined(separator: ",")
  }

  private static func word(_ value: AttributeValue?) -> String? {
    if case .text(let text)? = value { text } else { nil }
  }

  /// A colour that has passed the rule of the renderer.
  private static func color(_ value: AttributeValue?) -> String? {
    guard let value, case .plain(let text)? = Attribute.color.graphvizValue(of: value) else { return nil }
    return text
  }

  private static func number(_ value: AttributeValue?) -> String? {
    guard let value, case .plain(let text)? = Attribute.penwidth.graphvizValue(of: value) else { return nil }
    return text
  }

  // MARK: Texts

  /// A text between quotes.
  static func text(_ text: String) -> String {
    let lines = EscapedText.cleaned(EscapedText.cut(text)).split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map(line).joined(separator: "<br/>")
  }

  private static func line(_ text: Substring) -> String {
    var out = String.UnicodeScalarView()
    // What looks like an item of a list at its beginning is one for some versions.
    var isStart = true
    for scalar in text.unicodeScalars {
      let stands: Bool =
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", " ", ",", "'": true
        case ".", "-", "+", "/", "!", "?": !isStart
        default: scalar.value > 0x9F
        }
      if stands { out.append(scalar) } else { out.append(contentsOf: "#\(scalar.value);".unicodeScalars) }
      if !("0"..."9").contains(scalar), scalar != " " { isStart = false }
    }
    return String(out)
  }

  /// A text up to the end of the line, where nothing is decoded: what might mean something is left out.
  private static func plain(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in EscapedText.cleaned(text).unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", ",", ".", "'", "-", "+", "/", "!", "?", "(", ")": out.append(scalar)
      default: out.append(scalar.value > 0x9F ? scalar : " ")
      }
    }
    return String(out).split(separator: " ").joined(separator: " ")
  }

  /// A text of the head, which is YAML: quoted as JSON is.
  private static func yaml(_ text: String) -> String {
    var bytes: [UInt8] = []
    let line = EscapedText.cleaned(text).split(separator: "\n").joined(separator: " ")
    // A percent sign could begin a directive, which is looked for before YAML is read.
    JSONEscaping.append(line.replacing("%", with: "％").utf8, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Diagram.Shape {
  /// What stands around the words of a node.
  fileprivate var mermaid: (open: String, close: String) {
    switch self {
    case .roundedBox, .dashedBox: ("(", ")")
    case .box, .folder, .note: ("[", "]")
    case .doubleBox, .component: ("[[", "]]")
    case .ellipse: ("([", "])")
    case .doubleEllipse: ("(((", ")))")
    case .hexagon: ("{{", "}}")
    case .octagon: ("[\\", "/]")
    case .parallelogram: ("[/", "/]")
    case .house: ("[/", "\\]")
    case .tab: (">", "]")
    case .cylinder: ("[(", ")]")
    case .diamond: ("{", "}")
    }
  }
}
