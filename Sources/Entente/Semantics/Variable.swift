/// A variable after name resolution: one per declaration, unique in a whole query.
///
/// `MATCH (n) WITH n.name AS n RETURN n` has two variables named `n`. A variable that is passed on unchanged
/// (`WITH n`) stays the same one. Elements without a name get a variable without one.
public struct Variable: Hashable, Sendable {
  /// Dense from 0 in a query.
  public let id: Int
  /// As written; nil for an element without a name.
  public let name: String?
  /// What the variable can hold.
  public let kind: ValueKind

  public init(id: Int, name: String?, kind: ValueKind) {
    self.id = id
    self.name = name
    self.kind = kind
  }

  public static func == (left: Variable, right: Variable) -> Bool { left.id == right.id }

  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
