import EntenteSyntax
import Synchronization

/// The names of the graph that was asked last, so that a procedure that is called for every row reads them once.
///
/// It does not keep the graph alive.
final class NameIndexCache: Sendable {
  private struct Cached {
    weak var graph: Graph?
    let table: NameTable
  }

  private let cached = Mutex<Cached?>(nil)

  func index(of graph: Graph, monitor: QueryMonitor = .unlimited) throws(QueryError) -> NameIndex {
    if let table = cached.withLock({ $0?.graph === graph ? $0?.table : nil }) { return NameIndex(graph, table) }
    let index = try NameIndex(graph, monitor: monitor)
    cached.withLock { $0 = Cached(graph: graph, table: index.table) }
    return index
  }
}
