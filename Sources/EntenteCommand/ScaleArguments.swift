import ArgumentParser
import EntenteDiagram

/// The option that says how many dots a bitmap has.
struct ScaleArguments: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "How many times the dots of a screen a PNG has: 2 for slides and print; its size on paper stays.", valueName: "n")
  )
  var scale: Double?

  /// Dots an inch.
  func resolution(_ format: Diagram.Format) throws(CommandFailure) -> Int {
    guard let scale else { return 96 }
    guard format == .png else {
      throw .usage("--scale is for PNG; \(format.rawValue.uppercased()) has no dots", help: ["end the name in .png"])
    }
    guard scale.isFinite, (0.5...6).contains(scale) else {
      throw .usage("--scale goes from 0.5 to 6, found `\(scale)`", help: ["--scale 2 doubles the dots"])
    }
    return Int((96 * scale).rounded())
  }
}
