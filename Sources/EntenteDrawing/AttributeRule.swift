/// What of a value is taken for an attribute. Everything else is dropped, never passed on: the renderer applies the
/// rules again to whatever it reads.
public enum AttributeRule: Sendable, Hashable {
  /// Text with line breaks, or rows and cells.
  case label
  /// Text that Graphviz decodes twice.
  case tooltip
  /// Words of letters, digits and `_`, beginning with a letter or `_`, with single spaces between.
  case identifiers
  /// An address with the scheme http, https or mailto, a relative one, or a fragment.
  case link
  /// Names of fonts with commas between.
  case fontList
  /// `#rrggbb`, `#rrggbbaa` or a name.
  case color
  /// A number, brought into the range.
  case number(ClosedRange<Double>)
  /// A whole number, brought into the range.
  case integer(ClosedRange<Int>)
  /// One or two numbers with a comma between, brought into the range.
  case pair(ClosedRange<Double>)
  /// A number of points to add, written with a plus sign.
  case increment(ClosedRange<Double>)
  /// One of the words.
  case word(Set<String>)
  /// Several of the words.
  case words(Set<String>)
}

/// A value as Graphviz takes it.
public enum GraphvizValue: Sendable, Hashable {
  case plain(String)
  case html(String)
}

extension Attribute {
  /// The value in the words of Graphviz, or nil where the rule takes nothing of it.
  public func graphvizValue(of value: AttributeValue) -> GraphvizValue? {
    switch (rule, value) {
    case (.label, .text(let text)): .plain(EscapedText.label(text))
    case (.label, .rich(let label)): .html(label.html)
    case (.tooltip, .text(let text)): .plain(EscapedText.tooltip(text))
    case (.identifiers, .text(let text)): Self.isIdentifiers(text) ? .plain(text) : nil
    case (.link, .text(let text)): LinkRule.address(text).map(GraphvizValue.plain)
    case (.fontList, .text(let text)): Self.isFontList(text) ? .plain(text) : nil
    case (.color, .text(let text)): Self.isColor(text) ? .plain(text) : nil
    case (.number(let range), .number(let number)): Self.number(number, in: range).map(GraphvizValue.plain)
    case (.integer(let range), .number(let number)):
      Self.number(number.rounded(), in: Double(range.lowerBound)...Double(range.upperBound))
        .map(GraphvizValue.plain)
    case (.increment(let range), .number(let number)):
      Self.number(number, in: range).map { .plain("+" + $0) }
    case (.pair(let range), .number(let number)): Self.number(number, in: range).map(GraphvizValue.plain)
    case (.pair(let range), .text(let text)): Self.pair(text, in: range).map(GraphvizValue.plain)
    case (.word(let words), .text(let text)): words.contains(text) ? .plain(text) : nil
    case (.words(let words), .text(let text)):
      text.split(separator: ",").allSatisfy { words.contains(String($0)) } ? .plain(text) : nil
    case (.label, .number), (.tooltip, _), (.identifiers, _), (.link, _), (.fontList, _), (.color, _),
      (.number, _),
      (.integer, _), (.pair, .rich), (.increment, _), (.word, _), (.words, _):
      nil
    }
  }

  private static func number(_ number: Double, in range: ClosedRange<Double>) -> String? {
    guard number.isFinite else { return nil }
    let text = "\(min(max(number, range.lowerBound), range.upperBound))"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func pair(_ text: String, in range: ClosedRange<Double>) -> String? {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false)
      .map { Double($0).flatMap { number($0, in: range) } }
    guard (1...2).contains(numbers.count) else { return nil }
    let written = numbers.compactMap { $0 }
    return written.count == numbers.count ? written.joined(separator: ",") : nil
  }

  static func isIdentifiers(_ text: String) -> Bool {
    guard text.utf8.count <= 500 else { return false }
    return text.split(separator: " ", omittingEmptySubsequences: false).allSatisfy { word in
      guard let first = word.utf8.first, !first.isASCIIDigit else { return false }
      return word.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "_") }
    }
  }

  static func isFontList(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 200
      && text.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || " ,_-".utf8.contains($0) }
  }

  static func isColor(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    if bytes.first == UInt8(ascii: "#") {
      return (bytes.count == 7 || bytes.count == 9) && bytes.dropFirst().allSatisfy(\.isASCIIHexDigit)
    }
    return (1...30).contains(bytes.count) && bytes.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit }
  }
}

extension UInt8 {
  var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  var isASCIILetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
  var isASCIIHexDigit: Bool { isASCIIDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20) }
}
