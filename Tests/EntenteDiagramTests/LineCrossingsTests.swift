import EntenteDrawing
import Testing

struct LineCrossingsTests {
  private let square = [PlanePoint(0, 0), PlanePoint(1, 0), PlanePoint(1, 1), PlanePoint(0, 1)]

  @Test func `the diagonals of a square cross, its sides do not`() {
    let sides = [(from: 0, to: 1), (from: 1, to: 2), (from: 2, to: 3), (from: 3, to: 0)]
    let diagonals = [(from: 0, to: 2), (from: 3, to: 1)]
    #expect(LineCrossings.count(sides, at: square) == 0)
    #expect(LineCrossings.count(diagonals, at: square) == 1)
    #expect(LineCrossings.count(sides + diagonals, at: square) == 1)
    #expect(LineCrossings.count(diagonals + diagonals.reversed(), at: square) == 4)
  }

  @Test func `lines with a common end, loops and parallel lines do not cross`() {
    #expect(LineCrossings.count([(from: 0, to: 2), (from: 2, to: 1), (from: 0, to: 2)], at: square) == 0)
    #expect(LineCrossings.count([(from: 1, to: 1), (from: 0, to: 2)], at: square) == 0)
    #expect(LineCrossings.count([], at: []) == 0)
  }
}
