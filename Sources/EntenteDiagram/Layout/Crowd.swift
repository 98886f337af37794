import EntenteDrawing

/// What a picture of many nodes says: the names of those with most ties, larger the more they have; the others are small
/// shapes in the looks of their kind, whose names an SVG shows where the pointer rests.
///
/// With all names, a picture of 2,000 nodes would be metres wide before one of them could be read.
struct Crowd {
  /// The nodes with names, by their places, and the size of each name in points.
  let sizes: [Int: Double]

  /// More nodes than this are a crowd, in which so many have names.
  static let limit = (nodes: 400, names: 60)
  private static let points = (least: 16.0, most: 30.0)

  /// Nil of a diagram that has room for all names, and of tiles, which are as large as they are to be.
  ///
  /// - Complexity: O(*nodes* log *nodes* + *edges*)
  init?(_ diagram: Diagram, engine: Diagram.Engine) {
    guard engine.drawsLines, diagram.nodes.count > Self.limit.nodes else { return nil }
    var degrees = [Int](repeating: 0, count: diagram.nodes.count)
    for edge in diagram.edges {
      for node in Set([edge.from, edge.to]) where degrees.indices.contains(node) { degrees[node] += 1 }
    }
    let order = degrees.indices.sorted { (degrees[$1], $0) < (degrees[$0], $1) }
    let named = order.prefix(Self.limit.names)
    let most = Double(max(1, degrees[order[0]]))
    sizes = Dictionary(
      uniqueKeysWithValues: named.map {
        ($0, (Self.points.least + (Self.points.most - Self.points.least) * Double(degrees[$0]) / most).rounded())
      })
  }

  func apply(to drawing: inout Drawing) {
    for index in drawing.nodes.indices {
      if let size = sizes[index] {
        drawing.nodes[index][.fontsize] = .number(size)
      } else {
        drawing.nodes[index].merge([
          .label: "", .fixedsize: "true", .width: 0.14, .height: 0.14, .margin: 0, .penwidth: 0.8, .peripheries: 1,
        ])
      }
    }
    for index in drawing.edges.indices {
      drawing.edges[index].attributes[.label] = nil
      drawing.edges[index].attributes[.arrowsize] = 0.4
      if case .number(let width)? = drawing.edges[index].attributes[.penwidth] {
        drawing.edges[index].attributes[.penwidth] = .number(width * 0.5)
      }
    }
    // Small shapes need little room.
    if drawing.engine == .sfdp { drawing.graphAttributes.merge([.springLength: 0.4, .sep: 4, .esep: 2]) }
  }

  func note(_ diagram: Diagram) -> String { Words(diagram.language).named(sizes.count, of: diagram.nodes.count) }
}
