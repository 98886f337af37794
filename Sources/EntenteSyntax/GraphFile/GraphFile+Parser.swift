extension GraphFile {
  /// Reads a `.pg` file statement by statement, by recursive descent over its bytes.
  ///
  /// A statement with an error is reported once, given back as malformed, and reading goes on at the next line that
  /// begins a statement, so that one pass finds the errors of all statements.
  ///
  ///     var parser = GraphFile.Parser(source)
  ///     while let statement = parser.next() { … }
  ///
  /// A reader of large files passes `keepsTokens: false` and holds one statement at a time.
  public struct Parser: Sendable {
    public let source: SourceText
    /// Errors found so far. (Lints come from ``Linter``.)
    public private(set) var diagnostics: [Diagnostic] = []
    /// The tokens so far, without gaps, if they are kept.
    public private(set) var tokens: ContiguousArray<Token> = []
    let keepsTokens: Bool
    /// Everything before is consumed and, where tokens are kept, in ``tokens``.
    var position = 0
    var edgeIDs: [ContiguousArray<UInt8>: SourceRange] = [:]
    /// The quoted text consumed last: a missing closing quote shows at its end.
    var lastQuoted: SourceRange?

    public init(_ source: SourceText, keepsTokens: Bool = true) {
      self.source = source
      self.keepsTokens = keepsTokens
      if let flaw = source.encodingFlaw {
        diagnostics.append(Errors.notText(flaw, in: source))
        append(.malformed, to: end)
      } else if source.utf8.starts(with: [0xEF, 0xBB, 0xBF]) {
        append(.byteOrderMark, to: 3)
      }
    }

    /// The next statement, or nil at the end of the file.
    public mutating func next() -> Statement? {
      while position < end {
        let start = position
        let spaces = skipSpaces(from: start)
        if spaces == end || byte(at: spaces) == 0x23 || byte(at: spaces).isGraphFileLineBreak {
          appendTrivia(to: afterLineBreak(skipComment(from: spaces)))
          continue
        }
        let tokenCount = tokens.count
        do throws(SyntaxError) {
          if spaces > start { throw SyntaxError(Errors.indented(at: spaces, in: source), at: spaces) }
          let statement = try parseStatement()
          // What follows up to the end of the line is blank or a comment: parseStatement has looked.
          appendTrivia(to: afterLineBreak(skipComment(from: skipSpaces(from: position))))
          return statement
        } catch {
          tokens.removeSubrange(tokenCount...)
          position = start
          diagnostics.append(error.diagnostic)
          append(.malformed, to: endOfMalformed(from: error.resumption, start: start))
          let range = SourceRange(start..<position)
          appendTrivia(to: afterLineBreak(position))
          return .malformed(range)
        }
      }
      return nil
    }

    /// What ends the reading of a statement; reading goes on after the line of `resumption`.
    struct SyntaxError: Error {
      let diagnostic: Diagnostic
      let resumption: Int

      init(_ diagnostic: Diagnostic, at resumption: Int) {
        self.diagnostic = diagnostic
        self.resumption = resumption
      }
    }

    mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    // MARK: Tokens

    var end: Int { source.utf8.count }

    /// The byte at an offset; 0, which no text holds, at the end.
    func byte(at offset: Int) -> UInt8 { offset < source.utf8.count ? source.utf8[offset] : 0 }

    /// Consumes up to an offset as one token.
    mutating func append(_ kind: Token.Kind, to upper: Int) {
      if keepsTokens, upper > position {
        tokens.append(Token(kind: kind, range: SourceRange(position..<upper)))
      }
      position = max(position, upper)
    }

    /// Consumes spaces, comments and line breaks up to an offset.
    mutating func appendTrivia(to upper: Int) {
      guard keepsTokens else {
        position = max(position, upper)
        return
      }
      while position < upper {
        switch byte(at: position) {
        case 0x20, 0x09: append(.spaces, to: min(skipSpaces(from: position), upper))
        case 0x23: append(.comment, to: min(skipComment(from: position), upper))
        default: append(.lineBreak, to: min(afterLineBreak(position), upper))
        }
      }
    }
  }
}
