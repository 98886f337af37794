/// Boxes around nodes that stand where they are: a box may hold its own nodes alone.
public struct PlaneClusters {
  /// The nodes of each box; no node is in two.
  public let nodes: [[Int]]
  private let cluster: [Int?]

  /// Around the nodes of a box; the least of the other margins that lets boxes stand side by side.
  static let margin = 12.0
  private static let narrower = [8.0, 5, 3]

  public init(_ nodes: [[Int]], count: Int) {
    self.nodes = nodes
    var cluster = [Int?](repeating: nil, count: count)
    for (index, members) in nodes.enumerated() { for node in members { cluster[node] = index } }
    self.cluster = cluster
  }

  /// The nodes of each box, and those in none.
  var groups: [[Int]] { nodes + [cluster.indices.filter { cluster[$0] == nil }] }

  /// The nodes in the box of a node.
  func members(with node: Int) -> [Int] { cluster[node].map { nodes[$0] } ?? [] }

  /// The box around each cluster, with room above for its words; nil of one that would hold or touch what is not its own.
  ///
  /// - Parameter labels: the sizes of the words.
  public func boxes(
    _ centers: [PlanePoint], _ sizes: [(width: Double, height: Double)], labels: [(width: Double, height: Double)]
  ) -> [PlaneBox?] {
    var best = boxes(centers, sizes, labels, margin: Self.margin)
    for margin in Self.narrower where best.contains(where: { $0 == nil }) {
      let boxes = boxes(centers, sizes, labels, margin: margin)
      if boxes.count(where: { $0 == nil }) < best.count(where: { $0 == nil }) { best = boxes }
    }
    return best
  }

  private func boxes(
    _ centers: [PlanePoint], _ sizes: [(width: Double, height: Double)], _ labels: [(width: Double, height: Double)],
    margin: Double
  ) -> [PlaneBox?] {
    let boxes = outlines(centers, sizes, labels: labels, margin: margin)
    return boxes.indices.map { index in
      let isAlone = !boxes.indices.contains { $0 != index && boxes[$0].overlaps(boxes[index]) }
      let holdsOthers = centers.indices.contains { node in
        cluster[node] != index
          && PlaneBox(center: centers[node], width: sizes[node].width, height: sizes[node].height)
            .overlaps(boxes[index])
      }
      return isAlone && !holdsOthers ? boxes[index] : nil
    }
  }

  /// What each box would cover, whatever else is there.
  func outlines(
    _ centers: [PlanePoint], _ sizes: [(width: Double, height: Double)], labels: [(width: Double, height: Double)],
    margin: Double = PlaneClusters.margin
  ) -> [PlaneBox] {
    nodes.indices.map { index in
      var box = inner(index, centers, sizes, without: nil, margin: margin) ?? PlaneBox.nothing
      let missing = labels[index].width + 8 - box.width
      if missing > 0 { (box.left, box.right) = (box.left - missing / 2, box.right + missing / 2) }
      box.top += labels[index].height
      return box
    }
  }

  /// The words of a box stand at its top.
  public static func place(of name: (width: Double, height: Double), in box: PlaneBox) -> PlaneBox {
    PlaneBox(
      center: PlanePoint(box.center.x, box.top - name.height / 2 - 3), width: name.width, height: name.height)
  }

  /// What is wrong with a node in a place: its box grows over others, or it stands in a box that is not its own.
  func cost(
    of node: Int, _ box: PlaneBox, _ places: [PlanePoint?], _ sizes: [(width: Double, height: Double)]
  ) -> Double {
    guard !nodes.isEmpty else { return 0 }
    var cost = 0.0
    var own = box.grown(by: Self.margin)
    if let index = cluster[node], let rest = inner(index, places, sizes, without: node) {
      own.include(rest)
      cost += own.width + own.height - rest.width - rest.height
    }
    // Above stands the name of a box.
    own.top += cluster[node] == nil ? 0 : 20
    for index in nodes.indices where index != cluster[node] {
      guard var other = inner(index, places, sizes, without: node) else { continue }
      other.top += 20
      if other.overlaps(cluster[node] == nil ? box.grown(by: 4) : own) { cost += 1500 }
    }
    if cluster[node] != nil {
      for other in places.indices where other != node && cluster[other] != cluster[node] {
        guard let place = places[other] else { continue }
        if PlaneBox(center: place, width: sizes[other].width, height: sizes[other].height).overlaps(own) { cost += 700 }
      }
    }
    return cost
  }

  private func inner(
    _ index: Int, _ places: [PlanePoint?], _ sizes: [(width: Double, height: Double)], without node: Int?,
    margin: Double = PlaneClusters.margin
  ) -> PlaneBox? {
    var box: PlaneBox?
    for member in nodes[index] where member != node {
      guard let place = places[member] else { continue }
      let around = PlaneBox(center: place, width: sizes[member].width, height: sizes[member].height)
      box == nil ? box = around : box?.include(around)
    }
    return box?.grown(by: margin)
  }
}
