public import EntenteSyntax

/// A clause that writes: what it does for each row.
public indirect enum BoundUpdate: Sendable {
  case create(BoundCreation)
  case merge(BoundMerge)
  /// SET and REMOVE, in the order written.
  case set([BoundAssignment])
  /// DELETE: the elements in the values.
  case delete([BoundExpression], detach: Bool)
  /// The updates for each element of the list, all of them for one element before the next.
  case foreach(Variable, in: BoundExpression, [BoundUpdate])

  /// The variables that the clause adds to its rows.
  var introduced: [Variable] {
    switch self {
    case .create(let creation):
      creation.nodes.map(\.variable) + creation.relationships.map(\.variable) + creation.paths.map(\.variable)
    case .merge(let merge): merge.introduced
    case .set, .delete, .foreach: []
    }
  }

  /// The variables of the rows that the clause's own expressions read.
  var read: Set<Variable> {
    switch self {
    case .create(let creation):
      (creation.nodes.compactMap(\.properties) + creation.relationships.compactMap(\.properties)).variables
        .union(creation.relationships.flatMap { [$0.source, $0.target] }).subtracting(introduced)
    case .merge(let merge):
      merge.expressions.variables.union(merge.nodes.filter(\.isBound).map(\.variable)).subtracting(introduced)
    case .set(let assignments): assignments.flatMap(\.expressions).variables
    case .delete(let expressions, _): expressions.variables
    case .foreach(let variable, let list, let updates):
      updates.reduce(list.variables) { $0.union($1.read) }
        .subtracting(updates.flatMap(\.introduced)).subtracting([variable])
    }
  }
}

/// One item of SET or REMOVE.
public enum BoundAssignment: Sendable {
  /// `element.key = value`; null removes.
  case property(BoundExpression, key: Text, BoundExpression)
  /// `element = map` and `element += map`.
  case properties(BoundExpression, BoundExpression, replacing: Bool)
  case addLabels(BoundExpression, [Text])
  case removeLabels(BoundExpression, [Text])

  var expressions: [BoundExpression] {
    switch self {
    case .property(let element, _, let value), .properties(let element, let value, _): [element, value]
    case .addLabels(let element, _), .removeLabels(let element, _): [element]
    }
  }
}

/// A path that is matched whole or created whole.
///
///     MERGE (a)-[r:T]->(b {k: 1})        steps    0 a ──r── 1 b
public struct BoundMerge: Sendable {
  public struct Node: Sendable {
    public var variable: Variable
    public var labels: [Text]
    public var properties: [(key: Text, value: BoundExpression)]
    public var isBound: Bool
    public var range: SourceRange
  }

  public struct Relationship: Sendable {
    public var variable: Variable
    public var direction: RelationshipPattern.Direction
    public var type: Text
    public var properties: [(key: Text, value: BoundExpression)]
    public var range: SourceRange
  }

  /// Each once.
  public var nodes: [Node]
  /// One fewer than `steps`.
  public var relationships: [Relationship]
  /// The nodes along the path, as indexes.
  public var steps: [Int]
  public var path: Variable?
  public var onCreate: [BoundAssignment]
  public var onMatch: [BoundAssignment]

  var introduced: [Variable] {
    nodes.filter { !$0.isBound }.map(\.variable) + relationships.map(\.variable) + (path.map { [$0] } ?? [])
  }

  var expressions: [BoundExpression] {
    nodes.flatMap { $0.properties.map(\.value) } + relationships.flatMap { $0.properties.map(\.value) }
      + (onCreate + onMatch).flatMap(\.expressions)
  }
}

extension [BoundExpression] {
  var variables: Set<Variable> { reduce(into: Set()) { $0.formUnion($1.variables) } }
}
