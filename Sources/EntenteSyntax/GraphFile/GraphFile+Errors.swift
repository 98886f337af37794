extension GraphFile {
  /// What an identifier or text is for, as messages call it.
  enum Role: String {
    case nodeID = "node id"
    case targetID = "id of the node that the edge leads to"
    case edgeID = "edge id"
    case label = "label"
    case key = "property key"
    case value = "property value"

    var withArticle: String {
      switch self {
      case .edgeID: "an \(rawValue)"
      case .targetID: "the \(rawValue)"
      case .nodeID, .label, .key, .value: "a \(rawValue)"
      }
    }
  }

  /// The words of all errors in graph files, ordered by code; the parser passes the facts.
  enum Errors {
    /// PG001 binary files and other encodings, PG002 ill-formed UTF-8.
    static func notText(_ flaw: EncodingFlaw, in source: SourceText) -> Diagnostic {
      switch flaw {
      case .binary(let kind?, _):
        error("PG001", "this is no text file but a \(kind)", nil)
      case .binary(nil, let offset):
        error(
          "PG001", "this is no text file: byte \(offset + 1) is NUL", nil,
          help: ["a graph file is text in UTF-8"])
      case .wideEncoding(let name):
        error(
          "PG001", "this is no text file in UTF-8 but in \(name)", nil,
          help: ["convert it: iconv -f \(name) -t UTF-8"])
      case .illFormed(let offset):
        error(
          "PG002", "byte \(offset + 1) is not UTF-8, so this is no text file that can be read",
          SourceRange(offset..<offset + 1), label: "byte 0x" + hex(source.utf8[offset], digits: 2),
          help: [
            "save the file in UTF-8; a file in an older encoding is converted by iconv, say -f EUC-KR -t UTF-8"
          ])
      }
    }

    static func indented(at offset: Int, in source: SourceText) -> Diagnostic {
      let line = source.lineRange(source.lineIndex(of: offset))
      let indent = SourceRange(line.lower..<offset)
      return error(
        "PG003", "an indented line continues a statement, but there is none before", indent,
        label: "indented here", help: ["begin the statement at the start of the line"],
        fix: Diagnostic.Fix(range: indent, replacement: ""))
    }

    /// PG004: something else stands where an identifier, key or value should.
    static func unexpected(_ role: Role, at offset: Int, in source: SourceText) -> Diagnostic {
      let range = lexeme(at: offset, in: source)
      let found = range.map { quoted(source[$0]) } ?? endName(at: offset, in: source)
      let first = offset < source.utf8.count ? source.utf8[offset] : 0
      let place = range ?? SourceRange(offset..<offset)
      if first == 0x2D, role == .key, let arrow = range, ["->", "--"].contains(source[arrow]) {
        return error(
          "PG005", "the arrow `\(source[arrow])` cannot stand here", arrow,
          label: "an arrow stands between two node ids",
          help: [
            "an edge begins with both nodes, `a -> b :LABEL key:value`; its id has its colon at it: `id: a -> b`"
          ])
      }
      var help: [String] = []
      switch first {
      case 0x2D, 0x3A, 0x2C, 0x23:
        if let range, range.upper - range.lower > 1 { help = ["put it in quotes: `\"\(source[range])\"`"] }
      case 0x60: help = ["quotes are `\"` or `'`; a backquote is reserved"]
      default: if range != nil { help = ["put a text with this character in quotes"] }
      }
      return error(
        "PG004", "expected \(role.withArticle), found \(found)", place, label: "expected \(role.withArticle)",
        help: help)
    }

    static func arrowWithoutSpace(_ range: SourceRange, at offset: Int, in source: SourceText) -> Diagnostic {
      error(
        "PG006", "a space is missing after the arrow `\(source[range])`", SourceRange(offset..<offset),
        label: "expected a space", help: ["spaces stand on both sides of an arrow: `a -> b`"],
        fix: Diagnostic.Fix(range: SourceRange(offset..<offset), replacement: " "))
    }

    /// PG007: `b <- a` and `a <-> b`, which PG does not have.
    static func backwardArrow(after first: Name, at offset: Int, in source: SourceText) -> Diagnostic {
      let rest = source.utf8[offset...]
      let isDouble = rest.starts(with: Array("<->".utf8)) || rest.starts(with: Array("<-->".utf8))
      let line = source.lineRange(source.lineIndex(of: offset))
      let arrow = upper(from: offset, to: line.upper, in: source) { [0x3C, 0x2D, 0x3E].contains($0) }
      let range = SourceRange(offset..<arrow)
      if isDouble {
        return error(
          "PG007", "PG has no arrow `\(source[range])`", range, label: "expected `->` or `--`",
          help: ["write `--` for an edge without direction, or two edges"],
          fix: Diagnostic.Fix(range: range, replacement: "--"))
      }
      let start = upper(from: arrow, to: line.upper, in: source) { $0.isGraphFileSpace }
      let target = SourceRange(start..<upper(from: start, to: line.upper, in: source) { $0.isGraphFileBare })
      let (a, b) = (source[first.range], source[target])
      let whole = first.range.union(target)
      let fix = b.isEmpty ? nil : Diagnostic.Fix(range: whole, replacement: "\(b) -> \(a)")
      return error(
        "PG007", "PG has no arrow `\(source[range])`", range, label: "expected `->` or `--`",
        help: ["write the edge the other way round" + (fix.map { ": `\($0.replacement)`" } ?? "")], fix: fix)
    }

    static func typographicArrow(
      _ range: SourceRange, replacement: String, in source: SourceText
    ) -> Diagnostic {
      error(
        "PG007", "`\(source[range])` is no arrow of PG", range, label: "expected `->` or `--`",
        help: ["write `\(replacement)`"], fix: Diagnostic.Fix(range: range, replacement: replacement))
    }

    static func missingTarget(_ direction: SourceRange, in source: SourceText) -> Diagnostic {
      error(
        "PG008",
        "the edge has no target: expected a node id after `\(source[direction])`, found the end of the statement",
        direction, label: "leads nowhere", help: ["a target on the next line must be indented"])
    }

    static func lateLabel(at offset: Int, in source: SourceText) -> Diagnostic {
      let range = lexeme(at: offset, in: source) ?? SourceRange(offset..<offset + 1)
      return error(
        "PG009", "labels stand before properties", range, label: "a label after a property",
        help: ["move the label to the front; a text value that begins with a colon needs quotes"])
    }

    static func missingColon(after range: SourceRange, next: Int?, in source: SourceText) -> Diagnostic {
      let text = source[range]
      var help = ["a property is `key:value`, a label is `:Label`; a text with spaces needs quotes"]
      if let next, next < source.utf8.count, source.utf8[next] == 0x3A {
        help = ["no space may stand between a key and its colon: `\(text):…`"]
      } else if text.unicodeScalars.last == "”" || text.unicodeScalars.last == "“" {
        help = ["typographic quotes do not quote: use \" or '"]
      }
      return error(
        "PG010", "expected `:` and a value after the property key \(quoted(text))", range,
        label: "neither a property nor a label", help: help)
    }

    static func missingValue(
      of key: SourceRange, at offset: Int, isFirst: Bool, in source: SourceText
    ) -> Diagnostic {
      let found = lexeme(at: offset, in: source).map { quoted(source[$0]) } ?? endName(at: offset, in: source)
      let name = quoted(source[key])
      return error(
        "PG011",
        isFirst
          ? "the property \(name) has no value: expected one after the colon, found \(found)"
          : "a value of the property \(name) is missing: expected one after the comma, found \(found)",
        SourceRange(max(key.lower, offset - 1)..<offset), label: "expected a value",
        help: [
          ##"leave the property out where there is no value; "" is the empty text, and "#…" needs its quotes"##
        ])
    }

    /// PG012: no whitespace after an element, often since a character needs quotes.
    static func missingWhitespace(at offset: Int, after quotedText: SourceRange?, in source: SourceText)
      -> Diagnostic
    {
      let range = lexeme(at: offset, in: source) ?? SourceRange(offset..<offset)
      if let quotedText {
        let line = source.lineIndex(of: quotedText.lower) + 1
        return error(
          "PG012", "expected whitespace after the closing quote, found \(quoted(source[range]))", range,
          label: "the text before began on line \(line)",
          help: ["is a closing quote missing on line \(line)?"])
      }
      let byte = source.utf8[offset]
      let previous = offset > 0 ? source.utf8[offset - 1] : 0
      switch byte {
      case 0x3E where previous == 0x2D:
        return error(
          "PG006", "spaces are missing around the arrow `->`", SourceRange(offset - 1..<offset + 1),
          label: "read as the end of an id", help: ["write `a -> b`"],
          fix: Diagnostic.Fix(range: SourceRange(offset - 1..<offset + 1), replacement: " -> "))
      case 0x00..<0x20:
        return controlCharacter(at: offset, in: source)
      case 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B, 0x7C, 0x7D:
        let character = SourceRange(offset..<offset + 1)
        return error(
          "PG013", "\(quoted(source[character])) cannot stand in a text without quotes", character,
          label: "reserved character", help: ["put the whole text in quotes"])
      case 0x22 where !previous.isGraphFileQuote:
        return error(
          "PG013", "a quote cannot stand inside a text without quotes", SourceRange(offset..<offset + 1),
          label: "expected whitespace before it",
          help: ["put the whole text in quotes, `\\\"` for a quote in it"])
      default:
        return error(
          "PG012", "expected whitespace, found \(quoted(source[range]))", range,
          label: "whitespace is missing before this",
          fix: Diagnostic.Fix(range: SourceRange(offset..<offset), replacement: " "))
      }
    }

    static func controlCharacter(at offset: Int, in source: SourceText) -> Diagnostic {
      let code = hex(source.utf8[offset], digits: 4)
      return error(
        "PG014", "the control character U+\(code) cannot stand here", SourceRange(offset..<offset + 1),
        label: "control character", help: ["in quotes it is written \\u\(code)"])
    }

    static func unclosedQuote(at offset: Int, in source: SourceText) -> Diagnostic {
      let line = source.lineRange(source.lineIndex(of: offset))
      return error(
        "PG015",
        "the quoted text has no end: expected a closing `\(source[SourceRange(offset..<offset + 1)])`, "
          + "found the end of the file", SourceRange(offset..<max(line.upper, offset + 1)),
        label: "begins here",
        help: ["close the quote; inside, the quote itself is written with a `\\` before it"])
    }

    static func badEscape(at offset: Int, in source: SourceText) -> Diagnostic {
      let next = offset + 1 < source.utf8.count ? source.utf8[offset + 1] : 0
      let upper = min(source.utf8.count, offset + 2)
      // The whole character after the reverse solidus.
      var end = upper
      while next >= 0x80, end < source.utf8.count, source.utf8[end] & 0xC0 == 0x80 { end += 1 }
      let range = SourceRange(offset..<end)
      if next == 0x75 {
        return error(
          "PG016", "`\\u` needs four hexadecimal digits", range, label: "expected a form such as \\u00e9",
          help: ["a character beyond U+FFFF is written as itself"])
      }
      return error(
        "PG016", "unknown escape sequence \(quoted(source[range]))", range,
        label: "expected one of \\\" \\' \\\\ \\/ \\b \\f \\n \\r \\t \\u",
        help: ["a reverse solidus itself is written \\\\"],
        fix: Diagnostic.Fix(range: SourceRange(offset..<offset), replacement: "\\"))
    }

    static func loneSurrogate(at offset: Int, in source: SourceText) -> Diagnostic {
      error(
        "PG016", "the escape sequence is half a character: a high and a low surrogate belong together",
        SourceRange(offset..<min(offset + 6, source.utf8.count)), label: "no character of its own",
        help: ["write the character itself, or both halves, as in \\ud83d\\ude00"])
    }

    static func empty(_ role: Role, _ range: SourceRange) -> Diagnostic {
      error("PG017", "\(role.withArticle) cannot be empty", range, label: "expected at least one character")
    }

    static func quotedIDWithColon(_ range: SourceRange, in source: SourceText) -> Diagnostic {
      error(
        "PG018", "after the edge id \(source[range]): expected whitespace and an edge",
        SourceRange(range.upper..<range.upper + 1),
        label: "a colon directly at a quoted text makes it an edge id",
        help: ["write `\(source[range]): a -> b` for an edge, or `\(source[range]) :Label` for a node"])
    }

    static func edgeIDWithoutEdge(_ range: SourceRange, in source: SourceText) -> Diagnostic {
      error(
        "PG018", "the edge id \(source[range]) has no edge: expected two node ids with an arrow between",
        range, label: "edge id",
        help: ["write `\(source[range]): a -> b` for an edge, or `\(source[range]) :Label` for a node"])
    }

    static func repeatedEdgeID(_ id: Name, earlier: SourceRange, in source: SourceText) -> Diagnostic {
      let line = source.lineIndex(of: earlier.lower) + 1
      return error(
        "PG019", "the edge id \(quoted(id.string(in: source))) is given twice", id.range,
        label: "first given on line \(line)",
        notes: ["a node may go on in a second statement, an edge cannot"],
        help: ["put all properties of an edge into one statement, or give the second edge an id of its own"])
    }

    static func numberOutOfRange(_ range: SourceRange, in source: SourceText) -> Diagnostic {
      error(
        "PG020", "the number \(source[range]) is beyond the largest floating-point number", range,
        label: "would be read as infinity", help: ["write it in quotes to keep it as text"])
    }
  }
}
