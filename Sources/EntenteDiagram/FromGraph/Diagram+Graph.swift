public import Entente

extension Diagram {
  /// The diagram of exactly what a table holds: its nodes, relationships and paths, also those in lists and maps. A
  /// relationship is drawn with its ends. Other values are not drawn; see ``isEmpty``.
  ///
  ///     let table = try graph.query("MATCH tie = ()-[:RIVALS]-() RETURN tie")
  ///     let diagram = Diagram(table, options: DiagramOptions(title: "Rivals", language: "ko"))
  ///
  /// - Complexity: O(cells + what is drawn), and O(relationships) where `options.connects`
  public init(_ table: Table, options: DiagramOptions = DiagramOptions()) {
    var options = options
    options.restriction = table.restriction
    var selection = GraphSelection(table)
    if case .column(let column)? = options.clustering {
      selection.group(by: column, of: table, GraphReader(table.graph, language: options.language))
    }
    self.init(table.graph, selection, options: options, title: options.title)
  }

  /// The diagram of a graph, or of a part of it, without what documents it: sources, evidence and outlets.
  ///
  ///     let diagram = Diagram(graph, part: .around(alibaba, depth: 1), options: DiagramOptions(language: "ko"))
  ///
  /// There is nothing to draw (see ``isEmpty``) between nodes that no way joins.
  /// - Complexity: O(nodes + relationships)
  public init(_ graph: Graph, part: GraphPart = .whole, options: DiagramOptions = DiagramOptions()) {
    let reader = GraphReader(graph, language: options.language)
    let title = options.title ?? reader.title(of: part)
    self.init(graph, GraphSelection(graph, part, options: options), options: options, title: title)
  }

  /// Whether there is nothing to draw.
  public var isEmpty: Bool { nodes.isEmpty }

  init(_ graph: Graph, _ found: GraphSelection, options: DiagramOptions, title: String?) {
    self.init(title: title, engine: options.engine, language: options.language)
    direction = options.direction
    hasLegend = options.hasLegend
    var selection = found
    if options.connects { selection.connect(options: options) }
    let reader = GraphReader(graph, language: options.language)
    let standings = options.hasStandings ? Standings(selection, in: graph, options: options) : .none
    let money = MoneyWidths.sheet(of: selection.relationships, reader, under: options.styleSheets)
    let cascade = StyleCascade(
      options.sheets(money: money), media: options.theme.media, reader: reader, standings: standings,
      nodes: selection.nodes, relationships: selection.relationships)
    apply(cascade, engine: options.engine)
    legendNotes += standings.legendNotes(cascade, words: reader.words)
    var styles = DefaultStyles(words: reader.words, facts: graph.facts)
    var places: [NodeID: Int] = [:]
    for node in selection.nodes {
      let look = cascade.look(of: node)
      let kind = styles.kind(ofNodeWith: reader.labels(of: node)).styled(look)
      let standing = standings.of(node)
      var drawn = Node(
        id: String(graph.elementID(of: node)),
        label: (look.label ?? reader.name(of: node)).marked(Words.marks(of: standing)), kind: kind,
        tooltip: look.tooltip
          ?? ([reader.tooltip(of: node, kind: kind.name)] + reader.words.standings(standing)).joined(separator: "\n"),
        link: look.link ?? reader.link(of: node))
      drawn.style = look.own
      places[node] = addNode(drawn)
    }
    let count = selection.relationships.count - selection.connections.count
    var drawn: [RelationshipID] = []
    for relationship in selection.relationships {
      guard let from = places[graph.source(of: relationship)], let to = places[graph.target(of: relationship)]
      else { continue }
      drawn.append(relationship)
      let type = reader.type(of: relationship)
      let look = cascade.look(of: relationship)
      var kind = styles.kind(ofType: type, isDirected: !graph.isUndirected(relationship))
        .styled(look, type: reader.words.type(type))
      var label = look.label
      if selection.connections.contains(relationship) {
        kind = kind.lighter(named: reader.words.connection, on: background ?? "#FFFFFF")
      } else if label == nil, count <= options.labelledEdges {
        label = reader.label(of: relationship, type: type)
      } else if label == nil, count <= options.brieflyLabelledEdges {
        label = reader.briefLabel(of: relationship, type: type, kind: kind)
      }
      let standing = standings.of(relationship)
      // Where words are too many to be drawn, marks are too.
      if count <= options.brieflyLabelledEdges {
        label = Words.marks(of: standing).isEmpty ? label : (label ?? "").marked(Words.marks(of: standing))
      }
      let (source, target) = (graph.source(of: relationship), graph.target(of: relationship))
      var drawn = Edge(
        id: String(graph.elementID(of: relationship)), from: from, to: to, kind: kind, label: label,
        tooltip: look.tooltip
          ?? ([
            reader.tooltip(of: relationship, type: type, from: reader.name(of: source), to: reader.name(of: target))
          ] + reader.words.standings(standing)).joined(separator: "\n"))
      drawn.style = look.own
      edges.append(drawn)
    }
    if options.hasPageData {
      pageData = PageData(reader, nodes: selection.nodes, relationships: drawn, standings: standings)
    }
    clusters = reader.clusters(
      of: selection.nodes, kinds: nodes.map(\.kind), by: options.clustering, groups: selection.groups)
    if options.hasCaption { caption = reader.caption(of: selection, title: title, options: options) }
    if options.hasFootnotes { addFootnotes(of: selection, in: graph) }
  }
}
