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
  /// The failure where there is nothing to draw.
  let nothing: () -> CommandFailure

  func diagram(_ engine: Diagram.Engine) throws(CommandFailure) -> Diagram {
    var options = options
    options.engine = engine
    let diagram =
      switch content {
      case .part(let graph, let part): Diagram(graph, part: part, options: options)
      case .answer(let table): Diagram(table, options: options)
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
