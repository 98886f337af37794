import ArgumentParser
import Entente
import EntenteSyntax

/// The options that say which part of a graph is to be believed.
struct RestrictionArguments: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Only what holds as of the date: 1914, 1914-07 or 1914-07-28; it stands over AS OF in the query.",
      valueName: "date"))
  var asOf: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Only what these say: sources, outlets, publishers or confidences, by id or name, with commas between.",
      valueName: "sources"))
  var accordingTo: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Leave out what only these say. A query tells which rows are gone, new and changed.", valueName: "sources"))
  var without: String?

  /// The restriction; empty without the options.
  ///
  /// - Parameter keepsEnded: whether what had ended as of the date stays.
  func restriction(keepsEnded: Bool = false) throws(CommandFailure) -> GraphRestriction {
    var restriction = GraphRestriction()
    restriction.keepsEnded = keepsEnded
    if let asOf { restriction.asOf = try Self.date(asOf, of: "--as-of") }
    restriction.accordingTo = try names(accordingTo, of: "--according-to")
    restriction.without = try names(without, of: "--without")
    return restriction
  }

  /// The date that an option gives.
  static func date(_ text: String, of option: String) throws(CommandFailure) -> PartialDate {
    do throws(QueryError) {
      return try PartialDate.parsed(.string(Text(text)), for: option, at: SourceRange(0..<0))
    } catch {
      var diagnostic = error.diagnostic
      diagnostic.range = nil
      throw CommandFailure(.usage, [diagnostic])
    }
  }

  private func names(_ list: String?, of option: String) throws(CommandFailure) -> [String] {
    guard let list else { return [] }
    let names = list.split(separator: ",", omittingEmptySubsequences: false).map { String($0.trimmed) }
    guard !names.contains("") else { throw .usage("\(option) needs names with commas between, found `\(list)`") }
    return names
  }
}

extension Substring {
  /// Without the spaces around it.
  fileprivate var trimmed: Substring {
    var text = drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return text
  }
}

extension Graph {
  /// The part of a graph that a restriction lets stand.
  func part(_ restriction: GraphRestriction) throws(CommandFailure) -> Graph {
    do throws(RestrictionError) {
      return try restricted(to: restriction).graph
    } catch {
      throw CommandFailure(.badInput, [error.diagnostic])
    }
  }
}
