/// Predicates of a pattern that wait for their variables.
///
/// Each counts the variables that it still lacks, so that taking what is ready costs no look at the others.
struct PendingPredicates {
  private var predicates: [BoundExpression?] = []
  private var missing: [Int] = []
  private var waiting: [Variable: [Int]] = [:]
  /// Places of predicates that lack nothing, in the order in which they came to that.
  private var ready: [Int] = []

  init(_ all: [BoundExpression]) {
    for predicate in all {
      let variables = predicate.variables
      for variable in variables { waiting[variable, default: []].append(predicates.count) }
      if variables.isEmpty { ready.append(predicates.count) }
      missing.append(variables.count)
      predicates.append(predicate)
    }
  }

  /// Those that use one variable alone, in the order written.
  func on(_ variable: Variable) -> [BoundExpression] {
    (waiting[variable] ?? []).filter { missing[$0] == 1 }.compactMap { predicates[$0] }
  }

  /// Takes out a predicate, by its place among those that waited at first.
  mutating func take(at place: Int) { predicates[place] = nil }

  /// Takes out the first predicate on a variable alone for which `result` gives a value.
  mutating func take<Result>(on variable: Variable, _ result: (BoundExpression) -> Result?) -> Result? {
    for place in waiting[variable] ?? [] where missing[place] == 1 {
      guard let predicate = predicates[place], let found = result(predicate) else { continue }
      predicates[place] = nil
      return found
    }
    return nil
  }

  /// Notes that rows have a variable.
  mutating func bind(_ variable: Variable) {
    for place in waiting.removeValue(forKey: variable) ?? [] {
      missing[place] -= 1
      if missing[place] == 0 { ready.append(place) }
    }
  }

  /// Takes out what has all its variables among those given, in the order written.
  ///
  /// Variables may have been bound in parts that are not joined yet: what needs two of them stays.
  mutating func takeReady(within variables: Set<Variable>) -> [BoundExpression] {
    guard !ready.isEmpty else { return [] }
    var taken: [BoundExpression] = []
    ready.sort()
    ready.removeAll { place in
      guard let predicate = predicates[place] else { return true }
      guard predicate.variables.isSubset(of: variables) else { return false }
      taken.append(predicate)
      predicates[place] = nil
      return true
    }
    return taken
  }
}
