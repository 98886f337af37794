/// What one picture may cost.
public struct RenderLimits: Sendable, Hashable {
  /// From the start of the renderer process to its reply.
  public var time: Duration
  /// Bytes of address space of the renderer process.
  public var memory: Int
  /// Pixels of a PNG.
  public var pixels: Int
  /// Nodes and edges that are worth a try.
  public var nodes: Int
  public var edges: Int

  public init(
    time: Duration = .seconds(30), memory: Int = 2 << 30, pixels: Int = 40_000_000, nodes: Int = 5_000,
    edges: Int = 20_000
  ) {
    self.time = time
    self.memory = memory
    self.pixels = pixels
    self.nodes = nodes
    self.edges = edges
  }
}
