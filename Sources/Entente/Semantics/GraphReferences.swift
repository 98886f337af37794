public import EntenteSyntax

/// What a query says about the graph that only the graph and its schema can tell to be right or sensible.
///
/// The binder notes it on its way; ``QueryWarnings`` compares it with a graph.
public struct GraphReferences: Sendable {
  /// What a name is the name of.
  public enum Role: Sendable {
    case label, type, key
    /// In `x:Name`, where nothing is known of `x`.
    case labelOrType
  }

  /// A name and where it stands.
  public struct Name: Sendable {
    public let role: Role
    public let text: Text
    public let range: SourceRange
  }

  /// The names that patterns, conditions and other expressions look for, in the order of binding.
  public private(set) var names: [Name] = []
  /// The names that CREATE, MERGE and SET bring into the graph.
  public private(set) var writtenLabels: Set<Text> = []
  public private(set) var writtenTypes: Set<Text> = []
  public private(set) var writtenKeys: Set<Text> = []
  /// Whether keys are written that are known at run time only, as by `SET n = $map`.
  public private(set) var writesComputedKeys = false
  /// The patterns of MATCH, of predicates and of comprehensions.
  public internal(set) var patterns: [BoundPattern] = []

  mutating func reads(_ role: Role, _ name: EntenteSyntax.Name) {
    names.append(Name(role: role, text: Text(name.text), range: name.range))
  }

  mutating func reads(_ role: Role, _ names: [EntenteSyntax.Name]) {
    for name in names { reads(role, name) }
  }

  mutating func writes(labels: [EntenteSyntax.Name]) { writtenLabels.formUnion(labels.map { Text($0.text) }) }
  mutating func writes(type: EntenteSyntax.Name) { writtenTypes.insert(Text(type.text)) }
  mutating func writes(key: EntenteSyntax.Name) { writtenKeys.insert(Text(key.text)) }

  /// Notes the keys of what becomes properties.
  mutating func writes(properties: Expression) {
    guard case .map(let entries) = properties.kind else {
      writesComputedKeys = true
      return
    }
    for entry in entries { writes(key: entry.key) }
  }
}
