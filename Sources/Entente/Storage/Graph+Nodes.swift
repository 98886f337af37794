extension Graph {
  /// All nodes.
  public var nodes: NodeSet { NodeSet(0..<UInt32(nodeCount)) }

  /// The nodes with a label: a range, or a bitmap.
  public func nodes(with label: LabelID) -> NodeSet { labelIndex.nodes(with: label) }

  /// The labels of a node in the order in which they were written.
  ///
  /// - Complexity: O(1)
  public func labels(of node: NodeID) -> [LabelID] { labelIndex.labels(of: node.rawValue) }

  /// - Complexity: O(1)
  public func hasLabel(_ node: NodeID, _ label: LabelID) -> Bool {
    labelIndex.nodes(with: label).contains(node)
  }

  /// The value of a property, null where there is none. Does not know the virtual `id`.
  public func property(_ key: KeyID, of node: NodeID) -> Value {
    nodeProperties.value(key, of: node.rawValue)
  }

  /// The keys of a node's properties in byte order of their names.
  public func propertyKeys(of node: NodeID) -> [KeyID] { nodeProperties.keys(of: node.rawValue) }

  /// All properties of a node.
  public func properties(of node: NodeID) -> MapValue {
    nodeProperties.properties(of: node.rawValue, catalog: catalog)
  }

  /// The typed column of a key over nodes, for kernels; nil where no node has the key.
  public func nodeColumn(_ key: KeyID) -> PropertyColumn? { nodeProperties.column(key) }

  /// The id given in the file, else `n:<index>`.
  public func elementID(of node: NodeID) -> Text { fileID(of: node) ?? Text("n:\(node.rawValue)") }

  /// The id given in the file, if any.
  public func fileID(of node: NodeID) -> Text? { nodeFileIDs?[node.rawValue] }

  /// The node with a file id; the first one, should several have it.
  public func node(withFileID id: Text) -> NodeID? { nodeFileIDs?.element(with: id).map(NodeID.init) }
}
