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
  public var outputs: [Field]

  public init(name: String, inputs: [Field], outputs: [Field]) {
    self.name = name
    self.inputs = inputs
    self.outputs = outputs
  }
}
