import ArgumentParser
import EntenteDiagram

/// How a picture is laid out: by one of the engines, or along time.
enum PictureLayout: Equatable, ExpressibleByArgument {
  case engine(Diagram.Engine)
  case timeline

  static let allValueStrings = Diagram.Engine.allCases.map(\.rawValue) + ["timeline"]

  init?(argument: String) {
    if argument == "timeline" {
      self = .timeline
    } else if let engine = Diagram.Engine(rawValue: argument) {
      self = .engine(engine)
    } else {
      return nil
    }
  }
}
