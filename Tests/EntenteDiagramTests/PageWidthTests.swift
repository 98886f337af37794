import EntenteTestSupport
import Foundation
import Testing

/// Small pictures can be printed on a page: their smallest words have 7 points where the picture is 170 mm wide.
struct PageWidthTests {
  @Test(
    arguments: [
      "Graphs/european-alliances.pg --as-of 1882", "Graphs/european-alliances.pg --as-of 1907 --lang ko",
      "Graphs/ai-infrastructure.pg --around Alibaba --theme print", "camps --footnotes",
      "Graphs/ai-infrastructure.pg --around 알리바바 --lang ko", "Graphs/ai-infrastructure.pg --around OpenAI", "race",
      "Graphs/european-alliances.pg", "race --layout fdp", "race --layout circo",
      "race --layout twopi", "camps --layout twopi --lang ko",
      "race --layout dot", "camps --layout dot",
      "Graphs/european-alliances.pg --layout dot", "Graphs/european-alliances.pg --as-of 1882 --layout dot",
      "Graphs/ai-infrastructure.pg --around Alibaba --layout dot", "camps --cluster-by label --layout fdp",
    ])
  func `pictures of up to 15 nodes have words of 7 points on a page`(arguments: String) throws {
    let folder = try TemporaryFolder.workspace()
    let run = try ProcessRun.shell("entente draw \(arguments) --format svg", in: folder)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    let box = try #require(run.output.firstMatch(of: #/viewBox="[-0-9.]+ [-0-9.]+ ([0-9.]+) /#)?.1)
    let width = try #require(Double(box))
    let sizes = run.output.matches(of: #/font-size="([0-9.]+)"/#).compactMap { Double($0.1) }
    let least = try #require(sizes.min())
    let pointsOnPage = least * (170 / 25.4 * 72) / width
    #expect(pointsOnPage >= 7, "\(arguments): the picture is \(width) wide")
  }
}
