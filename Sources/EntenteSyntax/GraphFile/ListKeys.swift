/// Which property keys are lists whatever their count: one value of such a key is a list of one.
///
///     ListKeys.conventional.contains("note@ko")        // true: as note
///     ListKeys.conventional.contains("budget@USD")     // true
///     ListKeys.conventional.contains("budget")         // false
///
/// Other keys are lists where a file gives several values. A schema decides this for a project; until one is read,
/// the keys of ``conventional`` hold.
public struct ListKeys: Sendable {
  /// Keys that are lists with any suffix, such as a language (`note@ko`), or none.
  public var keys: Set<String>
  /// Keys that are lists only with a suffix: money by currency (`budget@KRW`).
  public var suffixedKeys: Set<String>

  public init(keys: Set<String>, suffixedKeys: Set<String> = []) {
    self.keys = keys
    self.suffixedKeys = suffixedKeys
  }

  /// By convention: `alias`, `topic`, `note`, `claim`, `source`, `where`, and `budget@CUR`.
  public static let conventional = ListKeys(
    keys: ["alias", "topic", "note", "claim", "source", "where"], suffixedKeys: ["budget"])

  /// No key is a list unless it has several values.
  public static let none = ListKeys(keys: [])

  /// Whether a key, with its suffix, is a list whatever its count.
  public func contains(_ key: String) -> Bool { contains(utf8: key.utf8) }

  /// Whether a key given by its UTF-8 bytes is a list whatever its count.
  public func contains(utf8 key: some Collection<UInt8>) -> Bool {
    guard let at = key.firstIndex(of: UInt8(ascii: "@")) else {
      return keys.contains(String(decoding: key, as: UTF8.self))
    }
    let base = String(decoding: key[..<at], as: UTF8.self)
    return keys.contains(base) || suffixedKeys.contains(base) && key.index(after: at) != key.endIndex
  }
}
