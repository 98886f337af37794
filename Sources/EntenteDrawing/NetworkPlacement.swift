/// Makes a readable picture of the places that a layout by springs found: as small as its words allow.
///
///     springs ──► parts turned to lie flat ──► for each size: nodes pushed apart ──► lines ──► words ──► price
///                                                                                                  the cheapest wins
///
/// Springs know nothing of words. Here the places are scaled, less upwards than sideways since words are wide, and
/// nodes that touch are pushed apart; lines are drawn by ``EdgeRouting`` and words placed by
/// ``LabelPlacement``. What is paid for is words without room, lines through nodes, bad places of words, and area.
/// Parts that nothing joins stand in rows below the largest.
public struct NetworkPlacement {
  public struct Picture: Sendable {
    /// The centres of the nodes.
    public var centers: [PlanePoint]
    public var routes: [EdgeRouting.Route]
    /// The centres of the words; nil of a line without words, or without room for them.
    public var labels: [PlanePoint?]

    /// What nodes, lines and words cover.
    public func bounds(
      sizes: [(width: Double, height: Double)], labelSizes: [(width: Double, height: Double)?]
    ) -> PlaneBox {
      var bounds = PlaneBox.nothing
      for (center, size) in zip(centers, sizes) {
        bounds.include(PlaneBox(center: center, width: size.width, height: size.height))
      }
      for route in routes { for point in Polyline(curve: route.curve).points { bounds.include(point) } }
      for case (let center?, let size?) in zip(labels, labelSizes) {
        bounds.include(PlaneBox(center: center, width: size.width, height: size.height))
      }
      return bounds
    }
  }

  private let sizes: [(width: Double, height: Double)]
  private let lines: [EdgeRouting.Line]
  private let contains: (Int, PlanePoint) -> Bool
  private let parts: [[Int]]
  private var flat: [PlanePoint]
  /// Nodes with one neighbour, that neighbour, which has others, and the words between them.
  private let leaves: [(leaf: Int, neighbour: Int, words: [(width: Double, height: Double)])]

  /// - Parameters:
  ///   - turns: whether parts may be turned to lie flat.
  ///   - contains: whether the shape of a node holds a point, given from its centre.
  public init(
    centers: [PlanePoint], sizes: [(width: Double, height: Double)], lines: [EdgeRouting.Line], turns: Bool,
    contains: @escaping (_ node: Int, _ offset: PlanePoint) -> Bool
  ) {
    self.sizes = sizes
    self.lines = lines
    self.contains = contains
    parts = Self.parts(count: centers.count, lines)
    var flat = centers
    for part in parts where turns && part.count > 1 { Self.turn(part, in: &flat) }
    self.flat = flat
    var neighbours = [Set<Int>](repeating: [], count: centers.count)
    var words = [[(width: Double, height: Double)]](repeating: [], count: centers.count)
    for line in lines where line.from != line.to {
      neighbours[line.from].insert(line.to)
      neighbours[line.to].insert(line.from)
      guard let label = line.label else { continue }
      words[line.from].append(label)
      words[line.to].append(label)
    }
    leaves = neighbours.indices.compactMap { node in
      guard neighbours[node].count == 1, let other = neighbours[node].first, neighbours[other].count > 1 else {
        return nil
      }
      return (node, other, words[node])
    }
  }

  /// The share of a picture that shapes and words fill: at most at first, and where they begin to crowd.
  private static let fill = (first: 0.42, free: 0.2)
  private static let growth = 1.13
  /// How many sizes are tried, and how many where words still have no room.
  private static let tries = (usual: 8, most: 16)
  /// Larger networks are drawn in one size alone.
  private static let crowd = 300
  /// How much less places are scaled upwards than sideways, first; taller where a small picture is too wide for a page.
  private static let flatnesses = (usual: 0.8, taller: [0.8, 1, 1.2, 1.5, 1.8, 2.2])
  private var flatness = Self.flatnesses.usual
  /// Where what lay sideways points to, where a small picture is too wide for a page: every 15 degrees.
  private static let directions: [PlanePoint] = {
    let (root2, root3) = (2.squareRoot(), 3.squareRoot())
    let (fifteen, thirty) = (
      PlanePoint((root3 + 1) / (2 * root2), (root3 - 1) / (2 * root2)), PlanePoint(root3 / 2, 0.5)
    )
    let half = [PlanePoint(1, 0), fifteen, thirty, PlanePoint(root2 / 2, root2 / 2)]
    let quarter = half + [thirty, fifteen].map { PlanePoint($0.y, $0.x) }
    return quarter + quarter.map { PlanePoint($0.y, -$0.x) }
  }()
  /// Whether what goes beyond a page is paid for.
  private var isForPage = false
  /// A picture of so few nodes should be no wider and taller: so its words of 10 points have 7 at a width of 170 mm.
  public static let page = (nodes: 15, width: 630.0, height: 800.0)
  /// Between nodes.
  private static let room = (width: 24.0, height: 18.0)

