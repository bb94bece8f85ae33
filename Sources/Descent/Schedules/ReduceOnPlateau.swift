/// A learning rate that is lowered when a measured loss has stopped falling.
///
/// Not a function of the step: it is told the loss after each epoch and remembers the best. A loss is better if it is
/// below (1 − `threshold`) times the best one; after more than `patience` epochs that were not better, the rate is
/// multiplied by `factor`, and the next `cooldown` epochs do not count.
///
/// As in PyTorch, a negative loss (a log-likelihood) counts as better as long as it does not rise by more than the threshold,
/// so that a plateau below 0 is not seen; and a reduction by less than 10⁻⁸ is left out, so that small rates stay.
///
/// Source: PyTorch's `ReduceLROnPlateau` with mode "min" and threshold_mode "rel".
public struct ReduceOnPlateau: Sendable {
  /// The learning rate for the next update.
  public private(set) var learningRate: Double
  /// What the rate is multiplied by on a plateau.
  public let factor: Double
  /// How many epochs in a row may pass without a better loss.
  public let patience: Int
  /// The relative improvement from which on a loss counts as better.
  public let threshold: Double
  /// How many epochs after a reduction do not count.
  public let cooldown: Int
  /// The rate is not lowered beyond this.
  public let minimum: Double
  private var best = Double.infinity
  private var badEpochs = 0
  private var coolingEpochs = 0

  /// Makes the rule of a first learning rate; the defaults are PyTorch's.
  ///
  /// - Precondition: `factor` is at least 0 and below 1, and the other numbers are not negative.
  public init(
    initial: Double, factor: Double = 0.1, patience: Int = 10, threshold: Double = 1e-4, cooldown: Int = 0,
    minimum: Double = 0
  ) {
    checkLearningRate(initial)
    checkShare(factor, "A factor that lowers the rate")
    checkNotNegative(threshold, "A threshold")
    checkLearningRate(minimum)
    checkLength(patience, "A patience", atLeast: 0)
    checkLength(cooldown, "A cooldown", atLeast: 0)
    self.learningRate = initial
    self.factor = factor
    self.patience = patience
    self.threshold = threshold
    self.cooldown = cooldown
    self.minimum = minimum
  }

  /// Takes the loss of an epoch and sets the rate for the next one.
  public mutating func observe(_ loss: Double) {
    if loss < best * (1 - threshold) {
      best = loss
      badEpochs = 0
    } else {
      badEpochs += 1
    }
    if coolingEpochs > 0 {
      coolingEpochs -= 1
      badEpochs = 0
    }
    guard badEpochs > patience else { return }
    let lowered = max(learningRate * factor, minimum)
    // PyTorch leaves out reductions too small to matter.
    if learningRate - lowered > 1e-8 { learningRate = lowered }
    coolingEpochs = cooldown
    badEpochs = 0
  }
}
