/// Makes a readable picture of the places that a layout found: as small as its words allow.
///
///     springs ──► parts turned to lie flat ──► for each size: nodes pushed apart ──► lines ──► words ──► price
///                                                                                                  the cheapest wins
///
/// Springs know nothing of words. Here the places are scaled, less upwards than sideways since words are wide, and
/// nodes that touch are pushed apart; lines are drawn by ``EdgeRouting`` and words placed by
/// ``LabelPlacement``. What is paid for is words without room, lines through nodes, bad places of words, and area.
/// Parts that nothing joins stand in rows below the largest. What is too wide for a ``Page`` is arranged anew for one.
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

  /// What may be done with the places that a layout found.
  public enum Freedom: Sendable {
    /// Springs: parts are turned to lie flat, and further where a page is too narrow.
    case turned
    /// Circles: turned where a page is too narrow.
    case turnedForPage
    /// What is above stays above.
    case layers
    /// The same, but nodes exchange places where a page is too narrow.
    case array
  }

  var isUpright: Bool { freedom == .layers || freedom == .array }

  let sizes: [(width: Double, height: Double)]
  let lines: [EdgeRouting.Line]
  let contains: (Int, PlanePoint) -> Bool
  let freedom: Freedom
  /// Boxes around nodes, and the sizes of their names.
  let clusters: PlaneClusters
  let names: [(width: Double, height: Double)]
  /// What the picture should fit.
  let page: Page?
  let parts: [[Int]]
  var flat: [PlanePoint]
  /// Nodes with one neighbour, that neighbour, which has others, and the words between them.
  let leaves: [(leaf: Int, neighbour: Int, words: [(width: Double, height: Double)])]

  /// - Parameter contains: whether the shape of a node holds a point, given from its centre.
  public init(
    centers: [PlanePoint], sizes: [(width: Double, height: Double)], lines: [EdgeRouting.Line], freedom: Freedom,
    clusters: PlaneClusters = PlaneClusters([], count: 0), names: [(width: Double, height: Double)] = [],
    page: Page? = nil, contains: @escaping (_ node: Int, _ offset: PlanePoint) -> Bool
  ) {
    self.sizes = sizes
    self.lines = lines
    self.contains = contains
    self.freedom = freedom
    self.clusters = clusters
    self.names = names
    self.page = page
    let isWhole = !clusters.nodes.isEmpty || freedom == .array
    parts = isWhole ? [Array(centers.indices)] : Self.parts(count: centers.count, lines)
    var flat = centers
    for part in parts where freedom == .turned && part.count > 1 && !isWhole { Self.turn(part, in: &flat) }
    self.flat = flat
    let isUpright = freedom == .layers || freedom == .array
    leaves = isWhole || isUpright ? [] : Self.leaves(count: centers.count, lines)
  }

  /// How many sizes are tried, and how many where words still have no room.
  static let tries = (usual: 8, most: 16)
  static let growth = 1.13
  /// Larger networks are drawn in one size alone.
  private static let crowd = 300
  /// How much less places are scaled upwards than sideways.
  var flatness = 0.8
  /// Whether what goes beyond a page is paid for.
  var isForPage = false

  public func solve() -> Picture {
    let usual = cheapest()
    guard let page, bounds(of: usual.picture).width > page.width else { return usual.picture }
    return onPage(page, besides: usual).picture
  }

  private func cheapest() -> Priced {
    var best: Priced?
    let first = firstScale
    var scale = first
    var tried = 0
    if sizes.count > Self.crowd {
      scale = max(1, first)
      for _ in 0..<6 {
        if let centers = placed(scale, slack: scale / first) { return priced(centers) }
        scale *= Self.growth
      }
    }
    while tried < Self.tries.usual || tried < Self.tries.most && best?.isComplete == false {
      defer { scale *= Self.growth }
      tried += 1
      guard let centers = placed(scale, slack: scale / first) else { continue }
      let result = priced(centers)
      if best.map({ result.cost < $0.cost }) ?? true { best = result }
      if result.isGood { break }
    }
    return best ?? priced(flat.map(\.rounded))
  }

  /// Lines and words among nodes that stand where they are.
  public func picture(_ centers: [PlanePoint]) -> Picture { priced(centers).picture }

  // MARK: Lines, words, price

  struct Priced {
    var picture: Picture
    var cost: Double
    /// Whether all words have a place.
    var isComplete: Bool
    /// Whether a larger one would hardly be better.
    var isGood: Bool
    /// Whether it fits a page with all words, and no line goes through a node.
    var isFineOnPage: Bool
  }

  /// What nodes, lines, words and boxes around nodes cover.
  func bounds(of picture: Picture) -> PlaneBox {
    bounds(of: picture, clusters.boxes(picture.centers, sizes, labels: names))
  }

  private func bounds(of picture: Picture, _ boxes: [PlaneBox?]) -> PlaneBox {
    var bounds = picture.bounds(sizes: sizes, labelSizes: lines.map(\.label))
    for case let box? in boxes { bounds.include(box) }
    return bounds
  }

  /// - Parameter limit: nothing dearer is of any use: its words are not placed.
  func priced(_ centers: [PlanePoint], below limit: Double = .infinity) -> Priced {
    let nodes = zip(centers, sizes).map { PlaneBox(center: $0, width: $1.width, height: $1.height) }
    let routes = EdgeRouting(boxes: nodes, contains: contains).routes(of: lines)
    var bounds = nodes.reduce(into: PlaneBox.nothing) { $0.include($1) }
    let boxes = clusters.boxes(centers, sizes, labels: names)
    let taken = zip(boxes, names).compactMap { box, name in box.map { PlaneClusters.place(of: name, in: $0) } }
    let hits = Double(routes.reduce(0) { $0 + $1.hits })
    let lost = Double(boxes.count { $0 == nil })
    // A page is not worth a line through a node, nor words.
    let (hit, missing): (Double, Double) = isForPage ? (3000, 5000) : (300, 1000)
    var picture = Picture(centers: centers, routes: routes, labels: lines.map { _ in nil })
    let least = missing * lost + hit * hits + bounds.width * bounds.height / 3600
    guard least < limit else {
      return Priced(picture: picture, cost: least, isComplete: false, isGood: false, isFineOnPage: false)
    }
    let labelled = zip(routes, lines).map { route, line in
      LabelPlacement.Line(
        curve: route.curve, label: line.label, tips: [route.tail, route.head].compactMap { $0 })
    }
    let (labels, labelCost) = LabelPlacement(obstacles: nodes + taken, lines: labelled, bounds: bounds).solveWithCost()
    picture.labels = labels
    for case (let center?, let label?) in zip(labels, lines.map(\.label)) {
      bounds.include(PlaneBox(center: center, width: label.width, height: label.height))
    }
    for case let box? in boxes { bounds.include(box) }
    let hidden = zip(labels, lines).count { $0 == nil && $1.label != nil }
    let count = Double(max(1, labels.count { $0 != nil }))
    // Words in fair places are not worth more paper, room to breathe is.
    let area = bounds.width * bounds.height / 3600
    let crowd = crowd(in: bounds)
    let whole = self.bounds(of: picture, boxes)
    let beyond = isForPage ? page?.excess(of: whole) ?? 0 : 0
    let isFine = hidden == 0 && hits == 0 && lost == 0
    return Priced(
      picture: picture,
      cost: missing * (Double(hidden) + lost) + hit * hits + 1.4 * labelCost + crowd + area + 10 * beyond,
      isComplete: hidden == 0 && lost == 0,
      isGood: isFine && beyond == 0 && crowd == 0 && labelCost / count < 4,
      isFineOnPage: isFine && whole.width <= page?.width ?? .infinity)
  }

  /// What shapes and words cover.
  var contentArea: Double {
    sizes.reduce(0) { $0 + $1.width * $1.height }
      + lines.reduce(0) { $0 + ($1.label.map { $0.width * $0.height } ?? 0) }
  }

  /// The share of a picture that shapes and words fill: at most at first, and where they begin to crowd.
  static let fill = (first: 0.42, free: 0.2)

  /// What is wrong with shapes and words that fill more than a fifth of a picture.
  func crowd(in bounds: PlaneBox) -> Double {
    let items = Double(sizes.count + lines.count { $0.label != nil })
    return 60 * items * max(0, contentArea / max(1, bounds.width * bounds.height) - Self.fill.free)
  }
}
