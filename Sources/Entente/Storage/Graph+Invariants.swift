extension Graph {
  /// What is wrong with the structure of this graph, in sentences: nothing, unless the storage has a defect.
  ///
  /// Checked by the tests after every build, and in debug builds for small graphs.
  ///
  /// - Complexity: O((nodes + relationships) · (labels + keys))
  public func checkInvariants() -> [String] {
    var violations = catalog.checkInvariants()
    violations += labelIndex.checkInvariants(catalog: catalog)
    violations += checkRelationships()
    violations += check(nodeProperties, of: "nodes", count: nodeCount)
    violations += check(relationshipProperties, of: "relationships", count: relationshipCount)
    violations += nodeFileIDs?.checkInvariants(name: "Ids of nodes", idLimit: nodeCount) ?? []
    violations +=
      relationshipFileIDs?.checkInvariants(name: "Ids of relationships", idLimit: relationshipCount) ?? []
    return violations
  }

  private func checkRelationships() -> [String] {
    var violations: [String] = []
    if adjacencies.count != catalog.types.count {
      violations.append("Relationships: \(adjacencies.count) adjacencies for \(catalog.types.count) types.")
    }
    var first = 0
    for (index, adjacency) in adjacencies.enumerated() {
      let type = TypeID(UInt32(index))
      let name = "Type \(catalog.name(of: type))"
      if Int(adjacency.firstRelationship) != first {
        violations.append("\(name): begins at \(adjacency.firstRelationship) instead of \(first).")
      }
      violations += adjacency.rows.checkInvariants(name: name, nodeCount: nodeCount)
      for position in 0..<adjacency.count {
        let relationship = adjacency.outgoingRelationship(at: position)
        if self.type(of: relationship) != type {
          violations.append("\(name): relationship \(relationship.rawValue) is said to be of another type.")
        }
        if !adjacency.outgoing(source(of: relationship)).contains(position) {
          violations.append("\(name): relationship \(relationship.rawValue) is not in the row of its source.")
        }
      }
      first += adjacency.count
    }
    if first != relationshipCount {
      violations.append("Relationships: \(relationshipCount) instead of \(first).")
    }
    violations += undirected.checkInvariants(name: "Undirected relationships")
    undirected.forEach { id in
      if Int(id) >= relationshipCount {
        violations.append("Relationships: the undirected bit of \(id) is set.")
      }
    }
    return violations
  }

  private func check(_ table: PropertyTable, of elements: String, count: Int) -> [String] {
    var violations: [String] = []
    if table.columns.count > catalog.keys.count {
      violations.append("Properties of \(elements): more columns than keys.")
    }
    for key in catalog.keys {
      if let column = table.column(key) {
        violations += column.checkInvariants(
          name: "Key \(catalog.name(of: key)) of \(elements)", idLimit: count)
      }
      if (table.column(key) != nil) != table.keys.contains(key) {
        violations.append("Properties of \(elements): the list of keys is wrong at \(catalog.name(of: key)).")
      }
    }
    for place in table.keys.indices.dropFirst()
    where !(catalog.name(of: table.keys[place - 1]) < catalog.name(of: table.keys[place])) {
      violations.append("Properties of \(elements): the keys do not ascend at \(place).")
    }
    return violations
  }
}
