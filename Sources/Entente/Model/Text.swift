/// A string of a property graph: UTF-8 bytes, compared and hashed byte by byte.
///
/// For example, `Text("é")` and `Text("e\u{301}")` are different, as they are for a query; Swift's `String` would
/// call them equal. Byte order of UTF-8 is code point order, which is how openCypher orders strings.
///
/// Eight bytes wide, so that a ``Value`` fits into sixteen.
public struct Text: Hashable, Comparable, Sendable, ExpressibleByStringLiteral {
  public let utf8: ContiguousArray<UInt8>

  /// Makes a text of well-formed UTF-8.
  public init(utf8: ContiguousArray<UInt8>) {
    self.utf8 = utf8
  }

  public init(_ string: some StringProtocol) {
    utf8 = ContiguousArray(string.utf8)
  }

  public init(stringLiteral value: String) {
    self.init(value)
  }

  /// - Complexity: O(*n*)
  public static func < (left: Text, right: Text) -> Bool {
    left.utf8.withUnsafeBufferPointer { left in
      right.utf8.withUnsafeBufferPointer { right in
        left.lexicographicallyPrecedes(right)
      }
    }
  }
}

extension Text: CustomStringConvertible {
  public var description: String { String(decoding: utf8, as: UTF8.self) }
}

extension String {
  public init(_ text: Text) {
    self.init(decoding: text.utf8, as: UTF8.self)
  }
}
