import Entente

/// What a step asks for: every form of Given, When and Then that the TCK uses.
enum StepAction: Equatable {
  case emptyGraph
  case anyGraph
  case namedGraph(String)
  /// A query that prepares the graph and must succeed.
  case setUp(String)
  case parameters([String: CellValue])
  /// A procedure that gives the rows of a table whose inputs are the call's arguments.
  case procedure(TCKProcedure)
  /// The query under test, or a control query that looks at what it left.
  case query(String)
  case result(ExpectedTable)
  case emptyResult
  case sideEffects(SideEffectCounts)
  case error(ExpectedError)
}

/// A result table as a scenario writes it.
struct ExpectedTable: Equatable {
  var columns: [Text]
  var rows: [[CellValue]]
  var isOrdered: Bool
  var ignoresListOrder: Bool
}

/// `a TypeError should be raised at any time: *`, where nil stands for any.
struct ExpectedError: Equatable, CustomStringConvertible {
  var kind: String
  var phase: String?
  var detail: String?

  var description: String { "\(kind) at \(phase ?? "any time"): \(detail ?? "*")" }
}

/// Why a scenario fails: one line.
struct ScenarioFailure: Error, Equatable, CustomStringConvertible {
  var description: String

  init(_ description: String) {
    self.description = description
  }
}

extension StepAction {
  init(_ step: Step) throws(ScenarioFailure) {
    switch step.text {
    case "an empty graph": self = .emptyGraph
    case "any graph": self = .anyGraph
    case "having executed:": self = .setUp(try step.requiredDocString)
    case "executing query:", "executing control query:": self = .query(try step.requiredDocString)
    case "parameters are:": self = .parameters(try step.parameters)
    case "the result should be empty": self = .emptyResult
    case "no side effects": self = .sideEffects(SideEffectCounts())
    case "the side effects should be:": self = .sideEffects(try SideEffectCounts(rows: step.requiredTable))
    case "the result should be, in any order:": self = .result(try step.result(isOrdered: false))
    case "the result should be, in order:": self = .result(try step.result(isOrdered: true))
    case "the result should be (ignoring element order for lists):":
      self = .result(try step.result(isOrdered: false, ignoresListOrder: true))
    case "the result should be, in order (ignoring element order for lists):":
      self = .result(try step.result(isOrdered: true, ignoresListOrder: true))
    default: self = try Self.action(withArguments: step)
    }
  }

  /// The forms with a name inside: a graph, a procedure, an error.
  private static func action(withArguments step: Step) throws(ScenarioFailure) -> StepAction {
    if let match = step.text.wholeMatch(of: /the (\S+) graph/) {
      return .namedGraph(String(match.1))
    }
    if let match = step.text.wholeMatch(of: /there exists a procedure (.*\S)\s*:/) {
      return .procedure(try TCKProcedure(signature: String(match.1), try step.procedureTable))
    }
    if let match = step.text.wholeMatch(
      of: /an? (\w+) should be raised at (compile time|runtime|any time): (\S+)/)
    {
      return .error(
        ExpectedError(
          kind: String(match.1), phase: match.2 == "any time" ? nil : String(match.2),
          detail: match.3 == "*" ? nil : String(match.3)))
    }
    throw ScenarioFailure("unknown step: \(step.text)")
  }
}

extension Step {
  fileprivate var requiredDocString: String {
    get throws(ScenarioFailure) {
      guard let docString else { throw ScenarioFailure("the step has no doc string: \(text)") }
      return docString
    }
  }

  fileprivate var requiredTable: [[String]] {
    get throws(ScenarioFailure) {
      guard let table, !table.isEmpty else { throw ScenarioFailure("the step has no table: \(text)") }
      return table
    }
  }

  /// The rows of a procedure, without the header.
  fileprivate var procedureTable: [[CellValue]] {
    get throws(ScenarioFailure) {
      var rows: [[CellValue]] = []
      for row in (table ?? []).dropFirst() {
        var values: [CellValue] = []
        for cell in row { values.append(try cell.cellValue) }
        rows.append(values)
      }
      return rows
    }
  }

  fileprivate var parameters: [String: CellValue] {
    get throws(ScenarioFailure) {
      var parameters: [String: CellValue] = [:]
      for row in try requiredTable {
        guard row.count == 2 else {
          throw ScenarioFailure("a parameter is a row of name and value, not \(row)")
        }
        parameters[row[0]] = try row[1].cellValue
      }
      return parameters
    }
  }

  fileprivate func result(isOrdered: Bool, ignoresListOrder: Bool = false) throws(ScenarioFailure)
    -> ExpectedTable
  {
    let table = try requiredTable
    var rows: [[CellValue]] = []
    for row in table.dropFirst() {
      guard row.count == table[0].count else {
        throw ScenarioFailure("a row is not as long as its header: \(row)")
      }
      var values: [CellValue] = []
      for cell in row { values.append(try cell.cellValue) }
      rows.append(values)
    }
    return ExpectedTable(
      columns: table[0].map { Text($0) }, rows: rows, isOrdered: isOrdered, ignoresListOrder: ignoresListOrder
    )
  }
}

extension String {
  fileprivate var cellValue: CellValue {
    get throws(ScenarioFailure) {
      do {
        return try CellParser.parse(self)
      } catch {
        throw ScenarioFailure("unreadable feature: \(error)")
      }
    }
  }
}
