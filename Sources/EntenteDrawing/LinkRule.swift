/// Which addresses a picture may lead to: http, https and mailto, relative ones and fragments. A `javascript:` or
/// `data:` address in a published picture runs somebody's code.
public enum LinkRule {
  /// The address as Graphviz takes it, or nil.
  static func address(_ text: String) -> String? { isAllowed(text) ? EscapedText.line(text) : nil }

  /// Whether a picture may hold the address.
  public static func isAllowed(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard (1...2000).contains(bytes.count) else { return false }
    // What would be written otherwise than it was checked, such as a line separator, which becomes a space.
    guard EscapedText.cleaned(text).utf8.elementsEqual(bytes), !text.lowercased().contains("url(") else { return false }
    // Browsers skip spaces and controls in a scheme; no address needs them unescaped.
    guard bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return false }
    guard !"\"'<>\\^`{|}".utf8.contains(where: bytes.contains) else { return false }
    let end = bytes.firstIndex { "/?#".utf8.contains($0) } ?? bytes.count
    guard let colon = bytes[..<end].firstIndex(of: UInt8(ascii: ":")) else {
      // Relative; not `//host`, which leads elsewhere without saying how.
      return !text.hasPrefix("//")
    }
    return ["http", "https", "mailto"].contains(String(decoding: bytes[..<colon], as: UTF8.self).lowercased())
  }
}
