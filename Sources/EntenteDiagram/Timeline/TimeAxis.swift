import Entente

/// The scale of a timeline: days to points, and where lines and years stand.
struct TimeAxis {
  struct Tick {
    let day: Int64
    let text: String
  }

  let first, last: Int64
  let ticks: [Tick]
  private let left, width: Double

  /// - Parameter days: all days that must be seen; not empty.
  init(_ days: [Int64], left: Double, width: Double) {
    let low = days.min() ?? 0
    let high = max(days.max() ?? 0, low + 1)
    let margin = max(1, (high - low) / 24)
    (first, last) = (low - margin, high + margin)
    self.left = left
    self.width = width
    ticks = Self.ticks(first, last)
  }

  func x(_ day: Int64) -> Double {
    left + width * Double(min(max(day, first), last) - first) / Double(last - first)
  }

  /// At most a dozen round dates: days, months or years.
  private static func ticks(_ first: Int64, _ last: Int64) -> [Tick] {
    guard let from = try? Temporal.Date(epochDay: first), let to = try? Temporal.Date(epochDay: last) else { return [] }
    let most: Int64 = 12
    for months in [1, 3, 6] as [Int64] where (last - first) / 30 <= most * months {
      let start = from.year * 12 + (from.month - 1)
      let end = to.year * 12 + (to.month - 1)
      return stride(from: (start / months) * months, through: end, by: Int(months)).compactMap { month in
        let (year, number) = (month.quotient(12), month.remainder(12) + 1)
        return tick(year, number, "\(year)-\(number < 10 ? "0" : "")\(number)", within: first...last)
      }
    }
    var step: Int64 = 1
    var factors = [2, 5, 10][...]
    var scale: Int64 = 1
    while (to.year - from.year) / step > most {
      if factors.isEmpty {
        factors = [2, 5, 10]
        scale *= 10
      }
      step = scale * Int64(factors.removeFirst())
    }
    return stride(from: from.year.quotient(step) * step, through: to.year, by: Int(step)).compactMap { year in
      tick(year, 1, "\(year)", within: first...last)
    }
  }

  private static func tick(_ year: Int64, _ month: Int64, _ text: String, within days: ClosedRange<Int64>) -> Tick? {
    guard let date = try? Temporal.Date(year: year, month: month), days.contains(date.epochDay) else { return nil }
    return Tick(day: date.epochDay, text: text)
  }
}

extension Int64 {
  /// Rounded down, so that years before 1 are counted like the others.
  fileprivate func quotient(_ divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }

  fileprivate func remainder(_ divisor: Int64) -> Int64 { self - quotient(divisor) * divisor }
}
