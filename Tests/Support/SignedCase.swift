import Entente
import EntenteSyntax

/// A small signed graph as text, ties with their signs: `0-1+ 1-2- 0-2-`. Every claim about its camps is compared with
/// trying all splits.
public struct SignedCase {
  public typealias Tie = (first: Int, second: Int, sign: Int)

  public let nodeCount: Int
  public let ties: [Tie]

  public init(nodeCount: Int, ties: [Tie]) {
    self.nodeCount = nodeCount
    self.ties = ties
  }

  public var text: String { ties.map { "\($0.first)-\($0.second)\($0.sign > 0 ? "+" : "-")" }.joined(separator: " ") }

  /// Nil where the text is no such graph, or one of more than 14 nodes.
  public init?(parsing bytes: ContiguousArray<UInt8>) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    var ties: [Tie] = []
    for word in text.split(separator: " ") {
      let parts = word.dropLast().split(separator: "-", omittingEmptySubsequences: false)
      guard let last = word.last, last == "+" || last == "-", parts.count == 2, let first = Int(parts[0]),
        let second = Int(parts[1]), (0..<14).contains(first), (0..<14).contains(second)
      else { return nil }
      ties.append((first, second, last == "+" ? 1 : -1))
    }
    self.init(nodeCount: 1 + (ties.map { max($0.first, $0.second) }.max() ?? 0), ties: ties)
  }

  /// A random graph of 1 to 14 nodes, some with several ties between two nodes, some with loops.
  public static func make(using random: inout SplitMix64) -> SignedCase {
    let count = 1 + Int(random.next() % 14)
    let density = 10 + random.next() % 90
    let rivalry = 10 + random.next() % 80
    var ties: [Tie] = []
    for first in 0..<count {
      for second in first..<count where random.chance(first == second ? 2 : density) {
        for _ in 0..<(random.chance(15) ? 2 : 1) { ties.append((first, second, random.chance(rivalry) ? -1 : 1)) }
      }
    }
    return SignedCase(nodeCount: count, ties: ties)
  }

  /// All signed graphs without loops and parallel ties, in which no node has more ties than the one before it, nor of
  /// as many more positive ones: each is one of these, by another numbering of its nodes.
  public static func forEach(nodes: Int, _ body: (SignedCase) throws -> Void) rethrows {
    let pairs = (0..<nodes).flatMap { first in (first + 1..<max(first + 1, nodes)).map { (first, $0) } }
    let end = pairs.reduce(1) { count, _ in 3 * count }
    for code in 0..<end {
      var rest = code
      var ties: [Tie] = []
      // The number of ties, and within it of positive ones.
      var degrees = Array(repeating: 0, count: nodes)
      for (first, second) in pairs {
        if rest % 3 > 0 {
          ties.append((first, second, rest % 3 == 1 ? 1 : -1))
          let step = rest % 3 == 1 ? nodes + 1 : nodes
          degrees[first] += step
          degrees[second] += step
        }
        rest /= 3
      }
      guard zip(degrees, degrees.dropFirst()).allSatisfy({ $0 >= $1 }) else { continue }
      try body(SignedCase(nodeCount: nodes, ties: ties))
    }
  }
}

extension SignedCase {
  var graph: Graph? {
    var builder = GraphBuilder()
    let nodes = (0..<nodeCount).map { builder.addNode(id: Text("n\($0)"), labels: ["Actor"], properties: []) }
    for tie in ties {
      builder.addRelationship(
        id: nil, from: nodes[tie.first], to: nodes[tie.second], type: tie.sign > 0 ? "PARTNERS_WITH" : "RIVALS",
        undirected: true, properties: [])
    }
    return try? builder.build()
  }

  /// What is wrong with what the analysis says of the graph, or nil.
  public var violation: String? {
    guard let graph else { return "the graph cannot be built" }
    do throws(QueryError) {
      let view = try graph.signedView()
      let frustration = try view.frustration()
      let oracle = SignedBruteForce(self)
      guard frustration.isExact else {
        return "the index is not proven: \(frustration.lowerBound)…\(frustration.index)"
      }
      guard frustration.index == oracle.index else {
        return "the index is \(frustration.index), by brute force \(oracle.index)"
      }
      let places = (0..<nodeCount).map { view.index(of: NodeID(UInt32($0))) }
      let (splits, areAll) = try frustration.splits(limit: 1 << 14)
      let found = splits.map { split in places.map { $0.map { split[$0] } ?? 0 } }
      if let words = oracle.violation(of: found, areAll: areAll) { return words }
      let groups = try frustration.certainGroups().groups
      let straddlers = try frustration.straddlers().map { Int(view.node(at: $0.node).rawValue) }
      return oracle.violation(groups: places.map { $0.map { Int(groups[$0]) } }, straddlers: straddlers)
    } catch {
      return "\(error)"
    }
  }

  /// What is wrong with what is said of more camps than two, or nil.
  public var weakViolation: String? {
    guard let graph, nodeCount <= 7 else { return nil }
    do throws(QueryError) {
      let view = try graph.signedView()
      for limit in [1, 3, nodeCount + 1] {
        let balance = try view.weakBalance(camps: limit)
        let least = SignedBruteForce.leastFrustration(self, camps: limit)
        guard balance.index == least, balance.isExact else {
          return "\(limit) camps frustrate \(balance.lowerBound)…\(balance.index), by brute force \(least)"
        }
        let camps = (0..<nodeCount).map { view.index(of: NodeID(UInt32($0))).map { balance.camps[$0] } ?? 0 }
        let given = ties.count { ($0.sign > 0) != ($0.first == $0.second || camps[$0.first] == camps[$0.second]) }
        guard given == least else { return "the camps \(camps) frustrate \(given), not \(least)" }
      }
      return nil
    } catch {
      return "\(error)"
    }
  }
}
