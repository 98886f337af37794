/// An odd number of nodes, some with their camp turned: their camps (1 and -1) add up to an odd number, whose square is
/// at least 1.
///
///     (Σ sign · camp)² ≥ 1, so that the sum of all sign · sign · product of two camps is at least -(count − 1) / 2
///
/// Three nodes make the triangle inequalities, which imply those of all cycles; five and seven say more. Two are no odd
/// set but a pair that is *decided* (``PairBranching``): the sum of their camps has the square 4.
///
/// - Source: Deza: On the Hamming geometry of unitary cubes (1961), as hypermetric inequalities; Barahona, Grötschel,
///   Mahjoub: Facets of the bipartite subgraph polytope (1985).
struct OddSet: Hashable {
  /// Twice the number of a node, and 1 more where its camp is turned; ascending, the first one not turned.
  let members: ContiguousArray<Int32>

  /// - Parameter members: all of different nodes.
  init(_ members: some Sequence<Int32>) {
    let members = members.sorted()
    let turn: Int32 = (members.first ?? 0) & 1
    self.members = ContiguousArray(members.map { $0 ^ turn })
  }

  /// How far below 0 the sum of the products of pairs may be.
  var slack: Int { (members.count - (isDecided ? 4 : 1)) / 2 }

  var isDecided: Bool { members.count == 2 }

  @inline(__always)
  static func node(_ member: Int32) -> Int { Int(member >> 1) }

  /// Calls back with the two nodes of each pair, the lesser first, and whether one of the two is turned.
  @inline(__always)
  func forEachPair(_ body: (_ first: Int32, _ second: Int32, _ isTurned: Bool) -> Void) {
    for place in members.indices {
      for other in place + 1..<members.count {
        body(members[place] >> 1, members[other] >> 1, (members[place] ^ members[other]) & 1 == 1)
      }
    }
  }
}
