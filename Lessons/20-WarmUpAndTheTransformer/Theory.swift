/// The root mean square of Adam's step number t in pure noise, in units of the rate.
///
///     √((1 − β₁)/(1 + β₁) · (1 + β₁ᵗ)/(1 − β₁ᵗ))
///
/// m̂ weighs t draws with shares aᵢ that add up to 1, and the formula is √(Σ aᵢ²). It is exact for independent normal
/// gradients as β₂ goes to 1, for the direction of t normal draws does not depend on their size.
func noiseStep(_ step: Int, beta1: Double = 0.9) -> Double {
  let kept = (0..<step).reduce(1.0) { power, _ in power * beta1 }
  return ((1 - beta1) / (1 + beta1) * (1 + kept) / (1 - kept)).squareRoot()
}

/// The share of what depends on the input that is left behind so many blocks, where each of their two branches adds κ² times
/// its variance in a part that is the same for all inputs, and a normalisation follows each: (1 + κ²)^−L.
func postShare(squaredKappa: Double, layers: Int) -> Double {
  (0..<layers).reduce(1) { share, _ in share / (1 + squaredKappa) }
}

/// The same with one normalisation behind all: (1 + 2Lκ²)^−½.
func preShare(squaredKappa: Double, layers: Int) -> Double {
  1 / (1 + 2 * Double(layers) * squaredKappa).squareRoot()
}

/// κ², from the share that is left where the blocks normalise first.
func squaredKappa(preShare: Double, layers: Int) -> Double { (1 / (preShare * preShare) - 1) / Double(2 * layers) }

/// What one block costs forward: floating-point operations, and numbers read and written where each operation is on its own.
struct BlockCost {
  /// Operations of the matrix products, and of all else.
  let products, others: Double
  /// Numbers that the products read and write, and all else.
  let movedByProducts, movedByOthers: Double

  init(batch: Int, length: Int, width: Int, heads: Int, hidden: Int) {
    let rows = Double(batch * length)
    let (t, d, h) = (Double(length), Double(width), Double(hidden))
    let (narrow, wide, scores) = (rows * d, rows * h, rows * t * Double(heads))
    // Query, key, value and output; scores and what they weigh; up and down. A product takes two operations a term.
    products = 2 * (4 * narrow * d + 2 * narrow * t + 2 * narrow * h)
    movedByProducts = 4 * (2 * narrow + d * d) + 2 * (2 * narrow + scores) + 2 * (narrow + d * h + wide)
    // Biases 5 narrow and 1 wide, softmax 5 a score, ReLU, two additions, two normalisations at 8 a number.
    others = 5 * narrow + wide + 5 * scores + wide + 2 * narrow + 2 * 8 * narrow
    movedByOthers = 2 * (5 * narrow + wide) + 2 * scores + 2 * wide + 2 * 3 * narrow + 2 * 2 * narrow
  }

  var shareOfOperations: Double { products / (products + others) }
  var shareOfTraffic: Double { movedByProducts / (movedByProducts + movedByOthers) }
}
