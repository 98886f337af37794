public import Entente

extension Diagram {
  /// The diagram of exactly what a table holds: its nodes, relationships and paths, also those in lists and maps. A
  /// relationship is drawn with its ends. Other values are not drawn; see ``isEmpty``.
  ///
  ///     let table = try graph.query("MATCH tie = ()-[:RIVALS]-() RETURN tie")
  ///     let diagram = Diagram(table, options: DiagramOptions(title: "Rivals", language: "ko"))
  ///
  /// - Complexity: O(cells + what is drawn)
  public init(_ table: Table, options: DiagramOptions = DiagramOptions()) {
    self.init(table.graph, GraphSelection(table), options: options, title: options.title)
  }

  /// The diagram of a whole graph, without what documents it: sources, evidence and outlets.
  public init(_ graph: Graph, options: DiagramOptions = DiagramOptions()) {
    let title = options.title ?? GraphReader(graph, language: options.language).title
    self.init(graph, GraphSelection(graph, hiding: options.hiddenLabels), options: options, title: title)
  }

  /// Whether there is nothing to draw.
  public var isEmpty: Bool { nodes.isEmpty }

  private init(_ graph: Graph, _ selection: GraphSelection, options: DiagramOptions, title: String?) {
    self.init(title: title, engine: options.engine, language: options.language)
    direction = options.direction
    hasLegend = options.hasLegend
    let reader = GraphReader(graph, language: options.language)
    var styles = DefaultStyles(words: reader.words)
    var places: [NodeID: Int] = [:]
    for node in selection.nodes {
      let kind = styles.kind(ofNodeWith: reader.labels(of: node))
      places[node] = addNode(
        Node(
          id: String(graph.elementID(of: node)), label: reader.name(of: node), kind: kind,
          tooltip: reader.tooltip(of: node, kind: kind.name), link: reader.link(of: node)))
    }
    let count = selection.relationships.count
    for relationship in selection.relationships {
      guard let from = places[graph.source(of: relationship)], let to = places[graph.target(of: relationship)]
      else { continue }
      let type = reader.type(of: relationship)
      let kind = styles.kind(ofType: type, isDirected: !graph.isUndirected(relationship))
      let label: String? =
        if count <= options.labelledEdges {
          reader.label(of: relationship, type: type)
        } else if count <= options.brieflyLabelledEdges {
          reader.briefLabel(of: relationship, type: type, kind: kind)
        } else {
          nil
        }
      edges.append(
        Edge(
          id: String(graph.elementID(of: relationship)), from: from, to: to, kind: kind, label: label,
          tooltip: reader.tooltip(of: relationship, type: type, from: nodes[from].label, to: nodes[to].label))
      )
    }
    if options.hasCaption { caption = reader.caption(of: selection) }
  }
}
