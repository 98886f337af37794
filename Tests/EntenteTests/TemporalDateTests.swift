import Entente
import Testing

/// Dates against a calendar that is counted day by day.
struct TemporalDateTests {
  /// A calendar that knows only how to go to the next day.
  struct CountedDay {
    var year: Int64
    var month: Int64 = 1
    var day: Int64 = 1
    var ordinal: Int64 = 1
    var weekday: Int64

    var isLeap: Bool { year % 400 == 0 || (year % 4 == 0 && year % 100 != 0) }
    var lengths: [Int64] { [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] }

    mutating func advance() {
      weekday = weekday % 7 + 1
      ordinal += 1
      day += 1
      guard day > lengths[Int(month) - 1] else { return }
      day = 1
      month += 1
      guard month > 12 else { return }
      (month, ordinal) = (1, 1)
      year += 1
    }
  }

  @Test func `every day of eight hundred years has the components that counting gives`() throws {
    // 1600-01-01 was a Saturday.
    var counted = CountedDay(year: 1600, weekday: 6)
    let start = try Temporal.Date(year: 1600)
    for offset in 0..<292_194 as Range<Int64> {
      let date = try Temporal.Date(epochDay: start.epochDay + offset)
      let civil = date.civil
      let isRight =
        try (civil.year, civil.month, civil.day) == (counted.year, counted.month, counted.day)
        && date.ordinalDay == counted.ordinal && date.dayOfWeek == counted.weekday
        && Temporal.Date(year: counted.year, month: counted.month, day: counted.day) == date
        && Temporal.Date(weekYear: date.weekYear, week: date.week, dayOfWeek: date.dayOfWeek) == date
        && Temporal.Date(year: date.year, ordinalDay: date.ordinalDay) == date
        && Temporal.Date(year: date.year, quarter: date.quarter, dayOfQuarter: date.dayOfQuarter) == date
      guard isRight else {
        Issue.record("\(date) is not \(counted)")
        return
      }
      counted.advance()
    }
    #expect(counted.year == 2400)
  }

  @Test func `texts of dates are read back`() throws {
    for day in stride(from: Int64(-365_242_000_000), through: 365_241_000_000, by: 3_650_007_919) {
      let date = try Temporal.Date(epochDay: day)
      #expect(try Temporal.Date(Text(date.description)) == date)
    }
  }

  @Test(arguments: [
    "", "2015-", "2015-13-01", "2015-02-29", "2015-W54", "2014-W53", "2015-366", "20155", "2015-7-1",
    "+1234567890-01-01", "2015-07-21T", "2015-Q5", "x", "2015-07-21Z", "201507-21",
  ])
  func `a wrong date is refused`(text: String) {
    #expect(throws: TemporalError.self) { try Temporal.Date(Text(text)) }
  }

  @Test(arguments: [
    "", "P", "PT", "P1", "1D", "P1H", "PT1D", "P1D1Y", "P1.D", "P99999999999999999999Y", "P--1D", "P1DT",
  ])
  func `a wrong duration is refused`(text: String) {
    #expect(throws: TemporalError.self) { try Temporal.Duration(Text(text)) }
  }

  @Test func `every zone can be read, and summer time goes on`() throws {
    var count = 0
    for name in Temporal.NamedZone.names {
      count += 1
      let moment = try Temporal.DateTime(Text("2524-07-01T12:00[\(name)]"))
      #expect(try Temporal.DateTime(Text(moment.description)) == moment)
    }
    #expect(count > 500)
    #expect(try Temporal.DateTime("2524-07-01T12:00[Europe/Paris]").offset.description == "+02:00")
    #expect(try Temporal.DateTime("2524-07-01T12:00[Australia/Sydney]").offset.description == "+10:00")
    #expect(try Temporal.DateTime("2524-01-01T12:00[Australia/Sydney]").offset.description == "+11:00")
  }

  @Test func `skipped times move forward, and of repeated ones the earlier is taken`() throws {
    #expect(
      try Temporal.DateTime("2025-03-30T02:30[Europe/Berlin]").description == "2025-03-30T03:30+02:00[Europe/Berlin]")
    #expect(
      try Temporal.DateTime("2025-10-26T02:30[Europe/Berlin]").description == "2025-10-26T02:30+02:00[Europe/Berlin]")
    #expect(
      try Temporal.DateTime("2025-10-26T02:30+01:00[Europe/Berlin]").description
        == "2025-10-26T02:30+01:00[Europe/Berlin]")
    #expect(throws: TemporalError.self) { try Temporal.DateTime("2025-10-26T02:30+05:00[Europe/Berlin]") }
  }
}

struct PartialDateTests {
  func value(_ text: Text) throws -> Value { .temporal(.partialDate(try PartialDate(text))) }

  @Test func `partial dates compare by their days, and where these overlap not at all`() throws {
    let year = try value("2025")
    #expect(Value.isLess(year, try value("2026-01")) == true)
    #expect(Value.isLess(try value("2026-01"), year) == false)
    #expect(Value.isLess(year, try value("2025-02")) == nil)
    #expect(Value.isLess(year, try value("~2026")) == nil)
    #expect(Value.isLess(try value("~2024-02"), try value("2024-04")) == true)
    #expect(Value.isLess(try value("2025-02/2028"), try value("2028-12-31")) == nil)
    #expect(Value.isLessOrEqual(try value("2025-02/2028"), try value("2028-12-31")) == true)
    #expect(Value.equals(year, year) == true)
    #expect(Value.equals(year, try value("2025-02")) == nil)
    #expect(Value.equals(year, try value("2026")) == false)
    let day = Value.temporal(.date(try Temporal.Date("2025-02-24")))
    #expect(Value.equals(day, try value("2025-02-24")) == true)
    #expect(EquivalenceKey(day) == EquivalenceKey(try value("2025-02-24")))
    #expect(EquivalenceKey(day).hashValue == EquivalenceKey(try value("2025-02-24")).hashValue)
    #expect(Value.isLess(day, year) == nil)
  }

  @Test func `a tie holds from its start to before its end`() throws {
    let (since, until) = (try PartialDate("1882-05-20"), try PartialDate("1915"))
    for (date, holds) in [("1882", true), ("1882-05-19", false), ("1914-12", true), ("1915", false)] {
      #expect(PartialDate.holds(since: since, until: until, asOf: try PartialDate(Text(date))) == holds, "\(date)")
    }
    #expect(PartialDate.holds(since: nil, until: nil, asOf: since))
  }

  @Test(arguments: ["", "25", "2025-", "2025-13", "2028/2025", "2025/2026/2027", "~", "2025-2", "/2025"])
  func `a wrong partial date is refused`(text: String) {
    #expect(throws: TemporalError.self) { try PartialDate(Text(text)) }
  }
}
