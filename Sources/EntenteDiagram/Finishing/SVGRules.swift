import EntenteDrawing

/// What a picture that is published may hold: shapes and words, and links to safe places.
///
/// Graphviz escapes most of what it writes, not all of it. A name from a graph must never become a script, an image
/// or a style, whatever the version of Graphviz.
enum SVGRules {
  static let elements: Set<String> = [
    "svg", "g", "a", "title", "desc", "path", "polygon", "polyline", "ellipse", "circle", "rect", "line",
    "text",
    "tspan",
  ]

  /// Why an element is refused, or nil.
  static func objection(toElement name: String, _ attributes: [XMLScanner.Attribute]) -> String? {
    guard elements.contains(name) else { return "it holds the element \(name)" }
    for attribute in attributes {
      let local = attribute.name.split(separator: ":").last.map { $0.lowercased() } ?? ""
      if local.hasPrefix("on") { return "\(name) has the attribute \(attribute.name)" }
      if local == "style" || local == "base" { return "\(name) has the attribute \(attribute.name)" }
      if local == "href" {
        guard name == "a" else { return "\(name) leads to another file" }
        guard LinkRule.isAllowed(unescaped(attribute.value)) else {
          return "a link leads to \(attribute.value)"
        }
      }
      if attribute.value.lowercased().contains("url(") { return "\(name) refers to another file" }
    }
    return nil
  }

  /// The value of an attribute; entities that are not predefined were refused before.
  static func unescaped(_ value: String) -> String {
    var out = String.UnicodeScalarView()
    var rest = Substring(value)
    while let start = rest.firstIndex(of: "&") {
      out.append(contentsOf: rest[..<start].unicodeScalars)
      guard let end = rest[start...].firstIndex(of: ";") else { break }
      let name = rest[rest.index(after: start)..<end]
      if let scalar = scalar(of: name) { out.append(scalar) }
      rest = rest[rest.index(after: end)...]
    }
    out.append(contentsOf: rest.unicodeScalars)
    return String(out)
  }

  private static func scalar(of entity: Substring) -> Unicode.Scalar? {
    switch entity {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      let digits = entity.dropFirst()
      let value = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return value.flatMap(Unicode.Scalar.init)
    }
  }
}
