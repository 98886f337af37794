/// How a graph becomes a diagram.
public struct DiagramOptions: Sendable, Hashable {
  /// Nil: the title of the graph file, where the whole graph is drawn.
  public var title: String?
  /// `en`, `ko`, `zh` or another: names are taken from `name@LANG`, else from `name`.
  public var language: String
  public var engine: Diagram.Engine
  public var direction: Diagram.Direction
  /// Labels of nodes that are left out when the whole graph is drawn.
  public var hiddenLabels: Set<String>
  /// With more edges than this, words on them are brief: what the looks of the edge do not say already.
  public var labelledEdges: Int
  /// With more edges than this, none has words on it.
  public var brieflyLabelledEdges: Int
  public var hasLegend: Bool
  public var hasCaption: Bool

  public init(
    title: String? = nil, language: String = "en", engine: Diagram.Engine = .automatic,
    direction: Diagram.Direction = .leftToRight,
    hiddenLabels: Set<String> = ["Source", "Evidence", "Outlet"],
    labelledEdges: Int = 40, brieflyLabelledEdges: Int = 120, hasLegend: Bool = true, hasCaption: Bool = true
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
}
