extension GraphFile.Linter {
  typealias Lints = GraphFile.Lints

  // MARK: Ids

  mutating func visitNodeID(_ node: GraphFile.Node) {
    visitIDText(node.id)
    guard let dashes = node.innerDashes(in: source) else { return }
    let before = ContiguousArray(text(SourceRange(node.id.range.lower..<dashes)))
    let after = ContiguousArray(text(SourceRange(dashes + 2..<node.id.range.upper)))
    idsInQuestion.append(
      Question(
        id: node.id.utf8(in: source), parts: [before, after], isCertain: node.labels.isEmpty && node.properties.isEmpty,
        diagnostic: Lints.edgeWithoutSpaces(node.id.range, dashes: dashes, in: source)))
  }

  mutating func visitEnds(of edge: GraphFile.Edge) {
    for name in [edge.source, edge.target] {
      visitIDText(name)
      if text(name.range).elementsEqual("@graph".utf8) { report(Lints.edgeAtMetadata(name.range)) }
    }
    guard let colon = edge.colonInTarget(in: source) else { return }
    let before = ContiguousArray(text(SourceRange(edge.target.range.lower..<colon)))
    let label = text(SourceRange(colon + 1..<edge.target.range.upper))
    idsInQuestion.append(
      Question(
        id: edge.target.utf8(in: source), parts: [before], isCertain: isTypeName(label),
        diagnostic: Lints.labelInTarget(edge.target.range, colon: colon, in: source)))
  }

  private mutating func visitIDText(_ name: GraphFile.Name) {
    guard name.form == .bare, !isURL(name.range) else { return }
    if text(name.range).contains(0x2C) { report(Lints.commaInID(name.range, in: source)) }
    if let hash = text(name.range).firstIndex(of: 0x23), hash + 1 < name.range.upper {
      report(Lints.hashInText(name.range, hash: hash, in: source))
    }
  }

  func isURL(_ range: SourceRange) -> Bool { source.isURL(range) }

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
      if source.innerColon(in: range) != nil { report(Lints.colonInLabel(label.range, in: source)) }
      if text(range).contains(0x2C) { report(Lints.commaInLabel(label.range, in: source)) }
      if let hash = text(range).firstIndex(of: 0x23), hash + 1 < range.upper {
        report(Lints.hashInText(range, hash: hash, in: source))
      }
    }
  }

  mutating func visitLabelCount(of edge: GraphFile.Edge) {
    if edge.labels.isEmpty {
      edgesWithoutLabel.append(edge)
    } else if edge.labels.count > 1, Set(edge.labels.map { $0.name.utf8(in: source) }).count > 1 {
      report(Lints.severalLabels(edge, in: source))
    }
  }
}
