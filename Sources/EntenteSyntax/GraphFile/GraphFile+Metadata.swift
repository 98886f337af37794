extension GraphFile {
  /// The value of a property of the node `@graph`, read without the rest of the file where it stands at the top.
  ///
  ///     GraphFile.metadata("schema", in: source)     // "race.pgs"
  ///
  /// - Complexity: O(*n*), up to the statement of `@graph`.
  public static func metadata(_ key: String, in source: SourceText) -> String? {
    let id = Array("@graph".utf8)
    guard
      source.utf8.withUnsafeBytes({ bytes in
        bytes.indices.contains { bytes[$0] == 0x40 && bytes[$0...].starts(with: id) }
      })
    else { return nil }
    var parser = Parser(source, keepsTokens: false)
    while let statement = parser.next() {
      guard case .node(let node) = statement, node.id.utf8(in: source).elementsEqual(id) else { continue }
      for property in node.properties where property.key.string(in: source) == key {
        if case .string(let name)? = property.values.first?.literal { return name.string(in: source) }
      }
    }
    return nil
  }
}
