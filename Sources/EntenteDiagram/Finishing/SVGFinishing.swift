import EntenteDrawing

/// Turns the SVG of Graphviz into one that can be published and put into a page.
///
/// In comes what Graphviz wrote. Out goes the same picture without document type, comments and fixed size, with a
/// role, a title and a description for people who hear it, and with our words where the pointer rests; or an error
/// where it holds what ``SVGRules`` refuse. Afterwards it is well-formed XML.
struct SVGFinishing {
  private let title: String
  private let details: String
  private let language: String?
  /// Whether the titles that Graphviz wrote, the names of elements, stay where there are no others.
  private let keepsTitles: Bool
  /// What an element says where the pointer rests, by its id.
  private var tooltips: [String: String] = [:]
  private var out: [UInt8] = []

  /// For a picture of a text in DOT, which says itself what its elements are called.
  init(title: String) {
    (self.title, details, language, keepsTitles) = (title, "", nil, true)
  }

  init(_ diagram: Diagram, _ drawn: Diagram.Drawn) {
    let view = diagram.views.count == 1 ? diagram.views.first?.title : nil
    title = view ?? diagram.title ?? "Diagram"
    details = Self.description(of: diagram, notes: diagram.notes(drawn.engine))
    language = diagram.language
    keepsTitles = false
    for (node, name) in zip(diagram.nodes, drawn.nodeNames) { tooltips[name] = node.tooltip ?? node.label }
    let edges = diagram.edges.filter {
      diagram.nodes.indices.contains($0.from) && diagram.nodes.indices.contains($0.to)
    }
    for (edge, name) in zip(edges, drawn.edgeNames) {
      let tooltip = edge.tooltip ?? edge.label ?? edge.kind.name
      tooltips[name] = tooltip
      tooltips[name + "_words"] = tooltip
    }
  }

  consuming func finished(_ bytes: [UInt8]) throws(RenderError) -> [UInt8] {
    do throws(XMLScanner.Failure) {
      var copy = self
      try copy.rewrite(bytes)
      return copy.out
    } catch {
      throw .pictureRefused(reason: error.reason)
    }
  }

  private mutating func rewrite(_ bytes: [UInt8]) throws(XMLScanner.Failure) {
    var scanner = XMLScanner(bytes)
    out.reserveCapacity(bytes.count + bytes.count / 4)
    write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    // The id of the group whose title comes next.
    var group: String?
    var isInTitle = false
    while let piece = try scanner.piece() {
      switch piece {
      case .comment, .declaration, .documentType: break
      case .text(let text):
        if scanner.depth > 0, !isInTitle { write(text) }
      case .start(let name, let attributes, let isEmpty):
        if let objection = SVGRules.objection(toElement: name, attributes) {
          throw XMLScanner.Failure(reason: objection, offset: 0)
        }
        if name == "title", scanner.depth > 1 {
          isInTitle = !isEmpty && !keepsTitles
          if keepsTitles {
            write(name, attributes, isEmpty: isEmpty)
          } else if let text = group.flatMap({ tooltips[Self.withoutPanel($0)] }) {
            write("<title>\(Self.escaped(text))</title>")
          }
        } else if name == "svg", scanner.depth == 1, !isEmpty {
          writeRoot(attributes)
        } else {
          group =
            name == "g" ? attributes.first { $0.name == "id" }.map { SVGRules.unescaped($0.value) } : nil
          write(name, attributes, isEmpty: isEmpty)
        }
      case .end(let name):
        if isInTitle { isInTitle = false } else { write("</\(name)>") }
      }
    }
    write("\n")
  }

  /// The name of an element without that of the panel in which it is drawn: `p3_n_alibaba`.
  private static func withoutPanel(_ name: String) -> String {
    guard name.hasPrefix("p"), let end = name.firstIndex(of: "_") else { return name }
    let number = name[name.index(after: name.startIndex)..<end]
    return !number.isEmpty && number.allSatisfy(\.isNumber) ? String(name[name.index(after: end)...]) : name
  }

  private mutating func writeRoot(_ attributes: [XMLScanner.Attribute]) {
    var kept = attributes.filter { $0.name != "width" && $0.name != "height" }
    kept.append(XMLScanner.Attribute(name: "role", value: "img"))
    kept.append(XMLScanner.Attribute(name: "aria-labelledby", value: "picture-title picture-description"))
    if let language { kept.append(XMLScanner.Attribute(name: "lang", value: Self.escaped(language))) }
    write("svg", kept, isEmpty: false)
    write("\n<title id=\"picture-title\">\(Self.escaped(title))</title>")
    write("\n<desc id=\"picture-description\">\(Self.escaped(details))</desc>")
    write("\n<style>\(Self.style)</style>")
  }

  /// For people who cannot see the picture: the ties in words, the first of them.
  private static func description(of diagram: Diagram, notes: [String]) -> String {
    let limit = 30
    var sentences = diagram.caption + (diagram.caption.isEmpty ? [] : notes)
    var edges = diagram.edges
    if diagram.views.count == 1, let view = diagram.views.first {
      sentences = [view.text].compactMap { $0 } + sentences
      edges = view.edges.filter(edges.indices.contains).map { diagram.edges[$0] }
    }
    for edge in edges.prefix(limit) {
      if let tooltip = edge.tooltip {
        sentences.append(tooltip.split(separator: "\n").first.map(String.init) ?? "")
      }
    }
    if edges.count > limit { sentences.append("…") }
    return sentences.joined(separator: ". ")
  }

  private static let style = ".node:hover,.edge:hover{cursor:default}.edge:hover path{stroke-width:4}"

  private mutating func write(_ name: String, _ attributes: [XMLScanner.Attribute], isEmpty: Bool) {
    write("<\(name)")
    for attribute in attributes {
      // Values are as they were written; only the quotes around them may have been others.
      let value = attribute.value.replacing("\"", with: "&quot;")
      // The words of an edge are drawn as a node, and are none.
      let isWords = attribute.name == "class" && value.hasPrefix("node words")
      write(" \(attribute.name)=\"\(isWords ? String(value.dropFirst("node ".count)) : value)\"")
    }
    write(isEmpty ? "/>" : ">")
  }

  private mutating func write(_ text: String) { out.append(contentsOf: text.utf8) }

  static func escaped(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in EscapedText.cleaned(text).unicodeScalars {
      switch scalar {
      case "&": out.append(contentsOf: "&amp;".unicodeScalars)
      case "<": out.append(contentsOf: "&lt;".unicodeScalars)
      case ">": out.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": out.append(contentsOf: "&quot;".unicodeScalars)
      default: out.append(scalar)
      }
    }
    return String(out)
  }
}
