import EntenteSyntax

/// What an algorithm asks of weights.
enum WeightRange: String {
  case nonnegative = "not negative"
  case positive

  func contains(_ weight: Double) -> Bool {
    switch self {
    case .nonnegative: weight >= 0
    case .positive: weight > 0
    }
  }
}

extension GraphView {
  /// - Throws: an error that names the first relationship whose weight is outside of a range.
  /// - Complexity: O(relationships)
  func requireWeights(_ range: WeightRange) throws(QueryError) {
    guard let weights = outgoing.weights else { return }
    for place in 0..<weights.count where !range.contains(weights[place]) {
      let relationship = RelationshipID(outgoing.relationships[place])
      throw .weightOutOfRange(weights[place], of: graph.elementID(of: relationship), expected: range)
    }
  }
}
