extension Printer {
  mutating func write(_ clause: Clause, separator: String) {
    switch clause {
    case .match(let match):
      out += match.optional ? "OPTIONAL MATCH " : "MATCH "
      list(match.patterns) { $0.write($1) }
      write(where: match.predicate, separator)
    case .unwind(let list, let variable, _):
      out += "UNWIND "
      write(list)
      out += " AS "
      write(variable: variable.text)
    case .with(let projection, let predicate):
      out += "WITH "
      write(projection, separator)
      write(where: predicate, separator)
    case .return(let projection):
      out += "RETURN "
      write(projection, separator)
    case .create(let patterns, _):
      out += "CREATE "
      list(patterns) { $0.write($1) }
    case .merge(let pattern, let onCreate, let onMatch, _):
      out += "MERGE "
      write(pattern)
      write(onCreate, prefix: "\(separator)ON CREATE SET ")
      write(onMatch, prefix: "\(separator)ON MATCH SET ")
    case .set(let items, _): write(items, prefix: "SET ")
    case .remove(let items, _):
      out += "REMOVE "
      list(items) { $0.write($1) }
    case .delete(let targets, let detach, _):
      out += detach ? "DETACH DELETE " : "DELETE "
      list(targets) { $0.write($1) }
    case .foreach(let variable, let list, let clauses, _):
      out += "FOREACH ("
      write(variable: variable.text)
      out += " IN "
      write(list)
      out += " | "
      write(clauses, separator: " ")
      out += ")"
    case .call(let call): write(call, separator)
    }
  }

  private mutating func write(where predicate: Expression?, _ separator: String) {
    guard let predicate else { return }
    out += "\(separator)WHERE "
    write(predicate)
  }

  private mutating func write(_ projection: Projection, _ separator: String) {
    if projection.distinct { out += "DISTINCT " }
    if projection.star { out += projection.items.isEmpty ? "*" : "*, " }
    list(projection.items) { printer, item in
      printer.write(item.expression)
      if let alias = item.alias {
        printer.out += " AS "
        printer.write(variable: alias.text)
      }
    }
    if !projection.orderBy.isEmpty {
      out += "\(separator)ORDER BY "
      list(projection.orderBy) { printer, item in
        printer.write(item.expression)
        if !item.ascending { printer.out += " DESC" }
      }
    }
    if let skip = projection.skip {
      out += "\(separator)SKIP "
      write(skip)
    }
    if let limit = projection.limit {
      out += "\(separator)LIMIT "
      write(limit)
    }
  }

  private mutating func write(_ items: [SetItem], prefix: String) {
    guard !items.isEmpty else { return }
    out += prefix
    list(items) { $0.write($1) }
  }

  private mutating func write(_ item: SetItem) {
    switch item {
    case .property(let base, let key, let value):
      write(property: key, of: base)
      out += " = "
      write(value)
    case .replace(let variable, let value):
      write(variable: variable.text)
      out += " = "
      write(value)
    case .merge(let variable, let value):
      write(variable: variable.text)
      out += " += "
      write(value)
    case .labels(let variable, let labels):
      write(variable: variable.text)
      write(labels: labels)
    }
  }

  private mutating func write(_ item: RemoveItem) {
    switch item {
    case .property(let base, let key): write(property: key, of: base)
    case .labels(let variable, let labels):
      write(variable: variable.text)
      write(labels: labels)
    }
  }

  private mutating func write(_ call: ProcedureCall, _ separator: String) {
    out += "CALL "
    write(function: call.procedure.text)
    if let arguments = call.arguments {
      out += "("
      list(arguments) { $0.write($1) }
      out += ")"
    }
    switch call.yield {
    case .none: break
    case .star: out += " YIELD *"
    case .nothing: out += " YIELD -"
    case .items(let items):
      out += " YIELD "
      list(items) { printer, item in
        printer.write(variable: item.field.text)
        if let alias = item.alias {
          printer.out += " AS "
          printer.write(variable: alias.text)
        }
      }
    }
    write(where: call.predicate, separator)
  }
}
