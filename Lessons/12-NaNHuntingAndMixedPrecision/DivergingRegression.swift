import Datasets
import Descent
import Numerics

/// A run whose error grows until nothing is finite.
struct DivergingRun: Sendable {
  /// The loss before each step.
  var losses: [Double] = []
  /// The largest residual's magnitude at each step.
  var largestResiduals: [Double] = []
  /// Who held the first inf and the first nan, and when.
  var finds: [NaNHunter.Find] = []

  /// The first step at which anything was inf.
  var firstInfinity: NaNHunter.Find? { finds.first(.infinite) }
  /// The first step at which anything was nan.
  var firstNaN: NaNHunter.Find? { finds.first(.notANumber) }
  /// How many steps a check that looks for nan alone comes after one that looks for inf as well.
  var delay: Int { (firstNaN?.step ?? 0) - (firstInfinity?.step ?? 0) }
}

/// Reading digits by linear regression, with a learning rate that makes the error grow by a chosen factor a step.
///
///     L(w) = (1/n) Σᵢ rᵢ²,   rᵢ = xᵢ·w − yᵢ,   η = (1 + ρ)/λ
///
/// λ is the largest eigenvalue of the Hessian and v its eigenvector. From w = 0 the error along v is multiplied by
/// 1 − ηλ = −ρ at each step, so that after a few steps nothing else counts:
///
///     eₜ = (−ρ)ᵗ e₀,   |e₀| = |v·∇L(0)|/λ,   Lₜ ≈ ½ λ eₜ²,   |rₜ| ≈ |eₜ| |X v|
struct DivergingRegression: Sendable {
  /// Pixels `[samples, 64]` and what was written `[samples, 1]`, in float64.
  let pixels, targets: Tensor
  /// The factor ρ by which the error grows at each step.
  private(set) var ratio: Double
  /// λ.
  let sharpness: Double
  /// |e₀|, the error along v at the start.
  let startingError: Double
  /// The largest entry of |X v|: the residual that a unit of error makes.
  let largestResidual: Double

  var learningRate: Double { (1 + ratio) / sharpness }

  /// The same problem with another factor ρ.
  func growing(by ratio: Double) -> DivergingRegression {
    var other = self
    other.ratio = ratio
    return other
  }

  /// Makes the problem of a seed, which decides the training part.
  init(_ digits: Digits, ratio: Double, seed: UInt64) {
    let task = DigitsTask(digits, seed: seed)
    let pixels = task.training.pixels.cast(to: .float64)
    let targets = Tensor(shape: [task.training.count, 1], task.training.labels.map(Double.init), dtype: .float64)
    let weight = Parameter("weight", .zeros([Digits.pixelCount, 1], dtype: .float64))
    func loss() -> Tensor { meanSquaredError(matmul(pixels, weight.value), targets) }
    var generator = task.generator
    let top = largestEigenvalue(of: weight, startingFrom: .normal(like: weight, using: &generator), loss)
    let direction = top.vector.tensors[0]
    let slope = valueAndGradients(of: weight, loss).gradients.dot(top.vector)
    (self.pixels, self.targets, self.ratio, sharpness) = (pixels, targets, ratio, top.value)
    startingError = Swift.abs(slope) / top.value
    largestResidual = matmul(pixels, direction).largestMagnitude
  }

  /// Descends until the loss is nan, with every number kept in one format.
  func run(in format: NumberFormat) -> DivergingRun {
    let (x, y) = (pixels.cast(to: format.dtype), targets.cast(to: format.dtype))
    let weight = Parameter("weight", .zeros([Digits.pixelCount, 1], dtype: format.dtype))
    let hunter = NaNHunter()
    func kept(_ tensor: Tensor, _ name: String) -> Tensor { hunter.watch(tensor, name, keptIn: format) }
    var run = DivergingRun()
    for step in 0..<stepLimit {
      hunter.step = step
      let (loss, gradients) = valueAndGradients(of: weight) {
        let residuals = kept(matmul(x, kept(weight.value, "weight")) - y, "residuals")
        run.largestResiduals.append(residuals.largestMagnitude)
        // Each square is divided by n before they are added: the sum does not overflow before its parts.
        return kept((kept(residuals * residuals, "squares") / Double(y.count)).sum(), "loss")
      }
      run.losses.append(loss)
      if loss.isNaN { break }
      weight.assign(format.kept(weight.tensor - gradients.tensors[0] * learningRate))
    }
    run.finds = hunter.finds
    return run
  }

  // MARK: Closed forms

  /// The steps after which every format is full, and some to spare.
  private var stepLimit: Int { Int(1100 / Double.log2(ratio)) + 50 }

  /// log₂ of the loss that the growing error alone makes, ½ λ eₜ².
  func predictedLoss(at step: Double) -> Double { Double.log2(sharpness / 2) + 2 * predictedError(at: step) }

  /// log₂ of the largest residual that the growing error alone makes, |eₜ| max|X v|.
  func predictedResidual(at step: Double) -> Double { Double.log2(largestResidual) + predictedError(at: step) }

  /// The step at which the largest squared residual outgrows a format: the loss becomes inf.
  func predictedInfinity(in format: NumberFormat) -> Int { firstStep(withResidualAbove: format.squareLimit) }

  /// The step at which the largest residual itself outgrows it: times a blank pixel it makes a nan.
  func predictedNaN(in format: NumberFormat) -> Int { firstStep(withResidualAbove: format.largest) }

  /// log₂ |eₜ|.
  private func predictedError(at step: Double) -> Double {
    Double.log2(startingError) + step * Double.log2(ratio)
  }

  private func firstStep(withResidualAbove limit: Double) -> Int {
    let start = Double.log2(startingError) + Double.log2(largestResidual)
    return Swift.max(0, Int(((Double.log2(limit) - start) / Double.log2(ratio)).rounded(.up)))
  }
}
