import EntenteSyntax

/// A writing clause that is ready to be applied, a row at a time.
protocol RowUpdate: AnyObject {
  /// Writes into the transaction; gives the values of the variables that the clause introduces, once for every row
  /// that goes on.
  func apply(_ batch: RowBatch, row: Int) throws(QueryError) -> [[Value]]
}

extension BoundUpdate {
  /// - Parameter evaluator: shared by the clauses inside FOREACH, whose variables it holds.
  func prepared(for evaluator: Evaluator) -> any RowUpdate {
    switch self {
    case .create(let creation): CreateUpdate(creation, evaluator)
    case .merge(let merge): MergeUpdate(merge, evaluator)
    case .set(let assignments): SetUpdate(assignments, evaluator)
    case .delete(let targets, let detach): DeleteUpdate(targets, detach: detach, evaluator)
    case .foreach(let variable, let list, let updates): ForeachUpdate(variable, in: list, updates, evaluator)
    }
  }
}

extension Evaluator {
  /// The value of a variable of the row or of an enclosing FOREACH or MERGE.
  func value(of variable: Variable, in batch: RowBatch, row: Int) -> Value {
    value(of: variable, Row(batch: batch, index: row))
  }

  /// Calls `body` with expressions that see the writes so far of the running clause.
  func seeingWrites<Result>(_ body: () throws(QueryError) -> Result) throws(QueryError) -> Result {
    let outer = context.seesWrites
    context.seesWrites = true
    defer { context.seesWrites = outer }
    return try body()
  }
}

extension QueryError {
  /// Properties as they are stored, or the error of one that cannot be.
  static func storable(
    _ map: MapValue, at range: SourceRange
  ) throws(QueryError) -> [(Text, Value)] {
    for entry in map.entries where !entry.value.isStorable {
      throw .notStorable(key: entry.key, entry.value, at: range)
    }
    return map.entries.filter { !$0.value.isNull }.map { ($0.key, $0.value) }
  }
}
