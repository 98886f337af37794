import EntenteSyntax

/// Operators, and what follows an expression: properties, labels, indexes.
extension Binder {
  mutating func logic(
    _ operands: [Expression], _ name: String, at range: SourceRange,
    _ node: ([BoundExpression]) -> BoundExpression.Node
  ) throws(QueryError) -> BoundExpression {
    var bound: [BoundExpression] = []
    for operand in operands { bound.append(try bindPredicate(operand, of: "an operand of \(name)")) }
    return BoundExpression(node(bound), kind: .boolean, range: range)
  }

  mutating func comparison(
    _ first: Expression, _ steps: [Expression.ComparisonStep], at range: SourceRange
  ) throws(QueryError) -> BoundExpression {
    let first = try bind(first)
    var bound: [(operator: Expression.ComparisonOperator, operand: BoundExpression)] = []
    for step in steps { bound.append((step.operator, try bind(step.operand))) }
    return BoundExpression(.comparison(first, bound), kind: .boolean, range: range)
  }

  mutating func membership(
    _ element: Expression, in list: Expression, at range: SourceRange
  ) throws(QueryError) -> BoundExpression {
    let element = try bind(element)
    let list = try bind(list).checked(.list(of: .any), for: "the right side of IN")
    return BoundExpression(.in(element, list: list), kind: .boolean, range: range)
  }

  mutating func stringPredicate(
    _ op: Expression.StringOperator, _ left: Expression, _ right: Expression, at range: SourceRange
  ) throws(QueryError) -> BoundExpression {
    let left = try bind(left)
    return BoundExpression(.stringPredicate(op, left, try bind(right)), kind: .boolean, range: range)
  }

  mutating func arithmetic(
    _ first: Expression, _ steps: [Expression.ArithmeticStep], at range: SourceRange
  ) throws(QueryError) -> BoundExpression {
    let first = try bind(first)
    var bound: [(operator: Expression.ArithmeticOperator, operand: BoundExpression)] = []
    // What the steps so far give; its range grows with them.
    var sofar = BoundExpression(first.node, kind: first.kind, range: first.range)
    for step in steps {
      let operand = try bind(step.operand)
      sofar.kind = try OperatorKinds.result(sofar, step.operator, operand)
      sofar.range = sofar.range.union(operand.range)
      bound.append((step.operator, operand))
    }
    return BoundExpression(.arithmetic(first, bound), kind: sofar.kind, range: range)
  }

  mutating func sign(
    _ operand: Expression, _ name: String, at range: SourceRange,
    _ node: (BoundExpression) -> BoundExpression.Node
  ) throws(QueryError) -> BoundExpression {
    let operand = try bind(operand).checked(.number, for: "the operand of unary `\(name)`")
    return BoundExpression(node(operand), kind: operand.kind, range: range)
  }

  mutating func property(
    _ base: Expression, _ key: Name, at range: SourceRange
  ) throws(QueryError) -> BoundExpression {
    let base = try bind(base)
    guard base.kind.mayBeOne(of: [.node, .relationship, .map]) else {
      throw .noProperties(key: key.text, kind: base.kind, at: base.range)
    }
    if base.kind == .node || base.kind == .relationship { references.reads(.key, key) }
    return BoundExpression(.property(base, key: Text(key.text)), kind: .any, range: range)
  }

  mutating func hasLabels(
    _ base: Expression, _ labels: [Name], at range: SourceRange
  ) throws(QueryError) -> BoundExpression {
    let base = try bind(base).checked(.node, .relationship, for: "what stands before `:\(labels[0].text)`")
    references.reads(base.kind == .node ? .label : base.kind == .relationship ? .type : .labelOrType, labels)
    return BoundExpression(.hasLabels(base, labels.map { Text($0.text) }), kind: .boolean, range: range)
  }

  mutating func element(
    _ base: Expression, _ index: Expression, at range: SourceRange
  ) throws(QueryError) -> BoundExpression {
    let base = try bind(base)
    let index = try bind(index)
    guard base.kind.mayBeOne(of: [.list(of: .any), .map, .node, .relationship]) else {
      throw .notIndexable(kind: base.kind, at: base.range)
    }
    guard case .list(let element) = base.kind else {
      return BoundExpression(.subscript(base, index), kind: .any, range: range)
    }
    guard index.kind.overlaps(.integer) else { throw .notAnIndex(kind: index.kind, at: index.range) }
    return BoundExpression(.subscript(base, index), kind: element, range: range)
  }

  mutating func slice(
    _ base: Expression, _ from: Expression?, _ to: Expression?, at range: SourceRange
  ) throws(QueryError) -> BoundExpression {
    let base = try bind(base)
    guard base.kind.overlaps(.list(of: .any)) else { throw .notIndexable(kind: base.kind, at: base.range) }
    var bounds: [BoundExpression?] = []
    for bound in [from, to] {
      guard let bound else {
        bounds.append(nil)
        continue
      }
      let index = try bind(bound)
      guard index.kind.overlaps(.integer) else { throw .notAnIndex(kind: index.kind, at: index.range) }
      bounds.append(index)
    }
    return BoundExpression(.slice(base, from: bounds[0], to: bounds[1]), kind: base.kind, range: range)
  }

  mutating func caseExpression(
    _ operand: Expression?, _ branches: [Expression.CaseBranch], _ otherwise: Expression?,
    at range: SourceRange
  ) throws(QueryError) -> BoundExpression {
    var subject: BoundExpression?
    if let operand { subject = try bind(operand) }
    var bound: [(when: BoundExpression, then: BoundExpression)] = []
    var kind = ValueKind.null
    for branch in branches {
      let condition = try operand == nil ? bindPredicate(branch.when, of: "WHEN") : bind(branch.when)
      let value = try bind(branch.then)
      kind = kind.joined(with: value.kind)
      bound.append((condition, value))
    }
    var last: BoundExpression?
    if let otherwise {
      let value = try bind(otherwise)
      kind = kind.joined(with: value.kind)
      last = value
    }
    return BoundExpression(.caseExpression(operand: subject, bound, else: last), kind: kind, range: range)
  }

  mutating func mapProjection(
    _ base: Expression, _ items: [Expression.MapProjectionItem], at range: SourceRange
  ) throws(QueryError) -> BoundExpression {
    let base = try bind(base).checked(.node, .relationship, .map, for: "the base of a map projection")
    var bound: [(key: Text, value: BoundExpression?)] = []
    for item in items {
      switch item {
      case .property(let key):
        if base.kind == .node || base.kind == .relationship { references.reads(.key, key) }
        let value = BoundExpression(.property(base, key: Text(key.text)), kind: .any, range: key.range)
        bound.append((Text(key.text), value))
      case .allProperties: bound.append((Text("*"), nil))
      case .entry(let key, let value): bound.append((Text(key.text), try bind(value)))
      case .variable(let name): bound.append((Text(name.text), try resolve(name)))
      }
    }
    return BoundExpression(.mapProjection(base, bound), kind: .map, range: range)
  }
}
