import Descent

/// How well a model reads a set of digits.
public struct Score: Sendable, Hashable {
  /// The mean cross-entropy, in nats; nan for no digits.
  public let loss: Double
  /// The share that is read correctly, 0 … 1; nan for no digits.
  public let accuracy: Double
}

extension Digits {
  /// How well a model reads these digits, by its answer `[count, 10]` to their pixels.
  public func score(_ logits: (Tensor) -> Tensor) -> Score {
    guard count > 0 else { return Score(loss: .nan, accuracy: .nan) }
    let answer = logits(pixels)
    return Score(
      loss: softmaxCrossEntropy(answer, labels: labels).item, accuracy: accuracy(answer, labels: labels))
  }
}

/// The scores of the three parts of a task, as training goes on: one entry each for every moment that was measured.
///
/// ```swift
/// var curves = LearningCurves()
/// task.train(network, with: &optimizer, epochs: 60, using: &generator, afterStep: { step in
///   if step.isLastOfEpoch { curves.measure(task) { network($0) } }
///   return true
/// }) { network($0) }
/// ```
public struct LearningCurves: Sendable, Hashable {
  /// Of the digits to learn from, with their labels as they are.
  public private(set) var training: [Score] = []
  /// Of the digits to choose by.
  public private(set) var validation: [Score] = []
  /// Of the digits to test by.
  public private(set) var test: [Score] = []

  /// Makes curves without an entry.
  public init() {}

  /// Adds the scores of this moment.
  public mutating func measure(_ task: DigitsTask, _ logits: (Tensor) -> Tensor) {
    training.append(task.training.score(logits))
    validation.append(task.validation.score(logits))
    test.append(task.test.score(logits))
  }
}
