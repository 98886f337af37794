public import Entente
import EntenteDiagram
import EntenteSyntax

/// Style sheets of somebody who means no good, and what must hold of them as a user meets them: from the text to an
/// error with a place, or to a picture that is harmless and does not keep anybody waiting.
public enum HostileStyleSheet {
  /// The graph that they are about.
  public static func graph() throws -> Graph {
    let text = """
      alibaba :Company name:Alibaba name@ko:알리바바 claim:1 share:0.5 day:"2025-02" list:1,2,3
      nvidia :Company name:"<b>Nvidia</b>" claim:-9223372036854775808 url:"javascript:alert(1)"
      ma :Person name:"Jack \\\\N Ma" share:1e308
      t1: alibaba -- nvidia :RIVALS claim:2 amount@KRW:5000000000000 source:"?"
      t2: alibaba -> nvidia :INVESTS_IN amount@KRW:1 note:"\\\"><script>"
      t3: ma -> alibaba :LEADS since:1999
      t4: nvidia -> nvidia :ANSWERS

      """
    return try GraphFormat.pg.read(SourceText(text, name: "hostile.pg"), linting: false).document.graph()
  }

  private static let selectors: [(target: StyleSheet.Target, text: String)] = [
    (.node, "node"), (.relationship, "relationship"), (.cluster, "cluster"), (.graph, "@graph"),
    (.node, "node.Company"),
    (.node, "node.`Company`"), (.node, "node#alibaba"), (.node, "node[claim]"), (.node, "node[claim > 0]"),
    (.relationship, "relationship[amount@KRW >= 1e12]"), (.relationship, "relationship.INVESTS_IN"),
    (.relationship, "relationship:rivalry"), (.node, "node:where(n.name = 'x')"),
    (.node, "node:where(EXISTS { (n)--() })"), (.relationship, "relationship:unsourced"),
    (.relationship, "relationship:ended"), (.node, "node.Nothing, node#ma"),
    (.relationship, "relationship[note *= '<script>']"),
  ]

  private static let badSelectors = [
    "node:where(all(x IN range(1, 1000000) WHERE x > 0))", "node:where(n.claim / 0 = 1)", "*", "relationship.", "node[",
    "node:where(true RETURN n UNION MATCH (n) RETURN n //)", "node:hover", "@media dark { node",
    "node:where(n) SET n.x = 1",
  ]

  private static let values = [
    "#fff", "#ffffff80", "red", "transparent", "box", "ellipse", "star", "point", "none", "invis", "dashed, bold", "0",
    "-5", "1e309", "144", "20in", "999999", "0.001", "12 mm", "true", "auto", "sfdp", "patchwork", "circo", "LR",
    "\"{name}\"", "\"{url}\"", "\"{note} {id} {type} {nothing}\"", "\"\\N\\G\\\"", "\"javascript:alert(1)\"",
    "\"file:///etc/passwd\"", "\"https://example.org/{id}\"", "\"</text><script>alert(1)</script>\"",
    "\"\\\"><img src=x onerror=alert(1)>\"", "scale(claim, 1, 20)", "scale(log, share, 0, 1000)",
    "scale(sqrt, amount@KRW, 1, 6)", "scale(day, #000, #fff)", "scale(claim, 1, 2, 5, 5)", "scale(list, 4, 144)",
    "categorize(name)", "categorize(claim, okabe-ito)", "categorize(day, red, #abc)", "darker(red)",
    "url(file:///etc/passwd)", "expression(alert(1))", "Helvetica, \"x\\\"><script>\"", "Noto Sans CJK KR",
    "normal", "vee", "both", "\u{202E}가", "\u{0}", "\\",
  ]

  private static let others = [
    "image", "shapefile", "stylesheet", "imagepath", "fontpath", "_background", "background", "onclick", "href",
    "caption", "diameter", "border-color", "text-color-internal",
  ]

  private static let damage: [Character] = ["{", "}", "\"", "(", ")", ";", "*", "/", "\\", "@", "#", "\n", "가"]

