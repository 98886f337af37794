/// The procedures that every query can call, those that list names under the names of Neo4j.
extension ProcedureRegistry {
  public static let builtIn = ProcedureRegistry(catalog + analyses)

  private static let catalog: [Procedure] = [
    .labels, .relationshipTypes, .propertyKeys, .nodeTypeProperties, .relationshipTypeProperties, .procedures,
    .options, .functions, .search, .timeline,
  ]

  private static let analyses: [Procedure] =
    Procedure.centrality + Procedure.community + Procedure.component + Procedure.structure + Procedure.similarity
    + Procedure.path + Procedure.signed
}

extension ProcedureSignature.Field {
  static func string(_ name: String) -> Self { Self(name: name, kind: .string) }
  static func strings(_ name: String) -> Self { Self(name: name, kind: .list(of: .string)) }
  static func boolean(_ name: String) -> Self { Self(name: name, kind: .boolean) }
}

/// The names in use.
extension Procedure {
  static let labels = Procedure(
    "db.labels", outputs: [.string("label")], summary: "The labels of the nodes."
  ) { call in
    call.graph.labelsInUse.map { [.string(call.graph.catalog.name(of: $0))] }
  }

  static let relationshipTypes = Procedure(
    "db.relationshipTypes", outputs: [.string("relationshipType")], summary: "The types of the relationships."
  ) { call in
    call.graph.typesInUse.map { [.string(call.graph.catalog.name(of: $0))] }
  }

  static let propertyKeys = Procedure(
    "db.propertyKeys", outputs: [.string("propertyKey")], summary: "The keys of the properties."
  ) { call in
    let graph = call.graph
    return graph.catalog.keys.filter { graph.nodeColumn($0) != nil || graph.relationshipColumn($0) != nil }
      .map { [.string(graph.catalog.name(of: $0))] }
  }
}

extension Graph {
  /// The labels that some node has, in order of appearance.
  var labelsInUse: [LabelID] { catalog.labels.filter { nodes(with: $0).count > 0 } }

  /// The types that some relationship has, in order of appearance.
  var typesInUse: [TypeID] { catalog.types.filter { adjacency($0).count > 0 } }
}
