/// Places new nodes among nodes that stay where they are.
///
///     let centers = PinnedPlacement(sizes: sizes, lines: lines, pinned: known, clusters: boxes).solve()
///
/// New nodes come in the order of how many neighbours they find in place. Each looks around the barycentre of its
/// neighbours, ring by ring, for the cheapest free place: near, with few lines crossed and no node or line covered, room
/// for the words on its lines, inside the picture, and with its cluster. Rings end where distance alone costs more than
/// the best place found. Several new nodes then look again, now that the others are there.
///
/// Nodes that are pinned move only where two of them overlap (after a name has become longer), and no further than needed.
///
/// - Complexity: O(new nodes × places tried × degree), with what is near found by ``SpatialGrid``.
public struct PinnedPlacement {
  private let sizes: [(width: Double, height: Double)]
  private let lines: [EdgeRouting.Line]
  private let pinned: [PlanePoint?]
  private let clusters: PlaneClusters
  private let incident: [[Int]]

  public init(
    sizes: [(width: Double, height: Double)], lines: [EdgeRouting.Line], pinned: [PlanePoint?],
    clusters: PlaneClusters
  ) {
    self.sizes = sizes
    self.lines = lines
    self.pinned = pinned
    self.clusters = clusters
    var incident = [[Int]](repeating: [], count: sizes.count)
    for (index, line) in lines.enumerated() where line.from != line.to {
      incident[line.from].append(index)
      incident[line.to].append(index)
    }
    self.incident = incident
  }

  /// Between a new node and all others, and between nodes that were there.
  private static let room = (new: 16.0, old: 3.0)
  private static let ring = 12.0
  private static let costs = (crossing: 26.0, onNode: 70.0, underLine: 45.0, outside: 4.0, farOutside: 2000.0)
  /// The share of its width by which the picture may shift for a new node.
  private static let reach = 0.03

  public func solve() -> [PlanePoint] {
    var places = pinned
    PushApart(sizes: sizes, room: (Self.room.old, Self.room.old)).run(&places)
    var bounds = PlaneBox.nothing
    for (place, size) in zip(places, sizes) {
      if let place { bounds.include(PlaneBox(center: place, width: size.width, height: size.height)) }
    }
    if bounds.left > bounds.right { bounds = PlaneBox(left: 0, bottom: 0, right: 1, top: 1) }
    var field = Field(places, bounds: bounds, self)
    var waiting = sizes.indices.filter { places[$0] == nil }
    let new = waiting
    while !waiting.isEmpty {
      // Most neighbours in place first, then most neighbours.
      func rank(_ node: Int) -> (Int, Int, Int) {
        let placed = incident[node].count { field.places[other(than: node, on: $0)] != nil }
        return (placed, incident[node].count, -node)
      }
      guard let next = waiting.indices.max(by: { rank(waiting[$0]) < rank(waiting[$1]) }) else { break }
      let node = waiting.remove(at: next)
      field.put(node, at: place(for: node, in: field))
    }
    for _ in 0..<2 where new.count > 1 && new.count <= 200 {
      for node in new {
        guard let old = field.places[node] else { continue }
        field.lift(node)
        let found = place(for: node, in: field)
        let better = cost(of: node, at: found, in: field) ?? .infinity
        field.put(node, at: better < cost(of: node, at: old, in: field) ?? .infinity ? found : old)
      }
    }
    return field.places.map { ($0 ?? PlanePoint(0, 0)).rounded }
  }

  private func other(than node: Int, on line: Int) -> Int {
    lines[line].from == node ? lines[line].to : lines[line].from
  }

  // MARK: One node

  /// What is in place so far.
  private struct Field {
    var places: [PlanePoint?]
    let bounds: PlaneBox
    private var nodes: SpatialGrid
    private var segments: SpatialGrid
    private let owner: PinnedPlacement

    init(_ places: [PlanePoint?], bounds: PlaneBox, _ owner: PinnedPlacement) {
      self.places = [PlanePoint?](repeating: nil, count: places.count)
      self.bounds = bounds
      self.owner = owner
      nodes = SpatialGrid(covering: bounds, count: places.count)
      segments = SpatialGrid(covering: bounds, count: owner.lines.count)
      for (node, place) in places.enumerated() { if let place { put(node, at: place) } }
    }

    mutating func lift(_ node: Int) { places[node] = nil }

    mutating func put(_ node: Int, at place: PlanePoint) {
      places[node] = place
      nodes.insert(node, in: box(node, at: place))
      for line in owner.incident[node] {
        if let far = places[owner.other(than: node, on: line)] { segments.insert(line, from: place, to: far) }
      }
    }

    func box(_ node: Int, at place: PlanePoint) -> PlaneBox {
      PlaneBox(center: place, width: owner.sizes[node].width, height: owner.sizes[node].height)
    }

    func isFree(_ box: PlaneBox, for node: Int) -> Bool {
      !nodes.items(in: box).contains { other in
        guard other != node, let place = places[other] else { return false }
        return self.box(other, at: place).overlaps(box)
      }
    }

    func nodes(from a: PlanePoint, to b: PlanePoint, besides ends: (Int, Int)) -> Int {
      nodes.items(from: a, to: b).count { other in
        guard other != ends.0, other != ends.1, let place = places[other] else { return false }
        return box(other, at: place).meets(from: a, to: b)
      }
    }

