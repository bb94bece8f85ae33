import Datasets
import Descent

/// The real task: 1437 handwritten digits to learn, 360 to test, a 64-32-10 ReLU network.
struct HandwrittenDigits: Sendable {
  private let training: Digits
  private let test: Digits
  private let generator: RandomGenerator
  /// Small batches have noisy gradients.
  private let batchSize: Int

  /// The seed decides the split, the start and the order of the mini-batches.
  init(_ digits: Digits, batchSize: Int = 8, seed: UInt64) {
    var generator = RandomGenerator(seed: seed)
    (training, test) = digits.split(using: &generator)
    self.generator = generator
    self.batchSize = batchSize
  }

  /// Trains; start and mini-batches are the same whatever the method and the rates.
  func train(_ method: Method = .gradientDescent, at schedule: any Schedule, epochs: Int = 12) -> DigitsRun {
    var (optimizer, generator) = (method.optimizer, generator)
    let network = MultilayerPerceptron(
      [Digits.pixelCount, 32, Digits.classCount], activation: .relu, using: &generator)
    Descent.train(
      network, with: &optimizer, samples: training.count, batchSize: batchSize, epochs: epochs, incomplete: .drop,
      schedule: schedule, using: &generator
    ) { batch in
      softmaxCrossEntropy(network(training.pixels.rows(batch)), labels: batch.map { training.labels[$0] })
    }
    return DigitsRun(
      loss: softmaxCrossEntropy(network(training.pixels), labels: training.labels).item,
      accuracy: accuracy(network(test.pixels), labels: test.labels))
  }
}

/// What came of training on the digits.
struct DigitsRun: Sendable {
  /// The cross-entropy over the training part at the end.
  let loss: Double
  /// The share of the test part that is recognised at the end.
  let accuracy: Double
}
