/// Gradient descent with momentum: the step follows a running sum, or average, of past gradients.
///
///     classic:              V ← β V + g,              θ ← θ − η V
///     exponential average:  V ← β V + (1 − β) g,      θ ← θ − η V
///
/// The classic form is PyTorch's; a constant gradient makes it step 1/(1 − β) times as far as gradient descent. The
/// average never amplifies: it takes the same path as the classic form with the learning rate (1 − β) η. In code, η is
/// `learningRate` and β is `momentum`. V starts from zero, without bias correction.
///
/// Sources: Polyak 1964; PyTorch's `torch.optim.SGD` with `momentum` and without dampening; the course notes for the
/// averaged form.
///
/// The loop over the weights is `momentum` in CVectorKernels/kernels.inc.
public struct Momentum: Optimizer {
  /// What the velocity V is.
  public enum Form: String, Sendable, Hashable, CaseIterable {
    /// A decaying sum of the gradients, V ← β V + g.
    case classic
    /// An exponentially weighted average of the gradients, V ← β V + (1 − β) g.
    case exponentialAverage
  }

  /// The step size η.
  public var learningRate: Double { didSet { checkLearningRate(learningRate) } }
  /// The share β of the old velocity that each step keeps, 0 ≤ β < 1.
  public let momentum: Double
  /// What the velocity is.
  public let form: Form
  /// The coefficient λ of the L2 penalty ½λ‖θ‖², whose gradient is added.
  public let weightDecay: Double
  private var memory = OptimizerMemory(tensorsPerParameter: 1)  // V

  /// Makes the optimizer of a learning rate.
  ///
  /// - Precondition: 0 ≤ `momentum` < 1; the other numbers are finite and not negative.
  public init(learningRate: Double, momentum: Double = 0.9, form: Form = .classic, weightDecay: Double = 0) {
    checkShare(momentum, "momentum")
    checkLearningRate(learningRate)
    checkNotNegative(weightDecay, "weightDecay")
    self.learningRate = learningRate
    self.momentum = momentum
    self.form = form
    self.weightDecay = weightDecay
  }

  /// Moves the velocity by the gradients, then the parameters by the velocity.
  public mutating func update(_ model: some Model, with gradients: Gradients) {
    let share = form == .classic ? 1 : 1 - momentum
    let step = Step(learningRate: learningRate, momentum: momentum, share: share, weightDecay: weightDecay)
    memory.apply(step, to: model, with: gradients)
  }

  struct Step: UpdateStep {
    let learningRate, momentum: Double
    /// What the gradient is multiplied by before it joins the velocity: 1, or 1 − β.
    let share: Double
    let weightDecay: Double

    func update<T: Scalar>(_ weight: T.Out, _ gradient: T.In, _ memory: Remembered<T>, _ count: Int) {
      T.momentum(weight, gradient, memory.first, count, self)
    }
  }
}
