public import Entente

/// Ties by actor as bars along time.
///
///     let timeline = try Timeline(graph, options: DiagramOptions(language: "ko"))
///     let svg = timeline.svg
///     let pdf = try timeline.renderAndWait(.pdf)
///
/// Every node with a dated tie has a lane, and in it a bar for each of its ties: a tie between two actors stands in
/// both lanes. A bar runs from `since` to `until`, open ends have an arrow; `at` is a bar of that date. Where a date
/// is known in part the bar is thin over the days it may be: nothing is drawn more exactly than it is known.
public struct Timeline: Sendable {
  /// One end of a bar.
  public enum End: Sendable, Hashable {
    /// Not given.
    case open
    /// Some day of these, in days since 1970-01-01.
    case days(first: Int64, last: Int64)
  }

  /// A tie in a lane.
  public struct Bar: Sendable, Hashable {
    /// What tells it from other bars; the same tie in another lane has the same.
    public var id: String
    /// The other end, and what the tie is called.
    public var label: String
    public var tooltip: String
    public var kind: Diagram.EdgeKind
    public var start: End
    public var end: End
    /// The name of its group in the picture; the second time with `_2`.
    var group: String
  }

  /// An actor with its ties, in order of their beginnings.
  public struct Lane: Sendable, Hashable {
    public var id: String
    public var name: String
    public var bars: [Bar]
    /// The name of its group in the picture.
    var group: String
  }

  public var title: String?
  /// Small lines under the title.
  public var caption: [String]
  public var lanes: [Lane]
  public var language: String
  /// Colours of words, and of the ground.
  public var palette = Diagram.Palette.light
  public var background = "#FFFFFF"
  /// The date as of which the ties hold, drawn as a line.
  public var asOf: (first: Int64, last: Int64, text: String)?
  /// Dots an inch of a PNG.
  public var resolution = 96
  /// The same as a diagram, of which a page tells what is in it.
  let diagram: Diagram

  /// Whether no tie has a date.
  public var isEmpty: Bool { lanes.isEmpty }
}

extension Timeline {
  /// The ties that a table holds, as a diagram of it would draw them.
  ///
  /// - Throws: a `RestrictionError` for a date that cannot be read.
  public init(_ table: Table, options: DiagramOptions = DiagramOptions()) throws(RestrictionError) {
    var options = options
    options.restriction = table.restriction
    try self.init(table.graph, GraphSelection(table), options: options, title: options.title)
  }

  /// The ties of a graph, or of a part of it, without those of what documents it.
  ///
  /// - Throws: a `RestrictionError` for a date that cannot be read.
  public init(
    _ graph: Graph, part: GraphPart = .whole, options: DiagramOptions = DiagramOptions()
  ) throws(RestrictionError) {
    let title = options.title ?? GraphReader(graph, language: options.language).title(of: part)
    try self.init(graph, GraphSelection(graph, part, options: options), options: options, title: title)
  }

  private init(
    _ graph: Graph, _ selection: GraphSelection, options: DiagramOptions, title: String?
  ) throws(RestrictionError) {
    self.title = title
    language = options.language
    diagram = Diagram(graph, selection, options: options, title: title)
    let names = diagram.names
    let nodeNames = Dictionary(zip(diagram.nodes.map(\.id), names.nodes)) { first, _ in first }
    let edgeNames = Dictionary(zip(diagram.edges.map(\.id), names.edges)) { first, _ in first }
    let reader = GraphReader(graph, language: options.language)
    var styles = DefaultStyles(words: reader.words, facts: graph.facts)
    let standings = Standings(selection, in: graph, options: options)
    let cascade = StyleCascade(
      options.sheets(money: nil), media: options.theme.media, reader: reader, standings: standings,
      nodes: selection.nodes, relationships: selection.relationships)
    var looks = Diagram()
    looks.apply(cascade, engine: .automatic)
    (palette, background) = (looks.palette, looks.background ?? background)
    var bars: [NodeID: [Bar]] = [:]
    var dated = 0
    let footnotes =
      options.hasFootnotes
      ? Footnotes(of: selection.relationships.map { [.relationship($0)] }, in: graph, language: options.language) : nil
    for (place, relationship) in selection.relationships.enumerated() {
      let dates = try graph.dates(of: relationship)
      guard dates.since != nil || dates.until != nil || dates.at != nil else { continue }
      dated += 1
      let type = reader.type(of: relationship)
      let ends = [graph.source(of: relationship), graph.target(of: relationship)]
      let tooltip = reader.tooltip(
        of: relationship, type: type, from: reader.name(of: ends[0]), to: reader.name(of: ends[1]))
      let look = cascade.look(of: relationship)
      let kind = styles.kind(ofType: type, isDirected: !graph.isUndirected(relationship)).styled(
        look, type: reader.words.type(type))
      let numbers = footnotes?.rows[place].map(Footnotes.marker).joined() ?? ""
      // What has ended is where its bar ends.
      let marks = Words.marks(of: standings.of(relationship).subtracting(.ended))
      for (node, other) in [(ends[0], ends[1]), (ends[1], ends[0])] {
        let name = reader.localizedText("name", of: relationship)
        let what = (kind.isTellingByItself ? [] : [reader.words.type(type)]) + [name].compactMap(\.self)
        let id = String(graph.elementID(of: relationship))
        bars[node, default: []].append(
          Bar(
            id: id,
            label: ([reader.name(of: other)] + what).joined(separator: " · ").marked(marks).marked(numbers),
            tooltip: tooltip, kind: kind,
            start: End(dates.at ?? dates.since), end: dates.at.map(End.init(after:)) ?? End(dates.until),
            group: edgeNames[id] ?? "e_"))
        if ends[0] == ends[1] { break }
      }
    }
    lanes = selection.nodes.compactMap { node in
      bars[node].map { bars in
        let id = String(graph.elementID(of: node))
        return Lane(
          id: id, name: reader.name(of: node),
          bars: bars.enumerated().sorted { ($0.element.start.order, $0.offset) < ($1.element.start.order, $1.offset) }
            .map(\.element), group: nodeNames[id] ?? "n_")
      }
    }
    caption = options.hasCaption ? reader.caption(of: selection, title: title, options: options) : []
    let undated = selection.relationships.count - dated
    if undated > 0, options.hasCaption { caption.append(reader.words.undated(undated)) }
    if let footnotes { caption += footnotes.linesBySource }
    if let date = options.restriction.asOf {
      asOf = (date.start.epochDay, date.end.epochDay, reader.words.asOf(date.text))
    }
  }
}

extension Timeline.End {
  /// The days on which it may have begun or ended.
  fileprivate init(_ date: PartialDate?) {
    self = date.map { .days(first: $0.start.epochDay, last: $0.end.epochDay) } ?? .open
  }

  /// The day after a date.
  fileprivate init(after date: PartialDate) {
    self = .days(first: date.end.epochDay + 1, last: date.end.epochDay + 1)
  }

  fileprivate var order: Int64 {
    switch self {
    case .open: .min
    case .days(let first, _): first
    }
  }
}
