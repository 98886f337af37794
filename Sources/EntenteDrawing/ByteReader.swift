/// Reads a message without believing it; see ``WireFormat``.
struct ByteReader {
  private let bytes: ArraySlice<UInt8>
  private var next: Int

  /// Checks the header.
  init(_ message: [UInt8], mark: [UInt8]) throws(WireError) {
    guard message.starts(with: mark) else { throw .noMark }
    bytes = message[...]
    next = mark.count
    let version: UInt16 = try number()
    guard version == WireFormat.version else { throw .otherVersion(version) }
    let length: UInt32 = try number()
    guard message.count - next >= Int(length) else { throw .cutShort }
    guard message.count - next == Int(length) else { throw .trailingBytes }
  }

  private var left: Int { bytes.count - next }

  mutating func number<Number: FixedWidthInteger>() throws(WireError) -> Number {
    let width = Number.bitWidth / 8
    guard left >= width else { throw .cutShort }
    var number: Number = 0
    for place in 0..<width { number |= Number(truncatingIfNeeded: bytes[next + place]) << (8 * place) }
    next += width
    return number
  }

  mutating func double() throws(WireError) -> Double { Double(bitPattern: try number()) }

  mutating func count() throws(WireError) -> Int {
    let count: UInt32 = try number()
    return Int(count)
  }

  mutating func data() throws(WireError) -> [UInt8] {
    let count = try count()
    guard left >= count else { throw .cutShort }
    defer { next += count }
    return Array(bytes[next..<(next + count)])
  }

  mutating func text() throws(WireError) -> String {
    guard let text = String(validating: try data(), as: UTF8.self) else { throw .badValue("a text") }
    return text
  }

  /// A case of an enumeration by its code.
  mutating func code<Code: RawRepresentable<UInt8>>(_ what: String) throws(WireError) -> Code {
    guard let code = Code(rawValue: try number()) else { throw .badValue(what) }
    return code
  }

  mutating func list<Element>(
    _ element: (inout ByteReader) throws(WireError) -> Element
  ) throws(WireError) -> [Element] {
    let count = try count()
    // Every element takes a byte at least.
    guard left >= count else { throw .cutShort }
    var list: [Element] = []
    for _ in 0..<count { list.append(try element(&self)) }
    return list
  }

  func finish() throws(WireError) {
    guard left == 0 else { throw .trailingBytes }
  }
}
