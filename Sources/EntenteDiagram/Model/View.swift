import EntenteDrawing

extension Diagram {
  /// One of several views of a diagram: some of its nodes and edges, which stand where they stand in all views.
  ///
  ///     diagram.views = [
  ///       Diagram.View(title: "1872", nodes: [0, 1, 2], edges: [0]),
  ///       Diagram.View(title: "1882", nodes: [0, 1, 2], edges: [1, 2]),
  ///     ]
  ///
  /// The diagram is laid out once, as a whole. See ``Diagram/views`` and ``Diagram/viewsArePages``.
  public struct View: Sendable, Hashable {
    public var title: String
    public var text: String?
    /// Places in ``Diagram/nodes`` and ``Diagram/edges``.
    public var nodes: [Int]
    public var edges: [Int]

    public init(title: String, text: String? = nil, nodes: [Int], edges: [Int]) {
      self.title = title
      self.text = text
      self.nodes = nodes
      self.edges = edges
    }
  }

  /// One diagram a view, each a page of its own.
  public var pages: [Diagram] {
    views.map { view in
      var page = self
      page.views = [view]
      page.pageLines = PageLines(views)
      return page
    }
  }
}

extension Diagram {
  /// Puts the views into a drawing of the whole.
  func addPanels(to drawing: inout Drawing) {
    drawing.clusters = []
    drawing.panels = views.enumerated().map { number, view in
      Drawing.Panel(
        heading: viewsArePages ? pageHeading(of: view) : Heading.panel(view.title, palette),
        nodes: view.nodes.filter(drawing.nodes.indices.contains),
        edges: view.edges.filter(drawing.edges.indices.contains))
    }
    guard viewsArePages else {
      drawing.columns = Self.columns(of: views.count)
      return
    }
    drawing.panelsAreWhole = true
    drawing.graphAttributes[.label] = nil
    // Pages are cut out of one sheet, and have their margins.
    drawing.graphAttributes[.pad] = 0
    drawing.footer = Heading.small(caption + footnotes, palette)
  }

  private func pageHeading(of view: View) -> RichLabel? {
    Heading.page(view, of: title, palette, lines: views.count == 1 ? pageLines : PageLines(views))
  }

  /// How many lines the words above pages take.
  struct PageLines: Sendable, Hashable {
    var title = 1
    var text = 0

    init() {}

    init(_ views: [View]) {
      title = views.map { Heading.wrappedTitle($0).count(where: \.isNewline) + 1 }.max() ?? 1
      text = views.map { Heading.wrappedText($0).map { $0.count(where: \.isNewline) + 1 } ?? 0 }.max() ?? 0
    }
  }

  /// Rows of a strip are as wide as they are few: 3 in a row, 4 as 2 and 2, 12 as 4 and 3 rows.
  static func columns(of count: Int) -> Int {
    if count <= 3 { return max(1, count) }
    var columns = 1
    while columns * columns < count { columns += 1 }
    return columns
  }
}
