import EntenteSyntax

/// What is known of kinds. A kind says what every value other than null is; where too little is known the answer is
/// always "it may fit", so that no query that could run is refused.
extension ValueKind {
  /// Whether values of this kind may be of one of some kinds.
  func mayBeOne(of expected: [ValueKind]) -> Bool { expected.contains { overlaps($0) } }

  /// The kind of a value that is of either kind.
  func joined(with other: ValueKind) -> ValueKind {
    switch (self, other) {
    case (.null, let kind), (let kind, .null): kind
    case (.integer, .float), (.float, .integer), (.integer, .number), (.number, .integer),
      (.float, .number), (.number, .float):
      .number
    case (.list(let left), .list(let right)): .list(of: left.joined(with: right))
    default: self == other ? self : .any
    }
  }

  /// The kind of the elements when the value is taken as a list; a single value is a list of itself for UNWIND.
  var element: ValueKind {
    if case .list(let element) = self { element } else { .any }
  }

  /// Words for messages, with an article.
  var words: String {
    switch self {
    case .any: "a value"
    case .null: "null"
    case .boolean: "a boolean"
    case .integer: "an integer"
    case .float: "a float"
    case .number: "a number"
    case .string: "a string"
    case .map: "a map"
    case .node: "a node"
    case .relationship: "a relationship"
    case .path: "a path"
    case .list(of: .any), .list(of: .null): "a list"
    case .list(let element): "a list of \(element.plural)"
    }
  }

  private var plural: String {
    switch self {
    case .any, .null: "values"
    case .list: "lists"
    case .boolean, .integer, .float, .number, .string, .map, .node, .relationship, .path:
      words.split(separator: " ").dropFirst().joined(separator: " ") + "s"
    }
  }
}

extension BoundExpression {
  /// This expression, if its value may be of one of some kinds.
  func checked(_ expected: ValueKind..., for use: String) throws(QueryError) -> BoundExpression {
    guard kind.mayBeOne(of: expected) else {
      throw .wrongKind(of: use, expected: expected, found: kind, at: range)
    }
    return self
  }
}

/// The kinds that operators give, and what they refuse.
enum OperatorKinds {
  /// The kind of `left operator right`.
  static func result(
    _ left: BoundExpression, _ operator: Expression.ArithmeticOperator, _ right: BoundExpression
  ) throws(QueryError) -> ValueKind {
    switch `operator` {
    case .add: return try sum(left, right)
    case .concatenate: return try concatenation(left, right)
    case .subtract, .multiply, .divide, .modulo, .power:
      let use = "an operand of `\(`operator`.rawValue)`"
      let left = try left.checked(.number, for: use).kind
      let right = try right.checked(.number, for: use).kind
      // Values of unknown kind may be durations or dates.
      guard left != .any, right != .any else { return .any }
      return `operator` == .power ? .float : number(left, right)
    }
  }

  private static func number(_ left: ValueKind, _ right: ValueKind) -> ValueKind {
    if left == .null || right == .null { return .null }
    if left == .float || right == .float { return .float }
    return left == .integer && right == .integer ? .integer : .number
  }

  private static func sum(_ left: BoundExpression, _ right: BoundExpression) throws(QueryError) -> ValueKind {
    if let kind = lists(left.kind, right.kind) { return kind }
    let use = "an operand of `+`"
    // Beside a string a boolean becomes text.
    func operand(_ operand: BoundExpression, beside other: ValueKind) throws(QueryError) -> ValueKind {
      if operand.kind == .boolean, other.overlaps(.string) { return .boolean }
      return try operand.checked(.number, .string, .list(of: .any), for: use).kind
    }
    let leftKind = try operand(left, beside: right.kind)
    let rightKind = try operand(right, beside: left.kind)
    if leftKind == .any || rightKind == .any { return .any }
    if leftKind == .null || rightKind == .null { return .null }
    if leftKind == .string || rightKind == .string { return .string }
    return number(leftKind, rightKind)
  }

  private static func concatenation(
    _ left: BoundExpression, _ right: BoundExpression
  ) throws(QueryError) -> ValueKind {
    let use = "an operand of `||`"
    let leftKind = try left.checked(.string, .list(of: .any), for: use).kind
    let rightKind = try right.checked(.string, .list(of: .any), for: use).kind
    if case .list(let left) = leftKind, case .list(let right) = rightKind {
      return .list(of: left.joined(with: right))
    }
    return leftKind == .string && rightKind == .string ? .string : .any
  }

  /// `list + list`, `list + element` and `element + list`; nil where no side is known to be a list.
  private static func lists(_ left: ValueKind, _ right: ValueKind) -> ValueKind? {
    switch (left, right) {
    case (.list(let left), .list(let right)): .list(of: left.joined(with: right))
    case (.list, .any), (.any, .list): .list(of: .any)
    case (.list, .null), (.null, .list): .any
    case (.list(let element), let other), (let other, .list(let element)):
      .list(of: element.joined(with: other))
    default: nil
    }
  }
}
