public import EntenteSyntax

extension NameIndex {
  /// The nodes that words fit, the best first, each once with the name that fits best.
  ///
  ///     try index.find("알립", labels: [company], language: "ko", limit: 10)
  ///
  /// Of matches equally good those come first whose name in the language does, see ``NameOrder``.
  /// - Parameters:
  ///   - labels: Nodes with one of them; nil for all.
  ///   - language: In whose order equal matches stand.
  ///   - isGenerous: Whether a third of the words may be mistyped: for suggestions.
  /// - Throws: a limit of the monitor.
  /// - Complexity: a bit test a name, and O(length) for each name that has nearly all letters of the words.
  public func find(
    _ words: String, labels: [LabelID]? = nil, language: String = "en", limit: Int = .max, isGenerous: Bool = false,
    monitor: QueryMonitor = .unlimited
  ) throws(QueryError) -> [NameMatch] {
    let query = NameQuery(words, isGenerous: isGenerous)
    guard !query.folded.isEmpty, limit > 0 else { return [] }
    let sets = labels.map { $0.map { graph.nodes(with: $0) } }
    var best: [NodeID: (entry: Int, fit: NameFit)] = [:]
    var meter = WorkMeter(monitor)
    for entry in table.entries.indices {
      let missing = (query.signature & ~table.signatures[entry]).nonzeroBitCount
      guard missing <= query.maximumEdits else { continue }
      let node = table.entries[entry].node
      if let sets, !sets.contains(where: { $0.contains(node) }) { continue }
      var work = 1
      let fit = fit(query, entry, mayFit: missing == 0, work: &work)
      try meter.step(work)
      guard let fit else { continue }
      if let old = best[node], old.fit.score >= fit.score { continue }
      best[node] = (entry, fit)
    }
    try meter.step(1 + table.entries.count / 64)
    try meter.report()
    return ordered(best, language: language, limit: limit)
  }

  private func fit(_ query: NameQuery, _ entry: Int, mayFit: Bool, work: inout Int) -> NameFit? {
    let name = table.keys(of: entry)
    if mayFit {
      work += name.count
      if let fit = query.fit(name) {
        let isExact = fit.way == .folded && table.entries[entry].text == query.text
        return isExact ? NameFit(way: .exact, isWhole: true) : fit
      }
    }
    return query.maximumEdits > 0 ? query.typoFit(name, work: &work) : nil
  }

  /// The best matches in order; only those that can be among them are compared by their names.
  private func ordered(
    _ best: [NodeID: (entry: Int, fit: NameFit)], language: String, limit: Int
  ) -> [NameMatch] {
    var found = best.map { (node: $0.key, entry: $0.value.entry, fit: $0.value.fit, score: $0.value.fit.score) }
    found.sort { ($1.score, $0.node.rawValue) < ($0.score, $1.node.rawValue) }
    if found.count > limit {
      let last = found[limit - 1].score
      found = Array(found.prefix { $0.score >= last })
    }
    let order = NameOrder(language: language)
    let keys = Dictionary(uniqueKeysWithValues: found.map { ($0.node, order.key(of: name(of: $0.node, in: language))) })
    let sorted = found.sorted { left, right in
      if left.score != right.score { return left.score > right.score }
      guard let leftKey = keys[left.node], let rightKey = keys[right.node], leftKey != rightKey else {
        return left.node.rawValue < right.node.rawValue
      }
      return leftKey < rightKey
    }
    return sorted.prefix(limit).map { match($0.entry, $0.fit) }
  }
}
