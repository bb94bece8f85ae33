/// An eigenvalue of a loss's Hessian with its eigenvector, as far as an iteration has found them.
public struct Eigenpair: Sendable {
  /// The eigenvalue λ, as the Rayleigh quotient vᵀHv.
  public let value: Double
  /// The eigenvector v, of length 1: where a search at nearby parameters should start.
  public let vector: Gradients
  /// ‖Hv − λv‖: some eigenvalue of H lies within this distance of λ.
  public let residual: Double
  /// How many products with the Hessian it took.
  public let iterations: Int
}

/// The eigenvalue of largest magnitude of a loss's Hessian, by power iteration: v ← Hv/‖Hv‖ until v stays.
///
/// ```swift
/// var start = Gradients.normal(like: model, using: &generator)
/// let sharpest = largestEigenvalue(of: model, startingFrom: start) { loss() }
/// start = sharpest.vector  // a warm start for the next time, after a few steps of training
/// ```
///
/// Each iteration shrinks the error by the ratio of the second eigenvalue to the first. To find the largest eigenvalue
/// where a negative one is larger in magnitude, give a `shift` of at least that magnitude: the iteration is then on
/// H + shift·I, whose eigenvectors are the same.
///
/// - Parameters:
///   - start: where v starts; not at right angles to the eigenvector, which a random one is not.
///   - tolerance: the iteration ends when the residual is at most this share of |λ + shift|.
///   - iterations: after how many products it ends in any case; the residual says how far it came.
///   - step: see ``hessianVectorProduct(of:along:step:_:)``.
/// - Precondition: the model's parameters and `start` are in float64, and `start` is not zero.
/// - Source: Golub & Van Loan, *Matrix Computations*, 4th edition, section 8.2.1.
public func largestEigenvalue(
  of model: some Model, startingFrom start: Gradients, shift: Double = 0, tolerance: Double = 1e-6,
  iterations: Int = 1000, step: Double = 1e-5, _ loss: () throws -> Tensor
) rethrows -> Eigenpair {
  precondition(iterations >= 1, "Power iteration needs at least 1 iteration, not \(iterations).")
  precondition(
    tolerance >= 0 && shift.isFinite,
    "Power iteration cannot use a tolerance of \(tolerance) and a shift of \(shift).")
  precondition(
    start.norm > 0 && start.norm < .infinity, "Power iteration cannot start from a vector of length \(start.norm).")
  var vector = start * (1 / start.norm)
  var iteration = 1
  while true {
    let product = try hessianVectorProduct(of: model, along: vector, step: step, loss) + vector * shift
    let value = vector.dot(product)
    let residual = (product + vector * -value).norm
    let length = product.norm
    // A product that vanishes, or nearly so that 1/length overflows, says that λ is 0 and gives no new direction.
    let hasVanished = length < .leastNormalMagnitude
    if residual <= tolerance * abs(value) || hasVanished || iteration == iterations || !value.isFinite {
      return Eigenpair(value: value - shift, vector: vector, residual: residual, iterations: iteration)
    }
    vector = product * (1 / length)
    iteration += 1
  }
}

extension Gradients {
  /// Independent standard normal draws in the shapes of a model's parameters: a random direction.
  public static func normal(like model: some Model, using generator: inout RandomGenerator) -> Gradients {
    Gradients(
      names: model.parameters.map(\.name),
      tensors: model.parameters.map { .normal($0.tensor.shape, dtype: $0.tensor.dtype, using: &generator) })
  }
}
