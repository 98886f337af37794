extension Value {
  /// The value as a Cypher literal.
  ///
  ///     'it\'s'    [1, 2.0, null]    {name: 'Nvidia', `full name`: 'NVIDIA Corporation'}
  ///
  /// A value that holds elements needs their graph; see `Graph.literal(_:)`. Here they are written as ids:
  /// `(n:3)`, `[e:5]`, `<(n:3)-[e:5]-(n:4)>`.
  public var literal: String {
    var writer = LiteralWriter(elements: nil)
    writer.write(self)
    return String(decoding: writer.utf8, as: UTF8.self)
  }
}

extension Value: CustomStringConvertible {
  public var description: String { literal }
}

/// Writes Cypher literals into a buffer of UTF-8.
struct LiteralWriter {
  private(set) var utf8: ContiguousArray<UInt8> = []
  /// Writes a node, relationship or path; without it ids are written.
  private let elements: ((inout LiteralWriter, Value) -> Void)?

  init(elements: ((inout LiteralWriter, Value) -> Void)?) {
    self.elements = elements
  }

  mutating func write(_ value: Value) {
    switch value {
    case .null: write("null")
    case .boolean(let value): write(value ? "true" : "false")
    case .integer(let value): write(String(value))
    case .float(let value): write(value.cypherText)
    case .string(let text): write(quoted: text)
    case .temporal(let value): write(value.literal)
    case .list(let values):
      write("[")
      for (position, value) in values.enumerated() {
        if position > 0 { write(", ") }
        write(value)
      }
      write("]")
    case .map(let map): write(entries: map.entries.lazy.map { ($0.key, $0.value) })
    case .node(let node):
      if let elements { elements(&self, value) } else { write("(n:\(node.rawValue))") }
    case .relationship(let relationship):
      if let elements { elements(&self, value) } else { write("[e:\(relationship.rawValue)]") }
    case .path(let path):
      if let elements { elements(&self, value) } else { write(ids: path) }
    }
  }

  mutating func write(_ string: String) { utf8.append(contentsOf: string.utf8) }

  /// Writes `{key: value, …}`.
  mutating func write(entries: some Sequence<(Text, Value)>) {
    write("{")
    var first = true
    for (key, value) in entries {
      if !first { write(", ") }
      first = false
      write(name: key, also: "@")
      write(": ")
      write(value)
    }
    write("}")
  }

  /// Writes a name, in backquotes unless it is a plain identifier.
  mutating func write(name: Text, also extra: Unicode.Scalar? = nil) {
    let scalars = String(name).unicodeScalars
    let isPlain =
      scalars.first.map { $0 == "_" || $0.properties.isXIDStart } ?? false
      && scalars.allSatisfy { $0 == "_" || $0 == extra || $0.properties.isXIDContinue }
    if isPlain {
      utf8.append(contentsOf: name.utf8)
      return
    }
    write("`")
    for byte in name.utf8 {
      utf8.append(byte)
      if byte == UInt8(ascii: "`") { utf8.append(byte) }
    }
    write("`")
  }

  private mutating func write(quoted text: Text) {
    write("'")
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "'"): write("\\'")
      case UInt8(ascii: "\\"): write("\\\\")
      case UInt8(ascii: "\n"): write("\\n")
      case UInt8(ascii: "\r"): write("\\r")
      case UInt8(ascii: "\t"): write("\\t")
      case 0..<0x20, 0x7F:
        write("\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true))
      default: utf8.append(byte)
      }
    }
    write("'")
  }

  private mutating func write(ids path: PathValue) {
    write("<")
    for (position, id) in path.elements.enumerated() {
      write(position % 2 == 0 ? "(n:\(id))" : "-[e:\(id)]-")
    }
    write(">")
  }
}
