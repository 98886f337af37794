extension GraphFile.Parser {
  /// Property: a key, a colon, and values with commas between.
  mutating func parseProperty() throws(SyntaxError) -> GraphFile.Property {
    let start = position
    let key = try parseKey()
    var values: [GraphFile.PropertyValue] = []
    // Whitespace may stand after the colon and on both sides of a comma.
    while true {
      switch following(position) {
      case .end: throw missingValue(of: key, at: position, isFirst: values.isEmpty)
      case .element(let next), .adjacent(let next): appendTrivia(to: next)
      }
      values.append(try parseValue(of: key, isFirst: values.isEmpty))
      let upper = position
      switch following(position) {
      case .element(let next) where byte(at: next) == 0x2C, .adjacent(let next) where byte(at: next) == 0x2C:
        appendTrivia(to: next)
        append(.comma, to: next + 1)
      case .element, .adjacent, .end:
        return GraphFile.Property(range: SourceRange(start..<upper), key: key, values: values)
      }
    }
  }

  /// A bare key ends at its last colon if whitespace and a value follow, else at its first.
  private mutating func parseKey() throws(SyntaxError) -> GraphFile.Name {
    let start = position
    let key: GraphFile.Name
    if byte(at: start).isGraphFileQuote {
      key = try scanQuoted(from: start)
      try requireNonEmpty(key, .key)
      guard byte(at: key.range.upper) == 0x3A else {
        throw missingColon(after: key.range)
      }
    } else {
      guard byte(at: start).isGraphFileBareStart else {
        throw fail(Errors.unexpected(.key, at: start, in: source), at: start)
      }
      let run = endOfBare(from: start)
      guard let last = lastColon(in: start..<run), let first = firstColon(in: start..<run) else {
        throw missingColon(after: SourceRange(start..<run))
      }
      var colon = first
      if case .element(let next) = following(last + 1), isValueStart(at: next) { colon = last }
      key = GraphFile.Name(range: SourceRange(start..<colon), form: .bare, hasEscapes: false)
    }
    append(.name, to: key.range.upper)
    append(.colon, to: position + 1)
    return key
  }

  func firstColon(in range: Range<Int>) -> Int? { source.utf8[range].firstIndex(of: 0x3A) }
  func lastColon(in range: Range<Int>) -> Int? { source.utf8[range].lastIndex(of: 0x3A) }

  private func isValueStart(at offset: Int) -> Bool {
    let byte = byte(at: offset)
    if byte == 0x2D { return self.byte(at: offset + 1).isASCIIDigit }
    return byte.isGraphFileBareStart || byte.isGraphFileQuote
  }

  private func missingColon(after range: SourceRange) -> SyntaxError {
    if case .adjacent(let offset) = following(range.upper), byte(at: offset) != 0x3A,
      !byte(at: offset).isGraphFileBare
    {
      return missingWhitespace(at: offset)
    }
    var next: Int?
    if case .element(let offset) = following(range.upper) { next = offset }
    return fail(Errors.missingColon(after: range, next: next, in: source), at: range.upper)
  }

  private func missingValue(of key: GraphFile.Name, at offset: Int, isFirst: Bool) -> SyntaxError {
    fail(Errors.missingValue(of: key.range, at: offset, isFirst: isFirst, in: source), at: offset)
  }

  // MARK: Values

  /// Value: the longest of number, boolean and text; a comment may follow a number or boolean directly.
  private mutating func parseValue(
    of key: GraphFile.Name, isFirst: Bool
  ) throws(SyntaxError) -> GraphFile.PropertyValue {
    let start = position
    let first = byte(at: start)
    if first.isGraphFileQuote {
      let name = try scanQuoted(from: start)
      append(.value, to: name.range.upper)
      lastQuoted = name.range
      return GraphFile.PropertyValue(range: name.range, literal: .string(name))
    }
    if first == 0x2C {
      throw missingValue(of: key, at: start, isFirst: isFirst)
    }
    var upper = start
    while byte(at: upper).isGraphFileBare, byte(at: upper) != 0x2C { upper += 1 }
    if first == 0x2D || first.isASCIIDigit, let number = JSONNumber(in: source.utf8, start..<upper) {
      if number.range.upper == upper || byte(at: number.range.upper) == 0x23 {
        append(.value, to: number.range.upper)
        return GraphFile.PropertyValue(range: number.range, literal: literal(of: number))
      }
    }
    guard first.isGraphFileBareStart else {
      throw fail(Errors.unexpected(.value, at: start, in: source), at: start)
    }
    if let (boolean, length) = boolean(in: start..<upper) {
      append(.value, to: start + length)
      return GraphFile.PropertyValue(range: SourceRange(start..<start + length), literal: .boolean(boolean))
    }
    append(.value, to: upper)
    let name = GraphFile.Name(range: SourceRange(start..<upper), form: .bare, hasEscapes: false)
    return GraphFile.PropertyValue(range: name.range, literal: .string(name))
  }

  private func boolean(in range: Range<Int>) -> (Bool, Int)? {
    for (word, value) in [("true", true), ("false", false)] where source.utf8[range].starts(with: word.utf8) {
      let length = word.utf8.count
      if range.count == length || byte(at: range.lowerBound + length) == 0x23 { return (value, length) }
    }
    return nil
  }

  private mutating func literal(of number: JSONNumber) -> GraphFile.PropertyValue.Literal {
    switch number.value {
    case .integer(let integer): return .integer(integer)
    case .float(let float): return .float(float)
    case nil:
      report(Errors.numberOutOfRange(number.range, in: source))
      return .float(0)
    }
  }
}
