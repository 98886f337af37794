extension GraphFile {
  /// How texts are written so that reading them gives them back: bare where that is safe and plain, else in quotes.
  ///
  ///     GraphFile.Spelling.id("알리바바".utf8)          // 알리바바
  ///     GraphFile.Spelling.value("2028".utf8)          // "2028", as the bare word would be a number
  ///
  /// What is written bare triggers no lint either.
  public enum Spelling {
    /// A node or edge id.
    public static func id(_ text: some Collection<UInt8>) -> [UInt8] {
      isPlain(text) && isPlainAroundColons(text) && !text.contains(0x2C) && !holdsDashes(text)
        ? Array(text) : quoted(text)
    }

    /// A label, without its colon.
    public static func label(_ text: some Collection<UInt8>) -> [UInt8] { id(text) }

    /// A property key, without its colon.
    public static func key(_ text: some Collection<UInt8>) -> [UInt8] {
      isPlain(text) && !text.contains(0x3A) && !text.contains(0x2C) ? Array(text) : quoted(text)
    }

    /// A text as a property value.
    public static func value(_ text: some Collection<UInt8>) -> [UInt8] {
      guard isPlain(text), isPlainAroundColons(text), !text.contains(0x2C), text.first != 0x5B,
        !text.elementsEqual("true".utf8), !text.elementsEqual("false".utf8), !text.elementsEqual("null".utf8),
        !Linter.typographicQuotes.contains(where: { text.starts(with: $0.utf8) })
      else { return quoted(text) }
      let bytes = ContiguousArray(text)
      if let number = JSONNumber(in: bytes, 0..<bytes.count), number.range.upper == bytes.count {
        return quoted(text)
      }
      return Array(text)
    }

    /// A text in quotation marks, on one line.
    public static func quoted(_ text: some Collection<UInt8>) -> [UInt8] {
      var out: [UInt8] = []
      JSONEscaping.append(text, to: &out)
      return out
    }

    /// Made of what may stand without quotes, nothing that looks like a comment, nothing invisible.
    private static func isPlain(_ text: some Collection<UInt8>) -> Bool {
      guard let first = text.first, first.isGraphFileBareStart else { return false }
      guard text.allSatisfy({ $0.isGraphFileBare && $0 != 0x23 && $0 != 0x7F }) else { return false }
      if text.allSatisfy({ $0 < 0x80 }) { return true }
      return String(decoding: text, as: UTF8.self).unicodeScalars.allSatisfy { scalar in
        switch scalar.properties.generalCategory {
        case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .unassigned,
          .privateUse:
          false
        default: scalar.value < 0x80 || !"→⟶⇒–—―".unicodeScalars.contains(scalar)
        }
      }
    }

    /// No colon but that of a URL, and none at the end.
    private static func isPlainAroundColons(_ text: some Collection<UInt8>) -> Bool {
      guard let colon = text.firstIndex(of: 0x3A) else { return true }
      let rest = text[text.index(after: colon)...]
      return rest.starts(with: [0x2F, 0x2F]) && text.suffix(1).first != 0x3A
    }

    private static func holdsDashes(_ text: some Collection<UInt8>) -> Bool {
      zip(text, text.dropFirst()).contains { $0 == 0x2D && $1 == 0x2D }
    }
  }
}
