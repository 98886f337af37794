/// Cuts a PDF of one tall page into pages of the same height.
///
/// Each page is a window on the one drawing, so that what is the same on all pages is there once. New page objects with
/// windows (`MediaBox`) of their own are appended, and a list of pages that stands over the old one: an incremental
/// update as ISO 32000-1, 7.5.6, has it. The file must have a cross-reference table, not a stream.
enum PDFPages {
  /// - Parameter count: how many pages, from the top.
  static func cut(_ bytes: [UInt8], into count: Int) throws(RenderError) -> [UInt8] {
    guard count > 1 else { return bytes }
    guard let file = File(bytes), let pages = file.object(where: { $0.contains("/Type /Pages") }),
      let page = file.object(where: { $0.contains("/Type /Page ") || $0.contains("/Type /Page\n") }),
      let window = Window(page.text)
    else { throw .pictureRefused(reason: "the PDF library of this system writes no pages that could be cut") }
    var out = bytes
    var places: [(number: Int, offset: Int)] = []
    func write(_ text: String) { out.append(contentsOf: text.utf8) }
    func begin(_ number: Int) {
      places.append((number, out.count))
      write("\(number) 0 obj\n")
    }
    let height = window.height / count
    for index in 0..<count {
      begin(file.size + index)
      let top = window.height - index * height
      write(window.text(bottom: top - height, top: top) + "endobj\n")
    }
    begin(pages.number)
    let kids = (0..<count).map { "\(file.size + $0) 0 R" }.joined(separator: " ")
    write("<< /Type /Pages\n   /Kids [ \(kids) ]\n   /Count \(count)\n>>\nendobj\n")
    let table = out.count
    write("xref\n")
    for (number, offset) in places {
      let digits = String(offset)
      write("\(number) 1\n\(String(repeating: "0", count: max(0, 10 - digits.count)))\(digits) 00000 n \n")
    }
    write("trailer\n<< /Size \(file.size + count)\n   /Root \(file.root)\n   /Prev \(file.table)\n>>\n")
    write("startxref\n\(table)\n%%EOF\n")
    return out
  }

  /// The dictionary of a page, around the numbers of its window.
  private struct Window {
    let before, after: Substring
    let width, height: Int

    init?(_ page: String) {
      guard let key = page.firstRange(of: "/MediaBox ["), let close = page[key.upperBound...].firstIndex(of: "]") else {
        return nil
      }
      let numbers = page[key.upperBound..<close].split(separator: " ").compactMap { Double($0) }
      guard numbers.count == 4, numbers[0] == 0, numbers[1] == 0, (1...1e7).contains(numbers[2]),
        (1...1e7).contains(numbers[3])
      else { return nil }
      before = page[..<key.upperBound]
      after = page[close...]
      (width, height) = (Int(numbers[2].rounded(.up)), Int(numbers[3].rounded(.up)))
    }

    func text(bottom: Int, top: Int) -> String { "\(before) 0 \(bottom) \(width) \(top) \(after)" }
  }

  /// What has to be known of a file: its table of objects, and what the trailer says.
  private struct File {
    let bytes: [UInt8]
    let table: Int
    let size: Int
    let root: String
    private var offsets: [Int: Int] = [:]

    init?(_ bytes: [UInt8]) {
      self.bytes = bytes
      let tail = String(decoding: bytes.suffix(64), as: UTF8.self)
      let words = tail.split(whereSeparator: \.isWhitespace)
      guard let mark = words.lastIndex(of: "startxref"), mark + 1 < words.count, let table = Int(words[mark + 1]),
        bytes.indices.contains(table), bytes.count - table < 1 << 22
      else { return nil }
      self.table = table
      let text = String(decoding: bytes[table...], as: UTF8.self)
      let lines = text.split(separator: "\n")
      guard lines.count > 2, lines[0] == "xref", let trailer = text.firstRange(of: "trailer") else { return nil }
      let head = lines[1].split(separator: " ").compactMap { Int($0) }
      guard head.count == 2, head[0] == 0, lines.count > head[1] + 2 else { return nil }
      size = head[1]
      for number in 0..<head[1] {
        let entry = lines[number + 2].split(separator: " ")
        if entry.count == 3, entry[2] == "n", let offset = Int(entry[0]), offset < table { offsets[number] = offset }
      }
      let rest = text[trailer.upperBound...]
      guard let key = rest.firstRange(of: "/Root "), let end = rest[key.upperBound...].firstIndex(of: "R") else {
        return nil
      }
      root = String(rest[key.upperBound...end])
    }

    /// The first object without a stream whose text meets a condition, and the text of its dictionary.
    func object(where meets: (String) -> Bool) -> (number: Int, text: String)? {
      for (number, offset) in offsets.sorted(by: { $0.key < $1.key }) {
        let window = bytes[offset..<min(offset + 65_536, table)]
        guard let end = window.firstRange(of: Array("endobj".utf8))?.lowerBound,
          let start = window.firstRange(of: Array("obj".utf8))?.upperBound, start < end
        else { continue }
        let text = String(decoding: window[start..<end], as: UTF8.self)
        if !text.contains("stream"), meets(text) { return (number, text) }
      }
      return nil
    }
  }
}
