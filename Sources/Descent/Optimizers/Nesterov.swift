/// Nesterov's momentum: the step looks ahead along the velocity that it has just gained.
///
///     V ← β V + g,   θ ← θ − η (g + β V)
///
/// In code, η is `learningRate` and β is `momentum`. V starts from zero.
///
/// Sources: Nesterov 1983; in this form Sutskever et al. 2013 and PyTorch's `torch.optim.SGD` with `nesterov=True`.
///
/// The loop over the weights is `nesterov` in CVectorKernels/kernels.inc.
public struct Nesterov: Optimizer {
  /// The step size η.
  public var learningRate: Double { didSet { checkLearningRate(learningRate) } }
  /// The share β of the old velocity that each step keeps, 0 ≤ β < 1.
  public let momentum: Double
  /// The coefficient λ of the L2 penalty ½λ‖θ‖², whose gradient is added.
  public let weightDecay: Double
  private var memory = OptimizerMemory(tensorsPerParameter: 1)  // V

  /// Makes the optimizer of a learning rate.
  ///
  /// - Precondition: 0 ≤ `momentum` < 1; the other numbers are finite and not negative.
  public init(learningRate: Double, momentum: Double = 0.9, weightDecay: Double = 0) {
    checkShare(momentum, "momentum")
    checkLearningRate(learningRate)
    checkNotNegative(weightDecay, "weightDecay")
    self.learningRate = learningRate
    self.momentum = momentum
    self.weightDecay = weightDecay
  }

  /// Moves the velocity by the gradients, then the parameters by gradient and velocity.
  public mutating func update(_ model: some Model, with gradients: Gradients) {
    let step = Step(learningRate: learningRate, momentum: momentum, weightDecay: weightDecay)
    memory.apply(step, to: model, with: gradients)
  }

  struct Step: UpdateStep {
    let learningRate, momentum, weightDecay: Double

    func update<T: Scalar>(_ weight: T.Out, _ gradient: T.In, _ memory: Remembered<T>, _ count: Int) {
      T.nesterov(weight, gradient, memory.first, count, self)
    }
  }
}
