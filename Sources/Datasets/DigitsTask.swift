import Descent

/// Reading handwritten digits, for one seed: a part to learn from, a part to test, and the random numbers for the rest.
///
/// For fewer digits, or a validation part, cut `training[0..<100]` and make a task of the parts with
/// `init(training:test:generator:)`; what is to be measured in every epoch is measured in `afterStep` where
/// `step.isLastOfEpoch`.
public struct DigitsTask: Sendable {
  /// The digits to learn from and those to test by.
  public let training, test: Digits
  /// Random numbers for the first weights and the order of the mini-batches, the same for every way of training.
  public let generator: RandomGenerator

  /// Makes the task of a seed.
  ///
  /// - Parameter centred: whether each pixel's mean over the training part is subtracted, in both parts.
  public init(_ digits: Digits, seed: UInt64, centred: Bool = false) {
    var generator = RandomGenerator(seed: seed)
    (training, test) = digits.split(using: &generator, centred: centred)
    self.generator = generator
  }

  /// Makes a task of parts that were chosen in another way.
  public init(training: Digits, test: Digits, generator: RandomGenerator) {
    (self.training, self.test, self.generator) = (training, test, generator)
  }

  /// A network 64-32-10, the one that most lessons train: by default ReLU with He's normal weights.
  public static func network(
    activation: Activation = .relu, initialization: Initialization? = nil, using generator: inout RandomGenerator
  ) -> MultilayerPerceptron {
    MultilayerPerceptron(
      [Digits.pixelCount, 32, Digits.classCount], activation: activation, initialization: initialization,
      using: &generator)
  }

  /// Trains on mini-batches with softmax cross-entropy; a batch that is not full is left out.
  ///
  /// ```swift
  /// var generator = task.generator
  /// let network = DigitsTask.network(using: &generator)
  /// task.train(network, with: &optimizer, epochs: 10, using: &generator) { network($0) }
  /// ```
  ///
  /// - Parameters:
  ///   - schedule: sets the learning rate; the optimizer's own rate without one.
  ///   - measuringAt: after how many steps the test accuracy is measured, into the log's `measurements`.
  ///   - afterStep: called after each update; returning false ends the training.
  ///   - evaluation: the model's answer where the test accuracy is measured; that of training without it.
  ///   - logits: the model's answer `[batch, 10]` to pixels `[batch, 64]`.
  /// - Returns: the loss of each step's mini-batch, where the run broke, and what was measured.
  @discardableResult
  public func train(
    _ model: some Model, with optimizer: inout some Optimizer, batchSize: Int = 64, epochs: Int,
    schedule: TrainingSchedule? = nil, clipping: Clipping = .none, measuringAt places: [Int] = [],
    using generator: inout RandomGenerator, afterStep: (TrainingStep) -> Bool = { _ in true },
    evaluation: ((Tensor) -> Tensor)? = nil, logits: (Tensor) -> Tensor
  ) -> TrainingLog {
    Descent.train(
      model, with: &optimizer, samples: training.count, batchSize: batchSize, epochs: epochs, incomplete: .drop,
      schedule: schedule, clipping: clipping, measuringAt: places,
      measure: {
        if let evaluation { return testAccuracy(evaluation) }
        return testAccuracy(logits)
      }, using: &generator,
      loss: { places in
        let batch = training[places]
        return softmaxCrossEntropy(logits(batch.pixels), labels: batch.labels)
      }, afterStep: afterStep)
  }

  /// The share of the test digits that are read correctly.
  public func testAccuracy(_ logits: (Tensor) -> Tensor) -> Double {
    accuracy(logits(test.pixels), labels: test.labels)
  }
}
