import EntenteSyntax

/// Sources as people name them: an id or a name of a source or of an outlet, a publisher, or a value of `confidence`.
///
///     ft-report, "Financial Times", FT, financial-times      the report
///     confirmed                                              what is said with this confidence
///     0.8                                                    what is said with this confidence or more
struct SourceSelection {
  var sources: Set<Text> = []
  var confidences: Set<Text> = []
  var leastConfidence: Double?

  init(_ names: [String], in graph: Graph) throws(RestrictionError) {
    let reader = Reader(graph)
    for name in names {
      let sources = reader.sources(called: Text(name))
      if !sources.isEmpty {
        self.sources.formUnion(sources)
      } else if reader.confidences.contains(Text(name)) {
        confidences.insert(Text(name))
      } else if let number = Double(name), reader.hasNumbers {
        leastConfidence = min(leastConfidence ?? number, number)
      } else {
        throw .unknownSource(name, nearest: NearestName.of(name, among: reader.names), known: reader.sourceIDs)
      }
    }
  }

  var isEmpty: Bool { sources.isEmpty && !asksForConfidence }
  var asksForConfidence: Bool { !confidences.isEmpty || leastConfidence != nil }

  /// Whether a value of `confidence` is among those that are asked for.
  func matches(_ confidence: Value) -> Bool {
    switch confidence {
    case .integer(let number): leastConfidence.map { Double(number) >= $0 } ?? false
    case .float(let number): leastConfidence.map { number >= $0 } ?? false
    default: confidence.texts.contains(where: confidences.contains)
    }
  }

  /// What of a graph can be named.
  private struct Reader {
    private let graph: Graph
    private let sourceNodes: [NodeID]
    let confidences: Set<Text>
    let hasNumbers: Bool

    init(_ graph: Graph) {
      self.graph = graph
      sourceNodes = graph.nodes(labelled: "Source")
      var confidences: Set<Text> = []
      var hasNumbers = false
      if let key = graph.catalog.key("confidence") {
        for column in [graph.nodeColumn(key), graph.relationshipColumn(key)].compactMap(\.self) {
          column.forEachID { _, slot in
            let value = column.value(inSlot: slot)
            confidences.formUnion(value.texts)
            switch value {
            case .integer, .float: hasNumbers = true
            default: break
            }
          }
        }
      }
      self.confidences = confidences
      self.hasNumbers = hasNumbers
    }

    /// The ids of all sources, in the order of the file.
    var sourceIDs: [String] { sourceNodes.compactMap { graph.fileID(of: $0).map { String($0) } } }

    /// Every name that is understood.
    var names: [String] {
      let nodes = sourceNodes + graph.nodes(labelled: "Outlet")
      return nodes.flatMap { node in (graph.fileID(of: node).map { [$0] } ?? []) + names(of: node) }.map { String($0) }
        + confidences.sorted().map { String($0) }
    }

    func sources(called name: Text) -> Set<Text> {
      var found: Set<Text> = []
      for node in sourceNodes where graph.fileID(of: node) == name || names(of: node).contains(name) {
        found.insert(graph.elementID(of: node))
      }
      for outlet in graph.nodes(labelled: "Outlet")
      where graph.fileID(of: outlet) == name || names(of: outlet).contains(name) {
        found.formUnion(published(by: outlet))
      }
      for node in sourceNodes where texts("publisher", node).contains(name) { found.insert(graph.elementID(of: node)) }
      return found
    }

    /// The sources that an outlet has published, by a tie or by the publisher's name.
    private func published(by outlet: NodeID) -> [Text] {
      var found: [Text] = []
      if let type = graph.catalog.type("PUBLISHED") {
        let ties = graph.adjacency(type)
        for position in ties.outgoing(outlet) where sourceNodes.contains(ties.target(at: position)) {
          found.append(graph.elementID(of: ties.target(at: position)))
        }
      }
      let names = [graph.elementID(of: outlet)] + names(of: outlet)
      for node in sourceNodes where texts("publisher", node).contains(where: names.contains) {
        found.append(graph.elementID(of: node))
      }
      return found
    }

    /// `name`, `name@xx` and `alias`.
    private func names(of node: NodeID) -> [Text] {
      graph.propertyKeys(of: node).flatMap { key -> [Text] in
        let name = String(graph.catalog.name(of: key))
        return ["name", "alias"].contains(name) || name.hasPrefix("name@") || name.hasPrefix("alias@")
          ? graph.property(key, of: node).texts : []
      }
    }

    private func texts(_ key: Text, _ node: NodeID) -> [Text] {
      graph.catalog.key(key).map { graph.property($0, of: node).texts } ?? []
    }
  }
}
