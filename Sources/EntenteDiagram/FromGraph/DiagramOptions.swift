public import Entente
public import EntenteSyntax

/// How a graph becomes a diagram.
public struct DiagramOptions: Sendable {
  /// What nodes are put into boxes by.
  public enum Clustering: Sendable, Hashable {
    /// The kind that the legend shows.
    case label
    /// The value of a property; nodes without it stand outside of all boxes.
    case key(String)
    /// The value of a column of a table in the first row that holds the node; of a graph without a table nothing.
    case column(String)
  }

  /// Whether something has ended is asked as of this date where the restriction names none; nil to ask nothing.
  public var today: PartialDate?
  /// The part of the whole graph that is drawn, for the caption; that of a table is known.
  public var restriction = GraphRestriction()
  /// Whether claims without a source, disputed and conflicting ones are marked.
  var hasStandings = true
  /// The revision of the graph, for the caption; nil where it is as it is now.
  public var revision: String?
  /// Whether what is drawn has the numbers of its sources, which then stand below the picture.
  public var hasFootnotes = false
  /// Nil: the title of the graph file, where the whole graph is drawn, else what part of it is.
  public var title: String?
  /// `en`, `ko`, `zh` or another: names are taken from `name@LANG`, else from `name`.
  public var language: String
  public var engine: Diagram.Engine
  public var direction: Diagram.Direction?
  /// Labels of nodes that are left out where a part of a graph is drawn; nil for those that its schema hides
  /// (`drawn: false`).
  public var hiddenLabels: Set<String>?
  /// Labels of nodes that are drawn although they are hidden.
  public var includedLabels: Set<String> = []
  /// Types of relationships that are drawn and that steps go along; nil for all.
  public var types: Set<String>?
  /// Types of relationships that are not.
  public var excludedTypes: Set<String> = []
  /// Whether relationships among the nodes that are drawn are added, lighter.
  public var connects = false
  public var clustering: Clustering?
  /// What the caption calls the query that found what is drawn.
  public var queryName: String?
  /// With more edges than this, words on them are brief: what the looks of the edge do not say already.
  public var labelledEdges: Int
  /// With more edges than this, none has words on it.
  public var brieflyLabelledEdges: Int
  public var hasLegend: Bool
  public var hasCaption: Bool
  public var theme = DiagramTheme.light
  /// Over the theme, later ones over earlier ones.
  public var styleSheets: [StyleSheet] = []

  /// The theme, then the line widths of money, then the sheets that were given.
  func sheets(money: StyleSheet?) -> [StyleSheet] { [theme.sheet] + (money.map { [$0] } ?? []) + styleSheets }
  /// Whether the diagram takes along what an HTML page tells: properties, sources, dates.
  public var hasPageData = false

  public init(
    title: String? = nil, language: String = "en", engine: Diagram.Engine = .automatic,
    direction: Diagram.Direction? = nil, hiddenLabels: Set<String>? = nil,
    labelledEdges: Int = 12, brieflyLabelledEdges: Int = 120, hasLegend: Bool = true, hasCaption: Bool = true
  ) {
    self.title = title
    self.language = language
    self.engine = engine
    self.direction = direction
    self.hiddenLabels = hiddenLabels
    self.labelledEdges = labelledEdges
    self.brieflyLabelledEdges = brieflyLabelledEdges
    self.hasLegend = hasLegend
    self.hasCaption = hasCaption
  }

  /// Whether relationships of a type are drawn.
  func draws(type: String) -> Bool { (types?.contains(type) ?? true) && !excludedTypes.contains(type) }
}
