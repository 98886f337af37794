import ArgumentParser
import Entente
import EntenteSyntax

extension ErrorFormat: ExpressibleByArgument {}

/// The options of every command that runs a query.
struct QueryArguments: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("Give a parameter a value: a Cypher literal, else a string.", valueName: "name=value"))
  var param: [String] = []

  @OptionGroup var revision: RevisionArguments

  @OptionGroup var restrictions: RestrictionArguments

  @Option(name: .long, help: ArgumentHelp("Stop after this time: 500ms, 2s, 1m.", valueName: "time"))
  var timeout: String?

  @Option(name: .long, help: ArgumentHelp("Stop when the query holds more memory: 500MB, 2GB.", valueName: "size"))
  var memory: String?

  @Option(
    name: .long, parsing: .unconditional, help: ArgumentHelp("Stop when the answer has more rows.", valueName: "n"))
  var maxRows: Int?

  @Flag(name: .long, help: "Take warnings about the query for errors.")
  var strict = false

  @OptionGroup var reading: ReadingArguments

  @Option(name: .long, help: .hidden)
  var disableRule: [String] = []

  @Option(name: .long, help: .hidden)
  var kernels: String = "on"

  /// The limits that the options set.
  func options() throws(CommandFailure) -> QueryOptions {
    var limits = QueryLimits()
    try limits.setTime(timeout)
    if let memory {
      guard let bytes = Quantity.bytes(memory) else {
        throw .usage("--memory needs a size, found `\(memory)`", help: ["such as 500MB or 2GB"])
      }
      limits.memory = bytes
    }
    if let maxRows {
      guard maxRows >= 0 else { throw .usage("--max-rows needs a number from 0 up, found `\(maxRows)`") }
      limits.rows = maxRows
    }
    for rule in disableRule where !QueryOptions.ruleNames.contains(rule) {
      let nearest = NearestName.of(rule, among: QueryOptions.ruleNames)
      throw .usage(
        "there is no optimizer rule `\(rule)`",
        help: [.didYouMean(nearest) ?? "the rules are \(QueryOptions.ruleNames.joined(separator: ", "))"])
    }
    guard kernels == "on" || kernels == "off" else { throw .usage("--kernels is on or off, found `\(kernels)`") }
    var options = QueryOptions(limits: limits, disabledRules: Set(disableRule), usesKernels: kernels == "on")
    options.restriction = try restrictions.restriction()
    return options
  }

  /// The parameters: the defaults of a saved query's header, overridden by `--param`.
  func parameters(_ header: QueryHeader) throws(CommandFailure) -> [String: Value] {
    var values: [String: Value] = [:]
    for parameter in header.parameters { values[parameter.name] = Value(literal: parameter.value) }
    let known = header.parameters.map(\.name)
    for argument in param {
      guard let equals = argument.firstIndex(of: "="), equals != argument.startIndex else {
        throw .usage("--param needs a name and a value, found `\(argument)`", help: ["write --param name=value"])
      }
      let name = String(argument[..<equals])
      if !known.isEmpty, !known.contains(name) {
        throw .usage(
          "the query has no parameter `\(name)`",
          help: [.didYouMean(NearestName.of(name, among: known)) ?? "it has \(known.joined(separator: ", "))"])
      }
      let text = String(argument[argument.index(after: equals)...])
      let expression = try? Parser.parseExpression(SourceText(text, name: "--param \(name)"))
      values[name] = expression.flatMap { Value(literal: $0) } ?? .string(text)
    }
    return values
  }
}

extension QueryLimits {
  /// Takes the value of `--timeout`, where it is given.
  mutating func setTime(_ timeout: String?) throws(CommandFailure) {
    guard let timeout else { return }
    guard let time = Quantity.duration(timeout) else {
      throw .usage("--timeout needs a number with a unit, found `\(timeout)`", help: ["such as 500ms, 2s, 1m or 1h"])
    }
    self.time = time
  }
}

extension CommandFailure {
  /// An option that cannot be understood.
  static func usage(_ message: String, help: [String] = []) -> CommandFailure {
    CommandFailure(.usage, code: "US01", message, help: help)
  }
}

extension String {
  /// The words that suggest a name, if there is one near enough.
  static func didYouMean(_ name: String?) -> String? { name.map { "did you mean `\($0)`?" } }
}
