/// Adagrad: each parameter's step is divided by the root of the sum of all its squared gradients so far.
///
///     G ← G + g²,   θ ← θ − η/(1 + (t − 1) δ) · g / (√G + ε)
///
/// G only grows, so steps shrink like 1/√t without a schedule. In code, η is `learningRate` and δ is `rateDecay`; G
/// starts from `initialSum`.
///
/// Source: Duchi, Hazan & Singer 2011, JMLR 12, figure 1; PyTorch's `torch.optim.Adagrad`.
///
/// The loop over the weights is `adagrad` in CVectorKernels/kernels.inc.
public struct Adagrad: Optimizer {
  /// The step size η.
  public var learningRate: Double { didSet { checkLearningRate(learningRate) } }
  /// The decay δ of the learning rate per step.
  public let rateDecay: Double
  /// What each sum of squares starts from.
  public let initialSum: Double
  /// The small number ε, added to the root.
  public let epsilon: Double
  /// The coefficient λ of the L2 penalty ½λ‖θ‖², whose gradient is added.
  public let weightDecay: Double
  private var memory = OptimizerMemory(tensorsPerParameter: 1)  // G
  private var steps = 0

  /// Makes the optimizer of a learning rate; the defaults are PyTorch's.
  ///
  /// - Precondition: all numbers are finite and not negative.
  public init(
    learningRate: Double, rateDecay: Double = 0, initialSum: Double = 0, epsilon: Double = 1e-10,
    weightDecay: Double = 0
  ) {
    checkLearningRate(learningRate)
    checkNotNegative(epsilon, "epsilon")
    checkNotNegative(weightDecay, "weightDecay")
    checkNotNegative(rateDecay, "rateDecay")
    checkNotNegative(initialSum, "initialSum")
    self.learningRate = learningRate
    self.rateDecay = rateDecay
    self.initialSum = initialSum
    self.epsilon = epsilon
    self.weightDecay = weightDecay
  }

  /// Adds to the sums, then moves the parameters by the scaled gradients.
  public mutating func update(_ model: some Model, with gradients: Gradients) {
    let step = Step(
      learningRate: learningRate / (1 + Double(steps) * rateDecay), initialSum: initialSum, epsilon: epsilon,
      weightDecay: weightDecay)
    memory.apply(step, to: model, with: gradients)
    steps += 1
  }

  struct Step: UpdateStep {
    let learningRate, initialSum, epsilon, weightDecay: Double

    func update<T: Scalar>(_ weight: T.Out, _ gradient: T.In, _ memory: Remembered<T>, _ count: Int) {
      T.adagrad(weight, gradient, memory, count, self)
    }
  }
}
