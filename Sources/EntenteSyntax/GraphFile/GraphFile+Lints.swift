extension GraphFile {
  /// The words of all warnings about graph files, ordered by code; the linter passes the facts.
  enum Lints {
    static func colonInLabel(_ range: SourceRange, in source: SourceText) -> Diagnostic {
      let text = source[range]
      let split = text.split(separator: ":", omittingEmptySubsequences: true).map { ":\($0)" }.joined(
        separator: " ")
      return warning(
        "PG101", "`\(text)` is one label with a colon in it", range, label: "read as one label",
        help: ["write `\(split)` for several labels, or quote it: `:\"\(text.dropFirst())\"`"],
        fix: Diagnostic.Fix(range: range, replacement: split))
    }

    static func labelInTarget(_ range: SourceRange, colon: Int, in source: SourceText) -> Diagnostic {
      let (id, label) = (source[SourceRange(range.lower..<colon)], source[SourceRange(colon..<range.upper)])
      return warning(
        "PG102", "the edge leads to a node with the id `\(source[range])` and has no label", range,
        label: "read as one id", help: ["a space makes it a label: `\(id) \(label)`"],
        fix: Diagnostic.Fix(range: SourceRange(colon..<colon), replacement: " "))
    }

    static func mixedDates(
      _ key: ContiguousArray<UInt8>, _ number: SourceRange, _ longer: SourceRange, in source: SourceText
    ) -> Diagnostic {
      let line = source.lineIndex(of: longer.lower) + 1
      let name = String(decoding: key, as: UTF8.self)
      return warning(
        "PG103",
        "`\(name)` is the number \(source[number]) here and the text \(Errors.quoted(source[longer])) on line \(line)",
        number, label: "a number: compares with no text",
        help: ["in quotes the year is a date like the others: `\"\(source[number])\"`"],
        fix: Diagnostic.Fix(range: number, replacement: "\"\(source[number])\""))
    }

    static func bracketList(_ property: Property, in source: SourceText) -> Diagnostic {
      let lower = property.values.first?.range.lower ?? property.range.lower
      let range = SourceRange(lower..<property.range.upper)
      let inner = source[SourceRange(lower + 1..<max(lower + 1, range.upper - 1))]
      let isFixable = inner.unicodeScalars.allSatisfy { $0 != "[" && $0 != "]" } && !inner.isEmpty
      return warning(
        "PG104", "square brackets make no list: they are part of the text", range, label: "read as text",
        help: ["a list is written with commas alone: `\(source[property.key.range]):1,2`"],
        fix: isFixable ? Diagnostic.Fix(range: range, replacement: inner) : nil)
    }

    static func repeatedKey(_ property: Property, earlier: Property, in source: SourceText) -> Diagnostic {
      let line = source.lineIndex(of: earlier.range.lower) + 1
      let name = Errors.quoted(property.key.string(in: source))
      return warning(
        "PG105", "\(name) is given twice, so it is a list of all its values", property.range,
        label: "first given on line \(line)",
        help: [
          "leave one out, or write a list with commas if one is meant: `\(source[property.key.range]):a,b`"
        ])
    }

    static func null(_ value: PropertyValue, of property: Property, in source: SourceText) -> Diagnostic {
      warning(
        "PG106", "`null` is the text \"null\" here", value.range, label: "PG has no null",
        help: ["leave the property out where there is no value, or quote the word: `\"null\"`"],
        fix: property.values.count == 1
          ? Diagnostic.Fix(range: spaceBefore(property.range, in: source), replacement: "") : nil)
    }

    static func languageInValue(
      _ key: SourceRange, value: SourceRange, colon: Int, in source: SourceText
    ) -> Diagnostic {
      let language = source[SourceRange(value.lower..<colon)]
      let range = SourceRange(key.lower..<colon)
      return warning(
        "PG107", "`\(source[key])` has the text \(Errors.quoted(source[value])) as its value",
        range.union(value),
        label: "the first colon ends the key",
        help: [
          "a language is written with @: `\(source[key])@\(language):\(source[SourceRange(colon + 1..<value.upper)])`"
        ],
        fix: Diagnostic.Fix(range: range, replacement: "\(source[key])@\(language)"))
    }

    static func languageInKey(_ key: SourceRange, colon: Int, in source: SourceText) -> Diagnostic {
      let name = source[SourceRange(key.lower..<colon)]
      let language = source[SourceRange(colon + 1..<key.upper)]
      return warning(
        "PG108", "the key is `\(source[key])`, with a colon in it", key,
        label: "a space follows its last colon",
        help: ["a language is written with @: `\(name)@\(language):…`"],
        fix: Diagnostic.Fix(range: SourceRange(colon..<colon + 1), replacement: "@"))
    }

    static func hashInText(_ range: SourceRange, hash: Int, in source: SourceText) -> Diagnostic {
      warning(
        "PG109", "the `#` begins no comment here: it is part of `\(source[range])`",
        SourceRange(hash..<range.upper), label: "part of the text",
        help: ["put a space before the comment, or the text in quotes: `\"\(source[range])\"`"])
    }

    static func commaInID(_ range: SourceRange, in source: SourceText) -> Diagnostic {
      warning(
        "PG110", "`\(source[range])` is the id of one node", range, label: "commas separate values only",
        help: ["give each node a statement of its own, or quote the id: `\"\(source[range])\"`"])
    }

    static func commaInLabel(_ range: SourceRange, in source: SourceText) -> Diagnostic {
      let labels = source[range].split(whereSeparator: { $0 == ":" || $0 == "," }).map { ":\($0)" }.joined(
        separator: " ")
      return warning(
        "PG110", "`\(source[range])` is one label with a comma in it", range, label: "read as one label",
        help: ["write `\(labels)` for several labels"], fix: Diagnostic.Fix(range: range, replacement: labels)
      )
    }

    static func statementInText(_ range: SourceRange, _ line: SourceRange, in source: SourceText)
      -> Diagnostic
    {
      let number = source.lineIndex(of: range.lower) + 1
      return warning(
        "PG111", "this line looks like a statement, but it is inside a quoted text", line,
        label: "the text began on line \(number)", help: ["is a closing quote missing on line \(number)?"])
    }

    static func edgeWithoutSpaces(_ range: SourceRange, dashes: Int, in source: SourceText) -> Diagnostic {
      let (a, b) = (source[SourceRange(range.lower..<dashes)], source[SourceRange(dashes + 2..<range.upper)])
      return warning(
        "PG112", "`\(source[range])` is the id of one node, not an edge", range, label: "read as one id",
        help: ["an edge has spaces around its arrow: `\(a) -- \(b)`"],
        fix: Diagnostic.Fix(range: SourceRange(dashes..<dashes + 2), replacement: " -- "))
    }

    static func missingLabel(_ edge: Edge, labelledLine: Int?, in source: SourceText) -> Diagnostic {
      var notes: [String] = []
      if let line = labelledLine {
        notes = ["line \(line) has an edge between the same nodes; a second statement does not continue it"]
      }
      return warning(
        "PG113", "the edge has no label, so the relationship has no type",
        edge.source.range.union(edge.target.range),
        label: "expected one label after this", notes: notes, help: ["write `… :RELATION` after the nodes"])
    }

    static func severalLabels(_ edge: Edge, in source: SourceText) -> Diagnostic {
      let first = edge.labels.first?.range ?? edge.range
      let range = edge.labels.last.map { first.union($0.range) } ?? first
      return warning(
        "PG113", "the edge has several labels, but a relationship has one type", range,
        label: "`\(source[first])` becomes the type", help: ["write an edge for each type"])
    }

    static func largeInteger(_ range: SourceRange, in source: SourceText) -> Diagnostic {
      warning(
        "PG114", "the integer \(source[range]) does not fit 64 bits and is read as a floating-point number",
        range,
        label: "keeps about 16 digits", help: ["write it in quotes where every digit counts"])
    }

    static func typographicQuote(_ range: SourceRange, _ quote: String, in source: SourceText) -> Diagnostic {
      warning(
        "PG115", "the quotation mark \(quote) does not quote: it is part of the text", range,
        label: "read as text without quotes", help: ["use \" or ' around a text"])
    }

    static func edgeAtMetadata(_ range: SourceRange) -> Diagnostic {
      warning(
        "PG116", "`@graph` describes the graph itself, yet an edge has it as an end", range,
        label: "becomes a node of the graph", help: ["lead the edge to a node with another id"])
    }

    private static func warning(
      _ code: String, _ message: String, _ range: SourceRange, label: String, notes: [String] = [],
      help: [String], fix: Diagnostic.Fix? = nil
    ) -> Diagnostic {
      Diagnostic(.warning, code: code, message, at: range, label: label, notes: notes, help: help, fix: fix)
    }

    /// A range with the spaces before it on its line.
    private static func spaceBefore(_ range: SourceRange, in source: SourceText) -> SourceRange {
      var lower = range.lower
      while lower > 0, source.utf8[lower - 1].isGraphFileSpace { lower -= 1 }
      return SourceRange(lower..<range.upper)
    }
  }
}
