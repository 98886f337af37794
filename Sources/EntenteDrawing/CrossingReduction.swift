/// Moves single nodes of a network to where fewer of its lines cross.
///
///     let places = CrossingReduction(sizes: sizes, lines: lines).reduced(centers)
///
/// In turn, each node whose lines cross others tries places around the middle of its neighbours and goes to the best,
/// if that is better than where it is. Lines through nodes count as crossings, since they have to be led around them. No
/// node is moved onto another one.
///
/// - Complexity: O(*rounds* · *nodes* · *places* · *lines of a node* · (*lines* + *nodes*)), with 6 rounds and 37 places.
///   Most places are given up as soon as they are no better than the best so far.
/// - Note: moving one node at a time is the heuristic of Radermacher, Reichard, Rutter and Wagner, «A Geometric Heuristic
///   for Rectilinear Crossing Minimization» (2018); they search all regions of the plane, here a few places must do.
public struct CrossingReduction {
  private let sizes: [(width: Double, height: Double)]
  private let lines: [(from: Int, to: Int)]
  private let linesOfNode: [[Int]]

  private static let rounds = 6
  /// Between nodes.
  private static let room = 12.0
  /// How far from the middle of the neighbours, as a share of how far they are.
  private static let distances = [0.3, 0.6, 1]
  private static let directions: [(x: Double, y: Double)] = {
    let (half, height) = (0.5, 0.75.squareRoot())
    let quarter: [(x: Double, y: Double)] = [(1, 0), (height, half), (half, height)]
    return (0..<4).flatMap { turn in
      quarter.map { turn == 0 ? $0 : turn == 1 ? (-$0.y, $0.x) : turn == 2 ? (-$0.x, -$0.y) : ($0.y, -$0.x) }
    }
  }()

  public init(sizes: [(width: Double, height: Double)], lines: [(from: Int, to: Int)]) {
    self.sizes = sizes
    self.lines = lines.filter { $0.from != $0.to }
    var linesOfNode = [[Int]](repeating: [], count: sizes.count)
    for (index, line) in self.lines.enumerated() {
      linesOfNode[line.from].append(index)
      linesOfNode[line.to].append(index)
    }
    self.linesOfNode = linesOfNode
  }

  public func reduced(_ centers: [PlanePoint]) -> [PlanePoint] {
    var centers = centers
    for _ in 0..<Self.rounds {
      let prices = centers.indices.map { price(of: $0, in: centers, below: .max) }
      var hasMoved = false
      for node in centers.indices.sorted(by: { (prices[$1], $0) < (prices[$0], $1) }) where prices[node] > 0 {
        if move(node, in: &centers) { hasMoved = true }
      }
      if !hasMoved { break }
    }
    return centers
  }

  /// Lets nodes exchange their places as long as fewer lines cross or go through nodes: what stands in an array or in a
  /// circle still does.
  ///
  /// - Parameter groups: nodes exchange places with nodes of their own group alone.
  /// - Complexity: O(*rounds* · *pairs* · (*lines*² + *lines* · *nodes*)), for few nodes.
  public func exchanged(_ centers: [PlanePoint], within groups: [[Int]]) -> [PlanePoint] {
    var centers = centers
    var least = conflicts(centers)
    for _ in 0..<Self.rounds {
      let before = least
      for group in groups {
        for (place, node) in group.enumerated() {
          for other in group.dropFirst(place + 1) where least > 0 {
            centers.swapAt(node, other)
            let conflicts = conflicts(centers)
            if conflicts < least { least = conflicts } else { centers.swapAt(node, other) }
          }
        }
      }
      if least == before { break }
    }
    return centers
  }

  /// How many pairs of lines cross and how many lines go through nodes, or pass them closely.
  public func conflicts(_ centers: [PlanePoint]) -> Int {
    let passes = centers.indices.map { node in
      let box = box(of: node, in: centers)
      return lines.count {
        $0.from != node && $0.to != node && box.meets(from: centers[$0.from], to: centers[$0.to])
      }
    }
    return LineCrossings.count(lines, at: centers) + passes.reduce(0, +)
  }

  private func move(_ node: Int, in centers: inout [PlanePoint]) -> Bool {
    let old = centers[node]
    let neighbours = linesOfNode[node].map { centers[lines[$0].from == node ? lines[$0].to : lines[$0].from] }
    let count = Double(neighbours.count)
    let middle = neighbours.reduce(PlanePoint(0, 0)) { PlanePoint($0.x + $1.x / count, $0.y + $1.y / count) }
    let reach = neighbours.reduce(0) { $0 + $1.distance(to: old) / count }
    var (best, least) = (old, price(of: node, in: centers, below: .max))
    for place in [middle] + Self.places(around: middle, reach) where least > 0 && isFree(place, for: node, in: centers)
    {
      centers[node] = place
      let price = price(of: node, in: centers, below: least)
      if price < least { (best, least) = (place, price) }
    }
    centers[node] = best
    return best != old
  }

  private static func places(around middle: PlanePoint, _ reach: Double) -> [PlanePoint] {
    distances.flatMap { distance in
      directions.map { PlanePoint(middle.x + $0.x * distance * reach, middle.y + $0.y * distance * reach).rounded }
    }
  }

  private func isFree(_ place: PlanePoint, for node: Int, in centers: [PlanePoint]) -> Bool {
    !centers.indices.contains { other in
      other != node && abs(centers[other].x - place.x) < (sizes[other].width + sizes[node].width) / 2 + Self.room
        && abs(centers[other].y - place.y) < (sizes[other].height + sizes[node].height) / 2 + Self.room
    }
  }

  /// The crossings of the lines of a node, and the lines through nodes that it has to do with; or any number from the
  /// limit on.
  private func price(of node: Int, in centers: [PlanePoint], below limit: Int) -> Int {
    var price = 0
    let ownBox = box(of: node, in: centers)
    for (index, line) in lines.enumerated() where line.from != node && line.to != node {
      let (a, b) = (centers[line.from], centers[line.to])
      if ownBox.meets(from: a, to: b) { price += 1 }
      for own in linesOfNode[node] where own != index {
        let other = lines[own].from == node ? lines[own].to : lines[own].from
        if other != line.from, other != line.to, PlanePoint.crosses(centers[node], centers[other], a, b) { price += 1 }
      }
      if price >= limit { return price }
    }
    for passed in centers.indices where passed != node {
      let box = box(of: passed, in: centers)
      for own in linesOfNode[node] where lines[own].from != passed && lines[own].to != passed {
        if box.meets(from: centers[lines[own].from], to: centers[lines[own].to]) { price += 1 }
      }
      if price >= limit { return price }
    }
    return price
  }

  private func box(of node: Int, in centers: [PlanePoint]) -> PlaneBox {
    PlaneBox(center: centers[node], width: sizes[node].width + Self.room, height: sizes[node].height + Self.room)
  }
}
