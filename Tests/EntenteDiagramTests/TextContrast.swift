import EntenteSyntax
import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The words of an SVG with their colours, and what lies under each of them.
struct TextContrast {
  struct Words {
    let text: String
    let color: String
    let ground: String

    var contrast: Double { StyleColor.contrast(color, ground) ?? 0 }
  }

  private(set) var words: [Words] = []

  init(_ svg: [UInt8]) throws {
    let reader = Reader()
    let parser = XMLParser(data: Data(svg))
    parser.delegate = reader
    guard parser.parse() else { throw PictureError(message: "not well-formed") }
    words = reader.words
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var words: [Words] = []
    /// Filled shapes, in the order in which they are drawn.
    private var grounds: [(shape: DrawnPicture.Rectangle, fill: String)] = []
    private var text: (place: (x: Double, y: Double), color: String, words: String)?

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      func number(_ name: String) -> Double { attributes[name].flatMap(Double.init) ?? 0 }
      var shape = DrawnPicture.Rectangle()
      switch name {
      case "text":
        // Where the first letters are; words around a middle begin before it.
        let shift = attributes["text-anchor"] == "end" ? -3.0 : attributes["text-anchor"] == "middle" ? 0 : 3
        text = ((number("x") + shift, number("y") - 3), attributes["fill"] ?? "#000000", "")
        return
      case "rect":
        shape.include(number("x"), number("y"))
        shape.include(number("x") + number("width"), number("y") + number("height"))
      case "ellipse":
        shape.include(number("cx") - number("rx"), number("cy") - number("ry"))
        shape.include(number("cx") + number("rx"), number("cy") + number("ry"))
      case "polygon", "path":
        let numbers = (attributes["points"] ?? attributes["d"] ?? "").split { !"0123456789.-".contains($0) }
          .compactMap { Double($0) }
        for place in stride(from: 0, to: numbers.count - 1, by: 2) { shape.include(numbers[place], numbers[place + 1]) }
      default: return
      }
      guard let fill = attributes["fill"], fill != "none", fill != "transparent" else { return }
      grounds.append((shape, fill == "white" ? "#ffffff" : fill == "black" ? "#000000" : fill))
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text?.words += string }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
      guard name == "text", let text else { return }
      let ground = grounds.last { $0.shape.contains(text.place.x, text.place.y) }
      let color = text.color == "black" ? "#000000" : text.color == "white" ? "#ffffff" : text.color
      words.append(Words(text: text.words, color: color, ground: ground?.fill ?? "#ffffff"))
      self.text = nil
    }
  }
}
