/// Makes a text that shows a failure smaller, as long as it still shows it.
public enum Shrinking {
  /// A text from which no line, no word and no byte can be taken away without losing the failure, or nearly so.
  ///
  /// - Parameters:
  ///   - attempts: how many texts are tried at most.
  ///   - fails: whether a text shows the failure; the given one does.
  /// - Complexity: O(`attempts`) calls of `fails`.
  public static func shrunk(
    _ text: ContiguousArray<UInt8>, attempts: Int = 2000, fails: (ContiguousArray<UInt8>) -> Bool
  ) -> ContiguousArray<UInt8> {
    var text = text
    var left = attempts
    for cut in [lines, words, scalars] {
      var size = max(1, cut(text).count / 2)
      while size >= 1, left > 0 {
        var start = 0
        var shrank = false
        while left > 0 {
          let pieces = cut(text)
          guard start < pieces.count else { break }
          left -= 1
          let smaller = ContiguousArray((pieces[..<start] + pieces[min(pieces.count, start + size)...]).joined())
          if fails(smaller) {
            text = smaller
            shrank = true
          } else {
            start += size
          }
        }
        // Without a piece that another one held in place more may go.
        if !shrank || size > 1 { size /= 2 }
      }
    }
    return text
  }

  private static func lines(_ text: ContiguousArray<UInt8>) -> [ArraySlice<UInt8>] {
    pieces(text) { $0 == 0x0A }
  }

  private static func words(_ text: ContiguousArray<UInt8>) -> [ArraySlice<UInt8>] {
    // A word ends where letters and digits do.
    pieces(text) { !(0x30...0x39).contains($0) && !(0x41...0x5A).contains($0 & 0xDF) && $0 < 0x80 }
  }

  private static func scalars(_ text: ContiguousArray<UInt8>) -> [ArraySlice<UInt8>] {
    var all: [ArraySlice<UInt8>] = []
    for byte in text {
      if byte & 0xC0 == 0x80, !all.isEmpty { all[all.count - 1].append(byte) } else { all.append([byte]) }
    }
    return all
  }

  private static func pieces(
    _ text: ContiguousArray<UInt8>, endingAt isEnd: (UInt8) -> Bool
  ) -> [ArraySlice<UInt8>] {
    var all: [ArraySlice<UInt8>] = []
    var piece: ArraySlice<UInt8> = []
    for byte in text {
      piece.append(byte)
      if isEnd(byte) {
        all.append(piece)
        piece = []
      }
    }
    return piece.isEmpty ? all : all + [piece]
  }
}
