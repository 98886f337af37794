public import EntenteSyntax

/// A file format for whole graphs.
///
///     guard let format = GraphFormat(fileName: "race.pg") else { … }
///     let reading = format.read(SourceText(utf8: bytes, name: "race.pg"))
///     guard !reading.hasErrors else { … }     // print reading.diagnostics
///     let graph = try reading.document.graph()
///     let json = try GraphFormat.pgJSON.write(reading.document)
public enum GraphFormat: String, CaseIterable, Sendable {
  /// PG format 1.0: one statement a line, made for people.
  case pg
  /// One JSON object with `nodes` and `edges`.
  case pgJSON = "pg-json"
  /// One JSON object a line, with its `type`.
  case pgJSONL = "pg-jsonl"

  /// The format of a file by the ending of its name, in any case: `.pg`; `.json` or `.pgjson`; `.jsonl` or `.ndjson`.
  public init?(fileName: String) {
    let name = fileName.lowercased()
    guard
      let format = Self.allCases.first(where: { format in format.fileEndings.contains(where: name.hasSuffix) }
      )
    else { return nil }
    self = format
  }

  /// The endings of file names, the usual one first.
  public var fileEndings: [String] {
    switch self {
    case .pg: [".pg"]
    case .pgJSON: [".json", ".pgjson"]
    case .pgJSONL: [".jsonl", ".ndjson", ".pgjsonl"]
    }
  }

  /// What reading a file gave: if there are errors, the document holds what could be read.
  public struct Reading: Sendable {
    public let document: GraphDocument
    /// All errors and warnings of the file, in the order of their places.
    public let diagnostics: [Diagnostic]

    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
  }

  /// Reads a whole graph and finds all errors of the file at once.
  ///
  /// - Parameters:
  ///   - linting: whether to warn of text that is valid but probably means something else, too.
  ///   - facts: which keys are lists and dates, so that no warning is given of these.
  /// - Complexity: O(*n*)
  public func read(_ source: SourceText, linting: Bool = true, facts: SchemaFacts = .conventional) -> Reading {
    switch self {
    case .pg: GraphFileReader.read(source, linting: linting, facts: facts)
    case .pgJSON: GraphJSONReader.readDocument(source)
    case .pgJSONL: GraphJSONReader.readLines(source)
    }
  }

  /// The bytes of a file that holds a graph; the same graph gives the same bytes.
  ///
  /// - Throws: an error that names everything that the formats cannot hold; then nothing is written.
  /// - Complexity: O(*n*)
  public func write(_ document: GraphDocument) throws(GraphFormatError) -> [UInt8] {
    let violations = document.violations
    guard violations.isEmpty else { throw GraphFormatError(diagnostics: violations) }
    return switch self {
    case .pg: GraphFileWriter.bytes(of: document)
    case .pgJSON: GraphJSONWriter.document(document)
    case .pgJSONL: GraphJSONWriter.lines(document)
    }
  }
}

/// Why a graph is not written: what its format cannot hold, each with element and key.
public struct GraphFormatError: Error, Sendable, Hashable {
  public let diagnostics: [Diagnostic]
}
