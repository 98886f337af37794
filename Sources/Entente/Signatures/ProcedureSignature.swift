/// What a procedure takes and yields, as semantic analysis needs to know it.
public struct ProcedureSignature: Sendable {
  public struct Field: Sendable {
    public var name: String
    public var kind: ValueKind

    public init(name: String, kind: ValueKind) {
      self.name = name
      self.kind = kind
    }
  }

  /// With its namespace, such as `db.labels`.
  public var name: String
  public var inputs: [Field]
  /// What may be given by name in one map behind the inputs, as in `CALL signed.camps({count: 'pair'})`.
  public var options: [Option]
  public var outputs: [Field]

  public init(name: String, inputs: [Field], options: [Option] = [], outputs: [Field]) {
    self.name = name
    self.inputs = inputs
    self.options = options
    self.outputs = outputs
  }

  /// The name of the last argument, the map of options.
  public static let optionsName = "options"
}

extension ProcedureSignature {
  /// Something that a call may say by name; what is left out or null has its default.
  public struct Option: Sendable {
    public var name: String
    public var kind: Kind
    /// What it means and its default, in a few words for listings.
    public var summary: String

    public init(_ name: String, _ kind: Kind, _ summary: String) {
      self.name = name
      self.kind = kind
      self.summary = summary
    }

    public enum Kind: Sendable {
      case boolean
      case integer(ClosedRange<Int64>)
      /// A finite number in a range; an integer will do.
      case number(ClosedRange<Double>)
      case string
      /// One of some strings.
      case choice([String])
      /// A string, or a list of strings.
      case names
      case map
      case node
      case nodes
      case relationships
    }
  }
}

extension ProcedureSignature.Option.Kind {
  /// Whether a value can be given.
  public func accepts(_ value: Value) -> Bool {
    switch (self, value) {
    case (.boolean, .boolean), (.string, .string), (.names, .string), (.map, .map), (.node, .node): true
    case (.integer(let range), .integer(let value)): range.contains(value)
    case (.number(let range), .integer(let value)): range.contains(Double(value))
    case (.number(let range), .float(let value)): value.isFinite && range.contains(value)
    case (.choice(let names), .string(let name)): names.contains { Text($0) == name }
    case (.names, .list(let items)): items.allSatisfy { if case .string = $0 { true } else { false } }
    case (.nodes, .list(let items)): items.allSatisfy { if case .node = $0 { true } else { false } }
    case (.relationships, .list(let items)): items.allSatisfy { if case .relationship = $0 { true } else { false } }
    case (.boolean, _), (.integer, _), (.number, _), (.string, _), (.choice, _), (.names, _), (.map, _), (.node, _),
      (.nodes, _), (.relationships, _):
      false
    }
  }

  /// What can be given, in words with an article.
  public var words: String {
    switch self {
    case .boolean: "true or false"
    case .integer(let range): "an integer" + Self.bounds(range, end: .max)
    case .number(let range): "a number" + Self.bounds(range, end: .greatestFiniteMagnitude)
    case .string: "a string"
    case .choice(let names): names.map { "'\($0)'" }.joined(separator: " or ")
    case .names: "a string or a list of strings"
    case .map: "a map"
    case .node: "a node"
    case .nodes: "a list of nodes"
    case .relationships: "a list of relationships"
    }
  }

  private static func bounds<Bound: SignedNumeric>(_ range: ClosedRange<Bound>, end: Bound) -> String {
    switch (range.lowerBound <= 0 - end, range.upperBound >= end) {
    case (true, true): ""
    case (false, true): " from \(range.lowerBound) up"
    case (true, false): " up to \(range.upperBound)"
    case (false, false): " from \(range.lowerBound) to \(range.upperBound)"
    }
  }
}
