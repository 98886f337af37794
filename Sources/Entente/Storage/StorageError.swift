/// Why a graph could not be built.
public enum StorageError: Error, Hashable, Sendable {
  /// Ids have 32 bits, of which one pattern means null.
  case tooManyNodes(limit: Int)
  case tooManyRelationships(limit: Int)
  /// A relationship was added between nodes of which one had not been.
  case unknownNode(NodeID)
  /// A node was deleted and has relationships left.
  case connectedNode(Text, relationships: Int)
}

extension StorageError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .tooManyNodes(let limit):
      "The graph has more than \(limit) nodes, which is the most one graph can hold."
    case .tooManyRelationships(let limit):
      "The graph has more than \(limit) relationships, which is the most one graph can hold."
    case .unknownNode(let node): "A relationship names node \(node.rawValue), which has not been added."
    case .connectedNode(let node, let count):
      "The node \(node) was deleted and still has \(count == 1 ? "a relationship" : "\(count) relationships")."
    }
  }
}
