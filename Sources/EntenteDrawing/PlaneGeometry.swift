/// A point of a drawing, in points of 1/72 inch; y grows upwards.
public struct PlanePoint: Sendable, Hashable {
  public var x: Double
  public var y: Double

  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  /// To a hundredth of a point, as positions are kept.
  public var rounded: PlanePoint { PlanePoint((x * 100).rounded() / 100, (y * 100).rounded() / 100) }

  func distance(to other: PlanePoint) -> Double {
    let (dx, dy) = (other.x - x, other.y - y)
    return (dx * dx + dy * dy).squareRoot()
  }

  func mixed(with other: PlanePoint, _ share: Double) -> PlanePoint {
    PlanePoint(x + (other.x - x) * share, y + (other.y - y) * share)
  }
}

/// A box with upright sides.
public struct PlaneBox: Sendable, Hashable {
  public var left: Double
  public var bottom: Double
  public var right: Double
  public var top: Double

  public init(left: Double, bottom: Double, right: Double, top: Double) {
    self.left = left
    self.bottom = bottom
    self.right = right
    self.top = top
  }

  public init(center: PlanePoint, width: Double, height: Double) {
    self.init(
      left: center.x - width / 2, bottom: center.y - height / 2, right: center.x + width / 2,
      top: center.y + height / 2)
  }

  /// Holds no point; the start of a box around some.
  public static let nothing = PlaneBox(left: .infinity, bottom: .infinity, right: -.infinity, top: -.infinity)

  public var width: Double { max(0, right - left) }
  public var height: Double { max(0, top - bottom) }
  public var center: PlanePoint { PlanePoint((left + right) / 2, (bottom + top) / 2) }

  func contains(_ point: PlanePoint) -> Bool {
    point.x > left && point.x < right && point.y > bottom && point.y < top
  }

  func overlaps(_ other: PlaneBox) -> Bool {
    left < other.right && other.left < right && bottom < other.top && other.bottom < top
  }

  func grown(by margin: Double) -> PlaneBox {
    PlaneBox(left: left - margin, bottom: bottom - margin, right: right + margin, top: top + margin)
  }

  public mutating func include(_ other: PlaneBox) {
    left = min(left, other.left)
    right = max(right, other.right)
    bottom = min(bottom, other.bottom)
    top = max(top, other.top)
  }

  public mutating func include(_ point: PlanePoint) {
    left = min(left, point.x)
    right = max(right, point.x)
    bottom = min(bottom, point.y)
    top = max(top, point.y)
  }

  /// How far a point lies from it, sideways or upwards; 0 of a point in it.
  func distance(to point: PlanePoint) -> Double {
    contains(point) ? 0 : max(left - point.x, point.x - right, bottom - point.y, point.y - top, .leastNormalMagnitude)
  }

  /// How far it reaches out of another box.
  func excess(beyond other: PlaneBox) -> Double {
    max(0, other.left - left) + max(0, right - other.right) + max(0, other.bottom - bottom) + max(0, top - other.top)
  }
}

/// A line through points, walked by its length.
public struct Polyline {
  /// About 5 apart.
  public let points: [PlanePoint]
  let length: Double
  let box: PlaneBox
  /// No two points that follow one another are farther apart.
  private let spacing: Double

  static let spacing = 5.0
  /// No line of a picture that can be read needs more points.
  static let limit = 2000

  /// - Parameter curve: the control points of cubic Bézier curves that continue one another: 1 + 3 for each.
  public init(curve: [PlanePoint]) {
    var path: [PlanePoint] = curve.first.map { [$0] } ?? []
    var start = 0
    while start + 3 < curve.count {
      let (a, b, c, d) = (curve[start], curve[start + 1], curve[start + 2], curve[start + 3])
      let steps = min(max(4, Int((a.distance(to: b) + b.distance(to: c) + c.distance(to: d)) / 8)), 100)
      for step in 1...steps {
        let share = Double(step) / Double(steps)
        let (ab, bc, cd) = (a.mixed(with: b, share), b.mixed(with: c, share), c.mixed(with: d, share))
        path.append(ab.mixed(with: bc, share).mixed(with: bc.mixed(with: cd, share), share))
      }
      start += 3
    }
    self.init(path: path)
  }

  init(path: [PlanePoint]) {
    var total = 0.0
    for (a, b) in zip(path, path.dropFirst()) { total += a.distance(to: b) }
    length = total.isFinite ? total : 0
    spacing = max(Self.spacing, length / Double(Self.limit))
    var points: [PlanePoint] = path.first.map { [$0] } ?? []
    var walked = 0.0
    for (a, b) in zip(path, path.dropFirst()) {
      let step = a.distance(to: b)
      guard step > 0, step.isFinite else { continue }
      var next = spacing - walked
      while next <= step {
        points.append(a.mixed(with: b, next / step))
        next += spacing
      }
      walked = step - (next - spacing)
    }
    if let last = path.last, points.last != last { points.append(last) }
    self.points = points
    var box = PlaneBox.nothing
    for point in points { box.include(point) }
    self.box = box
  }

  /// Its direction at one of its points, of length 1.
  func direction(at index: Int) -> PlanePoint {
    let (a, b) = (points[max(0, index - 2)], points[min(points.count - 1, index + 2)])
    let distance = a.distance(to: b)
    return distance > 0 ? PlanePoint((b.x - a.x) / distance, (b.y - a.y) / distance) : PlanePoint(1, 0)
  }

  /// How much of it lies in a box.
  func length(in other: PlaneBox) -> Double {
    guard points.count > 1, box.overlaps(other.grown(by: 0.1)) else { return 0 }
    var (count, index) = (0, 0)
    while index < points.count {
      let away = other.distance(to: points[index])
      if away == 0 { count += 1 }
      // None of the points that are nearer along the line than the box is can be in it.
      index += max(1, Int(away / (spacing * 1.001)))
    }
    return Double(count) * length / Double(points.count - 1)
  }
}
