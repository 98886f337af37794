/// Words that stay inside a box of a given size: on more lines, in smaller letters, or cut.
///
///     ╭──────────────╮   ╭─────────╮   ╭──────╮
///     │ Government   │   │ Govern- │   │ Gov… │
///     │   of China   │   ╰─────────╯   ╰──────╯
///     ╰──────────────╯     never          cut
///
/// The sizes are tried from the one that is wanted down to the least that can be read; at that size the text is cut
/// with an ellipsis. How wide letters are is what the renderer has measured.
public struct TileWords: Sendable, Hashable {
  /// With line breaks; empty where not even one letter has room.
  public var text: String
  /// In points.
  public var size: Double
  public var isCut: Bool

  /// No smaller, in points.
  public static let leastSize = 8.0
  /// Of lines, by the size of letters.
  public static let leading = 1.25

  /// The height of its lines.
  public var height: Double {
    text.isEmpty ? 0 : Double(text.count(where: \.isNewline) + 1) * size * Self.leading
  }

  /// - Parameters:
  ///   - wanted: the largest size in points.
  ///   - letter: the width of a character at a size of one point.
  /// - Complexity: O(sizes · characters)
  public init(
    _ text: String, width: Double, height: Double, wanted: Double, letter: @escaping (Character) -> Double
  ) {
    let measure = Measure(letter: letter)
    var size = max(wanted, Self.leastSize)
    while true {
      let lines = measure.lines(text, width: width / size)
      if let lines, Double(lines.count) * size * Self.leading <= height {
        self.init(text: lines.joined(separator: "\n"), size: size, isCut: false)
        return
      }
      if size <= Self.leastSize { break }
      size = max(size - 1, Self.leastSize)
    }
    let room = Int(height / (Self.leastSize * Self.leading))
    self.init(
      text: measure.cut(text, width: width / Self.leastSize, lines: room), size: Self.leastSize, isCut: true)
  }

  private init(text: String, size: Double, isCut: Bool) { (self.text, self.size, self.isCut) = (text, size, isCut) }

  /// The room that a text takes at a size where it is free to choose, with lines about as long as three times its height.
  public static func wish(_ text: String, size: Double, letter: @escaping (Character) -> Double) -> (
    width: Double, height: Double
  ) {
    let measure = Measure(letter: letter)
    let whole = measure.width(text.replacing("\n", with: " "))
    let longest =
      text.split(whereSeparator: \.isNewline).flatMap(Measure.pieces).map { measure.width($0.text) }.max() ?? 0
    let width = max(longest, (whole * 3 * leading).squareRoot()) * 1.001
    let lines = measure.lines(text, width: width) ?? [text]
    let used = lines.map(measure.width).max() ?? 0
    return (used * size, Double(lines.count) * size * leading)
  }

  /// Everything at a size of one point.
  private struct Measure {
    let letter: (Character) -> Double

    func width(_ text: some StringProtocol) -> Double { text.reduce(0) { $0 + letter($1) } }

    /// Where a line may end, behind a hyphen too.
    static func pieces(_ text: Substring) -> [TextPieces.Piece] {
      TextPieces.of(text).flatMap { piece in
        var parts: [TextPieces.Piece] = []
        for character in piece.text {
          if let last = parts.last, !last.text.hasSuffix("-") || character == "-" {
            parts[parts.count - 1].text.append(character)
          } else {
            parts.append(TextPieces.Piece(text: String(character), followsSpace: parts.isEmpty && piece.followsSpace))
          }
        }
        return parts
      }
    }

    /// The lines of a text, or nil where a word is wider than a line.
    func lines(_ text: String, width limit: Double) -> [String]? {
      var lines: [String] = []
      for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
        var (line, used) = ("", 0.0)
        for piece in Self.pieces(paragraph) {
          let own = width(piece.text)
          guard own <= limit else { return nil }
          let gap = piece.followsSpace && !line.isEmpty ? letter(" ") : 0
          if !line.isEmpty, used + gap + own > limit {
            lines.append(line)
            (line, used) = (piece.text, own)
          } else {
            line += (gap > 0 ? " " : "") + piece.text
            used += gap + own
          }
        }
        lines.append(line)
      }
      return lines
    }

    /// As many words as have room and the beginning of the next one, with an ellipsis behind it.
    func cut(_ text: String, width limit: Double, lines count: Int) -> String {
      guard count > 0 else { return "" }
      var lines: [String] = []
      var (line, used) = ("", 0.0)
      for piece in Self.pieces(text.replacing("\n", with: " ")[...]) {
        let (own, isLast) = (width(piece.text), lines.count == count - 1)
        let gap = piece.followsSpace && !line.isEmpty ? letter(" ") : 0
        // Behind what stands on the last line there must be room for the ellipsis.
        if used + gap + own + (isLast ? letter("…") : 0) <= limit {
          line += (gap > 0 ? " " : "") + piece.text
          used += gap + own
        } else if !isLast, !line.isEmpty, own <= limit {
          lines.append(line)
          (line, used) = (piece.text, own)
        } else {
          var (start, room) = ("", limit - used - gap - letter("…"))
          for character in piece.text {
            room -= letter(character)
            if room < 0 { break }
            start.append(character)
          }
          if !start.isEmpty { line += (gap > 0 ? " " : "") + start }
          break
        }
      }
      // A line that was full before it was the last one may have no room for the ellipsis.
      while !line.isEmpty, width(line) + letter("…") > limit { line.removeLast() }
      return line.isEmpty && lines.isEmpty ? "" : (lines + [line + "…"]).joined(separator: "\n")
    }
  }
}
