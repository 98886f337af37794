import Entente
import EntenteSyntax

/// Finds the node that a person names: by id, name, name in a language, or alias, in any script.
enum NamedNode {
  static func find(_ words: String, in graph: Graph) throws(CommandFailure) -> NodeID {
    do throws(QueryError) {
      return try NameIndex(graph).node(words)
    } catch {
      throw CommandFailure(.badInput, [error.diagnostic])
    }
  }
}
