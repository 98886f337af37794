/// What a schema decides for those who load, question, analyse and draw a graph.
///
///     let facts = SchemaFacts.conventional
///     facts.sign(ofType: "RIVALS")             // -1
///     facts.listKeys.contains("note@ko")       // true
///     facts.hiddenLabels                       // Evidence, Outlet, Source
///
/// A graph without a schema goes by ``conventional``.
public struct SchemaFacts: Sendable, Hashable {
  /// Keys that are lists whatever their count: one value of such a key is a list of one.
  public var listKeys: KeySet
  /// Keys that hold dates, so that a bare year is a date and no number.
  public var dateKeys: KeySet
  /// Partnership is 1, rivalry -1; a type without a sign is in neither.
  public var signs: [String: Int]
  /// Relationship types without a direction, which are written `--`.
  public var symmetricTypes: Set<String>
  /// Labels of nodes that are left out of pictures unless they are asked for.
  public var hiddenLabels: Set<String>
  /// Every label, relationship type and key that may be used; empty without a schema.
  public var labels: Set<String> = []
  public var types: Set<String> = []
  public var keys: KeySet = []

  public init(
    listKeys: KeySet = [], dateKeys: KeySet = [], signs: [String: Int] = [:], symmetricTypes: Set<String> = [],
    hiddenLabels: Set<String> = []
  ) {
    self.listKeys = listKeys
    self.dateKeys = dateKeys
    self.signs = signs
    self.symmetricTypes = symmetricTypes
    self.hiddenLabels = hiddenLabels
  }

  /// 1, -1, or 0 for a type without a sign.
  public func sign(ofType type: String) -> Int { signs[type] ?? 0 }

  /// What either says, for the union of two graphs; of two signs of a type the first holds.
  public func union(_ other: SchemaFacts) -> SchemaFacts {
    var union = self
    union.listKeys.formUnion(other.listKeys)
    union.dateKeys.formUnion(other.dateKeys)
    union.signs.merge(other.signs) { first, _ in first }
    union.symmetricTypes.formUnion(other.symmetricTypes)
    union.hiddenLabels.formUnion(other.hiddenLabels)
    union.labels.formUnion(other.labels)
    union.types.formUnion(other.types)
    union.keys.formUnion(other.keys)
    return union
  }

  /// What either says, these facts being the newer: of a type or label that they know they say all.
  public func superseding(_ older: SchemaFacts) -> SchemaFacts {
    var facts = union(older)
    for type in types {
      facts.signs[type] = signs[type]
      if !symmetricTypes.contains(type) { facts.symmetricTypes.remove(type) }
    }
    for label in labels where !hiddenLabels.contains(label) { facts.hiddenLabels.remove(label) }
    return facts
  }

  /// What holds by convention where there is no schema.
  public static let conventional = SchemaFacts(
    listKeys: [
      "alias", "alias@*", "topic", "topic@*", "note", "note@*", "claim", "claim@*", "source", "source@*", "where",
      "where@*", "budget@*",
    ],
    signs: ["PARTNERS_WITH": 1, "RIVALS": -1], symmetricTypes: ["PARTNERS_WITH", "RIVALS"],
    hiddenLabels: ["Source", "Evidence", "Outlet", "Step"])
}
