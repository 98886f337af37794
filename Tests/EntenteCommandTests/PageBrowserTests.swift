import EntenteTestSupport
import Foundation
import Testing

/// Pages as a reader sees them: `Tests/Browser/page-test.py` in Chromium, from disk, with the network off.
struct PageBrowserTests {
  /// Whether there are a browser, its driver and the module that speaks to it.
  static let hasBrowser: Bool = {
    let script = "command -v chromium && command -v chromedriver && python3 -c 'import selenium'"
    return (try? ProcessRun.shell(script, in: TemporaryFolder.workspace()).status) == 0
  }()

  @Test(
    .enabled(if: hasBrowser, "no browser: apt-get install chromium chromium-driver; pip install selenium"),
    .timeLimit(.minutes(5)))
  func `search, details, filters, slider and keys work, with no request and no word on the console`() throws {
    let test = QueryScript.package.appendingPathComponent("Tests/Browser/page-test.py").path
    let run = try ProcessRun.shell("python3 '\(test)' \"$(command -v entente)\"", in: TemporaryFolder.workspace())
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }
}
