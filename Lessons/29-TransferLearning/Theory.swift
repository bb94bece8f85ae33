import Numerics

/// The expected squared error of a weight that starts a distance d from the truth and goes a share k of the way to the mean
/// of some examples, which misses the truth with variance v:
///
///     (1 − k)² d² + k² v
func expectedError(share: Double, distance: Double, variance: Double) -> Double {
  (1 - share) * (1 - share) * distance * distance + share * share * variance
}

/// The share of the way that makes that error least, d²/(d² + v).
func bestShare(distance: Double, variance: Double) -> Double {
  distance * distance / (distance * distance + variance)
}

/// The share of the way to the minimum of a bowl that gradient descent goes in t steps, 1 − (1 − η)ᵗ.
func share(rate: Double, steps: Int) -> Double { 1 - .pow(1 - rate, steps) }

/// The multiplications with a weight in one training step, as a share of those when all of a letter model is trained, where
/// the lowest blocks are frozen.
///
/// Each weight multiplies once on the way forward and, above what is frozen, twice on the way back: for the gradient of its
/// input and for its own. A block has 4 w² + 2 w h weights in matrices, the head w · 27.
func productShare(frozenBlocks: Int, blocks: Int = 2, width: Int = 32, hidden: Int = 64, tokens: Int = 27) -> Double {
  let (block, head) = (Double(4 * width * width + 2 * width * hidden), Double(width * tokens))
  let all = 3 * (Double(blocks) * block + head)
  return (all - 2 * Double(frozenBlocks) * block) / all
}
