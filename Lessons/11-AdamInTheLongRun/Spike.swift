import Numerics

/// One large gradient among small ones: Adam is used to the gradient 1 when it meets G, and then 1 again.
struct Spike: Sendable {
  /// The large gradient G, in units of the usual one.
  let size: Double
  let beta1: Double
  let beta2: Double

  /// The length of the step k after the spike over η, where k = 0 is the spike's own; exact.
  ///
  ///     (1 + (1 − β₁)(G − 1) β₁ᵏ) / √(1 + (1 − β₂)(G² − 1) β₂ᵏ)
  func step(_ k: Double) -> Double {
    let mean = 1 + (1 - beta1) * (size - 1) * .pow(beta1, k)
    let meanSquare = 1 + (1 - beta2) * (size * size - 1) * .pow(beta2, k)
    return mean / meanSquare.squareRoot()
  }

  /// √(β₁²/β₂ + (1 − β₁)²/(1 − β₂)): no step after a quiet time is longer, in units of η, whatever the gradient
  /// (Cauchy and Schwarz).
  var stepBound: Double {
    (beta1 * beta1 / beta2 + (1 - beta1) * (1 - beta1) / (1 - beta2)).squareRoot()
  }

  /// (1 − β₁)/√(1 − β₂): the step at a spike much larger than all before, in units of η.
  var stepAtInfinity: Double { (1 - beta1) / (1 - beta2).squareRoot() }

  /// How far such a spike pushes in all: a geometric series of the ratio β₁/√β₂, in units of η.
  var pushAtInfinity: Double { stepAtInfinity / (1 - beta1 / beta2.squareRoot()) }

  /// How many steps after the spike a step is shorter than a share of the usual one: ln((1 − β₂)(G² − 1)/(1/s² − 1))/−ln β₂.
  func suppressedSteps(below share: Double) -> Double {
    .log((1 - beta2) * (size * size - 1) / (1 / (share * share) - 1)) / -.log(beta2)
  }

  /// The same measured: the steps over η of an Adam that has met the gradient 1 for a long time, from the spike on.
  func measured(steps: Int) -> [Double] {
    var adam = ScalarAdam(learningRate: 1, beta1: beta1, beta2: beta2, epsilon: 0)
    var weight = 0.0
    // With the correction the means of a constant gradient are that gradient from the first step on; here their memory
    // is full too, so that the spike gets the share 1 − β and no more.
    for _ in 0..<Int(40 / (1 - beta2)) { adam.move(&weight, along: 1) }
    return (0..<steps).map { step in
      weight = 0
      adam.move(&weight, along: step == 0 ? size : 1)
      return -weight
    }
  }
}
