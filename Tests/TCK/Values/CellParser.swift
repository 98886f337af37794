import Entente

/// A cell that is no value, with the offset of the scalar where reading stopped.
struct CellError: Error, Equatable, CustomStringConvertible {
  var cell: String
  var offset: Int
  var expected: String

  var description: String { "the cell `\(cell)` has no \(expected) at offset \(offset)" }
}

/// Reads a value as the TCK writes it.
///
///     value         null true false 1 -2 1.5 .5 1e9 NaN Inf -Inf 'text' [value, …] {key: value, …}
///     node          (:Label:Label {key: value})       every part may be missing
///     relationship  [:TYPE {key: value}]
///     path          <(node)-[relationship]->(node)<-[relationship]-(node)>
///
/// `[` starts a relationship where a colon follows, else a list. In a string only `\'` is an escape.
struct CellParser {
  private let cell: String
  private let scalars: [Unicode.Scalar]
  private var index = 0

  static func parse(_ cell: String) throws(CellError) -> CellValue {
    var parser = CellParser(cell)
    let value = try parser.value()
    parser.skipBlanks()
    guard parser.index == parser.scalars.count else { throw parser.error("end") }
    return value
  }

  private init(_ cell: String) {
    self.cell = cell
    scalars = Array(cell.unicodeScalars)
  }

  private mutating func value() throws(CellError) -> CellValue {
    skipBlanks()
    switch peek {
    case "(": return .node(try node())
    case "<": return try path()
    case "{": return .map(try map())
    case "'": return .string(Text(try string()))
    case "[":
      let start = index
      index += 1
      skipBlanks()
      if peek == ":" {
        index = start
        return .relationship(try relationship())
      }
      index = start
      return .list(try list())
    default: return try word()
    }
  }

  // MARK: Scalars

  private mutating func word() throws(CellError) -> CellValue {
    let start = index
    while let scalar = peek, scalar.properties.isAlphabetic || "+-.0123456789".unicodeScalars.contains(scalar) {
      index += 1
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[start..<index])
    let word = String(text)
    switch word {
    case "null": return .null
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "NaN": return .float(.nan)
    case "Inf": return .float(.infinity)
    case "-Inf": return .float(-.infinity)
    default: break
    }
    // Swift reads "nan", "infinity" and hexadecimal floats too; the TCK does not write them so.
    let isDecimal = word.unicodeScalars.allSatisfy { "+-.0123456789eE".unicodeScalars.contains($0) }
    if isDecimal, let integer = Int64(word) { return .integer(integer) }
    if isDecimal, let float = Double(word.hasPrefix(".") ? "0" + word : word) { return .float(float) }
    index = start
    throw error("value")
  }

  /// A string in single quotes; `\'` is a quote where another one can still close the string.
  private mutating func string() throws(CellError) -> String {
    try expect("'")
    var text = String.UnicodeScalarView()
    while let scalar = peek {
      index += 1
      if scalar == "'" { return String(text) }
      if scalar == "\\", peek == "'", scalars[(index + 1)...].contains("'") {
        text.append("'")
        index += 1
      } else {
        text.append(scalar)
      }
    }
    throw error("closing quote")
  }

  // MARK: Collections

  private mutating func list() throws(CellError) -> [CellValue] {
    try expect("[")
    var elements: [CellValue] = []
    if take("]") { return elements }
    repeat { elements.append(try value()) } while take(",")
    try expect("]")
    return elements
  }

  private mutating func map() throws(CellError) -> [Text: CellValue] {
    try expect("{")
    var entries: [Text: CellValue] = [:]
    if take("}") { return entries }
    repeat {
      let key = try name()
      try expect(":")
      entries[key] = try value()
    } while take(",")
    try expect("}")
    return entries
  }

  // MARK: Elements

  private mutating func node() throws(CellError) -> CellNode {
    try expect("(")
    var node = CellNode()
    while take(":") { node.labels.insert(try name()) }
    if next("{") { node.properties = try map() }
    try expect(")")
    return node
  }

  private mutating func relationship() throws(CellError) -> CellRelationship {
    try expect("[")
    try expect(":")
    var relationship = CellRelationship(type: try name())
    if next("{") { relationship.properties = try map() }
    try expect("]")
    return relationship
  }

  private mutating func path() throws(CellError) -> CellValue {
    try expect("<")
    let start = try node()
    var hops: [CellHop] = []
    while !take(">") {
      let isForward = !take("<")
      try expect("-")
      let relationship = try relationship()
      try expect("-")
      if isForward { try expect(">") }
      hops.append(CellHop(relationship: relationship, isForward: isForward, node: try node()))
    }
    return .path(start, hops)
  }

  /// A label, type or key: a run without punctuation, or anything in backquotes.
  private mutating func name() throws(CellError) -> Text {
    skipBlanks()
    var text = String.UnicodeScalarView()
    if peek == "`" {
      index += 1
      while let scalar = peek, scalar != "`" {
        text.append(scalar)
        index += 1
      }
      try expect("`")
    } else {
      while let scalar = peek, !" \t:,{}[]()<>'".unicodeScalars.contains(scalar) {
        text.append(scalar)
        index += 1
      }
    }
    guard !text.isEmpty else { throw error("name") }
    return Text(String(text))
  }

  // MARK: Reading

  private var peek: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private mutating func skipBlanks() {
    while peek == " " || peek == "\t" { index += 1 }
  }

  private mutating func next(_ scalar: Unicode.Scalar) -> Bool {
    skipBlanks()
    return peek == scalar
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next(scalar) else { return false }
    index += 1
    return true
  }

  private mutating func expect(_ scalar: Unicode.Scalar) throws(CellError) {
    guard take(scalar) else { throw error("`\(scalar)`") }
  }

  private func error(_ expected: String) -> CellError {
    CellError(cell: cell, offset: index, expected: expected)
  }
}
