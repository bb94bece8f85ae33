import Datasets
import Descent
import Numerics

/// Linear regression from the pixels of a digit to its one-hot label, a bias included: a loss that is a quadratic.
///
///     L(W) = 1/2n Σ ‖xᵢ W − yᵢ‖² = ½ ⟨W, A W⟩ − ⟨W, B⟩ + ½,   A = XᵀX/n,   B = XᵀY/n
///
/// W is `[65, 10]`: a row for each pixel and one for the bias. The matrices A, which is the Hessian, and B are all that
/// the loss knows of the digits, so that a step costs the same for any number of them.
struct LinearRegression: Model {
  let weight: Parameter
  /// A, `[65, 65]`.
  let hessian: Tensor
  /// B, `[65, 10]`.
  let correlation: Tensor

  var parameters: [Parameter] { [weight] }
  var loss: Tensor { (weight.value * (matmul(hessian, weight.value) * 0.5 - correlation)).sum() + 0.5 }

  /// The regression with weights of zero, in double precision.
  init(_ digits: Digits) {
    let ones = Tensor.ones([digits.count, 1], dtype: .float64)
    let inputs = concatenate([digits.pixels.cast(to: .float64), ones], axis: 1)
    hessian = matmul(inputs.transposed, inputs) / Double(digits.count)
    correlation = matmul(inputs.transposed, digits.oneHot) / Double(digits.count)
    weight = Parameter("weight", .zeros([Digits.pixelCount + 1, Digits.classCount], dtype: .float64))
  }

  /// The direction of largest curvature in which gradient descent from weights of zero moves.
  ///
  /// A has its largest eigenvalue once for each of the ten outputs. Power iteration that starts from the gradient finds
  /// the one eigenvector among them that the gradient has a part of.
  var sharpestMode: SharpestMode {
    let gradient = valueAndGradients(of: self) { loss }.gradients
    let pair = largestEigenvalue(of: self, startingFrom: gradient, tolerance: 1e-10) { loss }
    return SharpestMode(curvature: pair.value, slope: pair.vector.dot(gradient))
  }

  /// Gradient descent from weights of zero, at a learning rate of so many times 2/λ.
  func descend(atFactor factor: Double, of mode: SharpestMode, steps: Int) -> Run {
    weight.assign(.zeros(weight.tensor.shape, dtype: .float64))
    let learningRate = factor * mode.threshold
    return Run(
      learningRate: learningRate, losses: fullBatchDescent(self, learningRate: learningRate, steps: steps) { loss })
  }
}

/// The direction of largest curvature of a quadratic loss, seen from where gradient descent starts.
struct SharpestMode: Sendable {
  /// λ, the largest eigenvalue of the Hessian.
  let curvature: Double
  /// The derivative of the loss in this direction, at the start.
  let slope: Double

  /// 2/λ, the learning rate above which the weights move away from the minimum in this direction.
  var threshold: Double { 2 / curvature }

  /// The part that this direction has in the loss after some steps at a factor times 2/λ, in closed form:
  ///
  ///     ½ slope²/λ · (1 − ηλ)²ᵗ = ½ slope²/λ · (1 − 2 factor)²ᵗ
  func loss(atFactor factor: Double, after steps: Int) -> Double {
    0.5 * slope * slope / curvature * .pow(1 - 2 * factor, 2 * steps)
  }

  /// The first step at which that part is too large for a double; nil where it does not grow.
  func overflow(atFactor factor: Double) -> Int? {
    let rate = Self.decadesPerStep(atFactor: factor)
    guard rate > 0 else { return nil }
    let room = Double.log10(.greatestFiniteMagnitude) - .log10(loss(atFactor: factor, after: 0))
    return Int((room / rate).rounded(.up))
  }

  /// The slope of log₁₀ L by step that follows, 2 log₁₀ |1 − ηλ|.
  static func decadesPerStep(atFactor factor: Double) -> Double { 2 * .log10(abs(1 - 2 * factor)) }
}

/// How the loss of a linear regression leaves the range of a double.
struct Overflow: Sendable {
  /// The first step whose loss is inf, measured and from the closed form.
  let infinite, predicted: Int?
  /// The first step whose loss is nan.
  let notANumber: Int?

  /// How long the loss is followed at most.
  static let steps = 20_000

  /// Follows the loss until it is nan: weights, the roots of the loss, take twice as long to overflow, and a little.
  init(of regression: LinearRegression, mode: SharpestMode, factor: Double) {
    predicted = mode.overflow(atFactor: factor)
    let steps = predicted.map { min(2 * $0 + 100, Self.steps) } ?? 1
    let losses = regression.descend(atFactor: factor, of: mode, steps: steps).losses
    infinite = losses.firstIndex { $0.isInfinite }
    notANumber = losses.firstIndex { $0.isNaN }
  }
}
