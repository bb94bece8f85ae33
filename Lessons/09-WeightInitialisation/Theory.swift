import Numerics

/// How the first weights of a layer with n inputs are drawn: independently, with mean 0 and this variance.
enum Start: Hashable, Sendable {
  /// N(0, 1), which note 1 calls typical.
  case standardNormal
  /// N(0, 1/√n): the note's remedy, with n read as the fan-in.
  case inverseRoot
  /// N(0, 1/√B) with B the batch size: the note's remedy, word for word.
  case batchRoot(Int)
  /// N(0, 1/n). Glorot's 2/(n + m) is the same where a layer has as many outputs m as inputs n.
  case lecun
  /// N(0, 2/n).
  case he
  /// U(−1/√n, 1/√n), the weights of PyTorch's `Linear`.
  case pyTorch
  /// N(0, σ²) with the same σ for every layer.
  case own(Double)

  /// Var(w) for n inputs.
  func variance(fanIn n: Int) -> Double {
    let n = Double(n)
    return switch self {
    case .standardNormal: 1
    case .inverseRoot: 1 / n.squareRoot()
    case .batchRoot(let batch): 1 / Double(batch).squareRoot()
    case .lecun: 1 / n
    case .he: 2 / n
    case .pyTorch: 1 / (3 * n)
    case .own(let deviation): deviation * deviation
    }
  }

  /// √(n Var(w)), by which the sums of a layer exceed its inputs.
  func gain(fanIn n: Int) -> Double { (Double(n) * variance(fanIn: n)).squareRoot() }

  /// By how much a ReLU layer multiplies the size of its inputs: its gain, and 1/√2 for the half that ReLU drops.
  func factor(fanIn n: Int) -> Double { (Double(n) * variance(fanIn: n) / 2).squareRoot() }
}

/// By how much the measured factor of `layers` layers of n ReLU units may differ from the theory, as a share.
///
/// The factor's logarithm has the mean −5/(4n) and the variance 5/(4n): that mean, and three standard errors.
func factorTolerance(width n: Int, layers: Int) -> Double {
  let spread = 5 / (4 * Double(n))
  return spread + 3 * (spread / Double(layers)).squareRoot()
}

/// The factor of a typical layer of n ReLU units for a single input, relative to √(½ n Var(w)).
func typicalShareOfFactor(width n: Int) -> Double { .exp(-5 / (4 * Double(n))) }

/// The learning rate that suits a ReLU network of L hidden layers whose weights are c times as large: c^(1 − L) as much.
///
/// With L + 1 matrices the answer grows as c^(L + 1), and the gradient by each matrix as c^L. A step that changes the
/// weights, c times as large, by the same share then asks for η c^L / c to stay what it was.
func matchedRate(_ rate: Double, factor: Double, depth: Int) -> Double { rate * .pow(factor, 1 - depth) }

/// The sums of 1 ± 1 ± 1 … of `inputs` tossed coins: each possible sum with its probability.
func coinSums(_ inputs: Int) -> [(sum: Int, probability: Double)] {
  (0...inputs).map { heads in
    let ways = (0..<heads).reduce(1) { $0 * (inputs - $1) / ($1 + 1) }
    return (2 * heads - inputs, Double(ways) / .pow(2, Double(inputs)))
  }
}
