/// A node of one graph snapshot: a dense index from 0.
public struct NodeID: Hashable, Comparable, Sendable {
  public let rawValue: UInt32

  public init(_ rawValue: UInt32) { self.rawValue = rawValue }

  public static func < (left: NodeID, right: NodeID) -> Bool { left.rawValue < right.rawValue }
}

/// A relationship of one graph snapshot: a dense index from 0, grouped by type, then source, then target.
public struct RelationshipID: Hashable, Comparable, Sendable {
  public let rawValue: UInt32

  public init(_ rawValue: UInt32) { self.rawValue = rawValue }

  public static func < (left: RelationshipID, right: RelationshipID) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// An interned node label.
public struct LabelID: Hashable, Comparable, Sendable {
  public let rawValue: UInt32

  public init(_ rawValue: UInt32) { self.rawValue = rawValue }

  public static func < (left: LabelID, right: LabelID) -> Bool { left.rawValue < right.rawValue }
}

/// An interned relationship type.
public struct TypeID: Hashable, Comparable, Sendable {
  public let rawValue: UInt32

  public init(_ rawValue: UInt32) { self.rawValue = rawValue }

  public static func < (left: TypeID, right: TypeID) -> Bool { left.rawValue < right.rawValue }
}

/// An interned property key.
public struct KeyID: Hashable, Comparable, Sendable {
  public let rawValue: UInt32

  public init(_ rawValue: UInt32) { self.rawValue = rawValue }

  public static func < (left: KeyID, right: KeyID) -> Bool { left.rawValue < right.rawValue }
}
