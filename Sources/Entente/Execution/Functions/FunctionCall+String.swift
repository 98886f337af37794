import EntenteSyntax

/// Functions of strings; places and lengths count code points.
extension FunctionCall {
  func string() throws(QueryError) -> Value {
    let text = try text()
    switch function {
    case .toUpper, .upper: return .string(String(text).uppercased())
    case .toLower, .lower: return .string(String(text).lowercased())
    case .trim: return .string(String(text).trimmed)
    case .ltrim: return .string(String(String.UnicodeScalarView(text.scalars.drop { $0.properties.isWhitespace })))
    case .rtrim:
      var scalars = text.scalars[...]
      while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
      return .string(Text(scalars: scalars))
    case .replace:
      return .string(try text.replacing(try self.text(1), with: try self.text(2), monitor: context.monitor))
    case .substring: return .string(try substring(text))
    case .left: return .string(Text(scalars: text.scalars.prefix(try count(1))))
    case .right: return .string(Text(scalars: text.scalars.suffix(try count(1))))
    case .split: return .list(try split(text))
    default: return .integer(Int64(text.scalarCount))
    }
  }

  private func count(_ index: Int) throws(QueryError) -> Int {
    let count = try integer(index)
    guard count >= 0 else {
      throw .numberOutOfRange("`\(function.name)` takes a number from 0 up, found \(count)", at: place)
    }
    return Int(count)
  }

  private func substring(_ text: Text) throws(QueryError) -> Text {
    let rest = text.scalars.dropFirst(try count(1))
    return Text(scalars: arguments.count > 2 ? rest.prefix(try count(2)) : rest)
  }

  private func split(_ text: Text) throws(QueryError) -> ContiguousArray<Value> {
    var separators: [Text] = []
    if case .list(let items) = arguments[1] {
      for case .string(let separator) in items { separators.append(separator) }
    } else {
      separators = [try self.text(1)]
    }
    if separators.contains(where: \.utf8.isEmpty) {
      return ContiguousArray(text.scalars.map { .string(String($0)) })
    }
    var parts: ContiguousArray<Value> = []
    var start = 0
    var index = 0
    while index < text.utf8.count {
      if let separator = separators.first(where: { text.utf8[index...].starts(with: $0.utf8) }) {
        parts.append(.string(Text(utf8: ContiguousArray(text.utf8[start..<index]))))
        index += separator.utf8.count
        start = index
      } else {
        index += 1
      }
    }
    parts.append(.string(Text(utf8: ContiguousArray(text.utf8[start...]))))
    return parts
  }
}

extension Text {
  /// The code points.
  var scalars: String.UnicodeScalarView { String(self).unicodeScalars }

  /// How many code points there are.
  var scalarCount: Int { utf8.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 } }

  init(scalars: some Sequence<Unicode.Scalar>) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(String(view))
  }

  /// The text with every occurrence of `part` replaced; an empty part stands before every code point and at the end.
  func replacing(_ part: Text, with replacement: Text, monitor: QueryMonitor) throws(QueryError) -> Text {
    var result: ContiguousArray<UInt8> = []
    if part.utf8.isEmpty {
      try monitor.charge(elements: (scalarCount + 1) * (replacement.utf8.count + 1) / 16)
      result += replacement.utf8
      for scalar in scalars {
        result += ContiguousArray(String(scalar).utf8)
        result += replacement.utf8
      }
      return Text(utf8: result)
    }
    var index = 0
    while let next = firstIndex(of: part, from: index) {
      result += utf8[index..<next]
      result += replacement.utf8
      index = next + part.utf8.count
      if result.count > 1 << 20 { try monitor.charge(elements: result.count / 16) }
    }
    result += utf8[index...]
    return Text(utf8: result)
  }
}
