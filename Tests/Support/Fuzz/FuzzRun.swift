import Foundation
import Synchronization

/// A numbered run of random cases: case *i* of a seed is always the same.
public struct FuzzRun: Sendable {
  public let seed: UInt64
  public let kinds: [FuzzKind]

  public init(seed: UInt64, kinds: [FuzzKind] = FuzzKind.allCases) {
    self.seed = seed
    self.kinds = kinds
  }

  /// One case: a kind and its text.
  public struct Case: Sendable {
    public let kind: FuzzKind
    public let seed: UInt64
    public var text: ContiguousArray<UInt8> { kind.text(seed: seed) }
  }

  /// The case of a number.
  public func testCase(_ index: Int) -> Case {
    var random = SplitMix64(seed: seed &+ UInt64(index) &* 0xD134_2543_DE82_EF95)
    var ticket = Int(random.next() % UInt64(max(1, kinds.reduce(0) { $0 + $1.share })))
    for kind in kinds {
      if ticket < kind.share { return Case(kind: kind, seed: random.next()) }
      ticket -= kind.share
    }
    return Case(kind: .queryText, seed: random.next())
  }

  /// Runs the cases of some numbers in this process.
  ///
  /// They run on a thread with a deep stack: the parser and the printer are called by themselves here, with texts that
  /// nest as deep as is allowed, and take much of it where nothing is optimized.
  ///
  /// - Returns: the first that fails, shrunk, in words.
  public func firstFailure(in cases: Range<Int>) -> String? {
    let outcome = Mutex<String?>(nil)
    let ended = DispatchSemaphore(value: 0)
    let thread = Thread {
      let failure = run(cases)
      outcome.withLock { $0 = failure }
      ended.signal()
    }
    thread.stackSize = 256 << 20
    thread.start()
    ended.wait()
    return outcome.withLock { $0 }
  }

  private func run(_ cases: Range<Int>) -> String? {
    for index in cases {
      let test = testCase(index)
      let text = test.text
      guard let violation = test.kind.violation(of: text) else { continue }
      let small = Shrinking.shrunk(text) { test.kind.violation(of: $0) != nil }
      return """
        \(test.kind.rawValue), seed \(seed), case \(index): \(violation)
        smallest text found:
        \(String(decoding: small, as: UTF8.self))
        which gives: \(test.kind.violation(of: small) ?? "nothing")
        """
    }
    return nil
  }
}
