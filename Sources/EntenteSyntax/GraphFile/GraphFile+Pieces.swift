extension GraphFile {
  /// Cuts a statement into the pieces that ``StatementLayout`` prints, each with the comments that follow it.
  struct PieceBuilder {
    let file: GraphFile
    /// Those of the statement that no piece has yet.
    var comments: ArraySlice<Token>

    private var source: SourceText { file.source }

    mutating func layout(of node: Node) -> StatementLayout {
      let id = spelled(node.id, Spelling.id)
      var head = [piece(id.text, upTo: node.id.range.upper)]
      append(node.labels, to: &head)
      return layout(head, node.properties)
    }

    mutating func layout(of edge: Edge) -> StatementLayout {
      var head: [StatementLayout.Piece] = []
      if let id = edge.id { append(spelled(id, Spelling.id).text + [0x3A], upTo: id.range.upper + 1, to: &head) }
      append(end(edge.source), upTo: edge.source.range.upper, to: &head)
      append(Array(edge.direction == .directed ? "->".utf8 : "--".utf8), upTo: edge.directionRange.upper, to: &head)
      append(end(edge.target), upTo: edge.target.range.upper, to: &head, afterArrow: true)
      append(edge.labels, to: &head)
      return layout(head, edge.properties)
    }

    private mutating func layout(_ head: [StatementLayout.Piece], _ properties: [Property]) -> StatementLayout {
      StatementLayout(head: head, properties: properties.map { pieces(of: $0) })
    }

    /// An end of an edge. That an edge leads to the node of the graph itself is warned of, unless it is in quotes.
    private func end(_ name: Name) -> [UInt8] {
      let text = spelled(name, Spelling.id).text
      return name.form != .bare && text.elementsEqual("@graph".utf8) ? Spelling.quoted(text) : text
    }

    private mutating func append(_ labels: [Label], to head: inout [StatementLayout.Piece]) {
      for label in labels {
        head.append(piece([0x3A] + spelled(label.name, Spelling.label).text, upTo: label.range.upper))
      }
    }

    /// Adds an id or an arrow; the edge's own id and the first node, the arrow and the second node stay together.
    private mutating func append(
      _ text: [UInt8], upTo upper: Int, to head: inout [StatementLayout.Piece], afterArrow: Bool = false
    ) {
      let isTogether = afterArrow || head.count == 1 && head[0].text.last == 0x3A && !text.starts(with: [0x2D])
      if isTogether, let last = head.last, last.comments.isEmpty {
        head[head.count - 1] = piece(last.text + [0x20] + text, upTo: upper)
      } else {
        head.append(piece(text, upTo: upper))
      }
    }

    // MARK: Properties

    /// A key with its values, cut after commas.
    private mutating func pieces(of property: Property) -> [StatementLayout.Piece] {
      var key = spelled(property.key, Spelling.key)
      var values = property.values.map { value in
        if case .string(let name) = value.literal {
          spelled(name, Spelling.value)
        } else {
          (text: lexeme(value.range), isSafe: true)
        }
      }
      // Where colons in bare texts decide what is a key, blanks and quotes may matter: they stay, and none is added.
      let isSafe = key.isSafe && values.allSatisfy(\.isSafe)
      if !isSafe {
        key.text = lexeme(property.key.range)
        values = property.values.map { (text: lexeme($0.range), isSafe: false) }
      }
      var pieces: [StatementLayout.Piece] = []
      var text = key.text + [0x3A]
      var upper = property.key.range.upper + 1
      for (index, value) in values.enumerated() {
        let range = property.values[index].range
        if commentFollows(before: range.lower) {
          pieces.append(piece(text, upTo: range.lower))
          text = []
        } else if !isSafe, !text.isEmpty, hasBlank(before: range.lower) {
          text.append(0x20)
        }
        text += value.text
        upper = range.upper
        guard index < values.count - 1 else { break }
        let comma = comma(after: range.upper)
        if !isSafe, hasBlank(before: comma) { text.append(0x20) }
        text.append(0x2C)
        upper = comma + 1
        if isSafe || commentFollows(before: property.values[index + 1].range.lower) {
          pieces.append(piece(text, upTo: property.values[index + 1].range.lower))
          text = []
        }
      }
      pieces.append(piece(text, upTo: upper))
      return pieces
    }

    private func comma(after offset: Int) -> Int {
      var low = 0
      var high = file.tokens.count
      while low < high {
        let middle = (low + high) / 2
        if file.tokens[middle].range.lower < offset { low = middle + 1 } else { high = middle }
      }
      while low < file.tokens.count, file.tokens[low].kind != .comma { low += 1 }
      return low < file.tokens.count ? file.tokens[low].range.lower : offset
    }

    private func hasBlank(before offset: Int) -> Bool {
      offset > 0 && (source.utf8[offset - 1].isGraphFileSpace || source.utf8[offset - 1].isGraphFileLineBreak)
    }

    // MARK: Texts

    private func commentFollows(before offset: Int) -> Bool { comments.first.map { $0.range.lower < offset } ?? false }

    /// A piece with the comments before an offset.
    private mutating func piece(_ text: [UInt8], upTo offset: Int) -> StatementLayout.Piece {
      var piece = StatementLayout.Piece(text)
      // What stands between this piece and the next belongs to this one; the caller gives the end of this one.
      while let first = comments.first, isBehind(first, offset) {
        var comment = file.comment(first.range)
        // Of two that were parted by a comma alone, the second goes on a line of its own.
        if comment.place == .trailing, !piece.comments.isEmpty { comment.place = .indented }
        piece.comments.append(comment)
        comments.removeFirst()
      }
      return piece
    }

    /// Whether nothing but blanks, line breaks and comments is between an offset and a comment.
    private func isBehind(_ comment: Token, _ offset: Int) -> Bool {
      guard comment.range.lower > offset else { return true }
      var offset = offset
      while offset < comment.range.lower {
        let byte = source.utf8[offset]
        if byte == 0x23 {
          while offset < comment.range.lower, !source.utf8[offset].isGraphFileLineBreak { offset += 1 }
        } else if byte.isGraphFileSpace || byte.isGraphFileLineBreak {
          offset += 1
        } else {
          return false
        }
      }
      return true
    }

    private func lexeme(_ range: SourceRange) -> [UInt8] { Array(source.utf8[range.lower..<range.upper]) }

    /// A text as it is printed, and whether it means the same wherever it stands.
    private func spelled(
      _ name: Name, _ spelling: (ContiguousArray<UInt8>) -> [UInt8]
    ) -> (text: [UInt8], isSafe: Bool) {
      let canonical = spelling(name.utf8(in: source))
      if name.form == .bare { return (lexeme(name.range), canonical.first?.isGraphFileQuote != true) }
      guard canonical.first?.isGraphFileQuote == true else { return (canonical, true) }
      let written = lexeme(name.range)
      // Escape sequences, line breaks and quotes in a text stay as its writer chose them.
      guard name.form == .singleQuoted, !written.contains(0x22) else { return (written, true) }
      return ([0x22] + Self.withoutEscapedApostrophes(written.dropFirst().dropLast()) + [0x22], true)
    }

    private static func withoutEscapedApostrophes(_ inner: ArraySlice<UInt8>) -> [UInt8] {
      var out: [UInt8] = []
      var rest = inner
      while let byte = rest.popFirst() {
        if byte == 0x5C, let code = rest.popFirst() {
          out += code == 0x27 ? [code] : [byte, code]
        } else {
          out.append(byte)
        }
      }
      return out
    }
  }
}
