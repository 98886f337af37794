import Testing

@testable import Entente

/// What of a name counts when it is looked for.
struct NameFoldingTests {
  /// The keys as text, a bar before each word but the first.
  static func keys(_ name: String) -> String {
    let folded = FoldedName(name)
    var text = ""
    for place in 0..<folded.count {
      if place > 0, folded.keys[place] & FoldedName.wordStart != 0 { text += "|" }
      text.unicodeScalars.append(Unicode.Scalar(folded[place]) ?? "?")
    }
    return text
  }

  @Test(arguments: [
    ("Alibaba", "alibaba"), ("ＡＬＩＢＡＢＡ", "alibaba"), ("Jack-Ma", "jack|ma"), ("jack  ma", "jack|ma"),
    ("Österreich-Ungarn", "osterreich|ungarn"), ("Straße", "strasse"), ("Łódź", "lodz"), ("Ærø", "aero"),
    ("İstanbul", "istanbul"), ("ısparta", "isparta"), ("Россия", "россия"), ("Ёлка", "елка"), ("Ἀθήναι", "αθηναι"),
    ("ΣΊΣΥΦΟΣ", "σισυφοσ"), ("OpenAI", "open|ai"), ("R&D", "r|d"), ("3M", "3|m"), ("GPT4", "gpt4"),
    ("ﬁnance", "finance"), ("Co\u{AD}op", "coop"), ("㈜알리", "ㅇㅏㄹㄹㅣ"), ("", ""), ("  ", ""), ("C++", "c"), ("&", "&"),
    ("阿里巴巴", "阿里巴巴"), ("\u{F90A}", "金"), ("ﾄﾖﾀ", "とよた"), ("ガ", "か\u{3099}"), ("ﾊﾞ", "は\u{3099}"),
    ("कि", "कि"), ("مُحَمَّد", "محمد"), ("𝔸𝕀", "ai"),
  ])
  func `case, width, accents and signs are left out`(name: String, keys: String) {
    #expect(Self.keys(name) == keys)
  }

  @Test(arguments: [
    ("알리바바", "ㅇㅏㄹㄹㅣㅂㅏㅂㅏ"), ("닭", "ㄷㅏㄹㄱ"), ("과학", "ㄱㅗㅏㅎㅏㄱ"), ("오픈AI", "ㅇㅗㅍㅡㄴ|ai"), ("ㅇㄹㅂㅂ", "ㅇㄹㅂㅂ"), ("ㄳ", "ㄱㅅ"),
    ("ﾡﾢ", "ㄱㄲ"), ("ㄱㅏ", "ㄱㅏ"), ("꽃", "ㄲㅗㅊ"), ("있", "ㅇㅣㅆ"),
  ])
  func `Hangul is the keys that type it`(name: String, keys: String) {
    #expect(Self.keys(name) == keys)
  }

  @Test func `all syllables are told apart, and composed and decomposed ones are the same`() {
    var seen: [ContiguousArray<UInt32>: UInt32] = [:]
    for value in UInt32(0xAC00)...0xD7A3 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let index = value - 0xAC00
      let parts = [0x1100 + index / 588, 0x1161 + index / 28 % 21] + (index % 28 == 0 ? [] : [0x11A7 + index % 28])
      let decomposed = String(String.UnicodeScalarView(parts.compactMap(Unicode.Scalar.init)))
      let folded = FoldedName(String(scalar))
      #expect(folded == FoldedName(decomposed))
      let half = String(
        String.UnicodeScalarView([value - index % 28, parts.count > 2 ? parts[2] : 0].compactMap(Unicode.Scalar.init)))
      if parts.count > 2 { #expect(folded == FoldedName(half)) }
      #expect(seen.updateValue(value, forKey: folded.keys) == nil, "\(scalar)")
    }
    #expect(seen.count == 11_172)
  }

  @Test func `a composed letter and its parts fold alike`() {
    for (composed, parts) in [
      ("é", "e\u{301}"), ("Ü", "U\u{308}"), ("ễ", "e\u{302}\u{303}"), ("й", "и\u{306}"), ("が", "か\u{3099}"),
    ] {
      #expect(FoldedName("x\(composed)y") == FoldedName("x\(parts)y"), "\(composed)")
    }
  }

  @Test func `every scalar folds, and what is folded folds to itself`() {
    for value in UInt32(0)..<0x110000 {
      guard Unicode.Scalar(value) != nil else { continue }
      var again: [UInt32] = []
      var once: [UInt32] = []
      NameFolding.shared.forEach(value) { once.append($0) }
      for part in once { NameFolding.shared.forEach(part) { again.append($0) } }
      if once != again { Issue.record("U+\(String(value, radix: 16))") }
    }
  }

  @Test(arguments: [
    ("ko", ["가나", "각", "강남", "까치", "나라", "한강", "漢江", "Alibaba", "zebra"]),
    (
      "en",
      ["7-Eleven", "Ägypten", "Alibaba", "alibaba", "Álvaro", "Jack Ma", "Jackal", "Zürich", "Россия", "阿里", "가나"]
    ),
    ("zh-Hans", ["中国", "阿里", "Alibaba", "가나"]), ("ru", ["Германия", "Россия", "Alibaba"]),
    ("ja", ["Toyota", "ソニー", "とよた", "東京", "가나"]),
  ])
  func `names stand in the order of a language`(language: String, names: [String]) {
    let order = NameOrder(language: language)
    let sorted = names.shuffled().sorted { order.key(of: $0) < order.key(of: $1) }
    #expect(sorted == names)
  }

  @Test func `decomposed Hangul stands where composed stands`() {
    let order = NameOrder(language: "ko")
    #expect(order.key(of: "가") < order.key(of: "\u{1100}\u{1161}\u{11A8}"))
    #expect(order.key(of: "\u{1100}\u{1161}\u{11A8}") < order.key(of: "갂"))
  }
}
