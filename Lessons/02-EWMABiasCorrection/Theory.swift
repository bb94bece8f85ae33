import Numerics

/// The weights (1 − β)βᵏ that vₜ gives to its t numbers, the newest (k = 0) first.
func weights(beta: Double, count: Int) -> [Double] { (0..<count).map { (1 - beta) * .pow(beta, $0) } }

/// The first t with βᵗ < share: from then on less than this share of the weight is missing.
func firstDay(missingLessThan share: Double, beta: Double) -> Int {
  Int((Double.log(share) / Double.log(beta)).rounded(.down)) + 1
}

/// The standard deviation of v̂ₜ in white noise of standard deviation 1: √((1 − β)(1 + βᵗ) / ((1 + β)(1 − βᵗ))).
func spreadOfCorrected(beta: Double, step: Int) -> Double {
  let remaining = Double.pow(beta, step)
  return ((1 - beta) * (1 + remaining) / ((1 + beta) * (1 - remaining))).squareRoot()
}

/// The mean |μ| from which on correction brings an average of white noise closer to μ: s √(2/βᵗ − 1).
///
/// Uncorrected the mean squared error is β²ᵗμ² + (1 − βᵗ)²s², corrected s², with s the spread of v̂ₜ.
func breakEvenMean(beta: Double, step: Int) -> Double {
  spreadOfCorrected(beta: beta, step: step) * (2 / .pow(beta, step) - 1).squareRoot()
}

/// The steps of ten thousand at which correction brings an average of squares of normal noise closer to their mean.
///
/// Their mean is σ² and their standard deviation √2 σ²: in units of it the mean is 1/√2.
func stepsWorthCorrectingSquares(beta: Double) -> [Int] {
  (1...10_000).filter { breakEvenMean(beta: beta, step: $0) < 0.5.squareRoot() }
}

/// By how many days an average trails a wave of the given period: arg(1/(1 − β e^(−iω)))/ω, with ω = 2π/period.
func lag(beta: Double, period: Double) -> Double {
  let frequency = 2 * Double.pi / period
  return .atan2(y: beta * .sin(frequency), x: 1 - beta * .cos(frequency)) / frequency
}

/// How many times as long a step of Adam is without correction: (1 − β₁ᵗ) / √(1 − β₂ᵗ).
func stepRatio(beta1: Double = 0.9, beta2: Double = 0.999, step: Int) -> Double {
  (1 - .pow(beta1, step)) / (1 - .pow(beta2, step)).squareRoot()
}
