import EntenteDrawing
import EntenteSyntax
import EntenteTestSupport
import Testing

@testable import EntenteDiagram

/// Shapes and words that are drawn without a layout, whatever is in them.
struct HostileCanvasTests {
  private static func canvas(_ seed: UInt64, marks count: Int) -> Canvas {
    var (texts, random) = (HostileText(seed: seed), SplitMix64(seed: seed))
    func number() -> Double {
      [0, -1, 1e6, 0.001, 300, .leastNonzeroMagnitude, -1e6, 47.5][Int(random.next() % 8)]
    }
    let marks: [Canvas.Mark] = (0..<count).map { index in
      switch index % 4 {
      case 0:
        .box(
          left: number(), top: number(), width: number(), height: number(), fill: texts.next(), stroke: "#102030",
          line: .dashed)
      case 1: .line(from: PlanePoint(number(), number()), to: PlanePoint(number(), number()), stroke: texts.next())
      case 2: .polygon((0..<Int(random.next() % 6)).map { _ in PlanePoint(number(), number()) }, fill: texts.next())
      default:
        .words(
          Canvas.Words(
            texts.next(), at: PlanePoint(number(), number()), size: number(), color: texts.next(), anchor: .end))
      }
    }
    return Canvas(
      format: .pdf, limits: Drawing.Limits(cpuSeconds: 20, memory: 2 << 30, pixels: 40_000_000), width: 400,
      height: 300,
      background: texts.next(), font: texts.next(), marks: marks)
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `a canvas is read as it was written, and no cut or changed message is taken for one`(seed: UInt64) throws {
    let canvas = Self.canvas(seed, marks: 24)
    let message = canvas.encoded
    #expect(try Canvas(decoding: message) == canvas, "seed \(seed)")
    for end in stride(from: 0, to: message.count, by: 7) {
      #expect(throws: WireError.self, "seed \(seed)") { try Canvas(decoding: Array(message[..<end])) }
    }
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      var changed = message
      changed[10 + Int(random.next() % UInt64(message.count - 10))] ^= UInt8(1 << (random.next() % 8))
      _ = try? Canvas(decoding: changed)
    }
  }

  @Test(arguments: 0..<12 as Range<UInt64>, [Drawing.Format.png, .pdf, .svg])
  func `hostile words and places end in a picture`(seed: UInt64, format: Drawing.Format) throws {
    var canvas = Self.canvas(seed, marks: 40)
    canvas.format = format
    let run = RendererRun(
      path: try RendererLocation.find(), engine: .automatic, limits: RenderLimits(time: .seconds(120)),
      cancellation: RenderCancellation())
    let reply = try run.reply(to: canvas.encoded)
    #expect(reply.bytes.count > 100)
    #expect(reply.size == Picture.Size(width: 400, height: 300))
    // A word that is no colour is drawn black, and Graphviz says so.
    #expect(
      reply.diagnostics.allSatisfy { $0.code == "DW01" || $0.message.hasSuffix("is not a known color.") },
      "seed \(seed): \(reply.diagnostics)")
    guard format == .svg else { return }
    let svg = String(decoding: try SVGFinishing(title: "hostile").finished(reply.bytes), as: UTF8.self)
    #expect(!svg.contains("<script") && !svg.contains("<image"))
  }

  @Test func `words are drawn as they are`() throws {
    let texts = ["\\N and \\\\ stay", "a & b < c > \"d\"", "알리바바 阿里巴巴", "12 -words in words", "é and ü"]
    let canvas = Canvas(
      format: .pdf, limits: Drawing.Limits(cpuSeconds: 20, memory: 2 << 30, pixels: 40_000_000), width: 400,
      height: 300,
      background: "#ffffff", font: "Helvetica,Noto Sans CJK KR",
      marks: texts.enumerated().map { index, text in
        .words(Canvas.Words(text, at: PlanePoint(10, 20 + 20 * Double(index)), size: 12, color: "#000000"))
      })
    let run = RendererRun(
      path: try RendererLocation.find(), engine: .automatic, limits: RenderLimits(), cancellation: RenderCancellation())
    let words = try PDFText.read(try run.reply(to: canvas.encoded).bytes)
    for text in texts { #expect(words.contains(text.replacing("\\", with: "\u{2216}")), "\(words)") }
  }
}
