/// Gradient descent: each parameter goes against its gradient.
///
///     g ← g + λ θ,   θ ← θ − η g
///
/// On mini-batches it is stochastic gradient descent. In code, η is `learningRate` and λ is `weightDecay`. It
/// remembers nothing.
///
/// Source: PyTorch's `torch.optim.SGD` without momentum; Robbins & Monro 1951.
///
/// The loop over the weights is `sgd` in CVectorKernels/kernels.inc.
public struct SGD: Optimizer {
  /// The step size η.
  public var learningRate: Double { didSet { checkLearningRate(learningRate) } }
  /// The coefficient λ of the L2 penalty ½λ‖θ‖², whose gradient is added.
  public let weightDecay: Double
  private var memory = OptimizerMemory(tensorsPerParameter: 0)

  /// Makes the optimizer of a learning rate.
  ///
  /// - Precondition: the rate and `weightDecay` are finite and not negative.
  public init(learningRate: Double, weightDecay: Double = 0) {
    checkLearningRate(learningRate)
    checkNotNegative(weightDecay, "weightDecay")
    self.learningRate = learningRate
    self.weightDecay = weightDecay
  }

  /// θ ← θ − η (g + λ θ).
  public mutating func update(_ model: some Model, with gradients: Gradients) {
    memory.apply(Step(learningRate: learningRate, weightDecay: weightDecay), to: model, with: gradients)
  }

  struct Step: UpdateStep {
    let learningRate, weightDecay: Double

    func update<T: Scalar>(_ weight: T.Out, _ gradient: T.In, _ memory: Remembered<T>, _ count: Int) {
      T.sgd(weight, gradient, count, self)
    }
  }
}
