/// What stands behind the colon.
extension StyleSheetParser {
  mutating func parseValue(of property: StyleProperty) throws(SyntaxError) -> StyleValue {
    if token.kind == .word, ["scale", "categorize"].contains(text), !property.isWord {
      return text == "scale" ? try parseScale(for: property) : try parseCategories(for: property)
    }
    switch property.grammar {
    case .color: return try parseColor()
    case .points(let range): return try parseNumber(property, range, inUnit: 1)
    case .inches(let range): return try parseNumber(property, range, inUnit: 72)
    case .number(let range): return try parseNumber(property, range, inUnit: nil)
    case .word(let known):
      return .words([try parseWord(property, among: known)])
    case .words(let known):
      var words: [String] = []
      repeat { words.append(try parseWord(property, among: known)) } while take(",") || token.kind == .word
      return .words(words)
    case .template: return try parseTemplate(property)
    case .fonts: return try parseFonts()
    }
  }

  private mutating func parseWord(_ property: StyleProperty, among known: [String]) throws(SyntaxError) -> String {
    guard token.kind == .word || token.kind == .text else {
      throw unexpected("a word for `\(property.rawValue)`, such as `\(known.prefix(3).joined(separator: "`, `"))`")
    }
    let word = token.kind == .text ? decodedText : text
    guard let found = known.first(where: { $0.lowercased() == word.lowercased() }) else {
      throw SyntaxError(diagnostic: Errors.unknownValue(property, word, token.range, among: known))
    }
    advance()
    return found
  }

  private mutating func parseColor() throws(SyntaxError) -> StyleValue {
    guard token.kind == .hash || token.kind == .word else { throw unexpected("a colour such as `#2e7d4f` or `white`") }
    guard let color = StyleColor.parse(text) else {
      throw SyntaxError(diagnostic: Errors.badColor(text, token.range))
    }
    advance()
    return .color(color)
  }

  /// - Parameter points: how many points are one of the unit in which the property is kept; nil where it has none.
  private mutating func parseNumber(
    _ property: StyleProperty, _ range: ClosedRange<Double>, inUnit points: Double?
  ) throws(SyntaxError) -> StyleValue {
    let number = try parseLength(points)
    guard range.contains(number.value) else {
      throw SyntaxError(diagnostic: Errors.outOfRange(property, range, unit: points, at: number.range))
    }
    return .number(number.value)
  }

  private mutating func parseLength(_ points: Double?) throws(SyntaxError) -> (value: Double, range: SourceRange) {
    guard token.kind == .number else { throw unexpected("a number") }
    let (text, range) = (self.text, token.range)
    // The unit is the tail of letters, but `1e9` has none.
    let unit = Double(text) == nil ? String(text.reversed().prefix { $0.isLetter || $0 == "%" }.reversed()) : ""
    guard let number = Double(text.dropLast(unit.count)), number.isFinite else {
      throw SyntaxError(diagnostic: Errors.badNumber(text, range))
    }
    advance()
    guard !unit.isEmpty else { return (number, range) }
    let sizes = ["px": 0.75, "pt": 1, "in": 72, "cm": 72 / 2.54, "mm": 7.2 / 2.54]
    guard let points else { throw SyntaxError(diagnostic: Errors.unitWithoutMeaning(unit, range)) }
    guard let size = sizes[unit.lowercased()] else {
      throw SyntaxError(diagnostic: Errors.unknown("unit", unit, range, among: sizes.keys.sorted()))
    }
    return (number * size / points, range)
  }

  private mutating func parseTemplate(_ property: StyleProperty) throws(SyntaxError) -> StyleValue {
    if token.kind == .word, text == "none" {
      advance()
      return .text(StyleTemplate(pieces: []))
    }
    guard token.kind == .text else { throw unexpected("a text in quotes, such as `\"{name}\"`, or `none`") }
    let template = StyleTemplate(decodedText)
    advance()
    return .text(template)
  }

