/// Which scenarios count for the figure of read-only scenarios: here and nowhere else.
extension ConcreteScenario {
  /// Whether a scenario only reads, and needs neither temporal values nor a procedure of the TCK:
  ///
  /// - no query under test (`executing query`, `executing control query`) has one of the words CREATE, MERGE, SET,
  ///   REMOVE, DELETE, FOREACH, in upper or lower case; what prepares the graph may write;
  /// - it is not in a folder named `temporal`, and no query in it calls a temporal function: `date(`,
  ///   `duration.between(`;
  /// - it has no step `there exists a procedure`.
  var isReadOnly: Bool {
    guard !category.split(separator: "/").contains("temporal") else { return false }
    let writing = /\b(create|merge|set|remove|delete|foreach)\b/.ignoresCase()
    let temporal = /\b(date|time|localtime|datetime|localdatetime|duration)(\.\w+)?\s*\(/.ignoresCase()
    return steps.allSatisfy { step in
      let query = step.docString ?? ""
      if step.text.hasPrefix("there exists a procedure") || query.contains(temporal) { return false }
      return !step.text.hasPrefix("executing") || !query.contains(writing)
    }
  }
}
