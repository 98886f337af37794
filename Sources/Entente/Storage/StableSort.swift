/// Sorting of 32-bit items by 32-bit keys, near the floor: counting where keys are dense, else by comparison.
enum StableSort {
  /// The items in ascending order of their keys; items of equal keys keep their order.
  ///
  ///     sorted([0, 1, 2, 3], keys: [7, 5, 7, 5])  =  [1, 3, 0, 2]
  ///
  /// - Parameter items: indices into `keys`.
  /// - Complexity: O(*n* + span of keys), or O(*n* log *n*) where the span is much larger than *n*.
  static func sorted(
    _ items: ContiguousArray<UInt32>, keys: ContiguousArray<UInt32>
  ) -> ContiguousArray<UInt32> {
    guard var lowest = items.first.map({ keys[Int($0)] }) else { return items }
    var highest = lowest
    var previous = lowest
    var isSorted = true
    for item in items {
      let key = keys[Int(item)]
      if key < previous { isSorted = false }
      previous = key
      lowest = min(lowest, key)
      highest = max(highest, key)
    }
    if isSorted { return items }
    let span = Int(highest - lowest) + 1
    return span <= 8 * items.count + 64
      ? byCounting(items, keys, lowest: lowest, span: span) : byComparison(items, keys)
  }

  private static func byCounting(
    _ items: ContiguousArray<UInt32>, _ keys: ContiguousArray<UInt32>, lowest: UInt32, span: Int
  ) -> ContiguousArray<UInt32> {
    var places = ContiguousArray<UInt32>(repeating: 0, count: span + 1)
    for item in items { places[Int(keys[Int(item)] - lowest) + 1] += 1 }
    for key in 1...span { places[key] += places[key - 1] }
    var sorted = ContiguousArray<UInt32>(repeating: 0, count: items.count)
    for item in items {
      let key = Int(keys[Int(item)] - lowest)
      sorted[Int(places[key])] = item
      places[key] += 1
    }
    return sorted
  }

  private static func byComparison(
    _ items: ContiguousArray<UInt32>, _ keys: ContiguousArray<UInt32>
  ) -> ContiguousArray<UInt32> {
    // Key and place in one word: ascending words are the stable order.
    var words = ContiguousArray<UInt64>()
    words.reserveCapacity(items.count)
    for (place, item) in items.enumerated() {
      words.append(UInt64(keys[Int(item)]) << 32 | UInt64(place))
    }
    words.sort()
    return ContiguousArray(words.lazy.map { items[Int(UInt32(truncatingIfNeeded: $0))] })
  }
}
