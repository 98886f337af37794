/// What is known before execution about the values of an expression.
public indirect enum ValueKind: Hashable, Sendable {
  /// Nothing is known.
  case any
  case null
  case boolean
  case integer
  case float
  /// An integer or a float.
  case number
  case string
  case map
  case node
  case relationship
  case path
  case list(of: ValueKind)
}
