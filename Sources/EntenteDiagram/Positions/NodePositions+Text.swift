import Entente
import EntenteDrawing
public import EntenteSyntax

extension NodePositions {
  /// The version of the format that is written, and the only one that is read.
  static let version: Int64 = 1
  /// The largest file that is read, in bytes, and the most nodes in it.
  public static let limit = (bytes: 16 << 20, nodes: 100_000)

  /// The positions as a file keeps them.
  public var text: String {
    var lines = ["{", "  \"entente\": \"positions\",", "  \"version\": \(Self.version),"]
    let nodes = sorted.map { id, position in
      "    \(JSONEscaping.quoted(id)): [\(Self.number(position.x)), \(Self.number(position.y))]"
    }
    lines += nodes.isEmpty ? ["  \"nodes\": {}"] : ["  \"nodes\": {", nodes.joined(separator: ",\n"), "  }"]
    return (lines + ["}", ""]).joined(separator: "\n")
  }

  private static func number(_ number: Double) -> String {
    let text = "\(number == 0 ? 0 : number)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// Reads what ``text`` has written, or people have changed in it.
  ///
  /// - Throws: what is wrong with the text and where; nothing of it is taken then.
  /// - Complexity: O(bytes)
  public init(parsing source: SourceText) throws(PositionsError) {
    guard source.utf8.count <= Self.limit.bytes else { throw PositionsError(.tooLarge(source.utf8.count)) }
    do throws(JSONReader.Failure) {
      var json = JSONReader(source)
      try self.init(&json)
    } catch {
      // A merge that is not finished has left its marks.
      let text = String(decoding: source.utf8, as: UTF8.self)
      throw PositionsError(error.diagnostic, holdsMerge: text.contains("<<<<<<<"))
    }
  }

  private init(_ json: inout JSONReader) throws(JSONReader.Failure) {
    var (isOurs, isVersioned, hasNodes) = (false, false, false)
    try json.beginObject()
    while let key = try json.nextKey() {
      switch key.text {
      case "entente":
        guard try json.kind() == .string, try json.string() == "positions" else {
          if try json.kind() != .string { try json.skipValue() }
          throw Self.failure(.foreign, json.lastRange)
        }
        isOurs = true
      case "version":
        guard try json.kind() == .number, try json.number().value == .integer(Self.version) else {
          throw Self.failure(.otherVersion, json.lastRange)
        }
        isVersioned = true
      case "nodes" where hasNodes: throw Self.failure(.repeated(key.text), key.range)
      case "nodes":
        guard isOurs else { throw Self.failure(.foreign, key.range) }
        hasNodes = true
        try readNodes(&json)
      default: throw Self.failure(isOurs ? .unknownField(key.text) : .foreign, key.range)
      }
    }
    let end = SourceRange(json.position - 1..<json.position)
    guard isOurs else { throw Self.failure(.foreign, end) }
    guard isVersioned else { throw Self.failure(.missing("version"), end) }
    guard hasNodes else { throw Self.failure(.missing("nodes"), end) }
    try json.finish()
  }

  private mutating func readNodes(_ json: inout JSONReader) throws(JSONReader.Failure) {
    try json.beginObject()
    while let key = try json.nextKey() {
      guard self[String(key.text)] == nil else { throw Self.failure(.repeated(key.text), key.range) }
      guard count < Self.limit.nodes else { throw Self.failure(.tooMany, key.range) }
      var numbers: [Double] = []
      try json.beginArray()
      let start = json.lastRange.lower
      while try json.nextElement() {
        let number = try json.number()
        let value: Double =
          switch number.value {
          case .integer(let integer): Double(integer)
          case .float(let float): float
          case nil: .infinity
          }
        guard abs(value) <= Drawing.farthest else { throw Self.failure(.tooFar, number.range) }
        numbers.append(value)
      }
      guard numbers.count == 2 else {
        throw Self.failure(.notTwoNumbers(numbers.count), SourceRange(start..<json.position))
      }
      self[String(key.text)] = Position(x: numbers[0], y: numbers[1])
    }
  }

  private static func failure(_ fault: PositionsError.Fault, _ range: SourceRange) -> JSONReader.Failure {
    JSONReader.Failure(diagnostic: PositionsError.diagnostic(fault, at: range))
  }
}
