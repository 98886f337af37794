extension EdgeRouting {
  /// Between the ends of lines on the rim of a node: an arrowhead and some.
  private static let portGap = 9.0

  /// Moves the ends of lines along the rims of nodes, so that no arrowhead lies on another or on a line beside it.
  ///
  ///     ╲│╱            ╲ │ ╱
  ///     ┌▼┐     ──►    ▼ ▼ ▼
  ///     └─┘            └───┘
  ///
  /// Around each node, ends that are nearer to one another than ``portGap`` give way to both sides, as long as the shape
  /// has room for them; a line that would go through one more node for it stays as it is.
  ///
  /// - Parameter curves: from centre to centre, four control points each.
  func spread(_ curves: [[PlanePoint]], of lines: [Line]) -> [[PlanePoint]] {
    var ends = [[End]](repeating: [], count: boxes.count)
    for (index, line) in lines.enumerated() where line.from != line.to {
      for (node, isStart) in [(line.from, true), (line.to, false)] {
        let curve = isStart ? curves[index] : curves[index].reversed()
        if let tip = tip(of: curve, at: node) { ends[node].append(End(line: index, isStart: isStart, tip: tip)) }
      }
    }
    var curves = curves
    for node in ends.indices where ends[node].count > 1 {
      for (end, shift) in zip(ends[node], shifts(of: ends[node], at: node)) where abs(shift.x) + abs(shift.y) > 0.1 {
        let line = lines[end.line]
        let moved = Self.moved(curves[end.line], by: shift, atStart: end.isStart)
        let (old, new) = (Polyline(curve: curves[end.line]), Polyline(curve: moved))
        if hits(of: new, besides: line.from, line.to) <= hits(of: old, besides: line.from, line.to) {
          curves[end.line] = moved
        }
      }
    }
    return curves
  }

  private struct End {
    var line: Int
    var isStart: Bool
    /// Where it leaves the shape.
    var tip: PlanePoint
  }

  /// Where a curve from the middle of a node leaves its shape.
  private func tip(of curve: [PlanePoint], at node: Int) -> PlanePoint? {
    guard let share = border(of: node, curve, Array(0...64)) else { return nil }
    return Chord.point(of: curve, at: share)
  }

  /// How far each end moves.
  private func shifts(of ends: [End], at node: Int) -> [PlanePoint] {
    let center = boxes[node].center
    let offsets = ends.map { PlanePoint($0.tip.x - center.x, $0.tip.y - center.y) }
    let order = ends.indices.sorted { (offsets[$0].turn, $0) < (offsets[$1].turn, $1) }
    // Counter-clockwise along the rim, across the way from the middle.
    let tangents = offsets.map { offset in
      let length = max(offset.distance(to: PlanePoint(0, 0)), 0.01)
      return PlanePoint(-offset.y / length, offset.x / length)
    }
    var shifts = [Double](repeating: 0, count: ends.count)
    func place(_ end: Int) -> PlanePoint {
      PlanePoint(offsets[end].x + tangents[end].x * shifts[end], offsets[end].y + tangents[end].y * shifts[end])
    }
    for _ in 0..<6 {
      for (index, end) in order.enumerated() where order.count > 2 || index == 0 {
        let next = order[(index + 1) % order.count]
        let missing = Self.portGap - place(end).distance(to: place(next))
        guard missing > 0.1 else { continue }
        shifts[end] -= missing / 2
        shifts[next] += missing / 2
      }
    }
    return ends.indices.map { end in
      var shift = PlanePoint(tangents[end].x * shifts[end], tangents[end].y * shifts[end])
      // The line still begins inside of the shape.
      for _ in 0..<4 where !contains(node, PlanePoint(shift.x * 1.25, shift.y * 1.25)) {
        shift = PlanePoint(shift.x / 2, shift.y / 2)
      }
      return contains(node, shift) ? shift : PlanePoint(0, 0)
    }
  }

  private static func moved(_ curve: [PlanePoint], by shift: PlanePoint, atStart: Bool) -> [PlanePoint] {
    let shares = atStart ? [1, 0.6, 0.2, 0] : [0, 0.2, 0.6, 1]
    return zip(curve, shares).map { PlanePoint($0.x + shift.x * $1, $0.y + shift.y * $1) }
  }
}

extension PlanePoint {
  /// Grows with the angle of a direction, from 0 to 4 for a whole turn, without functions of the C library.
  fileprivate var turn: Double {
    let sum = abs(x) + abs(y)
    guard sum > 0 else { return 0 }
    if x < 0 { return 2 - y / sum }
    return y < 0 ? 4 + y / sum : y / sum
  }
}