    private func segment(_ line: Int) -> (PlanePoint, PlanePoint)? {
      guard let a = places[owner.lines[line].from], let b = places[owner.lines[line].to] else { return nil }
      return (a, b)
    }

    func crossings(from a: PlanePoint, to b: PlanePoint, besides ends: (Int, Int)) -> Int {
      segments.items(from: a, to: b).count { index in
        let line = owner.lines[index]
        guard line.from != ends.0, line.from != ends.1, line.to != ends.0, line.to != ends.1,
          let segment = segment(index)
        else { return false }
        return PlanePoint.crosses(a, b, segment.0, segment.1)
      }
    }

    func lines(through box: PlaneBox, besides node: Int) -> Int {
      segments.items(in: box).count { index in
        guard owner.lines[index].from != node, owner.lines[index].to != node, let segment = segment(index) else {
          return false
        }
        return box.meets(from: segment.0, to: segment.1)
      }
    }
  }

  /// Where a node would like to be, and how strongly.
  private func target(of node: Int, in field: Field) -> (place: PlanePoint, pull: Double) {
    let neighbours = incident[node].compactMap { field.places[other(than: node, on: $0)] }
    let friends =
      neighbours.isEmpty
      ? clusters.members(with: node).compactMap { $0 == node ? nil : field.places[$0] } : neighbours
    guard !friends.isEmpty else {
      return (
        PlanePoint(
          field.bounds.left + sizes[node].width / 2, field.bounds.bottom + sizes[node].height / 2),
        0.3
      )
    }
    let count = Double(friends.count)
    return (friends.reduce(PlanePoint(0, 0)) { PlanePoint($0.x + $1.x / count, $0.y + $1.y / count) }, 1)
  }

  private func place(for node: Int, in field: Field) -> PlanePoint {
    let (target, pull) = target(of: node, in: field)
    let diagonal = field.bounds.width + field.bounds.height + sizes[node].width + 200
    var best: (place: PlanePoint, cost: Double)?
    var radius = 0.0
    while radius < 2 * diagonal, radius * pull < best?.cost ?? .infinity {
      let count = radius == 0 ? 1 : min(max(8, Int(radius * 6.3 / 20)), 40)
      for (x, y) in UnitCircle.points(count) {
        let place = PlanePoint(target.x + radius * x, target.y + radius * y)
        guard let cost = cost(of: node, at: place, in: field), cost < best?.cost ?? .infinity else { continue }
        best = (place, cost)
      }
      radius += max(Self.ring, radius / 24)
    }
    return best?.place ?? PlanePoint(field.bounds.right + sizes[node].width, field.bounds.bottom)
  }

  /// The price of a place; nil where it is taken.
  private func cost(of node: Int, at place: PlanePoint, in field: Field) -> Double? {
    let box = field.box(node, at: place)
    guard field.isFree(box.grown(by: Self.room.new), for: node) else { return nil }
    let (target, pull) = target(of: node, in: field)
    var cost = pull * place.distance(to: target)
    let bounds = field.bounds
    cost += Self.costs.outside * box.excess(beyond: bounds)
    // What grows to the left or upwards shifts all else in the picture; to the right, half as far where a heading is wide.
    let shift = max(0, bounds.left - box.left, box.top - bounds.top, (box.right - bounds.right) / 2)
    if shift > Self.reach * bounds.width { cost += Self.costs.farOutside }
    cost += Self.costs.underLine * Double(field.lines(through: box.grown(by: 4), besides: node))
    for index in incident[node] {
      let other = other(than: node, on: index)
      guard let far = field.places[other] else { continue }
      cost += Self.costs.crossing * Double(field.crossings(from: place, to: far, besides: (node, other)))
      cost += Self.costs.onNode * Double(field.nodes(from: place, to: far, besides: (node, other)))
      let reach = reach(sizes[node], place, far) + self.reach(sizes[other], place, far)
      let wanted = 40 + (lines[index].label.map { 2 * self.reach($0, place, far) } ?? 0)
      cost += 2 * max(0, wanted - (place.distance(to: far) - reach))
    }
    return cost + clusters.cost(of: node, box, field.places, sizes)
  }

  /// How far a box reaches from its middle in the direction of a line.
  private func reach(_ size: (width: Double, height: Double), _ a: PlanePoint, _ b: PlanePoint) -> Double {
    let distance = max(a.distance(to: b), 0.01)
    return min(
      size.width / 2 / max(abs(b.x - a.x) / distance, 0.001), size.height / 2 / max(abs(b.y - a.y) / distance, 0.001))
  }
}

/// Directions, without functions of the C library.
enum UnitCircle {
  /// Points on the circle, evenly spread, the first to the right.
  static func points(_ count: Int) -> [(x: Double, y: Double)] {
    (0..<count).map { index in
      // A rational point for the tangent of half the angle within a quarter; then turned by quarters.
      let turn = Double(index) / Double(count) * 4
      let quarter = Int(turn)
      let t = turn - Double(quarter)
      let (x, y) = ((1 - t * t) / (1 + t * t), 2 * t / (1 + t * t))
      return switch quarter {
      case 0: (x, y)
      case 1: (-y, x)
      case 2: (-x, -y)
      default: (y, -x)
      }
    }
  }
}
