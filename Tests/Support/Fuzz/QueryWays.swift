import Entente
import EntenteSyntax

/// All the ways in which a query can be run, which must give the same rows.
enum QueryWays {
  static let limits = QueryLimits(time: .seconds(2), memory: 32 << 20, rows: 20_000)

  /// Nothing switched on: the plan does what is written, the general evaluator computes.
  static let plain = QueryOptions(
    limits: limits, disabledRules: Set(QueryOptions.ruleNames), usesKernels: false)

  /// Everything on; no kernels; each rule off.
  static let others: [QueryOptions] =
    [QueryOptions(limits: limits), QueryOptions(limits: limits, usesKernels: false)]
    + [lineage] + QueryOptions.ruleNames.map { QueryOptions(limits: limits, disabledRules: [$0]) }

  /// Rows that tell what they rest on are the same rows.
  private static var lineage: QueryOptions {
    var options = QueryOptions(limits: limits)
    options.tracksLineage = true
    return options
  }

  static func name(_ options: QueryOptions) -> String {
    "rules off: \(options.disabledRules.sorted()), kernels \(options.usesKernels ? "on" : "off")"
  }

  /// What running a query gave.
  enum Outcome: Equatable {
    case rows([String])
    case error(String)
    /// A limit of time, memory or rows: nothing to compare.
    case limit
  }

  /// - Parameter ordered: whether the order of the rows counts.
  static func outcome(
    of source: SourceText, on graph: Graph, _ options: QueryOptions, ordered: Bool = false
  ) -> Outcome {
    do throws(QueryError) {
      let table = try graph.query(source, parameters: parameters, options: options)
      let rows = table.rows.map { $0.map(\.literal).joined(separator: " | ") }
      return .rows(ordered ? rows : rows.sorted())
    } catch {
      return error.kind == .limitReached ? .limit : .error("\(error)")
    }
  }

  /// The parameters that random queries may use.
  static let parameters: [String: Value] = [
    "x": .integer(1), "s": .string("a"), "list": .list([.integer(1), .string("a"), .null]),
    "map": .map(MapValue([("k", .integer(1))])), "nothing": .null,
  ]

  /// Where the ways of running a query differ.
  ///
  /// A way may succeed where doing what is written fails, since it may evaluate less; never the other way round.
  static func difference(of source: SourceText, on graph: Graph, ordered: Bool = false) -> String? {
    let expected = outcome(of: source, on: graph, plain, ordered: ordered)
    guard case .rows(let expectedRows) = expected else { return nil }
    for options in others {
      switch outcome(of: source, on: graph, options, ordered: ordered) {
      case .limit: continue
      case .error(let words): return "\(name(options)): an error where the plain plan gives rows: \(words)"
      case .rows(let rows) where rows != expectedRows:
        return "\(name(options)):\nexpected \(excerpt(expectedRows))\nfound    \(excerpt(rows))"
      case .rows: continue
      }
    }
    return nil
  }

  private static func excerpt(_ rows: [String]) -> String {
    "\(rows.count) rows: \(rows.prefix(12))" + (rows.count > 12 ? " …" : "")
  }
}