  public func solve() -> Picture {
    let usual = cheapest()
    guard sizes.count <= Self.page.nodes, bounds(of: usual).width > Self.page.width else { return usual.picture }
    var onPage = self
    onPage.isForPage = true
    var best: Priced?
    for direction in Self.directions {
      onPage.flat = flat.map {
        PlanePoint($0.x * direction.x - $0.y * direction.y, $0.x * direction.y + $0.y * direction.x)
      }
      for flatness in Self.flatnesses.taller {
        onPage.flatness = flatness
        let other = onPage.cheapest()
        guard other.isComplete || !usual.isComplete else { continue }
        if other.cost < best?.cost ?? .infinity { best = other }
      }
    }
    return (best ?? usual).picture
  }

  private func bounds(of priced: Priced) -> PlaneBox {
    priced.picture.bounds(sizes: sizes, labelSizes: lines.map(\.label))
  }

  private func cheapest() -> Priced {
    var best: Priced?
    let first = firstScale
    var scale = first
    var tried = 0
    if sizes.count > Self.crowd {
      scale = max(1, first)
      for _ in 0..<6 {
        if let centers = placed(scale, slack: scale / first) { return picture(centers) }
        scale *= Self.growth
      }
    }
    while tried < Self.tries.usual || tried < Self.tries.most && best?.isComplete == false {
      defer { scale *= Self.growth }
      tried += 1
      guard let centers = placed(scale, slack: scale / first) else { continue }
      let result = picture(centers)
      if best.map({ result.cost < $0.cost }) ?? true { best = result }
      if result.isGood { break }
    }
    return best ?? picture(flat.map(\.rounded))
  }

  /// Lines and words among nodes that stand where they are.
  ///
  /// - Parameter taken: where no words may be, besides nodes.
  public static func picture(
    centers: [PlanePoint], sizes: [(width: Double, height: Double)], lines: [EdgeRouting.Line], taken: [PlaneBox],
    contains: @escaping (_ node: Int, _ offset: PlanePoint) -> Bool
  ) -> Picture {
    NetworkPlacement(centers: centers, sizes: sizes, lines: lines, turns: false, contains: contains)
      .picture(centers, taken: taken).picture
  }

  // MARK: Places

