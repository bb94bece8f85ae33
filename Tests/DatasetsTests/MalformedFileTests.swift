import Datasets
import Foundation
import Testing

@Suite("Files of one's own") struct MalformedFileTests {
  private func table(_ text: String, hasHeader: Bool = false, columnCount: Int? = nil) throws -> CSVTable {
    try CSVTable(bytes: Array(text.utf8), hasHeader: hasHeader, columnCount: columnCount, name: "own.csv")
  }

  /// The message of the error that `body` throws.
  private func message(_ body: () throws -> Void) -> String {
    do { try body() } catch { return "\(error)" }
    return "no error"
  }

  /// Writes a file of its own for one test and takes it away afterwards.
  private func withFile(_ text: String, _ body: (String) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path)
  }

  @Test(
    "LF, CRLF, no last line end, a byte-order mark and blanks make no difference",
    arguments: [
      "a,b\n1,2.5\n-3,4e2\n", "a,b\r\n1,2.5\r\n-3,4e2\r\n", "a,b\n1,2.5\n-3,4e2", "\u{FEFF}a,b\n1,2.5\n-3,4e2\n",
      " a, b\n1 ,\t2.5 \n -3,4e2\r\n", "\"a\",\"b\"\n\"1\",2.5\n-3,\"4e2\"",
    ])
  func lineEnds(text: String) throws {
    let table = try table(text, hasHeader: true)
    #expect(table.names == ["a", "b"])
    #expect(table.rowCount == 2 && table.columnCount == 2)
    #expect(try table.numbers(column: 0) == [1, -3])
    #expect(try table.numbers(column: table.column(named: "b")) == [2.5, 400])
  }

  @Test("Quotes may hold commas, and doubled quotes stand for one") func quotes() throws {
    let table = try table("1,\"Seattle, \"\"WA\"\"\"\n2,\"\"")
    #expect(table.text(row: 0, column: 1) == "Seattle, \"WA\"")
    #expect(table.text(row: 1, column: 1) == "")
  }

  @Test(
    "A number is rounded as Swift rounds it",
    arguments: [
      "0.1", "12.8", "-0.0", "+7", ".5", "5.", "1e3", "1E-3", "123456789012345", "0.000000000012345",
      "3.14159265358979323846", "9007199254740993", "1.7976931348623157e308", "4.9e-324",
    ])
  func rounding(text: String) throws {
    let value = try table(text).number(row: 0, column: 0)
    #expect(value.bitPattern == Double(text.hasPrefix(".") ? "0" + text : text)?.bitPattern)
  }

  @Test(
    "No number: words, nan, inf, hexadecimal, two points, a lone sign, more than Double can hold",
    arguments: [
      "abc", "nan", "inf", "0x1p3", "1.2.3", "-", ".", "1 2", "1e", "1e999", "--1", "1-",
    ])
  func noNumber(text: String) throws {
    let table = try table("1\n" + text)
    #expect(
      message { _ = try table.numbers(column: 0) }
        == "own.csv, line 2, column 1: expected a number, but found \"\(text)\".")
  }

  @Test("A missing file and a folder are named, with the system's reason") func missing() throws {
    #expect(
      message { _ = try Digits.load(path: "no/such.csv") }
        == "no/such.csv: expected a file that can be read, but found No such file or directory.")
    #expect(
      message { _ = try SeattleWeather.load(path: ".") }
        == ".: expected a file that can be read, but found Is a directory.")
  }

  @Test("An empty file, and a header with nothing below it") func empty() {
    #expect(message { _ = try table("") } == "own.csv: expected at least one line, but found an empty file.")
    #expect(message { _ = try table("\u{FEFF}") } == "own.csv: expected at least one line, but found an empty file.")
    #expect(
      message { _ = try table("a,b\n", hasHeader: true) }
        == "own.csv, line 2: expected a row of data after the header, but found the end of the file.")
  }

  @Test("A line with a field too many or too few is named") func width() {
    #expect(message { _ = try table("1,2\n3,4\n5\n") } == "own.csv, line 3: expected 2 fields, but found 1.")
    #expect(message { _ = try table("1,2\n3,4,5\n") } == "own.csv, line 2: expected 2 fields, but found 3.")
    #expect(message { _ = try table("1,2\n\n3,4\n") } == "own.csv, line 2: expected 2 fields, but found an empty line.")
    #expect(message { _ = try table("1,2\n", columnCount: 65) } == "own.csv, line 1: expected 65 fields, but found 2.")
  }

  @Test("A quote that is not closed, and a column named twice") func quoteAndName() {
    #expect(
      message { _ = try table("1,\"2\n3,4\n") }
        == "own.csv, line 1, column 2: expected a closing quote at the end of the field, but found \"2.")
    #expect(
      message { _ = try table("a,b,a\n1,2,3\n", hasHeader: true) }
        == "own.csv, line 1, column 3: expected a name of its own for each column, but found \"a\" again.")
  }

  @Test("A row or a column that is not there ends an optimised program with words, too") func outside() async throws {
    let row = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent],
      performing: {
        _ = try CSVTable(bytes: Array("1,2".utf8), hasHeader: false, name: "own.csv").text(row: 1, column: 0)
      })
    #expect(String(decoding: row.standardErrorContent, as: UTF8.self).contains("own.csv has rows 0..<1, but row 1"))
    let column = try await #require(
      processExitsWith: .failure, observing: [\.standardErrorContent],
      performing: {
        _ = try CSVTable(bytes: Array("1,2".utf8), hasHeader: false, name: "own.csv").text(row: 0, column: 2)
      })
    #expect(String(decoding: column.standardErrorContent, as: UTF8.self).contains("columns 0..<2, but not 2"))
  }

  @Test("Digits: a pixel of 17, half a pixel, a label of 10 and an empty field are refused where they stand")
  func digits() throws {
    let good = Array(repeating: "16", count: 64)
    func check(_ fields: [String], _ problem: String) throws {
      let text = (good + ["3"]).joined(separator: ",") + "\n" + fields.joined(separator: ",") + "\n"
      try withFile(text) { path in
        #expect(message { _ = try Digits.load(path: path) } == "\(path), line 2, column \(problem)")
      }
    }
    try check(["17"] + good[1...] + ["3"], "1: expected a whole number from 0 to 16, but found \"17\".")
    try check(["0.5"] + good[1...] + ["3"], "1: expected a whole number from 0 to 16, but found \"0.5\".")
    try check(good + ["10"], "65: expected a whole number from 0 to 9, but found \"10\".")
    try check(good + [""], "65: expected a whole number from 0 to 9, but found an empty field.")
    try withFile((good + ["3"]).joined(separator: ",")) { path in
      let digits = try Digits.load(path: path)
      #expect(digits.count == 1 && digits.labels == [3] && digits.pixels == .ones([1, 64]))
    }
  }

  @Test("Tumours: a word, a label of 2 and a field too few are refused; a feature that never changes becomes 0")
  func tumours() throws {
    let header = ((1...30).map { "feature \($0)" } + ["benign"]).joined(separator: ",")
    let row = Array(repeating: "1.5", count: 30)
    func check(_ fields: [String], _ problem: String) throws {
      try withFile("\(header)\n" + fields.joined(separator: ",")) { path in
        #expect(message { _ = try BreastCancer.load(path: path) } == "\(path), line 2\(problem)")
      }
    }
    try check(["big"] + row[1...] + ["1"], ", column 1 (feature 1): expected a number, but found \"big\".")
    try check(row + ["2"], ", column 31 (benign): expected a whole number from 0 to 1, but found \"2\".")
    try check(row, ": expected 31 fields, but found 30.")
    try withFile("\(header)\n" + (row + ["1"]).joined(separator: ",")) { path in
      let tumours = try BreastCancer.load(path: path)
      #expect(tumours.count == 1 && tumours.labels == [1])
      #expect(tumours.standardizedFeatures == .zeros([1, 30], dtype: .float64))
    }
  }

  @Test("Weather: a word for a number, a missing column, no date and a day left out") func weather() throws {
    let header = "date,precipitation,temp_max,temp_min,wind"
    func check(_ text: String, _ problem: String) throws {
      try withFile(text) { path in
        #expect(message { _ = try SeattleWeather.load(path: path) } == "\(path), \(problem)")
      }
    }
    try check("\(header)\n2024-01-01,0,warm,1,2", "line 2, column 3 (temp_max): expected a number, but found \"warm\".")
    try check(
      "date,precipitation,temp_max,temp_min\n2024-01-01,0,1,1",
      "line 1: expected a column \"wind\", but found date, precipitation, temp_max, temp_min.")
    try check(
      "\(header)\n2023-02-29,0,1,1,2",
      "line 2, column 1 (date): expected a date such as 2012/01/31, but found \"2023-02-29\".")
    try check(
      "\(header)\n2024-02-28,0,1,1,2\n2024-03-01,0,1,1,2",
      "line 3, column 1 (date): expected the day after 2024-02-28, but found \"2024-03-01\".")
    try withFile("\(header)\n2024-02-28,0,1.5,1,2\n2024-02-29,0,2.5,1,2") { path in
      let weather = try SeattleWeather.load(path: path)
      #expect(weather[.maximumTemperature] == [1.5, 2.5])
    }
  }
}
