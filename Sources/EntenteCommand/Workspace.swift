import EntenteSyntax

/// A folder with `Graphs/` and `Queries/`: the current folder, or the nearest one above it that has `Queries/`.
struct Workspace {
  let folder: String

  /// The workspace around the current folder.
  static func around() -> Workspace {
    var folder = ""
    for _ in 0..<32 {
      if FileAccess.kind(of: folder + "Queries") == .folder { return Workspace(folder: folder) }
      folder += "../"
      if FileAccess.kind(of: folder) != .folder { break }
    }
    return Workspace(folder: "")
  }

  /// The names of the saved queries, sorted.
  var queryNames: [String] {
    let names = (try? FileAccess.names(in: folder + "Queries")) ?? []
    return names.filter { $0.hasSuffix(".cypher") }.map { String($0.dropLast(".cypher".count)) }
  }

  /// The path of a saved query, nil where there is none of that name.
  func path(ofQuery name: String) -> String? {
    let path = "\(folder)Queries/\(name).cypher"
    return !name.contains("/") && FileAccess.kind(of: path) == .file ? path : nil
  }

  /// The path of a graph that a query's header names.
  func path(ofGraph name: String) -> String? {
    let base = "\(folder)Graphs/\(name)"
    return ["", ".pg", ".json", ".jsonl"].map { base + $0 }.first { FileAccess.kind(of: $0) != .missing }
  }
}

/// The query that the command runs: its text, and the header of a saved one.
struct QueryText {
  let source: SourceText
  let header: QueryHeader

  /// What a caption calls it: the name of a saved one, else its text where that is short.
  var shortName: String? {
    if source.name.hasSuffix(".cypher") {
      return source.name.split(separator: "/").last.map { String($0.dropLast(".cypher".count)) }
    }
    let text = String(decoding: source.utf8, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return text.count <= 90 ? text : text.prefix(89) + "…"
  }

  /// Finds a query: `-`, a file, the name of a saved query, or the text itself.
  ///
  /// A text that looks like a name (letters, digits, hyphens) and is none is an error with the nearest name.
  static func find(_ argument: String, in workspace: Workspace) throws(CommandFailure) -> QueryText {
    if argument == "-" { return try read("-", name: "standard input") }
    if FileAccess.kind(of: argument) == .file { return try read(argument, name: argument) }
    if let path = workspace.path(ofQuery: argument) { return try read(path, name: path) }
    if looksLikeName(argument) { throw unknown(argument, in: workspace) }
    let source = SourceText(argument, name: "query")
    return QueryText(source: source, header: QueryHeader(parsing: SourceText("", name: "query")))
  }

  private static func read(_ path: String, name: String) throws(CommandFailure) -> QueryText {
    let source = SourceText(utf8: try FileAccess.read(path), name: name)
    let header = QueryHeader(parsing: source)
    if !header.diagnostics.isEmpty { throw CommandFailure(.badInput, header.diagnostics, in: source) }
    return QueryText(source: source, header: header)
  }

  static func looksLikeName(_ argument: String) -> Bool {
    !argument.isEmpty
      && argument.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || "0"..."9" ~= $0 || $0 == "-" || $0 == "_" }
  }

  static func unknown(_ name: String, in workspace: Workspace) -> CommandFailure {
    let names = workspace.queryNames
    var help = ["name a file, a query in Queries/, or write the query itself in quotes"]
    if let nearest = NearestName.of(name, among: names) {
      help.insert("did you mean `\(nearest)`?", at: 0)
    } else if !names.isEmpty {
      help.insert("saved queries: \(names.joined(separator: ", "))", at: 0)
    }
    return CommandFailure(
      .badInput, code: "QN01", "there is no file and no saved query called `\(name)`", help: help)
  }
}