  /// The first scale at which a picture is not too full to be tried.
  private var firstScale: Double {
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
  private func scaled(_ scale: Double, slack: Double) -> [PlanePoint] {
    var centers = flat.map { PlanePoint($0.x * scale, $0.y * scale * flatness) }
    pullLeaves(in: &centers, slack)
    return centers
  }

  /// The places at a scale, or nil where nodes cannot be kept apart.
  private func placed(_ scale: Double, slack: Double) -> [PlanePoint]? {
    var centers = scaled(scale, slack: slack)
    for part in parts where part.count > 1 && !pushApart(part, in: &centers) { return nil }
    return packed(centers).map(\.rounded)
  }

  /// Brings nodes with one neighbour as near to it as their words allow: springs keep them at arm's length.
  private func pullLeaves(in centers: inout [PlanePoint], _ slack: Double) {
    for (leaf, neighbour, labels) in leaves {
      let (from, to) = (centers[neighbour], centers[leaf])
      let distance = from.distance(to: to)
      guard distance > 1 else { continue }
      let (x, y) = ((to.x - from.x) / distance, (to.y - from.y) / distance)
      func reach(_ size: (width: Double, height: Double)) -> Double {
        min(size.width / 2 / max(abs(x), 0.001), size.height / 2 / max(abs(y), 0.001))
      }
      let words =
        labels.map { min($0.width, 2 * reach($0)) + 8 }.max() ?? 0
      let wanted = reach(sizes[leaf]) + reach(sizes[neighbour]) + (words + 46) * slack
      if wanted < distance { centers[leaf] = from.mixed(with: to, wanted / distance) }
    }
  }

  private func pushApart(_ part: [Int], in centers: inout [PlanePoint]) -> Bool {
    var places = part.map { Optional(centers[$0]) }
    guard PushApart(sizes: part.map { sizes[$0] }, room: Self.room).run(&places) else { return false }
    for (node, place) in zip(part, places) { if let place { centers[node] = place } }
    return true
  }

  /// The largest part with the others in rows below it.
  private func packed(_ centers: [PlanePoint]) -> [PlanePoint] {
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
  private static func turn(_ part: [Int], in centers: inout [PlanePoint]) {
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
  private static func parts(count: Int, _ lines: [EdgeRouting.Line]) -> [[Int]] {
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

  // MARK: Lines, words, price

  private struct Priced {
    var picture: Picture
    var cost: Double
    /// Whether all words have a place.
    var isComplete: Bool
    /// Whether a larger one would hardly be better.
    var isGood: Bool
  }

  private func picture(_ centers: [PlanePoint], taken: [PlaneBox] = []) -> Priced {
    let boxes = zip(centers, sizes).map { PlaneBox(center: $0, width: $1.width, height: $1.height) }
    let routes = EdgeRouting(boxes: boxes, contains: contains).routes(of: lines)
    var bounds = boxes.reduce(into: PlaneBox.nothing) { $0.include($1) }
    let labelled = zip(routes, lines).map { route, line in
      LabelPlacement.Line(
        curve: route.curve, label: line.label, tips: [route.tail, route.head].compactMap { $0 })
    }
    let (labels, labelCost) = LabelPlacement(obstacles: boxes + taken, lines: labelled, bounds: bounds).solveWithCost()
    for (center, line) in zip(labels, lines) {
      if let center, let label = line.label {
        bounds.include(PlaneBox(center: center, width: label.width, height: label.height))
      }
    }
    let hidden = zip(labels, lines).count { $0 == nil && $1.label != nil }
    let hits = routes.reduce(0) { $0 + $1.hits }
    let count = Double(max(1, labels.count { $0 != nil }))
    // Words in fair places are not worth more paper, room to breathe is.
    let area = bounds.width * bounds.height / 3600
    let crowd = crowd(in: bounds)
    let picture = Picture(centers: centers, routes: routes, labels: labels)
    let beyond = isForPage ? excess(of: picture) : 0
    // A page is not worth a line through a node, nor words.
    let (hit, missing): (Double, Double) = isForPage ? (3000, 5000) : (300, 1000)
    return Priced(
      picture: picture,
      cost: missing * Double(hidden) + hit * Double(hits) + 1.4 * labelCost + crowd + area + 10 * beyond,
      isComplete: hidden == 0,
      isGood: hidden == 0 && hits == 0 && crowd == 0 && labelCost / count < 4 && beyond == 0)
  }

  /// How many points a picture is wider and taller than a page, and a little of what it is taller than pages are.
  private func excess(of picture: Picture) -> Double {
    let size = picture.bounds(sizes: sizes, labelSizes: lines.map(\.label))
    return max(0, size.width - Self.page.width) + max(0, size.height - Self.page.height)
      + 0.1 * max(0, size.height - size.width * Self.page.height / Self.page.width)
  }

  /// What shapes and words cover.
  private var contentArea: Double {
    sizes.reduce(0) { $0 + $1.width * $1.height }
      + lines.reduce(0) { $0 + ($1.label.map { $0.width * $0.height } ?? 0) }
  }

  /// What is wrong with shapes and words that fill more than a fifth of a picture.
  private func crowd(in bounds: PlaneBox) -> Double {
    let items = Double(sizes.count + lines.count { $0.label != nil })
    return 60 * items * max(0, contentArea / max(1, bounds.width * bounds.height) - Self.fill.free)
  }
}
