import EntenteSyntax

/// Reads PG-JSON and PG-JSONL into a ``GraphDocument``; what is wrong with one element does not hide the others.
///
/// Nodes named only by edges are made, as the format allows. In PG-JSON a node id is unique; in PG-JSONL nodes with
/// the same id are merged as in `.pg`. Unknown fields are left out with a warning.
struct GraphJSONReader {
  var json: JSONReader
  var document = GraphDocument()
  var diagnostics: [Diagnostic] = []
  var edgeIDs: [Text: SourceRange] = [:]
  var nodeIDs: Set<Text> = []
  let mergesNodes: Bool

  private init(_ json: JSONReader, mergesNodes: Bool) {
    self.json = json
    self.mergesNodes = mergesNodes
  }

  static func readDocument(_ source: SourceText) -> GraphFormat.Reading {
    if let reading = notText(source) { return reading }
    var reader = GraphJSONReader(JSONReader(source), mergesNodes: false)
    do throws(JSONReader.Failure) {
      try reader.readGraph()
      try reader.json.finish()
    } catch { reader.diagnostics.append(error.diagnostic) }
    return reader.reading
  }

  /// A line that is no JSON is an error of its own; the lines after it are read.
  static func readLines(_ source: SourceText) -> GraphFormat.Reading {
    if let reading = notText(source) { return reading }
    var reader = GraphJSONReader(JSONReader(source), mergesNodes: true)
    for line in source.lineStarts.indices {
      var range = source.lineRange(line)
      if line == 0 { range.lower = min(reader.json.position, range.upper) }
      reader.json = JSONReader(source, in: range)
      reader.json.skipSpace()
      if reader.json.position == range.upper { continue }
      do throws(JSONReader.Failure) {
        try reader.readElement(as: nil)
        try reader.json.finish()
      } catch { reader.diagnostics.append(error.diagnostic) }
    }
    return reader.reading
  }

  private static func notText(_ source: SourceText) -> GraphFormat.Reading? {
    source.encodingFlaw.map { flaw in
      GraphFormat.Reading(
        document: GraphDocument(), diagnostics: [GraphFile.diagnostic(of: flaw, in: source)])
    }
  }

  private var reading: GraphFormat.Reading {
    GraphFormat.Reading(document: document, diagnostics: Diagnostic.inOrder(diagnostics))
  }

  /// The object with `nodes` and `edges`.
  private mutating func readGraph() throws(JSONReader.Failure) {
    try json.beginObject()
    let place = json.lastRange
    var missing: Set<Text> = ["nodes", "edges"]
    while let key = try json.nextKey() {
      guard key.text == "nodes" || key.text == "edges" else {
        report(JSONErrors.unknownField(key, among: ["nodes", "edges"]))
        try json.skipValue()
        continue
      }
      if missing.remove(key.text) == nil { report(JSONErrors.repeatedField(key)) }
      guard try json.kind() == .array else {
        try json.skipValue()
        report(JSONErrors.wrongKind(of: key.text, "an array", at: json.lastRange))
        continue
      }
      try json.beginArray()
      while try json.nextElement() { try readElement(as: key.text == "nodes" ? .node : .edge) }
    }
    for name in missing.sorted() { report(JSONErrors.missingField(name, of: "the graph", at: place)) }
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
}
