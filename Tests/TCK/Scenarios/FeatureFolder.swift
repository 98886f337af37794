import Foundation

/// A copy of the TCK: every `*.feature` below a folder, and the graphs in its `graphs/`.
struct FeatureFolder {
  var scenarios: [ConcreteScenario] = []
  var graphs: NamedGraphs

  /// Reads all features below a folder.
  ///
  /// - Throws: a ``FolderError`` where there is none, one cannot be read, or two scenarios have the same id.
  init(_ path: String) throws {
    let root = URL(filePath: path, directoryHint: .isDirectory)
    graphs = NamedGraphs(folder: root.appending(path: "graphs"))
    let names = (FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix(".feature") }.sorted()
    guard !names.isEmpty else { throw FolderError("\(path) holds no *.feature") }
    for name in names {
      let text = try String(contentsOf: root.appending(path: name), encoding: .utf8)
      var folders = name.split(separator: "/").map(String.init)
      let file = String((folders.popLast() ?? name).dropLast(".feature".count))
      if folders.first == "features" { folders.removeFirst() }
      do throws(GherkinError) {
        scenarios += try FeatureParser.parse(text).scenarios(
          file: file, category: folders.joined(separator: "/"))
      } catch {
        throw FolderError("\(name), \(error)")
      }
    }
    var ids: Set<String> = []
    for scenario in scenarios where !ids.insert(scenario.id).inserted {
      throw FolderError("two scenarios have the id \(scenario.id)")
    }
  }
}

struct FolderError: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) {
    self.description = description
  }
}
