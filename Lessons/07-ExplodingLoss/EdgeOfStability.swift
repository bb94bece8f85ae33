import Datasets
import Descent
import Notebook

/// The loss that the tanh network is trained with.
enum NetworkLoss: String, Sendable, CaseIterable {
  /// 1/2n Σ ‖f(xᵢ) − yᵢ‖² with one-hot labels.
  case squared
  /// Softmax cross-entropy.
  case crossEntropy = "cross-entropy"

  var words: String { self == .squared ? "squared error" : "cross-entropy" }
}

/// A tanh network 64-20-10 on 300 digits, all of them in each step: small enough to follow its Hessian.
///
/// Pixels are centred; weights start normal with variance 1/fan-in, biases at zero; everything is in double precision.
struct EdgeTask: Sendable {
  static let samples = 300
  static let limit = 1000.0
  private let pixels: Tensor
  private let targets: Tensor
  private let labels: [Int]
  private let kind: NetworkLoss
  private let generator: RandomGenerator

  /// The seed decides the digits and the first weights.
  init(_ digits: Digits, loss kind: NetworkLoss, seed: UInt64) {
    let task = DigitsTask(digits, seed: seed, centred: true)
    let part = task.training[0..<Self.samples]
    (pixels, targets, labels) = (part.pixels.cast(to: .float64), part.oneHot, part.labels)
    (self.kind, generator) = (kind, task.generator)
  }

  private func loss(of network: MultilayerPerceptron) -> Tensor {
    switch kind {
    case .squared: squaredError(network(pixels), targets, reduction: .sum) * (0.5 / Double(Self.samples))
    case .crossEntropy: softmaxCrossEntropy(network(pixels), labels: labels)
    }
  }

  /// The sharpness λ₀ of the starting network.
  var firstSharpness: Double {
    var generator = generator
    let network = startingNetwork(using: &generator)
    return sharpness(of: network, near: .normal(like: network, using: &generator), iterations: 200).value
  }

  /// Gradient descent from the start; a loss of squared errors above `limit` counts as diverged and ends it.
  ///
  /// - Parameter interval: the sharpness is measured before the first step and after each so many steps; never if nil.
  func descend(learningRate: Double, steps: Int, every interval: Int? = nil) -> EdgeRun {
    var generator = generator
    let network = startingNetwork(using: &generator)
    var direction = Gradients.normal(like: network, using: &generator)
    var measured: (steps: [Double], sharpness: [Double]) = ([], [])
    let losses = fullBatchDescent(
      network, learningRate: learningRate, steps: steps, limit: kind == .squared ? Self.limit : .infinity,
      beforeStep: { step in
        guard let interval, step.isMultiple(of: interval) else { return }
        // The direction turns slowly: a few iterations from the last one follow it.
        let pair = sharpness(of: network, near: direction, iterations: step == 0 ? 200 : 10)
        direction = pair.vector
        measured.steps.append(Double(step))
        measured.sharpness.append(pair.value)
      }, loss: { loss(of: network) })
    return EdgeRun(
      run: Run(learningRate: learningRate, losses: losses), steps: measured.steps, sharpness: measured.sharpness,
      isComplete: losses.count == steps + 1)
  }

  private func startingNetwork(using generator: inout RandomGenerator) -> MultilayerPerceptron {
    MultilayerPerceptron(
      [Digits.pixelCount, 20, Digits.classCount], activation: .tanh, initialization: .lecunNormal, dtype: .float64,
      using: &generator)
  }

  /// A residual of a thousandth leaves an error of its square over the gap to the next eigenvalue: 10⁻⁵ and less.
  private func sharpness(of network: MultilayerPerceptron, near start: Gradients, iterations: Int) -> Eigenpair {
    largestEigenvalue(of: network, startingFrom: start, tolerance: 1e-3, iterations: iterations) { loss(of: network) }
  }
}

/// A run of gradient descent with the sharpness, the largest eigenvalue of the Hessian, measured on the way.
struct EdgeRun: Sendable {
  let run: Run
  /// The steps before which the sharpness was measured.
  let steps: [Double]
  /// λ at these steps.
  let sharpness: [Double]
  /// Whether it came to its last step.
  let isComplete: Bool

  /// The edge 2/η.
  var edge: Double { 2 / run.learningRate }
  /// λη/2 on average over the last third of the measurements: 1 is the edge.
  var settled: Double { Summary(of: lastThird(sharpness).map { $0 / edge }).mean }
  /// The first measured step with λ above 2/η, if there is one.
  var firstAboveEdge: Int? { sharpness.firstIndex { $0 > edge }.map { Int(steps[$0]) } }
  /// The share of the last third of the steps that raised the loss.
  var shareOfRises: Double {
    let last = lastThird(run.losses)
    return Double(Run(learningRate: run.learningRate, losses: last).rises) / Double(max(1, last.count - 1))
  }

  private func lastThird(_ values: [Double]) -> [Double] { Array(values.suffix(max(1, values.count / 3))) }
}
