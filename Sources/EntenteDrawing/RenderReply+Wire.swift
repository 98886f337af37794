extension RenderReply {
  /// The reply as a message; see ``WireFormat``.
  public var encoded: [UInt8] {
    var writer = ByteWriter()
    switch outcome {
    case .picture(let bytes, let width, let height):
      writer.write(0 as UInt8)
      writer.write(width)
      writer.write(height)
      writer.write(bytes)
    case .failure(let failure, let words):
      writer.write(failure.rawValue)
      writer.write(words)
    }
    writer.write(list: remarks) { writer, remark in
      writer.write(remark.kind.rawValue)
      writer.write(remark.text)
    }
    writer.write(list: places) { writer, place in
      writer.write(place.x)
      writer.write(place.y)
    }
    return writer.message(mark: WireFormat.replyMark, version: WireFormat.version)
  }

  /// Reads a message.
  ///
  /// - Throws: what is wrong with it, whatever the bytes.
  public init(decoding message: [UInt8]) throws(WireError) {
    var reader = try ByteReader(message, mark: WireFormat.replyMark)
    let code: UInt8 = try reader.number()
    if code == 0 {
      let width = try reader.double()
      let height = try reader.double()
      outcome = .picture(try reader.data(), width: width, height: height)
    } else {
      guard let failure = Failure(rawValue: code) else { throw .badValue("an outcome") }
      outcome = .failure(failure, try reader.text())
    }
    remarks = try reader.list { reader throws(WireError) in
      Remark(try reader.code("a remark"), try reader.text())
    }
    places = try reader.list { reader throws(WireError) in
      PlanePoint(try reader.double(), try reader.double())
    }
    try reader.finish()
  }
}
