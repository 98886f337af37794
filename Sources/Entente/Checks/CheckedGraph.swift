import EntenteSyntax

/// A graph file as the rules see it: nodes merged over their statements, every part with its place.
///
/// Statements that could not be read are not in it; the check of a file with errors stops before.
struct CheckedGraph {
  struct Label {
    let name: String
    /// With its colon.
    let range: SourceRange
  }

  struct Property {
    let key: String
    let keyRange: SourceRange
    let range: SourceRange
    let values: [GraphFile.PropertyValue]
  }

  /// A node or an edge: what both have.
  struct Element {
    var labels: [Label] = []
    var properties: [Property] = []

    func values(_ key: String) -> [GraphFile.PropertyValue] {
      properties.filter { $0.key == key }.flatMap(\.values)
    }

    func has(_ label: String) -> Bool { labels.contains { $0.name == label } }

    func hasAll(_ names: [String]) -> Bool { names.allSatisfy(has) }
  }

  struct Node {
    let id: String
    /// The first place of the id.
    var idRange: SourceRange
    var element = Element()
    /// Whether it has a statement of its own; else edges alone name it.
    var isDescribed = false

    /// Where something about the whole node is told: its first statement's id and labels.
    var place: SourceRange { element.labels.last.map { idRange.reaches($0.range) } ?? idRange }
  }

  struct Edge {
    let id: String?
    let idRange: SourceRange?
    let source: Int
    let target: Int
    let sourceRange: SourceRange
    let targetRange: SourceRange
    let isUndirected: Bool
    let directionRange: SourceRange
    let element: Element

    var type: Label? { element.labels.first }

    /// From its id, or its first node, to its type.
    var place: SourceRange {
      (idRange ?? sourceRange).union(type?.range ?? targetRange)
    }
  }

  let source: SourceText
  let schema: Schema?
  var facts: SchemaFacts { schema?.facts ?? .conventional }
  private(set) var nodes: [Node] = []
  private(set) var edges: [Edge] = []
  private var nodeIndex: [Text: Int] = [:]
  private var edgeIDs: Set<Text> = []
  /// Nodes whose labels are told to be wrong: their ends and counts are not told, too.
  private var unsettled: Set<Int> = []
  /// The statement `@graph`, which is no node of the graph.
  private(set) var metadata: Element?

  init(_ file: GraphFile, schema: Schema?) {
    source = file.source
    self.schema = schema
    for statement in file.statements { add(statement) }
    for (index, node) in nodes.enumerated() where !isSettled(node) { unsettled.insert(index) }
  }

  private mutating func add(_ statement: GraphFile.Statement) {
    switch statement {
    case .node(let node):
      let element = Element(labels: node.labels.map(label), properties: node.properties.map(property))
      if node.id.utf8(in: source).elementsEqual(GraphDocument.metadataID.utf8) {
        metadata = element
        return
      }
      let index = index(of: node.id)
      if !nodes[index].isDescribed { nodes[index].idRange = node.id.range }
      nodes[index].isDescribed = true
      for label in element.labels where !nodes[index].element.has(label.name) {
        nodes[index].element.labels.append(label)
      }
      nodes[index].element.properties += element.properties
    case .edge(let edge):
      if let id = edge.id { edgeIDs.insert(Text(utf8: id.utf8(in: source))) }
      edges.append(
        Edge(
          id: edge.id?.string(in: source), idRange: edge.id?.range, source: index(of: edge.source),
          target: index(of: edge.target), sourceRange: edge.source.range, targetRange: edge.target.range,
          isUndirected: edge.direction == .undirected, directionRange: edge.directionRange,
          element: Element(labels: edge.labels.map(label), properties: edge.properties.map(property))))
    case .malformed: break
    }
  }

  private mutating func index(of name: GraphFile.Name) -> Int {
    let id = Text(utf8: name.utf8(in: source))
    if let index = nodeIndex[id] { return index }
    nodeIndex[id] = nodes.count
    nodes.append(Node(id: String(id), idRange: name.range))
    return nodes.count - 1
  }

  private func label(_ label: GraphFile.Label) -> Label {
    Label(name: label.name.string(in: source), range: label.range)
  }

  private func property(_ property: GraphFile.Property) -> Property {
    Property(
      key: property.key.string(in: source), keyRange: property.key.range, range: property.range,
      values: property.values)
  }

  func node(_ id: String) -> Node? { nodeIndex[Text(id)].map { nodes[$0] } }

  func hasEdge(_ id: String) -> Bool { edgeIDs.contains(Text(id)) }

  var edgeNames: [String] { edgeIDs.map { String($0) } }

  /// The text of a value, without quotes; nil for numbers and booleans.
  func text(_ value: GraphFile.PropertyValue) -> String? {
    if case .string(let name) = value.literal { name.string(in: source) } else { nil }
  }

  /// A value as a date, where it is one: a text, or a bare year.
  func date(_ value: GraphFile.PropertyValue) -> DateText? {
    switch value.literal {
    case .string(let name): DateText(name.string(in: source))
    case .integer: DateText(source[value.range])
    case .float, .boolean: nil
    }
  }

  func line(_ range: SourceRange) -> Int { source.lineIndex(of: range.lower) + 1 }

  /// The node types of which a node has all labels.
  func types(of element: Element) -> [Schema.NodeType] {
    schema?.nodeTypes.filter { element.hasAll($0.labels) } ?? []
  }

  /// The edge types of an edge's label that its ends fit; all of the label where none does.
  func types(of edge: Edge) -> [Schema.EdgeType] {
    guard let schema, let type = edge.type else { return [] }
    let all = schema.edgeTypes(type.name)
    let fitting = all.filter { fits(edge, $0) }
    return fitting.isEmpty ? all : fitting
  }

  func fits(_ edge: Edge, _ type: Schema.EdgeType) -> Bool {
    fits(edge.source, type.start) && fits(edge.target, type.end)
      || type.isSymmetric && fits(edge.target, type.start) && fits(edge.source, type.end)
  }

  /// Whether a node has all labels of one of the sets, or may have them once its labels are put right.
  func fits(_ node: Int, _ ends: [[String]]) -> Bool {
    ends.isEmpty || ends.contains(where: nodes[node].element.hasAll) || unsettled.contains(node)
  }

  private func isSettled(_ node: Node) -> Bool {
    node.isDescribed && !node.element.labels.isEmpty && missingLabels(of: node.element) == nil
      && node.element.labels.allSatisfy { facts.labels.contains($0.name) }
  }

  /// A label whose types all have others that the element does not have, and the types.
  func missingLabels(of element: Element) -> (label: Label, types: [Schema.NodeType])? {
    guard let schema else { return nil }
    for label in element.labels {
      let types = schema.nodeTypes.filter { $0.ownLabels.contains(label.name) }
      if !types.isEmpty, !types.contains(where: { element.hasAll($0.labels) }) { return (label, types) }
    }
    return nil
  }

  /// Whether an element has a key that none of these is, and that is nearest to a certain one of these.
  func hasMisspelling(of key: String, in element: Element, among declared: [Schema.Property]) -> Bool {
    element.properties.contains { property in
      !declared.contains { $0.matches(property.key) }
        && NearestName.of(property.key, among: declared.map(\.key)) == key
    }
  }
}

extension SourceRange {
  /// Up to the end of a range that follows; the range itself where the other stands elsewhere.
  func reaches(_ other: SourceRange) -> SourceRange {
    other.lower >= upper && other.lower - upper < 200 ? union(other) : self
  }
}
