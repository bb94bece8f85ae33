import Checks

/// A file of comma-separated fields, kept as bytes; fields become numbers or words when they are asked for.
///
/// Accepted: LF and CRLF line ends, a missing last line end, a UTF-8 byte-order mark, blanks around a field, fields in
/// double quotes (RFC 4180) that end on their own line. Every line must have the same number of fields.
/// Rows and columns count from 0 here, lines and columns in messages from 1.
public struct CSVTable: Sendable {
  /// The file as messages name it.
  public let file: String
  /// The words of the header line; empty for a table without one.
  public let names: [String]
  /// Fields in a row.
  public let columnCount: Int
  /// Rows, the header not counted.
  public var rowCount: Int { fields.count / columnCount }

  private let bytes: [UInt8]
  private let fields: [Range<Int>]  // row by row

  /// Reads a file; throws `DataFileError` if it is missing, empty, or not the same number of fields on each line.
  ///
  /// - Parameters:
  ///   - hasHeader: whether the first line names the columns.
  ///   - columnCount: the number of fields a line must have; `nil` takes it from the first line.
  public init(contentsOf path: String, hasHeader: Bool, columnCount: Int? = nil) throws {
    try self.init(
      bytes: Datasets.bytes(ofFile: path), hasHeader: hasHeader, columnCount: columnCount, name: path)
  }

  /// Reads a table from bytes in memory, by the same rules.
  public init(bytes: [UInt8], hasHeader: Bool, columnCount: Int? = nil, name: String) throws {
    var scanner = CSVScanner(bytes: bytes, name: name)
    guard !scanner.isAtEnd else {
      throw DataFileError(file: name, expected: "at least one line", found: "an empty file")
    }
    var fields: [Range<Int>] = []
    var names: [String] = []
    var width = columnCount
    while !scanner.isAtEnd {
      let before = fields.count
      try scanner.readLine(into: &fields)
      let count = fields.count - before
      guard count == width ?? count else {
        throw DataFileError(
          file: name, line: scanner.line, expected: "\(width ?? count) fields",
          found: fields[before].isEmpty && count == 1 ? "an empty line" : "\(count)")
      }
      width = count
      if hasHeader && scanner.line == 1 {
        names = fields.map { unescaped(bytes[$0]) }
        fields.removeAll()
        if let column = names.indices.first(where: { names[..<$0].contains(names[$0]) }) {
          throw DataFileError(
            file: name, line: 1, column: column + 1, expected: "a name of its own for each column",
            found: "\"\(names[column])\" again")
        }
      }
    }
    guard !fields.isEmpty else {
      throw DataFileError(file: name, line: 2, expected: "a row of data after the header", found: "the end of the file")
    }
    (self.file, self.names, self.columnCount) = (name, names, width ?? 0)
    (self.bytes, self.fields) = (bytes, fields)
  }

  /// The position of a named column; throws if the header does not have it.
  public func column(named name: String) throws -> Int {
    guard let column = names.firstIndex(of: name) else {
      throw DataFileError(
        file: file, line: 1, expected: "a column \"\(name)\"", found: names.joined(separator: ", "))
    }
    return column
  }

  /// A field as it stands, without the blanks and quotes around it.
  public func text(row: Int, column: Int) -> String {
    unescaped(bytes[range(row, column)])
  }

  /// A field as a finite number.
  public func number(row: Int, column: Int) throws -> Double {
    guard let value = parseNumber(bytes, range(row, column)) else {
      throw problem(row: row, column: column, expected: "a number")
    }
    return value
  }

  /// A field as a whole number in `range`.
  public func integer(row: Int, column: Int, in range: ClosedRange<Int>) throws -> Int {
    guard let value = parseNumber(bytes, self.range(row, column)).flatMap(Int.init(exactly:)), range.contains(value)
    else {
      throw problem(
        row: row, column: column, expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }

  /// A whole column of finite numbers.
  public func numbers(column: Int) throws -> [Double] {
    try (0..<rowCount).map { try number(row: $0, column: column) }
  }

  /// The error that says that a field is not what the reader needs.
  public func problem(row: Int, column: Int, expected: String) -> DataFileError {
    let text = text(row: row, column: column)
    return DataFileError(
      file: file, line: row + (names.isEmpty ? 1 : 2), column: column + 1,
      columnName: names.isEmpty ? nil : names[column], expected: expected,
      found: text.isEmpty ? "an empty field" : "\"\(text)\"")
  }

  private func range(_ row: Int, _ column: Int) -> Range<Int> {
    precondition((0..<rowCount).contains(row), "\(file) has rows 0..<\(rowCount), but row \(row) was asked for")
    precondition((0..<columnCount).contains(column), "\(file) has columns 0..<\(columnCount), but not \(column)")
    return fields[row * columnCount + column]
  }
}

/// A field's bytes as text; a doubled quote stands for one.
private func unescaped(_ field: ArraySlice<UInt8>) -> String {
  String(decoding: field, as: UTF8.self).split(separator: "\"\"", omittingEmptySubsequences: false).joined(
    separator: "\"")
}
