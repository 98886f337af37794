public import EntenteSyntax

/// Reads JSON piece by piece from the bytes of a text, without building a tree; every value has its place.
///
///     var json = JSONReader(source)
///     try json.beginObject()
///     while let key = try json.nextKey() {
///       if key.text == "id" { let id = try json.string() } else { try json.skipValue() }
///     }
///
/// Nesting does not cost stack, so that deep nesting cannot exhaust it.
///
/// Source: RFC 8259.
public struct JSONReader: Sendable {
  public let source: SourceText
  /// The offset of the next byte to read.
  public internal(set) var position: Int
  /// The place of the value read last.
  public internal(set) var lastRange: SourceRange
  let end: Int
  /// Whether a value was just read, so that a comma or a closing bracket comes next.
  var isAfterValue = false

  /// What comes next.
  public enum Kind: Sendable { case object, array, string, number, boolean, null }

  /// A key of an object with its place.
  public struct Key: Sendable {
    public let text: Text
    public let range: SourceRange
  }

  /// Why a text is not JSON, or not the value asked for.
  public struct Failure: Error, Sendable, Hashable {
    public let diagnostic: Diagnostic

    public init(diagnostic: Diagnostic) { self.diagnostic = diagnostic }
  }

  /// Reads a text, or a part of it such as a line.
  public init(_ source: SourceText, in range: SourceRange? = nil) {
    self.source = source
    position = range?.lower ?? (source.utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    end = range?.upper ?? source.utf8.count
    lastRange = SourceRange(position..<position)
  }

  // MARK: Structure

  /// The kind of the value that comes next, which stays unread.
  public mutating func kind() throws(Failure) -> Kind {
    skipSpace()
    switch byte {
    case 0x7B: return .object
    case 0x5B: return .array
    case 0x22: return .string
    case 0x2D, 0x30...0x39: return .number
    case 0x74, 0x66: return .boolean
    case 0x6E: return .null
    default: throw unexpected("a value")
    }
  }

  public mutating func beginObject() throws(Failure) { try begin(0x7B, "`{`") }
  public mutating func beginArray() throws(Failure) { try begin(0x5B, "`[`") }

  /// The next key of an object, or nil after its end.
  public mutating func nextKey() throws(Failure) -> Key? {
    guard try advance(to: 0x7D, "`}`") else { return nil }
    guard byte == 0x22 else { throw unexpected("a key in quotation marks") }
    let text = try string()
    let range = lastRange
    skipSpace()
    guard byte == 0x3A else { throw unexpected("`:` after the key") }
    position += 1
    isAfterValue = false
    return Key(text: text, range: range)
  }

  /// Whether an array has another element, which then comes next; false after its end.
  public mutating func nextElement() throws(Failure) -> Bool { try advance(to: 0x5D, "`]`") }

  /// Checks that nothing follows.
  public mutating func finish() throws(Failure) {
    skipSpace()
    if position < end { throw unexpected("the end of the text") }
  }

  /// Reads any value without keeping it; its place is ``lastRange``.
  public mutating func skipValue() throws(Failure) {
    skipSpace()
    let start = position
    var closings: [UInt8] = []
    repeat {
      if let closing = closings.last {
        let isMore = closing == 0x7D ? try nextKey() != nil : try nextElement()
        if !isMore {
          closings.removeLast()
          continue
        }
      }
      switch try kind() {
      case .object:
        try beginObject()
        closings.append(0x7D)
      case .array:
        try beginArray()
        closings.append(0x5D)
      case .string: _ = try string()
      case .number: _ = try number()
      case .boolean: _ = try boolean()
      case .null: try null()
      }
    } while !closings.isEmpty
    lastRange = SourceRange(start..<position)
  }

  private mutating func begin(_ bracket: UInt8, _ name: String) throws(Failure) {
    skipSpace()
    guard byte == bracket else { throw unexpected(name) }
    lastRange = SourceRange(position..<position + 1)
    position += 1
    isAfterValue = false
  }

  /// Goes to the next member, over a comma; false after the closing bracket.
  private mutating func advance(to closing: UInt8, _ name: String) throws(Failure) -> Bool {
    skipSpace()
    if byte == closing {
      position += 1
      isAfterValue = true
      return false
    }
    if isAfterValue {
      guard byte == 0x2C else { throw unexpected("`,` or \(name)") }
      position += 1
      skipSpace()
      if byte == closing { throw unexpected("another member after the comma") }
    }
    return true
  }

  // MARK: Bytes

  /// The byte at the position; 0 at the end.
  var byte: UInt8 { byte(at: position) }

  func byte(at offset: Int) -> UInt8 { offset < end ? source.utf8[offset] : 0 }

  mutating func skipSpace() {
    while byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  /// Marks what was read since an offset as a value.
  mutating func complete(from start: Int) {
    lastRange = SourceRange(start..<position)
    isAfterValue = true
  }
}