  /// `Helvetica, "Noto Sans CJK KR", sans-serif`
  private mutating func parseFonts() throws(SyntaxError) -> StyleValue {
    var fonts: [String] = []
    repeat {
      var words: [String] = []
      while token.kind == .word || token.kind == .text {
        words += (token.kind == .text ? decodedText : text).split(separator: " ").map(String.init)
        advance()
      }
      let font = words.joined(separator: " ")
      let isPlain = font.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || " _-".unicodeScalars.contains($0))
      }
      guard !font.isEmpty else { throw unexpected("the name of a font") }
      guard isPlain, fonts.joined().count + font.count <= 160 else {
        throw SyntaxError(diagnostic: Errors.badFont(font, SourceRange(previousEnd - 1..<previousEnd)))
      }
      fonts.append(font)
    } while take(",")
    return .words(fonts)
  }

  // MARK: Functions

  /// `scale(log, amount@USD, 1, 6)`, `scale(year, #fff, #f00, 1990, 2025)`
  private mutating func parseScale(for property: StyleProperty) throws(SyntaxError) -> StyleValue {
    let start = token.range
    advance()
    try expect("(")
    var curve = StyleValue.Scale.Curve.linear
    var key = try parseName("a property key")
    if let named = StyleValue.Scale.Curve(rawValue: key.text) {
      curve = named
      try expect(",")
      key = try parseName("a property key")
    }
    try expect(",")
    // A number cannot be a word: what stands before the key is to be a curve then.
    if curve == .linear, token.kind == .word, property.grammar != .color {
      let curves = StyleValue.Scale.Curve.allCases.map(\.rawValue)
      throw SyntaxError(diagnostic: Errors.unknown("curve", key.text, key.range, among: curves))
    }
    let low = try parseEnd(of: property)
    try expect(",")
    let high = try parseEnd(of: property)
    var domain: ClosedRange<Double>?
    if take(",") {
      let lower = try parseLength(nil)
      try expect(",")
      let upper = try parseLength(nil)
      guard lower.value < upper.value, curve == .linear || lower.value >= 0 else {
        throw SyntaxError(diagnostic: Errors.badDomain(SourceRange(lower.range.lower..<upper.range.upper)))
      }
      domain = lower.value...upper.value
    }
    try expect(")")
    guard property.isScalable else {
      throw SyntaxError(diagnostic: Errors.notScalable(property, SourceRange(start.lower..<previousEnd)))
    }
    return .scale(.init(curve: curve, key: key, low: low, high: high, domain: domain))
  }

  private mutating func parseEnd(of property: StyleProperty) throws(SyntaxError) -> StyleValue {
    switch property.grammar {
    case .color: try parseColor()
    case .points(let range): try parseNumber(property, range, inUnit: 1)
    case .inches(let range): try parseNumber(property, range, inUnit: 72)
    case .number(let range): try parseNumber(property, range, inUnit: nil)
    case .word, .words, .template, .fonts: .number(try parseLength(nil).value)
    }
  }

  /// `categorize(country)`, `categorize(country, tol-light)`, `categorize(country, #e69f00, #56b4e9)`
  private mutating func parseCategories(for property: StyleProperty) throws(SyntaxError) -> StyleValue {
    let start = token.range
    advance()
    try expect("(")
    let key = try parseName("a property key")
    var palette: [String] = []
    while take(",") {
      if token.kind == .word, palette.isEmpty, let named = StylePalette(rawValue: text) {
        advance()
        palette = named.colors
        break
      }
      guard case .color(let color) = try parseColor() else { break }
      palette.append(color)
    }
    try expect(")")
    guard property.grammar == .color else {
      throw SyntaxError(diagnostic: Errors.notCategorical(property, SourceRange(start.lower..<previousEnd)))
    }
    let ownPalette: StylePalette = property == .fillcolor || property == .bgcolor ? .tolLight : .okabeIto
    return .categorize(key: key, palette: palette.isEmpty ? ownPalette.colors : palette)
  }
}

extension StyleProperty {
  /// Whether its values are words alone, so that `scale` can be one of them.
  fileprivate var isWord: Bool {
    switch grammar {
    case .word, .words, .fonts: true
    case .color, .points, .inches, .number, .template: false
    }
  }

  fileprivate var isScalable: Bool {
    switch grammar {
    case .color, .points, .inches, .number: true
    case .word, .words, .template, .fonts: false
    }
  }
}
