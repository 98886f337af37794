extension GraphFile.Name {
  /// Decodes the escapes of a quoted text; the parser has checked them.
  static func decoded(_ bytes: some RandomAccessCollection<UInt8>) -> ContiguousArray<UInt8> {
    var out: ContiguousArray<UInt8> = []
    out.reserveCapacity(bytes.count)
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      guard byte == 0x5C, let code = rest.popFirst() else {
        out.append(byte)
        continue
      }
      switch code {
      case UInt8(ascii: "b"): out.append(0x08)
      case UInt8(ascii: "f"): out.append(0x0C)
      case UInt8(ascii: "n"): out.append(0x0A)
      case UInt8(ascii: "r"): out.append(0x0D)
      case UInt8(ascii: "t"): out.append(0x09)
      case UInt8(ascii: "u"):
        var unit = hexValue(rest.prefix(4))
        rest = rest.dropFirst(4)
        if 0xD800...0xDBFF ~= unit, rest.starts(with: [0x5C, UInt8(ascii: "u")]) {
          let low = hexValue(rest.dropFirst(2).prefix(4))
          if 0xDC00...0xDFFF ~= low {
            rest = rest.dropFirst(6)
            unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00)
          }
        }
        let scalar = Unicode.Scalar(unit) ?? "\u{FFFD}"
        out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      default: out.append(code)
      }
    }
    return out
  }

  private static func hexValue(_ digits: some Sequence<UInt8>) -> UInt32 {
    digits.reduce(0) { $0 << 4 | UInt32(hexDigitValue($1) ?? 0) }
  }

  static func hexDigitValue(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x41...0x46: digit - 0x37
    case 0x61...0x66: digit - 0x57
    default: nil
    }
  }
}
