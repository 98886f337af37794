/// A set of property keys, given one by one or as families: `amount@*` is every `amount@CUR`.
///
///     let keys: KeySet = ["note", "note@*", "budget@*"]
///     keys.contains("note@ko")       // true
///     keys.contains("budget")        // false: a family does not hold its base
public struct KeySet: Sendable, Hashable, ExpressibleByArrayLiteral {
  public private(set) var keys: Set<String> = []
  /// What stands before the `@` of each family.
  public private(set) var families: Set<String> = []

  public init(_ patterns: some Sequence<String>) {
    for pattern in patterns { insert(pattern) }
  }

  public init(arrayLiteral patterns: String...) { self.init(patterns) }

  public mutating func insert(_ pattern: String) {
    if pattern.hasSuffix("@*") {
      families.insert(String(pattern.dropLast(2)))
    } else {
      keys.insert(pattern)
    }
  }

  public mutating func formUnion(_ other: KeySet) {
    keys.formUnion(other.keys)
    families.formUnion(other.families)
  }

  /// Whether a key is one of the set or of one of its families.
  public func contains(_ key: String) -> Bool { contains(utf8: key.utf8) }

  /// Whether a key given by its UTF-8 bytes is one of the set or of one of its families.
  ///
  /// - Complexity: O(*n*) in the length of the key.
  public func contains(utf8 key: some Collection<UInt8>) -> Bool {
    if keys.contains(String(decoding: key, as: UTF8.self)) { return true }
    guard !families.isEmpty, let at = key.firstIndex(of: UInt8(ascii: "@")), key.index(after: at) != key.endIndex else {
      return false
    }
    return families.contains(String(decoding: key[..<at], as: UTF8.self))
  }

  /// All keys and families, sorted: `note`, `note@*`.
  public var patterns: [String] { (keys + families.map { $0 + "@*" }).sorted() }
}
