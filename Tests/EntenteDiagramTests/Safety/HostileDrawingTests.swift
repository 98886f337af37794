import EntenteDrawing
import EntenteTestSupport
import Foundation
import Testing

@testable import EntenteDiagram

/// What reaches the renderer past the library: every attribute with values that have crashed Graphviz or made it read
/// files, and messages that are none. The process that asks lives on and gets a picture or a reason.
struct HostileDrawingTests {
  static let limits = RenderLimits(time: .seconds(60), memory: 1 << 30, pixels: 4_000_000)

  static func reply(to drawing: Drawing, limits: RenderLimits = limits) throws -> RendererRun.Reply {
    try RendererRun(
      path: try RendererLocation.find(), engine: .dot, limits: limits, cancellation: RenderCancellation()
    ).reply(to: drawing)
  }

  static func drawing(_ engine: Drawing.Engine = .dot, _ format: Drawing.Format = .svg) -> Drawing {
    var drawing = Drawing(
      engine: engine, format: format,
      limits: .init(cpuSeconds: 60, memory: UInt64(limits.memory), pixels: UInt64(limits.pixels)))
    drawing.nodes = [[.label: "a"], [.label: "b"], [.label: "c"]]
    drawing.edges = [.init(tail: 0, head: 1, attributes: [.label: "ab"]), .init(tail: 1, head: 2)]
    return drawing
  }

  static let values: [AttributeValue] = [
    .number(.infinity), .number(-.infinity), .number(.nan), .number(1e308), .number(-5), .number(2e9), .number(1e-300),
    .number(60_000), .text(""), .text("\"><script>alert(1)</script>"), .text("/etc/passwd"), .text("1e9"),
    .text(String(repeating: "line\n", count: 100_000)), .text(String(repeating: "x", count: 1_000_000)),
    .text("javascript:alert(1)"), .text("red;0.5:blue"), .text(String(repeating: "red:", count: 20_000)),
    .rich(
      RichLabel(rows: [
        [
          RichLabel.Cell(
            [.init("<IMG SRC=\"/etc/passwd\"/>", size: 1e9)], width: 1 << 30, height: 1 << 30, span: 60_000)
        ]
      ])),
  ]

  /// Each attribute of the allow-list on graph, nodes, edges and clusters with each value.
  @Test(arguments: Attribute.allCases)
  func `no value of an attribute breaks the renderer`(attribute: Attribute) throws {
    for (index, value) in Self.values.enumerated() {
      var drawing = Self.drawing(index % 2 == 0 ? .dot : .neato)
      drawing.graphAttributes[attribute] = value
      drawing.nodeDefaults[attribute] = value
      drawing.edgeDefaults[attribute] = value
      for node in drawing.nodes.indices { drawing.nodes[node][attribute] = value }
      for edge in drawing.edges.indices { drawing.edges[edge].attributes[attribute] = value }
      drawing.clusters = [.init(nodes: [0, 1], attributes: [attribute: value])]
      do {
        let bytes = try Self.reply(to: drawing).bytes
        _ = try HostileTextTests.check(bytes, "\(attribute) with value \(index)")
        #expect(bytes.firstRange(of: Array("root:".utf8)) == nil)
      } catch let error as RenderError {
        // A reason is fine, a crash of the renderer is not.
        if case .crashed = error { Issue.record("\(attribute) with value \(index): \(error)") }
      }
    }
  }

  @Test func `bitmaps are refused before they are too large`() throws {
    var drawing = Self.drawing(.dot, .png)
    drawing.graphAttributes[.dpi] = 600
    drawing.nodeDefaults.merge([.width: 20, .height: 20])
    #expect(throws: RenderError.self) { try Self.reply(to: drawing) }
  }

  @Test func `three thousand loops end in a picture or a limit`() throws {
    var drawing = Self.drawing(.neato, .svg)
    drawing.edges = (0..<3000).map { _ in .init(tail: 0, head: 0) }
    do {
      _ = try Self.reply(to: drawing)
    } catch let error as RenderError {
      if case .crashed = error { Issue.record("\(error)") }
    }
  }

  @Test func `no attribute that names a file is on the allow-list`() {
    let names = Set(Attribute.allCases.map(\.name))
    let files = [
      "image", "imagepath", "imagescale", "shapefile", "fontpath", "stylesheet", "layout", "charset", "_background",
      "size", "viewport", "page", "href", "target", "postaction", "layers", "root", "maxiter", "epsilon",
    ]
    #expect(names.isDisjoint(with: files))
  }

  /// Mutated messages, cut, lengthened, and with wrong bytes.
  @Test func `messages that are no drawing are answered`() throws {
    var random = SplitMix64(seed: 41)
    let good = Self.drawing().encoded
    let path = try RendererLocation.find()
    for round in 0..<120 {
      var message = good
      switch round % 3 {
      case 0: message.removeLast(Int.random(in: 1..<message.count, using: &random))
      case 1: message.append(contentsOf: [1, 2, 3])
      default:
        for _ in 0..<Int.random(in: 1...8, using: &random) {
          message[Int.random(in: 0..<message.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
      }
      let result = try RendererProcess(path: path, time: .seconds(60), cancellation: RenderCancellation()).run(message)
      guard case .exited(let status) = result.ending else {
        Issue.record("seed 41, round \(round): \(result.ending)")
        continue
      }
      #expect([0, 1, 3, 4, 5].contains(status), "seed 41, round \(round)")
      #expect(throws: Never.self) { try RenderReply(decoding: result.output) }
    }
  }

  /// Each picture has a process of its own, so that nothing of one is found in the next.
  @Test func `a picture holds nothing of the one before`() throws {
    var hostile = Self.drawing()
    hostile.nodes[0][.label] = "} digraph secret { x -> y } \"unterminated <"
    _ = try Self.reply(to: hostile)
    let bytes = try Self.reply(to: Self.drawing()).bytes
    #expect(bytes.firstRange(of: Array("secret".utf8)) == nil)
    #expect(bytes == (try Self.reply(to: Self.drawing()).bytes))
  }
}
