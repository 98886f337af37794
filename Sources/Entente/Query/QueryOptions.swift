/// How a query is run.
public struct QueryOptions: Sendable {
  public var limits: QueryLimits
  /// Names of optimizer rules that are switched off; the rows stay the same.
  public var disabledRules: Set<String>
  /// Whether typed kernels may stand in for the general evaluator; the rows stay the same.
  public var usesKernels: Bool
  /// Whether a query may write; else one that would is an error before it runs.
  public var allowsWrites = true
  /// The part of the graph that is asked; its date stands over AS OF in the query.
  public var restriction = GraphRestriction()
  /// Whether each row of the answer tells what it rests on, in ``Table/lineage``; the rows stay the same.
  public var tracksLineage = false
  /// What CALL can name: the built-in procedures, and what is registered.
  public var procedures = ProcedureRegistry.builtIn

  /// How many queries this one stands in, as the text of an option of a procedure.
  var nesting = 0
  /// Whether the graph of such a query is a part of one already.
  var asksPart = false

  public init(limits: QueryLimits = QueryLimits(), disabledRules: Set<String> = [], usesKernels: Bool = true) {
    self.limits = limits
    self.disabledRules = disabledRules
    self.usesKernels = usesKernels
  }

  /// The names that `disabledRules` may hold, in order of application.
  public static var ruleNames: [String] { Optimizer.rules.map(\.name) }
}
