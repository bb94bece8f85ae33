import Numerics

/// Tries a learning rate after another, each in one step, until the loss runs away: a short run that shows which rates train.
///
///     ηₛ = η₀ γˢ,   γ = (η₁/η₀)^(1/(N − 1)),   s = 0, 1, …, N − 1
///
/// Step s is made with the rate ηₛ, and its loss, taken before the update, is what the rates before it have led to. The losses
/// are smoothed by an ``ExponentialAverage`` with bias correction. The run is over after the first smoothed loss that is above
/// `runaway` times the lowest one so far, or the first loss that is not finite. In code, η₀ is `lowest` and η₁ is `highest`.
///
/// ```swift
/// var finder = LearningRateFinder()
/// let before = Checkpoint(of: model, optimizer)
/// task.train(model, with: &optimizer, epochs: 4, schedule: .perStep(finder.schedule), using: &generator,
///   afterStep: { finder.goesOn(after: $0.loss) }) { model($0) }
/// before.restore(model, &optimizer)
/// optimizer.learningRate = finder.steepest ?? 0.01
/// ```
///
/// - Source: Smith 2017, arXiv:1506.01186, section 3.3 (the range test); the smoothing, the end and both suggestions are
///   those of fastai's `lr_find` (`start_lr`, `end_lr`, `num_it`; `steep`, `minimum`).
public struct LearningRateFinder: Sendable {
  /// The learning rate η₀ of step 0.
  public let lowest: Double
  /// The learning rate η₁ of the last step.
  public let highest: Double
  /// The number N of steps, at least 2.
  public let steps: Int
  /// The decay β of the average that smooths the losses.
  public let decay: Double
  /// The multiple of the lowest smoothed loss above which the loss has run away, above 1.
  public let runaway: Double
  /// The loss of each step's mini-batch.
  public private(set) var losses: [Double] = []
  /// The losses, smoothed.
  public private(set) var smoothed: [Double] = []

  /// Makes a finder that has tried nothing yet; the defaults are fastai's.
  ///
  /// - Precondition: 0 < `lowest` < `highest`, both finite; `steps` is at least 2; 0 ≤ `decay` < 1; `runaway` is above 1.
  public init(
    lowest: Double = 1e-7, highest: Double = 10, steps: Int = 100, decay: Double = 0.98, runaway: Double = 4
  ) {
    checkPositive(lowest, "The lowest learning rate")
    checkPositive(highest, "The highest learning rate")
    checkLength(steps, "A search for a learning rate", atLeast: 2)
    checkShare(decay, "The decay of an average")
    precondition(
      lowest < highest, "Learning rates rise from a lower to a higher one, not from \(lowest) to \(highest).")
    precondition(
      runaway > 1, "A loss has run away above a multiple of its lowest, more than 1, but that is \(runaway).")
    (self.lowest, self.highest, self.steps) = (lowest, highest, steps)
    (self.decay, self.runaway) = (decay, runaway)
    average = ExponentialAverage(decay: decay)
  }

  /// The rising learning rate, a function of the step.
  public var schedule: ExponentialDecay {
    ExponentialDecay(initial: lowest, factor: .pow(highest / lowest, 1 / Double(steps - 1)))
  }

  /// The learning rate of each step that was made.
  public var rates: [Double] { losses.indices.map { schedule($0) } }

  /// Takes in the loss of the next step and says whether the search goes on: for `afterStep`.
  public mutating func goesOn(after loss: Double) -> Bool {
    losses.append(loss)
    guard loss.isFinite else { return false }
    average.add(loss)
    smoothed.append(average.corrected)
    best = min(best, average.corrected)
    return average.corrected <= runaway * best && losses.count < steps
  }

  /// The rate at which the smoothed loss falls most from a step to the next, before it is lowest; nil where it never falls.
  ///
  /// The first tenth of the planned steps is left out: there the average of few losses jumps with each of them.
  public var steepest: Double? {
    let falls = smoothed.indices.dropFirst(steps / 10).prefix { $0 < lowestPlace ?? 0 }
    return falls.min { smoothed[$0 + 1] - smoothed[$0] < smoothed[$1 + 1] - smoothed[$1] }.map { schedule($0) }
  }

  /// A tenth of the rate with the lowest smoothed loss; nil before the first finite loss.
  public var tenthOfMinimum: Double? {
    lowestPlace.map { schedule($0) / 10 }
  }

  private var lowestPlace: Int? { smoothed.indices.min { smoothed[$0] < smoothed[$1] } }

  private var average: ExponentialAverage
  private var best = Double.infinity
}
