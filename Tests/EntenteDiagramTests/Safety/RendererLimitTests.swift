import EntenteDrawing
import EntenteTestSupport
import Foundation
import Testing

@testable import EntenteDiagram

#if canImport(Glibc)
  import Glibc
#endif

/// Time, crowds and depth: every picture ends, and takes its process with it.
struct RendererLimitTests {
  /// Random edges among nodes.
  static func diagram(nodes: Int, edges: Int, engine: Diagram.Engine, seed: UInt64 = 3) -> Diagram {
    var random = SplitMix64(seed: seed)
    var diagram = Diagram(engine: engine)
    diagram.hasLegend = false
    let kind = Diagram.NodeKind("thing", shape: .box)
    for index in 0..<nodes { _ = diagram.addNode(.init(id: "\(index)", label: "\(index)", kind: kind)) }
    for index in 0..<edges {
      let ends = (Int.random(in: 0..<nodes, using: &random), Int.random(in: 0..<nodes, using: &random))
      diagram.edges.append(.init(id: "\(index)", from: ends.0, to: ends.1, kind: .other("tie")))
    }
    return diagram
  }

  /// A renderer that leaves its number behind.
  @Test func `a layout that would take minutes ends at its limit and leaves no process`() throws {
    let folder = try TemporaryFolder()
    let wrapper = folder.url.appendingPathComponent("renderer.sh").path
    let note = folder.url.appendingPathComponent("pid").path
    let renderer = try RendererLocation.find()
    try "#!/bin/sh\necho $$ > '\(note)'\nexec '\(renderer)'\n".write(
      toFile: wrapper, atomically: false, encoding: .utf8)
    chmod(wrapper, 0o755)
    let limits = RenderLimits(time: .seconds(2))
    let drawing = Self.diagram(nodes: 2000, edges: 3000, engine: .dot).drawn(as: .svg, limits: limits).drawing
    let clock = ContinuousClock()
    let start = clock.now
    #expect(throws: RenderError.timeout(.seconds(2), engine: .dot)) {
      try RendererRun(path: wrapper, engine: .dot, limits: limits, cancellation: RenderCancellation())
        .reply(to: drawing)
    }
    #expect(clock.now - start < .seconds(60), "it waited for the layout")
    let number = try String(contentsOfFile: note, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
    let process = try #require(Int32(number))
    // Waited for already, so that there is not even a zombie.
    #expect(kill(process, 0) == -1 && errno == ESRCH)
  }

  @Test func `two hundred pictures at once are all the same`() async throws {
    let diagram = Self.diagram(nodes: 12, edges: 16, engine: .neato)
    let limits = RenderLimits(time: .seconds(300))
    let pictures = try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<200 { group.addTask { try await diagram.render(.svg, limits: limits).bytes } }
      return try await group.reduce(into: [[UInt8]]()) { $0.append($1) }
    }
    #expect(pictures.count == 200 && Set(pictures).count == 1)
  }

  /// Layouts recurse: on a small stack this crashes.
  @Test func `a chain of eight thousand nodes is drawn`() async throws {
    var diagram = Diagram(engine: .dot)
    diagram.hasLegend = false
    let kind = Diagram.NodeKind("thing", shape: .box)
    for index in 0..<8000 {
      _ = diagram.addNode(.init(id: "\(index)", label: "", kind: kind))
      if index > 0 { diagram.edges.append(.init(id: "\(index)", from: index - 1, to: index, kind: .other("tie"))) }
    }
    let picture = try await diagram.render(.svg, limits: RenderLimits(time: .seconds(300), nodes: 8000))
    #expect(try DrawnPicture(picture.bytes).nodes.count == 8000)
  }

  @Test(arguments: Diagram.Engine.allCases)
  func `fresh processes draw the same bytes in every format`(engine: Diagram.Engine) async throws {
    var diagram = RandomDiagram(seed: 5).diagram(nodes: 14)
    diagram.engine = engine
    // Large enough for several starts.
    var larger = RandomDiagram(seed: 6).diagram(nodes: 40)
    larger.engine = engine
    let twice = [try await larger.render(.svg).bytes, try await larger.render(.svg).bytes]
    #expect(twice[0] == twice[1])
    let signatures: [Diagram.Format: String] = [
      .svg: "<?xml", .png: "\u{89}PNG", .pdf: "%PDF-", .dot: "digraph", .html: "<!doctype html>",
      .mermaid: "---\ntitle: ",
    ]
    for format in Diagram.Format.allCases {
      let limits = RenderLimits(time: .seconds(240))
      let pictures = [
        try await diagram.render(format, limits: limits), try await diagram.render(format, limits: limits),
      ]
      #expect(pictures[0].bytes == pictures[1].bytes, "\(engine) as \(format)")
      let signature = (signatures[format] ?? "?").unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
      #expect(pictures[0].bytes.starts(with: signature), "\(engine) as \(format)")
    }
  }

  /// Boxes that differ a little may end far apart, so each is drawn some times.
  @Test(arguments: Diagram.Engine.allCases.filter(\.keepsClusters))
  func `fresh processes draw the same boxes`(engine: Diagram.Engine) async throws {
    var diagram = RandomDiagram(seed: 7).diagram(nodes: 24)
    diagram.engine = engine
    diagram.clusters = (0..<3).map { box in
      .init(id: "b\(box)", label: "Box \(box)", nodes: diagram.nodes.indices.filter { $0 % 4 == box })
    }
    let first = try await diagram.render(.svg).bytes
    for _ in 0..<4 { #expect(try await diagram.render(.svg).bytes == first) }
    #expect(try DrawnPicture(first).clusters.count == 3)
  }

  @Test func `a diagram that is too large is refused with its numbers`() async throws {
    let diagram = Self.diagram(nodes: 60, edges: 10, engine: .sfdp)
    let limits = RenderLimits(nodes: 50)
    await #expect(throws: RenderError.tooLarge(nodes: 60, edges: 10, limits: limits)) {
      try await diagram.render(.svg, limits: limits)
    }
  }
}
