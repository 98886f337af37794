import EntenteSyntax

/// What came of a scenario.
enum Verdict: Equatable, Sendable {
  case passed
  /// With the reason in one line, without tabs.
  case failed(String)
}

/// Runs one scenario, step by step, on a graph of its own.
struct ScenarioRunner: Sendable {
  var graphs: NamedGraphs
  var timeLimit: Duration
  /// Optimizer rules, and `kernels`, that are switched off.
  var switchedOff: Set<String> = []

  func verdict(on scenario: ConcreteScenario) -> Verdict {
    do throws(ScenarioFailure) {
      var run = Run(engine: TCKEngine(timeLimit: timeLimit, switchedOff: switchedOff), graphs: graphs)
      // All steps are read first: one that is not understood is not to hide behind an error of the engine.
      var actions: [StepAction] = []
      for step in scenario.steps { actions.append(try StepAction(step)) }
      for action in actions { try run.perform(action) }
      try run.finish()
      return .passed
    } catch {
      // A report has one line for each scenario, and tabs between its columns.
      let words = error.description.split { $0.isNewline || $0 == "\t" }.joined(separator: " ")
      return .failed(words.count > 500 ? words.prefix(500) + "…" : words)
    }
  }
}

/// The state between two steps.
private struct Run {
  var engine: TCKEngine
  let graphs: NamedGraphs
  private var parameters: [String: CellValue] = [:]
  private var outcome: Result<Answer, EngineFailure>?
  /// Whether a Then has looked at the outcome.
  private var isChecked = false

  init(engine: TCKEngine, graphs: NamedGraphs) {
    self.engine = engine
    self.graphs = graphs
  }

  mutating func perform(_ action: StepAction) throws(ScenarioFailure) {
    switch action {
    case .emptyGraph, .anyGraph: break
    case .namedGraph(let name):
      for statement in try graphs.statements(of: name) { try setUp(statement) }
    case .setUp(let query): try setUp(query)
    case .parameters(let values): parameters.merge(values) { $1 }
    case .procedure(let procedure): engine.register(procedure)
    case .query(let query): try execute(query)
    case .result(let expected):
      if let difference = expected.difference(from: try answer()) { throw ScenarioFailure(difference) }
    case .emptyResult:
      let count = try answer().rows.count
      guard count == 0 else { throw ScenarioFailure("rows differ: expected none, found \(count)") }
    case .sideEffects(let expected):
      // An error leaves nothing behind; that it is the right one is another step's matter.
      guard case .success(let answer) = outcome, answer.sideEffects != expected else { return }
      throw ScenarioFailure("side effects differ: expected \(expected), found \(answer.sideEffects)")
    case .error(let expected): try check(expected)
    }
  }

  func finish() throws(ScenarioFailure) {
    guard outcome != nil else { throw ScenarioFailure("the scenario executes no query") }
    guard isChecked else { throw ScenarioFailure("the scenario checks nothing") }
  }

  private mutating func setUp(_ query: String) throws(ScenarioFailure) {
    do {
      _ = try engine.run(query, parameters: parameters)
    } catch {
      throw ScenarioFailure("preparing the graph failed: \(error.words)")
    }
  }

  private mutating func execute(_ query: String) throws(ScenarioFailure) {
    guard outcome == nil || isChecked else { throw ScenarioFailure("the first query is not checked") }
    isChecked = false
    do {
      outcome = .success(try engine.run(query, parameters: parameters))
    } catch {
      outcome = .failure(error)
    }
  }

  private mutating func answer() throws(ScenarioFailure) -> Answer {
    isChecked = true
    switch outcome {
    case .success(let answer): return answer
    case .failure(let error): throw ScenarioFailure("unexpected error: \(error.words)")
    case nil: throw ScenarioFailure("a result before any query")
    }
  }

  private mutating func check(_ expected: ExpectedError) throws(ScenarioFailure) {
    isChecked = true
    switch outcome {
    case .success(let answer):
      throw ScenarioFailure("no error: expected \(expected), found \(answer.rows.count) rows")
    case .failure(.query(let error)) where expected.matches(error): break
    case .failure(let error): throw ScenarioFailure("wrong error: expected \(expected), found \(error.words)")
    case nil: throw ScenarioFailure("an error before any query")
    }
  }
}

extension ExpectedError {
  /// Type, phase and detail are those expected.
  func matches(_ error: QueryError) -> Bool {
    error.kind.rawValue == kind && (phase == nil || error.phase.rawValue == phase)
      && (detail == nil || error.detail == detail)
  }
}

extension EngineFailure {
  fileprivate var words: String {
    switch self {
    case .query(let error):
      "\(error.kind.rawValue) at \(error.phase.rawValue): \(error.detail) (\(error.diagnostic.message))"
    case .contradiction(let words): "side effects contradict the graph: \(words)"
    }
  }
}
