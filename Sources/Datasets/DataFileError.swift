/// What is wrong with a data file, and where: `digits.csv, line 3, column 65 (label): expected …, but found …`.
public struct DataFileError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file as it was named to the loader.
  public var file: String
  /// The line, counted from 1; `nil` if the file as a whole is meant.
  public var line: Int?
  /// The field in that line, counted from 1; `nil` if the line as a whole is meant.
  public var column: Int?
  /// The header's word for that column, where there is a header.
  public var columnName: String?
  /// What would have been right.
  public var expected: String
  /// What is there instead.
  public var found: String

  /// One sentence on one line.
  public var description: String {
    var place = file
    if let line { place += ", line \(line)" }
    if let column { place += ", column \(column)" }
    if let columnName { place += " (\(columnName))" }
    return "\(place): expected \(expected), but found \(found)."
  }
}
