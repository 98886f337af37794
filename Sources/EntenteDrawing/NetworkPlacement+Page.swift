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
  /// How many ways to turn and to stretch get lines and words, and how many of them in other sizes.
  private static let budget = (ways: 48, best: 5, last: 200)

  /// Whether a page has room for nodes where they are, their words and their boxes, with no line through a node.
  public func isFine(_ centers: [PlanePoint]) -> Bool { priced(centers).isFineOnPage }

  /// The cheapest of some arrangements that need nothing; else they are scaled as well.
  public func fitted(_ arrangements: [[PlanePoint]]) -> [PlanePoint] {
    var onPage = self
    onPage.isForPage = true
    let fine = arrangements.lazy.map { onPage.priced($0.map(\.rounded)) }.filter(\.isFineOnPage)
    let best = fine.min { $0.cost < $1.cost } ?? onPage.onPage(arrangements: arrangements, besides: nil)
    return best.picture.centers
  }

  /// The cheapest arrangement for a ``Page``: places turned, made taller and scaled.
  ///
  /// Each way to turn and to stretch is tried in the largest size that a page has room for, where words find most room
  /// too; then the best of them in other sizes.
  ///
  /// - Parameters:
  ///   - arrangements: further places of the nodes that are tried as they are.
  ///   - usual: what is there without a page.
  func onPage(arrangements: [[PlanePoint]], besides usual: Priced?) -> Priced {
    var onPage = self
    onPage.isForPage = true
    var best: Priced?
    func price(_ trial: Trial) -> Double {
      guard trial.least < best?.cost ?? .infinity else { return .infinity }
      let other = onPage.priced(trial.centers, below: best?.cost ?? .infinity)
      guard other.isComplete || usual?.isComplete != true else { return .infinity }
      if other.cost < best?.cost ?? .infinity { best = other }
      return other.cost
    }
    for arrangement in arrangements { _ = price(Trial(arrangement, onPage)) }
    let series = onPage.series
    let largest = series.map { sizes in sizes.lastIndex(where: \.fits) ?? 0 }
    let order = series.indices.sorted { (series[$0][largest[$0]].least, $0) < (series[$1][largest[$1]].least, $1) }
    let prices = order.prefix(Self.budget.ways).map { (way: $0, price: price(series[$0][largest[$0]])) }
    for (way, _) in prices.sorted(by: { ($0.price, $0.way) < ($1.price, $1.way) }).prefix(Self.budget.best) {
      for size in [largest[way] - 1, largest[way] - 2, largest[way] + 1] where series[way].indices.contains(size) {
        _ = price(series[way][size])
      }
    }
    var left = Self.budget.last
    for step in [0, -1, 1, -2, -3] {
      for way in step == 0 ? Array(order.dropFirst(Self.budget.ways)) : order {
        guard best?.isFineOnPage != true, left > 0 else { break }
        guard series[way].indices.contains(largest[way] + step) else { continue }
        if price(series[way][largest[way] + step]) < .infinity { left -= 1 }
      }
    }
    return best ?? usual ?? onPage.priced(flat.map(\.rounded))
  }

  /// Places, and what they cost at least, by what their nodes alone cover.
  private struct Trial {
    let centers: [PlanePoint]
    let least: Double
    let fits: Bool

    init(_ centers: [PlanePoint], _ placement: NetworkPlacement) {
      self.centers = centers
      var box = PlaneBox.nothing
      for (center, size) in zip(centers, placement.sizes) {
        box.include(PlaneBox(center: center, width: size.width, height: size.height))
      }
      fits = box.width <= Page.width && box.height <= Page.height
      least = box.width * box.height / 3600 + 10 * Page.excess(of: box)
    }
  }

  /// For each way to turn and to stretch, the sizes that may be worth a trial, the smallest first.
  private var series: [[Trial]] {
    var onPage = self
    var series: [[Trial]] = []
    let ways = freedom == .upright ? [flat] : Self.directions.map(turned) + folded
    for way in ways {
      onPage.flat = way
      for flatness in freedom == .upright ? Self.flatnesses.upright : Self.flatnesses.usual {
        onPage.flatness = flatness
        let first = onPage.firstScale
        var scale = first
        var sizes: [Trial] = []
        // Up to the first that is too large.
        while sizes.count < Self.tries.most, sizes.last?.fits ?? true {
          if let centers = onPage.placed(scale, slack: scale / first) { sizes.append(Trial(centers, self)) }
          scale *= Self.growth
        }
        if !sizes.isEmpty { series.append(sizes) }
      }
    }
    return series
  }

  private func turned(to direction: PlanePoint) -> [PlanePoint] {
    flat.map { PlanePoint($0.x * direction.x - $0.y * direction.y, $0.x * direction.y + $0.y * direction.x) }
  }

  /// What lies long and flat, such as a chain, in rows that are read to and fro.
  ///
  ///     A ── B ── C ── D ── E ── F        ──►        A ── B ── C
  ///                                                            │
  ///                                                  F ── E ── D
  private var folded: [[PlanePoint]] {
    let box = flat.reduce(into: PlaneBox.nothing) { $0.include($1) }
    guard box.width > 3 * box.height else { return [] }
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
