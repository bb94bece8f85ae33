import CShippedData

/// Daily weather in Seattle, 2012-01-01 … 2015-12-31: 1461 days without a gap (NOAA, public domain; see Resources).
public struct SeattleWeather: Sendable {
  /// The measured columns, by the names they have in the file.
  public enum Column: String, CaseIterable, Sendable {
    /// Rain and melted snow of the day, in millimetres.
    case precipitation
    /// The day's highest temperature, in °C.
    case maximumTemperature = "temp_max"
    /// The day's lowest temperature, in °C.
    case minimumTemperature = "temp_min"
    /// Mean wind speed of the day, in metres per second.
    case wind
  }

  /// The days, each one the day after the one before.
  public let days: [Day]
  private let columns: [Column: [Double]]

  /// One value a day, in the order of `days`.
  public subscript(column: Column) -> [Double] { columns[column, default: []] }

  /// Reads the shipped file, or one of your own with the columns date, precipitation, temp_max, temp_min and wind.
  ///
  /// Throws `DataFileError` for a missing column, a field that is no number, and a day left out or not in order.
  public static func load(path: String? = nil) throws -> SeattleWeather {
    let table = try CSVTable(path: path, else: seattleWeatherFile(), hasHeader: true)
    var columns: [Column: [Double]] = [:]
    for column in Column.allCases {
      columns[column] = try table.numbers(column: table.column(named: column.rawValue))
    }
    return SeattleWeather(days: try days(of: table), columns: columns)
  }

  private static func days(of table: CSVTable) throws -> [Day] {
    let column = try table.column(named: "date")
    var days: [Day] = []
    days.reserveCapacity(table.rowCount)
    for row in 0..<table.rowCount {
      guard let day = Day(table.text(row: row, column: column)) else {
        throw table.problem(row: row, column: column, expected: "a date such as 2012/01/31")
      }
      if let previous = days.last, day.number != previous.number + 1 {
        throw table.problem(row: row, column: column, expected: "the day after \(previous)")
      }
      days.append(day)
    }
    return days
  }
}
