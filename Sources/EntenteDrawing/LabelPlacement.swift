/// Finds places for the words on lines: on no node, on no other words, and near their own line.
///
///     let placement = LabelPlacement(obstacles: nodes, lines: lines, bounds: bounds)
///     let places = placement.solve()        // a centre for each line, nil where there is no room
///
/// Graphviz puts words halfway along a line, whatever is there. Here each line offers places along itself, on the line
/// and on both sides of it, with a price: far from the middle, over other lines, over its own arrowheads. A place on a
/// node is none. Words then take the cheapest free place, those with the fewest places first; words without one drive
/// others out, which look again (min-conflicts search, with a price that grows for those driven out often).
///
/// - Complexity: O(*candidates* × what is nearby), with some 150 candidates a line, found by ``SpatialGrid``.
public struct LabelPlacement {
  public struct Line: Sendable {
    /// The control points of cubic Bézier curves that continue one another: 1 + 3 for each.
    public var curve: [PlanePoint]
    /// The size of its words; nil of a line without any.
    public var label: (width: Double, height: Double)?
    /// The tips of arrowheads, which lie beyond the curve.
    public var tips: [PlanePoint]

    public init(curve: [PlanePoint], label: (width: Double, height: Double)?, tips: [PlanePoint] = []) {
      self.curve = curve
      self.label = label
      self.tips = tips
    }
  }

  struct Candidate {
    let center: PlanePoint
    let box: PlaneBox
    let cost: Double
  }

  /// Between words and nodes, and between words.
  static let margin = 2.0

  /// For each line, cheapest first; empty without words or room.
  let candidates: [[Candidate]]
  private let labelled: [Int]

  public init(obstacles: [PlaneBox], lines: [Line], bounds: PlaneBox) {
    labelled = lines.indices.filter { lines[$0].label != nil }
    guard !labelled.isEmpty else {
      candidates = lines.map { _ in [] }
      return
    }
    let field = LabelField(
      obstacles: obstacles.map { $0.grown(by: Self.margin) }, lines: lines.map { Polyline(curve: $0.curve) },
      tips: lines.map(\.tips), bounds: bounds)
    candidates = lines.indices.map { index in
      lines[index].label.map { field.candidates(along: index, width: $0.width, height: $0.height) } ?? []
    }
  }

  /// The centre of the words of each line; nil of a line without words, or without room for them.
  public func solve() -> [PlanePoint?] { solveWithCost().centers }

  /// The same, and the price of all places that were taken.
  public func solveWithCost() -> (centers: [PlanePoint?], cost: Double) {
    var chosen = [Int?](repeating: nil, count: candidates.count)
    var evictions = [Double](repeating: 0, count: candidates.count)
    // The hardest first; a stable order makes the same picture each time.
    var waiting = labelled.filter { !candidates[$0].isEmpty }
      .sorted { (candidates[$0].count, $0) < (candidates[$1].count, $1) }
    var budget = 40 * waiting.count + 200
    while budget > 0, !waiting.isEmpty {
      budget -= 1
      let line = waiting.removeFirst()
      var best: (index: Int, cost: Double, driven: [Int])?
      for (index, candidate) in candidates[line].enumerated() {
        if let best, candidate.cost >= best.cost { break }
        let driven = conflicts(of: candidate, at: line, chosen)
        let cost = candidate.cost + driven.reduce(0) { $0 + 30 + 15 * evictions[$1] }
        if best.map({ cost < $0.cost }) ?? true { best = (index, cost, driven) }
      }
      guard let best else { continue }
      chosen[line] = best.index
      for other in best.driven {
        chosen[other] = nil
        evictions[other] += 1
        waiting.append(other)
      }
    }
    improve(&chosen)
    let taken = chosen.indices.map { line in chosen[line].map { candidates[line][$0] } }
    return (taken.map { $0?.center }, taken.reduce(0) { $0 + ($1?.cost ?? 0) })
  }

  /// Gives each line the cheapest place that has come free, and those without a place a last chance.
  private func improve(_ chosen: inout [Int?]) {
    for _ in 0..<3 {
      for line in labelled {
        let free = candidates[line].firstIndex { conflicts(of: $0, at: line, chosen).isEmpty }
        if let free, chosen[line].map({ free < $0 }) ?? true { chosen[line] = free }
      }
    }
  }

  private func conflicts(of candidate: Candidate, at line: Int, _ chosen: [Int?]) -> [Int] {
    let box = candidate.box.grown(by: Self.margin)
    return labelled.filter { other in
      guard other != line, let index = chosen[other] else { return false }
      return candidates[other][index].box.overlaps(box)
    }
  }
}

/// What is already in the picture when words look for a place.
struct LabelField {
  let obstacles: [PlaneBox]
  let lines: [Polyline]
  let tips: [[PlanePoint]]
  let bounds: PlaneBox
  private let obstacleGrid: SpatialGrid
  private let lineGrid: SpatialGrid

  init(obstacles: [PlaneBox], lines: [Polyline], tips: [[PlanePoint]], bounds: PlaneBox) {
    (self.obstacles, self.lines, self.tips, self.bounds) = (obstacles, lines, tips, bounds)
    var boxes = SpatialGrid(covering: bounds, count: obstacles.count)
    for (index, box) in obstacles.enumerated() { boxes.insert(index, in: box) }
    obstacleGrid = boxes
    var strokes = SpatialGrid(covering: bounds, count: 4 * lines.count)
    for (index, line) in lines.enumerated() {
      for (a, b) in zip(line.points, line.points.dropFirst()) { strokes.insert(index, from: a, to: b) }
    }
    lineGrid = strokes
  }

  func candidates(along index: Int, width: Double, height: Double) -> [LabelPlacement.Candidate] {
    let line = lines[index]
    guard line.points.count > 1, width.isFinite, height.isFinite else { return [] }
    var found: [LabelPlacement.Candidate] = []
    let step = max(1, line.points.count / 48)
    for place in stride(from: 0, to: line.points.count, by: step) {
      let direction = line.direction(at: place)
      let reach = (width * abs(direction.y) + height * abs(direction.x)) / 2 + 2
      for side in [0.0, 1, -1] {
        let center = PlanePoint(
          line.points[place].x - direction.y * reach * side, line.points[place].y + direction.x * reach * side)
        let box = PlaneBox(center: center, width: width, height: height)
        guard !obstacleGrid.items(in: box).contains(where: { obstacles[$0].overlaps(box) }) else { continue }
        let middle = abs(Double(place) / Double(line.points.count - 1) - 0.5)
        let cost = cost(of: box, on: index) + middle * 16 + (side == 0 ? 0 : 3 + 0.16 * reach)
        found.append(LabelPlacement.Candidate(center: center, box: box, cost: cost))
      }
    }
    return found.sorted { $0.cost < $1.cost }
  }

  /// What is wrong with words in a box; 0 where nothing is.
  private func cost(of box: PlaneBox, on index: Int) -> Double {
    let line = lines[index]
    var cost = 0.15 * box.excess(beyond: bounds)
    // Hidden under its words a line cannot be seen.
    cost += 60 * max(0, line.length(in: box) / max(line.length, 1) - 0.45)
    for end in [line.points[0], line.points[line.points.count - 1]] + tips[index] {
      if box.grown(by: 8).contains(end) { cost += 14 }
    }
    let near = box.grown(by: 3)
    for other in lineGrid.items(in: near) where other != index {
      let covered = lines[other].length(in: near)
      if covered > 0 { cost += 16 + 0.6 * covered }
    }
    return cost
  }
}
