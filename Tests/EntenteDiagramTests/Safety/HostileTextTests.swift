import EntenteDiagram
import EntenteDrawing
import EntenteTestSupport
import Foundation
import Testing

/// A graph may hold any text: none of it breaks a picture, becomes markup, or leads anywhere.
struct HostileTextTests {
  /// What a picture may consist of, whatever the texts.
  static func check(_ bytes: [UInt8], _ what: String) throws -> DrawnPicture {
    let picture = try DrawnPicture(bytes)
    let elements: Set = [
      "svg", "g", "a", "title", "desc", "path", "polygon", "polyline", "ellipse", "text", "style",
    ]
    for name in picture.names {
      let parts = name.split(separator: " ").map(String.init)
      #expect(elements.contains(parts[0]), "\(what): an element \(name)")
      if parts.count > 1 { #expect(!parts[1].lowercased().hasPrefix("on"), "\(what): an attribute \(name)") }
    }
    for link in picture.elements.compactMap(\.link) {
      #expect(LinkRule.isAllowed(link), "\(what): a link to \(link)")
    }
    return picture
  }

  /// 25 seeds of 40 texts each: 1,000 of them, in every place where a diagram takes one.
  @Test(arguments: 0..<25)
  func `hostile texts stay texts`(seed: Int) async throws {
    var texts = HostileText(seed: UInt64(seed))
    var diagram = Diagram(title: texts.next(), caption: [texts.next(), texts.next()], language: texts.next())
    let kind = Diagram.NodeKind(
      texts.next(), className: texts.next(), shape: .roundedBox, fill: texts.next(), stroke: texts.next())
    let line = Diagram.EdgeKind(texts.next(), className: texts.next(), color: texts.next())
    diagram.background = texts.next()
    for _ in 0..<6 {
      _ = diagram.addNode(
        .init(id: texts.next(), label: texts.next(), kind: kind, tooltip: texts.next(), link: texts.next()))
    }
    for to in 1..<3 {
      diagram.edges.append(
        .init(id: texts.next(), from: 0, to: to, kind: line, label: texts.next(), tooltip: texts.next()))
    }
    diagram.clusters = [.init(id: texts.next(), label: texts.next(), nodes: [0, 1, 99])]
    diagram.engine = seed % 2 == 0 ? .neato : .dot
    let picture = try Self.check(
      try await diagram.render(.svg, limits: RenderLimits(time: .seconds(240))).bytes, "seed \(seed)")
    #expect(picture.nodes.count == 6 && picture.edges.count == 2)
    // The same in the input language of Graphviz: an even number of quotes that are not escaped.
    let dot = diagram.dot.replacingOccurrences(of: "\\\\", with: "").replacingOccurrences(of: "\\\"", with: "")
    #expect(dot.filter { $0 == "\"" }.count % 2 == 0, "seed \(seed)")
  }

  /// What is read in the picture is what was written in the graph.
  @Test func `labels are drawn as they are written`() async throws {
    let texts = [
      "\\N", "\\n", "a\\", "&amp;", "<b>", "\"quoted\"", "a & b", "<img src=\"/etc/passwd\"/>", "%s", "알리바바", "阿里巴巴",
      "<TABLE><TR><TD>x</TD></TR></TABLE>", "]]>", "&#92;N",
    ]
    var diagram = Diagram()
    let kind = Diagram.NodeKind("thing", shape: .box)
    for (index, text) in texts.enumerated() {
      _ = diagram.addNode(.init(id: "\(index)", label: text, kind: kind, tooltip: text))
      diagram.edges.append(.init(id: "\(index)", from: index, to: 0, kind: .other("tie"), label: text, tooltip: text))
    }
    let picture = try Self.check(
      try await diagram.render(.svg, limits: RenderLimits(time: .seconds(240))).bytes, "labels")
    for (index, text) in texts.enumerated() {
      for element in [picture.nodes[index], picture.edges.first { $0.id == "e_x\(index)" }].compactMap({ $0 }) {
        let shown = element.texts.joined(separator: " ").replacingOccurrences(of: "\u{A0}", with: " ")
        #expect(shown == text || shown.filter { $0 != " " } == text.filter { $0 != " " }, "\(element.id): \(shown)")
        #expect(element.title == text, "\(element.id)")
      }
    }
  }

  @Test func `links lead to safe places only`() async throws {
    let links = [
      "https://example.org/a?b=c&d", "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:x", "data:text/html,x",
      "//example.org", "vbscript:x", "page.html#part", "mailto:a@example.org", "file:///etc/passwd", "java\nscript:x",
    ]
    var diagram = Diagram()
    for link in links {
      _ = diagram.addNode(.init(id: link, label: "x", kind: .init("thing", shape: .box), link: link))
    }
    let picture = try Self.check(
      try await diagram.render(.svg, limits: RenderLimits(time: .seconds(240))).bytes, "links")
    #expect(
      Set(picture.nodes.compactMap(\.link)) == [
        "https://example.org/a?b=c&d", "page.html#part", "mailto:a@example.org",
      ])
  }
}
