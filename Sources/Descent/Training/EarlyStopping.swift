/// When to stop: after so many epochs in a row whose score on the validation part is no better than the best before.
///
/// ```swift
/// var stopping = EarlyStopping(patience: 3)
/// var checkpoint = Checkpoint(of: model, optimizer)
/// for _ in 0..<200 {
///   train(model, with: &optimizer, samples: 1437, batchSize: 64, epochs: 1, using: &generator, loss: trainingLoss)
///   if stopping.improves(with: validationLoss()) { checkpoint = Checkpoint(of: model, optimizer) }
///   if stopping.isOver { break }
/// }
/// checkpoint.restore(model, &optimizer)
/// ```
///
/// Each epoch is a call of `train`, whose optimizer cannot be read before it returns, not even in `afterStep`.
///
/// With a patience of 1 the first epoch that is no better is the last. (``ReduceOnPlateau``, as PyTorch's, waits for one more
/// than its patience.) Equal scores are no improvement, and neither is nan.
///
/// - Source: Prechelt 1998, "Early stopping – but when?", criterion UP.
public struct EarlyStopping: Sendable, Hashable {
  /// Whether the best score is the lowest, as of a loss, or the highest, as of an accuracy.
  public enum Goal: String, Sendable, Hashable, CaseIterable {
    /// A loss.
    case lowest
    /// An accuracy.
    case highest
  }

  /// After how many epochs in a row without improvement it is over; at least 1.
  public let patience: Int
  /// Whether the best score is the lowest or the highest.
  public let goal: Goal
  /// By how much a score must be better than the best before.
  public let leastImprovement: Double
  /// The best score so far; nil before the first.
  public private(set) var best: Double?
  /// The epoch of the best score, counted from 0.
  public private(set) var bestEpoch: Int?
  /// How many scores there were.
  public private(set) var epochs = 0

  /// Makes a rule that has seen nothing.
  ///
  /// - Precondition: `patience` is at least 1, and `leastImprovement` is finite and not negative.
  public init(patience: Int, goal: Goal = .lowest, leastImprovement: Double = 0) {
    checkLength(patience, "patience")
    checkNotNegative(leastImprovement, "leastImprovement")
    (self.patience, self.goal, self.leastImprovement) = (patience, goal, leastImprovement)
  }

  /// Takes in the next epoch's score and says whether it is the best so far: the moment for a checkpoint.
  public mutating func improves(with score: Double) -> Bool {
    defer { epochs += 1 }
    guard !score.isNaN else { return false }
    if let best {
      let gain = goal == .lowest ? best - score : score - best
      guard gain > leastImprovement else { return false }
    }
    (best, bestEpoch) = (score, epochs)
    return true
  }

  /// Whether the last `patience` epochs brought no improvement.
  public var isOver: Bool { epochs - (bestEpoch ?? -1) > patience }
}

/// What it takes to go on from an earlier moment: the numbers of the model, and the optimizer with its memory.
public struct Checkpoint<Rule: Optimizer>: Sendable {
  /// The model's parameters and buffers.
  public let state: ModelState
  /// The optimizer as it was.
  public let optimizer: Rule

  /// Keeps the present moment.
  public init(of model: some Model, _ optimizer: Rule) {
    (state, self.optimizer) = (model.state, optimizer)
  }

  /// Takes the model and the optimizer back to the moment that was kept.
  ///
  /// - Precondition: the model has the same parameters and buffers as the one that was kept.
  public func restore(_ model: some Model, _ optimizer: inout Rule) {
    model.state = state
    optimizer = self.optimizer
  }
}
