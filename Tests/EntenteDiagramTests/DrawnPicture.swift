import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// An SVG read back: its nodes, edges and clusters with their names, words and places.
///
/// It is read by an XML parser that is none of ours; text that is not well-formed is an error.
struct DrawnPicture {
  struct Rectangle: Hashable {
    var left = Double.infinity
    var top = Double.infinity
    var right = -Double.infinity
    var bottom = -Double.infinity

    var isEmpty: Bool { right <= left || bottom <= top }

    mutating func include(_ x: Double, _ y: Double) {
      (left, right) = (min(left, x), max(right, x))
      (top, bottom) = (min(top, y), max(bottom, y))
    }

    func contains(_ x: Double, _ y: Double) -> Bool { x > left && x < right && y > top && y < bottom }

    func grown(by margin: Double) -> Rectangle {
      Rectangle(left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin)
    }

    /// Whether they share more than a hair's breadth.
    func overlaps(_ other: Rectangle, by hair: Double = 0.5) -> Bool {
      min(right, other.right) - max(left, other.left) > hair && min(bottom, other.bottom) - max(top, other.top) > hair
    }
  }

  enum Kind: String { case graph, node, edge, cluster, words }

  struct Element {
    var kind: Kind
    var id: String
    /// Without the word for what it is.
    var classes: [String]
    /// What is shown where the pointer rests.
    var title = ""
    /// The lines of text, in their order.
    var texts: [String] = []
    /// Of a node or a cluster: its shape.
    var shape = Rectangle()
    /// Of an edge: the ground under its words.
    var label = Rectangle()
    /// Of an edge: points along its line.
    var line: [(x: Double, y: Double)] = []
    var link: String?

    var isLegend: Bool { classes.first == "legend" }
  }

  private(set) var elements: [Element] = []
  private(set) var title = ""
  private(set) var description = ""
  /// Every name of an element of XML, and every attribute as `element attribute`.
  private(set) var names: Set<String> = []

  var nodes: [Element] { elements.filter { $0.kind == .node && !$0.isLegend } }
  var edges: [Element] { elements.filter { $0.kind == .edge && !$0.isLegend } }
  /// Samples of the kinds, and the words beside lines.
  var legend: [Element] { elements.filter(\.isLegend) }
  var clusters: [Element] { elements.filter { $0.kind == .cluster } }
  var heading: [String] { elements.first { $0.kind == .graph }?.texts ?? [] }

  /// What is drawn without where it is drawn: an element a line.
  var outline: String {
    elements.map {
      "\($0.kind.rawValue) \($0.id) \($0.classes.joined(separator: " ")): \($0.texts.joined(separator: " / "))"
    }
    .joined(separator: "\n")
  }

  init(_ bytes: [UInt8]) throws {
    let reader = Reader()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = reader
    guard parser.parse() else {
      throw PictureError(message: "not well-formed: \(String(describing: parser.parserError))")
    }
    (elements, title, description, names) = (reader.elements, reader.title, reader.details, reader.names)
    // The words of an edge lie above all lines, apart from it.
    for words in elements where words.kind == .words {
      for index in elements.indices where elements[index].kind == .edge && elements[index].id + "_words" == words.id {
        elements[index].label = words.shape
        elements[index].texts = words.texts
      }
    }
    elements.removeAll { $0.kind == .words }
  }

  /// Puts the shape of a node somewhere else, to see whether that is noticed.
  mutating func move(_ id: String, onto place: Rectangle) {
    for index in elements.indices where elements[index].id == id { elements[index].shape = place }
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var elements: [Element] = []
    var title = ""
    var details = ""
    var names: Set<String> = []
    /// The groups that are open: the places of their elements, nil of others.
    private var open: [Int?] = []
    private var text: String?

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      names.insert(name)
      for attribute in attributes.keys { names.insert("\(name) \(attribute)") }
      let words = (attributes["class"] ?? "").split(separator: " ").map(String.init)
      switch name {
      case "g":
        let kind = words.first.flatMap(Kind.init(rawValue:))
        if let kind {
          elements.append(Element(kind: kind, id: attributes["id"] ?? "", classes: Array(words.dropFirst())))
        }
        open.append(kind.map { _ in elements.count - 1 } ?? open.last ?? nil)
      case "a":
        if let place = open.last ?? nil { elements[place].link = attributes["href"] ?? attributes["xlink:href"] }
      case "text", "title", "desc": text = ""
      case "polygon", "polyline", "path", "ellipse":
        if let place = open.last ?? nil { add(attributes, to: &elements[place]) }
      default: break
      }
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
      switch name {
      case "g": open.removeLast()
      case "text": if let place = open.last ?? nil { elements[place].texts.append(text ?? "") }
      case "desc": details = text ?? ""
      case "title":
        if let place = open.last ?? nil { elements[place].title = text ?? "" } else { title = text ?? "" }
      default: return
      }
      if name != "g" { text = nil }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text?.append(string) }

    /// Points along cubic Bézier curves that continue one another.
    private static func points(along numbers: [Double]) -> [(x: Double, y: Double)] {
      var points: [(x: Double, y: Double)] = []
      var start = 0
      while start + 8 <= numbers.count {
        for step in 0...20 {
          let (t, u) = (Double(step) / 20, 1 - Double(step) / 20)
          let shares = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t]
          let pairs = (0..<4).map { (numbers[start + 2 * $0] * shares[$0], numbers[start + 2 * $0 + 1] * shares[$0]) }
          points.append((pairs.reduce(0) { $0 + $1.0 }, pairs.reduce(0) { $0 + $1.1 }))
        }
        start += 6
      }
      return points
    }

    private func add(_ attributes: [String: String], to element: inout Element) {
      var box = Rectangle()
      func number(_ name: String) -> Double { attributes[name].flatMap(Double.init) ?? 0 }
      if attributes["rx"] != nil {
        box.include(number("cx") - number("rx"), number("cy") - number("ry"))
        box.include(number("cx") + number("rx"), number("cy") + number("ry"))
      }
      let numbers = (attributes["points"] ?? attributes["d"] ?? "").split { !"0123456789.-".contains($0) }
        .compactMap { Double($0) }
      for place in stride(from: 0, to: numbers.count - 1, by: 2) { box.include(numbers[place], numbers[place + 1]) }
      switch element.kind {
      case .graph: break
      case .node, .cluster, .words:
        if !box.isEmpty {
          element.shape.include(box.left, box.top)
          element.shape.include(box.right, box.bottom)
        }
      case .edge: if attributes["d"] != nil { element.line = Self.points(along: numbers) }
      }
    }
  }
}

struct PictureError: Error, CustomStringConvertible {
  let message: String
  var description: String { message }
}
