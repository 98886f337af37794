/// Moves nodes apart that overlap or stand too near to one another, and no others.
///
/// Each pair gives way along the shorter way, each half of it, until none touches.
///
/// - Complexity: O(*nodes* + pairs that are near) a round, of which there are 300 at most.
struct PushApart {
  let sizes: [(width: Double, height: Double)]
  /// Between nodes.
  let room: (width: Double, height: Double)

  /// - Returns: whether all are apart.
  @discardableResult
  func run(_ places: inout [PlanePoint?]) -> Bool {
    let nodes = places.indices.filter { places[$0] != nil }
    for _ in 0..<300 {
      var bounds = PlaneBox.nothing
      let boxes = places.indices.map { node in
        places[node].map {
          PlaneBox(center: $0, width: sizes[node].width + room.width, height: sizes[node].height + room.height)
        }
      }
      for box in boxes { if let box { bounds.include(box) } }
      var grid = SpatialGrid(covering: bounds, count: nodes.count)
      for node in nodes { if let box = boxes[node] { grid.insert(node, in: box) } }
      var isFree = true
      for a in nodes {
        guard let box = boxes[a] else { continue }
        for b in grid.items(in: box) where b > a {
          if push(a, b, &places) { isFree = false }
        }
      }
      if isFree { return true }
    }
    return false
  }

  private func push(_ a: Int, _ b: Int, _ places: inout [PlanePoint?]) -> Bool {
    guard let first = places[a], let second = places[b] else { return false }
    let (dx, dy) = (second.x - first.x, second.y - first.y)
    let x = (sizes[a].width + sizes[b].width) / 2 + room.width - abs(dx)
    let y = (sizes[a].height + sizes[b].height) / 2 + room.height - abs(dy)
    guard x > 0.01, y > 0.01 else { return false }
    let push = x < y ? ((x / 2 + 0.01) * (dx < 0 ? -1 : 1), 0) : (0, (y / 2 + 0.01) * (dy < 0 ? -1 : 1))
    places[a] = PlanePoint(first.x - push.0, first.y - push.1)
    places[b] = PlanePoint(second.x + push.0, second.y + push.1)
    return true
  }
}
