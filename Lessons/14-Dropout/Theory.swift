/// λ = p/(1 − p): how strong a penalty dropout at rate p is, for inputs of mean square 1.
func penalty(_ rate: Double) -> Double { rate / (1 - rate) }

/// What dropout can make of some inputs: each subset of them, divided by 1 − p, with its probability.
func droppedInputs(_ inputs: [Double], rate: Double) -> [(inputs: [Double], probability: Double)] {
  (0..<1 << inputs.count).reversed().map { subset in
    let isKept = inputs.indices.map { subset >> (inputs.count - 1 - $0) & 1 == 1 }
    return (
      inputs.indices.map { isKept[$0] ? inputs[$0] / (1 - rate) : 0 },
      isKept.reduce(1) { $0 * ($1 ? 1 - rate : rate) }
    )
  }
}

/// E(t − w·x̃)² = (t − w·x)² + p/(1 − p) Σ wⱼ²xⱼ².
func expectedError(weights: [Double], inputs: [Double], target: Double, rate: Double) -> Double {
  let parts = weights.indices.map { weights[$0] * inputs[$0] }
  let missed = target - parts.reduce(0, +)
  return missed * missed + penalty(rate) * parts.reduce(0) { $0 + $1 * $1 }
}

/// The weights with the least expected error: each of the d parts wⱼxⱼ is t/(d + λ), λ = p/(1 − p).
func bestWeights(inputs: [Double], target: Double, rate: Double) -> [Double] {
  inputs.map { target / (Double(inputs.count) + penalty(rate)) / $0 }
}
