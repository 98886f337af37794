import Foundation

/// `passing.txt`: the ids of scenarios that must pass, one a line in byte order. It only grows.
struct PassingList: Equatable {
  var ids: Set<String>

  static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "passing.txt")

  init(_ text: String) {
    ids = Set(text.split(whereSeparator: \.isNewline).map(String.init).filter { !$0.hasPrefix("#") })
  }

  /// The file's text with the ids of `others` added.
  func text(with others: Set<String> = []) -> String {
    """
    # Scenarios of the openCypher TCK that must pass; TCK_RECORD=1 Scripts/test --filter TCK adds those that do.
    \(Array(ids.union(others)).sortedByBytes.joined(separator: "\n"))

    """
  }

  /// The listed scenarios that ran and failed, with their reasons; ids that did not run say nothing.
  func regressions(in report: Report) -> [String] {
    report.results.compactMap { scenario, verdict in
      guard case .failed(let reason) = verdict, ids.contains(scenario.id) else { return nil }
      return "\(scenario.id) no longer passes: \(reason)"
    }
  }
}
