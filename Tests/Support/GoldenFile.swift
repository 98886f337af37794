import Foundation

/// A file of inputs with the outputs expected of them, under `Tests/Golden`.
///
/// An example is an input, a line `---` and an output; examples are parted by a line `===`:
///
///     MATCH (n) RETURN n
///     ---
///     MATCH (n)
///     RETURN n
///     ===
///     …
///
/// `ENTENTE_RECORD=1` writes the actual outputs back into the files instead of comparing, and
/// `ENTENTE_GOLDEN=Parser/paths.golden` picks the files whose path ends so.
public struct GoldenFile: Sendable, CustomStringConvertible {
  /// An output that differs from the expected one.
  public struct Mismatch: Sendable, CustomStringConvertible {
    public let place: String
    public let input: String
    public let expected: String
    public let actual: String

    public var description: String {
      "\(place)\n\(input)\n--- expected\n\(expected)\n--- actual\n\(actual)"
    }
  }

  private struct Example {
    let line: Int
    let input: String
    let expected: String
  }

  public let path: String

  public var description: String { path.split(separator: "/").suffix(2).joined(separator: "/") }

  /// `Tests/Golden` of this checkout.
  public static var root: String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Golden").path
  }

  public static var records: Bool { ProcessInfo.processInfo.environment["ENTENTE_RECORD"] == "1" }

  public init(path: String) { self.path = path }

  /// The golden files in a folder under `Tests/Golden`, in the order of their names.
  public static func all(in folder: String) -> [GoldenFile] {
    let folder = root + "/" + folder
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let picked = ProcessInfo.processInfo.environment["ENTENTE_GOLDEN"]
    return names.filter { $0.hasSuffix(".golden") }.sorted().map { GoldenFile(path: folder + "/" + $0) }
      .filter { file in picked.map { file.path.hasSuffix($0) } ?? true }
  }

  /// Compares the output for each input with the expected one, or records it.
  ///
  /// - Returns: what differs; nothing when recording.
  /// - Throws: when the file cannot be read, has no example, or cannot be written.
  public func mismatches(_ output: (String) throws -> String) throws -> [Mismatch] {
    let examples = try examples()
    let outputs = try examples.map { try trimmed(output($0.input)) }
    if GoldenFile.records {
      let text = zip(examples, outputs).map { "\($0.input)\n---\n\($1)\n" }.joined(separator: "===\n")
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      return []
    }
    return zip(examples, outputs).compactMap { example, actual in
      // Compared by scalars: `==` would take canonically equivalent texts for the same.
      example.expected.unicodeScalars.elementsEqual(actual.unicodeScalars)
        ? nil
        : Mismatch(
          place: "\(path):\(example.line)", input: example.input, expected: example.expected, actual: actual)
    }
  }

  /// The inputs alone.
  public func inputs() throws -> [String] { try examples().map(\.input) }

  private func examples() throws -> [Example] {
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    var examples: [Example] = []
    var start = 0
    for end in 0...lines.count where end == lines.count || lines[end] == "===" {
      let block = lines[start..<end]
      let divider = block.firstIndex(of: "---") ?? end
      let input = block[start..<divider].joined(separator: "\n")
      let expected = divider < end ? block[(divider + 1)..<end].joined(separator: "\n") : ""
      if !trimmed(input).isEmpty {
        examples.append(Example(line: start + 1, input: trimmed(input), expected: trimmed(expected)))
      }
      start = end + 1
    }
    guard !examples.isEmpty else { throw GoldenFileError(message: "\(path) has no example") }
    return examples
  }

  private func trimmed(_ text: String) -> String { text.trimmingCharacters(in: .newlines) }
}

/// Why a golden file cannot be used.
public struct GoldenFileError: Error, CustomStringConvertible {
  let message: String

  public init(message: String) { self.message = message }

  public var description: String { message }
}
