import EntenteSyntax

/// A plan drawn as a table: one row an operator, inputs indented below it; of a query that ran, with the rows that
/// came out of each operator and its own work.
struct PlanDescription {
  private let source: SourceText
  private let profile: Profile?
  private var rows: [[Value]] = []

  init(_ plan: LogicalPlan, source: SourceText, profile: Profile? = nil) {
    self.source = source
    self.profile = profile
    describe(plan, prefix: "", childPrefix: "")
  }

  private var columns: [String] {
    ["operator", "details", "variables"] + (profile == nil ? [] : ["rows", "work"])
  }

  func table(on graph: Graph) -> Table { Table(columns: columns, rows: rows, graph: graph) }

  /// The plan in place of the answer; what the query wrote stays.
  func table(instead answer: Table) -> Table {
    var table = answer
    table.columns = columns
    table.rows = rows
    return table
  }

  /// Adds the rows of a plan and gives its variables and its work, that of its inputs included.
  @discardableResult
  private mutating func describe(
    _ plan: LogicalPlan, prefix: String, childPrefix: String
  ) -> (variables: [Variable], work: Int) {
    let (name, details) = words(plan)
    let place = rows.count
    rows.append([.string(prefix + name), .string(details)])
    let inputs = plan.inputs
    var variables: [[Variable]] = []
    var inputWork = 0
    for (index, input) in inputs.enumerated() {
      let goesOn = index < inputs.count - 1
      let (inputVariables, work) = describe(
        input, prefix: childPrefix + (goesOn ? "├ " : "└ "), childPrefix: childPrefix + (goesOn ? "│ " : "  "))
      variables.append(inputVariables)
      inputWork += work
    }
    let output = plan.variables(over: variables)
    rows[place].append(.string(output.compactMap(\.name).joined(separator: ", ")))
    guard let profile else { return (output, 0) }
    let entry = profile.entries[place]
    rows[place] += [.integer(Int64(entry.rows)), .integer(Int64(entry.inclusiveWork - inputWork))]
    return (output, entry.inclusiveWork)
  }

  private func words(_ plan: LogicalPlan) -> (name: String, details: String) {
    switch plan {
    case .argument: ("Argument", "")
    case .match(_, let pattern): ("Match", pattern.nodes.map { "(\(name($0.variable)))" }.joined(separator: ", "))
    case .nodeScan(let variable, let label): ("NodeScan", "(\(name(variable))\(label.map { ":\($0)" } ?? ""))")
    case .nodeSeek(_, let variable, let ids):
      ("NodeSeek", "\(name(variable)).id \(ids.isList ? "IN" : "=") \(text(ids.value))")
    case .expand(_, let hop): (hop.into ? "ExpandInto" : "Expand", text(hop))
    case .expandTrails(_, let hop): (hop.into ? "ExpandTrailsInto" : "ExpandTrails", text(hop))
    case .follow(_, let hop): ("Follow", text(hop))
    case .shortestPath(_, let hop, let all): (all ? "AllShortestPaths" : "ShortestPath", text(hop))
    case .degree(_, let hops, _): ("Degree", hops.map(text).joined(separator: ", "))
    case .filter(_, let predicates): ("Filter", predicates.map(text).joined(separator: " AND "))
    case .distinctRelationships(_, let pairs):
      ("DistinctRelationships", pairs.map { "\(name($0.first)), \(name($0.second))" }.joined(separator: "; "))
    case .cartesianProduct: ("CartesianProduct", "")
    case .hashJoin(_, _, let keys):
      ("HashJoin", keys.map { "\(side($0.left)) = \(side($0.right))" }.joined(separator: " AND "))
    case .optional(_, _, let variables): ("Optional", variables.compactMap(\.name).joined(separator: ", "))
    case .unwind(_, let list, let variable): ("Unwind", "\(text(list)) AS \(name(variable))")
    case .extend(_, let items):
      ("Extend", items.map { "\(text($0.expression)) AS \(name($0.variable))" }.joined(separator: ", "))
    case .restrict(_, let variables): ("Restrict", variables.map(name).joined(separator: ", "))
    case .aggregate(_, let aggregation):
      (
        "Aggregate",
        (aggregation.keys.map { text($0.expression) } + aggregation.aggregates.map { source[$0.range] })
          .joined(separator: ", ")
      )
    case .distinct(_, let variables): ("Distinct", variables.map(name).joined(separator: ", "))
    case .sort(_, let keys): ("Sort", text(keys))
    case .top(_, let keys, _, let count): ("Top", "\(text(count)) by \(text(keys))")
    case .skip(_, let count): ("Skip", text(count))
    case .limit(_, let count): ("Limit", text(count))
    case .union: ("Union", "")
    case .update(_, let update): words(update)
    case .call(_, let call): ("Call", "\(call.procedure)(\(call.arguments.map(text).joined(separator: ", ")))")
    }
  }

