extension GraphFile.Parser {
  /// What follows an element.
  enum Following {
    /// Another element of the statement, after whitespace.
    case element(Int)
    /// Something that stands directly at the element, without whitespace.
    case adjacent(Int)
    /// Nothing: the statement ends here.
    case end
  }

  /// What follows an element that ends at an offset: whitespace may hold comments and line breaks, and an element
  /// on another line must be indented.
  ///
  /// - Complexity: O(length of the whitespace).
  func following(_ offset: Int) -> Following {
    var lineStart = offset
    while true {
      let content = skipSpaces(from: lineStart)
      let byte = byte(at: content)
      if content == end { return .end }
      if byte == 0x23 || byte.isGraphFileLineBreak {
        lineStart = afterLineBreak(skipComment(from: content))
      } else if content > lineStart {
        return .element(content)
      } else {
        return lineStart == offset ? .adjacent(content) : .end
      }
    }
  }

  func skipSpaces(from offset: Int) -> Int {
    var offset = offset
    while byte(at: offset).isGraphFileSpace { offset += 1 }
    return offset
  }

  /// The end of a comment that begins at an offset, else the offset.
  func skipComment(from offset: Int) -> Int {
    byte(at: offset) == 0x23 ? endOfLine(from: offset) : offset
  }

  /// The offset after a line break (LF, CR LF or CR) at an offset, else the offset.
  func afterLineBreak(_ offset: Int) -> Int {
    switch byte(at: offset) {
    case 0x0A: offset + 1
    case 0x0D: byte(at: offset + 1) == 0x0A ? offset + 2 : offset + 1
    default: offset
    }
  }

  func endOfLine(from offset: Int) -> Int {
    var offset = offset
    while offset < end, !byte(at: offset).isGraphFileLineBreak { offset += 1 }
    return offset
  }

  /// The end of a bare text.
  func endOfBare(from offset: Int) -> Int {
    var offset = offset
    while byte(at: offset).isGraphFileBare { offset += 1 }
    return offset
  }

  /// Where a statement with an error ends: with the line of the error and its continuation lines.
  func endOfMalformed(from resumption: Int, start: Int) -> Int {
    var upper = endOfLine(from: max(resumption, start))
    while case .element(let next) = following(upper) { upper = endOfLine(from: next) }
    return max(upper, min(start + 1, end))
  }
}
