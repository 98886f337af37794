/// Draws lines between nodes that stand where they are.
///
///     straight                 nothing is in the way
///     bent to one side         the least of some bends that meets no other node
///     bent both ways           where no such bend is free
///     side by side             several lines between the same two nodes, far enough apart for their words
///     apart at the rim         ends of lines on a node, so that arrowheads are told from one another
///
/// A line runs from centre to centre and is cut where it leaves the one shape and enters the other; arrowheads take
/// their length from its ends. Lines are cubic Bézier curves.
///
/// - Complexity: O(length of lines) where lines are straight, with a factor of up to 100 where many nodes are in the way;
///   what is near is found by ``SpatialGrid``.
public struct EdgeRouting {
  public struct Line: Sendable {
    public var from: Int
    public var to: Int
    public var hasTailArrow: Bool
    public var hasHeadArrow: Bool
    /// The size of its words; nil of a line without any.
    public var label: (width: Double, height: Double)?

    public init(
      from: Int, to: Int, hasTailArrow: Bool, hasHeadArrow: Bool, label: (width: Double, height: Double)?
    ) {
      self.from = from
      self.to = to
      self.hasTailArrow = hasTailArrow
      self.hasHeadArrow = hasHeadArrow
      self.label = label
    }
  }

  public struct Route: Sendable {
    /// Four control points.
    public var curve: [PlanePoint]
    /// The tips of arrowheads, which lie beyond the curve.
    public var tail: PlanePoint?
    public var head: PlanePoint?
    /// How many nodes it goes through.
    public var hits: Int
  }

  /// The length of an arrowhead.
  public static let arrow = 7.0
  /// Between a line and the nodes that it passes.
  private static let clearance = 5.0

  let boxes: [PlaneBox]
  private let bounds: PlaneBox
  private let grid: SpatialGrid
  /// In a crowd most bends are as bad as the others.
  private let bends: ArraySlice<(Double, Double)>
  let contains: (Int, PlanePoint) -> Bool

  /// - Parameter contains: whether the shape of a node holds a point, given from its centre.
  public init(boxes: [PlaneBox], contains: @escaping (_ node: Int, _ offset: PlanePoint) -> Bool) {
    self.boxes = boxes
    self.contains = contains
    bounds = boxes.reduce(into: PlaneBox.nothing) { $0.include($1) }
    var grid = SpatialGrid(covering: bounds, count: 4 * boxes.count)
    for (index, box) in boxes.enumerated() { grid.insert(index, in: box.grown(by: Self.clearance)) }
    self.grid = grid
    bends = Self.bends.prefix(boxes.count <= 150 ? Self.bends.count : 11)
  }

  public func routes(of lines: [Line]) -> [Route] {
    var groups: [[Int]] = []
    var places: [Pair: Int] = [:]
    for (index, line) in lines.enumerated() {
      let pair = Pair(first: min(line.from, line.to), second: max(line.from, line.to))
      if let place = places[pair] {
        groups[place].append(index)
      } else {
        places[pair] = groups.count
        groups.append([index])
      }
    }
    var curves = [[PlanePoint]](repeating: [], count: lines.count)
    for group in groups {
      let first = lines[group[0]]
      if first.from != first.to { add(group, of: lines, to: &curves) }
      for (place, index) in group.enumerated() where first.from == first.to {
        curves[index] = loop(at: first.from, place)
      }
    }
    return zip(spread(curves, of: lines), lines).map { curve, line in
      var route = route(curve, along: line)
      if line.from != line.to { route.hits = hits(of: Polyline(curve: route.curve), besides: line.from, line.to) }
      return route
    }
  }

  private struct Pair: Hashable {
    let first: Int
    let second: Int
  }

  /// The lines between two nodes: bends around a common middle, which is the least one that is free.
  private func add(_ group: [Int], of lines: [Line], to curves: inout [[PlanePoint]]) {
    let first = lines[group[0]]
    let (a, b) = (min(first.from, first.to), max(first.from, first.to))
    let chord = Chord(from: boxes[a].center, to: boxes[b].center)
    let gap = min(gap(of: group.map { lines[$0].label }, along: chord), 0.8 * chord.length / Double(group.count))
    var best: (curves: [[PlanePoint]], cost: Double)?
    for bend in bends {
      let cost = (abs(bend.0) + abs(bend.1)) * 40 + (bend.0 * bend.1 < 0 ? 12 : 0)
      if let best, cost >= best.cost { continue }
      let curves = group.indices.map { place in
        let offset = (Double(place) - Double(group.count - 1) / 2) * gap
        return chord.curve(
          (bend.0 * chord.length + offset, bend.1 * chord.length + offset), port: port(offset, at: a, b))
      }
      let limit = best?.cost ?? .infinity
      let total = curves.reduce(cost) { total, curve in
        guard total < limit else { return total }
        let line = Polyline(curve: curve)
        return total + 60 * Double(hits(of: line, besides: a, b)) + shift(of: line.box)
      }
      if best.map({ total < $0.cost }) ?? true { best = (curves, total) }
      if total == 0 { break }
    }
    for (place, index) in group.enumerated() {
      guard let curve = best?.curves[place] else { continue }
      curves[index] = lines[index].from == a ? curve : curve.reversed()
    }
  }

