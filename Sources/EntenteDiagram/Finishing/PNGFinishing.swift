/// Says in a PNG how large it is on paper: the library that writes it leaves that out, so that a picture of twice the
/// dots would be put into a page at twice the size.
enum PNGFinishing {
  /// The bytes with a chunk `pHYs` for so many dots an inch behind the first chunk, in place of any other one.
  ///
  /// Source: Portable Network Graphics (PNG) Specification, third edition, sections 5.3 and 11.3.4.3.
  static func finished(_ bytes: [UInt8], dotsPerInch: Int) -> [UInt8] {
    let signature = 8
    var out = Array(bytes.prefix(signature))
    var place = signature
    while place + 12 <= bytes.count {
      let length =
        Int(bytes[place]) << 24 | Int(bytes[place + 1]) << 16 | Int(bytes[place + 2]) << 8 | Int(bytes[place + 3])
      let end = place + 12 + length
      guard end <= bytes.count else { return bytes }
      let type = bytes[(place + 4)..<(place + 8)]
      if !type.elementsEqual("pHYs".utf8) { out += bytes[place..<end] }
      if type.elementsEqual("IHDR".utf8) { out += chunk(dotsPerInch: dotsPerInch) }
      place = end
    }
    return place == bytes.count ? out : bytes
  }

  private static func chunk(dotsPerInch: Int) -> [UInt8] {
    let dotsPerMetre = UInt32(clamping: Int((Double(dotsPerInch) / 0.0254).rounded()))
    let content = Array("pHYs".utf8) + big(dotsPerMetre) + big(dotsPerMetre) + [1]
    return big(9) + content + big(checksum(content))
  }

  private static func big(_ number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) }
  }

  /// CRC-32 as PNG defines it (annex D), bit by bit: a chunk has 13 bytes.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var remainder: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      remainder ^= UInt32(byte)
      for _ in 0..<8 { remainder = remainder & 1 == 1 ? remainder >> 1 ^ 0xEDB8_8320 : remainder >> 1 }
    }
    return remainder ^ 0xFFFF_FFFF
  }
}
