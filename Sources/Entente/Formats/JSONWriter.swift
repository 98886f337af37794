import EntenteSyntax

/// Writes JSON to bytes, one call a piece; commas come by themselves.
///
///     var json = JSONWriter()
///     json.beginObject()
///     json.key("labels")
///     json.beginArray()
///     json.string("Company")
///     json.endArray()
///     json.endObject()          // {"labels": ["Company"]}
public struct JSONWriter: Sendable {
  public private(set) var bytes: [UInt8] = []
  /// Whether the next element needs a comma before it.
  private var needsComma = false

  public init() {}

  public mutating func beginObject() { begin(0x7B) }
  public mutating func endObject() { finish(0x7D) }
  public mutating func beginArray() { begin(0x5B) }
  public mutating func endArray() { finish(0x5D) }

  /// The key of the value that comes next.
  public mutating func key(_ key: Text) {
    string(key)
    bytes += [0x3A, 0x20]
    needsComma = false
  }

  public mutating func string(_ text: Text) {
    separate()
    JSONEscaping.append(text.utf8, to: &bytes)
    needsComma = true
  }

  public mutating func integer(_ value: Int64) { literal("\(value)") }
  public mutating func boolean(_ value: Bool) { literal(value ? "true" : "false") }
  public mutating func null() { literal("null") }

  /// A number in the fewest digits that give it back, with a fraction or exponent; NaN and infinities as strings.
  public mutating func float(_ value: Double) {
    if value.isNaN { return string("NaN") }
    if value.isInfinite { return string(value < 0 ? "-Infinity" : "Infinity") }
    literal("\(value)")
  }

  private mutating func literal(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes += [0x2C, 0x20] }
  }

  private mutating func begin(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func finish(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }
}
