import Entente

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension PartialDate {
  /// The day that it is, in Greenwich.
  static var today: PartialDate? {
    (try? Temporal.Date(epochDay: Int64(time(nil)) / 86_400)).map { PartialDate($0) }
  }
}
