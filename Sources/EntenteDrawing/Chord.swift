/// The straight way between two points, and curves along it.
struct Chord {
  let from: PlanePoint
  let to: PlanePoint
  let length: Double
  let normal: PlanePoint

  init(from: PlanePoint, to: PlanePoint) {
    self.from = from
    self.to = to
    length = max(from.distance(to: to), 0.01)
    normal = PlanePoint(-(to.y - from.y) / length, (to.x - from.x) / length)
  }

  /// A curve whose middle parts lie so far to the left, from points so far from the ends.
  func curve(_ offsets: (Double, Double), port: Double) -> [PlanePoint] {
    func point(_ share: Double, _ offset: Double) -> PlanePoint {
      let point = from.mixed(with: to, share)
      return PlanePoint(point.x + normal.x * offset, point.y + normal.y * offset)
    }
    // The curve reaches three quarters of what its control points do.
    return [point(0, port), point(1 / 3, offsets.0 * 4 / 3), point(2 / 3, offsets.1 * 4 / 3), point(1, port)]
  }

  static func point(of curve: [PlanePoint], at share: Double) -> PlanePoint {
    let (ab, bc, cd) = (
      curve[0].mixed(with: curve[1], share), curve[1].mixed(with: curve[2], share),
      curve[2].mixed(with: curve[3], share)
    )
    return ab.mixed(with: bc, share).mixed(with: bc.mixed(with: cd, share), share)
  }

  /// The part of a curve between two shares of it, by de Casteljau's algorithm.
  static func part(of curve: [PlanePoint], from start: Double, to end: Double) -> [PlanePoint] {
    func split(_ curve: [PlanePoint], at share: Double) -> (head: [PlanePoint], tail: [PlanePoint]) {
      let (ab, bc, cd) = (
        curve[0].mixed(with: curve[1], share), curve[1].mixed(with: curve[2], share),
        curve[2].mixed(with: curve[3], share)
      )
      let (abc, bcd) = (ab.mixed(with: bc, share), bc.mixed(with: cd, share))
      let middle = abc.mixed(with: bcd, share)
      return ([curve[0], ab, abc, middle], [middle, bcd, cd, curve[3]])
    }
    let head = split(curve, at: end).head
    return end > 0 ? split(head, at: start / end).tail : head
  }
}
