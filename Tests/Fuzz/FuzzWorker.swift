import EntenteTestSupport
import Foundation

/// Runs cases in this process, and says in a file which one it is at.
struct FuzzWorker {
  private let options: FuzzOptions
  private let progress: Int32

  init(_ options: FuzzOptions, progress: URL) throws {
    self.options = options
    self.progress = open(progress.path, O_WRONLY)
    guard self.progress >= 0 else { throw FuzzOptions.Mistake(description: "\(progress.path) cannot be written") }
  }

  /// Whether all cases were fine; the first failure goes to the standard output.
  func run() throws -> Bool {
    let run = options.run
    for index in options.first..<(options.first + options.cases) {
      var number = Int64(index)
      pwrite(progress, &number, 8, 0)
      if let failure = run.firstFailure(in: index..<index + 1) {
        print(failure)
        return false
      }
    }
    return true
  }
}
