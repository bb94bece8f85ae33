import Descent
import Numerics

/// f(u), in double precision.
func value(_ f: Activation, _ u: Double) -> Double { f(Tensor([u], dtype: .float64)).item }

/// f(u) + f(−u), in which what is odd in an activation cancels.
///
/// ReLU |u|, SiLU u tanh(u/2), GELU u erf(u/√2), sigmoid 1, identity 0.
func sumOfSides(_ f: Activation, _ u: Double) -> Double {
  switch f {
  case .relu: abs(u)
  case .silu: u * Double.tanh(u / 2)
  case .gelu: u * Double.erf(u / 2.0.squareRoot())
  case .sigmoid: 1
  case .identity: 0
  default: value(f, u) + value(f, -u)
  }
}

/// f″(0) of the smooth rectifiers: the curvature of the parabola f″(0) u² at the bottom of that sum.
func curvature(_ f: Activation) -> Double? {
  switch f {
  case .silu: 0.5
  case .gelu: (2 / Double.pi).squareRoot()
  default: nil
  }
}

/// The product of x and y from four units, [e(λ(x + y)) − e(λ(x − y))]/(4λ² f″(0)) with e(u) = f(u) + f(−u).
///
/// For small λ it is xy (1 − λ²(x² + y²)/k + …) with k = 6 for SiLU and 3 for GELU. ReLU has no f″(0): the four units are
/// divided by 2λ instead, which is right where |x| = |y| = 1, and make sign(xy) min(|x|, |y|) for every λ.
func fromFourUnits(_ f: Activation, _ x: Double, _ y: Double, scale: Double) -> Double {
  let difference = sumOfSides(f, scale * (x + y)) - sumOfSides(f, scale * (x - y))
  return difference / (curvature(f).map { 4 * scale * scale * $0 } ?? (2 * scale))
}

/// The mean square of x₁x₂ over a grid of levels: what remains for a straight line, whose best answer is 0 everywhere.
func lineError(levels: [Double]) -> Double {
  let square = levels.reduce(0) { $0 + $1 * $1 } / Double(levels.count)
  return square * square
}
