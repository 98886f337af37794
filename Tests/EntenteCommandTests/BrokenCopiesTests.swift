import EntenteTestSupport
import Foundation
import Testing

/// Broken copies of the three graphs, one fault each: `entente check --strict` gives exactly the one right finding at
/// the right place, and `--fix` does what the finding promises and nothing else.
struct BrokenCopiesTests {
  /// What `--fix` makes of a broken copy.
  enum Fix: Sendable {
    /// Nothing: no fix is certain.
    case none
    /// The original, byte for byte.
    case restores
    /// The original with the first text replaced by the second.
    case gives(String, String)
  }

  struct Fault: Sendable, CustomStringConvertible {
    let description: String
    let graph: String
    /// What stands once in the graph, and what takes its place; `⟦…⟧` marks what the finding points at.
    let old: String
    let new: String
    let code: String
    let fix: Fix

    init(_ description: String, _ graph: String, _ old: String, _ new: String, _ code: String, _ fix: Fix = .none) {
      self.description = description
      self.graph = graph
      self.old = old
      self.new = new
      self.code = code
      self.fix = fix
    }
  }

  private static let (race, alliances, tribes) = ("ai-infrastructure", "european-alliances", "highland-tribes")

  static let faults: [Fault] = [
    // Names that the schema does not know
    Fault("a misspelt label", race, "nvidia :Actor :Company", "nvidia :Actor ⟦:Compnay⟧", "PG301", .restores),
    Fault("a label of another world", race, "jack-ma :Actor :Person", "jack-ma :Actor ⟦:Wizard⟧", "PG301"),
    Fault("a misspelt type", race, "alibaba -> china :BASED_IN", "alibaba -> china ⟦:BASED_INN⟧", "PG302", .restores),
    Fault(
      "a misspelt type that is symmetric", tribes, "tribe-1 -- tribe-2 :PARTNERS_WITH",
      "tribe-1 -- tribe-2 ⟦:PARTNER_WITH⟧", "PG302", .restores),
    Fault("a misspelt key", race, " capacity_gw:10", " ⟦capacty_gw⟧:10", "PG303", .restores),
    Fault(
      "a required key, misspelt", alliances, "franco-russian: france -- russia :PARTNERS_WITH\n  since:",
      "franco-russian: france -- russia :PARTNERS_WITH\n  ⟦sicne⟧:", "PG303", .restores),
    Fault("a key of other elements", race, "role:CEO claim:6", "⟦capacity_gw⟧:1 claim:6", "PG303"),
    Fault(
      "an inherited label that is missing", race, "tencent :Actor :Company", "tencent ⟦:Company⟧", "PG304", .restores),
    // Ends and directions
    Fault(
      "an edge the wrong way round", race, "wu-yongming -> alibaba :LEADS", "⟦alibaba⟧ -> wu-yongming :LEADS", "PG305",
      .restores),
    Fault(
      "an end that is not allowed", race, "hangzhou -> china :LOCATED_IN", "hangzhou -> ⟦agi⟧ :LOCATED_IN", "PG305"),
    Fault(
      "an arrow on a symmetric type", race, "nvidia -- openai :PARTNERS_WITH", "nvidia ⟦->⟧ openai :PARTNERS_WITH",
      "PG315", .restores),
    Fault(
      "no arrow on a type with a direction", race, "jack-ma -> alibaba :FOUNDED", "jack-ma ⟦--⟧ alibaba :FOUNDED",
      "PG315", .restores),
    // Properties
    Fault(
      "a required property that is missing", alliances,
      "africa :Source name:Africa name@ko:아프리카 publisher:\"own coding from the treaty's dates\"",
      "⟦africa :Source⟧ name:Africa name@ko:아프리카", "PG306"),
    Fault(
      "evidence about nothing", race,
      "evidence-stargate-2 :Evidence\n  name:\"Stargate costs USD 100 billion, about KRW 141 trillion\" about:stargate",
      "⟦evidence-stargate-2 :Evidence⟧\n  name:\"Stargate costs USD 100 billion, about KRW 141 trillion\"", "PG306"),
    Fault("a number in quotes", race, "capacity_gw:10", "capacity_gw:⟦\"10\"⟧", "PG307", .restores),
    Fault("a text for a number", race, "years:3", "years:⟦three⟧", "PG307"),
    Fault(
      "a word that is not of the list", race,
      "openai-invests-stargate: openai -> stargate :INVESTS_IN\n  joint:true status:announced",
      "openai-invests-stargate: openai -> stargate :INVESTS_IN\n  joint:true status:⟦anounced⟧", "PG307", .restores),
    Fault("two values of a key that is no list", race, "role:CEO", "role:⟦CEO,chairman⟧", "PG307"),
    Fault(
      "a date in the order of another country", alliances,
      "reinsurance-germany-russia: germany -- russia :PARTNERS_WITH\n  since:1887-06-18",
      "reinsurance-germany-russia: germany -- russia :PARTNERS_WITH\n  since:⟦18.06.1887⟧", "PG307", .restores),
    Fault(
      "a date that no calendar has", alliances, "since:1907-08-31", "since:⟦1907-08-32⟧", "PG307"),
    Fault(
      "a tie that ends before it begins", alliances, "since:\"1898\" until:\"1914\"", "since:⟦\"1918\"⟧ until:\"1914\"",
      "PG310"),
    // Sources and references
    Fault(
      "a claim without a source", race, "hangzhou-in-china: hangzhou -> china :LOCATED_IN claim:8 source:article",
      "⟦hangzhou-in-china: hangzhou -> china :LOCATED_IN⟧ claim:8", "PG308"),
    Fault(
      "a source that is not there", alliances, "\n  source:dual-alliance", "\n  source:⟦dual-aliance⟧", "PG309",
      .restores),
    Fault(
      "a source that is no Source", race,
      "tencent-develops-hunyuan: tencent -> hunyuan :DEVELOPS claim:28 source:article",
      "tencent-develops-hunyuan: tencent -> hunyuan :DEVELOPS claim:28 source:⟦alibaba⟧", "PG309"),
    Fault(
      "evidence about what is not there", race, "KRW 700 trillion\" about:stargate",
      "KRW 700 trillion\" about:⟦stargat⟧",
      "PG309", .restores),
    Fault(
      "an edge to what is not there", race, "huawei -> china :BASED_IN", "huawei -> ⟦chinaa⟧ :BASED_IN", "PG314",
      .restores),
    // What is there twice, or too often, or alone
    Fault(
      "a symmetric tie twice, the other way round", tribes,
      "allied-3-4: tribe-3 -- tribe-4 :PARTNERS_WITH source:read-1954",
      "allied-3-4: tribe-3 -- tribe-4 :PARTNERS_WITH source:read-1954\n⟦allied-4-3: tribe-4 -- tribe-3 :PARTNERS_WITH⟧ source:read-1954",
      "PG311"),
    Fault(
      "a symmetric tie twice, at overlapping times", alliances, "\nfranco-russian: france -- russia :PARTNERS_WITH",
      "\nagain: russia -- france :PARTNERS_WITH\n  since:\"1890\" until:\"1895\" name:\"Franco-Russian Alliance\" source:franco-russian-alliance\n⟦franco-russian: france -- russia :PARTNERS_WITH⟧",
      "PG311"),
    Fault("a name of two nodes", tribes, "name:\"Tribe 2\"", "name:⟦\"Tribe 1\"⟧", "PG312"),
    Fault("an alias that is the name", race, "alias:USA", "alias:USA,⟦\"United States\"⟧", "PG312"),
    Fault("a node alone", race, "cloud :Technology", "⟦web :Technology⟧ name:web\ncloud :Technology", "PG313"),
    Fault(
      "two countries of a company", race, "alibaba-in-china: alibaba -> china :BASED_IN claim:33 source:article",
      "also: alibaba -> united-states :BASED_IN claim:33 source:article where:\"1.2\"\n⟦alibaba-in-china: alibaba -> china :BASED_IN⟧ claim:33 source:article",
      "PG316"),
    // The traps of the format
    Fault(
      "labels in one word", race, "openai :Actor :Company", "openai ⟦:Actor:Company⟧", "PG101", .restores),
    Fault(
      "a type stuck to an id", race, "nvidia -> united-states :BASED_IN", "nvidia -> ⟦united-states:BASED_IN⟧", "PG102",
      .restores),
    Fault(
      "brackets for a list", race, "topic:\"large language models\",AI,cloud", "topic:⟦[AI,cloud]⟧", "PG104",
      .gives("topic:\"large language models\",AI,cloud", "topic:AI,cloud")),
    Fault("a key twice", race, "role:CEO", "role:CEO ⟦role:chairman⟧", "PG105"),
    Fault("null", race, "role:CEO", "role:⟦null⟧", "PG106", .gives(" role:CEO", "")),
    Fault(
      "a language after a colon", race, "name:Nvidia name@ko:엔비디아", "name:Nvidia ⟦name:ko:엔비디아⟧", "PG107", .restores),
    Fault("a comment without a blank", race, "role:CEO claim:6", "role:CEO⟦#claim:6⟧", "PG109"),
  ]

