import Numerics

// Closed forms for wide ReLU layers before training.

/// √(π/(π − 1)): the gradient's growth backward through a normalised layer.
let normalizedFactor = (Double.pi / (.pi - 1)).squareRoot()

/// The gradient's growth from layer `depth` back to layer k with normalisation and bypass: √Π (1 + c/j), j from k to
/// depth − 1, with c = π/(π − 1). The branch after layer j divides by √j times what the first one divides by.
func growthWithBoth(toLayer k: Int, depth: Int) -> Double {
  (k..<depth).reduce(1) { $0 * (1 + normalizedFactor * normalizedFactor / Double($1)) }.squareRoot()
}

/// The cosine between two vectors after a ReLU layer with He's weights (Cho & Saul 2009, the kernel of degree 1).
func cosineAfterReLU(_ cosine: Double) -> Double {
  let angle = Double.acos(min(1, max(-1, cosine)))
  return (.sin(angle) + (.pi - angle) * .cos(angle)) / .pi
}

/// The cosine between two digits after a normalised ReLU layer, 1/π: the layer makes any two of a large batch
/// orthogonal, and ReLU turns a cosine of 0 into 1/π.
let normalizedCosine = cosineAfterReLU(0)

/// The cosine after k layers with normalisation and bypass, k/(k + π − 1): the means of the branches add up in line,
/// their deviations at random.
func cosineWithBoth(layer k: Int) -> Double { Double(k) / (Double(k) + .pi - 1) }

/// Between which factors a bypass h + relu(Wh) makes the gradient grow in a layer, for weights of variance s/n.
///
/// A gradient that has nothing to do with the layer grows by √(1 + s/2). One that has lined up with it, as the signal
/// does on its way forward, grows by √(1 + s/2 + 2ac), a = √(s/2π); c = Σh/(√n ‖h‖) is where c ← (c + a)/√(…) rests.
func bypassFactors(variance s: Double) -> ClosedRange<Double> {
  let a = (s / (2 * .pi)).squareRoot()
  var (c, factor) = (1.0, 1.0)
  for _ in 0..<200 {
    factor = (1 + s / 2 + 2 * a * c).squareRoot()
    c = (c + a) / factor
  }
  return (1 + s / 2).squareRoot()...factor
}
