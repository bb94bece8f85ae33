import Datasets
import Descent

/// The real task: 1437 handwritten digits to learn, 360 to test, a 64-32-10 ReLU network.
struct HandwrittenDigits: Sendable {
  private let task: DigitsTask
  /// Small batches have noisy gradients.
  private let batchSize: Int

  /// The seed decides the split, the start and the order of the mini-batches.
  init(_ digits: Digits, batchSize: Int = 8, seed: UInt64) {
    task = DigitsTask(digits, seed: seed)
    self.batchSize = batchSize
  }

  /// Trains; start and mini-batches are the same whatever the method and the rates.
  func train(_ method: Method = .gradientDescent, at schedule: any Schedule, epochs: Int = 12) -> DigitsRun {
    var (optimizer, generator) = (method.optimizer, task.generator)
    let network = DigitsTask.network(using: &generator)
    task.train(
      network, with: &optimizer, batchSize: batchSize, epochs: epochs, schedule: .perEpoch(schedule),
      using: &generator
    ) { network($0) }
    return DigitsRun(
      loss: softmaxCrossEntropy(network(task.training.pixels), labels: task.training.labels).item,
      accuracy: task.testAccuracy { network($0) })
  }
}

/// What came of training on the digits.
struct DigitsRun: Sendable {
  /// The cross-entropy over the training part at the end.
  let loss: Double
  /// The share of the test part that is recognised at the end.
  let accuracy: Double
}