  @Test(arguments: faults)
  func `one fault, one finding, at its place, with its fix`(fault: Fault) throws {
    let folder = try TemporaryFolder.workspace()
    let url = folder.url.appendingPathComponent("Graphs/\(fault.graph).pg")
    let original = try String(contentsOf: url, encoding: .utf8)
    try #require(original.components(separatedBy: fault.old).count == 2, "`\(fault.old)` is not there once")
    let marked = original.replacingOccurrences(of: fault.old, with: fault.new)
    let place = try #require(Place(of: marked))
    let broken = marked.replacing("⟦", with: "").replacing("⟧", with: "")
    try broken.write(to: url, atomically: false, encoding: .utf8)

    let check = try ProcessRun.shell(
      "entente check Graphs/\(fault.graph).pg --strict --error-format json", in: folder)
    let findings = try check.errors.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(check.status == 1)
    #expect(findings.map { $0["code"] as? String } == [fault.code], "\(check.errors)")
    if let finding = findings.first {
      let found = [finding["line"], finding["column"], finding["endLine"], finding["endColumn"]].map { $0 as? Int }
      #expect(found == place.numbers, "\(finding["message"] ?? "")")
    }

    let expected =
      switch fault.fix {
      case .none: broken
      case .restores: original
      case .gives(let old, let new): original.replacingOccurrences(of: old, with: new)
      }
    _ = try ProcessRun.shell("entente check Graphs/\(fault.graph).pg --fix", in: folder)
    let mended = try String(contentsOf: url, encoding: .utf8)
    #expect(mended.unicodeScalars.elementsEqual(expected.unicodeScalars), "\(Self.difference(mended, expected))")
    if case .none = fault.fix { return }
    #expect(try ProcessRun.shell("entente check Graphs/\(fault.graph).pg --strict", in: folder).status == 0)
  }

