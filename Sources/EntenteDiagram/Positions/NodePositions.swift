import Entente

/// Where nodes stand in pictures, by their ids: the memory of a layout.
///
///     var diagram = Diagram(graph)
///     diagram.positions = try NodePositions(parsing: source)
///     let picture = try await diagram.render(.svg)
///     let text = picture.positions.text                     // the old positions, and those of new nodes
///
/// Its text is JSON with a node a line in the order of the bytes of ids, so that a change of one node is a change of one
/// line:
///
///     {
///       "entente": "positions",
///       "version": 1,
///       "nodes": {
///         "alibaba": [120.5, -33],
///         "nvidia": [310, 48.25]
///       }
///     }
///
/// A position is the middle of a node, x to the right and y upwards, in points of 1/72 inch; only differences matter.
public struct NodePositions: Sendable, Hashable {
  public struct Position: Sendable, Hashable {
    public var x: Double
    public var y: Double

    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// By bytes: two ids that look alike are two.
  private var positions: [Text: Position] = [:]

  public init() {}

  public var isEmpty: Bool { positions.isEmpty }
  public var count: Int { positions.count }

  public subscript(id: String) -> Position? {
    get { positions[Text(id)] }
    set { positions[Text(id)] = newValue }
  }

  /// The ids and positions, in the order of the bytes of ids.
  public var sorted: [(id: String, position: Position)] {
    positions.map { (String($0.key), $0.value) }.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
  }
}
