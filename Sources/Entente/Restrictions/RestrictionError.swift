public import EntenteSyntax

/// Why a graph cannot be restricted: facts for a message.
public enum RestrictionError: Error, Sendable, Hashable {
  /// A date that decides whether an element holds cannot be read: the element in words, the key and the value.
  case unreadableDate(String, key: String, value: String, TemporalError)
  /// No source, outlet, publisher or confidence of the graph has this name.
  case unknownSource(String, nearest: String?, known: [String])
  case storage(StorageError)
}

extension RestrictionError {
  /// The error as people see it.
  public var diagnostic: Diagnostic {
    switch self {
    case .unreadableDate(let element, let key, let value, let reason):
      Diagnostic(
        .error, code: "22007",
        "the \(element) has \(key) \(value), which is no date\(reason.words.map { ": \($0)" } ?? "")",
        notes: ["accepted: 2025, 2025-02, 2025-02-24, each with `~` for about, and two with `/` for a period"],
        help: ["mend it in the graph file"])
    case .unknownSource(let name, let nearest, let known):
      Diagnostic(
        .error, code: "SO01", "the graph has no source, outlet, publisher or confidence called `\(name)`",
        help: [
          nearest.map { "did you mean `\($0)`?" }
            ?? (known.isEmpty
              ? "sources are nodes with the label Source"
              : "its sources: \(known.prefix(10).joined(separator: ", "))\(known.count > 10 ? ", …" : "")")
        ])
    case .storage(let error): Diagnostic(.error, code: "54000", "the graph cannot be restricted: \(error)")
    }
  }
}

extension TemporalError {
  /// What is wrong with a text that has the form of a date.
  fileprivate var words: String? {
    switch self {
    case .component(let name, let number, let limits):
      "the \(name) goes from \(limits.lowerBound) to \(limits.upperBound), found \(number)"
    case .noSuchDay(let name, let number, let period, let days):
      "the \(name) of \(period) goes from 1 to \(days), found \(number)"
    case .endBeforeStart: "the period ends before it starts"
    default: nil
    }
  }
}
