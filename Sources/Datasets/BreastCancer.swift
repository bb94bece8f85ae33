import CShippedData
import Descent

/// Breast tumours, 30 measured features each: 569 of them (W. Wolberg et al. 1995, CC BY 4.0; see Resources).
///
/// Ten properties of the cell nuclei in an image of a biopsy (radius, texture, …), each as its mean, its standard error
/// and its worst value (the mean of the three largest). Some of the features nearly repeat one another.
public struct BreastCancer: Sendable {
  /// Features of a tumour.
  public static let featureCount = 30

  /// The names of the features, such as "mean radius".
  public let names: [String]
  /// One tumour a row, in the units of the file: shape `[count, 30]`, float64.
  public let features: Tensor
  /// Whether a tumour is benign (1) or malignant (0).
  public let labels: [Int]
  /// The number of tumours.
  public var count: Int { labels.count }

  /// Reads the shipped file, or one of your own: a header, then 30 numbers and 1 (benign) or 0 (malignant) a line.
  ///
  /// Throws `DataFileError` for anything else.
  public static func load(path: String? = nil) throws -> BreastCancer {
    let table = try CSVTable(
      path: path, else: breastCancerFile(), hasHeader: true, columnCount: featureCount + 1)
    let rows = try (0..<table.rowCount).map { row in
      try (0..<featureCount).map { try table.number(row: row, column: $0) }
    }
    let labels = try (0..<table.rowCount).map { try table.integer(row: $0, column: featureCount, in: 0...1) }
    return BreastCancer(
      names: Array(table.names.prefix(featureCount)), features: Tensor(rows: rows, dtype: .float64), labels: labels)
  }

  /// The features, each shifted to mean 0 and scaled to standard deviation 1 (over all tumours, divided by n).
  ///
  /// A feature that is the same for all tumours becomes 0. Shape `[count, 30]`, float64.
  public var standardizedFeatures: Tensor { StandardScaler(fittedTo: features).transform(features) }
}
