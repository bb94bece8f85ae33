import Descent

/// Reading handwritten digits with LeNet, as lessons 35 and 38 do: from the first 1200 digits of the file, tested by the
/// other 597, each enlarged to the 32 × 32 pixels that the network wants.
///
/// ```swift
/// let task = LeNetTask(try .load())
/// var (network, generator) = task.trained(seed: 1)
/// network.fc1.weight.mask = magnitudeMask(of: network.fc1.weight.value, removing: 0.5)
/// print(task.testAccuracy { network($0) })
/// task.train(network, epochs: 1, using: &generator) { network($0) }
/// ```
///
/// The parts are the same for all seeds. Cut in the file's order they are harder to read than a random split.
public struct LeNetTask: Sendable {
  /// Pictures and what is written on them.
  public struct Pictures: Sendable {
    /// Ink from 0 to 1, `[count, 1, 32, 32]`, float32.
    public let pixels: Tensor
    /// The digits 0…9.
    public let labels: [Int]

    /// Enlarges digits, by bilinear interpolation.
    public init(_ digits: Digits) {
      pixels = digits.pixels.reshaped([digits.count, 1, 8, 8]).resized(toHeight: 32, width: 32)
      labels = digits.labels
    }
  }

  /// The pictures to learn from and those to test by.
  public let training, test: Pictures

  /// Cuts the digits in two, in their order.
  ///
  /// - Precondition: there are more digits than those to learn from.
  public init(_ digits: Digits, training count: Int = 1200) {
    precondition(
      (1..<digits.count).contains(count),
      "Of \(digits.count) digits not \(count) can be learnt from and the rest tested.")
    (training, test) = (Pictures(digits[0..<count]), Pictures(digits[count..<digits.count]))
  }

  /// LeNet after eight epochs, and the random numbers for what comes next.
  ///
  /// - Parameters:
  ///   - seed: gives the first weights and the order of the mini-batches; another initialisation takes the same order.
  ///   - widths: how many filters the convolutions and how many units the dense layers have.
  public func trained(
    seed: UInt64, widths: (conv1: Int, conv2: Int, fc1: Int, fc2: Int) = (6, 16, 120, 84),
    initialization: Initialization = .fanInUniform, epochs: Int = 8
  ) -> (network: LeNet, generator: RandomGenerator) {
    var generator = RandomGenerator(seed: seed)
    var weights = generator.split()
    let network = LeNet(widths: widths, initialization: initialization, using: &weights)
    train(network, epochs: epochs, using: &generator) { network($0) }
    return (network, generator)
  }

  /// Trains with Adam on mini-batches of 64, with softmax cross-entropy; a batch that is not full is left out.
  ///
  /// - Parameters:
  ///   - schedule: sets the learning rate; constant at 0.002 without one.
  ///   - afterStep: called after each update; returning false ends the training.
  ///   - logits: the model's answer `[batch, 10]` to pictures `[batch, 1, 32, 32]`.
  /// - Returns: the loss of each step's mini-batch, and where the run broke.
  @discardableResult
  public func train(
    _ model: some Model, epochs: Int, schedule: TrainingSchedule? = nil, using generator: inout RandomGenerator,
    afterStep: (TrainingStep) -> Bool = { _ in true }, logits: (Tensor) -> Tensor
  ) -> TrainingLog {
    var optimizer = Adam(learningRate: 2e-3)
    return Descent.train(
      model, with: &optimizer, samples: training.labels.count, batchSize: 64, epochs: epochs, incomplete: .drop,
      schedule: schedule, using: &generator,
      loss: { places in
        softmaxCrossEntropy(
          logits(training.pixels.take(rows: places)), labels: places.map { training.labels[$0] })
      }, afterStep: afterStep)
  }

  /// The share of the test digits that are read correctly.
  public func testAccuracy(_ logits: (Tensor) -> Tensor) -> Double {
    accuracy(logits(test.pixels), labels: test.labels)
  }
}
