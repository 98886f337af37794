/// Lays a statement of a `.pg` file out: on one line where it fits, else its properties on indented lines below its
/// ids and labels, filled up to 100 display columns.
///
///     alibaba :Company name:Alibaba
///     alibaba-program: alibaba -> alibaba-ai-program :INVESTS_IN
///       amount@USD:53000000000 status:announced note:"…" note@ko:"…"
///       source:article,bloomberg-report,financial-times-report,
///         industry-observers
///
/// The formatter and the writer of graph files both print by it, so that what is written is formatted. Where a line
/// ends depends on the statement alone and not on how it was written before; a comment ends a line in any case.
public struct StatementLayout: Sendable {
  /// The display columns that a line fills at most, unless a single value or a comment needs more.
  public static let width = 100

  /// What stands between two spaces, or a value of a list with the comma after it.
  public struct Piece: Sendable {
    let text: [UInt8]
    /// The comments after it.
    var comments: [Comment] = []

    public init(_ text: [UInt8]) { self.text = text }
  }

  /// `# …`, without the blanks at its end.
  struct Comment {
    enum Place {
      /// Behind something on its line.
      case trailing
      /// On a line of its own, without or with indentation.
      case unindented, indented
    }

    let text: ContiguousArray<UInt8>.SubSequence
    var place: Place
  }

  /// Ids, arrow and labels.
  var head: [Piece]
  /// A property is one piece, or one for each value of its list.
  var properties: [[Piece]]

  public init(head: [Piece], properties: [[Piece]]) {
    self.head = head
    self.properties = properties
  }

  /// Prints the statement without a line break at its end.
  ///
  /// - Complexity: O(*n*)
  public func append(to out: inout [UInt8]) {
    guard !appendOnOneLine(to: &out) else { return }
    var line = Line()
    for piece in head { line.append(piece, indentation: 2, isInner: false, to: &out) }
    line.mustBreak = true
    for property in properties {
      let width = property.reduce(0) { $0 + Self.columns(of: $1.text).first }
      // A property that does not fit begins a line; one that no line holds goes on at its commas.
      if line.column + 1 + width > Self.width { line.mustBreak = true }
      for (index, piece) in property.enumerated() {
        line.append(piece, indentation: index == 0 ? 2 : 4, isInner: index > 0, to: &out)
      }
    }
  }

  private func appendOnOneLine(to out: inout [UInt8]) -> Bool {
    let start = out.count
    for piece in head {
      guard piece.comments.isEmpty else { return undo(&out, start) }
      if out.count > start { out.append(0x20) }
      out += piece.text
    }
    for property in properties {
      if out.count > start { out.append(0x20) }
      for piece in property {
        guard piece.comments.isEmpty else { return undo(&out, start) }
        out += piece.text
      }
    }
    return Self.isLong(out[start...]) ? undo(&out, start) : true
  }

  private func undo(_ out: inout [UInt8], _ start: Int) -> Bool {
    out.removeSubrange(start...)
    return false
  }

  /// Whether a text does not fit one line.
  private static func isLong(_ text: ArraySlice<UInt8>) -> Bool {
    text.contains(where: \.isGraphFileLineBreak) || columns(of: text).first > width
  }

  /// The columns of the first and of the last line of a text.
  fileprivate static func columns(of text: some BidirectionalCollection<UInt8>) -> (first: Int, last: Int) {
    if text.allSatisfy({ 0x20..<0x7F ~= $0 }) { return (text.count, text.count) }
    let string = String(decoding: text, as: UTF8.self)
    let lines = string.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r" || $0 == "\r\n" }
    guard lines.count > 1, let first = lines.first, let last = lines.last else {
      let width = DisplayWidth.of(string)
      return (width, width)
    }
    return (DisplayWidth.of(first), DisplayWidth.of(last))
  }

  /// The line that is being filled.
  private struct Line {
    var column = 0
    /// Whether what comes next begins a line.
    var mustBreak = false

    /// - Parameter isInner: whether the piece stands in the middle of a property, with no space before it.
    mutating func append(_ piece: Piece, indentation: Int, isInner: Bool, to out: inout [UInt8]) {
      let (first, last) = StatementLayout.columns(of: piece.text)
      let space = isInner || column == 0 ? 0 : 1
      if mustBreak || column > indentation && column + space + first > StatementLayout.width {
        out.append(0x0A)
        out += Array(repeating: 0x20, count: indentation)
        column = indentation
      } else if space == 1 {
        out.append(0x20)
        column += 1
      }
      out += piece.text
      column = piece.text.contains(where: \.isGraphFileLineBreak) ? last : column + first
      mustBreak = !piece.comments.isEmpty
      for comment in piece.comments { comment.append(to: &out) }
    }
  }
}

extension StatementLayout.Comment {
  /// Prints a comment that ends the line before it, or takes one of its own below.
  func append(to out: inout [UInt8]) {
    switch place {
    case .trailing: out += [0x20, 0x20]
    case .unindented: out.append(0x0A)
    case .indented: out += [0x0A, 0x20, 0x20]
    }
    out += text
  }
}
