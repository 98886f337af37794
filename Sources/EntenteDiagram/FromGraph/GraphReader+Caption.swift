import Entente
import EntenteSyntax

extension GraphReader {
  /// What a part of a graph is called where no title is given.
  func title(of part: GraphPart) -> String? {
    switch part {
    case .whole, .near: title
    case .around(let node, _): words.around(name(of: node))
    case .between(let a, let b): words.between(name(of: a), name(of: b))
    }
  }

  /// Small lines about what is drawn: which graph and query, how much and what was left out, and whose word it is.
  func caption(of selection: GraphSelection, title: String?, options: DiagramOptions) -> [String] {
    let origin = [
      self.title.flatMap { $0 == title ? nil : words.graph($0) }, options.queryName.map(words.query),
    ]
    let added = selection.connections.count
    var counts = [words.counts(nodes: selection.nodes.count, relationships: selection.relationships.count - added)]
    if let revision = options.revision { counts.append(words.atRevision(revision)) }
    counts += options.restriction.parts(in: words)
    if added > 0 { counts.append(words.added(added)) }
    if let types = options.types { counts.append(words.only(types.sorted().map(words.type))) }
    if !options.excludedTypes.isEmpty { counts.append(words.without(options.excludedTypes.sorted().map(words.type))) }
    if !selection.hidden.isEmpty {
      counts.append(words.leftOut(leftOutKinds(selection.hidden, of: options)))
    }
    if selection.relationships.count - added > options.brieflyLabelledEdges, options.engine.drawsLines {
      counts.append(words.wordless)
    }
    let line = (origin.compactMap { $0 } + counts).joined(separator: " · ")
    let names = options.hasFootnotes ? [] : sourceNames(of: selection)
    return [line] + (names.isEmpty ? [] : [words.sources(names)])
  }

  /// How many nodes of each hidden label there are.
  private func leftOutKinds(_ nodes: [NodeID], of options: DiagramOptions) -> [(kind: String, count: Int)] {
    let hidden = options.hiddenLabels ?? graph.facts.hiddenLabels
    var counts: [String: Int] = [:]
    for node in nodes {
      if let label = labels(of: node).last(where: hidden.contains) { counts[label, default: 0] += 1 }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { (words.label($0.key), $0.value) }
  }

  private func sourceNames(of selection: GraphSelection) -> [String] {
    guard let key = graph.catalog.key("source") else { return [] }
    var names: [String] = []
    var seen: Set<String> = []
    for relationship in selection.relationships where !selection.connections.contains(relationship) {
      for name in sources(in: graph.property(key, of: relationship)) where seen.insert(name).inserted {
        names.append(name)
      }
    }
    return names
  }
}
