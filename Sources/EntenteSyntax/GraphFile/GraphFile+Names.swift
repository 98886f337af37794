extension GraphFile.Parser {
  typealias Errors = GraphFile.Errors

  /// Identifier: a bare or quoted text that is not empty.
  mutating func parseIdentifier(_ role: GraphFile.Role) throws(SyntaxError) -> GraphFile.Name {
    let start = position
    let name: GraphFile.Name
    if byte(at: start).isGraphFileQuote {
      name = try scanQuoted(from: start)
      try requireNonEmpty(name, role)
      lastQuoted = name.range
    } else {
      guard byte(at: start).isGraphFileBareStart else {
        throw fail(Errors.unexpected(role, at: start, in: source), at: start)
      }
      name = GraphFile.Name(
        range: SourceRange(start..<endOfBare(from: start)), form: .bare, hasEscapes: false)
    }
    append(.name, to: name.range.upper)
    if case .adjacent(let offset) = following(position) {
      throw missingWhitespace(at: offset)
    }
    return name
  }

  /// Something stands directly at an element. Where the element is a quoted text over several lines, it is likely
  /// that its closing quote was forgotten: the following lines are then read as statements of their own.
  func missingWhitespace(at offset: Int) -> SyntaxError {
    guard let quoted = lastQuoted, quoted.upper == offset,
      source.lineIndex(of: quoted.lower) != source.lineIndex(of: offset)
    else { return fail(Errors.missingWhitespace(at: offset, after: nil, in: source), at: offset) }
    return fail(Errors.missingWhitespace(at: offset, after: quoted, in: source), at: quoted.lower)
  }

  /// A quoted text from its opening to its closing quote; nothing is consumed.
  func scanQuoted(from start: Int) throws(SyntaxError) -> GraphFile.Name {
    let quote = byte(at: start)
    var offset = start + 1
    var hasEscapes = false
    while offset < end {
      let current = byte(at: offset)
      if current == quote {
        let form: GraphFile.Name.Form = quote == 0x22 ? .doubleQuoted : .singleQuoted
        return GraphFile.Name(range: SourceRange(start..<offset + 1), form: form, hasEscapes: hasEscapes)
      }
      if current == 0x5C {
        hasEscapes = true
        offset = try scanEscape(at: offset)
      } else if current < 0x20, current != 0x09, !current.isGraphFileLineBreak {
        throw fail(Errors.controlCharacter(at: offset, in: source), at: offset)
      } else {
        offset += 1
      }
    }
    throw fail(Errors.unclosedQuote(at: start, in: source), at: start)
  }

  /// The offset after an escape sequence.
  private func scanEscape(at offset: Int) throws(SyntaxError) -> Int {
    switch byte(at: offset + 1) {
    case 0x22, 0x27, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: return offset + 2  // " ' \ / b f n r t
    case 0x75:
      guard let unit = scanCodeUnit(at: offset) else {
        throw fail(Errors.badEscape(at: offset, in: source), at: offset)
      }
      switch unit {
      case 0xD800...0xDBFF:
        // Characters beyond U+FFFF are written as two.
        if byte(at: offset + 6) == 0x5C, let low = scanCodeUnit(at: offset + 6), 0xDC00...0xDFFF ~= low {
          return offset + 12
        }
        throw fail(Errors.loneSurrogate(at: offset, in: source), at: offset)
      case 0xDC00...0xDFFF: throw fail(Errors.loneSurrogate(at: offset, in: source), at: offset)
      default: return offset + 6
      }
    default: throw fail(Errors.badEscape(at: offset, in: source), at: offset)
    }
  }

  /// The value of `\uXXXX`.
  private func scanCodeUnit(at offset: Int) -> UInt32? {
    guard byte(at: offset + 1) == 0x75 else { return nil }
    var unit: UInt32 = 0
    for index in offset + 2..<offset + 6 {
      guard let digit = GraphFile.Name.hexDigitValue(byte(at: index)) else { return nil }
      unit = unit << 4 | UInt32(digit)
    }
    return unit
  }

  func requireNonEmpty(_ name: GraphFile.Name, _ role: GraphFile.Role) throws(SyntaxError) {
    if name.form != .bare, name.range.upper - name.range.lower == 2 {
      throw fail(Errors.empty(role, name.range), at: name.range.upper)
    }
  }

  func fail(_ diagnostic: Diagnostic, at offset: Int) -> SyntaxError { SyntaxError(diagnostic, at: offset) }
}
