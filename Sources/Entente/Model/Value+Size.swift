extension Value {
  /// About how many bytes the value holds outside its own sixteen; nothing for numbers and graph elements.
  ///
  /// An estimate for memory limits: of a long list or map some items stand for all. Storage that values share is
  /// counted for each of them.
  ///
  /// - Complexity: O(1)
  var heapBytes: Int { heapBytes(depth: 0) }

  private func heapBytes(depth: Int) -> Int {
    switch self {
    case .string(let text): return 32 + text.utf8.count
    case .path(let path): return 32 + 4 * path.elements.count
    case .list(let items):
      return 32 + 16 * items.count + Self.sampled(items.count, depth: depth) { items[$0].heapBytes(depth: depth + 1) }
    case .map(let map):
      return 32 + 24 * map.entries.count
        + Self.sampled(map.entries.count, depth: depth) { map.entries[$0].value.heapBytes(depth: depth + 1) }
    default: return 0
    }
  }

  /// The sum of `bytes` over all places, estimated from at most eight of them; nothing below four levels.
  private static func sampled(_ count: Int, depth: Int, _ bytes: (Int) -> Int) -> Int {
    guard depth < 4, count > 0 else { return 0 }
    let step = max(1, count / 8)
    var sum = 0
    var samples = 0
    for place in stride(from: 0, to: count, by: step) {
      sum += bytes(place)
      samples += 1
    }
    return sum / samples * count
  }
}
