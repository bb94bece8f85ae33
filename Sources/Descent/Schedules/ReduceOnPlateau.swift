/// A learning rate that is lowered when a measured loss has stopped falling.
///
/// Not a function of the step: it is told the loss after each epoch and remembers the best. A loss is better if it is
/// below (1 − `threshold`) times the best one; after more than `patience` epochs that were not better, the rate is
/// multiplied by `factor`, and the next `cooldown` epochs do not count.
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
  /// - Precondition: `factor` is below 1.
  public init(
    initial: Double, factor: Double = 0.1, patience: Int = 10, threshold: Double = 1e-4, cooldown: Int = 0,
    minimum: Double = 0
  ) {
    precondition(factor < 1, "A factor that lowers the rate must be below 1, but is \(factor).")
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
