import Datasets
import Descent
import Notebook

/// A linear model that tells benign tumours from malignant ones, fitted by least squares on all of them at once.
///
/// The loss ½ mean (Xw − y)², over standardised features X and diagnoses y = ±1 less their mean, is a bowl in 30
/// dimensions: ½ (w − w*)ᵀ H (w − w*) above its least value, with H = XᵀX/n.
struct TumourFit: Sendable {
  /// H: shape `[30, 30]`, float64.
  let hessian: Tensor
  /// w*, where the loss is least: shape `[30, 1]`, float64.
  let best: Tensor
  /// The loss there.
  let leastLoss: Double
  /// The loss of saying nothing, w = 0.
  let lossOfNothing: Double
  /// The largest eigenvalue of H.
  let largestCurvature: Double

  init(_ data: BreastCancer) {
    let x = data.standardizedFeatures
    let signs = Tensor(data.labels.map { Double(2 * $0 - 1) }, dtype: .float64).reshaped([data.count, 1])
    let y = signs - signs.mean()
    hessian = matmul(x.transposed, x) / Double(data.count)
    best = solution(of: hessian, matmul(x.transposed, y) / Double(data.count))
    leastLoss = square(matmul(x, best) - y).mean().item / 2
    lossOfNothing = square(y).mean().item / 2
    let one = Tensor(repeating: 1, shape: [30, 1], dtype: .float64)
    largestCurvature = sharpness(of: hessian, dividedBy: one).value
  }

  /// Runs an optimizer from standard normal weights.
  ///
  /// - Parameters:
  ///   - correctedSteps: after how many steps Adam's bias correction is switched off; never where it is nil.
  ///   - interval: after how many steps each the sharpness is measured in Adam's units; never where it is nil.
  func run(
    _ rule: TumourRule, steps: Int, correctedSteps: Int? = nil, sharpnessEvery interval: Int? = nil, seed: UInt64
  ) -> TumourRun {
    var generator = RandomGenerator(seed: seed)
    let start = Tensor.normal([30, 1], dtype: .float64, using: &generator)
    // The optimizer moves w − w*: the same steps, and no digits are lost near the best weights.
    let distance = Parameter("distance", start - best)
    var meanSquare = Tensor.zeros([30, 1], dtype: .float64)
    var run = TumourRun()
    run.excess.reserveCapacity(steps)
    var adam = Adam(learningRate: rule.learningRate, epsilon: rule.epsilon)
    var amsGrad = AMSGrad(learningRate: rule.learningRate, epsilon: rule.epsilon)
    var (remaining, direction) = (1.0, Gradients?.none)
    for step in 0..<steps {
      let gradient = matmul(hessian, distance.tensor)
      run.excess.append(zip(distance.tensor.scalars, gradient.scalars).reduce(0) { $0 + $1.0 * $1.1 } / 2)
      let gradients = Gradients(names: ["distance"], tensors: [gradient])
      if step == correctedSteps { adam.biasCorrection = false }
      if rule.keepsLargest {
        amsGrad.update(distance, with: gradients)
      } else {
        adam.update(distance, with: gradients)
      }
      guard let interval else { continue }
      remaining *= adam.beta2
      meanSquare = meanSquare * adam.beta2 + square(gradient) * (1 - adam.beta2)
      if (step + 1) % interval == 0 {
        let divisor = sqrt(meanSquare / (1 - remaining)) + adam.epsilon
        let found = sharpness(of: hessian, dividedBy: divisor, startingFrom: direction)
        direction = found.vector
        run.sharpness.append(adam.learningRate * found.value)
        run.sharpnessSteps.append(step + 1)
      }
    }
    return run
  }

  static let learningRate = 0.01
  /// 2(1 + β₁)/(1 − β₁), the η λmax(D⁻¹H) beyond which Adam with PyTorch's β₁ = 0.9 is unstable.
  static let limit = 2 * (1 + 0.9) / (1 - 0.9)
  /// ηλmax (1 − β₁)/(2 + 2β₁): with a larger ε no divisor is ever small enough to be unstable.
  var safeEpsilon: Double { TumourFit.learningRate * largestCurvature / TumourFit.limit }
}

/// An optimizer with PyTorch's settings but for what is named here.
struct TumourRule: Hashable, Sendable {
  var learningRate = TumourFit.learningRate
  var epsilon = 1e-8
  /// Whether it is AMSGrad.
  var keepsLargest = false

  /// The rule as prose and figures call it.
  var words: String {
    let name = keepsLargest ? "AMSGrad" : "Adam, ε = \(significant(epsilon, 1))"
    return learningRate == TumourFit.learningRate ? name : "\(name), η = \(plain(learningRate))"
  }
}

/// What came of a fit.
struct TumourRun: Sendable {
  /// The loss less the least one, before each step.
  fileprivate(set) var excess: [Double] = []
  /// η λmax(D⁻¹H), D the diagonal of what Adam divides by, after the steps of `sharpnessSteps`.
  fileprivate(set) var sharpness: [Double] = []
  fileprivate(set) var sharpnessSteps: [Int] = []

  /// The first step at which the loss is more than a hundred times the least that it had been.
  var firstBurst: Int? { firstSpike(in: excess) }

  /// The largest excess from the first burst on.
  var highestBurst: Double? { firstBurst.flatMap { excess[$0...].max() } }

  /// The first measured step at which Adam is unstable.
  var crossing: Int? { sharpness.firstIndex { $0 > TumourFit.limit }.map { sharpnessSteps[$0] } }

  /// The sharpness from there on.
  var sharpnessAfterCrossing: [Double] {
    Array(sharpness.drop { $0 <= TumourFit.limit })
  }
}

/// The first step at which a loss is above `factor` times its least value so far.
func firstSpike(in losses: [Double], factor: Double = 100) -> Int? {
  var least = Double.infinity
  return losses.firstIndex { loss in
    least = min(least, loss)
    return loss > factor * least
  }
}

/// The largest eigenvalue of D⁻¹H for a diagonal D, which is that of the symmetric D^−½ H D^−½.
private func sharpness(
  of hessian: Tensor, dividedBy divisor: Tensor, startingFrom start: Gradients? = nil
) -> Eigenpair {
  let (point, scale) = (Parameter("point", .zeros(divisor.shape, dtype: .float64)), 1 / sqrt(divisor))
  let anywhere = Gradients(names: ["point"], tensors: [Tensor(repeating: 1, shape: divisor.shape, dtype: .float64)])
  return largestEigenvalue(of: point, startingFrom: start ?? anywhere, tolerance: 1e-4, iterations: 200, step: 1) {
    let distance = point.value * scale
    return (distance * matmul(hessian, distance)).sum() / 2
  }
}

/// x with A x = b for a symmetric positive definite A, by conjugate gradients.
///
/// Source: Hestenes & Stiefel 1952. In exact arithmetic as many steps as unknowns; rounding asks for some more.
func solution(of a: Tensor, _ b: Tensor) -> Tensor {
  var (x, residual) = (Tensor.zeros(b.shape, dtype: .float64), b)
  var direction = residual
  for _ in 0..<1000 where residual.norm > 1e-13 * b.norm {
    let image = matmul(a, direction)
    let length = residual.norm * residual.norm / (direction * image).sum().item
    x = x + direction * length
    let next = residual - image * length
    direction = next + direction * ((next.norm * next.norm) / (residual.norm * residual.norm))
    residual = next
  }
  return x
}
