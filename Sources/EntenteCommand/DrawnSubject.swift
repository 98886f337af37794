import Entente
import EntenteDiagram

/// What `draw` draws, and how.
struct DrawnSubject {
  enum Content {
    case part(Graph, GraphPart)
    case answer(Table)
  }

  let content: Content
  var options: DiagramOptions
  let layout: PictureLayout
  /// Where the picture is a strip: those of its panels.
  var dates: [PartialDate]?
  /// The failure where there is nothing to draw.
  let nothing: () -> CommandFailure

  func diagram(_ engine: Diagram.Engine) throws(CommandFailure) -> Diagram {
    var options = options
    options.engine = engine
    let diagram: Diagram
    do throws(RestrictionError) {
      diagram =
        switch (content, dates) {
        case (.part(let graph, let part), nil): Diagram(graph, part: part, options: options)
        case (.answer(let table), nil): Diagram(table, options: options)
        case (.part(let graph, let part), let dates?): try Diagram(graph, part: part, at: dates, options: options)
        case (.answer(let table), let dates?):
          try Diagram(table, at: dates, options: options)
        }
    } catch {
      throw CommandFailure(.badInput, [error.diagnostic])
    }
    if dates != nil, case .answer(let table) = content, table.restriction.asOf != nil {
      throw .usage(
        "the query says itself as of when, so --strip has no place beside it", help: ["leave AS OF out of it"])
    }
    guard !diagram.isEmpty else { throw nothing() }
    return diagram
  }

  func timeline() throws(CommandFailure) -> Timeline {
    let timeline: Timeline
    do throws(RestrictionError) {
      timeline =
        switch content {
        case .part(let graph, let part): try Timeline(graph, part: part, options: options)
        case .answer(let table): try Timeline(table, options: options)
        }
    } catch {
      throw CommandFailure(.badInput, [error.diagnostic])
    }
    guard !timeline.isEmpty else {
      throw CommandFailure(
        .badInput, code: "DR13", "nothing of it has a date, so that there is no timeline",
        help: ["relationships hold from `since` until `until`, or `at` a date"])
    }
    let limits = RenderLimits()
    let bars = timeline.lanes.reduce(0) { $0 + $1.bars.count }
    guard timeline.lanes.count <= limits.nodes, bars <= limits.edges else {
      throw CommandFailure(
        .renderer, [RenderError.tooLarge(nodes: timeline.lanes.count, edges: bars, limits: limits).diagnostic])
    }
    return timeline
  }
}
