import EntenteDiagram
import EntenteSyntax
import EntenteTestSupport
import Testing

/// Positions with a memory: what was drawn stays where it was, and what is new stands near its neighbours.
struct PositionsTests {
  private static let engines = Diagram.Engine.allCases.filter(\.drawsLines)

  /// The middle of each node of an SVG, from the upper left corner of the picture.
  private static func places(_ picture: Picture) throws -> [String: (x: Double, y: Double)] {
    let shift = try #require(picture.text.firstMatch(of: /translate\(([-0-9.]+) ([-0-9.]+)\)/))
    let (x, y) = (try #require(Double(shift.1)), try #require(Double(shift.2)))
    return Dictionary(
      uniqueKeysWithValues: try DrawnPicture(picture.bytes).nodes.map {
        ($0.id, ($0.shape.left / 2 + $0.shape.right / 2 + x, $0.shape.top / 2 + $0.shape.bottom / 2 + y))
      })
  }

  private static func add(_ id: String, to diagram: inout Diagram, _ random: inout SplitMix64) -> [String] {
    let others = diagram.nodes.indices.shuffled(using: &random).prefix(Int.random(in: 1...3, using: &random))
    let node = diagram.addNode(.init(id: id, label: "New actor \(id)", kind: diagram.nodes[0].kind))
    for (place, other) in others.enumerated() {
      diagram.edges.append(
        .init(id: "\(id)-\(place)", from: node, to: other, kind: diagram.edges[0].kind, label: "joins"))
    }
    return others.map { diagram.nodes[$0].id }
  }

  @Test func `one more node moves no other by more than a twentieth of the width`() async throws {
    var (farthest, distances): (Double, [Double]) = (0, [])
    for seed in 0..<50 {
      var random = SplitMix64(seed: UInt64(1000 + seed))
      var diagram = RandomDiagram(seed: UInt64(seed)).diagram(nodes: 6 + seed % 20)
      diagram.engine = Self.engines[seed % Self.engines.count]
      diagram.positions = NodePositions()
      let before = try await diagram.render(.svg, limits: RenderLimits(time: .seconds(240)))
      diagram.positions = before.positions
      let neighbours = Self.add("new", to: &diagram, &random)
      let after = try await diagram.render(.svg, limits: RenderLimits(time: .seconds(240)))
      let (old, new) = (try Self.places(before), try Self.places(after))
      let width = try #require(before.size).width
      for (id, place) in old {
        let now = try #require(new[id])
        let (dx, dy) = (now.x - place.x, now.y - place.y)
        let moved = (dx * dx + dy * dy).squareRoot() / width
        if moved > 0.05 { print("seed \(1000 + seed) \(diagram.engine): \(id) moved by \(dx), \(dy) of \(width)") }
        farthest = max(farthest, moved)
      }
      #expect(Legibility.faults(in: try DrawnPicture(after.bytes)) == [], "seed \(seed) \(diagram.engine)")
      // How far it stands from its neighbours' barycentre, against how far the others do.
      let points = try neighbours.map { try #require(after.positions[$0]) }
      let there = try #require(after.positions["new"])
      let middle = (
        points.reduce(0) { $0 + $1.x / Double(points.count) }, points.reduce(0) { $0 + $1.y / Double(points.count) }
      )
      let (dx, dy) = (there.x - middle.0, there.y - middle.1)
      distances.append((dx * dx + dy * dy).squareRoot() / width)
    }
    let median = distances.sorted()[distances.count / 2]
    print("50 additions, seeds 1000 to 1049: no node moved by more than \(farthest) of the width,")
    print("new nodes stand \(median) of the width from the barycentre of their neighbours in the median")
    #expect(farthest <= 0.05)
    #expect(median <= 0.2)
  }

  @Test(arguments: engines)
  func `nodes stay through additions and removals`(engine: Diagram.Engine) async throws {
    var random = SplitMix64(seed: 77)
    var diagram = RandomDiagram(seed: 77).diagram(nodes: 16)
    diagram.engine = engine
    diagram.positions = NodePositions()
    var picture = try await diagram.render(.svg)
    let first = picture.positions
    #expect(first.count == 16)
    for round in 0..<5 {
      _ = Self.add("new\(round)", to: &diagram, &random)
      let known = picture.positions
      diagram.positions = known
      picture = try await diagram.render(.svg)
      for (id, position) in known.sorted { #expect(picture.positions[id] == position, "\(id) in round \(round)") }
      #expect(Legibility.faults(in: try DrawnPicture(picture.bytes)) == [], "round \(round)")
    }
    let full = picture.positions
    // Without the last nodes: the others stay, and those that are gone are remembered.
    let kept = 12
    diagram.nodes.removeLast(diagram.nodes.count - kept)
    diagram.edges.removeAll { $0.from >= kept || $0.to >= kept }
    diagram.positions = full
    picture = try await diagram.render(.svg)
    #expect(picture.positions == full)
    #expect(try DrawnPicture(picture.bytes).nodes.count == kept)
  }

  @Test(arguments: engines)
  func `what is drawn again from its positions is the same picture`(engine: Diagram.Engine) async throws {
    var diagram = RandomDiagram(seed: 5).diagram(nodes: 20)
    diagram.engine = engine
    diagram.positions = NodePositions()
    let first = try await diagram.render(.svg)
    diagram.positions = try NodePositions(parsing: SourceText(first.positions.text, name: "positions"))
    #expect(try await diagram.render(.svg).bytes == first.bytes)
  }

  @Test(arguments: [Diagram.Engine.dot, .fdp])
  func `new nodes stand in their boxes`(engine: Diagram.Engine) async throws {
    var random = SplitMix64(seed: 9)
    var diagram = RandomDiagram(seed: 9).diagram(nodes: 18)
    diagram.engine = engine
    diagram.clusters = (0..<3).map { box in
      .init(id: "box\(box)", label: "Box \(box)", nodes: Array(stride(from: box, to: 18, by: 3)))
    }
    diagram.positions = try await diagram.render(.svg).positions
    for box in 0..<3 {
      _ = Self.add("new\(box)", to: &diagram, &random)
      diagram.clusters[box].nodes.append(diagram.nodes.count - 1)
      let picture = try await diagram.render(.svg)
      diagram.positions = picture.positions
      let drawn = try DrawnPicture(picture.bytes)
      #expect(!picture.diagnostics.contains { $0.code == "DW05" }, "\(picture.diagnostics)")
      #expect(drawn.clusters.count == 3)
      for cluster in diagram.clusters {
        let shape = try #require(drawn.clusters.first { $0.id == "c_\(cluster.id)" })
        for (index, node) in drawn.nodes.enumerated() {
          let isInside = shape.shape.contains(
            node.shape.left / 2 + node.shape.right / 2, node.shape.top / 2 + node.shape.bottom / 2)
          #expect(isInside == cluster.nodes.contains(index), "\(node.id) and \(cluster.id)")
        }
      }
    }
  }

  @Test func `boxes that would hold others are left out with a warning`() async throws {
    let kind = Diagram.NodeKind("thing", shape: .box)
    var positions = NodePositions()
    var diagram = Diagram()
    for (id, x) in [("a", 0.0), ("b", 100), ("c", 200)] {
      _ = diagram.addNode(.init(id: id, label: id, kind: kind))
      positions[id] = .init(x: x, y: 0)
    }
    diagram.positions = positions
    diagram.engine = .dot
    diagram.clusters = [.init(id: "ends", label: "Ends", nodes: [0, 2])]
    let picture = try await diagram.render(.svg)
    #expect(
      picture.diagnostics.map(\.message) == [
        "where the nodes stand, 1 box would hold nodes of others, and is not drawn"
      ])
    #expect(try DrawnPicture(picture.bytes).clusters.isEmpty)
  }

  @Test func `nodes that overlap where they were are moved just apart`() async throws {
    let kind = Diagram.NodeKind("thing", shape: .box)
    var positions = NodePositions()
    var diagram = Diagram()
    for (id, x) in [("a", 0.0), ("b", 60), ("c", 500)] {
      _ = diagram.addNode(.init(id: id, label: "a name that has grown", kind: kind))
      positions[id] = .init(x: x, y: 0)
    }
    diagram.positions = positions
    let picture = try await diagram.render(.svg)
    #expect(Legibility.faults(in: try DrawnPicture(picture.bytes)) == [])
    #expect(picture.positions["c"] == .init(x: 500, y: 0))
    let (a, b) = (try #require(picture.positions["a"]), try #require(picture.positions["b"]))
    #expect(abs(a.y - b.y) < 60 && abs(a.x - 0) < 60 && abs(b.x - 60) < 60)
  }

  @Test(arguments: [Diagram.Format.png, .pdf, .html])
  func `every kind of picture has the same positions`(format: Diagram.Format) async throws {
    let diagram = RandomDiagram(seed: 3).diagram(nodes: 10)
    let svg = try await diagram.render(.svg)
    #expect(try await diagram.render(format).positions == svg.positions)
    #expect(!svg.positions.isEmpty)
  }

  // MARK: Text

  @Test func `positions are written a node a line, in the order of bytes`() throws {
    var positions = NodePositions()
    positions["nvidia"] = .init(x: 310, y: 48.25)
    positions["say \"hi\""] = .init(x: -0.0, y: 1e6)
    positions["알리바바"] = .init(x: 120.5, y: -33)
    let text = """
      {
        "entente": "positions",
        "version": 1,
        "nodes": {
          "nvidia": [310, 48.25],
          "say \\"hi\\"": [0, 1000000],
          "알리바바": [120.5, -33]
        }
      }

      """
    #expect(positions.text == text)
    #expect(try NodePositions(parsing: SourceText(text, name: "p")).text == text)
    #expect(try NodePositions(parsing: SourceText(NodePositions().text, name: "p")) == NodePositions())
  }

  @Test(arguments: [
    ("", "expected `{`, found the end"),
    ("[1, 2]", "expected `{`, found `[`"),
    ("{\"nodes\": []}", "this file holds no positions of Entente, which begin with `\"entente\": \"positions\"`"),
    ("{}", "this file holds no positions of Entente, which begin with `\"entente\": \"positions\"`"),
    ("{\"entente\": 1}", "this file holds no positions of Entente, which begin with `\"entente\": \"positions\"`"),
    ("{\"entente\": \"positions\", \"version\": 2}", "positions are read in version 1 of their format alone"),
    ("{\"entente\": \"positions\", \"version\": 1}", "the field `nodes` is missing"),
    ("{\"entente\": \"positions\", \"nodes\": {}}", "the field `version` is missing"),
    ("{\"entente\": \"positions\", \"version\": 1, \"node\": {}}", "positions have no field `node`"),
    (nodes("\"a\": [1]"), "a position is two numbers, x and y, and not 1"),
    (nodes("\"a\": [1, 2], \"a\": [3, 4]"), "`a` is there twice"),
    (nodes("\"a\": [1, 1e7]"), "a position is at most 1,000,000 points from the middle"),
    (nodes("\"a\": [1, \"2\"]"), "expected a number, found `\"`"),
    (nodes("<<<<<<< HEAD"), "expected a key in quotation marks, found `<`"),
    (nodes("\"a\": [1, 2]") + "x", "expected the end of the text, found `x`"),
  ])
  func `a file that cannot be used says where and what to do`(text: String, message: String) throws {
    do {
      _ = try NodePositions(parsing: SourceText(text, name: "p.json"))
      Issue.record("\(text) is read")
    } catch let error as PositionsError {
      #expect(error.diagnostic.message == message)
      #expect(error.diagnostic.range != nil && !error.diagnostic.help.isEmpty)
    }
  }

  private static func nodes(_ text: String) -> String {
    "{\"entente\": \"positions\", \"version\": 1, \"nodes\": {\(text)}}"
  }

  @Test func `files cut short or changed anywhere are read or refused, never misread`() throws {
    var positions = NodePositions()
    for index in 0..<8 { positions["node \(index)"] = .init(x: Double(index) * 10.25, y: Double(-index)) }
    let bytes = Array(positions.text.utf8)
    for length in 0..<(bytes.count - 2) {
      #expect(throws: PositionsError.self) {
        try NodePositions(parsing: SourceText(utf8: ContiguousArray(bytes[..<length]), name: "p"))
      }
    }
    var random = SplitMix64(seed: 41)
    var read = 0
    for _ in 0..<2000 {
      var changed = bytes
      changed[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      if let found = try? NodePositions(parsing: SourceText(utf8: ContiguousArray(changed), name: "p")) {
        read += 1
        #expect(found.count == 8)
        let again = try NodePositions(parsing: SourceText(found.text, name: "p"))
        #expect(again == found)
      }
    }
    #expect(read > 100)
  }
}
