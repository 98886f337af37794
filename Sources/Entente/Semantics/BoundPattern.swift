public import EntenteSyntax

/// Everything between `MATCH` and `WHERE` as one pattern graph.
///
/// `MATCH (a:Actor {name: $n})-[r:RIVALS]-(b), p = (b)-[*1..2]->(c)` has the nodes a, b, c; the relationships r and
/// one of variable length; the path p; and the predicate `a.name = $n`. A node that comes twice is one node of the
/// pattern graph. Relationships of one pattern graph match different relationships, those inside a
/// ``ShortestPath`` excepted.
public struct BoundPattern: Sendable {
  public struct Node: Sendable {
    public var variable: Variable
    /// All of these.
    public var labels: [Text]
    /// Whether an earlier clause (or the outer query) has bound it.
    public var isBound: Bool
    public var range: SourceRange

    public init(variable: Variable, labels: [Text], isBound: Bool, range: SourceRange) {
      self.variable = variable
      self.labels = labels
      self.isBound = isBound
      self.range = range
    }
  }

  public struct Relationship: Sendable {
    /// Kind relationship, or list of relationships where `length` is given.
    public var variable: Variable
    /// Indexes into `nodes`, as written from left to right.
    public var left: Int
    public var right: Int
    public var direction: RelationshipPattern.Direction
    /// Any of these; empty means every type.
    public var types: [Text]
    /// nil for a single relationship; `maximum` nil means without bound.
    public var length: (minimum: Int, maximum: Int?)?
    /// Of a variable-length relationship: these hold for each hop. (Of a single one they are in `predicates`.)
    public var hopProperties: [(key: Text, value: BoundExpression)]
    public var isBound: Bool
    public var range: SourceRange

    public init(
      variable: Variable, left: Int, right: Int, direction: RelationshipPattern.Direction, types: [Text],
      length: (minimum: Int, maximum: Int?)?, hopProperties: [(key: Text, value: BoundExpression)], isBound: Bool,
      range: SourceRange
    ) {
      self.variable = variable
      self.left = left
      self.right = right
      self.direction = direction
      self.types = types
      self.length = length
      self.hopProperties = hopProperties
      self.isBound = isBound
      self.range = range
    }
  }

  /// `shortestPath(…)` or `allShortestPaths(…)` over one relationship of any length.
  public struct ShortestPath: Sendable {
    /// Its variable is the list of relationships along the path; not in `relationships` of the pattern.
    public var relationship: Relationship
    /// Every shortest path, or one.
    public var all: Bool

    public init(relationship: Relationship, all: Bool) {
      self.relationship = relationship
      self.all = all
    }
  }

  public struct Path: Sendable {
    public var variable: Variable
    /// Node, relationship, node, … in the order written.
    public var elements: [Variable]

    public init(variable: Variable, elements: [Variable]) {
      self.variable = variable
      self.elements = elements
    }
  }

  public var nodes: [Node]
  public var relationships: [Relationship]
  public var shortestPaths: [ShortestPath]
  public var paths: [Path]
  /// The conjuncts of inline properties and of WHERE; they may use every variable of the pattern and earlier ones.
  public var predicates: [BoundExpression]

  public init(
    nodes: [Node], relationships: [Relationship], shortestPaths: [ShortestPath], paths: [Path],
    predicates: [BoundExpression]
  ) {
    self.nodes = nodes
    self.relationships = relationships
    self.shortestPaths = shortestPaths
    self.paths = paths
    self.predicates = predicates
  }
}

/// The elements that one CREATE makes for each row, in this order.
public struct BoundCreation: Sendable {
  public struct Node: Sendable {
    public var variable: Variable
    public var labels: [Text]
    /// A map, or a parameter that must hold one.
    public var properties: BoundExpression?

    public init(variable: Variable, labels: [Text], properties: BoundExpression?) {
      self.variable = variable
      self.labels = labels
      self.properties = properties
    }
  }

  public struct Relationship: Sendable {
    public var variable: Variable
    /// Start and end in the direction in which it is stored.
    public var source: Variable
    public var target: Variable
    public var type: Text
    public var properties: BoundExpression?

    public init(variable: Variable, source: Variable, target: Variable, type: Text, properties: BoundExpression?) {
      self.variable = variable
      self.source = source
      self.target = target
      self.type = type
      self.properties = properties
    }
  }

  /// Only those not bound before.
  public var nodes: [Node]
  public var relationships: [Relationship]
  public var paths: [BoundPattern.Path]

  public init(nodes: [Node], relationships: [Relationship], paths: [BoundPattern.Path]) {
    self.nodes = nodes
    self.relationships = relationships
    self.paths = paths
  }
}
