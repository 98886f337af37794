extension DiagnosticRenderer {
  /// The lines of a range with carets under it: all up to three, else the first and the last.
  func excerpt(of source: SourceText, _ range: SourceRange, label: String?, style: Style) -> String {
    let lower = max(0, min(range.lower, source.utf8.count))
    let upper = max(lower, min(range.upper, source.utf8.count))
    let first = source.lineIndex(of: lower)
    // A range that ends with a line break does not reach into the next line.
    let last = max(first, source.lineIndex(of: max(lower, upper - 1)))
    let gutter = String(last + 1).count
    var out = ""
    let blank = String(repeating: " ", count: gutter)
    let elides = last - first > 2
    for line in elides ? [first, last] : Array(first...last) {
      let bounds = source.lineRange(line)
      var from = max(lower, bounds.lower)
      if line != first { from = firstContent(of: bounds, in: source) }
      let to = max(min(upper, bounds.upper), from)
      let shown = window(of: bounds, around: from..<to, in: source)
      let number = String(line + 1)
      let padding = blank.dropLast(number.count)
      out += "  " + paint("\(padding)\(number) |", .dim) + (shown.text.isEmpty ? "" : " \(shown.text)") + "\n"
      var carets = String(repeating: "^", count: max(1, shown.width))
      if line == last, let label { carets += " \(label)" }
      let indent = String(repeating: " ", count: shown.indent)
      out += "  " + paint("\(blank) |", .dim) + " " + indent + paint(carets, style) + "\n"
      if elides, line == first { out += "  " + paint("\(blank) | …", .dim) + "\n" }
    }
    return out
  }

  private func firstContent(of bounds: SourceRange, in source: SourceText) -> Int {
    var index = bounds.lower
    while index < bounds.upper, source.utf8[index] == 0x20 || source.utf8[index] == 0x09 { index += 1 }
    return index < bounds.upper ? index : bounds.lower
  }

  /// A line as it is shown: the text, the columns before the carets and the columns of the carets.
  private func window(
    of bounds: SourceRange, around place: Range<Int>, in source: SourceText
  ) -> (text: String, indent: Int, width: Int) {
    // A scalar takes at most four bytes and two columns: look at no more bytes than could ever be shown.
    let reach = width * 4
    let start = scalarStart(max(bounds.lower, place.lowerBound - reach), in: source, notBefore: bounds.lower)
    let end = scalarStart(
      min(bounds.upper, place.lowerBound + reach), in: source, notBefore: place.lowerBound)
    let caretEnd = min(place.upperBound, max(end, place.lowerBound))
    var before = visible(source[SourceRange(start..<place.lowerBound)])
    let marked = visible(source[SourceRange(place.lowerBound..<caretEnd)])
    var after = visible(source[SourceRange(caretEnd..<max(caretEnd, end))])
    let markedWidth = DisplayWidth.of(marked)
    var cutMarked = marked
    if start > bounds.lower || DisplayWidth.of(before) + markedWidth + DisplayWidth.of(after) > width {
      let room = max(width - min(markedWidth, width / 2), width / 4)
      let lead = min(DisplayWidth.of(before), max(room / 2, room - DisplayWidth.of(after)))
      if start > bounds.lower || lead < DisplayWidth.of(before) {
        before = "…" + suffix(of: before, columns: lead - 1)
      }
      let rest = width - DisplayWidth.of(before)
      if markedWidth > rest { cutMarked = prefix(of: marked, columns: rest - 1) + "…" }
      let tail = rest - DisplayWidth.of(cutMarked)
      if markedWidth > rest { after = "" }
      if DisplayWidth.of(after) > tail || end < bounds.upper {
        after = markedWidth > rest ? "" : prefix(of: after, columns: tail - 1) + "…"
      }
    }
    return (before + cutMarked + after, DisplayWidth.of(before), DisplayWidth.of(cutMarked))
  }

  /// The start of the scalar that holds a byte.
  private func scalarStart(_ offset: Int, in source: SourceText, notBefore floor: Int) -> Int {
    var offset = offset
    while offset > floor, offset < source.utf8.count, source.utf8[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  private func prefix(of text: String, columns: Int) -> String {
    var out = ""
    var used = 0
    for character in text {
      used += DisplayWidth.of(character)
      if used > columns { break }
      out.append(character)
    }
    return out
  }

  private func suffix(of text: String, columns: Int) -> String {
    var out: [Character] = []
    var used = 0
    for character in text.reversed() {
      used += DisplayWidth.of(character)
      if used > columns { break }
      out.append(character)
    }
    return String(out.reversed())
  }

  /// Tabs as one space; control characters and those that turn the direction of writing as `�`.
  private func visible(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09: out.append(" ")
      case 0x00..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
        out.append("\u{FFFD}")
      default: out.append(scalar)
      }
    }
    return String(out)
  }
}
