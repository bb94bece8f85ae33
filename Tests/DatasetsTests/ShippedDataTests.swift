import Datasets
import Descent
import Foundation
import Testing

@Suite("Shipped data") struct ShippedDataTests {
  @Test("digits: 1797 × 64 pixels from 0 to 1 in sixteenths, about 180 of each digit") func digits() throws {
    let digits = try Digits.load()
    #expect(digits.count == 1797)
    #expect(digits.pixels.shape == [1797, 64])
    let pixels = digits.pixels.scalars
    #expect(pixels.min() == 0 && pixels.max() == 1)
    #expect(
      (0..<10).map { digit in digits.labels.filter { $0 == digit }.count } == [
        178, 182, 177, 183, 181, 182, 181, 179, 174, 180,
      ])
    // The sum over the file's whole numbers, by numpy; sixteenths are exact in Float.
    #expect(pixels.reduce(0, +) * 16 == 561_718)
    #expect(pixels[..<8].map { $0 * 16 } == [0, 0, 5, 13, 9, 1, 0, 0])  // the first line of the file
    #expect(digits.labels[..<3] == [0, 1, 2])
  }

  @Test("The split has 1437 digits for training, 360 for testing, and each digit once") func split() throws {
    let digits = try Digits.load()
    var generator = RandomGenerator(seed: 0)
    let (train, test) = digits.split(using: &generator)
    #expect((train.count, test.count) == (1437, 360))
    // Sums of sixteenths are exact, so that nothing may be lost or doubled.
    let parts = (train.pixels.scalars + test.pixels.scalars).reduce(0, +)
    #expect(parts * 16 == 561_718)
    #expect((0..<10).map { digit in (train.labels + test.labels).filter { $0 == digit }.count }[8] == 174)
    #expect(test.labels != Array(digits.labels[..<360]))  // in random order
  }

  @Test("The first 360 of the permutation are tested, the others train, in its order") func splitOrder() throws {
    let digits = try Digits.load()
    var (forSplit, forOrder) = (RandomGenerator(seed: 7), RandomGenerator(seed: 7))
    let (train, test) = digits.split(using: &forSplit)
    let order = forOrder.permutation(of: 1797)
    #expect(test.labels == order[..<360].map { digits.labels[$0] })
    #expect(train.labels == order[360...].map { digits.labels[$0] })
    #expect(train.pixels.take(rows: [0, 1]) == digits.pixels.take(rows: [order[360], order[361]]))
  }

  @Test("Centring takes the training mean from both parts, so that only the training part has mean 0") func centring()
    throws
  {
    let digits = try Digits.load()
    var (plain, centred) = (RandomGenerator(seed: 1), RandomGenerator(seed: 1))
    let (train, test) = digits.split(using: &plain)
    let (centredTrain, centredTest) = digits.split(using: &centred, centred: true)
    let mean = train.pixels.mean(axes: [0])
    #expect(mean.shape == [64])
    // Summed in float64, what stays is the rounding of the differences and of the mean: each ½ ulp(1) = 6e-8 at most.
    #expect(centredTrain.pixels.cast(to: .float64).mean(axes: [0]).scalars.allSatisfy { abs($0) < 1.2e-7 })
    #expect(abs(centredTest.pixels[5, 20] - (test.pixels[5, 20] - mean[20])) < 6e-8)
    #expect(centredTest.pixels.mean(axes: [0]).scalars.contains { abs($0) > 0.01 })
    #expect(centredTest.labels == test.labels && centredTrain.labels == train.labels)
  }

  @Test("digits are read within 30 ms") func digitsAreQuick() throws {
    _ = try Digits.load()
    let clock = ContinuousClock()
    let times = try (0..<5).map { _ in try clock.measure { _ = try Digits.load() } }
    #expect(times.min() ?? .seconds(1) < .milliseconds(30))  // the best of five: other programs may be running
  }

  @Test("Seattle: 1461 days, highest temperature 16.439 ± 7.347 °C, no day left out") func weather() throws {
    let weather = try SeattleWeather.load()
    let highest = weather[.maximumTemperature]
    #expect(weather.days.count == 1461)  // 4·365 and 29 February 2012
    #expect("\(weather.days[0])" == "2012-01-01" && "\(weather.days[1460])" == "2015-12-31")
    #expect(highest[..<5] == [12.8, 10.6, 11.7, 12.2, 8.9])
    let mean = highest.reduce(0, +) / 1461
    let variance = highest.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / 1461
    #expect(abs(mean - 16.439082819986) < 1e-11)  // numpy's, printed to 14 digits
    #expect(abs(variance.squareRoot() - 7.347242349179) < 1e-11)
  }

  @Test("Tumours: 569 of 30 features, 357 benign; the sum of all numbers is numpy's") func tumours() throws {
    let tumours = try BreastCancer.load()
    #expect(tumours.count == 569 && tumours.features.shape == [569, 30])
    #expect(tumours.labels.filter { $0 == 1 }.count == 357)
    #expect(
      tumours.names.count == 30 && tumours.names[0] == "mean radius" && tumours.names[29] == "worst fractal dimension")
    #expect(abs(tumours.features.scalars.reduce(0, +) - 1056474.4596356) < 1e-6)  // 17070 roundings of 1e-10 at most
    #expect(tumours.features.scalars[..<3] == [17.99, 10.38, 122.8] && tumours.labels[0] == 0)  // the first line
  }

  @Test("Standardised, each feature of the tumours has mean 0 and standard deviation 1") func standardizedTumours()
    throws
  {
    let features = try BreastCancer.load().standardizedFeatures
    #expect(features.shape == [569, 30] && features.dtype == .float64)
    #expect(features.mean(axes: [0]).scalars.allSatisfy { abs($0) < 1e-13 })  // 569 roundings of numbers below 10
    #expect(square(features).mean(axes: [0]).scalars.allSatisfy { abs($0 - 1) < 1e-13 })
    #expect(abs(features[0, 1] + 2.07333501) < 1e-8)  // numpy's
  }

  @Test(
    "Seattle: each column by its name in the file",
    arguments: [
      (SeattleWeather.Column.precipitation, "precipitation", 4426.0), (.maximumTemperature, "temp_max", 24017.5),
      (.minimumTemperature, "temp_min", 12031), (.wind, "wind", 4735.3),
    ])
  func columns(column: SeattleWeather.Column, name: String, sum: Double) throws {
    #expect(SeattleWeather.Column(rawValue: name) == column)
    let values = try SeattleWeather.load()[column]
    #expect(abs(values.reduce(0, +) - sum) < 1e-8)  // 1461 roundings of ½ ulp(24018) = 2e-12
  }

  @Test("A leap year has 366 days, 1900 was none, and 31 June does not exist") func days() throws {
    let newYear = try #require(Day(year: 2012, month: 1, day: 1))
    let next = try #require(Day("2013-01-01"))
    #expect(next.number - newYear.number == 366)
    #expect(Day(year: 1970, month: 1, day: 1)?.number == 0)
    #expect(Day(year: 1969, month: 12, day: 31)?.number == -1)
    #expect(Day(year: 2000, month: 2, day: 29)?.number == 11016)  // 30·365 + 7 leap days + 31 + 28
    #expect(Day(year: 1900, month: 2, day: 29) == nil)
    #expect(Day("2012/06/31") == nil && Day("2012/13/01") == nil && Day("yesterday") == nil)
    #expect(newYear < next)
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Sources/Datasets/Resources").standardizedFileURL.path(percentEncoded: false)

  @Test("What is part of the program is what the files say") func embedded() throws {
    func path(_ name: String) -> String { "\(Self.folder)/\(name)" }
    let (digits, digitsFile) = (try Digits.load(), try Digits.load(path: path("digits.csv")))
    #expect(digits.pixels == digitsFile.pixels && digits.labels == digitsFile.labels)
    let (tumours, tumoursFile) = (try BreastCancer.load(), try BreastCancer.load(path: path("breast-cancer.csv")))
    #expect(tumours.features == tumoursFile.features && tumours.labels == tumoursFile.labels)
    #expect(tumours.names == tumoursFile.names)
    let weather = try SeattleWeather.load()
    let weatherFile = try SeattleWeather.load(path: path("seattle-weather.csv"))
    #expect(weather.days == weatherFile.days)
    #expect(SeattleWeather.Column.allCases.allSatisfy { weather[$0] == weatherFile[$0] })
  }

  @Test("Each file that is shipped has its origin and licence beside it") func licences() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
    let data = names.filter { !["SOURCES.md", "CShippedData.c", "include"].contains($0) }
    let origins = try String(contentsOfFile: "\(Self.folder)/SOURCES.md", encoding: .utf8)
    #expect(data.count >= 3)
    for name in data { #expect(origins.contains("| `\(name)` |"), "\(name) is not in SOURCES.md") }
  }
}
