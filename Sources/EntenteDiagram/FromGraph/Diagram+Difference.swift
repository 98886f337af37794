public import Entente
import EntenteDrawing
import EntenteSyntax

extension Diagram {
  /// The diagram of how two graphs differ: both in one, what is in both in one place.
  ///
  ///     let difference = try GraphDifference(from: before, to: after)
  ///     let diagram = Diagram(difference, try difference.union(), before: old, after: new, options: options)
  ///
  /// Kinds are told by shape and arrows as in other pictures; what became of an element by a sign before its words, by
  /// line and by colour. What is the same stands back.
  ///
  /// - Parameters:
  ///   - before, after: what the caption calls the two graphs.
  ///   - part: what of both is drawn; nil for the whole, or of more than 150 nodes for what differs and its neighbours.
  ///     The caption says how much of it that is.
  public init(
    _ difference: GraphDifference, _ union: GraphUnion, before: ComparedGraph, after: ComparedGraph,
    part: GraphPart? = nil, options: DiagramOptions = DiagramOptions()
  ) {
    // Lines and marks say here what became of an element, and nothing else.
    var plain = options
    plain.hasStandings = false
    let drawable = DrawableGraph(union.graph, options: plain)
    let part = part ?? union.changedPart(of: drawable)
    self.init(union.graph, part: part, options: plain)
    legendNotes = []
    let words = Words(options.language)
    let looks = ChangeLooks(on: background ?? "#ffffff", isPrint: options.theme == .print)
    var shapes: [NodeKind] = []
    var lines: [EdgeKind] = []
    let places = Dictionary(
      union.nodes.map { (String(union.graph.elementID(of: $0)), $1) }, uniquingKeysWith: { first, _ in first })
    for index in nodes.indices {
      guard let element = places[nodes[index].id] else { continue }
      if !shapes.contains(where: { $0.name == nodes[index].kind.name }) {
        shapes.append(looks.plain(nodes[index].kind, named: nodes[index].kind.name))
      }
      nodes[index].kind.className = element.change.rawValue + "_" + nodes[index].kind.className
      nodes[index].style.merge(looks.node(element.change, nodes[index].kind.shape))
      nodes[index].label = words.marked(nodes[index].label, element.change, element.details)
      nodes[index].tooltip = words.told(nodes[index].tooltip, element.change, element.details)
      pageData?.nodes[index].tell(element.change, element.details, words)
    }
    let ties = Dictionary(
      union.relationships.map { (String(union.graph.elementID(of: $0)), ($0, $1)) },
      uniquingKeysWith: { first, _ in first })
    for index in edges.indices {
      guard let (relationship, element) = ties[edges[index].id] else { continue }
      let kind = edges[index].kind
      if element.change == .unchanged, !lines.contains(where: { $0.name == kind.name }) {
        lines.append(looks.plain(kind, named: kind.name))
      }
      edges[index].kind.className = element.change.rawValue + "_" + kind.className
      edges[index].style.merge(looks.edge(element.change))
      if element.change != .unchanged {
        let reader = GraphReader(union.graph, language: options.language)
        let type = reader.label(of: relationship, type: reader.type(of: relationship))
        edges[index].label = words.marked(type, element.change, element.details)
      }
      edges[index].tooltip = words.told(edges[index].tooltip, element.change, element.details)
      pageData?.edges[index].tell(element.change, element.details, words)
    }
    let nodeChanges = nodes.compactMap { places[$0.id]?.change }
    let edgeChanges = edges.compactMap { ties[$0.id]?.1.change }
    if options.hasLegend {
      legendKinds = LegendKinds(
        nodes: shapes + Self.present(nodeChanges).map { looks.sample($0, words) },
        edges: lines + Self.present(edgeChanges).filter { $0 != .unchanged }.map { looks.line($0, words) })
    }
    title = options.title ?? words.comparison(title)
    guard options.hasCaption else { return }
    caption = [words.compared(before, after), words.changes(nodeChanges, edgeChanges)] + caption
    guard part != .whole else { return }
    let changes =
      drawable.nodes.count { union.nodes[$0]?.change != .unchanged }
      + drawable.relationships.count { union.relationships[$0]?.change != .unchanged }
    caption.insert(
      words.partDrawn(
        nodes: nodes.count, of: drawable.nodes.count,
        changes: (nodeChanges + edgeChanges).count { $0 != .unchanged }, of: changes), at: 1)
  }

  private static func present(_ changes: [GraphDifference.Change]) -> [GraphDifference.Change] {
    GraphDifference.Change.allCases.filter(changes.contains)
  }
}

extension GraphUnion {
  /// More nodes than this are not drawn where a few of them differ.
  private static let limit = 150

