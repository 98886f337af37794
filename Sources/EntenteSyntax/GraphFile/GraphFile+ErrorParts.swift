extension GraphFile.Errors {
  static func error(
    _ code: String, _ message: String, _ range: SourceRange?, label: String? = nil, notes: [String] = [],
    help: [String] = [], fix: Diagnostic.Fix? = nil
  ) -> Diagnostic {
    Diagnostic(.error, code: code, message, at: range, label: label, notes: notes, help: help, fix: fix)
  }

  /// What stands at an offset, up to whitespace, or nil at the end of a line or of the file.
  static func lexeme(at offset: Int, in source: SourceText) -> SourceRange? {
    let upper = upper(from: offset, to: source.utf8.count, in: source) { $0 > 0x20 }
    if upper > offset { return SourceRange(offset..<upper) }
    guard offset < source.utf8.count, !source.utf8[offset].isGraphFileLineBreak,
      !source.utf8[offset].isGraphFileSpace
    else { return nil }
    return SourceRange(offset..<offset + 1)
  }

  static func upper(
    from offset: Int, to limit: Int, in source: SourceText, while test: (UInt8) -> Bool
  ) -> Int {
    var upper = offset
    while upper < limit, test(source.utf8[upper]) { upper += 1 }
    return upper
  }

  static func endName(at offset: Int, in source: SourceText) -> String {
    offset < source.utf8.count ? "the end of the statement" : "the end of the file"
  }

  /// A text as a message cites it: in backquotes, cut where it is long.
  static func quoted(_ text: String) -> String {
    let limit = 40
    let scalars = text.unicodeScalars.map { scalar -> String in
      scalar.value < 0x20 || scalar.value == 0x7F ? "\u{FFFD}" : String(scalar)
    }
    return "`" + scalars.prefix(limit).joined() + (scalars.count > limit ? "…`" : "`")
  }

  static func hex(_ byte: UInt8, digits: Int) -> String {
    let text = String(byte, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
