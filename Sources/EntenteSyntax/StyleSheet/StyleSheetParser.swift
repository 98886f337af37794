/// Reads a style sheet rule by rule.
///
/// An error is reported once: reading goes on at the next declaration where it stands inside braces, else at the next
/// rule.
struct StyleSheetParser {
  typealias Errors = StyleSheetErrors

  let source: SourceText
  private let tokens: [StyleSheetLexer.Token]
  private(set) var index = 0
  private(set) var rules: [StyleSheet.Rule] = []
  var diagnostics: [Diagnostic] = []

  /// What ends the reading of a declaration or rule.
  struct SyntaxError: Error {
    let diagnostic: Diagnostic
  }

  init(_ source: SourceText) {
    self.source = source
    if let flaw = source.encodingFlaw {
      diagnostics.append(GraphFile.Errors.notText(flaw, in: source))
      tokens = [StyleSheetLexer.Token(kind: .end, range: SourceRange(0..<0))]
    } else {
      tokens = StyleSheetLexer.tokens(of: source)
    }
  }

  mutating func parse() {
    while token.kind != .end { parseRule(in: []) }
  }

  // MARK: Rules

  private mutating func parseRule(in media: Set<StyleSheet.Medium>) {
    let start = token.range.lower
    do throws(SyntaxError) {
      if token.kind == .atWord, text == "@media", media.isEmpty {
        try parseMedia()
      } else {
        let selectors = try parseSelectors()
        try expect("{")
        let declarations = parseBlock(of: selectors)
        rules.append(
          StyleSheet.Rule(
            selectors: selectors, declarations: declarations, media: media, range: SourceRange(start..<previousEnd)))
      }
    } catch {
      diagnostics.append(error.diagnostic)
      skipRule()
    }
  }

  /// `@media print, dark { … }`
  private mutating func parseMedia() throws(SyntaxError) {
    advance()
    var media: Set<StyleSheet.Medium> = []
    repeat {
      let known = StyleSheet.Medium.allCases.map(\.rawValue)
      guard token.kind == .word else { throw unexpected("a medium: \(known.joined(separator: ", "))") }
      guard let medium = StyleSheet.Medium(rawValue: text.lowercased()) else {
        throw SyntaxError(diagnostic: Errors.unknown("medium", text, token.range, among: known))
      }
      media.insert(medium)
      advance()
    } while take(",")
    try expect("{")
    while token.kind != .end, !isMark("}") { parseRule(in: media) }
    try expect("}")
  }

  /// Declarations up to the closing brace, which is taken.
  private mutating func parseBlock(of selectors: [StyleSheet.Selector]) -> [StyleSheet.Declaration] {
    var block = StyleBlock(targets: Set(selectors.map(\.target)))
    let errors = diagnostics.count
    while token.kind != .end, !isMark("}") {
      if take(";") { continue }
      do throws(SyntaxError) {
        try parseDeclaration(into: &block)
        if !isMark("}"), !isMark(";") { throw unexpected("`;` or `}` after the value") }
      } catch {
        diagnostics.append(error.diagnostic)
        while token.kind != .end, !isMark(";"), !isMark("}") { advance() }
      }
    }
    // One error about the end of the file is enough.
    if !take("}"), diagnostics.count == errors { diagnostics.append(Errors.unexpectedEnd("`}`", token.range)) }
    return block.declarations
  }

  private mutating func parseDeclaration(into block: inout StyleBlock) throws(SyntaxError) {
    guard token.kind == .word else { throw unexpected("a property") }
    let name = Name(unescaped(text), range: token.range)
    advance()
    guard let property = StyleProperty(word: name.text), !property.isMeaningless(as: name.text, on: block.targets)
    else {
      guard StyleProperty.isKnown(name.text) else {
        throw SyntaxError(diagnostic: Errors.unknownProperty(name, of: block.targets))
      }
      diagnostics.append(Errors.withoutMeaning(name))
      while token.kind != .end, !isMark(";"), !isMark("}") { advance() }
      return
    }
    if let target = block.targets.sorted(by: { $0.rawValue < $1.rawValue }).first(where: {
      !property.targets.contains($0) && !(property == .color && $0 == .graph)
    }) {
      throw SyntaxError(diagnostic: Errors.wrongTarget(name, property, target))
    }
    try expect(":")
    let value = try parseValue(of: property)
    block.add(property, value, as: name, until: previousEnd)
  }

  /// To behind the block of a rule that cannot be read, or behind the text where it has none.
  private mutating func skipRule() {
    var depth = 0
    repeat {
      if isMark("{") { depth += 1 }
      if isMark("}") { depth -= 1 }
      advance()
    } while token.kind != .end && depth >= 0 && !(depth == 0 && startsRule)
  }

  private var startsRule: Bool {
    token.kind == .atWord || token.kind == .word && StyleSheet.Target(rawValue: text) != nil
  }

  // MARK: Tokens

  var token: StyleSheetLexer.Token { tokens[index] }
  var text: String { source[token.range] }
  var previousEnd: Int { index > 0 ? tokens[index - 1].range.upper : 0 }

  /// Whether the next token begins where the last one ended.
  var isAttached: Bool { token.range.lower == previousEnd }

  mutating func advance() {
    if index < tokens.count - 1 { index += 1 }
  }

  /// To the first token at or behind a byte.
  mutating func advance(to offset: Int) {
    while token.kind != .end, token.range.lower < offset { advance() }
  }

  func isMark(_ mark: String) -> Bool { token.kind == .mark && text == mark }

  mutating func take(_ mark: String) -> Bool {
    guard isMark(mark) else { return false }
    advance()
    return true
  }

  mutating func expect(_ mark: String) throws(SyntaxError) {
    guard take(mark) else { throw unexpected("`\(mark)`") }
  }

  func unexpected(_ expected: String) -> SyntaxError {
    switch token.kind {
    case .end: SyntaxError(diagnostic: Errors.unexpectedEnd(expected, token.range))
    case .unterminated: SyntaxError(diagnostic: Errors.unterminated(token.range, in: source))
    case .word, .quotedName, .hash, .atWord, .number, .text, .mark:
      SyntaxError(diagnostic: Errors.unexpected(expected, text, token.range))
    }
  }

  /// A word without the backslashes that keep marks in it from meaning anything.
  func unescaped(_ word: String) -> String {
    var text = ""
    var isEscaped = false
    for character in word {
      if character == "\\", !isEscaped {
        isEscaped = true
      } else {
        text.append(character)
        isEscaped = false
      }
    }
    return text
  }
}