  /// Shares of the length of a line by which it may be bent at a third and at two thirds, the least first.
  private static let bends: [(Double, Double)] = {
    let steps = [0, 0.08, -0.08, 0.16, -0.16, 0.26, -0.26, 0.38, -0.38, 0.55, -0.55]
    let all = steps.flatMap { first in steps.map { (first, $0) } }
    return all.filter { $0.0 == $0.1 } + all.filter { $0.0 != $0.1 }
  }()

  /// How far apart parallel lines are, so that words on one leave the next free.
  private func gap(of labels: [(width: Double, height: Double)?], along chord: Chord) -> Double {
    let known = labels.compactMap { $0 }
    guard let width = known.map(\.width).max(), let height = known.map(\.height).max() else { return 16 }
    return min(max(16, abs(chord.normal.x) * width + abs(chord.normal.y) * height + 4), 46)
  }

  /// How far from the centre a line begins: parallel lines come out of a node beside one another.
  private func port(_ offset: Double, at a: Int, _ b: Int) -> Double {
    let limit = min(boxes[a].width, boxes[a].height, boxes[b].width, boxes[b].height) * 0.3
    return min(max(offset * 0.4, -limit), limit)
  }

  /// How many other nodes a line goes through.
  func hits(of line: Polyline, besides a: Int, _ b: Int) -> Int {
    var met: [Int] = []
    for point in line.points {
      for item in grid.items(at: point) {
        let node = Int(item)
        guard node != a, node != b, boxes[node].grown(by: Self.clearance).contains(point), !met.contains(node) else {
          continue
        }
        met.append(node)
      }
    }
    return met.count
  }

  /// The price of reaching out of the picture: most to the left and upwards, which shifts all else in it.
  private func shift(of box: PlaneBox) -> Double {
    0.5 * (max(0, bounds.left - box.left) + max(0, box.top - bounds.top)) + 0.05 * box.excess(beyond: bounds)
  }

  /// A drop at the upper right corner; further ones are larger.
  private func loop(at node: Int, _ place: Int) -> [PlanePoint] {
    let box = boxes[node]
    let (center, size) = (box.center, 44 + 20 * Double(place))
    let start = PlanePoint(center.x + box.width * 0.1, center.y + box.height * 0.1)
    return [
      start, PlanePoint(center.x + box.width * 0.1, box.top + size), PlanePoint(box.right + size, start.y), start,
    ]
  }

  /// The share of a curve at which it leaves a node, going along steps of 1/64.
  func border(of node: Int, _ curve: [PlanePoint], _ order: [Int]) -> Double? {
    let steps = 64
    func isInside(_ share: Double) -> Bool {
      let (point, center) = (Chord.point(of: curve, at: share), boxes[node].center)
      return contains(node, PlanePoint(point.x - center.x, point.y - center.y))
    }
    guard let outside = order.first(where: { !isInside(Double($0) / Double(steps)) }) else { return nil }
    var (near, far) = (Double(outside + (order[0] == 0 ? -1 : 1)) / Double(steps), Double(outside) / Double(steps))
    guard (0...1).contains(near) else { return far }
    for _ in 0..<20 {
      let middle = (near + far) / 2
      if isInside(middle) { near = middle } else { far = middle }
    }
    return far
  }

  /// Cuts a curve at the shapes of its ends and takes off the arrowheads.
  private func route(_ curve: [PlanePoint], along line: Line) -> Route {
    guard let start = border(of: line.from, curve, Array(0...64)),
      let end = border(of: line.to, curve, (0...64).reversed()), start < end
    else { return Route(curve: curve, tail: nil, head: nil, hits: 0) }
    let (tail, head) = (Chord.point(of: curve, at: start), Chord.point(of: curve, at: end))
    func shortened(_ share: Double, _ tip: PlanePoint, towards other: Double) -> Double {
      for step in 1...200 {
        let moved = share + (other - share) * Double(step) / 400
        if Chord.point(of: curve, at: moved).distance(to: tip) >= Self.arrow { return moved }
      }
      return (share + other) / 2
    }
    let cut = (
      line.hasTailArrow ? shortened(start, tail, towards: end) : start,
      line.hasHeadArrow ? shortened(end, head, towards: start) : end
    )
    return Route(
      curve: Chord.part(of: curve, from: cut.0, to: cut.1), tail: line.hasTailArrow ? tail : nil,
      head: line.hasHeadArrow ? head : nil, hits: 0)
  }
}
