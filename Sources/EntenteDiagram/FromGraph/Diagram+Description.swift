public import Entente
import EntenteSyntax

extension Diagram {
  /// The diagram of a graph's schema as it is used: a node a label, an edge a pattern label–type–label, each with its
  /// count, in the looks that their elements have.
  ///
  ///     let diagram = Diagram(GraphDescription(graph, language: "ko"), options: DiagramOptions(language: "ko"))
  ///
  /// Labels that stand in no pattern are those that others tell more about, such as `Actor` beside `Company`; they and
  /// labels that are not drawn are left out, and the caption says of the latter that they are.
  public init(_ description: GraphDescription, options: DiagramOptions = DiagramOptions()) {
    self.init(title: options.title ?? description.title, engine: options.engine, language: options.language)
    direction = options.direction
    // The words in the nodes and on the lines are those that a legend would have.
    hasLegend = false
    let words = Words(options.language)
    var styles = DefaultStyles(
      words: words,
      facts: SchemaFacts(
        signs: Dictionary(description.types.map { ($0.name, $0.sign) }) { first, _ in first },
        symmetricTypes: Set(description.types.filter(\.isSymmetric).map(\.name))))
    let hidden = Set(description.labels.filter(\.isHidden).map(\.name))
    let counts = Dictionary(description.labels.map { ($0.name, $0.nodes) }) { first, _ in first }
    let patterns = description.patterns.filter { !hidden.contains($0.start) && !hidden.contains($0.end) }
    var places: [String: Int] = [:]
    for label in patterns.flatMap({ [$0.start, $0.end] }) where places[label] == nil {
      let kind = styles.kind(ofNodeWith: label.isEmpty ? [] : [label])
      places[label] = addNode(
        Node(
          id: label.isEmpty ? "no label" : label,
          label: kind.name + (counts[label].map { "\n\($0)" } ?? ""), kind: kind,
          tooltip: description.labels.first { $0.name == label }.map {
            Self.tooltip(of: $0.keys, named: ":\($0.name)")
          }))
    }
    for pattern in patterns {
      guard let from = places[pattern.start], let to = places[pattern.end] else { continue }
      edges.append(
        Edge(
          id: pattern.text, from: from, to: to,
          kind: styles.kind(ofType: pattern.type, isDirected: !pattern.isUndirected),
          label: "\(words.type(pattern.type)) \(pattern.relationships)",
          tooltip: description.types.first { $0.name == pattern.type }.map {
            Self.tooltip(of: $0.keys, named: pattern.text)
          }))
    }
    guard options.hasCaption else { return }
    caption = [words.counts(nodes: description.nodes, relationships: description.relationships)]
    let leftOut = description.labels.filter { $0.isHidden && $0.nodes > 0 }
    if !leftOut.isEmpty { caption.append(words.leftOut(leftOut.map { "\(words.label($0.name)) \($0.nodes)" })) }
  }

  private static func tooltip(of keys: [GraphDescription.Key], named name: String) -> String {
    ([name] + keys.map { "\($0.name) \($0.types.joined(separator: " | ")): \($0.elements)" }).joined(separator: "\n")
  }
}

extension Words {
  fileprivate func leftOut(_ names: [String]) -> String {
    switch language {
    case .english: "Left out: \(names.joined(separator: ", "))"
    case .korean: "생략: \(names.joined(separator: ", "))"
    case .chinese: "未画出：\(names.joined(separator: "、"))"
    }
  }
}
