extension GraphFile.Linter {
  typealias Lints = GraphFile.Lints

  // MARK: Ids

  mutating func visitNodeID(_ node: GraphFile.Node) {
    visitIDText(node.id)
    let id = node.id.utf8(in: source)
    guard node.id.form == .bare, let dashes = innerDashes(in: node.id.range) else {
      nodeIDs.insert(id)
      return
    }
    let before = ContiguousArray(text(SourceRange(node.id.range.lower..<dashes)))
    let after = ContiguousArray(text(SourceRange(dashes + 2..<node.id.range.upper)))
    idsInQuestion.append(
      Question(
        id: id, parts: [before, after], isCertain: node.labels.isEmpty && node.properties.isEmpty,
        diagnostic: Lints.edgeWithoutSpaces(node.id.range, dashes: dashes, in: source)))
  }

  mutating func visitEnds(of edge: GraphFile.Edge) {
    for name in [edge.source, edge.target] {
      visitIDText(name)
      if text(name.range).elementsEqual("@graph".utf8) { report(Lints.edgeAtMetadata(name.range)) }
    }
    nodeIDs.insert(edge.source.utf8(in: source))
    let target = edge.target.utf8(in: source)
    if edge.labels.isEmpty, edge.target.form == .bare, let colon = innerColon(in: edge.target.range) {
      let before = ContiguousArray(text(SourceRange(edge.target.range.lower..<colon)))
      let label = text(SourceRange(colon + 1..<edge.target.range.upper))
      idsInQuestion.append(
        Question(
          id: target, parts: [before], isCertain: isTypeName(label),
          diagnostic: Lints.labelInTarget(edge.target.range, colon: colon, in: source)))
    } else {
      nodeIDs.insert(target)
    }
  }

  private mutating func visitIDText(_ name: GraphFile.Name) {
    guard name.form == .bare, !isURL(name.range) else { return }
    if text(name.range).contains(0x2C) { report(Lints.commaInID(name.range, in: source)) }
    if let hash = text(name.range).firstIndex(of: 0x23), hash + 1 < name.range.upper {
      report(Lints.hashInText(name.range, hash: hash, in: source))
    }
  }

  /// Two dashes with something on both sides, once.
  private func innerDashes(in range: SourceRange) -> Int? {
    var found: Int?
    for offset in range.lower + 1..<max(range.lower + 1, range.upper - 2)
    where source.utf8[offset] == 0x2D && source.utf8[offset + 1] == 0x2D {
      if found != nil { return nil }
      found = offset
    }
    return found
  }

  /// The first colon with something on both sides, unless it is that of a URL.
  private func innerColon(in range: SourceRange) -> Int? {
    guard !isURL(range), let colon = text(range).firstIndex(of: 0x3A), colon > range.lower,
      colon + 1 < range.upper
    else { return nil }
    return colon
  }

  func isURL(_ range: SourceRange) -> Bool {
    let bytes = text(range)
    guard let colon = bytes.firstIndex(of: 0x3A) else { return false }
    return bytes[(colon + 1)...].starts(with: [0x2F, 0x2F]) || bytes.starts(with: Array("urn:".utf8))
      || bytes.starts(with: Array("mailto:".utf8))
  }

  /// Whether a text is written as relationship types are: `PARTNERS_WITH`.
  private func isTypeName(_ bytes: some Sequence<UInt8>) -> Bool {
    var letters = 0
    for byte in bytes {
      guard 0x41...0x5A ~= byte || byte == 0x5F else { return false }
      letters += 1
    }
    return letters > 2
  }

  // MARK: Labels

  mutating func visit(labels: [GraphFile.Label]) {
    for label in labels where label.name.form == .bare && !isURL(label.name.range) {
      let range = label.name.range
      if innerColon(in: range) != nil { report(Lints.colonInLabel(label.range, in: source)) }
      if text(range).contains(0x2C) { report(Lints.commaInLabel(label.range, in: source)) }
      if let hash = text(range).firstIndex(of: 0x23), hash + 1 < range.upper {
        report(Lints.hashInText(range, hash: hash, in: source))
      }
    }
  }

  mutating func visitLabelCount(of edge: GraphFile.Edge) {
    let different = Set(edge.labels.map { $0.name.utf8(in: source) })
    if different.isEmpty {
      edgesWithoutLabel.append(edge)
    } else {
      labelledEdges[ends(of: edge)] = source.lineIndex(of: edge.range.lower) + 1
      if different.count > 1 { report(Lints.severalLabels(edge, in: source)) }
    }
  }

  func missingLabel(_ edge: GraphFile.Edge) -> Diagnostic {
    Lints.missingLabel(edge, labelledLine: labelledEdges[ends(of: edge)], in: source)
  }

  private func ends(of edge: GraphFile.Edge) -> ContiguousArray<UInt8> {
    edge.source.utf8(in: source) + [0] + edge.target.utf8(in: source)
  }
}
