import Numerics

/// ε beside λ|w₀|, the gradient that it is added to the size of: κ = ε / (λ|w₀|), with PyTorch's ε.
func kappa(weightDecay: Double, start: Double) -> Double { 1e-8 / (weightDecay * start) }

/// What Adam makes of a weight that only an L2 penalty moves, in the time τ = ηt/|w₀|, as a share u of its start.
///
///     du/dτ = −u / (√(A/τ) + κ),   A(τ) = ∫₀^τ u²,   u(0) = 1,   κ = ε / (λ|w₀|)
///
/// For the gradient is λw, so m̂ ≈ λw and v̂ ≈ λ² · mean(w²): the penalty divided by its own size, and λ cancels but in
/// κ. That m̂ lags behind by some nine steps, and that v̂ forgets after a thousand, is neglected.
///
/// - Returns: u at each of the times, which ascend from 0 or above.
func fading(at times: [Double], kappa: Double) -> [Double] {
  func slope(_ time: Double, _ u: Double, _ area: Double) -> Double {
    -u / ((time > 0 ? area / time : 1).squareRoot() + kappa)
  }
  var (time, u, area) = (0.0, 1.0, 0.0)
  return times.map { end in
    // Runge and Kutta's fourth order; ∫u² goes along as a second unknown.
    let count = max(1, Int(((end - time) / 0.05).rounded(.up)))
    let h = (end - time) / Double(count)
    for _ in 0..<count where h > 0 {
      let (k1, a1) = (slope(time, u, area), u * u)
      let (u2, b2) = (u + h / 2 * k1, area + h / 2 * a1)
      let (k2, a2) = (slope(time + h / 2, u2, b2), u2 * u2)
      let (u3, b3) = (u + h / 2 * k2, area + h / 2 * a2)
      let (k3, a3) = (slope(time + h / 2, u3, b3), u3 * u3)
      let (u4, b4) = (u + h * k3, area + h * a3)
      let (k4, a4) = (slope(time + h, u4, b4), u4 * u4)
      u += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
      area += h / 6 * (a1 + 2 * a2 + 2 * a3 + a4)
      time += h
    }
    return u
  }
}

/// What is left, as Σ|w| / Σ|w₀|, of normal weights that only the penalty moves, after so many steps of Adam.
///
/// A weight of size s has the share u(ηt/s); the mean over |N(0, σ²)| is taken at the middles of 40 equally likely parts.
func fadedShare(rate: Double, weightDecay: Double, steps: Int, deviation: Double) -> Double {
  let sizes = (0..<40).map { deviation * halfNormalQuantile((Double($0) + 0.5) / 40) }
  let left = sizes.map { size in
    // After τ = 8 less than a ten-thousandth is left without ε; with it the end is the end.
    let kappa = kappa(weightDecay: weightDecay, start: size)
    let time = rate * Double(steps) / size
    return size * fading(at: [min(time, 8 * (1 + kappa))], kappa: kappa)[0]
  }
  return left.reduce(0, +) / sizes.reduce(0, +)
}

/// The size that a share of standard normal numbers does not exceed: erf(x/√2) = share, by halving.
private func halfNormalQuantile(_ share: Double) -> Double {
  var (low, high) = (0.0, 8.0)
  for _ in 0..<50 {
    let middle = (low + high) / 2
    if Double.erf(middle / 2.0.squareRoot()) < share { low = middle } else { high = middle }
  }
  return (low + high) / 2
}

/// What AdamW leaves of such a weight: (1 − ηλ)ᵗ, whatever its size.
func decayedShare(rate: Double, weightDecay: Double, steps: Int) -> Double { .pow(1 - rate * weightDecay, steps) }
