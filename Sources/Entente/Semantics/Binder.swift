import EntenteSyntax

/// The state of one semantic analysis, and the look-up of names.
///
/// In: the clauses of a ``Query``, from first to last. Out: ``BoundClause``s. Kept in between: the stack of scopes,
/// and where in a projection the walk stands (which decides whether an aggregate may come).
struct Binder {
  let parameters: Set<String>
  let procedures: [ProcedureSignature]
  /// Only for the places in messages.
  let source: SourceText?

  var scopes: [Scope] = [Scope(.query)]
  var aggregates = AggregateContext.forbidden(.clause("this clause"))
  /// In ORDER BY, in WHERE after WITH and beside aggregates: expressions that stand for a projected column.
  var substitutions = Substitutions()
  /// What the query says about the graph.
  var references = GraphReferences()
  /// An error that gives way to every other one.
  var missingParameter: QueryError?
  /// How many clauses, and nodes in patterns to match, a query may have: plans nest by as much.
  static let operatorLimit = 2_000
  /// How many relationships one MATCH may have: each is compared with the others.
  static let hopLimit = 1_000
  private var operatorCount = 0
  private(set) var variableCount = 0
  private var subqueryCount = 0

  init(parameters: Set<String>, procedures: [ProcedureSignature], source: SourceText?) {
    self.parameters = parameters
    self.procedures = procedures
    self.source = source
  }

  // MARK: - Names

  mutating func makeVariable(_ name: String?, _ kind: ValueKind) -> Variable {
    defer { variableCount += 1 }
    return Variable(id: variableCount, name: name, kind: kind)
  }

  /// Notes a clause, or a node that MATCH looks for.
  mutating func countOperator(at range: SourceRange) throws(QueryError) {
    operatorCount += 1
    if operatorCount > Self.operatorLimit { throw .tooManyOperators(limit: Self.operatorLimit, at: range) }
  }

  mutating func makeSubqueryID() -> Int {
    defer { subqueryCount += 1 }
    return subqueryCount
  }

  /// The names of the query, subquery or comprehension that is being bound.
  var scope: Scope {
    get { scopes.last ?? Scope(.query) }
    set {
      guard !scopes.isEmpty else { return }
      scopes[scopes.count - 1] = newValue
    }
  }

  /// Declares a new variable in the innermost scope.
  mutating func declare(_ name: Name, _ kind: ValueKind) -> Variable {
    let variable = makeVariable(name.text, kind)
    scope.declare(name.text, .variable(variable), at: name.range)
    return variable
  }

  /// Declares a variable whose name must be new.
  mutating func declareNew(_ name: Name, _ kind: ValueKind) throws(QueryError) -> Variable {
    if let entry = entry(of: name.text) {
      throw .alreadyBound(name: name, declared: place(entry.declaration))
    }
    return declare(name, kind)
  }

  /// What a name stands for, from the innermost scope outwards.
  func entry(of name: String) -> Scope.Entry? {
    for scope in scopes.reversed() {
      if let entry = scope[name] { return entry }
    }
    return nil
  }

  /// The value of a name, which must be in scope.
  mutating func resolve(_ name: Name) throws(QueryError) -> BoundExpression {
    guard let found = try lookUp(name) else { throw undefined(name) }
    return found
  }

  /// The variable behind a name, nil where the name is new.
  mutating func variable(_ name: Name) throws(QueryError) -> Variable? {
    guard let found = try lookUp(name) else { return nil }
    guard case .variable(let variable) = found.node else { throw undefined(name) }
    return variable
  }

  private mutating func lookUp(_ name: Name) throws(QueryError) -> BoundExpression? {
    guard let level = scopes.lastIndex(where: { $0[name.text] != nil }), let entry = scopes[level][name.text]
    else { return nil }
    if scopes[(level + 1)...].contains(where: { $0.kind == .constant }) {
      throw .notConstant(name: name)
    }
    switch entry.meaning {
    case .variable(let variable):
      use(variable, of: level)
      return BoundExpression(.variable(variable), kind: variable.kind, range: name.range)
    case .groupingKey(let key): return key
    case .aggregate: throw .nestedAggregation(at: name.range)
    case .notGrouped: throw .ambiguousAggregation(name: name.text, at: name.range)
    case .closed(let by):
      throw .closedVariable(name: name, by: by, declared: place(entry.declaration), visible: visibleNames)
    }
  }

  /// Notes in every subquery between a scope and the innermost one that a variable comes from outside.
  mutating func use(_ variable: Variable, of level: Int) {
    for index in scopes.indices where index > level && scopes[index].kind == .subquery {
      scopes[index].use(variable)
    }
  }

  // MARK: - Facts for messages

  func undefined(_ name: Name) -> QueryError {
    let nearest = NearestName.of(name.text, among: visibleNames)
    return .undefined(
      name: name, visible: visibleNames, nearest: nearest,
      declared: nearest.flatMap { entry(of: $0) }.flatMap { place($0.declaration) })
  }

  /// The names of the variables that can be used here, sorted.
  var visibleNames: [String] {
    var names: Set<Text> = []
    for scope in scopes { names.formUnion(scope.variables.map(\.name)) }
    return names.sorted().map(String.init)
  }

  /// `line:column` of the start of a range.
  func place(_ range: SourceRange) -> String? {
    guard let position = source?.position(of: range.lower) else { return nil }
    return "\(position.line):\(position.column)"
  }
}
