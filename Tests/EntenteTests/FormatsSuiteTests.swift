import Entente
import EntenteSyntax
import Foundation
import Testing

/// The public test suite of PG format, where the environment variable `PG_TEST_SUITE` points to it.
@Suite struct `The PG format test suite` {
  static let folder = ProcessInfo.processInfo.environment["PG_TEST_SUITE"].flatMap { $0.isEmpty ? nil : $0 }

  /// A document in one spelling: elements, labels and keys sorted, numbers by value.
  static func canonical(_ document: GraphDocument) -> [String] {
    func scalar(_ value: Value) -> String {
      switch value {
      case .integer(let integer): "\(Double(integer))"
      case .float(let float): "\(float)"
      case .boolean(let boolean): "\(boolean)"
      case .string(let text): JSONEscaping.quoted(String(text))
      case .null, .temporal, .list, .map, .node, .relationship, .path: "?"
      }
    }
    func rest(_ labels: [Text], _ properties: [GraphDocument.Property]) -> String {
      "\(labels.sorted()) "
        + properties.map { "\($0.key)=\($0.values.map(scalar))" }.sorted().joined(separator: " ")
    }
    let nodes = document.nodes.map { "\($0.id) \(rest($0.labels, $0.properties))" }
    let edges = document.edges.map { edge in
      let (source, target) = document.ends(of: edge)
      return "\(edge.id.map { "\($0)|" } ?? "")\(source)\(edge.isUndirected ? "--" : "->")\(target) "
        + rest(edge.labels, edge.properties)
    }
    return nodes.sorted() + edges.sorted()
  }

  static func source(_ path: String) throws -> SourceText {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    return SourceText(utf8: ContiguousArray(data), name: (path as NSString).lastPathComponent)
  }

  private func read(_ file: String) throws -> [String: GraphDocument] {
    var json = JSONReader(try Self.source(file))
    var graphs: [String: GraphDocument] = [:]
    try json.beginArray()
    while try json.nextElement() {
      var pg = ""
      var graph: GraphDocument?
      try json.beginObject()
      while let key = try json.nextKey() {
        if key.text == "pg" {
          pg = String(try json.string())
        } else {
          try json.skipValue()
          if key.text == "graph" {
            let text = json.source[json.lastRange]
            let reading = GraphFormat.pgJSON.read(SourceText(text, name: "graph"))
            #expect(
              reading.diagnostics.isEmpty, "the graph of \(pg.debugDescription): \(reading.diagnostics)")
            graph = reading.document
          }
        }
      }
      graphs[pg] = .some(graph ?? GraphDocument())
      let reading = GraphFormat.pg.read(SourceText(pg, name: "case"))
      #expect(!reading.hasErrors, "\(pg.debugDescription): \(reading.diagnostics)")
      if let graph {
        #expect(Self.canonical(reading.document) == Self.canonical(graph), "\(pg.debugDescription)")
      }
      try expectRoundTrips(reading.document, pg)
    }
    return graphs
  }

  /// Writing in each format and reading again gives the same document.
  private func expectRoundTrips(_ document: GraphDocument, _ name: String) throws {
    for format in GraphFormat.allCases {
      let bytes = try format.write(document)
      let again = format.read(SourceText(utf8: ContiguousArray(bytes), name: "again"))
      #expect(!again.hasErrors, "\(name.debugDescription) as \(format): \(again.diagnostics)")
      #expect(
        Self.canonical(again.document) == Self.canonical(document), "\(name.debugDescription) as \(format)")
    }
  }

  @Test(
    .enabled(
      if: folder != nil, "did not run: set PG_TEST_SUITE to a copy of github.com/pg-format/pg-test-suite"))
  func `valid files give their graphs`() throws {
    let folder = try #require(Self.folder)
    let graphs = try read(folder + "/pg-format-valid.json")
    #expect(!graphs.isEmpty)
  }

  @Test(
    .enabled(
      if: folder != nil, "did not run: set PG_TEST_SUITE to a copy of github.com/pg-format/pg-test-suite"))
  func `invalid files are errors with a place`() throws {
    let folder = try #require(Self.folder)
    var json = JSONReader(try Self.source(folder + "/pg-format-invalid.json"))
    var count = 0
    try json.beginObject()
    while let key = try json.nextKey() {
      let about = String(try json.string())
      let source = SourceText(String(key.text), name: "case")
      let reading = GraphFormat.pg.read(source)
      #expect(reading.hasErrors, "\(about): \(String(key.text).debugDescription)")
      #expect(reading.diagnostics.allSatisfy { $0.range != nil }, "\(about)")
      count += 1
    }
    #expect(count > 0)
  }

  @Test(
    .enabled(
      if: folder != nil, "did not run: set PG_TEST_SUITE to a copy of github.com/pg-format/pg-test-suite"))
  func `example files give their graphs`() throws {
    let folder = try #require(Self.folder) + "/examples"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".pg") }
    #expect(!names.isEmpty)
    for name in names.sorted() {
      let reading = GraphFormat.pg.read(try Self.source("\(folder)/\(name)"))
      #expect(!reading.hasErrors, "\(name): \(reading.diagnostics)")
      try expectRoundTrips(reading.document, name)
      let expected = "\(folder)/\(name.dropLast(3)).json"
      guard FileManager.default.fileExists(atPath: expected) else { continue }
      let graph = GraphFormat.pgJSON.read(try Self.source(expected))
      #expect(!graph.hasErrors, "\(expected): \(graph.diagnostics)")
      #expect(Self.canonical(reading.document) == Self.canonical(graph.document), "\(name)")
    }
  }
}
