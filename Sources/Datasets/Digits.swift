import CShippedData
import Descent

/// Handwritten digits, 8×8 pixels each: 1797 of them (E. Alpaydin & C. Kaynak 1998, CC BY 4.0; see Resources).
public struct Digits: Sendable {
  /// Pixels of a digit.
  public static let pixelCount = 64
  /// The digits 0…9.
  public static let classCount = 10

  /// Ink from 0 to 1, eight rows of eight pixels from the top: shape `[count, 64]`, float32.
  public let pixels: Tensor
  /// What was written, 0…9.
  public let labels: [Int]
  /// The number of digits.
  public var count: Int { labels.count }

  /// Reads the shipped file, or one of your own: 64 whole numbers 0…16 (row by row) and the label 0…9 a line, no header.
  ///
  /// Pixels are divided by 16. Throws `DataFileError` for anything else.
  public static func load(path: String? = nil) throws -> Digits {
    let table = try CSVTable(
      path: path, else: digitsFile(), hasHeader: false, columnCount: pixelCount + 1)
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
    return Digits(pixels: Tensor(shape: [table.rowCount, pixelCount], pixels), labels: labels)
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
    let mean = train.pixels.mean(axes: [0])
    return (
      Digits(pixels: train.pixels - mean, labels: train.labels), Digits(pixels: test.pixels - mean, labels: test.labels)
    )
  }

  /// The same digits, some of them with a wrong label: round(share · count) of them, each with one of the nine others.
  ///
  /// - Precondition: the share lies between 0 and 1.
  public func relabelled(share: Double, using generator: inout RandomGenerator) -> Digits {
    precondition((0...1).contains(share), "The share of wrong labels must lie between 0 and 1, but is \(share).")
    var wrong = labels
    for place in generator.permutation(of: count).prefix(Int((share * Double(count)).rounded())) {
      wrong[place] = (wrong[place] + 1 + generator.integer(below: Self.classCount - 1)) % Self.classCount
    }
    return Digits(pixels: pixels, labels: wrong)
  }

  /// The digits at these places, in this order: a mini-batch, for example.
  public subscript(places: some Sequence<Int>) -> Digits {
    let places = Array(places)
    return Digits(pixels: pixels.take(rows: places), labels: places.map { labels[$0] })
  }
}

extension Digits {
  /// The labels as rows of zeros with a one: `[count, 10]`, float64.
  public var oneHot: Tensor { Self.oneHot(labels) }

  /// Digits 0…9 as rows of zeros with a one: `[count, 10]`, float64.
  public static func oneHot(_ digits: [Int]) -> Tensor {
    Tensor(
      shape: [digits.count, classCount], digits.flatMap { digit in (0..<classCount).map { $0 == digit ? 1.0 : 0 } },
      dtype: .float64)
  }
}
