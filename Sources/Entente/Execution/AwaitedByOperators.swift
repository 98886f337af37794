// What operators expect of aggregation and range(); delete this file when Execution/Aggregation and RangeSequence are here.
import EntenteSyntax
struct Accumulator {
  init(_ f: AggregateFunction, distinct: Bool, at: SourceRange, monitor: QueryMonitor) {}
  mutating func addRow() throws(QueryError) {}
  mutating func add(_ v: Value) throws(QueryError) {}
  mutating func add(_ v: Value, parameter: Value) throws(QueryError) {}
  func result() throws(QueryError) -> Value { .null }
}
struct RangeSequence: ElementSource {
  init?(_ a: [BoundExpression], evaluator: Evaluator, in batch: RowBatch, row: Int, at: SourceRange) throws(QueryError) {}
  mutating func next() -> Value? { nil }
}