  @Test func `there are enough, of every graph and every rule that a graph can break`() {
    #expect(Self.faults.count >= 20)
    #expect(Set(Self.faults.map(\.graph)).count == 3)
    // PG317 is told as PG312 where the identifier is the name, as in these graphs.
    let codes = Set(Self.faults.map(\.code))
    for code in 301...316 { #expect(codes.contains("PG\(code)"), "PG\(code)") }
  }

  @Test func `the graphs have no findings, not even warnings`() throws {
    let run = try ProcessRun.shell("entente check Graphs --strict", in: TemporaryFolder.workspace())
    #expect(run.status == 0, "\(run.errors)")
  }

  private static func difference(_ actual: String, _ expected: String) -> String {
    let (a, b) = (actual.components(separatedBy: "\n"), expected.components(separatedBy: "\n"))
    return a.difference(from: b).map { change in
      switch change {
      case .insert(let line, let text, _): "\(line + 1) is \(text)"
      case .remove(let line, let text, _): "\(line + 1) should be \(text)"
      }
    }.joined(separator: "\n")
  }
}

/// Line and column of `⟦…⟧` in a text once the marks are taken out: start and end, from 1, in Unicode scalars.
private struct Place {
  let numbers: [Int?]

  init?(of marked: String) {
    let parts = marked.components(separatedBy: "⟦")
    guard parts.count == 2 else { return nil }
    let inner = parts[1].components(separatedBy: "⟧")
    guard inner.count == 2 else { return nil }
    func position(_ text: String) -> [Int?] {
      let lines = text.components(separatedBy: "\n")
      return [lines.count, (lines.last ?? "").unicodeScalars.count + 1]
    }
    numbers = position(parts[0]) + position(parts[0] + inner[0])
  }
}
