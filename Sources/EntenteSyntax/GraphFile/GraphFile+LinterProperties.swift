extension GraphFile.Linter {
  mutating func visit(_ properties: [GraphFile.Property]) {
    var seen: [ContiguousArray<UInt8>: GraphFile.Property] = [:]
    for property in properties {
      let key = property.key.utf8(in: source)
      // `name:ko:x` is told as what it is, and not as a second name too.
      if properties.count > 1, language(inValueOf: property) == nil,
        let earlier = seen.updateValue(property, forKey: key), !facts.listKeys.contains(utf8: key)
      {
        report(Lints.repeatedKey(property, earlier: earlier, in: source))
      }
      visitKey(property)
      for value in property.values { visit(value, of: property, key) }
      if let first = property.values.first, let last = property.values.last, isBare(first), isBare(last),
        source.utf8[first.range.lower] == 0x5B, source.utf8[last.range.upper - 1] == 0x5D
      {
        report(Lints.bracketList(property, in: source))
      }
    }
  }

  private func isBare(_ value: GraphFile.PropertyValue) -> Bool {
    if case .string(let name) = value.literal { name.form == .bare } else { false }
  }

  /// `name:ko: 엔비디아` has the key `name:ko`.
  private mutating func visitKey(_ property: GraphFile.Property) {
    let range = property.key.range
    guard property.key.form == .bare, let colon = text(range).lastIndex(of: 0x3A),
      Self.languages.contains(Array(text(SourceRange(colon + 1..<range.upper))))
    else { return }
    report(Lints.languageInKey(range, colon: colon, in: source))
  }

  private mutating func visit(
    _ value: GraphFile.PropertyValue, of property: GraphFile.Property, _ key: ContiguousArray<UInt8>
  ) {
    switch value.literal {
    case .integer(let number):
      if 1000...2999 ~= number, value.range.upper - value.range.lower == 4 {
        years[key, default: YearUse()].numbers.append(value.range)
      }
    case .float:
      if JSONNumber(in: source.utf8, value.range.lower..<value.range.upper)?.losesDigits == true {
        report(Lints.largeInteger(value.range, in: source))
      }
    case .boolean: break
    case .string(let name):
      if isDate(name) {
        if years[key]?.longerDate == nil { years[key, default: YearUse()].longerDate = value.range }
      } else if name.form == .bare {
        visitBare(value, of: property)
      } else {
        visitQuoted(value)
      }
    }
  }

  /// Where the colon after a language stands that begins a value: `ko:엔비디아` of `name:ko:엔비디아`.
  private func language(inValueOf property: GraphFile.Property) -> Int? {
    guard let value = property.values.first, isBare(value), value.range.lower == property.key.range.upper + 1 else {
      return nil
    }
    let bytes = text(value.range)
    guard let colon = bytes.firstIndex(of: 0x3A), colon + 1 < value.range.upper,
      Self.languages.contains(Array(bytes[..<colon]))
    else { return nil }
    return colon
  }

  private mutating func visitBare(_ value: GraphFile.PropertyValue, of property: GraphFile.Property) {
    let range = value.range
    let bytes = text(range)
    if bytes.elementsEqual("null".utf8) { report(Lints.null(value, of: property, in: source)) }
    if let hash = bytes.firstIndex(of: 0x23), hash + 1 < range.upper, !isURL(range) {
      report(Lints.hashInText(range, hash: hash, in: source))
    }
    if property.values.first == value, let colon = language(inValueOf: property) {
      report(Lints.languageInValue(property.key.range, value: range, colon: colon, in: source))
    }
    if let quote = Self.typographicQuotes.first(where: { bytes.starts(with: $0.utf8) }) {
      report(Lints.typographicQuote(range, quote, in: source))
    }
  }

  /// A text over several lines that holds what looks like statements has probably lost its closing quote.
  private mutating func visitQuoted(_ value: GraphFile.PropertyValue) {
    let first = source.lineIndex(of: value.range.lower)
    let last = source.lineIndex(of: value.range.upper - 1)
    guard first < last else { return }
    for line in first + 1...last {
      let bounds = source.lineRange(line)
      let inside = SourceRange(bounds.lower..<min(bounds.upper, value.range.upper - 1))
      if looksLikeStatement(inside) { return report(Lints.statementInText(value.range, inside, in: source)) }
    }
  }

  /// Whether a line begins with an id and goes on with an arrow or a label.
  private func looksLikeStatement(_ line: SourceRange) -> Bool {
    guard line.upper > line.lower, source.utf8[line.lower].isGraphFileBareStart else { return false }
    let words = text(line).split(whereSeparator: \.isGraphFileSpace)
    guard words.count > 1 else { return false }
    let isArrow = { (word: ContiguousArray<UInt8>.SubSequence) in
      word.elementsEqual("->".utf8) || word.elementsEqual("--".utf8)
    }
    if isArrow(words[1]) || words.count > 2 && words[0].last == 0x3A && isArrow(words[2]) {
      return words.count > 2
    }
    return words[1].count > 1 && words[1].first == 0x3A && 0x41...0x5A ~= words[1][words[1].startIndex + 1]
  }

  /// Whether a text is a date longer than a year, as the conventions write it: `2025-02`, `~2025-02-24`, `2025/2028`.
  private func isDate(_ name: GraphFile.Name) -> Bool {
    guard !name.hasEscapes else { return false }
    let inset = name.form == .bare ? 0 : 1
    var bytes = text(SourceRange(name.range.lower + inset..<name.range.upper - inset))
    guard 4...32 ~= bytes.count else { return false }
    if bytes.first == 0x7E { bytes = bytes.dropFirst() }
    guard bytes.count >= 4, bytes.prefix(4).allSatisfy(\.isASCIIDigit) else { return false }
    let rest = bytes.dropFirst(4)
    return rest.isEmpty
      || (rest.first == 0x2D || rest.first == 0x2F)
        && rest.allSatisfy { $0.isASCIIDigit || $0 == 0x2D || $0 == 0x2F || $0 == 0x7E }
  }

  static let typographicQuotes = ["“", "”", "‘", "„", "«", "「", "『"]

  /// Languages that people name things in; no list of all, so that `ref:wd:Q42` stays what it is.
  static let languages: Set<[UInt8]> = Set(
    [
      "ko", "zh", "en", "ja", "de", "fr", "es", "it", "pt", "ru", "ar", "hi", "vi", "th", "tr", "pl", "nl",
      "uk", "sv",
    ]
    .map { Array($0.utf8) })
}