  /// A value that the grammar of a property takes, mostly.
  private static func value(of property: StyleProperty, using random: inout SplitMix64) -> String {
    func number(_ range: ClosedRange<Double>) -> String {
      let share = random.pick([0, 0.1, 0.5, 1])
      return "\(range.lowerBound + (range.upperBound - range.lowerBound) * share)"
    }
    switch property.grammar {
    case .color:
      return random.pick(["#fff", "#102030", "red", "scale(claim, #000, #fff)", "categorize(name)", "#ffffff80"])
    case .points(let range), .inches(let range), .number(let range):
      if random.chance(30) {
        return "scale(\(random.pick(["log", "sqrt", "linear"])), claim, \(number(range)), \(number(range)))"
      }
      return number(range)
    case .word(let words), .words(let words): return random.pick(words)
    case .template: return random.pick(values.filter { $0.hasPrefix("\"") } + ["none"])
    case .fonts: return random.pick(["Helvetica", "Noto Sans CJK KR, serif", "No Such Font"])
    }
  }

  private static func rule(using random: inout SplitMix64) -> String {
    let isBad = random.chance(12)
    let selector = random.pick(selectors)
    var text = (isBad ? random.pick(badSelectors) : selector.text) + " { "
    let fitting = StyleProperty.allCases.filter { $0.targets.contains(selector.target) }
    for _ in 0...(random.next() % 4) {
      let property = random.pick(fitting)
      if random.chance(6) {
        text += "\(random.pick(StyleProperty.allCases.map(\.rawValue) + others)): \(random.pick(values)); "
      } else {
        text += "\(property.rawValue): \(value(of: property, using: &random)); "
      }
    }
    return text + "}\n"
  }

  /// A sheet; the same seed gives the same.
  public static func text(seed: UInt64) -> String {
    var random = SplitMix64(seed: seed)
    var text = ""
    for _ in 0...(random.next() % 4) { text += rule(using: &random) }
    // Some are damaged as a whole.
    if random.chance(20) {
      var characters = Array(text)
      for _ in 0...(random.next() % 4) {
        let place = Int(random.next() % UInt64(characters.count))
        if random.chance(50) {
          characters.remove(at: place)
        } else {
          characters.insert(random.pick(damage), at: place)
        }
        if characters.isEmpty { break }
      }
      text = String(characters)
    }
    if random.chance(2) {
      text = String(repeating: random.pick(["node { ", "(", "node{color:red}", "\""]), count: 5_000)
    }
    return text
  }

  /// What is wrong with how a sheet is treated, or nil.
  public static func violation(of text: String, on graph: Graph) -> String? {
    let start = ContinuousClock.now
    let source = SourceText(text, name: "hostile.style")
    let sheet = StyleSheet(parsing: source)
    let findings = sheet.diagnostics + (sheet.hasErrors ? [] : StyleCheck.diagnostics(of: sheet, on: graph))
    for finding in findings {
      // A character NUL makes it no text at all, of whatever kind.
      guard finding.code.hasPrefix("SS") || finding.code == "PG001", !finding.message.isEmpty else {
        return "a finding without a code: \(finding)"
      }
      if let range = finding.range, range.upper > source.utf8.count { return "a place behind the end: \(finding)" }
    }
    if findings.contains(where: { $0.severity == .error }) { return late(start) }
    var options = DiagramOptions()
    options.styleSheets = [sheet]
    options.clustering = .label
    do throws(RenderError) {
      let picture = try Diagram(graph, options: options).renderAndWait(.svg, limits: RenderLimits(time: .seconds(60)))
      let svg = picture.text.lowercased()
      for bad in ["<script", "<image", "\"javascript:", "href=\"file:", " onerror=\"", " onclick=\"", "url("]
      where svg.contains(bad) {
        return "the picture holds \(bad)"
      }
    } catch {
      switch error {
      case .renderingFailed, .tooLarge, .tooManyPixels: break
      case .rendererMissing, .rendererUnusable, .pluginsMissing, .timeout, .outOfMemory, .crashed, .badText,
        .pictureRefused,
        .cancelled:
        return "\(error)"
      }
    }
    return late(start)
  }

  private static func late(_ start: ContinuousClock.Instant) -> String? {
    let time = ContinuousClock.now - start
    return time > .seconds(60) ? "it took \(time)" : nil
  }

  /// The first sheet of some numbers that fails, in words.
  public static func firstFailure(in seeds: Range<UInt64>) throws -> String? {
    let graph = try graph()
    for seed in seeds {
      let text = text(seed: seed)
      if let violation = violation(of: text, on: graph) { return "style sheet \(seed): \(violation)\n\(text)" }
    }
    return nil
  }
}
