import EntenteSyntax
import Testing

@Suite struct `The nearest name` {
  @Test(arguments: [
    ("Compnay", "Company"), ("company", "Company"), ("PARTNER_WITH", "PARTNERS_WITH"), ("알리바", "알리바바"),
    ("persn", "person"), ("nmae", "name"), ("Company", nil), ("xyz", nil), ("a", nil), ("", nil), ("b", nil),
  ]) func `is suggested only where it is near`(_ pair: (String, String?)) {
    let known = ["Country", "Company", "PARTNERS_WITH", "RIVALS", "person", "name", "알리바바", "x"]
    #expect(NearestName.of(pair.0, among: known) == pair.1)
  }

  @Test func `prefers another case to another letter, and does not depend on the order`() {
    #expect(NearestName.of("ACTOR", among: ["FACTOR", "Actor"]) == "Actor")
    #expect(NearestName.of("bat", among: ["rat", "cat"]) == "cat")
    #expect(NearestName.of("bat", among: ["cat", "rat"]) == "cat")
  }

  @Test func `tells canonically equivalent names apart`() {
    #expect(NearestName.of("cafe\u{301}", among: ["caf\u{E9}"]) != nil)
  }
}