  /// The whole of a small graph; of a large one what differs, with its neighbours where these are few.
  func changedPart(of drawable: DrawableGraph) -> GraphPart {
    let all = drawable.nodes
    guard all.count > Self.limit else { return .whole }
    var changed = Set(all.filter { nodes[$0]?.change != .unchanged })
    for relationship in drawable.relationships where relationships[relationship]?.change != .unchanged {
      changed.formUnion([graph.source(of: relationship), graph.target(of: relationship)])
    }
    guard !changed.isEmpty else { return .whole }
    let isNarrow = drawable.distances(fromAny: changed, upTo: 1).count <= Self.limit
    return .near(changed, depth: isNarrow ? 1 : 0)
  }
}

/// What is drawn of a change beside its sign: colour and line of its own each.
private struct ChangeLooks {
  private let ground: String
  private let isDark: Bool
  private let isPrint: Bool

  init(on ground: String, isPrint: Bool) {
    (self.ground, self.isPrint) = (ground, isPrint)
    isDark = (StyleColor.luminance(ground) ?? 1) < 0.4
  }

  /// Told apart by people who do not see red and green, too; each readable on its ground.
  private func color(_ change: GraphDifference.Change) -> String {
    if isPrint { return change == .unchanged ? "#8c8c8c" : "#000000" }
    return switch change {
    case .added: isDark ? "#4fd1b5" : "#00695c"
    case .removed: isDark ? "#ff9e80" : "#b3371b"
    case .ended: isDark ? "#c3a6f2" : "#6b4499"
    case .changed: isDark ? "#f2c14e" : "#8a5a12"
    case .unchanged: StyleColor.mixed(isDark ? "#8d9aa8" : "#7b8794", ground, share: 0.45)
    }
  }

  private var quietText: String { isPrint ? "#5a5a5a" : isDark ? "#a3b0be" : "#5b6875" }

  func node(_ change: GraphDifference.Change, _ shape: Diagram.Shape) -> Attributes {
    let (line, width): (String, Double) =
      switch change {
      case .added: ("bold", 2.6)
      case .removed: ("dotted", 2)
      case .ended: ("dashed", 1.6)
      case .changed: ("solid", 2)
      case .unchanged: ("solid", 0.8)
      }
    let fill = change == .unchanged || isPrint ? ground : StyleColor.mixed(color(change), ground, share: 0.86)
    return [
      .color: .text(color(change)), .fillcolor: .text(fill), .penwidth: .number(width),
      .style: .text((shape.drawn.style.contains("rounded") ? "filled,rounded," : "filled,") + line),
      .fontcolor: .text(change == .unchanged ? quietText : isDark ? "#f2f5f9" : "#1f2933"),
    ]
  }

  func edge(_ change: GraphDifference.Change) -> Attributes {
    var attributes: Attributes = [
      .color: .text(color(change)), .fontcolor: .text(change == .unchanged ? quietText : color(change)),
    ]
    switch change {
    case .added: attributes.merge([.style: "solid", .penwidth: 3])
    case .removed: attributes.merge([.style: "dotted", .penwidth: 2])
    case .ended: attributes.merge([.style: "dashed", .penwidth: 1.4])
    case .changed: attributes.merge([.style: "solid", .penwidth: 1.8])
    case .unchanged: attributes[.penwidth] = 0.8
    }
    return attributes
  }

  /// A kind of thing without what became of it, for the legend.
  func plain(_ kind: Diagram.NodeKind, named name: String) -> Diagram.NodeKind {
    var kind = kind
    kind.name = name
    kind.style.merge(node(.unchanged, kind.shape))
    return kind
  }

  func plain(_ kind: Diagram.EdgeKind, named name: String) -> Diagram.EdgeKind {
    var kind = kind
    kind.name = name
    kind.style.merge(edge(.unchanged))
    return kind
  }

  func sample(_ change: GraphDifference.Change, _ words: Words) -> Diagram.NodeKind {
    var kind = Diagram.NodeKind(words.legend(change), className: change.rawValue, shape: .roundedBox)
    kind.style = node(change, kind.shape)
    return kind
  }

  func line(_ change: GraphDifference.Change, _ words: Words) -> Diagram.EdgeKind {
    var kind = Diagram.EdgeKind(words.legend(change), className: change.rawValue, arrow: .none)
    kind.style = edge(change)
    return kind
  }
}

extension PageData.Element {
  /// What became of it, before everything else.
  fileprivate mutating func tell(
    _ change: GraphDifference.Change, _ details: [String], _ words: Words
  ) {
    guard change != .unchanged else { return }
    self.properties.insert(PageData.Property(key: words.name(of: change), values: details), at: 0)
  }
}
