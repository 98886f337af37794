import EntenteSyntax

/// A MATCH whose parts have nothing to do with each other: every row of one is paired with every row of the other.
///
/// Parts belong together where they share a node, or a condition compares them. A part that a condition narrows down
/// to a value (`a.name = 'Nvidia'`, `$name IN a.alias`) is a look-up, and pairing it with others is no slip.
enum CartesianProduct: QueryWarningRule {
  static func warnings(about references: GraphReferences, on graph: Graph) -> [Diagnostic] {
    references.patterns.compactMap { pattern in
      let parts = PatternParts(pattern)
      guard let second = parts.unrelated.dropFirst().first, let first = parts.unrelated.first else { return nil }
      return .cartesianProduct(
        first: pattern.nodes[first].variable.name, second: pattern.nodes[second].variable.name,
        at: pattern.nodes[second].range)
    }
  }
}

/// The connected parts of a pattern graph, each known by its first node.
private struct PatternParts {
  private let pattern: BoundPattern
  /// For each node the first node of its part, as far as found out.
  private var parents: [Int]
  private var isLookedUp: Set<Int> = []

  init(_ pattern: BoundPattern) {
    self.pattern = pattern
    parents = Array(pattern.nodes.indices)
    for relationship in pattern.allRelationships { join(relationship.left, relationship.right) }
    // What earlier clauses have bound is one part: their rows.
    let bound = pattern.nodes.indices.filter { pattern.nodes[$0].isBound }
    for node in bound.dropFirst() { join(bound[0], node) }
    let owner = nodesOfVariables
    for predicate in pattern.predicates {
      let nodes = predicate.variables.compactMap { owner[$0] }.sorted()
      for node in nodes.dropFirst() { join(nodes[0], node) }
    }
    for predicate in pattern.predicates where predicate.selectsValue(of: Set(owner.keys)) {
      for variable in predicate.variables { if let node = owner[variable] { isLookedUp.insert(root(node)) } }
    }
  }

  /// The first nodes of the parts that nothing narrows down or ties to the others, in the order written; with what
  /// earlier clauses have bound, if anything.
  var unrelated: [Int] {
    Set(pattern.nodes.indices.map(root)).subtracting(isLookedUp).sorted()
  }

  /// A node of its part for each variable of the pattern.
  private var nodesOfVariables: [Variable: Int] {
    var owner: [Variable: Int] = [:]
    for (index, node) in pattern.nodes.enumerated() { owner[node.variable] = index }
    for relationship in pattern.allRelationships { owner[relationship.variable] = relationship.left }
    for path in pattern.paths { owner[path.variable] = path.elements.first.flatMap { owner[$0] } }
    return owner
  }

  private func root(_ node: Int) -> Int {
    var node = node
    while parents[node] != node { node = parents[node] }
    return node
  }

  private mutating func join(_ left: Int, _ right: Int) {
    let (left, right) = (root(left), root(right))
    parents[max(left, right)] = min(left, right)
  }
}

extension BoundExpression {
  /// Whether the expression holds for few elements only: it compares something of them with a value that does not
  /// depend on the pattern.
  fileprivate func selectsValue(of pattern: Set<Variable>) -> Bool {
    func isFixed(_ expression: BoundExpression) -> Bool { expression.variables.isDisjoint(with: pattern) }
    switch node {
    case .comparison(let left, let steps):
      return steps.count == 1 && steps[0].operator == .equal && isFixed(left) != isFixed(steps[0].operand)
    case .in(let element, let list): return isFixed(element) != isFixed(list)
    case .or(let operands): return operands.allSatisfy { $0.selectsValue(of: pattern) }
    case .and(let operands): return operands.contains { $0.selectsValue(of: pattern) }
    default: return false
    }
  }
}
