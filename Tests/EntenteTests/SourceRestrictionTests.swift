import Entente
import EntenteSyntax
import EntenteTestSupport
import Testing

/// What stands according to sources, and without others.
struct SourceRestrictionTests {
  /// Two papers, one of which cites a report; what each says.
  static let graph = """
    paper :Source name:Paper name@ko:신문 publisher:House
    other :Source name:Other
    report :Source name:Report cited_by:paper
    agency :Outlet name:Agency alias:AG
    agency -> report :PUBLISHED source:paper
    a :Actor name:A
    b :Actor name:B
    c :Actor name:C source:report
    x :Project name:X budget:1,2
    ev1 :Evidence about:x property:budget value:1 source:paper
    ev2 :Evidence about:x property:budget value:2 source:report
    ev3 :Evidence about:t6 source:other stance:supports
    ev4 :Evidence about:t1 source:other stance:disputes
    t1: a -- b :RIVALS source:paper
    t2: a -- b :PARTNERS_WITH source:paper,report
    t3: a -> x :INVESTS_IN source:paper,other
    t4: b -> x :INVESTS_IN source:report confidence:alleged
    t5: a -> c :KNOWS
    t6: b -> c :KNOWS confidence:confirmed
    """

  static func part(_ restriction: GraphRestriction) throws -> Graph {
    let graph = try QueryScript.graph(Self.graph)
    let part = try graph.restricted(to: restriction).graph
    #expect(part.checkInvariants() == [])
    return part
  }

  static func ties(_ graph: Graph) -> [String] {
    (0..<UInt32(graph.relationshipCount)).compactMap { graph.fileID(of: RelationshipID($0)) }.map { String($0) }
      .sorted()
  }

  @Test(arguments: [
    (["paper"], ["t1", "t2", "t3", "t4"]),
    (["report"], ["t2", "t4"]),
    (["AG"], ["t2", "t4"]),
    (["Agency"], ["t2", "t4"]),
    (["House"], ["t1", "t2", "t3", "t4"]),
    (["신문"], ["t1", "t2", "t3", "t4"]),
    (["other"], ["t3"]),
    (["report", "other"], ["t2", "t3", "t4", "t6"]),
    (["alleged"], ["t4"]),
    (["alleged", "confirmed"], ["t4", "t6"]),
    (["report", "alleged"], ["t4"]),
  ])
  func `a tie stands by the word of a chosen source`(chosen: [String], expected: [String]) throws {
    #expect(Self.ties(try Self.part(GraphRestriction(accordingTo: chosen))) == expected)
  }

  // c rests on the report, and takes its ties along.
  @Test(arguments: [
    (["paper"], ["t3"]),
    (["report"], ["t1", "t3"]),
    (["other"], ["t1", "t2", "t3", "t4", "t5"]),
    (["alleged"], ["t1", "t2", "t3", "t5", "t6"]),
  ])
  func `a tie falls with the sources whose own word it is`(left: [String], expected: [String]) throws {
    #expect(Self.ties(try Self.part(GraphRestriction(without: left))) == expected)
  }

  @Test func `what has fallen is not named any more, and its values go`() throws {
    let part = try Self.part(GraphRestriction(without: ["other", "report"]))
    let rows = try part.query(
      "MATCH (s:Source) RETURN s.id AS x UNION ALL MATCH ()-[r {id: 't3'}]->() RETURN r.source AS x "
        + "UNION ALL MATCH (p:Project) RETURN p.budget AS x UNION ALL MATCH (e:Evidence) RETURN e.id AS x"
    ).rows.map { $0[0].literal }
    #expect(rows == ["'paper'", "['paper']", "[1]", "'ev1'"])
  }

  @Test func `an unknown source is told with the nearest name`() throws {
    let error = #expect(throws: RestrictionError.self) { try Self.part(GraphRestriction(accordingTo: ["paepr"])) }
    #expect(
      error?.diagnostic.message == "the graph has no source, outlet, publisher or confidence called `paepr`")
    #expect(error?.diagnostic.help == ["did you mean `Paper`?"])
    let far = #expect(throws: RestrictionError.self) { try Self.part(GraphRestriction(without: ["Encyclopaedia"])) }
    #expect(far?.diagnostic.help == ["its sources: paper, other, report"])
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `a restriction by sources is a filter of elements`(seed: UInt64) throws {
    var random = SplitMix64(seed: 0x50_0B_CE + seed)
    var text = ""
    var carriers: [String: [String]] = [:]
    let sources = (0..<4).map { "s\($0)" }
    func some() -> [String] { sources.filter { _ in random.next() % 3 == 0 } }
    for source in sources {
      let by = some().filter { $0 < source }
      carriers[source] = by
      text += "\(source) :Source\(by.isEmpty ? "" : " cited_by:" + by.joined(separator: ","))\n"
    }
    for node in 0..<4 { text += "n\(node) :Actor\n" }
    var listed: [String: [String]] = [:]
    for tie in 0..<8 {
      let by = some()
      listed["t\(tie)"] = by
      text += "t\(tie): n\(random.next() % 4) -> n\(random.next() % 4) :A"
      text += "\(by.isEmpty ? "" : " source:" + by.joined(separator: ","))\n"
    }
    let graph = try QueryScript.graph(text)
    let (chosen, left) = (some(), some())
    let part = try graph.restricted(to: GraphRestriction(accordingTo: chosen, without: left)).graph
    // Tried for every source by following who cites whom.
    func isTrusted(_ source: String) -> Bool {
      chosen.isEmpty || chosen.contains(source) || (carriers[source] ?? []).contains(where: isTrusted)
    }
    func isFallen(_ source: String) -> Bool {
      let by = carriers[source] ?? []
      return left.contains(source) || !by.isEmpty && by.allSatisfy(isFallen)
    }
    let expected = listed.filter { _, by in
      let own = by.filter { source in !by.contains { carriers[$0]?.contains(source) ?? false } }
      return by.isEmpty ? chosen.isEmpty : own.contains { isTrusted($0) && !isFallen($0) }
    }.keys.sorted()
    #expect(Self.ties(part) == expected, "seed \(seed), according to \(chosen), without \(left)\n\(text)")
    let names = try part.query("MATCH (s:Source) RETURN s.id").rows.map { $0[0].literal }
    #expect(names == sources.filter { isTrusted($0) && !isFallen($0) }.map { "'\($0)'" }, "seed \(seed)")
  }
}
