/// Names and strings, quoted where they need it.
extension Printer {
  /// A name where a keyword is no trouble, such as a label.
  mutating func write(name: String) {
    out += Printer.isPlain(name.utf8) ? name : Printer.quoted(name)
  }

  /// A variable, whose name may be a keyword.
  mutating func write(variable: String) {
    let reserved = Printer.keyword(variable)?.isReserved == true
    out += Printer.isPlain(variable.utf8) && !reserved ? variable : Printer.quoted(variable)
  }

  /// The key of a property, which may go on with `@`.
  mutating func write(key: String) {
    let isPlain = Lexer.tokens(of: SourceText(key, name: "")).first.map {
      ($0.kind == .name || $0.kind == .keyName) && Int($0.upper) == key.utf8.count && $0.lower == 0
    }
    out += isPlain == true ? key : Printer.quoted(key)
  }

  /// The name of a function or procedure with its namespace.
  mutating func write(function: String) {
    let parts = function.split(separator: ".", omittingEmptySubsequences: false)
    list(parts, ".") { printer, part in
      let keyword = Printer.keyword(String(part))
      let binds = keyword.map(Printer.bindsInBrackets) ?? false
      let reserved = keyword?.isReserved == true && keyword != .exists
      let isPlain = Printer.isPlain(part.utf8) && !(parts.count == 1 && (binds || reserved))
      printer.out += isPlain ? String(part) : Printer.quoted(String(part))
    }
  }

  mutating func write(parameter: String) {
    let isNumber = !parameter.isEmpty && parameter.utf8.allSatisfy(\.isDigit)
    out += "$"
    if isNumber { out += parameter } else { write(name: parameter) }
  }

  mutating func write(string: String) {
    out += "'"
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\\": out += "\\\\"
      case "'": out += "\\'"
      case "\u{8}": out += "\\b"
      case "\u{C}": out += "\\f"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16, uppercase: true)
        out += "\\u" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    out += "'"
  }

  /// Keywords that mean something else than a call when brackets follow.
  private static func bindsInBrackets(_ keyword: Keyword) -> Bool {
    switch keyword {
    case .all, .any, .noneOf, .single, .filter, .extract, .reduce, .shortestPath, .allShortestPaths: true
    default: false
    }
  }

  static func keyword(_ name: String) -> Keyword? {
    let bytes = ContiguousArray(name.utf8)
    return Keyword.spelled(by: bytes, from: 0, to: bytes.count)
  }

  /// Whether a name can be written without backquotes.
  private static func isPlain(_ name: some Sequence<UInt8>) -> Bool {
    let bytes = ContiguousArray(name)
    let tokens = Lexer.tokens(of: SourceText(utf8: bytes, name: ""))
    return tokens[0].kind == .name && tokens[0].lower == 0 && Int(tokens[0].upper) == bytes.count
  }

  static func quoted(_ name: String) -> String {
    var quoted = "`"
    for scalar in name.unicodeScalars {
      quoted.unicodeScalars.append(scalar)
      if scalar == "`" { quoted += "`" }
    }
    return quoted + "`"
  }
}
