import ArgumentParser
import Entente
import EntenteSyntax

extension CommandFailure.Format: ExpressibleByArgument {}

/// The options of every command that runs a query.
struct QueryArguments: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("Give a parameter a value: a Cypher literal, else a string.", valueName: "name=value"))
  var param: [String] = []

  @Option(name: .long, help: ArgumentHelp("Stop after this time: 500ms, 2s, 1m.", valueName: "time"))
  var timeout: String?

  @Option(name: .long, help: ArgumentHelp("Stop when the query holds more memory: 500MB, 2GB.", valueName: "size"))
  var memory: String?

  @Option(name: .long, help: ArgumentHelp("Stop when the answer has more rows.", valueName: "n"))
  var maxRows: Int?

  @Option(name: .long, help: "How errors are printed.")
  var errorFormat: CommandFailure.Format = .text

  @Option(name: .long, help: .hidden)
  var disableRule: [String] = []

  @Option(name: .long, help: .hidden)
  var kernels: String = "on"

  /// The limits that the options set.
  func options() throws(CommandFailure) -> QueryOptions {
    var limits = QueryLimits()
    if let timeout {
      guard let time = Quantity.duration(timeout) else {
        throw usage("--timeout needs a number with a unit, such as 500ms, 2s or 1m; found `\(timeout)`")
      }
      limits.time = time
    }
    if let memory {
      guard let bytes = Quantity.bytes(memory) else {
        throw usage("--memory needs a size such as 500MB or 2GB; found `\(memory)`")
      }
      limits.memory = bytes
    }
    if let maxRows {
      guard maxRows >= 0 else { throw usage("--max-rows needs a number from 0 up; found `\(maxRows)`") }
      limits.rows = maxRows
    }
    for rule in disableRule where !QueryOptions.ruleNames.contains(rule) {
      throw usage(
        "there is no optimizer rule `\(rule)`; the rules are \(QueryOptions.ruleNames.joined(separator: ", "))")
    }
    guard kernels == "on" || kernels == "off" else { throw usage("--kernels is on or off; found `\(kernels)`") }
    return QueryOptions(limits: limits, disabledRules: Set(disableRule), usesKernels: kernels == "on")
  }

  /// The parameters: the defaults of a saved query's header, overridden by `--param`.
  func parameters(_ header: QueryHeader) throws(CommandFailure) -> [String: Value] {
    var values: [String: Value] = [:]
    for parameter in header.parameters { values[parameter.name] = Value(literal: parameter.value) }
    let known = header.parameters.map(\.name)
    for argument in param {
      guard let equals = argument.firstIndex(of: "="), equals != argument.startIndex else {
        throw usage("--param needs name=value; found `\(argument)`")
      }
      let name = String(argument[..<equals])
      if !known.isEmpty, !known.contains(name) {
        let nearest = NearestName.of(name, among: known).map { "; did you mean `\($0)`?" } ?? ""
        throw usage("the query has no parameter `\(name)`; it has \(known.joined(separator: ", "))\(nearest)")
      }
      let text = String(argument[argument.index(after: equals)...])
      let expression = try? Parser.parseExpression(SourceText(text, name: "--param \(name)"))
      values[name] = expression.flatMap { Value(literal: $0) } ?? .string(text)
    }
    return values
  }

  private func usage(_ message: String) -> CommandFailure {
    CommandFailure(.usage, code: "US01", message, format: errorFormat)
  }
}

/// Numbers with a unit, as people type them.
enum Quantity {
  /// `500ms`, `2s`, `1.5s`, `1m`; nil for anything else.
  static func duration(_ text: String) -> Duration? {
    let units: [(String, Double)] = [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600)]
    guard let value = number(text, units), value < 1e9 else { return nil }
    return .nanoseconds(Int64(value * 1e9))
  }

  /// `500MB`, `2GB`, `64K`, `1000`; nil for anything else.
  static func bytes(_ text: String) -> Int? {
    let units: [(String, Double)] = [
      ("kb", 0x1p10), ("mb", 0x1p20), ("gb", 0x1p30), ("k", 0x1p10), ("m", 0x1p20), ("g", 0x1p30), ("b", 1), ("", 1),
    ]
    guard let value = number(text.lowercased(), units), value < 1e15 else { return nil }
    return Int(value)
  }

  private static func number(_ text: String, _ units: [(String, Double)]) -> Double? {
    for (suffix, factor) in units where text.hasSuffix(suffix) {
      if let value = Double(text.dropLast(suffix.count)), value >= 0, value.isFinite { return value * factor }
    }
    return nil
  }
}
