/// Two texts compared line by line, as `diff -u` prints it.
enum UnifiedDiff {
  private static let context = 3

  private enum Line {
    case kept(Int, Int)
    case removed(Int)
    case added(Int)

    var isKept: Bool { if case .kept = self { true } else { false } }
  }

  /// - Complexity: O(lines · differences)
  static func text(old: [UInt8], new: [UInt8], name: String) -> String {
    let (before, after) = (lines(old), lines(new))
    let script = script(before, after)
    guard script.contains(where: { !$0.isKept }) else { return "" }
    var text = "--- \(name)\n+++ \(name)\n"
    var position = 0
    while let first = script[position...].firstIndex(where: { !$0.isKept }) {
      let start = max(position, first - context)
      var end = first
      var kept = 0
      while end < script.count, kept <= 2 * context {
        kept = script[end].isKept ? kept + 1 : 0
        end += 1
      }
      if kept > context { end -= kept - context }
      text += hunk(script[start..<end], before, after)
      position = end
    }
    return text
  }

  private static func hunk(_ script: ArraySlice<Line>, _ before: [ArraySlice<UInt8>], _ after: [ArraySlice<UInt8>])
    -> String
  {
    var (oldStart, newStart): (Int?, Int?) = (nil, nil)
    var (oldCount, newCount) = (0, 0)
    var body = ""
    func line(_ sign: String, _ bytes: ArraySlice<UInt8>) -> String {
      let text = String(decoding: bytes, as: UTF8.self)
      return sign + text + (bytes.last == 0x0A ? "" : "\n\\ No newline at end of file\n")
    }
    for step in script {
      switch step {
      case .kept(let old, let new):
        (oldStart, newStart) = (oldStart ?? old, newStart ?? new)
        (oldCount, newCount) = (oldCount + 1, newCount + 1)
        body += line(" ", before[old])
      case .removed(let old):
        oldStart = oldStart ?? old
        oldCount += 1
        body += line("-", before[old])
      case .added(let new):
        newStart = newStart ?? new
        newCount += 1
        body += line("+", after[new])
      }
    }
    func place(_ start: Int?, _ count: Int) -> String {
      "\(start.map { $0 + 1 } ?? 0)" + (count == 1 ? "" : ",\(count)")
    }
    return "@@ -\(place(oldStart, oldCount)) +\(place(newStart, newCount)) @@\n" + body
  }

  /// With their line breaks.
  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: 0x0A).map { $0 + 1 } ?? rest.endIndex
      lines.append(rest[..<end])
      rest = rest[end...]
    }
    return lines
  }

  private static func script(_ before: [ArraySlice<UInt8>], _ after: [ArraySlice<UInt8>]) -> [Line] {
    let difference = after.difference(from: before)
    let removed = Set(difference.removals.map(\.offset))
    let added = Set(difference.insertions.map(\.offset))
    var script: [Line] = []
    var (old, new) = (0, 0)
    while old < before.count || new < after.count {
      if old < before.count, removed.contains(old) {
        script.append(.removed(old))
        old += 1
      } else if new < after.count, added.contains(new) {
        script.append(.added(new))
        new += 1
      } else {
        script.append(.kept(old, new))
        old += 1
        new += 1
      }
    }
    return script
  }
}

extension CollectionDifference.Change {
  fileprivate var offset: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
