extension GraphFile {
  /// The file in its canonical layout.
  ///
  ///     let file = GraphFile(parsing: SourceText("a  :Company\n   name: 'x'\n", name: "race.pg"))
  ///     file.formatted()     // a :Company name:x
  ///
  /// Comments and the order of everything stay, and so does what the file says: each id, label, key and text with its
  /// characters, each number with its digits, each list. What changes is
  ///
  /// - the layout of each statement, see ``StatementLayout``; comments behind something stand two spaces from it,
  ///   others at the left margin or two columns in, as they were;
  /// - empty lines: one where there were some between statements or comments, none elsewhere; line ends are LF;
  /// - quotes: none where the text means the same without them and triggers no warning, else double ones.
  ///
  /// Formatting the result changes nothing. Text without quotes that is likely a mistake stays as it is, so that its
  /// warning stays as well.
  ///
  /// - Returns: the bytes; nil where the file has errors, since what cannot be read cannot be laid out.
  /// - Complexity: O(*n*)
  public func formatted() -> [UInt8]? {
    guard !hasErrors else { return nil }
    var formatter = Formatter(self)
    return formatter.format()
  }

  /// Prints the statements of a file one after the other, with the comments and empty lines between them.
  struct Formatter {
    let file: GraphFile
    private var out: [UInt8] = []
    /// The next token that is no part of what has been printed.
    private var next = 0

    init(_ file: GraphFile) { self.file = file }

    mutating func format() -> [UInt8] {
      for statement in file.statements {
        appendTrivia(before: statement.range.lower)
        layout(of: statement)?.append(to: &out)
        skip(to: statement.range.upper)
      }
      appendTrivia(before: file.source.utf8.count)
      if !out.isEmpty { out.append(0x0A) }
      // A text that begins with a byte order mark needs another before it, which readers skip.
      return out.starts(with: [0xEF, 0xBB, 0xBF]) ? [0xEF, 0xBB, 0xBF] + out : out
    }

    /// Prints comments up to an offset and goes to a new line, with an empty one where there was one.
    private mutating func appendTrivia(before offset: Int) {
      var lineBreaks = 0
      while next < file.tokens.count, file.tokens[next].range.lower < offset {
        let token = file.tokens[next]
        next += 1
        switch token.kind {
        case .lineBreak: lineBreaks += 1
        case .comment:
          let comment = file.comment(token.range)
          let isFirst = out.isEmpty
          if !isFirst, lineBreaks > 1, comment.place != .trailing { out.append(0x0A) }
          comment.append(to: &out)
          // The first line of a file has no line before it.
          if isFirst, out.first == 0x0A { out.removeFirst() }
          lineBreaks = 0
        case .byteOrderMark, .spaces, .name, .value, .colon, .comma, .direction, .malformed: break
        }
      }
      if !out.isEmpty, offset < file.source.utf8.count {
        out.append(0x0A)
        if lineBreaks > 1 { out.append(0x0A) }
      }
    }

    private mutating func skip(to offset: Int) {
      while next < file.tokens.count, file.tokens[next].range.lower < offset { next += 1 }
    }

    private func layout(of statement: Statement) -> StatementLayout? {
      var pieces = PieceBuilder(file: file, comments: comments(in: statement.range))
      switch statement {
      case .node(let node): return pieces.layout(of: node)
      case .edge(let edge): return pieces.layout(of: edge)
      case .malformed: return nil
      }
    }

    private func comments(in range: SourceRange) -> ArraySlice<Token> {
      var end = next
      while end < file.tokens.count, file.tokens[end].range.lower < range.upper { end += 1 }
      return file.tokens[next..<end].contains { $0.kind == .comment }
        ? ArraySlice(file.tokens[next..<end].filter { $0.kind == .comment }) : []
    }
  }

  /// A comment without the blanks at its end, and how it stands on its line.
  func comment(_ range: SourceRange) -> StatementLayout.Comment {
    let bytes = source.utf8
    let start = tokens.first.map { $0.kind == .byteOrderMark ? $0.range.upper : 0 } ?? 0
    var lower = range.lower
    while lower > start, bytes[lower - 1].isGraphFileSpace { lower -= 1 }
    var upper = range.upper
    while upper > range.lower, bytes[upper - 1].isGraphFileSpace { upper -= 1 }
    let isFirst = lower == start || bytes[lower - 1].isGraphFileLineBreak
    return StatementLayout.Comment(
      text: bytes[range.lower..<upper],
      place: !isFirst ? .trailing : lower < range.lower ? .indented : .unindented)
  }
}
