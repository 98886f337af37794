/// The names in use: labels, relationship types and property keys, each interned by its UTF-8 bytes.
public struct Catalog: Sendable {
  private(set) var labelNames = SymbolTable()
  private(set) var typeNames = SymbolTable()
  private(set) var keyNames = SymbolTable()

  init() {}

  public func label(_ name: Text) -> LabelID? { labelNames.code(of: name).map(LabelID.init) }
  public func type(_ name: Text) -> TypeID? { typeNames.code(of: name).map(TypeID.init) }
  public func key(_ name: Text) -> KeyID? { keyNames.code(of: name).map(KeyID.init) }

  /// The name of a label, empty for an id of another graph; so for types and keys.
  public func name(of label: LabelID) -> Text { Self.name(label.rawValue, in: labelNames) }
  public func name(of type: TypeID) -> Text { Self.name(type.rawValue, in: typeNames) }
  public func name(of key: KeyID) -> Text { Self.name(key.rawValue, in: keyNames) }

  /// All labels in order of appearance; so types and keys.
  public var labels: [LabelID] { (0..<UInt32(labelNames.count)).map(LabelID.init) }
  public var types: [TypeID] { (0..<UInt32(typeNames.count)).map(TypeID.init) }
  public var keys: [KeyID] { (0..<UInt32(keyNames.count)).map(KeyID.init) }

  private static func name(_ code: UInt32, in table: SymbolTable) -> Text {
    Int(code) < table.count ? table[code] : ""
  }

  mutating func intern(label name: Text) -> LabelID { LabelID(labelNames.intern(name)) }
  mutating func intern(type name: Text) -> TypeID { TypeID(typeNames.intern(name)) }
  mutating func intern(key name: Text) -> KeyID { KeyID(keyNames.intern(name)) }

  func checkInvariants() -> [String] {
    labelNames.checkInvariants(name: "Labels") + typeNames.checkInvariants(name: "Relationship types")
      + keyNames.checkInvariants(name: "Property keys")
  }
}
