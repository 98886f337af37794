/// What came of a run: scenarios with their verdicts, and the texts made of them.
struct Report {
  var results: [(scenario: ConcreteScenario, verdict: Verdict)]

  /// Sorted lines `ID<TAB>pass|fail<TAB>reason`.
  var lines: String {
    let lines = results.map { scenario, verdict in
      switch verdict {
      case .passed: "\(scenario.id)\tpass\t\n"
      case .failed(let reason): "\(scenario.id)\tfail\t\(reason)\n"
      }
    }
    return lines.sortedByBytes.joined()
  }

  /// A table of passed and failed scenarios for each category, the figure of read-only scenarios, and the total.
  var summary: String {
    var counts: [String: (passed: Int, failed: Int)] = [:]
    var readOnly = (passed: 0, all: 0)
    for (scenario, verdict) in results {
      let isPassed = verdict == .passed
      counts[scenario.category, default: (0, 0)].passed += isPassed ? 1 : 0
      counts[scenario.category, default: (0, 0)].failed += isPassed ? 0 : 1
      guard scenario.isReadOnly else { continue }
      readOnly.all += 1
      readOnly.passed += isPassed ? 1 : 0
    }
    let width = counts.keys.map(\.count).reduce("category".count, max) + 2
    func row(_ name: String, _ passed: String, _ failed: String) -> String {
      func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
      return "\(name)\(blanks(width - name.count))\(blanks(6 - passed.count))\(passed)"
        + "\(blanks(8 - failed.count))\(failed)\n"
    }
    var text = row("category", "passed", "failed")
    for category in Array(counts.keys).sortedByBytes {
      let count = counts[category] ?? (0, 0)
      text += row(category, "\(count.passed)", "\(count.failed)")
    }
    let passed = passedIDs.count
    text += "read-only scenarios: \(readOnly.passed) of \(readOnly.all) passed\n"
    return text + "TCK: \(passed) passed, \(results.count - passed) failed\n"
  }

  var passedIDs: Set<String> {
    Set(results.filter { $0.verdict == .passed }.map(\.scenario.id))
  }
}

extension [String] {
  /// In the order of their UTF-8 bytes, as `LC_ALL=C sort` gives it.
  var sortedByBytes: [String] {
    sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
