/// Finds what may lie near a place without looking at everything: items in square cells of the plane.
///
///     var grid = SpatialGrid(covering: bounds, count: boxes.count)
///     for (index, box) in boxes.enumerated() { grid.insert(index, in: box) }
///     grid.items(in: box)          // each once, in their order: those that overlap the box are among them
///
/// What reaches beyond the bounds belongs to the cells at the rim, so that nothing is missed anywhere. An item that has
/// moved is inserted again; its old cells then name it in vain, since whoever asks looks at where it is.
///
/// - Complexity: O(cells touched) for each call, with about one item a cell where items are small and evenly spread.
struct SpatialGrid {
  private let origin: PlanePoint
  private let side: Double
  private let columns: Int
  private let rows: Int
  private var cells: [[Int32]]

  private static let limit = 512

  init(covering bounds: PlaneBox, count: Int) {
    let (width, height) = (max(bounds.width, 1), max(bounds.height, 1))
    let isUsable = width.isFinite && height.isFinite
    let wanted = isUsable ? (width * height / Double(max(count, 1))).squareRoot() : 1
    side = isUsable ? max(wanted, max(width, height) / Double(Self.limit), 1) : 1
    origin = isUsable ? PlanePoint(bounds.left, bounds.bottom) : PlanePoint(0, 0)
    columns = isUsable ? min(Int(width / side) + 1, Self.limit) : 1
    rows = isUsable ? min(Int(height / side) + 1, Self.limit) : 1
    cells = [[Int32]](repeating: [], count: columns * rows)
  }

  mutating func insert(_ item: Int, in box: PlaneBox) {
    for row in rows(box.bottom, box.top) {
      for column in columns(box.left, box.right) { add(item, to: row * columns + column) }
    }
  }

  /// Inserts a straight line into the cells that it goes through.
  mutating func insert(_ item: Int, from a: PlanePoint, to b: PlanePoint) {
    forCells(from: a, to: b) { add(item, to: $0) }
  }

  /// Pieces of one line that come after one another are in a cell once.
  private mutating func add(_ item: Int, to cell: Int) {
    if cells[cell].last != Int32(item) { cells[cell].append(Int32(item)) }
  }

  /// The items in the cells of a box.
  func items(in box: PlaneBox) -> [Int] {
    var found: [Int32] = []
    for row in rows(box.bottom, box.top) {
      for column in columns(box.left, box.right) { found += cells[row * columns + column] }
    }
    return Self.distinct(found)
  }

  /// The items in the cells that a straight line goes through.
  func items(from a: PlanePoint, to b: PlanePoint) -> [Int] {
    var found: [Int32] = []
    forCells(from: a, to: b) { found += cells[$0] }
    return Self.distinct(found)
  }

  /// The items in the cell of a point, in the order in which they came; without making a list of its own.
  func items(at point: PlanePoint) -> [Int32] {
    cells[rows(point.y, point.y).lowerBound * columns + columns(point.x, point.x).lowerBound]
  }

  private func forCells(from a: PlanePoint, to b: PlanePoint, _ body: (Int) -> Void) {
    let (first, last) = a.x <= b.x ? (a, b) : (b, a)
    for column in columns(first.x, last.x) {
      // The part of the line in this column; at the rim it goes on beyond.
      let left = column == 0 ? first.x : max(first.x, origin.x + Double(column) * side)
      let right = column == columns - 1 ? last.x : min(last.x, origin.x + Double(column + 1) * side)
      func height(at x: Double) -> Double {
        last.x - first.x < 1e-9 ? first.y : first.y + (last.y - first.y) * (x - first.x) / (last.x - first.x)
      }
      let ends = last.x - first.x < 1e-9 ? (first.y, last.y) : (height(at: left), height(at: right))
      for row in rows(min(ends.0, ends.1) - 1e-6, max(ends.0, ends.1) + 1e-6) { body(row * columns + column) }
    }
  }

  private static func distinct(_ items: [Int32]) -> [Int] {
    guard items.count > 1 else { return items.map(Int.init) }
    var distinct: [Int] = []
    for item in items.sorted() where distinct.last != Int(item) { distinct.append(Int(item)) }
    return distinct
  }

  private func columns(_ low: Double, _ high: Double) -> ClosedRange<Int> {
    Self.range((low - origin.x) / side, (high - origin.x) / side, columns)
  }

  private func rows(_ low: Double, _ high: Double) -> ClosedRange<Int> {
    Self.range((low - origin.y) / side, (high - origin.y) / side, rows)
  }

  private static func range(_ low: Double, _ high: Double, _ count: Int) -> ClosedRange<Int> {
    func cell(_ place: Double) -> Int { place.isFinite ? Int(min(max(place, 0), Double(count - 1))) : 0 }
    let first = cell(low)
    return first...max(first, cell(high))
  }
}

extension PlanePoint {
  /// On which side of the way from one point to another it lies: positive to the left.
  func side(from a: PlanePoint, to b: PlanePoint) -> Double { (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x) }

  /// Whether two straight lines cross, each at a point inside of it.
  static func crosses(_ a: PlanePoint, _ b: PlanePoint, _ c: PlanePoint, _ d: PlanePoint) -> Bool {
    c.side(from: a, to: b) * d.side(from: a, to: b) < 0 && a.side(from: c, to: d) * b.side(from: c, to: d) < 0
  }
}

extension PlaneBox {
  /// Whether a straight line goes through it (clipping after Liang and Barsky, 1984).
  func meets(from a: PlanePoint, to b: PlanePoint) -> Bool {
    var (enter, leave) = (0.0, 1.0)
    for (delta, low, high) in [(b.x - a.x, left - a.x, right - a.x), (b.y - a.y, bottom - a.y, top - a.y)] {
      if abs(delta) < 1e-12 {
        if low >= 0 || high <= 0 { return false }
      } else {
        enter = max(enter, min(low / delta, high / delta))
        leave = min(leave, max(low / delta, high / delta))
      }
    }
    return enter < leave
  }
}
