import EntenteSyntax

/// Walks all trails (no relationship twice) from a node, depth first, one at a time.
///
/// - Complexity: O(length of the trail) memory; as many steps as there are trails.
struct TrailEnumerator {
  private struct Level {
    var node: UInt32
    var side: Int
    var positions: Range<Int>
  }

  private let topology: Topology
  private let minimum: Int
  private let maximum: Int
  /// Whether a relationship may be walked: the hop's properties, and those of other hops of the same MATCH.
  private let allows: (UInt32) -> Bool
  private var levels: [Level] = []
  private(set) var relationships: ContiguousArray<UInt32> = []
  private var isFresh = true
  /// Relationships looked at so far: the work done.
  private(set) var steps = 0

  init(
    from node: UInt32, _ topology: Topology, minimum: Int, maximum: Int?, allows: @escaping (UInt32) -> Bool
  ) {
    self.topology = topology
    self.minimum = minimum
    self.maximum = maximum ?? Int.max
    self.allows = allows
    levels = [Level(node: node, side: -1, positions: 0..<0)]
    if self.minimum > self.maximum {
      levels = []
      isFresh = false
    }
  }

  /// Where the current trail ends.
  var end: UInt32? { levels.last?.node }

  /// Moves to the next trail long enough.
  ///
  /// - Returns: true if there is one; nil when `budget` relationships were looked at and it is not decided.
  mutating func advance(budget: Int) -> Bool? {
    if isFresh {
      isFresh = false
      if minimum == 0 { return true }
    }
    let stop = steps &+ budget
    while let level = levels.last {
      if steps >= stop { return nil }
      let depth = levels.count - 1
      guard depth < maximum, let (relationship, neighbour) = nextStep(level) else {
        levels.removeLast()
        if !relationships.isEmpty { relationships.removeLast() }
        continue
      }
      steps &+= 1
      if relationships.contains(relationship) || !allows(relationship) { continue }
      relationships.append(relationship)
      levels.append(Level(node: neighbour, side: -1, positions: 0..<0))
      if depth + 1 >= minimum { return true }
    }
    return false
  }

  /// The next relationship from the last node, not yet taken at this level.
  private mutating func nextStep(_ level: Level) -> (relationship: UInt32, neighbour: UInt32)? {
    var level = level
    defer { levels[levels.count - 1] = level }
    while true {
      while level.positions.isEmpty {
        level.side += 1
        guard level.side < topology.sides.count else {
          level.side = topology.sides.count
          return nil
        }
        level.positions = topology.sides[level.side].positions(level.node)
      }
      let side = topology.sides[level.side]
      let position = level.positions.lowerBound
      level.positions = (position + 1)..<level.positions.upperBound
      let neighbour = side.neighbour(position)
      if side.skipsLoops, neighbour == level.node { continue }
      return (side.relationship(position), neighbour)
    }
  }
}
