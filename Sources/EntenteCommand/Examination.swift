import Entente
import EntenteDiagram
import EntenteSyntax

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What `entente doctor` finds out: about the renderer, Graphviz's library and plugins, and fonts.
struct Examination {
  private(set) var problems: [Diagnostic] = []
  private let inspection: RendererInspection?
  /// Whether a library of Graphviz can be loaded, for where no renderer can say.
  private let hasGraphviz: Bool
  /// The formats in which a picture was drawn.
  private var drawn: [String] = []

  init() {
    hasGraphviz = Self.graphvizLibraries.contains { dlopen($0, RTLD_LAZY | RTLD_LOCAL) != nil }
    do throws(RenderError) {
      inspection = try RendererInspection.run()
    } catch {
      inspection = nil
      problems.append(error.diagnostic)
      if !hasGraphviz { problems.append(Problems.noGraphviz) }
      return
    }
    guard let inspection else { return }
    let missing = (inspection.layouts + inspection.formats).filter { !$0.isThere }.map(\.name)
    if !missing.isEmpty { problems.append(Problems.plugins(missing)) }
    for font in inspection.fonts where font.isThere == false { problems.append(Problems.font(font.script)) }
    if inspection.fonts.contains(where: { $0.isThere == nil }) { problems.append(Problems.noFontconfig) }
    drawPictures(inspection.formats.filter(\.isThere).map(\.name))
  }

  private static let graphvizLibraries = [
    "libgvc.so.6", "libgvc.so.7", "libgvc.so", "libgvc.dylib", "/opt/homebrew/lib/libgvc.dylib",
    "/usr/local/lib/libgvc.dylib",
  ]

  /// Draws a small picture in each format: what all the parts make together.
  private mutating func drawPictures(_ formats: [String]) {
    var diagram = Diagram(title: "entente")
    let kind = Diagram.NodeKind("company", shape: .roundedBox)
    let a = diagram.addNode(Diagram.Node(id: "a", label: "Alibaba", kind: kind))
    let b = diagram.addNode(Diagram.Node(id: "b", label: "Nvidia", kind: kind))
    diagram.edges.append(Diagram.Edge(id: "e", from: a, to: b, kind: .partnership("partnership")))
    for format in formats.compactMap(Diagram.Format.init(rawValue:)) {
      do throws(RenderError) {
        _ = try diagram.renderAndWait(format)
        drawn.append(format.rawValue)
      } catch {
        problems.append(error.diagnostic)
      }
    }
  }

  var status: ExitStatus {
    problems.isEmpty ? .success : drawn.isEmpty ? .renderer : .findings
  }

  // MARK: What is printed

  private static var platform: String {
    var system = utsname()
    guard uname(&system) == 0 else { return "an unknown system" }
    func text(_ field: some Any) -> String {
      withUnsafeBytes(of: field) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
    return "\(text(system.sysname)) \(text(system.machine))"
  }

  var text: String {
    var lines = [("entente", "\(EntenteCommand.version), \(Self.platform)")]
    if let inspection {
      lines.append(("renderer", "\(inspection.location.path) (\(inspection.location.origin.words))"))
      lines.append(("Graphviz", inspection.graphviz))
      lines.append(("layouts", Self.list(inspection.layouts)))
      lines.append(("formats", Self.list(inspection.formats)))
      lines.append(("fonts", Self.list(inspection.fonts.map { ($0.script, $0.isThere == true) })))
      lines.append(("test pictures", drawn.isEmpty ? "none" : drawn.joined(separator: ", ")))
    } else {
      lines.append(("renderer", "none that works"))
      lines.append(("Graphviz", hasGraphviz ? "there is a library; only the renderer can say more" : "no library"))
    }
    let width = lines.map(\.0.count).max() ?? 0
    return lines.map { name, value in
      name + String(repeating: " ", count: width - name.count + 2) + value + "\n"
    }.joined() + (problems.isEmpty ? "all is there\n" : "")
  }

  private static func list(_ items: [(String, Bool)]) -> String {
    let there = items.filter(\.1).map(\.0)
    let missing = items.filter { !$0.1 }.map(\.0)
    let words = there.isEmpty ? "none" : there.joined(separator: ", ")
    return missing.isEmpty ? words : "\(words); missing: \(missing.joined(separator: ", "))"
  }

  var json: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("version")
    json.string(Text(EntenteCommand.version))
    json.key("platform")
    json.string(Text(Self.platform))
    json.key("renderer")
    if let inspection {
      json.beginObject()
      json.key("path")
      json.string(Text(inspection.location.path))
      json.key("found")
      json.string(Text(inspection.location.origin.words))
      json.endObject()
    } else {
      json.null()
    }
    json.key("graphviz")
    if let version = inspection?.graphviz { json.string(Text(version)) } else { json.null() }
    json.answers("layouts", inspection?.layouts.map { ($0.name, $0.isThere) } ?? [])
    json.answers("formats", inspection?.formats.map { ($0.name, $0.isThere) } ?? [])
    json.answers("fonts", inspection?.fonts.map { ($0.script, $0.isThere) } ?? [])
    json.key("pictures")
    json.beginArray()
    for format in drawn { json.string(Text(format)) }
    json.endArray()
    json.key("problems")
    json.beginArray()
    for problem in problems {
      json.beginObject()
      json.key("severity")
      json.string(Text(problem.severity.rawValue))
      json.key("code")
      json.string(Text(problem.code))
      json.key("message")
      json.string(Text(problem.message))
      json.key("help")
      json.beginArray()
      for line in problem.help { json.string(Text(line)) }
      json.endArray()
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return json.bytes + [0x0A]
  }
}

extension JSONWriter {
  /// An object of true, false, and null for what is not known.
  fileprivate mutating func answers(_ key: Text, _ items: [(String, Bool?)]) {
    self.key(key)
    beginObject()
    for (name, isThere) in items {
      self.key(Text(name))
      if let isThere { boolean(isThere) } else { null() }
    }
    endObject()
  }
}

extension RendererLocation.Origin {
  fileprivate var words: String {
    switch self {
    case .variable: "named by ENTENTE_RENDERER"
    case .besideExecutable: "beside entente"
    case .searchPath: "on the PATH"
    }
  }
}

/// The words of what is missing, and how to get it.
private enum Problems {
  static let noGraphviz = Diagnostic(
    .error, code: "DC01", "Graphviz's library is not installed", help: [install("libgraphviz-dev", brew: "graphviz")])

  static func plugins(_ names: [String]) -> Diagnostic {
    Diagnostic(
      .warning, code: "DC02", "Graphviz has no plugin for \(names.joined(separator: ", "))",
      help: [install("graphviz", brew: "graphviz"), "if it is installed, let it find its plugins: `dot -c` as root"])
  }

  static func font(_ script: String) -> Diagnostic {
    Diagnostic(
      .warning, code: "DC03", "no font has \(script) characters, which PNG and PDF then show as empty boxes",
      help: [install("fonts-noto-cjk", brew: "font-noto-sans-cjk")])
  }

  static let noFontconfig = Diagnostic(
    .warning, code: "DC04", "fontconfig is missing, so fonts cannot be looked for",
    help: [install("fontconfig", brew: "fontconfig")])

  private static func install(_ package: String, brew: String) -> String {
    #if os(macOS)
      "install it: `brew install \(brew)`"
    #else
      "install it; on Debian and Ubuntu: `apt install \(package)`"
    #endif
  }
}
