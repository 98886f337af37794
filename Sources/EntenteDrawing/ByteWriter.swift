/// Writes a message; see ``WireFormat``.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ number: UInt8) { bytes.append(number) }

  mutating func write<Number: FixedWidthInteger>(_ number: Number) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func write(_ number: Double) { write(number.bitPattern) }

  mutating func write(count: Int) { write(UInt32(clamping: count)) }

  mutating func write(_ text: String) {
    write(count: text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func write(_ list: [UInt8]) {
    write(count: list.count)
    bytes.append(contentsOf: list)
  }

  mutating func write<Element>(
    list: some Collection<Element>, _ write: (inout ByteWriter, Element) -> Void
  ) {
    self.write(count: list.count)
    for element in list { write(&self, element) }
  }

  /// The message with its header.
  func message(mark: [UInt8], version: UInt16) -> [UInt8] {
    var header = ByteWriter()
    header.bytes = mark
    header.write(version)
    header.write(count: bytes.count)
    return header.bytes + bytes
  }
}
