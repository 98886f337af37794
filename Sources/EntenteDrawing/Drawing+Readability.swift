extension Drawing {
  /// The smallest text in the picture, in points; nil where there is none.
  var smallestText: Double? {
    var sizes: [Double] = []
    func add(_ attributes: Attributes, usual: Double) {
      switch attributes[.label] {
      case .text(let text)? where !text.isEmpty:
        if case .number(let size)? = attributes[.fontsize] { sizes.append(size) } else { sizes.append(usual) }
      case .rich(let label)?: add(label, usual: usual)
      case .text, .number, nil: break
      }
    }
    func add(_ label: RichLabel, usual: Double) {
      for run in label.rows.joined().flatMap(\.runs) where !run.text.isEmpty { sizes.append(run.size ?? usual) }
    }
    func usual(_ attributes: Attributes) -> Double {
      if case .number(let size)? = attributes[.fontsize] { size } else { 14 }
    }
    for node in nodes { add(node, usual: usual(nodeDefaults)) }
    for edge in edges { add(edge.attributes, usual: usual(edgeDefaults)) }
    for entry in legend {
      add(entry.sample, usual: usual(nodeDefaults))
      if let words = entry.words { add(words, usual: usual(nodeDefaults)) }
    }
    add(graphAttributes, usual: 14)
    for cluster in clusters { add(cluster.attributes, usual: usual(graphAttributes)) }
    if let footer { add(footer, usual: 14) }
    return sizes.min()
  }

  /// The heading with a line about the width from which all text has 7 points, where the picture is to say so.
  ///
  /// - Parameter width: of the picture, in points.
  public func heading(atWidth width: Double) -> RichLabel? {
    guard let note = widthNote, case .rich(var heading)? = graphAttributes[.label], let smallest = smallestText,
      smallest > 0, width.isFinite
    else { return nil }
    let millimetres = (Self.least.text / smallest * width * 25.4 / 72).rounded(.up)
    guard note.isAlways || millimetres > Self.least.page else { return nil }
    let words = note.words.split(separator: "%", maxSplits: 1, omittingEmptySubsequences: false)
    let text = words.joined(separator: "\(Int(min(millimetres, 1e9)))")
    heading.rows.append([RichLabel.Cell([RichLabel.Run(text, color: note.color, size: 10)])])
    return heading
  }
}

extension Drawing {
  /// How far nodes in a layer and layers are apart where nothing is said, in inches.
  public static func layerRoom(hasWords: Bool, hasBoxes: Bool) -> (nodes: Double, layers: Double) {
    hasBoxes ? (0.3, hasWords ? 0.7 : 0.9) : (0.35, hasWords ? 0.5 : 0.7)
  }
}
