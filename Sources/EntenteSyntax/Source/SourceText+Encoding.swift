/// Why bytes are no text in UTF-8.
public enum EncodingFlaw: Hashable, Sendable {
  /// The bytes are a kind of file that is no text, such as an archive or a picture; with its name where known.
  case binary(kind: String?, offset: Int)
  /// The bytes are text in UTF-16 or UTF-32.
  case wideEncoding(name: String)
  /// A byte that cannot stand at its place in UTF-8.
  case illFormed(offset: Int)

  /// The offset of the first byte that is wrong.
  public var offset: Int {
    switch self {
    case .binary(_, let offset), .illFormed(let offset): offset
    case .wideEncoding: 0
    }
  }
}

extension SourceText {
  /// What keeps the bytes from being UTF-8 text, or nil where they are: checked before any parser sees them.
  ///
  /// - Complexity: O(*n*)
  public var encodingFlaw: EncodingFlaw? {
    for (magic, kind) in Self.magicNumbers where utf8.starts(with: magic) {
      return .binary(kind: kind, offset: 0)
    }
    for (mark, name) in Self.wideMarks where utf8.starts(with: mark) { return .wideEncoding(name: name) }
    return utf8.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte == 0 { return .binary(kind: nil, offset: index) }
        if byte < 0x80 {
          index += 1
          continue
        }
        let length = Self.sequenceLength(in: bytes, at: index)
        if length == 0 {
          // Latin text saved in an old encoding has no NUL; a program or picture nearly always has.
          if let zero = bytes[index...].firstIndex(of: 0) { return .binary(kind: nil, offset: zero) }
          return .illFormed(offset: index)
        }
        index += length
      }
      return nil
    }
  }

  /// The length of the well-formed sequence of two to four bytes at an index, else 0 (Unicode, table 3-7).
  private static func sequenceLength(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    func continuation(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      index + offset < bytes.count && range.contains(bytes[index + offset])
    }
    switch bytes[index] {
    case 0xC2...0xDF: return continuation(1) ? 2 : 0
    case 0xE0: return continuation(1, 0xA0...0xBF) && continuation(2) ? 3 : 0
    case 0xED: return continuation(1, 0x80...0x9F) && continuation(2) ? 3 : 0
    case 0xE1...0xEF: return continuation(1) && continuation(2) ? 3 : 0
    case 0xF0: return continuation(1, 0x90...0xBF) && continuation(2) && continuation(3) ? 4 : 0
    case 0xF1...0xF3: return continuation(1) && continuation(2) && continuation(3) ? 4 : 0
    case 0xF4: return continuation(1, 0x80...0x8F) && continuation(2) && continuation(3) ? 4 : 0
    default: return 0
    }
  }

  private static let magicNumbers: [(bytes: [UInt8], kind: String)] = [
    ([0x1F, 0x8B], "gzip archive"), ([0x50, 0x4B, 0x03, 0x04], "ZIP archive"),
    ([0x28, 0xB5, 0x2F, 0xFD], "Zstandard archive"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz archive"),
    ([0x42, 0x5A, 0x68, 0x39], "bzip2 archive"), ([0x89, 0x50, 0x4E, 0x47], "PNG picture"),
    ([0xFF, 0xD8, 0xFF], "JPEG picture"), ([0x25, 0x50, 0x44, 0x46, 0x2D], "PDF document"),
    ([0x7F, 0x45, 0x4C, 0x46], "program"), (Array("SQLite format 3\0".utf8), "SQLite database"),
  ]

  private static let wideMarks: [(bytes: [UInt8], name: String)] = [
    ([0xFF, 0xFE, 0x00, 0x00], "UTF-32"), ([0x00, 0x00, 0xFE, 0xFF], "UTF-32"), ([0xFF, 0xFE], "UTF-16"),
    ([0xFE, 0xFF], "UTF-16"),
  ]
}
