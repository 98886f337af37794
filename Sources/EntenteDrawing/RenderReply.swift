/// What the renderer process answers: a picture or the reason why there is none, and its remarks.
public struct RenderReply: Sendable, Hashable {
  /// Why there is no picture. Raw values stand on the wire: only add.
  public enum Failure: UInt8, CaseIterable, Sendable {
    /// The input is no drawing, or one of another version.
    case badDrawing = 1
    /// Graphviz has no plugin for the layout or the format.
    case pluginsMissing = 2
    /// Graphviz could not place the nodes.
    case layoutFailed = 3
    /// The picture has more pixels than allowed.
    case tooManyPixels = 4
    /// Graphviz gave no picture, or one without the signature of its format.
    case renderingFailed = 5
    case outOfMemory = 6
    /// The text is no graph; the words are those of the parser.
    case badText = 7
    /// There are too many nodes or edges: the words are both numbers.
    case tooManyElements = 8
  }

  /// A remark, such as a message of Graphviz. Raw values stand on the wire: only add.
  public enum RemarkKind: UInt8, CaseIterable, Sendable {
    case graphviz = 1
    /// The text is the characters that no font has.
    case missingCharacters = 2
    /// The text is how many edges have no room for their words.
    case labelsLeftOut = 3
    /// The text is how many boxes would hold nodes that are not theirs.
    case clustersLeftOut = 4
    /// The text is the names of attributes that are not allowed.
    case attributesLeftOut = 5
    /// There was more than one graph in the text.
    case graphsLeftOut = 6
    /// The text is how many tiles have a part of their words alone.
    case wordsCut = 7
  }

  public struct Remark: Sendable, Hashable {
    public var kind: RemarkKind
    public var text: String

    public init(_ kind: RemarkKind, _ text: String) {
      self.kind = kind
      self.text = text
    }
  }

  public enum Outcome: Sendable, Hashable {
    /// The bytes and the size in points, 72 an inch.
    case picture([UInt8], width: Double, height: Double)
    /// The words are for people; of `tooManyPixels` they are the number.
    case failure(Failure, String)
  }

  public var outcome: Outcome
  public var remarks: [Remark]
  /// Where each node of the drawing stands, in points with y upwards; empty where there is no picture.
  public var places: [PlanePoint] = []

  public init(_ outcome: Outcome, remarks: [Remark] = []) {
    self.outcome = outcome
    self.remarks = remarks
  }
}
