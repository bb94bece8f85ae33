import Descent

/// The weights w₀ … w_steps of one number that an optimizer moves, given the gradient at each weight.
func iterates(
  of optimizer: any Optimizer, from start: Double, steps: Int, gradient: (Double) -> Double
) -> [Double] {
  var optimizer = optimizer
  let weight = Parameter("w", Tensor([start], dtype: .float64))
  var weights = [start]
  for step in 0..<steps {
    let slope = Tensor([gradient(weights[step])], dtype: .float64)
    optimizer.update(weight, with: Gradients(names: [weight.name], tensors: [slope]))
    weights.append(weight.tensor.item)
  }
  return weights
}

/// The changes of a weight under a gradient that stays the same.
func updates(by optimizer: any Optimizer, gradient: Double = 1, steps: Int, from start: Double = 0) -> [Double] {
  let weights = iterates(of: optimizer, from: start, steps: steps) { _ in gradient }
  return zip(weights, weights.dropFirst()).map { $1 - $0 }
}

/// The first step of corrected RMSProp as a share of the learning rate, with ε in either place.
func shareOfFirstStep(gradient: Double, epsilon: Double = 1e-8, _ placement: EpsilonPlacement) -> Double {
  let optimizer = RMSProp(
    learningRate: 1, alpha: 0.999, epsilon: epsilon, epsilonPlacement: placement, biasCorrection: true)
  return -updates(by: optimizer, gradient: gradient, steps: 1)[0]
}

/// How much longer Adam's t-th step is without bias correction, under a constant gradient: `ratios[t − 1]`.
///
/// In closed form (1 − β₁ᵗ)/√(1 − β₂ᵗ).
func uncorrectedAdamRatios(steps: Int) -> [Double] {
  let plain = updates(by: Adam(learningRate: 1e-3, biasCorrection: false), steps: steps)
  let corrected = updates(by: Adam(learningRate: 1e-3), steps: steps)
  return zip(plain, corrected).map { $0 / $1 }
}

/// Three steps down L = ½ w² from 1 with η = 0.1, by each rule and what it remembers of each parameter.
func threeSteps() -> [(name: String, memory: String, weights: [Double])] {
  let rate = 0.1
  let rules: [(String, String, any Optimizer)] = [
    ("gradient descent", "nothing", SGD(learningRate: rate)),
    ("momentum, a sum", "V", Momentum(learningRate: rate)),
    ("momentum, an average", "V", Momentum(learningRate: rate, form: .exponentialAverage)),
    ("RMSProp, corrected", "S", RMSProp(learningRate: rate, alpha: 0.9, biasCorrection: true)),
    ("Adam", "m and v", Adam(learningRate: rate)),
  ]
  return rules.map { ($0, $1, iterates(of: $2, from: 1, steps: 3) { $0 }) }
}

/// The first three steps under a gradient of 1 with η = 0.01, by PyTorch's RMSProp, the notes' and Adam.
func firstStepsOfConventions() -> [(name: String, updates: [Double])] {
  let rate = 0.01
  let rules: [(String, any Optimizer)] = [
    ("RMSProp of PyTorch, β = 0.99", RMSProp(learningRate: rate)),
    ("RMSProp of the notes, β = 0.99", RMSProp(learningRate: rate, biasCorrection: true)),
    ("Adam", Adam(learningRate: rate)),
    ("Adam without correction", Adam(learningRate: rate, biasCorrection: false)),
  ]
  return rules.map { ($0, updates(by: $1, steps: 3)) }
}

/// What the square of the last gradient is divided by, after so many gradients that alternate between two sizes.
func meanSquareOfAlternating(_ first: Double, _ second: Double, steps: Int) -> Double {
  var sizes = Array(repeating: [first, second], count: steps / 2).joined().makeIterator()
  let rmsProp = RMSProp(learningRate: 1, alpha: 0.999, biasCorrection: true)
  let weights = iterates(of: rmsProp, from: 0, steps: steps) { _ in sizes.next() ?? first }
  let lastUpdate = weights[steps] - weights[steps - 1]
  return second * second / (lastUpdate * lastUpdate)
}
