public import EntenteSyntax

extension Value {
  /// The value of a literal expression: null, booleans, numbers, strings, lists and maps of these; nil for any other.
  ///
  /// For parameters given as text: `['a', 'b']`, `-3`, `{k: 1}`.
  public init?(literal expression: Expression) {
    switch expression.kind {
    case .null: self = .null
    case .boolean(let value): self = .boolean(value)
    case .integer(let value): self = .integer(value)
    case .float(let value): self = .float(value)
    case .string(let value): self = .string(value)
    case .list(let items):
      var values: ContiguousArray<Value> = []
      for item in items {
        guard let value = Value(literal: item) else { return nil }
        values.append(value)
      }
      self = .list(values)
    case .map(let entries):
      var values: [(Text, Value)] = []
      for entry in entries {
        guard let value = Value(literal: entry.value) else { return nil }
        values.append((Text(entry.key.text), value))
      }
      self = .map(MapValue(values))
    case .negate(let operand):
      switch Value(literal: operand) {
      case .integer(let value)? where value != .min: self = .integer(-value)
      case .float(let value)?: self = .float(-value)
      default: return nil
      }
    default: return nil
    }
  }
}
