import Descent
import Testing

/// The gradients of Σ w·f(inputs) by each input, found by moving each number a little both ways.
///
///     ∂L/∂x ≈ (L(x + h) − L(x − h)) / 2h
///
/// The error is about h²/6 · f‴ from the curve and 10⁻¹⁶/h from rounding: with h = 10⁻⁵ both are near 10⁻¹⁰.
func centralDifferences(_ inputs: [Tensor], step: Double = 1e-5, _ loss: ([Tensor]) -> Double) -> [[Double]] {
  inputs.indices.map { moved in
    let original = inputs[moved]
    return original.scalars.indices.map { entry in
      func lossWithEntry(movedBy offset: Double) -> Double {
        var scalars = original.scalars
        scalars[entry] += offset
        var changed = inputs
        changed[moved] = Tensor(shape: original.shape, scalars, dtype: .float64)
        return loss(changed)
      }
      return (lossWithEntry(movedBy: step) - lossWithEntry(movedBy: -step)) / (2 * step)
    }
  }
}

/// The largest difference between the recorded gradients of f and its central differences, relative to 1 or the size
/// of the gradient, whichever is larger. The result of f is weighted by fixed numbers, so that no entry can hide.
func gradientError(of inputs: [Tensor], _ function: ([Tensor]) -> Tensor) -> Double {
  let parameters = inputs.enumerated().map { Parameter("input\($0.offset)", $0.element) }
  func weighted(_ result: Tensor) -> Tensor {
    let weights = (0..<result.count).map { 0.5 + Double(($0 * 7) % 11) / 10 }
    return (result * Tensor(shape: result.shape, weights, dtype: .float64)).sum()
  }
  let (_, gradients) = valueAndGradients(of: Inputs(parameters: parameters)) {
    weighted(function(parameters.map(\.value)))
  }
  let differences = centralDifferences(inputs) { weighted(function($0)).item }
  precondition(
    gradients.tensors.map(\.count) == differences.map(\.count) && inputs.contains { $0.count > 0 },
    "There is nothing to compare, or not the same.")
  var worst = 0.0
  for (input, (gradient, difference)) in zip(gradients.tensors, differences).enumerated() {
    precondition(gradient.shape == inputs[input].shape, "The gradient of \(inputs[input].shape) is \(gradient.shape).")
    for (a, b) in zip(gradient.scalars, difference) {
      let error = abs(a - b) / max(1, abs(b))
      if !(error <= worst) { worst = error }  // also takes nan
    }
  }
  return worst
}

/// Expects two lists to be equally long, not empty, and equal to within a tolerance.
func expectClose(
  _ numbers: [Double], _ expected: [Double], within tolerance: Double, _ comment: Comment? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(numbers.count == expected.count && !expected.isEmpty, comment, sourceLocation: sourceLocation)
  for (index, (a, b)) in zip(numbers, expected).enumerated() {
    #expect(abs(a - b) <= tolerance, comment ?? "number \(index)", sourceLocation: sourceLocation)
  }
}

/// Loose tensors, differentiated like a model.
struct Inputs: Model {
  let parameters: [Parameter]
}

/// Expects the gradients of a loss by a model's parameters to be its central differences.
///
/// Those leave some 1e-10 each; depth and normalisation by small deviations multiply that by hundreds.
func expectGradients(
  of model: some Model, _ seed: UInt64, tolerance: Double = 1e-7, sourceLocation: SourceLocation = #_sourceLocation,
  _ loss: () -> Tensor
) {
  let gradients = valueAndGradients(of: model, loss).gradients
  let start = model.parameters.map(\.tensor)
  let differences = centralDifferences(start) { tensors in
    for (parameter, tensor) in zip(model.parameters, tensors) { parameter.assign(tensor) }
    return loss().item
  }
  #expect(differences.count == gradients.tensors.count, sourceLocation: sourceLocation)
  for (index, (gradient, difference)) in zip(gradients.tensors, differences).enumerated() {
    #expect(gradient.count == difference.count, sourceLocation: sourceLocation)
    for (a, b) in zip(gradient.scalars, difference) {
      #expect(abs(a - b) < tolerance, "seed \(seed), \(gradients.names[index])", sourceLocation: sourceLocation)
    }
  }
  #expect(gradients.norm > 1e-3, "there was something to compare", sourceLocation: sourceLocation)
}
