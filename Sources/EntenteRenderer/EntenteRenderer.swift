import CGraphviz
import EntenteDrawing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// `entente-render`: reads one drawing from its input, writes one reply to its output, and ends.
///
/// A process of its own, because Graphviz cannot be given a time limit, keeps its state in globals, leaks, and crashes
/// on some graphs. All of that ends with the process; whoever started it gets a picture or a reason.
///
/// Both messages are in `WireFormat`. What Graphviz and its libraries write past their own messages goes to the error
/// stream. Exit codes:
///
///     0  a picture       2  wrong arguments             4  the picture is too large
///     1  no picture      3  the input is no drawing     5  plugins of Graphviz are missing
@main
struct EntenteRenderer {
  static func main() {
    // Variables that make Graphviz load or read other files.
    for name in ["GVBINDIR", "GV_FILE_PATH", "SERVER_NAME", "GVPREFIX"] { unsetenv(name) }
    switch CommandLine.arguments.dropFirst().first {
    case nil: serve()
    case "--check": check()
    case "--help", "-h":
      print(usage)
    case .some:
      StandardStreams.complain(usage)
      exit(2)
    }
  }

  static let usage = """
    entente-render draws pictures for entente, which starts it; there is no need to run it by hand.
    It reads one drawing from its input and writes one picture to its output, both in a format of their own.

      entente-render --check   says which Graphviz, layouts, formats and fonts are there
    """

  private static func serve() {
    if isatty(0) != 0 {
      StandardStreams.complain(usage)
      exit(2)
    }
    let output = StandardStreams.takeOutput()
    let reply = reply(to: StandardStreams.readInput(limit: WireFormat.limit))
    guard StandardStreams.write(reply.encoded, to: output) else { exit(1) }
    // Without the destructors of a dozen libraries, which have nothing left to do.
    _exit(status(of: reply))
  }

  private static func reply(to input: [UInt8]) -> RenderReply {
    let job: RenderJob
    do throws(WireError) {
      job =
        if DOTDrawing.isMessage(input) {
          RenderJob(.text(try DOTDrawing(decoding: input)))
        } else if Canvas.isMessage(input) {
          RenderJob(.canvas(try Canvas(decoding: input)))
        } else {
          RenderJob(.drawing(try Drawing(decoding: input)))
        }
    } catch {
      return RenderReply(.failure(.badDrawing, error.description))
    }
    cgv_limit_process(UInt64(job.limits.cpuSeconds), job.limits.memory)
    let ran = cgv_run_on_stack(
      64 << 20,
      { argument in argument.map { Unmanaged<RenderJob>.fromOpaque($0).takeUnretainedValue().run() } },
      Unmanaged.passUnretained(job).toOpaque())
    return ran == 0 ? job.reply : RenderReply(.failure(.outOfMemory, "There is no memory for a stack."))
  }

  private static func status(of reply: RenderReply) -> Int32 {
    switch reply.outcome {
    case .picture: 0
    case .failure(let failure, _):
      switch failure {
      case .badDrawing: 3
      case .tooManyPixels, .tooManyElements: 4
      case .pluginsMissing: 5
      case .layoutFailed, .renderingFailed, .outOfMemory, .badText: 1
      }
    }
  }

  /// Prints what is there, a fact a line with a tab between.
  private static func check() {
    guard let library = GraphvizLibrary() else {
      StandardStreams.complain("There is no memory for Graphviz.")
      exit(1)
    }
    print("graphviz\t\(library.version)")
    print("wire format\t\(WireFormat.version)")
    for engine in Drawing.Engine.allCases {
      print("layout \(engine.name)\t\(library.has(engine) ? "yes" : "no")")
    }
    for format in Drawing.Format.allCases {
      print("format \(format.name)\t\(library.has(format) ? "yes" : "no")")
    }
    for (script, sample) in [("Korean", "가"), ("Chinese", "中"), ("Japanese", "あ")] as [(String, String)] {
      let answer =
        switch FontCheck.missingCharacters(in: [sample]) {
        case nil: "unknown"
        case "": "yes"
        case .some: "no"
        }
      print("font for \(script)\t\(answer)")
    }
    exit(library.has(.dot) && library.has(.svg) ? 0 : 5)
  }
}

/// A drawing on its way to a reply, handed to the thread with the large stack.
private final class RenderJob {
  enum Work {
    case drawing(Drawing)
    case text(DOTDrawing)
    case canvas(Canvas)
  }

  private let work: Work
  var reply = RenderReply(.failure(.renderingFailed, "Nothing was drawn."))

  init(_ work: Work) { self.work = work }

  var limits: Drawing.Limits {
    switch work {
    case .drawing(let drawing): drawing.limits
    case .text(let drawing): drawing.limits
    case .canvas(let canvas): canvas.limits
    }
  }

  func run() {
    guard let library = GraphvizLibrary() else {
      reply = RenderReply(.failure(.outOfMemory, "There is no memory for Graphviz."))
      return
    }
    switch work {
    case .drawing(let drawing): reply = library.render(drawing)
    case .text(let drawing): reply = library.render(drawing)
    case .canvas(let canvas): reply = library.render(canvas)
    }
  }
}
