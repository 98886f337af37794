/// Makes a PDF the same each time: the library that writes it puts in the time of day.
enum PDFFinishing {
  /// The bytes with the date of creation set to one and the same day, at the same length, so that no offset moves.
  static func finished(_ bytes: [UInt8]) -> [UInt8] {
    let mark = Array("/CreationDate (D:".utf8)
    let date = Array("20000101000000".utf8)
    guard let start = bytes.firstRange(of: mark)?.upperBound else { return bytes }
    var bytes = bytes
    var place = start
    while place < bytes.count, bytes[place] != UInt8(ascii: ")"), place < start + 40 {
      let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place])
      if isDigit { bytes[place] = place - start < date.count ? date[place - start] : UInt8(ascii: "0") }
      place += 1
    }
    return bytes
  }
}
