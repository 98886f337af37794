/// The SVG of a picture as it stands in a page: without its declaration, style, titles inside and names of fonts.
///
/// A page says these once itself, so that one of 500 nodes stays small; for the same reason coordinates have one
/// decimal, and a shape that a group holds twice is written once. In comes what ``SVGFinishing`` gave.
enum EmbeddedSVG {
  static func text(_ svg: [UInt8]) throws(RenderError) -> String {
    do throws(XMLScanner.Failure) {
      return try rewritten(svg)
    } catch {
      throw .pictureRefused(reason: error.reason)
    }
  }

  private static func rewritten(_ svg: [UInt8]) throws(XMLScanner.Failure) -> String {
    var scanner = XMLScanner(svg)
    var out = ""
    var skipped: String?
    var shapes: Set<String> = []
    while let piece = try scanner.piece() {
      switch piece {
      case .comment, .declaration, .documentType: break
      case .text(let text):
        guard skipped == nil, scanner.depth > 0 else { continue }
        if !text.allSatisfy(\.isWhitespace) { out += text } else if out.last != "\n" { out += "\n" }
      case .start(let name, let attributes, let isEmpty):
        guard skipped == nil else { continue }
        if name == "style" || name == "title" && scanner.depth > 2 {
          if !isEmpty { skipped = name }
          continue
        }
        if name == "g" { shapes = [] }
        let tag = tag(name, attributes, isEmpty: isEmpty)
        if !isEmpty || shapes.insert(tag).inserted { out += tag }
      case .end(let name):
        if let open = skipped {
          if open == name { skipped = nil }
        } else {
          out += "</\(name)>"
        }
      }
    }
    return out
  }

  private static func tag(_ name: String, _ attributes: [XMLScanner.Attribute], isEmpty: Bool) -> String {
    var tag = "<\(name)"
    for attribute in attributes where attribute.name != "font-family" {
      let key = attribute.name == "xlink:href" ? "href" : attribute.name
      guard !key.contains(":") else { continue }
      let value = ["d", "points", "x", "y"].contains(key) ? shortened(attribute.value) : attribute.value
      tag += " \(key)=\"\(value)\""
    }
    return tag + (isEmpty ? "/>" : ">")
  }

  /// Numbers with the first of their decimals.
  private static func shortened(_ numbers: String) -> String {
    var out = String.UnicodeScalarView()
    var decimals: Int?
    for scalar in numbers.unicodeScalars {
      switch scalar {
      case ".": decimals = 0
      case "0"..."9":
        if let count = decimals {
          decimals = count + 1
          if count > 0 { continue }
        }
      default: decimals = nil
      }
      out.append(scalar)
    }
    return String(out)
  }
}
