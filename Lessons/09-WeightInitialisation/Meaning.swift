import Datasets
import Descent
import Notebook

/// What n is: He's rule, which looks at the fan-in, beside the note's, which looks at the batch size.
///
/// The rules stand in the order 2/n, 1/B (the note's 1/√B as a standard deviation), 1/√B (as a variance).
struct Meaning: Sendable {
  /// The batch size where the width is varied.
  let batch: Int
  /// The width where the batch size is varied.
  let width = 64
  let byWidth: GainStudy
  let byBatch: GainStudy
  let trainedWidths: [Int]
  let trainedBatches: [Int]
  let training: DigitsStudy
  private let depth: Int

  /// - Parameter known: a study on the same tasks, whose runs are not trained again.
  init(_ tasks: [DigitsTask], batch: Int, depth: Int, seeds: [UInt64], known: DigitsStudy? = nil) async {
    self.batch = batch
    self.depth = depth
    byWidth = await GainStudy(
      [.he, .batchDeviation(batch), .batchVariance(batch)], widths: [16, 32, 64, 128, 256], seeds: seeds)
    byBatch = await GainStudy(
      { [.he, .batchDeviation($0), .batchVariance($0)] }, batches: [4, 8, 16, 32, 64, 128, 256], width: width,
      seeds: seeds)
    trainedWidths = [16, width, 128]
    trainedBatches = Set([8, 32, 64, batch]).sorted()
    let setups =
      trainedWidths.map { Self.setups(width: $0, batch: batch, depth: depth) }
      + trainedBatches.map { [width] in Self.setups(width: width, batch: $0, depth: depth) }
    training = await DigitsStudy(tasks, setups.flatMap { [$0.he, $0.note] }, known: known)
  }

  /// The two rules at a width.
  func setups(width: Int) -> (he: Setup, note: Setup) { Self.setups(width: width, batch: batch, depth: depth) }

  /// The two rules at a batch size.
  func setups(batch: Int) -> (he: Setup, note: Setup) { Self.setups(width: width, batch: batch, depth: depth) }

  private static func setups(width: Int, batch: Int, depth: Int) -> (he: Setup, note: Setup) {
    let note = FirstWeights.batchDeviation(batch)
    // At half the fan-in the two rules draw the same weights, and one of them is enough to train.
    let isHe = note.variance(fanIn: width) == FirstWeights.he.variance(fanIn: width)
    return (
      Setup(rule: .he, batch: batch, width: width, depth: depth),
      Setup(rule: isHe ? .he : note, batch: batch, width: width, depth: depth)
    )
  }
}
