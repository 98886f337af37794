import EntenteDiagram
import EntenteSyntax
import EntenteTestSupport
import Testing

/// Style sheets of somebody who means no good, from their text to the picture; `EntenteFuzz --styles 1000` runs more.
struct HostileStyleSheetTests {
  @Test(arguments: 0..<8 as Range<UInt64>)
  func `hostile style sheets end in an error with a place, or in a harmless picture`(batch: UInt64) throws {
    let failure = try HostileStyleSheet.firstFailure(in: batch * 25..<(batch + 1) * 25)
    #expect(failure == nil, "\(failure ?? "")")
  }

  @Test func `half of them are drawn, and the same seed gives the same sheet`() {
    var errors = 0
    for seed in 0..<200 as Range<UInt64> {
      let text = HostileStyleSheet.text(seed: seed)
      #expect(text == HostileStyleSheet.text(seed: seed))
      if StyleSheet(parsing: SourceText(text, name: "hostile")).hasErrors { errors += 1 }
    }
    #expect((40...160).contains(errors), "\(errors) of 200 have errors")
  }
}
