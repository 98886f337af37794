public import Entente
public import EntenteSyntax
public import Foundation

/// Runs the queries of golden files: a table, or the error as a person sees it.
///
/// A query's first line may name its graph: `// graph: ai-infrastructure`; without one it asks ``cityGraph``.
public enum QueryScript {
  /// The graph of most examples: four people, two cities, who knows whom.
  public static let cityGraph = """
    ann :Person name:Ann age:34 tags:a,b
    bob :Person name:Bob age:28
    eve :Person :Admin name:Eve age:41
    dan :Person name:Dan
    oslo :City name:Oslo
    rome :City name:Rome
    k1: ann -> bob :KNOWS since:2019
    k2: bob -> eve :KNOWS since:2021
    k3: eve -> ann :KNOWS since:2020
    k4: ann -> dan :KNOWS since:2022
    m1: ann -- eve :MARRIED_TO
    ann -> oslo :LIVES_IN
    bob -> oslo :LIVES_IN
    eve -> rome :LIVES_IN
    """

  /// The folder of the package.
  public static var package: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  /// A graph of `Graphs/`, with its schema.
  public static func graph(named name: String) throws -> Graph {
    func text(_ ending: String) throws -> String {
      try String(contentsOf: package.appendingPathComponent("Graphs/\(name)\(ending)"), encoding: .utf8)
    }
    let schema = try Schema(SchemaFile(parsing: SourceText(text(".pgs"), name: "\(name).pgs")))
    return try graph(text(".pg"), name: "\(name).pg", facts: schema.facts)
  }

  /// The graph of a text in PG format.
  public static func graph(
    _ text: String, name: String = "graph.pg", facts: SchemaFacts = .conventional
  ) throws -> Graph {
    let source = SourceText(text, name: name)
    let reading = GraphFormat.pg.read(source, facts: facts)
    if let error = reading.diagnostics.first(where: { $0.severity == .error }) {
      throw GoldenFileError(message: DiagnosticRenderer().text(error, in: source))
    }
    return try reading.document.graph(facts: facts)
  }

  /// The graph that a query's first line names, else ``cityGraph``.
  public static func graph(of query: String) throws -> Graph {
    let line = query.prefix { $0 != "\n" }
    let tag = "// graph: "
    return try line.hasPrefix(tag) ? graph(named: String(line.dropFirst(tag.count))) : graph(cityGraph)
  }

  /// The output for one example.
  public static func output(_ query: String) throws -> String { output(query, on: try graph(of: query)) }

  /// The table of a query and what it changed, or its error.
  public static func output(
    _ query: String, on graph: Graph, parameters: [String: Value] = [:], options: QueryOptions = QueryOptions()
  ) -> String {
    let source = SourceText(query, name: "query")
    do throws(QueryError) {
      let table = try graph.query(source, parameters: parameters, options: options)
      let text = table.columns.isEmpty ? "" : TextTableFormat().text(of: table)
      let wrote = table.sideEffects != GraphTransaction.SideEffects()
      return text + (wrote || table.columns.isEmpty ? table.sideEffects.words + "\n" : "")
    } catch {
      let face = "\(error.kind.rawValue)/\(error.detail), \(error.phase.rawValue)\n"
      return face + DiagnosticRenderer().text(error.diagnostic, in: error.diagnostic.range == nil ? nil : source)
    }
  }
}
