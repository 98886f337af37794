extension NetworkPlacement {
  /// Where what lay sideways points to: every 15 degrees.
  private static let directions: [PlanePoint] = {
    let (root2, root3) = (2.squareRoot(), 3.squareRoot())
    let (fifteen, thirty) = (
      PlanePoint((root3 + 1) / (2 * root2), (root3 - 1) / (2 * root2)), PlanePoint(root3 / 2, 0.5)
    )
    let half = [PlanePoint(1, 0), fifteen, thirty, PlanePoint(root2 / 2, root2 / 2)]
    let quarter = half + [thirty, fifteen].map { PlanePoint($0.y, $0.x) }
    return quarter + quarter.map { PlanePoint($0.y, -$0.x) }
  }()
  private static let flatnesses = (
    usual: [0.8, 1, 1.2, 1.5, 1.8, 2.2], upright: [0.5, 0.65, 0.8, 1, 1.2, 1.5, 1.8, 2.2, 2.7, 3.3]
  )

  /// Whether the page has room for nodes where they are, their words and their boxes, with no line through a node.
  public func isFine(_ centers: [PlanePoint]) -> Bool { priced(centers).isFineOnPage }

  /// The cheapest of some arrangements that fit the page as they are; else they are scaled, and nodes exchange places.
  /// Layers, which had lines of their own, are scaled in any case.
  ///
  /// - Returns: nil where none is narrower than a limit, or there is no page.
  public func fitted(_ arrangements: [[PlanePoint]], narrowerThan limit: Double = .infinity) -> [PlanePoint]? {
    guard let page else { return nil }
    var search = Search(self, page)
    for arrangement in arrangements { search.price(arrangement.map(\.rounded)) }
    if freedom == .layers || search.best?.isFineOnPage != true { run(&search, over: arrangements, page) }
    guard let picture = search.best?.picture, bounds(of: picture).width < limit else { return nil }
    return picture.centers
  }

  /// The cheapest arrangement for a page: places turned, made taller and scaled.
  ///
  /// - Parameter usual: what is there without a page; no words are lost for one.
  func onPage(_ page: Page, besides usual: Priced) -> Priced {
    var search = Search(self, page)
    search.needsWords = usual.isComplete
    run(&search, over: [flat], page)
    return search.best ?? usual
  }

  /// Tries what changes least first, as long as nothing fits.
  private func run(_ search: inout Search, over arrangements: [[PlanePoint]], _ page: Page) {
    for (place, change) in changes.enumerated() where place == 0 || search.best?.isFineOnPage != true {
      search.run(series(arrangements.flatMap { changed($0, change) }, page), isLast: place + 1 == changes.count)
    }
  }

  private enum Change { case scaled, turned, gathered, folded, exchanged, moved }

  /// In layers the place of a node says something, and so it does in circles: there nodes move at the very last.
  private var changes: [Change] {
    let hasBoxes = !clusters.nodes.isEmpty
    return switch freedom {
    case .turned: hasBoxes ? [.turned, .moved] : [.turned, .gathered, .folded, .moved]
    case .turnedForPage: [.turned, .gathered, .folded, .moved]
    case .layers: hasBoxes ? [.scaled, .exchanged, .turned] : [.scaled]
    case .array: hasBoxes ? [.scaled, .exchanged, .turned] : [.scaled, .exchanged]
    }
  }

  private func changed(_ places: [PlanePoint], _ change: Change) -> [[PlanePoint]] {
    let reduction = CrossingReduction(sizes: sizes, lines: lines.map { ($0.from, $0.to) })
    func exchanged() -> [PlanePoint] { reduction.exchanged(places, within: clusters.groups) }
    return switch change {
    case .scaled: [places]
    case .turned: Self.turned(places)
    case .gathered: Self.turned(gathered(places))
    case .folded: Self.folded(places) + Self.folded(gathered(places))
    case .exchanged: [exchanged()]
    case .moved: Self.turned(exchanged()) + Self.turned(reduction.reduced(places))
    }
  }

  /// Looks for the cheapest of many arrangements.
  ///
  /// Each way to turn and to stretch is tried in the largest size that a page has room for, where words find most room
  /// too; then the best of them in other sizes; then all, as long as none is fine.
  private struct Search {
    private var placement: NetworkPlacement
    var needsWords = false
    private(set) var best: Priced?

    /// How many ways to turn and to stretch get lines and words, how many of them in other sizes, and how many
    /// arrangements follow where none is fine: more after the last change.
    private static let budget = (ways: 40, best: 4, rest: 40, last: 160)

    init(_ placement: NetworkPlacement, _ page: Page) {
      self.placement = placement
      self.placement.isForPage = true
    }

    @discardableResult
    mutating func price(_ centers: [PlanePoint]) -> Double {
      let other = placement.priced(centers, below: best?.cost ?? .infinity)
      guard other.isComplete || !needsWords else { return .infinity }
      if other.cost < best?.cost ?? .infinity { best = other }
      return other.cost
    }

    /// - Parameter series: the sizes of each way, the smallest first.
    mutating func run(_ series: [[Trial]], isLast: Bool) {
      let largest = series.map { sizes in sizes.lastIndex(where: \.fits) ?? 0 }
      let order = series.indices.sorted { (series[$0][largest[$0]].least, $0) < (series[$1][largest[$1]].least, $1) }
      var prices: [(way: Int, price: Double)] = []
      for way in order.prefix(Self.budget.ways) {
        let trial = series[way][largest[way]]
        if trial.least < best?.cost ?? .infinity { prices.append((way, price(trial.centers))) }
      }
      let good = prices.sorted { ($0.price, $0.way) < ($1.price, $1.way) }.prefix(Self.budget.best).map(\.way)
      func trial(_ way: Int, _ step: Int) -> Trial? {
        let size = largest[way] + step
        return series[way].indices.contains(size) ? series[way][size] : nil
      }
      for way in good {
        for trial in [-1, -2, 1].compactMap({ trial(way, $0) }) where trial.least < best?.cost ?? .infinity {
          price(trial.centers)
        }
      }
      var rest = order.dropFirst(Self.budget.ways).compactMap { trial($0, 0) }
      for step in [-1, 1, 2, -2, 3, -3] { rest += order.compactMap { trial($0, step) } }
      var left = isLast ? Self.budget.last : Self.budget.rest
      for trial in rest where left > 0 && best?.isFineOnPage != true && trial.least < best?.cost ?? .infinity {
        left -= 1
        price(trial.centers)
      }
    }
  }

  /// Places, and what they cost at least, by what their nodes alone cover.
  private struct Trial {
    let centers: [PlanePoint]
    let least: Double
    let fits: Bool
    let isNarrow: Bool

    init(_ centers: [PlanePoint], sizes: [(width: Double, height: Double)], _ page: Page) {
      self.centers = centers
      var box = PlaneBox.nothing
      for (center, size) in zip(centers, sizes) {
        box.include(PlaneBox(center: center, width: size.width, height: size.height))
      }
      isNarrow = box.width <= page.width && box.height <= 1.6 * page.height
      fits = isNarrow && box.height <= page.height
      least = box.width * box.height / 3600 + 10 * page.excess(of: box)
    }
  }

  /// For each way, at each flatness, the sizes that may be worth a trial, the smallest first.
  private func series(_ ways: [[PlanePoint]], _ page: Page) -> [[Trial]] {
    var placement = self
    var series: [[Trial]] = []
    for way in ways {
      placement.flat = way
      for flatness in isUpright ? Self.flatnesses.upright : Self.flatnesses.usual {
        placement.flatness = flatness
        let first = placement.firstScale
        var scale = first
        var sizes: [Trial] = []
        // Up to the first that is too wide; a page may be longer than it should be.
        while sizes.count < Self.tries.most, sizes.last?.isNarrow ?? true {
          if let centers = placement.placed(scale, slack: scale / first) {
            sizes.append(Trial(centers, sizes: self.sizes, page))
          }
          scale *= Self.growth
        }
        if !sizes.isEmpty { series.append(sizes) }
      }
    }
    return series
  }

  private static func turned(_ places: [PlanePoint]) -> [[PlanePoint]] {
    directions.map { direction in
      places.map { PlanePoint($0.x * direction.x - $0.y * direction.y, $0.x * direction.y + $0.y * direction.x) }
    }
  }

  /// What lies long and flat, such as a chain, in rows that are read to and fro.
  ///
  ///     A ── B ── C ── D ── E ── F        ──►        A ── B ── C
  ///                                                            │
  ///                                                  F ── E ── D
  private static func folded(_ flat: [PlanePoint]) -> [[PlanePoint]] {
    let box = flat.reduce(into: PlaneBox.nothing) { $0.include($1) }
    guard box.width > 2 * box.height else { return [] }
    let order = flat.indices.sorted { (flat[$0].x, $0) < (flat[$1].x, $1) }
    return (2...6).map { rows in
      let columns = (flat.count + rows - 1) / rows
      let step = box.width / Double(columns)
      var places = flat
      for (rank, node) in order.enumerated() {
        let (row, place) = (rank / columns, rank % columns)
        let column = row % 2 == 0 ? place : columns - 1 - place
        // What stands above the way or below it still does.
        let side = (flat[node].y - box.center.y) / max(box.height, 1)
        places[node] = PlanePoint(Double(column) * step, (0.3 * side - 0.5 * Double(row)) * step)
      }
      return places
    }
  }
}
