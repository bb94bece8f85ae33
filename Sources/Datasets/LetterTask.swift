import Descent

/// Learning to write words letter by letter, for one seed: words to learn from, to validate and to test by, and the
/// random numbers for the rest.
///
/// ```swift
/// let task = LetterTask(try .load(.spanish), words: 200, seed: 3)
/// var (generator, optimizer) = (task.generator, Adam(learningRate: 1e-3))
/// task.train(model, with: &optimizer, steps: 150, clipping: .globalNorm(1), using: &generator) { model($0, at: $1) }
/// print(Letters.bits(of: task.test) { model($0, at: $1) })
/// ```
public struct LetterTask: Sendable {
  /// The words to learn from, those to choose a rate or a step by, and those to test by.
  public let training, validation, test: [String]
  /// Random numbers for fresh weights and the order of the mini-batches, the same for every way of training.
  public let generator: RandomGenerator

  /// Makes the task of a seed: 500 words to test and 200 to validate, the same for all seeds; the words to learn from are
  /// drawn from the rest.
  ///
  /// - Precondition: the list has at least `words + 700` words.
  public init(_ list: WordList, words: Int, seed: UInt64) {
    var generator = RandomGenerator(seed: seed)
    let parts = list.split(test: 500, validation: 200)
    (test, validation) = (parts.test, parts.validation)
    training = parts.rest.drawn(words, using: &generator)
    self.generator = generator
  }

  /// Makes a task of parts that were chosen in another way.
  public init(training: [String], validation: [String] = [], test: [String], generator: RandomGenerator) {
    (self.training, self.validation, self.test) = (training, validation, test)
    self.generator = generator
  }

  /// Trains with the mean cross-entropy over the letters and closing boundaries of each mini-batch; one that is not full
  /// is left out.
  ///
  /// - Parameters:
  ///   - batchSize: words in a mini-batch; all words where there are fewer.
  ///   - steps: how many updates are made, of as many epochs as they take.
  ///   - schedule: sets the learning rate; the optimizer's own rate without one.
  ///   - measuringAt: after how many steps `measure` is called.
  ///   - measure: gives the log's `measurements`: the bits per character on the validation words, unless it is said.
  ///   - afterStep: called after each update; returning false ends the training.
  ///   - logits: the model's answer to words at some places.
  /// - Returns: the loss of each step's mini-batch in nats, where the run broke, and what was measured.
  /// - Precondition: there are words to learn from, and words to validate where they are asked for.
  @discardableResult
  public func train(
    _ model: some Model, with optimizer: inout some Optimizer, batchSize: Int = 32, steps: Int,
    schedule: TrainingSchedule? = nil, clipping: Clipping = .none, measuringAt places: [Int] = [],
    measure: (() -> Double)? = nil, using generator: inout RandomGenerator,
    afterStep: (TrainingStep) -> Bool = { _ in true }, logits: LetterLogits
  ) -> TrainingLog {
    precondition(!training.isEmpty && steps >= 0, "\(steps) steps cannot be made with \(training.count) words.")
    let size = min(batchSize, training.count)
    let perEpoch = training.count / max(size, 1)
    return Descent.train(
      model, with: &optimizer, samples: training.count, batchSize: size, epochs: (steps + perEpoch - 1) / perEpoch,
      incomplete: .drop, schedule: schedule, clipping: clipping, measuringAt: places,
      measure: { measure?() ?? Letters.bits(of: validation, logits: logits) }, using: &generator,
      loss: { places in
        LetterBatch(places.map { training[$0] }).loss(logits)
      }, afterStep: { afterStep($0) && $0.step < steps - 1 })
  }
}
