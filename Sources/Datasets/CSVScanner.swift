/// Walks over the bytes of a CSV file, a line at a time.
struct CSVScanner {
  let bytes: [UInt8]
  let name: String
  /// The line read last, counted from 1.
  private(set) var line = 0
  private var position: Int

  init(bytes: [UInt8], name: String) {
    (self.bytes, self.name) = (bytes, name)
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0  // the UTF-8 byte-order mark
  }

  var isAtEnd: Bool { position >= bytes.count }

  /// Appends the ranges of the next line's fields, without the blanks and quotes around them.
  mutating func readLine(into fields: inout [Range<Int>]) throws {
    line += 1
    var column = 1
    while true {
      let end = endOfField()
      let isLast = end == bytes.count || bytes[end] == .newline
      let hasCarriageReturn = isLast && end > position && bytes[end - 1] == .carriageReturn
      fields.append(try unquoted(trimmed(position..<(hasCarriageReturn ? end - 1 : end)), column: column))
      position = end + 1
      if isLast { return }
      column += 1
    }
  }

  /// The position of the comma or line end that closes the field at `position`; a comma between quotes does not.
  private func endOfField() -> Int {
    var index = position
    var isBetweenQuotes = false
    while index < bytes.count, bytes[index] != .newline {
      if bytes[index] == .quote { isBetweenQuotes.toggle() }
      if bytes[index] == .comma && !isBetweenQuotes { break }
      index += 1
    }
    return index
  }

  private func trimmed(_ field: Range<Int>) -> Range<Int> {
    var (start, end) = (field.lowerBound, field.upperBound)
    while start < end, bytes[start] == .space || bytes[start] == .tab { start += 1 }
    while start < end, bytes[end - 1] == .space || bytes[end - 1] == .tab { end -= 1 }
    return start..<end
  }

  private func unquoted(_ field: Range<Int>, column: Int) throws -> Range<Int> {
    guard bytes[field].first == .quote else { return field }
    guard field.count > 1, bytes[field].last == .quote else {
      throw DataFileError(
        file: name, line: line, column: column, expected: "a closing quote at the end of the field",
        found: String(decoding: bytes[field], as: UTF8.self))
    }
    return field.dropFirst().dropLast()
  }
}

extension UInt8 {
  static let tab = UInt8(ascii: "\t")
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let quote = UInt8(ascii: "\"")
  static let comma = UInt8(ascii: ",")
}
