import EntenteSyntax

/// The files of a new graph: one that has no findings and is formatted, with the parts that most maps need.
struct GraphTemplate {
  let name: String

  /// Paths from the folder of the workspace, and texts.
  var files: [(path: String, text: String)] {
    [("Graphs/\(name).pg", graph), ("Graphs/\(name).pgs", schema), ("Queries/\(name).cypher", query)]
  }

  private var graph: String {
    let title = String(decoding: GraphFile.Spelling.value(name.utf8), as: UTF8.self)
    return """
      # \(name): who works with whom, and who competes with whom.
      #
      # A node is `id :Label key:value`, an edge `id: a -> b :TYPE key:value`, or `--` where it has no direction.
      # Indented lines go on with a statement; several values have commas between. \(name).pgs says which labels, types
      # and keys there are. After a change: entente check, entente format.

      @graph :Graph title:\(title) lang:en licence:CC0-1.0

      # --- Sources: every tie names one ---------------------------------------------------------------------------

      report :Source name:"Report, the first source" publisher:"Example Press" date:2025-01-31

      # --- Who ----------------------------------------------------------------------------------------------------

      north :Actor :Company name:"North Works" name@ko:노스웍스 alias:NW
      south :Actor :Company name:"South Works" name@ko:사우스웍스
      ann :Actor :Person name:"Ann North" name@ko:"앤 노스"

      # --- Ties ---------------------------------------------------------------------------------------------------

      # Partner and rival at once: two ties, each with its topic.
      north-partners-south: north -- south :PARTNERS_WITH topic:batteries since:2024-05 source:report
      north-rivals-south: north -- south :RIVALS topic:motors source:report
      ann-leads-north: ann -> north :LEADS role:"chief executive" since:"2021" source:report
      north-invests-south: north -> south :INVESTS_IN amount@USD:25000000 since:"2024" source:report

      """
  }

  private var schema: String {
    """
    // What \(name).pg may and must hold.

    CREATE NODE TYPE ABSTRACT (actorType: Actor {
      name STRING,
      OPTIONAL name@* STRING,
      OPTIONAL alias LIST<STRING>,
      OPTIONAL note LIST<STRING>
    })
    CREATE NODE TYPE (companyType: actorType & Company)
    CREATE NODE TYPE (personType: actorType & Person)
    CREATE NODE TYPE (governmentType: actorType & Government)

    CREATE NODE TYPE (sourceType: Source {
      name STRING,
      OPTIONAL name@* STRING,
      OPTIONAL publisher STRING,
      OPTIONAL author STRING,
      OPTIONAL date DATE,
      OPTIONAL url STRING
    }) OPTIONS {drawn: false}

    // What every tie may carry. It holds from `since`, and no longer from `until` on; a date is as exact as you know it.
    CREATE EDGE TYPE ABSTRACT ()-[tie {
      source LIST<STRING>,
      OPTIONAL topic LIST<STRING>,
      OPTIONAL since DATE,
      OPTIONAL until DATE,
      OPTIONAL note LIST<STRING>
    }]->() OPTIONS {sourced: true}

    CREATE EDGE TYPE (:Actor)-[: tie & PARTNERS_WITH]-(:Actor) OPTIONS {sign: 1}
    CREATE EDGE TYPE (:Actor)-[: tie & RIVALS]-(:Actor) OPTIONS {sign: -1}
    CREATE EDGE TYPE (:personType)-[: tie & LEADS {OPTIONAL role STRING}]->(:companyType|governmentType)
    // One key a currency: amount@USD, amount@KRW.
    CREATE EDGE TYPE (:Actor)-[: tie & INVESTS_IN {OPTIONAL amount@* INTEGER}]->(:companyType)

    FOR (x: Actor) IDENTIFIER x.name

    """
  }

  private var query: String {
    """
    // title: Partners and rivals
    // description: All ties between actors, as a picture or a table.
    // graph: \(name)
    // draw: yes

    MATCH tie = (a:Actor)-[]-(b:Actor)
    WHERE a.id < b.id
    RETURN tie

    """
  }
}
