import EntenteDiagram
import EntenteTestSupport
import Foundation
import Testing

/// The picture in the documentation shows what the command draws today. Places are not compared: they depend on the
/// fonts of the machine. `ENTENTE_RECORD=1` draws it anew.
struct PublishedPictureTests {
  static let file = Repository.root.appending(path: "Sources/Entente/Entente.docc/Resources/race.svg")

  @Test func `the picture of the race in the documentation is up to date`() throws {
    let folder = try TemporaryFolder.workspace()
    let run = try ProcessRun.shell("entente draw race --lang en --output race.svg", in: folder)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    let drawn = try Data(contentsOf: folder.url.appending(path: "race.svg"))
    if GoldenFile.records { try drawn.write(to: Self.file) }
    let published = try DrawnPicture(Array(try Data(contentsOf: Self.file)))
    let expected = try DrawnPicture(Array(drawn))
    #expect(
      published.outline == expected.outline && published.title == expected.title
        && published.description == expected.description,
      "draw it anew: entente draw race --output \(Self.file.lastPathComponent), or ENTENTE_RECORD=1")
    #expect(expected.nodes.count > 10 && expected.edges.count > 20)
  }
}
