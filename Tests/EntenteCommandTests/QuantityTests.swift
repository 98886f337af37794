import Testing

@testable import EntenteCommand

/// Numbers with a unit, as options take them.
struct QuantityTests {
  @Test(arguments: [
    ("500ms", 0.5), ("2s", 2), ("1.5 s", 1.5), ("1m", 60), ("2h", 7200), ("0s", 0), (".5s", 0.5),
  ])
  func `a duration has a unit`(text: String, seconds: Double) {
    #expect(Quantity.duration(text) == .seconds(seconds))
  }

  @Test(arguments: ["", "2", "s", "-1s", "1e3s", "nans", "infs", "0x10s", "2 days", "1..2s", "99999999999999s", "２s"])
  func `anything else is no duration`(text: String) {
    #expect(Quantity.duration(text) == nil)
  }

  @Test(arguments: [
    ("1000", 1000), ("64K", 65_536), ("64 kb", 65_536), ("500MB", 524_288_000), ("2GB", 2_147_483_648),
    ("1.5g", 1_610_612_736), ("1t", 1_099_511_627_776), ("12b", 12), ("0", 0),
  ])
  func `a size may have a unit`(text: String, bytes: Int) {
    #expect(Quantity.bytes(text) == bytes)
  }

  @Test(arguments: ["", "MB", "-1", "1e9", "0x10", "nan", "12 pounds", "99999999999999999999999"])
  func `anything else is no size`(text: String) {
    #expect(Quantity.bytes(text) == nil)
  }
}
