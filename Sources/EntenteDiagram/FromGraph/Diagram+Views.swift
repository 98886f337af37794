public import Entente

extension Diagram {
  /// The diagram of a story: all that its steps show, with a view for each step, and each view a page.
  ///
  ///     let story = try Story(graph, options: options)
  ///     let pdf = try await Diagram(story, options: options).render(.pdf)
  public init(_ story: Story, options: DiagramOptions = DiagramOptions()) {
    let reader = GraphReader(story.graph, language: options.language)
    var options = options
    // What a step shows is what held then.
    options.today = nil
    self.init(story.graph, story.selection, options: options, title: options.title ?? reader.title)
    viewsArePages = true
    if let counts = caption.first { caption[0] = "\(reader.words.allSteps): \(counts)" }
    views = story.steps.map { step in
      view(story.selection, title: step.title, text: step.text) {
        step.nodes.contains($0)
      } relationships: {
        step.relationships.contains($0)
      }
    }
    pageData?.add(views)
  }

  /// The diagram of a part of a graph as it was at several dates, with a view for each.
  ///
  /// - Throws: a `RestrictionError` for a date of the graph that cannot be read.
  public init(
    _ graph: Graph, part: GraphPart = .whole, at dates: [PartialDate], options: DiagramOptions = DiagramOptions()
  ) throws(RestrictionError) {
    let title = options.title ?? GraphReader(graph, language: options.language).title(of: part)
    try self.init(graph, GraphSelection(graph, part, options: options), at: dates, title: title, options)
  }

  /// The same of what a table holds.
  public init(
    _ table: Table, at dates: [PartialDate], options: DiagramOptions = DiagramOptions()
  ) throws(RestrictionError) {
    var options = options
    options.restriction = table.restriction
    try self.init(table.graph, GraphSelection(table), at: dates, title: options.title, options)
  }

  private init(
    _ graph: Graph, _ found: GraphSelection, at dates: [PartialDate], title: String?, _ options: DiagramOptions
  ) throws(RestrictionError) {
    var (selection, options) = (found, options)
    if options.connects { selection.connect(options: options) }
    // Panels are small: kinds are told by the legend, and what else there is where the pointer rests.
    (options.labelledEdges, options.brieflyLabelledEdges) = (-1, -1)
    options.today = nil
    self.init(graph, selection, options: options, title: title)
    for date in dates {
      let part = try RestrictedElements(graph, GraphRestriction(asOf: date))
      let (nodes, relationships) = (Set(part.nodes.values), Set(part.relationships.values))
      views.append(
        view(selection, title: date.text, text: nil) {
          nodes.contains($0)
        } relationships: {
          relationships.contains($0)
        })
    }
    pageData?.add(views)
  }

  /// A relationship is seen where its ends are.
  private func view(
    _ selection: GraphSelection, title: String, text: String?, nodes isShown: (NodeID) -> Bool,
    relationships: (RelationshipID) -> Bool
  ) -> View {
    let nodes = selection.nodes.indices.filter { isShown(selection.nodes[$0]) }
    let seen = Set(nodes)
    let lines = zip(edges.indices, selection.relationships.indices).map(\.0).filter {
      relationships(selection.relationships[$0]) && seen.contains(edges[$0].from) && seen.contains(edges[$0].to)
    }
    return View(title: title, text: text, nodes: nodes, edges: lines)
  }
}

extension PageData {
  /// The views as steps of the page.
  mutating func add(_ views: [Diagram.View]) {
    steps = views
    // Steps say themselves when they are.
    moments = []
  }
}
