/// The columns of all keys over the nodes, or over the relationships.
struct PropertyTable: Sendable {
  /// By key; nil for a key that no element has.
  let columns: ContiguousArray<PropertyColumn?>
  /// The keys that have a column, in byte order of their names.
  let keys: ContiguousArray<KeyID>

  init(_ columns: ContiguousArray<PropertyColumn?>, catalog: Catalog) {
    self.columns = columns
    keys = ContiguousArray(
      columns.indices.filter { columns[$0] != nil }.map { KeyID(UInt32($0)) }
        .sorted { catalog.name(of: $0) < catalog.name(of: $1) })
  }

  @inline(__always)
  func column(_ key: KeyID) -> PropertyColumn? {
    Int(key.rawValue) < columns.count ? columns[Int(key.rawValue)] : nil
  }

  @inline(__always)
  func value(_ key: KeyID, of element: UInt32) -> Value { column(key)?.value(at: element) ?? .null }

  /// The keys of an element in byte order of their names.
  ///
  /// - Complexity: O(keys)
  func keys(of element: UInt32) -> [KeyID] {
    keys.filter { column($0)?.isNull(at: element) == false }
  }

  /// The properties of an element.
  func properties(of element: UInt32, catalog: Catalog) -> MapValue {
    MapValue(
      keys.lazy.compactMap { key in
        let value = value(key, of: element)
        return value.isNull ? nil : (catalog.name(of: key), value)
      })
  }
}
