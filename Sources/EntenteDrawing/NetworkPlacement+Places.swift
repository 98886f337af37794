extension NetworkPlacement {
  /// Between nodes.
  private static let room = (width: 24.0, height: 18.0)

  /// The first scale at which a picture is not too full to be tried.
  var firstScale: Double {
    var scale = 0.2
    while scale < 20 {
      let centers = scaled(scale, slack: 1)
      let bounds = parts.reduce(into: [PlaneBox]()) { bounds, part in
        bounds.append(
          part.reduce(into: .nothing) {
            $0.include(PlaneBox(center: centers[$1], width: sizes[$1].width, height: sizes[$1].height))
          })
      }
      if contentArea <= Self.fill.first * bounds.reduce(0, { $0 + $1.width * $1.height }) { break }
      scale *= Self.growth
    }
    return scale
  }

  /// - Parameter slack: how much more room than the least the lines of leaves get.
  func scaled(_ scale: Double, slack: Double) -> [PlanePoint] {
    var centers = flat.map { PlanePoint($0.x * scale, $0.y * scale * flatness) }
    pullLeaves(in: &centers, slack)
    return centers
  }

  /// The places at a scale, or nil where nodes cannot be kept apart.
  func placed(_ scale: Double, slack: Double) -> [PlanePoint]? {
    var centers = scaled(scale, slack: slack)
    if !clusters.nodes.isEmpty { return apart(centers)?.map(\.rounded) }
    for part in parts where part.count > 1 && !pushApart(part, in: &centers) { return nil }
    return packed(centers).map(\.rounded)
  }

  /// How long a line between two nodes is to be, from middle to middle, for its words to have room.
  func length(
    from a: Int, to b: Int, along direction: PlanePoint, _ words: [(width: Double, height: Double)], _ slack: Double
  ) -> Double {
    func reach(_ size: (width: Double, height: Double)) -> Double {
      min(size.width / 2 / max(abs(direction.x), 0.001), size.height / 2 / max(abs(direction.y), 0.001))
    }
    let room = words.map { min($0.width, 2 * reach($0)) + 8 }.max() ?? 0
    return reach(sizes[a]) + reach(sizes[b]) + (room + 46) * slack
  }

  /// Brings nodes with one neighbour as near to it as their words allow: springs keep them at arm's length.
  func pullLeaves(in centers: inout [PlanePoint], _ slack: Double) {
    for (leaf, neighbour, labels) in leaves {
      let (from, to) = (centers[neighbour], centers[leaf])
      let distance = from.distance(to: to)
      guard distance > 1 else { continue }
      let (x, y) = ((to.x - from.x) / distance, (to.y - from.y) / distance)
      let wanted = length(from: neighbour, to: leaf, along: PlanePoint(x, y), labels, slack)
      if wanted < distance { centers[leaf] = from.mixed(with: to, wanted / distance) }
    }
  }

  /// Pushes apart the nodes of each box, then the boxes, with all that is in them, and the nodes in none.
  private func apart(_ centers: [PlanePoint]) -> [PlanePoint]? {
    var centers = centers
    for members in clusters.nodes where !pushApart(members, in: &centers) { return nil }
    var groups = clusters.nodes
    var boxes = clusters.outlines(centers, sizes, labels: names)
    for node in centers.indices where clusters.members(with: node).isEmpty {
      groups.append([node])
      boxes.append(PlaneBox(center: centers[node], width: sizes[node].width, height: sizes[node].height))
    }
    var places = boxes.map { Optional($0.center) }
    guard PushApart(sizes: boxes.map { ($0.width, $0.height) }, room: Self.room).run(&places) else { return nil }
    for (index, group) in groups.enumerated() {
      guard let place = places[index] else { continue }
      let (dx, dy) = (place.x - boxes[index].center.x, place.y - boxes[index].center.y)
      for node in group { centers[node] = PlanePoint(centers[node].x + dx, centers[node].y + dy) }
    }
    return centers
  }

  func pushApart(_ part: [Int], in centers: inout [PlanePoint]) -> Bool {
    var places = part.map { Optional(centers[$0]) }
    guard PushApart(sizes: part.map { sizes[$0] }, room: Self.room).run(&places) else { return false }
    for (node, place) in zip(part, places) { if let place { centers[node] = place } }
    return true
  }

  /// The largest part with the others in rows below it.
  func packed(_ centers: [PlanePoint]) -> [PlanePoint] {
    guard parts.count > 1 else { return centers }
    var centers = centers
    let bounds = parts.map { part in
      part.reduce(into: PlaneBox.nothing) {
        $0.include(PlaneBox(center: centers[$1], width: sizes[$1].width, height: sizes[$1].height))
      }
    }
    let order = parts.indices.sorted {
      (parts[$1].count, bounds[$1].height, $0) < (parts[$0].count, bounds[$0].height, $1)
    }
    let limit = max(bounds.map(\.width).max() ?? 0, 420)
    let (gap, rowGap) = (26.0, 24.0)
    var (x, top, lowest) = (0.0, 0.0, 0.0)
    for part in order {
      if x > 0, x + bounds[part].width > limit { (x, top) = (0, lowest - rowGap) }
      let (dx, dy) = (x - bounds[part].left, top - bounds[part].top)
      for node in parts[part] { centers[node] = PlanePoint(centers[node].x + dx, centers[node].y + dy) }
      x += bounds[part].width + gap
      lowest = min(lowest, top - bounds[part].height)
    }
    return centers
  }

  /// Turns a part about its middle so that it is widest sideways, by the axes of its inertia.
  static func turn(_ part: [Int], in centers: inout [PlanePoint]) {
    let count = Double(part.count)
    let middle = part.reduce(PlanePoint(0, 0)) {
      PlanePoint($0.x + centers[$1].x / count, $0.y + centers[$1].y / count)
    }
    var (xx, xy, yy) = (0.0, 0.0, 0.0)
    for node in part {
      let (dx, dy) = (centers[node].x - middle.x, centers[node].y - middle.y)
      (xx, xy, yy) = (xx + dx * dx, xy + dx * dy, yy + dy * dy)
    }
    // The direction (cos, sin) of the larger eigenvector, without functions of the C library.
    let half = (xx - yy) / 2
    let root = (half * half + xy * xy).squareRoot()
    guard root > 1e-9 else { return }
    let (x, y) = half >= 0 ? (half + root, xy) : (xy, root - half)
    let length = (x * x + y * y).squareRoot()
    guard length > 1e-9 else { return }
    let (cosine, sine) = (x / length, y / length)
    for node in part {
      let (dx, dy) = (centers[node].x - middle.x, centers[node].y - middle.y)
      centers[node] = PlanePoint(middle.x + dx * cosine + dy * sine, middle.y - dx * sine + dy * cosine)
    }
  }

  /// The nodes that lines join, in the order of their first.
  static func parts(count: Int, _ lines: [EdgeRouting.Line]) -> [[Int]] {
    var root = Array(0..<count)
    func find(_ node: Int) -> Int {
      var node = node
      while root[node] != node { node = root[node] }
      return node
    }
    for line in lines {
      let (a, b) = (find(line.from), find(line.to))
      root[max(a, b)] = min(a, b)
    }
    return Dictionary(grouping: 0..<count, by: find).sorted { $0.key < $1.key }.map(\.value)
  }

  /// Nodes with one neighbour that has others.
  static func leaves(
    count: Int, _ lines: [EdgeRouting.Line]
  ) -> [(leaf: Int, neighbour: Int, words: [(width: Double, height: Double)])] {
    var neighbours = [Set<Int>](repeating: [], count: count)
    var words = [[(width: Double, height: Double)]](repeating: [], count: count)
    for line in lines where line.from != line.to {
      neighbours[line.from].insert(line.to)
      neighbours[line.to].insert(line.from)
      guard let label = line.label else { continue }
      words[line.from].append(label)
      words[line.to].append(label)
    }
    return neighbours.indices.compactMap { node in
      guard neighbours[node].count == 1, let other = neighbours[node].first, neighbours[other].count > 1 else {
        return nil
      }
      return (node, other, words[node])
    }
  }
}
