import Foundation
import Testing

/// The order of folders and the arrows between targets, read from the sources.
struct LayeringTests {
  /// From first to last; a file may name types of its own folder and of those before it.
  static let orders = [
    "EntenteSyntax": ["Source", "Diagnostics", "Cypher", "GraphFile", "Schema", "StyleSheet"],
    "Entente": [
      "Model", "Storage", "Restrictions", "Formats", "Checks", "Results", "Description", "Differences", "Signatures",
      "Semantics",
      "Warnings",
      "LogicalPlan", "Optimizer", "Execution", "Analysis", "Names", "Procedures", "Query",
    ],
  ]

  /// The package's own modules that a target may import.
  static let arrows: [String: Set<String>] = [
    "EntenteSyntax": [],
    "Entente": ["EntenteSyntax", "HeapModule"],
    "EntenteDrawing": [],
    "EntenteDiagram": ["EntenteSyntax", "Entente", "EntenteDrawing"],
    "EntenteCommand": ["EntenteSyntax", "Entente", "EntenteDiagram", "ArgumentParser"],
    "EntenteRenderer": ["CGraphviz", "EntenteDrawing"],
  ]

  static let system: Set<String> = ["Glibc", "Darwin", "Synchronization", "Dispatch"]

  static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources")

  @Test(arguments: orders.keys.sorted())
  func `no file names a type of a later folder`(target: String) throws {
    let order = try #require(Self.orders[target])
    let files = try Self.files(of: target)
    var folderOfType: [String: Int] = [:]
    for file in files {
      for name in file.declaredTypes { folderOfType[name] = try folder(of: file, in: order) }
    }
    #expect(folderOfType.count > 10, "the scan finds no types in \(target)")
    for file in files {
      let own = try folder(of: file, in: order)
      for name in file.usedNames.sorted() {
        if let other = folderOfType[name], other > own {
          Issue.record("\(file.path) names \(name), which stands in the later folder \(order[other])")
        }
      }
    }
  }

  @Test(arguments: arrows.keys.sorted())
  func `targets import only what their layer may`(target: String) throws {
    let allowed = try #require(Self.arrows[target])
    for file in try Self.files(of: target) {
      for module in file.imports where !allowed.contains(module) && !Self.system.contains(module) {
        Issue.record("\(file.path) imports \(module)")
      }
    }
  }

  private func folder(of file: SourceFile, in order: [String]) throws -> Int {
    try #require(order.firstIndex(of: file.folder), "\(file.path) stands in no known folder")
  }

  static func files(of target: String) throws -> [SourceFile] {
    let root = sources.appending(path: target)
    let walk = try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
    let urls = walk.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
    let files = try urls.map { try SourceFile($0, below: root) }
    #expect(!files.isEmpty)
    return files
  }

  struct SourceFile {
    let path: String
    let folder: String
    let code: String

    init(_ url: URL, below root: URL) throws {
      let parts = url.pathComponents.dropFirst(root.pathComponents.count)
      path = parts.joined(separator: "/")
      folder = parts.first ?? ""
      let text = try String(contentsOf: url, encoding: .utf8)
      code = text.replacing(/(?s)"""(.*?)"""/, with: "\"\"").replacing(/"(?:[^"\\\n]|\\.)*"/, with: "\"\"")
        .replacing(/\/\/[^\n]*/, with: "")
    }

    /// Types declared at the outermost level.
    var declaredTypes: [String] {
      code.matches(
        of:
          /(?m)^(?:public |private |fileprivate |final |indirect )*(?:struct|class|enum|protocol|actor|typealias) (\w+)/
      ).map { String($0.output.1) }
    }

    /// Names that stand where a type can stand: not behind a dot, not as a label or member.
    var usedNames: Set<String> {
      Set(code.matches(of: /(?:^|[^\w.`])([A-Z]\w*)/).map { String($0.output.1) })
    }

    var imports: [String] {
      code.matches(of: /(?m)^(?:public |internal |package )?import (\w+)/).map { String($0.output.1) }
    }
  }
}
