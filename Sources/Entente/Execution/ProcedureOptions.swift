public import EntenteSyntax

/// The options of one call, each of a kind that its procedure asks for.
///
///     let limit = call.options.integer("limit") ?? 10
///
/// An option that is left out, or null, is nil.
public struct ProcedureOptions: Sendable {
  private let values: MapValue
  /// Where values are written in the query, as far as the map is.
  private let ranges: [Text: SourceRange]

  /// No options.
  public init() {
    values = MapValue([])
    ranges = [:]
  }

  /// Checks what is given against what a procedure takes.
  ///
  /// - Throws: an error for an unknown option and for one of another kind.
  init(
    _ values: MapValue, of signature: ProcedureSignature, ranges: [Text: SourceRange], at range: SourceRange?
  ) throws(QueryError) {
    for entry in values.entries {
      guard let option = signature.options.first(where: { Text($0.name) == entry.key }) else {
        throw .unknownOption(String(entry.key), of: signature, phase: .runtime, at: ranges[entry.key] ?? range)
      }
      guard entry.value.isNull || option.kind.accepts(entry.value) else {
        throw .wrongOption(option, of: signature.name, entry.value, at: ranges[entry.key] ?? range)
      }
    }
    self.values = values
    self.ranges = ranges
  }

  /// The value of an option.
  public subscript(name: String) -> Value? {
    guard let value = values[Text(name)], !value.isNull else { return nil }
    return value
  }

  /// Where the value of an option is written in the query; nil where it is given by a parameter or the like.
  public func range(of name: String) -> SourceRange? { ranges[Text(name)] }

  public func boolean(_ name: String) -> Bool? {
    if case .boolean(let value)? = self[name] { value } else { nil }
  }

  public func integer(_ name: String) -> Int? {
    if case .integer(let value)? = self[name] { Int(value) } else { nil }
  }

  public func number(_ name: String) -> Double? {
    switch self[name] {
    case .integer(let value)?: Double(value)
    case .float(let value)?: value
    default: nil
    }
  }

  public func string(_ name: String) -> String? {
    if case .string(let value)? = self[name] { String(value) } else { nil }
  }

  /// The case of an enumeration whose raw values are the choices.
  public func choice<Choice: RawRepresentable<String>>(_ name: String) -> Choice? {
    string(name).flatMap { Choice(rawValue: $0) }
  }

  /// The strings of an option of kind `names`: one, or those of a list.
  public func names(_ name: String) -> [String]? {
    switch self[name] {
    case .string(let value)?: [String(value)]
    case .list(let items)?: items.compactMap { if case .string(let value) = $0 { String(value) } else { nil } }
    default: nil
    }
  }

  public func map(_ name: String) -> MapValue? {
    if case .map(let value)? = self[name] { value } else { nil }
  }

  public func node(_ name: String) -> NodeID? {
    if case .node(let node)? = self[name] { node } else { nil }
  }

  public func nodes(_ name: String) -> [NodeID]? {
    guard case .list(let items)? = self[name] else { return nil }
    return items.compactMap { if case .node(let node) = $0 { node } else { nil } }
  }

  public func relationships(_ name: String) -> [RelationshipID]? {
    guard case .list(let items)? = self[name] else { return nil }
    return items.compactMap { if case .relationship(let relationship) = $0 { relationship } else { nil } }
  }
}

extension ProcedureSignature.Option.Kind {
  /// A choice among the raw values of an enumeration.
  public static func choice<Choice: CaseIterable & RawRepresentable<String>>(of type: Choice.Type) -> Self {
    .choice(type.allCases.map(\.rawValue))
  }
}
