extension NetworkPlacement {
  /// Lines that alone join two sides of a network become as long as their words need; each side stays as it is.
  ///
  ///     A ─ B ──────────────── C ─ D        ──►        A ── B ── C ── D
  ///
  /// - Complexity: O(*lines* · (*nodes* + *lines*)), for few nodes.
  func gathered(_ places: [PlanePoint]) -> [PlanePoint] {
    var places = places
    for bridge in bridges {
      let (from, to) = (places[bridge.from], places[bridge.to])
      let distance = from.distance(to: to)
      guard distance > 1 else { continue }
      let direction = PlanePoint((to.x - from.x) / distance, (to.y - from.y) / distance)
      let more = length(from: bridge.from, to: bridge.to, along: direction, bridge.words, 1) - distance
      for node in bridge.side {
        places[node] = PlanePoint(places[node].x + direction.x * more, places[node].y + direction.y * more)
      }
    }
    return places
  }

  /// All lines between two nodes without which no way leads from one to the other; the nodes of the smaller side, which
  /// is that of `to`, and the words of the lines.
  private var bridges: [(from: Int, to: Int, side: [Int], words: [(width: Double, height: Double)])] {
    var seen: Set<[Int]> = []
    return lines.compactMap { line in
      guard line.from != line.to, seen.insert([min(line.from, line.to), max(line.from, line.to)]).inserted else {
        return nil
      }
      let far = reached(from: line.to, without: line)
      guard !far.contains(line.from) else { return nil }
      let near = reached(from: line.from, without: line)
      let words = lines.filter { joins($0, line.from, line.to) }.compactMap(\.label)
      return far.count <= near.count
        ? (line.from, line.to, far.sorted(), words) : (line.to, line.from, near.sorted(), words)
    }
  }

  private func joins(_ line: EdgeRouting.Line, _ a: Int, _ b: Int) -> Bool {
    line.from == a && line.to == b || line.from == b && line.to == a
  }

  private func reached(from start: Int, without left: EdgeRouting.Line) -> Set<Int> {
    var reached: Set<Int> = [start]
    var waiting = [start]
    while let node = waiting.popLast() {
      for line in lines where (line.from == node || line.to == node) && !joins(line, left.from, left.to) {
        let other = line.from == node ? line.to : line.from
        if reached.insert(other).inserted { waiting.append(other) }
      }
    }
    return reached
  }
}
