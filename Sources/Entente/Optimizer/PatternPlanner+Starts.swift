import EntenteSyntax

extension PatternPlanner {
  /// The connected components of a pattern graph, and where each is best begun.
  struct Components {
    struct Start {
      let node: BoundPattern.Node
      /// Whether an equality joins the node to earlier rows, so that hops come after the join.
      let joinsEarly: Bool
    }

    private struct Component {
      let nodes: [Int]
      let start: Int
      let work: Double
    }

    /// Least work first; of equals as written.
    private var pending: ArraySlice<Component>

    /// Beyond this many nodes or hops a component begins where the fewest rows are: comparing all ways takes too long.
    private static let simulated = (nodes: 16, hops: 32)

    init(of pattern: BoundPattern, _ planner: PatternPlanner) {
      let nodes = Self.connected(pattern)
      let unplaced = nodes.filter { nodes in !nodes.contains { planner.placed.contains(pattern.nodes[$0].variable) } }
      let components = unplaced.map { nodes in
        var best = (start: nodes[0], work: Double.infinity)
        if planner.estimator != nil, nodes.count > 1 {
          let simulates =
            nodes.count <= Self.simulated.nodes && pattern.relationships.count <= Self.simulated.hops
          for node in nodes {
            let access = planner.access(node)
            let work = simulates ? planner.work(from: node, within: nodes) : access.work + access.rows
            // Ways that only rounding parts count as equal.
            if work < best.work * 0.999 || best.work == .infinity { best = (node, work) }
          }
        }
        if nodes.count == 1 { best.work = planner.access(nodes[0]).work }
        return Component(nodes: nodes, start: best.start, work: best.work)
      }
      pending =
        planner.estimator == nil
        ? components[...]
        : components.enumerated().sorted { ($0.element.work, $0.offset) < ($1.element.work, $1.offset) }
          .map(\.element)[...]
    }

    /// Where the next part begins: at a node that an equality joins to what is there, else in the next component.
    mutating func next(after whole: Part, _ planner: PatternPlanner) -> Start? {
      func isPlaced(_ component: Component) -> Bool {
        planner.placed.contains(planner.pattern.nodes[component.start].variable)
      }
      while let first = pending.first, isPlaced(first) { pending.removeFirst() }
      guard let first = pending.first else { return nil }
      if !planner.equalities.isEmpty {
        for (place, component) in zip(pending.indices, pending) where !isPlaced(component) {
          let joined = component.nodes.filter { node in
            planner.joins(Set([planner.pattern.nodes[node].variable]), to: whole.bound)
          }
          if let node = joined.min(by: { planner.access($0).work < planner.access($1).work }),
            planner.access(node).work <= component.work
          {
            pending.remove(at: place)
            return Start(node: planner.pattern.nodes[node], joinsEarly: true)
          }
        }
      }
      pending.removeFirst()
      return Start(node: planner.pattern.nodes[first.start], joinsEarly: false)
    }

    private static func connected(_ pattern: BoundPattern) -> [[Int]] {
      var neighbours: [[Int]] = Array(repeating: [], count: pattern.nodes.count)
      for relationship in pattern.relationships {
        neighbours[relationship.left].append(relationship.right)
        neighbours[relationship.right].append(relationship.left)
      }
      var isSeen = Array(repeating: false, count: pattern.nodes.count)
      var components: [[Int]] = []
      for start in pattern.nodes.indices where !isSeen[start] {
        var component = [start]
        isSeen[start] = true
        var next = 0
        while next < component.count {
          for node in neighbours[component[next]] where !isSeen[node] {
            isSeen[node] = true
            component.append(node)
          }
          next += 1
        }
        components.append(component.sorted())
      }
      return components
    }
  }

  /// Whether an equality ties some variables to others.
  private func joins(_ variables: Set<Variable>, to others: Set<Variable>) -> Bool {
    equalities.contains { $0.key(left: others, right: variables) != nil }
  }

  /// What it takes to find the nodes that fit a node of the pattern by itself.
  func access(_ node: Int) -> (work: Double, rows: Double) {
    guard let estimator else { return (0, 0) }
    let node = pattern.nodes[node]
    let isSought = seeks.byValue(of: node.variable) != nil
    let share = estimator.share(of: node.variable, predicates: predicates.on(node.variable))
    if isSought { return (1, min(1, share)) }
    let scanned = seeks.byList(of: node.variable).map { estimator.length($0.ids.value) } ?? estimator.nodes(node.labels)
    return (scanned, scanned * share)
  }

  /// About how many nodes and relationships are looked at when a component is matched from a node, by the cheapest
  /// hop each time.
  private func work(from start: Int, within component: [Int]) -> Double {
    guard let estimator else { return 0 }
    var (work, rows) = access(start)
    var bound: Set<Int> = [start]
    var hops = pattern.relationships.filter { component.contains($0.left) }
    while true {
      var best: (place: Int, fanOut: Double, end: Int)?
      for (place, hop) in hops.enumerated() {
        let (left, right) = (bound.contains(hop.left), bound.contains(hop.right))
        guard left || right else { continue }
        let fanOut = cost(hop, fromLeft: left, closes: left && right)
        if best.map({ fanOut < $0.fanOut }) ?? true { best = (place, fanOut, left ? hop.right : hop.left) }
      }
      guard let best else { return work }
      hops.remove(at: best.place)
      work += rows * best.fanOut
      rows *= best.fanOut
      if bound.insert(best.end).inserted {
        let node = pattern.nodes[best.end]
        rows *= estimator.share(of: node.variable, predicates: predicates.on(node.variable))
        if seeks.byValue(of: node.variable) != nil { rows /= max(1, estimator.nodes(node.labels)) }
      }
    }
  }
}

extension BoundPattern {
  /// The pattern with the labels that its predicates ask for (`WHERE a:Person`) at its nodes.
  var withLabelsOfPredicates: BoundPattern {
    var pattern = self
    var places: [Variable: Int] = [:]
    for (place, node) in nodes.enumerated() { places[node.variable] = place }
    pattern.predicates = predicates.filter { predicate in
      guard case .hasLabels(let base, let labels) = predicate.node, case .variable(let variable) = base.node,
        let place = places[variable]
      else { return true }
      for label in labels where !pattern.nodes[place].labels.contains(label) {
        pattern.nodes[place].labels.append(label)
      }
      return false
    }
    return pattern
  }
}
