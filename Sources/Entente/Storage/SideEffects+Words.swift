extension GraphTransaction.SideEffects {
  /// What changed in words: `2 nodes created, 1 property set`; `nothing changed` where nothing did.
  public var words: String {
    let parts = [
      (nodesCreated, "node", "nodes", "created"), (nodesDeleted, "node", "nodes", "deleted"),
      (relationshipsCreated, "relationship", "relationships", "created"),
      (relationshipsDeleted, "relationship", "relationships", "deleted"),
      (propertiesSet, "property", "properties", "set"), (propertiesRemoved, "property", "properties", "removed"),
      (labelsAdded, "label", "labels", "added"), (labelsRemoved, "label", "labels", "removed"),
    ].filter { $0.0 > 0 }.map { count, one, many, change in "\(count) \(count == 1 ? one : many) \(change)" }
    return parts.isEmpty ? "nothing changed" : parts.joined(separator: ", ")
  }
}
