/// `variable = (a)-[r]->(b)…`, or the same inside `shortestPath(…)`.
///
/// Nodes and relationships alternate: `nodes.count == relationships.count + 1`.
public struct PathPattern: Sendable, Hashable {
  /// Which of the matching paths are wanted.
  public enum Selector: Sendable, Hashable {
    case all
    /// `shortestPath(…)`: one shortest path for each pair of ends.
    case shortest
    /// `allShortestPaths(…)`: every shortest path for each pair of ends.
    case allShortest
  }

  public var variable: Name?
  public var selector: Selector
  public var nodes: [NodePattern]
  public var relationships: [RelationshipPattern]
  public var range: SourceRange

  public init(
    variable: Name?, selector: Selector, nodes: [NodePattern], relationships: [RelationshipPattern],
    range: SourceRange
  ) {
    self.variable = variable
    self.selector = selector
    self.nodes = nodes
    self.relationships = relationships
    self.range = range
  }
}

/// `(variable:Label {key: value})`.
public struct NodePattern: Sendable, Hashable {
  public var variable: Name?
  public var labels: [Name]
  /// A map literal or a parameter.
  public var properties: Expression?
  public var range: SourceRange

  public init(variable: Name?, labels: [Name], properties: Expression?, range: SourceRange) {
    self.variable = variable
    self.labels = labels
    self.properties = properties
    self.range = range
  }
}

/// `-[variable:TYPE|OTHER*1..3 {key: value}]->`.
public struct RelationshipPattern: Sendable, Hashable {
  public enum Direction: Sendable, Hashable {
    /// `-->`
    case outgoing
    /// `<--`
    case incoming
    /// `--` or `<-->`
    case either
  }

  /// `*`, `*2`, `*1..`, `*..3`, `*1..3`.
  public struct Length: Sendable, Hashable {
    /// nil means 1.
    public var minimum: Int?
    /// nil means without bound.
    public var maximum: Int?
    public var range: SourceRange

    public init(minimum: Int?, maximum: Int?, range: SourceRange) {
      self.minimum = minimum
      self.maximum = maximum
      self.range = range
    }
  }

  public var variable: Name?
  public var direction: Direction
  /// Any of these; empty means every type.
  public var types: [Name]
  /// nil for a single relationship.
  public var length: Length?
  /// A map literal or a parameter.
  public var properties: Expression?
  public var range: SourceRange

  public init(
    variable: Name?, direction: Direction, types: [Name], length: Length?, properties: Expression?,
    range: SourceRange
  ) {
    self.variable = variable
    self.direction = direction
    self.types = types
    self.length = length
    self.properties = properties
    self.range = range
  }
}
