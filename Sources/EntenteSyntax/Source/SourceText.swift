/// A text with a name, held as UTF-8 bytes, that every range in a tree or a message points into.
///
/// For example:
///
///     let text = SourceText("MATCH (n)\nRETURN n", name: "query")
///     text.position(of: 10)          // line 2, column 1
///     text[SourceRange(0..<5)]       // "MATCH"
///
/// Offsets count UTF-8 bytes from 0; lines and columns are printed from 1, columns in Unicode scalars.
public struct SourceText: Sendable {
  /// What a message calls the text: a file name, or `query`.
  public let name: String
  /// The text's UTF-8 bytes.
  public let utf8: ContiguousArray<UInt8>
  /// The byte offset at which each line starts; line ends are LF, CR LF or CR.
  public let lineStarts: ContiguousArray<Int>

  /// Makes a source text of a string.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public init(_ text: String, name: String) {
    self.init(utf8: ContiguousArray(text.utf8), name: name)
  }

  /// Makes a source text of UTF-8 bytes, which are not checked here.
  public init(utf8: ContiguousArray<UInt8>, name: String) {
    self.name = name
    self.utf8 = utf8
    var starts: ContiguousArray<Int> = [0]
    var index = 0
    while index < utf8.count {
      let byte = utf8[index]
      index += 1
      if byte == 0x0A {
        starts.append(index)
      } else if byte == 0x0D {
        if index < utf8.count, utf8[index] == 0x0A { index += 1 }
        starts.append(index)
      }
    }
    lineStarts = starts
  }

  /// A place in a text as people count it.
  public struct Position: Equatable, Sendable {
    /// The line, from 1.
    public let line: Int
    /// The column in Unicode scalars, from 1.
    public let column: Int
  }

  /// The line and column of a byte offset.
  ///
  /// - Complexity: O(log *lines* + length of the line).
  public func position(of offset: Int) -> Position {
    let offset = max(0, min(offset, utf8.count))
    let line = lineIndex(of: offset)
    var column = 1
    for byte in utf8[lineStarts[line]..<offset] where byte & 0xC0 != 0x80 { column += 1 }
    return Position(line: line + 1, column: column)
  }

  /// The index, from 0, of the line that holds a byte offset.
  public func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The bytes of a line, counted from 0, without its line end.
  public func lineRange(_ index: Int) -> SourceRange {
    let lower = lineStarts[index]
    var upper = index + 1 < lineStarts.count ? lineStarts[index + 1] : utf8.count
    while upper > lower, utf8[upper - 1] == 0x0A || utf8[upper - 1] == 0x0D { upper -= 1 }
    return SourceRange(lower..<upper)
  }

  /// The text of a range; ill-formed UTF-8 comes back as U+FFFD.
  public subscript(range: SourceRange) -> String {
    let lower = max(0, min(range.lower, utf8.count))
    return String(decoding: utf8[lower..<max(lower, min(range.upper, utf8.count))], as: UTF8.self)
  }
}
