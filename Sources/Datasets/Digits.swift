import Descent

/// Handwritten digits, 8×8 pixels each: 1797 of them (E. Alpaydin & C. Kaynak 1998, CC BY 4.0; see Resources).
public struct Digits: Sendable {
  /// Pixels of a digit.
  public static let pixelCount = 64
  /// The digits 0…9.
  public static let classCount = 10

  /// Ink from 0 to 1, eight rows of eight pixels from the top: shape `[count, 64]`.
  public let pixels: [Float]
  /// What was written, 0…9.
  public let labels: [Int]
  /// The number of digits.
  public var count: Int { labels.count }

  /// Reads the shipped file, or one of your own: 64 whole numbers 0…16 (row by row) and the label 0…9 a line, no header.
  ///
  /// Pixels are divided by 16. Throws `DataFileError` for anything else.
  public static func load(path: String? = nil) throws -> Digits {
    let table = try CSVTable(
      contentsOf: path ?? resource("digits.csv"), hasHeader: false, columnCount: pixelCount + 1,
      name: path ?? "digits.csv")
    var pixels: [Float] = []
    pixels.reserveCapacity(table.rowCount * pixelCount)
    for row in 0..<table.rowCount {
      for column in 0..<pixelCount {
        pixels.append(Float(try table.integer(row: row, column: column, in: 0...16)) / 16)
      }
    }
    let labels = try (0..<table.rowCount).map {
      try table.integer(row: $0, column: pixelCount, in: 0...(classCount - 1))
    }
    return Digits(pixels: pixels, labels: labels)
  }

  /// A part for training and a part for testing: a random fifth (rounded up) is tested, 360 of the 1797.
  ///
  /// The digits are put into a random order; the first fifth is the test part and the rest, 1437, the training part.
  /// - Parameter centred: whether each pixel's mean over the training part is subtracted, in both parts.
  public func split(using generator: inout RandomGenerator, centred: Bool = false) -> (train: Digits, test: Digits) {
    let order = generator.permutation(of: count)
    let testCount = (count + 4) / 5
    let (train, test) = (self[order[testCount...]], self[order[..<testCount]])
    guard centred else { return (train, test) }
    let mean = train.meanPixels
    return (train.subtracting(mean), test.subtracting(mean))
  }

  /// The digits at these places, in this order.
  public subscript(places: some Sequence<Int>) -> Digits {
    var chosen: (pixels: [Float], labels: [Int]) = ([], [])
    for place in places {
      chosen.pixels += pixels[(place * Self.pixelCount)..<((place + 1) * Self.pixelCount)]
      chosen.labels.append(labels[place])
    }
    return Digits(pixels: chosen.pixels, labels: chosen.labels)
  }

  /// Each pixel's mean over all digits: shape `[64]`.
  public var meanPixels: [Float] {
    var sums = [Double](repeating: 0, count: Self.pixelCount)
    for (index, pixel) in pixels.enumerated() { sums[index % Self.pixelCount] += Double(pixel) }
    return sums.map { Float($0 / Double(count)) }
  }

  private func subtracting(_ mean: [Float]) -> Digits {
    Digits(pixels: pixels.indices.map { pixels[$0] - mean[$0 % Self.pixelCount] }, labels: labels)
  }
}
