import Entente

extension GraphReader {
  /// The words on a line: what the tie is, and below it what it is about.
  ///
  ///     partners with          invests in
  ///     physical AI            USD 53 billion or more
  func label(of relationship: RelationshipID, type: String) -> String {
    let lines = [words.type(type)] + (detail(of: relationship).map { [$0] } ?? [])
    return lines.joined(separator: "\n")
  }

  /// The words on a line where there are many: what the looks of the line do not say.
  func briefLabel(of relationship: RelationshipID, type: String, kind: Diagram.EdgeKind) -> String? {
    kind.isTellingByItself ? detail(of: relationship) : words.type(type)
  }

  /// The most telling property: an amount, else the topic, name, role, scope or means; and the years.
  private func detail(of relationship: RelationshipID) -> String? {
    let telling =
      amounts(of: relationship).first
      ?? ["topic", "name", "role", "scope", "means"].lazy.compactMap { localizedText($0, of: relationship) }
      .first
    let parts = [telling, years(of: relationship)].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: words.comma)
  }

  /// The year in which it began and that in which it ended.
  private func years(of relationship: RelationshipID) -> String? {
    let (since, until, at) = period(of: relationship)
    if let at { return Self.year(at) }
    if since == nil, until == nil { return nil }
    return "\(since.map(Self.year) ?? "")–\(until.map(Self.year) ?? "")"
  }

  /// From when to when it held, as written.
  private func dates(of relationship: RelationshipID) -> String? {
    let (since, until, at) = period(of: relationship)
    if let at { return at }
    return since == nil && until == nil ? nil : "\(since ?? "") – \(until ?? "")"
  }

  private func period(of relationship: RelationshipID) -> (since: String?, until: String?, at: String?) {
    func date(_ key: String) -> String? { property(key, of: relationship).flatMap(text(of:)) }
    return (date("since"), date("until"), date("at"))
  }

  /// The year of a date as written, with its sign and whatever says that it is not exact.
  private static func year(_ date: String) -> String {
    guard let hyphen = date.dropFirst().firstIndex(of: "-"), !date.contains("/") else { return date }
    return String(date[..<hyphen])
  }

  /// What the relationship says about money, a text a currency; the currency of the language first.
  func amounts(of relationship: RelationshipID) -> [String] {
    var amounts: [(isOwn: Bool, text: String)] = []
    for key in graph.propertyKeys(of: relationship) {
      let name = String(graph.catalog.name(of: key))
      guard name.hasPrefix("amount@"), let currency = name.split(separator: "@").last.map(String.init) else {
        continue
      }
      let value = graph.property(key, of: relationship)
      let figures: ContiguousArray<Value> = if case .list(let items) = value { items } else { [value] }
      for case .integer(let figure) in figures {
        let text = Amount(figure, currency: currency).text(
          in: words, isAtLeast: isTrue("at_least", currency, of: relationship),
          isApproximate: isTrue("approximate", currency, of: relationship))
        amounts.append((currency == words.currency, text))
      }
    }
    return amounts.filter(\.isOwn).map(\.text) + amounts.filter { !$0.isOwn }.map(\.text)
  }

  private func isTrue(_ key: String, _ currency: String, of relationship: RelationshipID) -> Bool {
    for key in [key, "\(key)@\(currency)"] {
      if case .boolean(true)? = property(key, of: relationship) { return true }
    }
    return false
  }

  /// A node in words: its name, kind, and its names in other languages.
  func tooltip(of node: NodeID, kind: String) -> String {
    let name = name(of: node)
    var others: [String] = []
    for key in graph.propertyKeys(of: node) {
      let keyName = String(graph.catalog.name(of: key))
      guard keyName == "name" || keyName.hasPrefix("name@") || keyName == "alias" else { continue }
      let value = graph.property(key, of: node)
      let names: ContiguousArray<Value> = if case .list(let items) = value { items } else { [value] }
      for case .string(let text) in names where String(text) != name && !others.contains(String(text)) {
        others.append(String(text))
      }
    }
    return
      (["\(name)\(words.colon)\(kind)"] + (others.isEmpty ? [] : [others.joined(separator: words.comma)]))
      .joined(separator: "\n")
  }

  /// A tie in words: who, what, whom; the details; and what it rests on.
  func tooltip(of relationship: RelationshipID, type: String, from: String, to: String) -> String {
    let arrow = graph.isUndirected(relationship) ? "–" : "→"
    var lines = ["\(from) \(arrow) \(to)\(words.colon)\(words.type(type))"]
    lines += amounts(of: relationship)
    for key in ["topic", "name", "role", "scope", "means", "status", "note"] {
      if let text = localizedText(key, of: relationship) { lines.append(text) }
    }
    if let dates = dates(of: relationship) { lines.append(dates) }
    let origin = [
      property("claim", of: relationship).flatMap(text(of:)).map { "\(words.claim) \($0)" },
      property("source", of: relationship).map { sources(in: $0).joined(separator: words.comma) },
      property("where", of: relationship).flatMap(text(of:)),
    ]
    let known = origin.compactMap { $0 }
    if !known.isEmpty { lines.append(known.joined(separator: " · ")) }
    return lines.joined(separator: "\n")
  }

  /// The names of the sources that a value refers to by their ids.
  func sources(in value: Value) -> [String] {
    switch value {
    case .list(let items): items.flatMap(sources(in:))
    case .string(let id): [graph.node(withFileID: id).map { name(of: $0) } ?? String(id)]
    case .null, .boolean, .integer, .float, .temporal, .map, .node, .relationship, .path: []
    }
  }
}
