#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How many different values a column holds.
///
/// Exact up to 65,536 values and for strings and booleans of any number. Above, numbers are estimated by
/// HyperLogLog with 4,096 registers (standard error 1.6 %), and general values by going on as the number of different
/// ones grew over the second half of the first 65,536. The same column gives the same number in every process, so
/// that plans do not vary.
///
/// Source: Flajolet, Fusy, Gandouet, Meunier: HyperLogLog (2007).
enum DistinctCount {
  private static let exactLimit = 1 << 16

  static func of(_ integers: ContiguousArray<Int64>) -> Int {
    integers.count <= exactLimit
      ? Set(integers).count : estimate(integers.lazy.map { UInt64(bitPattern: $0) }, count: integers.count)
  }

  static func of(_ floats: ContiguousArray<Double>) -> Int {
    // Zeros of both signs are one value, and so are all NaN.
    let bits = floats.lazy.map { $0 == 0 ? 0 : $0.isNaN ? Double.nan.bitPattern : $0.bitPattern }
    return floats.count <= exactLimit ? Set(bits).count : estimate(bits, count: floats.count)
  }

  static func of(_ values: ContiguousArray<Value>) -> Int {
    if values.count <= exactLimit { return Set(values.lazy.map(EquivalenceKey.init)).count }
    let half = exactLimit / 2
    var seen = Set(values.prefix(half).lazy.map(EquivalenceKey.init))
    let early = seen.count
    seen.formUnion(values[half..<exactLimit].lazy.map(EquivalenceKey.init))
    let growth = Double(seen.count - early) / Double(half)
    return seen.count + Int(growth * Double(values.count - exactLimit))
  }

  private static func estimate(_ words: some Sequence<UInt64>, count: Int) -> Int {
    var registers = ContiguousArray<UInt8>(repeating: 0, count: 4096)
    for word in words {
      var hash = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
      hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
      hash ^= hash >> 31
      let rank = UInt8((hash << 12 | 1 << 11).leadingZeroBitCount + 1)
      let register = Int(hash >> 52)
      registers[register] = max(registers[register], rank)
    }
    let size = Double(registers.count)
    let empty = registers.count { $0 == 0 }
    let harmonic = registers.reduce(0) { $0 + exp2(-Double($1)) }
    let raw = 0.7213 / (1 + 1.079 / size) * size * size / harmonic
    let estimate = raw <= 2.5 * size && empty > 0 ? size * log(size / Double(empty)) : raw
    return min(count, max(1, Int(estimate.rounded())))
  }
}
