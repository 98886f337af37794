import Testing

@Suite struct FeatureParserTests {
  private let text = #"""
    #encoding: utf-8

    Feature: Match9 - Deprecated scenarios
      Some words that describe the feature.

      Background:
        Given an empty graph
        And having executed:
          """
          CREATE (:A)
          """

      # a comment
      @skipStyleCheck @slow
      Scenario: [1] Plain
        When executing query:
          """
          MATCH (n)
            RETURN n
          """
        Then the result should be, in any order:
          | n    | a \| b |
          | (:A) | '\n\\' |
        And no side effects

      Scenario Outline: [2] Outline
        When executing query:
          """
          RETURN <left> + <right>, 1 < 2
          """
        Then the result should be, in any order:
          | <left> + <right> |
          | <result>         |

        Examples:
          | left | right | result |
          | 1    | 2     | 3      |

        Examples:
          | left     | right | result |
          | '<left>' | 'b'   | 'ab'   |
          | 5        | 6     | 11     |
    """#

  @Test func `a feature is read with background, tags, doc strings and tables`() throws {
    let feature = try FeatureParser.parse(text)
    #expect(feature.name == "Match9 - Deprecated scenarios")
    #expect(feature.background.map(\.text) == ["an empty graph", "having executed:"])
    #expect(feature.background.last?.docString == "CREATE (:A)")
    let plain = try #require(feature.definitions.first)
    #expect(plain.number == 1 && plain.title == "Plain" && !plain.isOutline)
    #expect(plain.tags == ["@skipStyleCheck", "@slow"])
    #expect(plain.steps.map(\.text).last == "no side effects")
    #expect(plain.steps.first?.docString == "MATCH (n)\n  RETURN n")
    #expect(plain.steps.dropFirst().first?.table == [["n", "a | b"], ["(:A)", "'\n\\'"]])
    #expect(feature.definitions.last?.examples.map(\.rows.count) == [1, 2])
  }

  @Test func `an outline gives a scenario for each row, counted over all its examples`() throws {
    let scenarios = try FeatureParser.parse(text).scenarios(file: "Match9", category: "clauses/match")
    #expect(scenarios.map(\.id) == ["Match9[1]", "Match9[2]#1", "Match9[2]#2", "Match9[2]#3"])
    #expect(scenarios.map(\.steps.count) == [5, 4, 4, 4])
    #expect(scenarios[1].steps[2].docString == "RETURN 1 + 2, 1 < 2")
    #expect(scenarios[1].steps[3].table == [["1 + 2"], ["3"]])
    #expect(scenarios[2].steps[2].docString == "RETURN '<left>' + 'b', 1 < 2")
  }

  @Test func `two outlines with one number are counted together`() throws {
    let outline = """
      Scenario Outline: [4] X
        Given any graph
        Examples:
          | a |
          | 1 |
      """
    let scenarios = try FeatureParser.parse("Feature: F\n\(outline)\n\(outline)\nScenario: [4] Y\n")
      .scenarios(file: "F", category: "")
    #expect(scenarios.map(\.id) == ["F[4]#1", "F[4]#2", "F[4]#3"])
  }

  @Test(arguments: [
    ("Given any graph", 1, "a step outside of a scenario: any graph"),
    ("Feature: F\nScenario: X", 2, "the scenario's title does not start with its number in brackets: X"),
    ("Feature: F\nScenario: [1] X\n  Gven any graph", 3, "this is no step, table or keyword: Gven any graph"),
    ("Feature: F\nScenario: [1] X\n  Given a\n  | 1 | 2", 4, "the row of a table does not end with |"),
    ("Feature: F\nScenario: [1] X\n  When b\n  \"\"\"\n  RETURN 1", 4, "the doc string is not closed"),
    ("Feature: F\nScenario: [1] X\nExamples:", 3, "Examples belong to a Scenario Outline"),
    ("Feature: F\nScenario: [1] X\n  | 1 |", 3, "a table that belongs to no step"),
    (
      "Feature: F\nScenario Outline: [1] X\nExamples:\n|a|b|\n|1|", 5, "the row has 1 cells, its header has 2"
    ),
    ("# nothing", 1, "the file has no Feature"),
  ])
  func `what is not understood is an error with its line`(_ text: String, _ line: Int, _ message: String) {
    #expect(throws: GherkinError(line: line, message: message)) { try FeatureParser.parse(text) }
  }

  @Test(
    arguments: [
      (#"| a | b |"#, ["a", "b"]), (#"||"#, [""]), (#"|"#, []),
      (#"| a\|b | \\ | \n |"#, ["a|b", "\\", "\n"]),
      (#"| '\'' | \d |"#, [#"'\''"#, #"\d"#]),
    ] as [(String, [String])])
  func `cells are trimmed and unescaped`(_ line: String, _ cells: [String]) {
    #expect(TableRow.cells(of: line[...]) == cells)
  }
}
