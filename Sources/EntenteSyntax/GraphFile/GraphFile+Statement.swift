extension GraphFile {
  /// One statement with its place, from its first to its last element.
  public enum Statement: Hashable, Sendable {
    /// A node: an id, labels, properties.
    case node(Node)
    /// An edge between two nodes, which exist by being named here.
    case edge(Edge)
    /// Text that is no statement; a diagnostic says why.
    case malformed(SourceRange)

    public var range: SourceRange {
      switch self {
      case .node(let node): node.range
      case .edge(let edge): edge.range
      case .malformed(let range): range
      }
    }
  }

  /// `alibaba :Actor :Company name:Alibaba`
  public struct Node: Hashable, Sendable {
    public let range: SourceRange
    public let id: Name
    public let labels: [Label]
    public let properties: [Property]
  }

  /// `ali-nv: alibaba -- nvidia :PARTNERS_WITH since:2025-09-24`
  public struct Edge: Hashable, Sendable {
    public enum Direction: Hashable, Sendable {
      /// `->`
      case directed
      /// `--`
      case undirected
    }

    public let range: SourceRange
    public let id: Name?
    public let source: Name
    public let direction: Direction
    public let directionRange: SourceRange
    public let target: Name
    public let labels: [Label]
    public let properties: [Property]
  }

  /// `:Company`, with its colon.
  public struct Label: Hashable, Sendable {
    public let range: SourceRange
    public let name: Name
  }

  /// `alias:"Alibaba Group",BABA`: a key and at least one value.
  public struct Property: Hashable, Sendable {
    public let range: SourceRange
    public let key: Name
    public let values: [PropertyValue]
  }

  /// A value with its type; its lexeme is the text of its range.
  public struct PropertyValue: Hashable, Sendable {
    public enum Literal: Hashable, Sendable {
      /// A number without fraction and exponent that fits 64 bits.
      case integer(Int64)
      /// Any other number; always finite.
      case float(Double)
      case boolean(Bool)
      case string(Name)
    }

    public let range: SourceRange
    public let literal: Literal
  }

  /// An id, label, key or text value as written: bare or in quotes.
  public struct Name: Hashable, Sendable {
    public enum Form: UInt8, Sendable { case bare, singleQuoted, doubleQuoted }

    /// The place, with quotes.
    public let range: SourceRange
    public let form: Form
    /// Whether there is a `\` sequence to decode.
    public let hasEscapes: Bool

    /// The meaning as UTF-8 bytes: without quotes, escapes decoded.
    ///
    /// - Complexity: O(*n*)
    public func utf8(in source: SourceText) -> ContiguousArray<UInt8> {
      let inset = form == .bare ? 0 : 1
      let lower = range.lower + inset
      let inner = source.utf8[lower..<max(lower, range.upper - inset)]
      return hasEscapes ? Self.decoded(inner) : ContiguousArray(inner)
    }

    /// Whether the name is written bare and as these bytes.
    public func isBare(_ bytes: ContiguousArray<UInt8>, in source: SourceText) -> Bool {
      guard form == .bare, !hasEscapes, range.upper - range.lower == bytes.count else { return false }
      return source.utf8[range.lower..<range.upper].elementsEqual(bytes)
    }

    /// The meaning as a string.
    public func string(in source: SourceText) -> String {
      String(decoding: utf8(in: source), as: UTF8.self)
    }
  }

  /// A piece of the file; all pieces together are the file.
  public struct Token: Hashable, Sendable {
    public enum Kind: UInt8, Sendable {
      case byteOrderMark, spaces, lineBreak, comment
      /// An id, label or key.
      case name
      case value, colon, comma, direction
      /// A statement, or a whole file, that could not be read.
      case malformed
    }

    public let kind: Kind
    public let range: SourceRange
  }
}
