extension GraphFile.Parser {
  /// Statement: a node or an edge, with labels before properties.
  mutating func parseStatement() throws(SyntaxError) -> GraphFile.Statement {
    let start = position
    let edgeID = try parseEdgeID()
    let first = try parseIdentifier(.nodeID)
    guard let direction = try parseDirection(after: first) else {
      if let edgeID { throw fail(Errors.edgeIDWithoutEdge(edgeID.range, in: source), at: position) }
      let (labels, properties) = try parseDescription()
      let range = SourceRange(start..<position)
      return .node(GraphFile.Node(range: range, id: first, labels: labels, properties: properties))
    }
    let target = try parseTarget(of: first, direction)
    let (labels, properties) = try parseDescription()
    let edge = GraphFile.Edge(
      range: SourceRange(start..<position), id: edgeID, source: first, direction: direction.value,
      directionRange: direction.range, target: target, labels: labels, properties: properties)
    noteID(of: edge)
    return .edge(edge)
  }

  // MARK: Edges

  /// An edge id is directly followed by a colon, then whitespace, a node id and an arrow; anything else that begins
  /// like it is the id of a node.
  private mutating func parseEdgeID() throws(SyntaxError) -> GraphFile.Name? {
    let start = position
    if byte(at: start).isGraphFileQuote {
      let name = try scanQuoted(from: start)
      guard byte(at: name.range.upper) == 0x3A else { return nil }
      guard case .element(let next) = following(name.range.upper + 1) else {
        throw fail(Errors.quotedIDWithColon(name.range, in: source), at: name.range.upper)
      }
      try requireNonEmpty(name, .edgeID)
      append(.name, to: name.range.upper)
      append(.colon, to: position + 1)
      appendTrivia(to: next)
      return name
    }
    let run = endOfBare(from: start)
    guard byte(at: start).isGraphFileBareStart, let colon = lastColon(in: start..<run),
      case .element(let next) = following(colon + 1), isArrowAhead(afterIdentifierAt: next)
    else { return nil }
    append(.name, to: colon)
    append(.colon, to: colon + 1)
    appendTrivia(to: next)
    return GraphFile.Name(range: SourceRange(start..<colon), form: .bare, hasEscapes: false)
  }

  /// Whether an identifier begins at an offset and an arrow comes after it.
  private func isArrowAhead(afterIdentifierAt offset: Int) -> Bool {
    let upper: Int
    if byte(at: offset).isGraphFileQuote {
      guard let name = try? scanQuoted(from: offset) else { return false }
      upper = name.range.upper
    } else {
      guard byte(at: offset).isGraphFileBareStart else { return false }
      upper = endOfBare(from: offset)
    }
    guard case .element(let next) = following(upper), byte(at: next) == 0x2D else { return false }
    return byte(at: next + 1) == 0x2D || byte(at: next + 1) == 0x3E
  }

  private typealias Direction = (value: GraphFile.Edge.Direction, range: SourceRange)

  private mutating func parseDirection(after first: GraphFile.Name) throws(SyntaxError) -> Direction? {
    guard case .element(let next) = following(position) else { return nil }
    switch (byte(at: next), byte(at: next + 1)) {
    case (0x2D, 0x2D), (0x2D, 0x3E):
      let range = SourceRange(next..<next + 2)
      appendTrivia(to: next)
      append(.direction, to: next + 2)
      if case .adjacent(let offset) = following(position) {
        throw fail(Errors.arrowWithoutSpace(range, at: offset, in: source), at: offset)
      }
      return (byte(at: next + 1) == 0x3E ? .directed : .undirected, range)
    case (0x3C, 0x2D):
      throw fail(Errors.backwardArrow(after: first, at: next, in: source), at: next)
    default:
      if let arrow = typographicArrow(at: next) {
        throw fail(Errors.typographicArrow(arrow.range, replacement: arrow.replacement, in: source), at: next)
      }
      return nil
    }
  }

  /// An arrow or dash of typography that stands where `->` or `--` should.
  private func typographicArrow(at offset: Int) -> (range: SourceRange, replacement: String)? {
    guard byte(at: offset) == 0xE2 else { return nil }
    for (arrow, replacement) in [
      ("→", "->"), ("⟶", "->"), ("⇒", "->"), ("–", "--"), ("—", "--"), ("―", "--"),
    ] {
      let bytes = Array(arrow.utf8)
      guard source.utf8[offset...].starts(with: bytes) else { continue }
      switch following(offset + bytes.count) {
      case .element, .end: return (SourceRange(offset..<offset + bytes.count), replacement)
      case .adjacent: return nil
      }
    }
    return nil
  }

  private mutating func parseTarget(
    of first: GraphFile.Name, _ direction: Direction
  ) throws(SyntaxError) -> GraphFile.Name {
    guard case .element(let next) = following(position) else {
      throw fail(Errors.missingTarget(direction.range, in: source), at: direction.range.upper)
    }
    appendTrivia(to: next)
    return try parseIdentifier(.targetID)
  }

  /// Edge ids are unique in a file.
  private mutating func noteID(of edge: GraphFile.Edge) {
    guard let id = edge.id else { return }
    let bytes = id.utf8(in: source)
    if let earlier = edgeIDs[bytes] {
      report(Errors.repeatedEdgeID(id, earlier: earlier, in: source))
    } else {
      edgeIDs[bytes] = id.range
    }
  }

  // MARK: Labels and properties

  /// Labels, then properties, up to the end of the statement.
  private mutating func parseDescription() throws(SyntaxError) -> ([GraphFile.Label], [GraphFile.Property]) {
    var labels: [GraphFile.Label] = []
    var properties: [GraphFile.Property] = []
    while true {
      switch following(position) {
      case .end: return (labels, properties)
      case .adjacent(let offset):
        throw missingWhitespace(at: offset)
      case .element(let next):
        if byte(at: next) == 0x3A {
          guard properties.isEmpty else { throw fail(Errors.lateLabel(at: next, in: source), at: next) }
          appendTrivia(to: next)
          labels.append(try parseLabel())
        } else {
          appendTrivia(to: next)
          properties.append(try parseProperty())
        }
      }
    }
  }

  private mutating func parseLabel() throws(SyntaxError) -> GraphFile.Label {
    let start = position
    append(.colon, to: start + 1)
    appendTrivia(to: skipSpaces(from: position))
    let name = try parseIdentifier(.label)
    return GraphFile.Label(range: SourceRange(start..<position), name: name)
  }
}
