/// Reads XML piece by piece and refuses what is not well-formed.
///
/// It knows the part of XML 1.0 that pictures use: elements, attributes, text, comments, one declaration, one
/// document type without a subset of its own, and the predefined entities. Everything else is an error.
struct XMLScanner {
  struct Attribute: Hashable {
    let name: String
    /// As written, entities and all.
    let value: String
  }

  enum Piece: Hashable {
    case start(name: String, attributes: [Attribute], isEmpty: Bool)
    case end(name: String)
    /// As written, entities and all.
    case text(String)
    case comment
    case declaration
    case documentType
  }

  struct Failure: Error, Hashable {
    let reason: String
    let offset: Int
  }

  private let bytes: [UInt8]
  private var next = 0
  private var open: [String] = []
  private var hasRoot = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next piece, or nil at the end.
  mutating func piece() throws(Failure) -> Piece? {
    guard next < bytes.count else {
      if let name = open.last { throw failure("the element \(name) is not closed") }
      if !hasRoot { throw failure("there is no element") }
      return nil
    }
    guard bytes[next] == UInt8(ascii: "<") else { return try text() }
    if starts("<!--") { return try comment() }
    if starts("<?xml ") { return try declaration() }
    if starts("<!DOCTYPE ") { return try documentType() }
    if starts("</") { return try endTag() }
    return try startTag()
  }

  /// How many elements are open.
  var depth: Int { open.count }

  // MARK: Pieces

  private mutating func text() throws(Failure) -> Piece {
    let start = next
    while next < bytes.count, bytes[next] != UInt8(ascii: "<") { next += 1 }
    let text = try checked(start..<next, "text")
    if open.isEmpty, !text.allSatisfy(\.isWhitespace) { throw failure("text stands outside of the root") }
    if text.contains("]]>") { throw failure("text holds ]]>") }
    return .text(text)
  }

  private mutating func comment() throws(Failure) -> Piece {
    let start = next + 4
    guard let end = offset(of: "--", from: start) else { throw failure("a comment is not closed") }
    next = end
    guard starts("-->") else { throw failure("a comment holds --") }
    next += 3
    _ = try checked(start..<end, "a comment", entities: false)
    return .comment
  }

  private mutating func declaration() throws(Failure) -> Piece {
    guard next == 0 else { throw failure("the declaration does not stand first") }
    guard let end = offset(of: "?>", from: next) else { throw failure("the declaration is not closed") }
    next = end + 2
    return .declaration
  }

  private mutating func documentType() throws(Failure) -> Piece {
    guard !hasRoot else { throw failure("the document type stands behind the root") }
    guard let end = offset(of: ">", from: next) else { throw failure("the document type is not closed") }
    if bytes[next..<end].contains(UInt8(ascii: "[")) { throw failure("the document type has a subset") }
    next = end + 1
    return .documentType
  }

  private mutating func endTag() throws(Failure) -> Piece {
    next += 2
    let name = try name()
    skipSpace()
    try expect(">")
    guard open.popLast() == name else { throw failure("the end of \(name) does not match its start") }
    return .end(name: name)
  }

  private mutating func startTag() throws(Failure) -> Piece {
    next += 1
    let name = try name()
    if open.isEmpty, hasRoot { throw failure("there is a second root") }
    hasRoot = true
    var attributes: [Attribute] = []
    while true {
      let hadSpace = skipSpace()
      if starts("/>") {
        next += 2
        return .start(name: name, attributes: attributes, isEmpty: true)
      }
      if starts(">") {
        next += 1
        open.append(name)
        return .start(name: name, attributes: attributes, isEmpty: false)
      }
      guard hadSpace else { throw failure("there is no space before an attribute of \(name)") }
      let attribute = try attribute()
      if attributes.contains(where: { $0.name == attribute.name }) {
        throw failure("the attribute \(attribute.name) stands twice")
      }
      attributes.append(attribute)
    }
  }

  private mutating func attribute() throws(Failure) -> Attribute {
    let name = try name()
    skipSpace()
    try expect("=")
    skipSpace()
    guard next < bytes.count, bytes[next] == UInt8(ascii: "\"") || bytes[next] == UInt8(ascii: "'") else {
      throw failure("the value of \(name) has no quotes")
    }
    let quote = bytes[next]
    next += 1
    let start = next
    while next < bytes.count, bytes[next] != quote {
      if bytes[next] == UInt8(ascii: "<") { throw failure("the value of \(name) holds <") }
      next += 1
    }
    guard next < bytes.count else { throw failure("the value of \(name) is not closed") }
    let value = try checked(start..<next, "the value of \(name)")
    next += 1
    return Attribute(name: name, value: value)
  }

  // MARK: Parts

  private mutating func name() throws(Failure) -> String {
    let start = next
    while next < bytes.count, Self.isNameByte(bytes[next], isFirst: next == start) { next += 1 }
    guard next > start else { throw failure("a name is missing") }
    return String(decoding: bytes[start..<next], as: UTF8.self)
  }

  private static func isNameByte(_ byte: UInt8, isFirst: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
      UInt8(ascii: ":"):
      true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."): !isFirst
    default: false
    }
  }

  @discardableResult private mutating func skipSpace() -> Bool {
    let start = next
    while next < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[next]) { next += 1 }
    return next > start
  }

  private mutating func expect(_ text: StaticString) throws(Failure) {
    guard starts(text) else { throw failure("\(text) is missing") }
    next += text.utf8CodeUnitCount
  }

  private func starts(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[next...].starts(with: $0) }
  }

  private func offset(of text: StaticString, from start: Int) -> Int? {
    guard start <= bytes.count else { return nil }
    return text.withUTF8Buffer { bytes[start...].firstRange(of: Array($0))?.lowerBound }
  }

  /// Text that is UTF-8, has no character that XML forbids, and refers to known entities alone.
  private func checked(
    _ range: Range<Int>, _ what: String, entities: Bool = true
  ) throws(Failure) -> String {
    guard let text = String(validating: bytes[range], as: UTF8.self) else {
      throw failure("\(what) is not UTF-8")
    }
    guard text.unicodeScalars.allSatisfy(Self.isAllowed) else {
      throw failure("\(what) holds a character that XML forbids")
    }
    guard entities else { return text }
    for part in text.utf8.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false).dropFirst() {
      let entity = Substring(part).prefix { $0 != ";" }
      guard entity.utf8.count < part.count, Self.isEntity(entity) else {
        throw failure("\(what) holds an & that begins no entity")
      }
    }
    return text
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  private static func isEntity(_ name: Substring) -> Bool {
    if ["amp", "lt", "gt", "quot", "apos"].contains(name) { return true }
    guard name.first == "#" else { return false }
    let digits = name.dropFirst()
    let value = digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap(Unicode.Scalar.init).map(isAllowed) ?? false
  }

  private func failure(_ reason: String) -> Failure { Failure(reason: reason, offset: next) }
}
