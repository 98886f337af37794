import EntenteTestSupport

/// Texts that have broken programs around Graphviz, and random mixtures of them: escapes, entities, markup, input of
/// Graphviz, controls, characters that turn the direction of writing, very long and very many lines.
struct HostileText {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  static let pieces: [String] =
    [
      "\\N", "\\G", "\\E", "\\T", "\\H", "\\L", "\\n", "\\l", "\\r", "\\\\N", "\\", "\\\"", "\"", "'", "<", ">", "&",
      ";",
      "&amp;", "&lt;script&gt;", "&#92;N", "&#x3C;", "&nosuch;", "&#0;", "<b>", "</b>", "<script>alert(1)</script>",
      "\"><script>alert(1)</script>", "' onload='alert(1)", "]]>", "<![CDATA[", "<!--", "-->", "<?xml", "<!DOCTYPE x [",
      "<img src=\"/etc/passwd\"/>", "<TABLE><TR><TD>", "</TD></TR></TABLE>", "<BR/>", "javascript:alert(1)",
      "data:text/html,x", "url(file:///etc/passwd)", "} digraph b { x -> y }", "image=\"/etc/passwd\"", "];",
      "[label=x]",
      "subgraph cluster", "\u{0}", "\u{1}", "\u{8}", "\u{B}", "\u{1B}[31m", "\u{7F}", "\u{85}", "\u{2028}", "\u{202E}",
      "\u{2066}", "\u{FEFF}", "\r\n", "\n", "\t", " ", "알리바바", "阿里巴巴",
      "👩‍👩‍👧", "e\u{301}", "%s%n", "%", "$(id)", "`id`", "../../etc/passwd", "1e309", "-1", "NaN",
    ] + [0xFDD0, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF].compactMap { Unicode.Scalar($0 as UInt32).map { String($0) } }

  mutating func next() -> String {
    if Int.random(in: 0..<60, using: &random) == 0 { return String(repeating: pick(), count: 3000) }
    return (0..<Int.random(in: 0...6, using: &random)).map { _ in pick() }.joined()
  }

  private mutating func pick() -> String { Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)] }
}
