import Entente
import EntenteSyntax

/// A procedure as `there exists a procedure` describes it: `name(in :: INTEGER?) :: (out :: STRING?)` and a table with
/// a column for every input and output.
struct TCKProcedure: Equatable {
  struct Field: Equatable {
    var name: String
    var type: String
  }

  var name: String
  var inputs: [Field]
  var outputs: [Field]
  var rows: [[CellValue]]

  init(signature: String, _ rows: [[CellValue]]) throws(ScenarioFailure) {
    guard let match = signature.wholeMatch(of: /([\w.]+)\((.*?)\)\s*::\s*\((.*)\)/) else {
      throw ScenarioFailure("unreadable signature: \(signature)")
    }
    name = String(match.1)
    inputs = try Self.fields(match.2)
    outputs = try Self.fields(match.3)
    self.rows = rows
    for row in rows where row.count != inputs.count + outputs.count {
      throw ScenarioFailure("a row of \(name) is not as long as its signature: \(row)")
    }
  }

  private static func fields(_ text: Substring) throws(ScenarioFailure) -> [Field] {
    var fields: [Field] = []
    for part in text.split(separator: ",") {
      guard let match = part.wholeMatch(of: /\s*(\w+)\s*::\s*(\w+)\??\s*/) else {
        throw ScenarioFailure("unreadable field: \(part)")
      }
      fields.append(Field(name: String(match.1), type: String(match.2)))
    }
    return fields
  }

  /// The rows whose inputs are the arguments.
  var procedure: Procedure {
    let (rows, inputs) = (rows.map { $0.map(\.value) }, inputs.count)
    return Procedure(name, inputs: self.inputs.map(\.signature), outputs: outputs.map(\.signature)) { call in
      rows.filter { row in zip(row, call.arguments).allSatisfy { Value.areEquivalent($0, $1) } }
        .map { Array($0.dropFirst(inputs)) }
    }
  }
}

extension TCKProcedure.Field {
  fileprivate var signature: ProcedureSignature.Field {
    let kind: ValueKind =
      switch type {
      case "BOOLEAN": .boolean
      case "INTEGER": .integer
      case "FLOAT": .float
      case "NUMBER": .number
      case "STRING": .string
      case "MAP": .map
      case "NODE": .node
      case "RELATIONSHIP": .relationship
      case "PATH": .path
      default: .any
      }
    return ProcedureSignature.Field(name: name, kind: kind)
  }
}
