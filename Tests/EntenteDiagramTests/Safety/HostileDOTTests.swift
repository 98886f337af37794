import EntenteDiagram
import EntenteDrawing
import EntenteSyntax
import EntenteTestSupport
import Testing

/// Texts in DOT from anywhere: a safe picture or an error, and never a crash of the caller.
struct HostileDOTTests {
  private static let samples = [
    "strict digraph \"G x\" { rankdir=LR; node [shape=record]; a [label=\"<p> one|{two|<q> 알리바바}\"]; a:q -> b:n [label=\"x\\ly\\l\"] }",
    "graph { subgraph cluster_0 { label=<<B>in</B>>; a -- b; subgraph cluster_1 { c } } a -- c [color=\"0.5 1 1\", weight=3] }",
    "digraph { n [label=<<TABLE BORDER=\"0\"><TR><TD PORT=\"x\">q</TD><TD><IMG SRC=\"/etc/passwd\"/></TD></TR></TABLE>>]; n:x -> n }",
    "digraph { a [URL=\"https://x.org/?a&b\", image=\"/etc/passwd\", fontname=\"x\\\"><script>\"]; {rank=same; b; c} b -> {c d} }",
  ]

  @Test(arguments: 0..<150)
  func `mutated texts give a safe picture or an error`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var bytes = Array(Self.samples[seed % Self.samples.count].utf8)
    let pieces = ["{", "}", "[", "]", "<", ">", "\"", "->", "subgraph", "=", ";", "\\N", "1e9", "&", "<b>", "image=x"]
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes.insert(contentsOf: pieces[Int.random(in: 0..<pieces.count, using: &random)].utf8, at: place)
      case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 0...9, using: &random)))
      default: bytes.insert(UInt8.random(in: 1...255, using: &random), at: place)
      }
    }
    let source = SourceText(utf8: ContiguousArray(bytes), name: "seed \(seed)")
    do {
      let limits = RenderLimits(time: .seconds(60))
      _ = try HostileTextTests.check(DOTPicture(source).renderAndWait(.svg, limits: limits).bytes, "seed \(seed)")
    } catch let error as RenderError {
      #expect(!error.diagnostic.message.isEmpty, "seed \(seed)")
    }
  }

  @Test(arguments: [
    ("image", "/etc/passwd"), ("shapefile", "x"), ("imagepath", "/"), ("fontpath", "/"), ("stylesheet", "x.css"),
    ("_background", "x"), ("URL", "javascript:x"), ("href", "data:x"), ("fontname", "x\"><script>"),
    ("shape", "custom"),
    ("charset", "latin1"), ("layout", "dot"), ("edgeURL", "https://x"), ("concentrate", "true"), ("color", "url(x)"),
  ])
  func `what could do harm is left out`(name: String, value: String) {
    #expect(DOTAttributeRule.verdict(name, value) == .leaveOut)
  }

  @Test(arguments: [
    ("penwidth", "1e30", "20.0"), ("weight", "2000000000", "1000"), ("color", "red:blue", "red"),
    ("size", "9,9!", "9.0,9.0"),
    ("URL", "https://x.org/?a&b", "https://x.org/?a&amp;b"), ("peripheries", "1000", "4"),
    ("style", "filled,setlinewidth(9)", "filled"),
  ])
  func `what is too much is brought into its range`(name: String, value: String, written: String) {
    #expect(DOTAttributeRule.verdict(name, value) == .replace(written))
  }

  @Test(arguments: [
    ("<b>x</b>", "<B>x</B>"), ("<IMG SRC=\"/etc/passwd\"/>y", "y"), ("a & b &amp; &#60;", "a &amp; b &amp; &#60;"),
    ("<TD HREF=\"javascript:x\" COLSPAN=\"60000\">y</TD>", "<TD COLSPAN=\"50\">y</TD>"),
    ("<!-- <IMG/> --><FONT POINT-SIZE=\"1000000\" FACE=\"a&quot;b\">z</FONT>", "<FONT POINT-SIZE=\"144\">z</FONT>"),
  ])
  func `labels in HTML keep what is on the list`(html: String, written: String) {
    #expect(HTMLLabelRule.filtered(html)?.html == written)
  }

  @Test(arguments: ["<b", "<b x>", "<b x=y>", "<!-- ", "<>", String(repeating: "<TABLE>", count: 40)])
  func `what is no label is none`(html: String) {
    #expect(HTMLLabelRule.filtered(html) == nil)
  }
}

/// Words on lines of a text in DOT look for a free place, whatever the layout.
struct DOTWordsTests {
  @Test(arguments: ["neato", "fdp", "sfdp", "circo", "twopi", "dot"])
  func `words on lines lie on no node and on no other words`(layout: String) throws {
    var text = "digraph { layout=\(layout); overlap=prism; sep=\"+50\"; mindist=3; ranksep=3; node [shape=box];\n"
    for index in 0..<9 {
      text += "a\(index) [label=\"node number \(index)\"]; "
      text += "a\(index) -> a\((index + 1) % 9) [label=\"words of \(index)\"]; "
      text += "a\(index) -> a\((index + 4) % 9) [label=\"라인 \(index)\"];\n"
    }
    let picture = try DOTPicture(SourceText(text + "}", name: "ring.dot")).renderAndWait(.svg)
    let boxes = try DOTBoxes(picture.bytes)
    #expect(boxes.nodes.count == 9 && boxes.words.count == 18)
    for (index, words) in boxes.words.enumerated() {
      for node in boxes.nodes { #expect(!words.overlaps(node, by: 1), "\(layout): words \(index) lie on a node") }
      for other in boxes.words[(index + 1)...] { #expect(!words.overlaps(other, by: 1), "\(layout): words overlap") }
    }
  }
}

/// The shapes of nodes and the places of words on lines in an SVG of Graphviz.
private struct DOTBoxes {
  var nodes: [DrawnPicture.Rectangle] = []
  var words: [DrawnPicture.Rectangle] = []

  init(_ svg: [UInt8]) throws {
    nodes = try DrawnPicture(svg).nodes.map(\.shape)
    // Words on a line are `text` in a group `edge`, about their middle.
    let lines = String(decoding: svg, as: UTF8.self).split(separator: "\n")
    var isEdge = false
    for line in lines {
      if line.contains("<g ") { isEdge = line.contains("class=\"edge\"") }
      guard isEdge, line.hasPrefix("<text"), let x = Self.number("x", line), let y = Self.number("y", line) else {
        continue
      }
      let count = Double(line.drop { $0 != ">" }.prefix { $0 != "<" }.count)
      var box = DrawnPicture.Rectangle()
      // Narrower than they are, so that only what surely overlaps is a fault.
      box.include(x - count * 2.4, y - 9)
      box.include(x + count * 2.4, y + 1)
      words.append(box)
    }
  }

  private static func number(_ name: String, _ line: Substring) -> Double? {
    guard let start = line.firstRange(of: " \(name)=\"")?.upperBound else { return nil }
    return Double(line[start...].prefix { $0 != "\"" })
  }
}
