import Entente
import EntenteSyntax
import EntenteTestSupport
import Testing

/// What the fuzzer has found, as small as it could make it.
struct FuzzFindingTests {
  @Test(arguments: [
    // A predicate that is no boolean must not be asked on rows that the pattern as written does not reach.
    (FuzzKind.plans, "2 v:5\n---\nMATCH ()-[r]-(n) WHERE 6 > 7 AND n.v RETURN n"),
    (.plans, "4 :A p:0 v:2\n---\nMATCH ({p: 1})-[*..]-(n:A) WHERE n.v RETURN n"),
    (.plans, "A :B v:1\n---\nMATCH ()-[*..]-(n:B) WHERE n.v MATCH ()-[]-() RETURN 3"),
  ])
  func `a finding is mended`(kind: FuzzKind, text: String) {
    #expect(kind.violation(of: ContiguousArray(text.utf8)) == nil)
  }
}
