/// How often each of two classes was taken for each; class 1 is the positive one.
public struct ConfusionMatrix: Sendable, Hashable {
  /// Positives that were found, and that were missed.
  public private(set) var truePositives = 0, falseNegatives = 0
  /// Negatives that were taken for positives, and that were not.
  public private(set) var falsePositives = 0, trueNegatives = 0

  /// Counts predictions against the truth.
  ///
  /// - Precondition: there are as many of both, and all are 0 or 1.
  public init(predicted: [Int], labels: [Int]) {
    precondition(
      predicted.count == labels.count, "\(predicted.count) predictions do not fit \(labels.count) labels.")
    for (predicted, label) in zip(predicted, labels) {
      switch (predicted, label) {
      case (1, 1): truePositives += 1
      case (0, 1): falseNegatives += 1
      case (1, 0): falsePositives += 1
      case (0, 0): trueNegatives += 1
      default: preconditionFailure("A class must be 0 or 1, but one pair is \(predicted) and \(label).")
      }
    }
  }

  private var count: Int { truePositives + falseNegatives + falsePositives + trueNegatives }

  /// The share that is right; nan without samples.
  public var accuracy: Double { Double(truePositives + trueNegatives) / Double(count) }
  /// The share of the positives that was found; nan where there are none.
  public var recall: Double { Double(truePositives) / Double(truePositives + falseNegatives) }
  /// The share of positives among what was called positive; nan where nothing was.
  public var precision: Double { Double(truePositives) / Double(truePositives + falsePositives) }
}
