import EntenteDrawing

/// A diagram: what is drawn and how it looks, before anything is placed.
///
///     var diagram = Diagram(title: "Partners and rivals")
///     let a = diagram.addNode(Diagram.Node(id: "alibaba", label: "Alibaba", kind: .init("Company", shape: .roundedBox)))
///     let b = diagram.addNode(Diagram.Node(id: "nvidia", label: "Nvidia", kind: .init("Company", shape: .roundedBox)))
///     diagram.edges.append(Diagram.Edge(id: "tie", from: a, to: b, kind: .partnership("partnership")))
///     let picture = try await diagram.render(.svg)
///
/// A plain value: DOT is one way to write it, a picture another. See ``render(_:limits:)``.
public struct Diagram: Sendable, Hashable {
  /// A thing, drawn as a shape with words in it.
  public struct Node: Sendable, Hashable {
    /// What tells it from other nodes, and stays the same when the graph changes elsewhere.
    public var id: String
    public var label: String
    public var kind: NodeKind
    /// More about it, shown where the pointer rests.
    public var tooltip: String?
    /// Where a click leads: http, https, mailto or relative; others are dropped.
    public var link: String?
    /// What a style sheet says of this node alone.
    var style = Attributes()

    public init(id: String, label: String, kind: NodeKind, tooltip: String? = nil, link: String? = nil) {
      self.id = id
      self.label = label
      self.kind = kind
      self.tooltip = tooltip
      self.link = link
    }
  }

  /// A tie between two nodes, given by their places in ``nodes``.
  public struct Edge: Sendable, Hashable {
    public var id: String
    public var from: Int
    public var to: Int
    public var kind: EdgeKind
    /// Words on the line.
    public var label: String?
    /// More about it, shown where the pointer rests.
    public var tooltip: String?
    /// What a style sheet says of this edge alone.
    var style = Attributes()

    public init(
      id: String, from: Int, to: Int, kind: EdgeKind, label: String? = nil, tooltip: String? = nil
    ) {
      self.id = id
      self.from = from
      self.to = to
      self.kind = kind
      self.label = label
      self.tooltip = tooltip
    }
  }

  /// A box around nodes, given by their places in ``nodes``, with words in its corner.
  public struct Cluster: Sendable, Hashable {
    public var id: String
    public var label: String
    public var nodes: [Int]

    public init(id: String, label: String, nodes: [Int]) {
      self.id = id
      self.label = label
      self.nodes = nodes
    }
  }

  /// Views of which the picture consists, side by side; none for the whole itself. A page has them as steps.
  public var views: [View] = []
  /// Whether each view is a page of its own, with title, legend and caption.
  public var viewsArePages = false
  /// Lines that a page keeps for the title and the text of its view: as many as the view that has most needs.
  var pageLines = PageLines()
  public var title: String?
  /// Small lines under the title: counts, sources.
  public var caption: [String]
  /// Small lines below the picture: the sources of what is numbered in it. A page lists them beside the picture.
  public var footnotes: [String] = []
  public var nodes: [Node] = []
  public var edges: [Edge] = []
  /// Drawn where the engine keeps them, see ``Engine/keepsClusters``; a node belongs to the first that names it.
  public var clusters: [Cluster] = []
  public var engine: Engine
  /// Nil: from left to right, or from top to bottom where a small picture fits a page better.
  public var direction: Direction?
  /// Whether the kinds that are drawn are explained beside the title.
  public var hasLegend = true
  /// The language of the words, such as `ko`: it picks the font, and SVG says it.
  public var language: String
  /// Nil for none.
  public var background: String? = "#FFFFFF"
  public var palette = Palette.light
  /// What a style sheet says of the whole, and of all boxes.
  var style = Attributes()
  var clusterStyle = Attributes()
  /// Behind the kinds in the legend: what colours and sizes mean that depend on a property.
  var legendNotes: [LegendNote] = []
  /// What the legend explains; nil for the kinds of what is drawn.
  var legendKinds: LegendKinds?
  /// What a page says about the elements, beside what is drawn.
  var pageData: PageData?
  /// Where nodes stood in earlier pictures: they stay there, and the others are put among them, whatever the engine.
  /// Empty for the first picture of a row that is to stay the same; nil for a picture alone.
  public var positions: NodePositions?
  /// Dots an inch of a PNG.
  public var resolution = 96

  public init(
    title: String? = nil, caption: [String] = [], engine: Engine = .automatic, language: String = "en"
  ) {
    self.title = title
    self.caption = caption
    self.engine = engine
    self.language = language
  }

  /// Adds a node and gives its place.
  public mutating func addNode(_ node: Node) -> Int {
    nodes.append(node)
    return nodes.count - 1
  }
}
