import ArgumentParser
import Entente

/// The options of every command that prints a table.
struct TableArguments: ParsableArguments {
  @Option(
    name: .long,
    help: "How the table is written: table, csv, tsv, json, jsonl or markdown; else by the ending of --output.")
  var format: TableFormatName?

  @Option(name: [.short, .long], help: ArgumentHelp("Write to a file.", valueName: "file"))
  var output: String?

  /// The format that the options say, else a table.
  var chosenFormat: TableFormatName { format ?? output.flatMap(TableFormatName.init(ending:)) ?? .table }

  /// Where to write: a file, or `-` for the standard output.
  var target: String { output ?? "-" }

  func write(_ table: Table) throws(CommandFailure) { try chosenFormat.write(table, to: target) }
}

/// The names of table formats.
enum TableFormatName: String, CaseIterable, ExpressibleByArgument {
  case table, csv, tsv, json, jsonl, markdown

  /// The format that a file's ending says.
  init?(ending path: String) {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    switch path[path.index(after: dot)...].lowercased() {
    case "csv": self = .csv
    case "tsv": self = .tsv
    case "json": self = .json
    case "jsonl", "ndjson": self = .jsonl
    case "md", "markdown": self = .markdown
    case "txt": self = .table
    default: return nil
    }
  }

  /// Writes a table to a file, or to the standard output.
  func write(_ table: Table, to path: String) throws(CommandFailure) {
    let text: String
    do throws(TableFormatError) {
      text = try format.text(of: table)
    } catch {
      throw CommandFailure(.badInput, code: "TF01", error.description)
    }
    try FileAccess.write(Array(text.utf8), to: path)
  }

  var format: any TableFormat {
    switch self {
    case .table: TextTableFormat()
    case .csv: SeparatedFormat(.comma)
    case .tsv: SeparatedFormat(.tab)
    case .json: JSONFormat(.array)
    case .jsonl: JSONFormat(.lines)
    case .markdown: MarkdownFormat()
    }
  }
}