  private func words(_ update: BoundUpdate) -> (name: String, details: String) {
    switch update {
    case .create(let creation):
      (
        "Create",
        (creation.nodes.map(\.variable) + creation.relationships.map(\.variable)).map(name).joined(separator: ", ")
      )
    case .merge(let merge):
      ("Merge", (merge.nodes.map(\.variable) + merge.relationships.map(\.variable)).map(name).joined(separator: ", "))
    case .set(let assignments): ("Set", assignments.map(text).joined(separator: ", "))
    case .delete(let targets, let detach):
      (detach ? "DetachDelete" : "Delete", targets.map(text).joined(separator: ", "))
    case .foreach(let variable, let list, let updates):
      ("Foreach", "\(name(variable)) IN \(text(list)): " + updates.map { words($0).name }.joined(separator: ", "))
    }
  }

  private func text(_ assignment: BoundAssignment) -> String {
    switch assignment {
    case .property(let element, let key, let value):
      if case .literal(.null) = value.node {
        "\(text(element)).\(key) = null"
      } else {
        "\(text(element)).\(key) = \(text(value))"
      }
    case .properties(let element, let map, let replacing): "\(text(element)) \(replacing ? "=" : "+=") \(text(map))"
    case .addLabels(let element, let labels): text(element) + labels.map { ":\($0)" }.joined()
    case .removeLabels(let element, let labels): "not " + text(element) + labels.map { ":\($0)" }.joined()
    }
  }

  private func name(_ variable: Variable) -> String { variable.name ?? "#\(variable.id)" }

  /// The words of the query that the expression was read from; of a label check that the planner added, the check.
  private func text(_ expression: BoundExpression) -> String {
    if case .hasLabels(let base, let labels) = expression.node, case .variable(let variable) = base.node {
      return name(variable) + labels.map { ":\($0)" }.joined()
    }
    // An inline property `{key: value}` stands for a comparison that is written nowhere.
    if case .comparison(let left, let steps) = expression.node, let step = steps.first, steps.count == 1,
      case .property(let base, let key) = left.node, case .variable(let variable) = base.node,
      left.range == step.operand.range || expression.range == step.operand.range
    {
      return "\(name(variable)).\(key) = \(source[step.operand.range])"
    }
    if case .path(let elements) = expression.node { return elements.map(name).joined(separator: "–") }
    return source[expression.range]
  }

  /// A side of a key; that of an inline property `{key: value}` has no words of its own.
  private func side(_ expression: BoundExpression) -> String {
    if case .property(let base, let key) = expression.node, case .variable(let variable) = base.node {
      return "\(name(variable)).\(key)"
    }
    return text(expression)
  }

  private func text(_ keys: [BoundProjection.SortKey]) -> String {
    keys.map { text($0.expression) + ($0.ascending ? "" : " DESC") }.joined(separator: ", ")
  }

  private func text(_ hop: LogicalPlan.Hop) -> String {
    let types = hop.types.isEmpty ? "" : ":" + hop.types.map(String.init).joined(separator: "|")
    let length = hop.length.map { "*\($0.minimum)..\($0.maximum.map(String.init) ?? "")" } ?? ""
    let arrows: (String, String) =
      switch hop.direction {
      case .outgoing: ("-", "->")
      case .incoming: ("<-", "-")
      case .either: ("-", "-")
      }
    let relationship = (hop.relationship.name ?? "") + types + length
    return
      "(\(name(hop.from)))\(arrows.0)\(relationship.isEmpty ? "" : "[\(relationship)]")\(arrows.1)(\(name(hop.to)))"
  }
}
