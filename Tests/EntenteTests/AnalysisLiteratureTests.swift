import EntenteSyntax
import EntenteTestSupport
import Testing

@testable import Entente

/// Networks of the literature, with the values that are published of them.
struct AnalysisLiteratureTests {
  /// Zachary: An information flow model for conflict and fission in small groups (1977), figure 1; members from 1.
  static let karateClub = """
    1-2 1-3 1-4 1-5 1-6 1-7 1-8 1-9 1-11 1-12 1-13 1-14 1-18 1-20 1-22 1-32 2-3 2-4 2-8 2-14 2-18 2-20 2-22 2-31
    3-4 3-8 3-9 3-10 3-14 3-28 3-29 3-33 4-8 4-13 4-14 5-7 5-11 6-7 6-11 6-17 7-17 9-31 9-33 9-34 10-34 14-34
    15-33 15-34 16-33 16-34 19-33 19-34 20-34 21-33 21-34 23-33 23-34 24-26 24-28 24-30 24-33 24-34 25-26 25-28
    25-32 26-32 27-30 27-34 28-34 29-32 29-34 30-33 30-34 31-33 31-34 32-33 32-34 33-34
    """

  /// Padgett, Ansell: Robust action and the rise of the Medici (1993); marriages, as Jackson: Social and Economic
  /// Networks (2008) has them.
  static let florentineFamilies = """
    Acciaiuoli-Medici Medici-Barbadori Medici-Ridolfi Medici-Tornabuoni Medici-Albizzi Medici-Salviati
    Castellani-Peruzzi Castellani-Strozzi Castellani-Barbadori Peruzzi-Strozzi Peruzzi-Bischeri Strozzi-Ridolfi
    Strozzi-Bischeri Ridolfi-Tornabuoni Tornabuoni-Guadagni Albizzi-Ginori Albizzi-Guadagni Salviati-Pazzi
    Bischeri-Guadagni Guadagni-Lamberteschi
    """

  /// Krackhardt: Assessing the political landscape (1990): the kite.
  static let kite = """
    Andre-Beverley Andre-Carol Andre-Diane Andre-Fernando Beverley-Diane Beverley-Ed Beverley-Garth Carol-Diane
    Carol-Fernando Diane-Ed Diane-Fernando Diane-Garth Ed-Garth Fernando-Garth Fernando-Heather Garth-Heather
    Heather-Ike Ike-Jane
    """

  static func view(_ edges: String) throws -> GraphView {
    var builder = GraphBuilder()
    var nodes: [Substring: NodeID] = [:]
    let pairs = edges.split(whereSeparator: \.isWhitespace).map { $0.split(separator: "-") }
    for name in pairs.flatMap({ $0 }) where nodes[name] == nil {
      nodes[name] = builder.addNode(id: Text(String(name)), labels: [], properties: [])
    }
    for pair in pairs {
      let (from, to) = (try #require(nodes[pair[0]]), try #require(nodes[pair[1]]))
      builder.addRelationship(id: nil, from: from, to: to, type: "T", undirected: true, properties: [])
    }
    var projection = GraphProjection()
    projection.direction = .undirected
    return try builder.build().view(projection)
  }

  /// The values of a measure by name, rounded to some digits.
  static func named(_ view: GraphView, _ values: ContiguousArray<Double>, digits: Int = 3) -> [String: Double] {
    let scale = (0..<digits).reduce(1.0) { scale, _ in 10 * scale }
    return Dictionary(
      uniqueKeysWithValues: values.enumerated().map { index, value in
        (String(view.graph.elementID(of: view.node(at: index))), (value * scale).rounded() / scale)
      })
  }

  @Test func `the karate club`() throws {
    let view = try Self.view(Self.karateClub)
    #expect(view.nodeCount == 34 && view.relationshipCount == 78)
    // Freeman's betweenness, as Girvan and Newman (2002) and every textbook since have it.
    let betweenness = Self.named(view, try view.betweenness(normalized: true))
    #expect(betweenness["1"] == 0.438 && betweenness["34"] == 0.304 && betweenness["33"] == 0.145)
    #expect(betweenness["3"] == 0.144 && betweenness["32"] == 0.138 && betweenness["12"] == 0)
    #expect(try view.triangles().reduce(0, +) == 3 * 45)
    #expect(abs(try view.transitivity() - 0.2557) < 1e-4)
    #expect(abs(try view.clustering().reduce(0, +) / 34 - 0.5706) < 1e-4)
    #expect(try view.coreNumbers().max() == 4 && view.coreNumbers().filter { $0 == 4 }.count == 10)
    #expect(try view.eccentricity().max() == 5 && view.eccentricity().min() == 3)
    let ranks = Self.named(view, try view.pageRank())
    #expect(ranks["34"] == 0.101 && ranks["1"] == 0.097)
    #expect(try view.biconnectivity().articulationPoints.map { view.graph.elementID(of: view.node(at: $0)) } == ["1"])
  }

  @Test func `communities of the karate club are as good as any known`() throws {
    let view = try Self.view(Self.karateClub)
    // 0.4198 is the optimum (Brandes et al.: On modularity clustering, 2008); Louvain is published with 0.4188.
    for seed in 0..<20 as Range<UInt64> {
      let leiden = try view.leiden(seed: seed)
      #expect(abs(leiden.modularity - 0.419790) < 1e-6 && leiden.partition.count == 4, "seed \(seed): \(leiden)")
    }
    let louvain = try (0..<20 as Range<UInt64>).map { try view.louvain(seed: $0).modularity }
    #expect((louvain.max() ?? 0) >= 0.4188 && (louvain.min() ?? 0) > 0.37, "\(louvain)")
  }

  @Test func `the Medici among the families of Florence`() throws {
    let view = try Self.view(Self.florentineFamilies)
    // Jackson (2008), section 1.2.1: 0.522, the next with 0.255 and 0.212, Strozzi 0.103.
    let betweenness = Self.named(view, try view.betweenness(normalized: true))
    #expect(betweenness["Medici"] == 0.522 && betweenness["Guadagni"] == 0.255 && betweenness["Albizzi"] == 0.212)
    #expect(betweenness["Strozzi"] == 0.103)
  }

  @Test func `the kite sets degree, closeness and betweenness apart`() throws {
    let view = try Self.view(Self.kite)
    let degree = Self.named(view, try view.degree())
    #expect(degree["Diane"] == 6 && degree.values.filter { $0 >= 6 }.count == 1)
    let closeness = Self.named(view, try view.closeness())
    #expect(closeness["Fernando"] == 0.643 && closeness["Garth"] == 0.643)
    #expect(closeness.values.filter { $0 >= 0.643 }.count == 2)
    let betweenness = Self.named(view, try view.betweenness())
    #expect(betweenness["Heather"] == 14 && betweenness.values.max() == 14)
    let eigenvector = Self.named(view, try view.eigenvector())
    #expect(eigenvector["Diane"] == 0.481 && eigenvector.values.max() == 0.481)
  }
}
