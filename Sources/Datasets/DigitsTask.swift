import Descent

/// Reading handwritten digits, for one seed: a part to learn from, a part to test, and the random numbers for the rest.
///
/// What is to be measured in every epoch is measured in `afterStep` where `step.isLastOfEpoch`; see ``LearningCurves``.
public struct DigitsTask: Sendable {
  /// The digits to learn from and those to test by.
  public let training, test: Digits
  /// The digits to choose by: when to stop, which rate to take. None unless they were asked for.
  public let validation: Digits
  /// The training digits whose label was made wrong. None unless it was asked for.
  public let mislabelled: Digits
  /// Random numbers for the first weights and the order of the mini-batches, the same for every way of training.
  public let generator: RandomGenerator

  /// Makes the task of a seed.
  ///
  /// - Parameter centred: whether each pixel's mean over the training part is subtracted, in both parts.
  public init(_ digits: Digits, seed: UInt64, centred: Bool = false) {
    var generator = RandomGenerator(seed: seed)
    (training, test) = digits.split(using: &generator, centred: centred)
    (validation, mislabelled) = (digits[[]], digits[[]])
    self.generator = generator
  }

  /// Makes the task of a seed with parts of the given sizes, and some of the training labels wrong.
  ///
  /// Of the digits in random order the first `test` are tested, the next `validation` validate, and the next `training`
  /// train: with fewer of them, the others stay the same.
  ///
  /// - Parameter labelNoise: the share of the training labels that are wrong; see ``Digits/relabelled(share:using:)``.
  /// - Precondition: there are as many digits, and the share lies between 0 and 1.
  public init(
    _ digits: Digits, training: Int, validation: Int = 0, test: Int, labelNoise: Double = 0, seed: UInt64
  ) {
    precondition(
      training >= 0 && validation >= 0 && test >= 0 && training + validation + test <= digits.count,
      "\(digits.count) digits cannot give \(training) to train, \(validation) to validate and \(test) to test.")
    var generator = RandomGenerator(seed: seed)
    let order = generator.permutation(of: digits.count)
    let (validationEnd, trainingEnd) = (test + validation, test + validation + training)
    var noise = generator.split()
    self.test = digits[order[..<test]]
    self.validation = digits[order[test..<validationEnd]]
    let right = digits[order[validationEnd..<trainingEnd]]
    let noisy = right.relabelled(share: labelNoise, using: &noise)
    self.training = noisy
    mislabelled = noisy[noisy.labels.indices.filter { noisy.labels[$0] != right.labels[$0] }]
    self.generator = generator
  }

  /// Makes a task of parts that were chosen in another way.
  public init(training: Digits, validation: Digits? = nil, test: Digits, generator: RandomGenerator) {
    (self.training, self.test, self.generator) = (training, test, generator)
    self.validation = validation ?? training[[]]
    mislabelled = training[[]]
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
  ///   - perturbation: where each step's gradients are taken, if not at the weights themselves.
  ///   - measuringAt: after how many steps the test accuracy is measured, into the log's `measurements`.
  ///   - afterStep: called after each update; returning false ends the training.
  ///   - evaluation: the model's answer where the test accuracy is measured; that of training without it.
  ///   - logits: the model's answer `[batch, 10]` to pixels `[batch, 64]`.
  /// - Returns: the loss of each step's mini-batch, where the run broke, and what was measured.
  @discardableResult
  public func train(
    _ model: some Model, with optimizer: inout some Optimizer, batchSize: Int = 64, epochs: Int,
    schedule: TrainingSchedule? = nil, clipping: Clipping = .none, perturbation: (any WeightPerturbation)? = nil,
    measuringAt places: [Int] = [], using generator: inout RandomGenerator,
    afterStep: (TrainingStep) -> Bool = { _ in true }, evaluation: ((Tensor) -> Tensor)? = nil,
    logits: (Tensor) -> Tensor
  ) -> TrainingLog {
    Descent.train(
      model, with: &optimizer, samples: training.count, batchSize: batchSize, epochs: epochs, incomplete: .drop,
      schedule: schedule, clipping: clipping, perturbation: perturbation, measuringAt: places,
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
