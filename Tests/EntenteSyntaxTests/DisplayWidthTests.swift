import EntenteSyntax
import Testing

@Suite struct `Display width` {
  @Test(arguments: [
    ("", 0), ("Nvidia", 6), ("엔비디아", 8), ("英伟达", 6), ("ｱ", 1), ("Ａ", 2), ("é", 1), ("e\u{301}", 1), ("각", 2),
    ("\u{1100}\u{1161}\u{11A8}", 2), ("👩‍💻", 2), ("🇰🇷", 2), ("🇰", 1), ("❤️", 2), ("❤", 1), ("1️⃣", 2), ("👍🏽", 2),
    ("\u{200B}", 0), ("a\tb", 2), ("\u{AD}", 1), ("○", 1), ("…", 1), ("→", 1), ("、", 2), ("𠀀", 2),
    ("👩‍💻 ok", 5),
  ]) func `counts the columns of a terminal`(_ pair: (String, Int)) {
    #expect(DisplayWidth.of(pair.0) == pair.1, "\(pair.0.debugDescription)")
  }
}
