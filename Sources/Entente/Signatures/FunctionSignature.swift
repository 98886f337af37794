/// What a function takes and gives.
public struct FunctionSignature: Sendable {
  /// What one argument may be; empty for anything. Null is always taken.
  public struct Parameter: Sendable {
    /// Kinds that are taken at compile time; an argument known to be of another kind is refused.
    public let kinds: [ValueKind]

    /// Whether a value of this kind may be passed, as far as is known.
    public func accepts(_ kind: ValueKind) -> Bool {
      kinds.isEmpty || kinds.contains { $0.overlaps(kind) }
    }
  }

  public let parameters: [Parameter]
  /// How many of the parameters must be given.
  public let required: Int
  /// Whether the last parameter may come any number of times.
  public let isVariadic: Bool
  public let result: ValueKind

  /// Whether a call may have this many arguments.
  public func accepts(count: Int) -> Bool {
    count >= required && (isVariadic || count <= parameters.count)
  }

  /// The parameter at a place, counting a variadic one again and again.
  public func parameter(at index: Int) -> Parameter {
    parameters[Swift.min(index, parameters.count - 1)]
  }

  init(
    _ parameters: [[ValueKind]], optional: Int = 0, isVariadic: Bool = false, _ result: ValueKind
  ) {
    self.parameters = parameters.map(Parameter.init)
    required = parameters.count - optional
    self.isVariadic = isVariadic
    self.result = result
  }
}

extension ValueKind {
  /// Whether a value can be of both kinds.
  public func overlaps(_ other: ValueKind) -> Bool {
    switch (self, other) {
    case (.any, _), (_, .any), (.null, _), (_, .null): true
    case (.number, .integer), (.number, .float), (.integer, .number), (.float, .number): true
    case (.list(let left), .list(let right)): left.overlaps(right)
    default: self == other
    }
  }
}

extension Function {
  /// What the function takes and gives.
  public var signature: FunctionSignature {
    let number: [ValueKind] = [.number]
    let list: ValueKind = .list(of: .any)
    if let temporal { return temporal.signature }
    switch self {
    case .abs: return FunctionSignature([number], .number)
    case .ceil, .floor, .round, .sqrt, .exp, .log, .log10, .sin, .cos, .tan, .cot, .asin, .acos, .atan, .degrees,
      .radians, .haversin:
      return FunctionSignature(
        self == .round ? [number, [.integer], [.string]] : [number], optional: self == .round ? 2 : 0, .float)
    case .sign: return FunctionSignature([number], .integer)
    case .atan2: return FunctionSignature([number, number], .float)
    case .e, .pi, .rand: return FunctionSignature([], .float)
    case .isNaN: return FunctionSignature([number], .boolean)
    // Bad values are an error of run time there, so any kind is taken here.
    case .toInteger, .toIntegerOrNull: return FunctionSignature([[]], .integer)
    case .toFloat, .toFloatOrNull: return FunctionSignature([[]], .float)
    case .toBoolean, .toBooleanOrNull: return FunctionSignature([[]], .boolean)
    case .toString, .toStringOrNull: return FunctionSignature([[]], .string)
    case .toIntegerList: return FunctionSignature([[list]], .list(of: .integer))
    case .toFloatList: return FunctionSignature([[list]], .list(of: .float))
    case .toBooleanList: return FunctionSignature([[list]], .list(of: .boolean))
    case .toStringList: return FunctionSignature([[list]], .list(of: .string))
    case .toUpper, .toLower, .upper, .lower, .trim, .ltrim, .rtrim: return FunctionSignature([[.string]], .string)
    case .replace: return FunctionSignature([[.string], [.string], [.string]], .string)
    case .substring: return FunctionSignature([[.string], [.integer], [.integer]], optional: 1, .string)
    case .left, .right: return FunctionSignature([[.string], [.integer]], .string)
    case .split: return FunctionSignature([[.string], [.string, .list(of: .string)]], .list(of: .string))
    case .characterLength, .charLength: return FunctionSignature([[.string]], .integer)
    case .head, .last: return FunctionSignature([[list]], .any)
    case .tail: return FunctionSignature([[list]], list)
    // Arguments of other kinds are an error of run time there.
    case .range: return FunctionSignature([[], [], []], optional: 1, .list(of: .integer))
    case .size: return FunctionSignature([[.string, list]], .integer)
    case .reverse: return FunctionSignature([[.string, list]], .any)
    case .isEmpty: return FunctionSignature([[.string, list, .map]], .boolean)
    case .keys: return FunctionSignature([[.node, .relationship, .map]], .list(of: .string))
    case .labels: return FunctionSignature([[.node]], .list(of: .string))
    case .type: return FunctionSignature([[.relationship]], .string)
    case .id: return FunctionSignature([[.node, .relationship]], .integer)
    case .elementID: return FunctionSignature([[.node, .relationship]], .string)
    case .properties: return FunctionSignature([[.node, .relationship, .map]], .map)
    case .nodes: return FunctionSignature([[.path]], .list(of: .node))
    case .relationships: return FunctionSignature([[.path]], .list(of: .relationship))
    case .length: return FunctionSignature([[.path]], .integer)
    case .startNode, .endNode: return FunctionSignature([[.relationship]], .node)
    case .holds: return FunctionSignature([[.node, .relationship], []], .boolean)
    // Dates of any form, nodes and relationships.
    case .overlaps, .during: return FunctionSignature([[], []], .boolean)
    case .coalesce: return FunctionSignature([[]], isVariadic: true, .any)
    case .nullIf: return FunctionSignature([[], []], .any)
    case .randomUUID: return FunctionSignature([], .string)
    case .timestamp: return FunctionSignature([], .integer)
    // Temporal functions, see above.
    default: return FunctionSignature([], .any)
    }
  }
}
