import EntenteSyntax

/// One aggregate over the rows of one group.
///
/// Null values are left out by every function but `count(*)`. Sums of floats add in the order of the rows, with the
/// lost parts kept (Neumaier 1974), so that an answer does not depend on how rows are cut into batches.
struct Accumulator {
  private let function: AggregateFunction
  private let range: SourceRange
  private let monitor: QueryMonitor
  /// The values seen, where DISTINCT is asked for.
  private var seen: Set<EquivalenceKey>?
  private var count: Int64 = 0
  private var sum = NumberSum()
  /// The sum where durations are added, which do not mix with numbers.
  private var durations: Temporal.Duration?
  private var extreme: Value = .null
  private var values: ContiguousArray<Value> = []
  private var moments = Moments()
  private var percentile: Double?

  init(_ function: AggregateFunction, distinct: Bool, at range: SourceRange, monitor: QueryMonitor) {
    self.function = function
    self.range = range
    self.monitor = monitor
    seen = distinct ? [] : nil
  }

  /// Takes a row of `count(*)`.
  mutating func addRow() throws(QueryError) { count += 1 }

  /// Takes the value of a row.
  mutating func add(_ value: Value) throws(QueryError) {
    if value.isNull { return }
    if seen != nil {
      guard seen?.insert(EquivalenceKey(value)).inserted == true else { return }
      try monitor.reserve(bytes: 64 + value.heapBytes)
    }
    count += 1
    switch function {
    case .count: break
    case .sum, .avg:
      if case .temporal(.duration(let duration)) = value, durations != nil || count == 1 {
        try add(duration)
      } else if durations != nil {
        throw .wrongArgument(function.name, expected: "durations alone or numbers alone", value, at: range)
      } else {
        try sum.add(value, function, at: range)
      }
    case .min: if extreme.isNull || Value.precedes(value, extreme) { extreme = value }
    case .max: if extreme.isNull || Value.precedes(extreme, value) { extreme = value }
    case .collect:
      try monitor.reserve(bytes: 32 + value.heapBytes)
      values.append(value)
    case .stDev, .stDevP: moments.add(try number(value))
    case .percentileCont, .percentileDisc:
      _ = try number(value)
      try monitor.reserve(bytes: 32)
      values.append(value)
    }
  }

  /// Takes the value and the percentile of a row.
  mutating func add(_ value: Value, parameter: Value) throws(QueryError) {
    switch parameter {
    case .integer(let number) where (0...1).contains(number): percentile = Double(number)
    case .float(let number) where (0...1).contains(number): percentile = number
    case .null: return
    default:
      throw .numberOutOfRange("a percentile is a number from 0.0 to 1.0, found \(parameter.literal)", at: range)
    }
    try add(value)
  }

  private mutating func add(_ duration: Temporal.Duration) throws(QueryError) {
    do throws(TemporalError) {
      durations = try (durations ?? .zero).adding(duration)
    } catch {
      throw .temporal(error, function.name, .duration, nil, at: range)
    }
  }

  private func meanDuration() throws(QueryError) -> Value {
    do throws(TemporalError) {
      return .temporal(.duration(try (durations ?? .zero).divided(by: DecimalNumber(count))))
    } catch {
      throw .temporal(error, function.name, .duration, nil, at: range)
    }
  }

  private func number(_ value: Value) throws(QueryError) -> Double {
    switch value {
    case .integer(let number): return Double(number)
    case .float(let number): return number
    case .null, .boolean, .string, .temporal, .list, .map, .node, .relationship, .path:
      throw .wrongArgument(function.name, expected: "numbers", value, at: range)
    }
  }

  func result() throws(QueryError) -> Value {
    switch function {
    case .count: return .integer(count)
    case .sum:
      if let durations { return .temporal(.duration(durations)) }
      return try sum.value(at: range)
    case .avg where durations != nil: return try meanDuration()
    case .avg: return count == 0 ? .null : .float(sum.approximate / Double(count))
    case .min, .max: return extreme
    case .collect: return .list(values)
    case .stDev: return .float(moments.deviation(ofSample: true))
    case .stDevP: return .float(moments.deviation(ofSample: false))
    case .percentileDisc: return discretePercentile
    case .percentileCont: return try continuousPercentile()
    }
  }

  /// The least value that at least the given share of the values does not exceed.
  private var discretePercentile: Value {
    guard let percentile, !values.isEmpty else { return .null }
    let sorted = values.sorted(by: Value.precedes)
    let place = (percentile * Double(sorted.count)).rounded(.up)
    return sorted[max(0, min(sorted.count - 1, Int(place) - 1))]
  }

  /// Between the two values around the place, in proportion.
  private func continuousPercentile() throws(QueryError) -> Value {
    guard let percentile, !values.isEmpty else { return .null }
    var numbers: [Double] = []
    for value in values { numbers.append(try number(value)) }
    numbers.sort()
    let place = percentile * Double(numbers.count - 1)
    let lower = Int(place.rounded(.down))
    let upper = min(lower + 1, numbers.count - 1)
    let share = place - Double(lower)
    return .float(share == 0 ? numbers[lower] : numbers[lower] * (1 - share) + numbers[upper] * share)
  }
}
