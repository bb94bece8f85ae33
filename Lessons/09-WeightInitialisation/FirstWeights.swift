import Descent
import Notebook
import Numerics

/// A rule for the first weights of a layer with n inputs: its distribution has mean 0 and this variance.
enum FirstWeights: Hashable, Sendable {
  /// N(0, 1), which note 1 calls typical.
  case standardNormal
  /// N(0, 1/√n): the note's remedy, with n read as the fan-in.
  case inverseRoot
  /// N(0, 1/√B) with B the batch size: the note's remedy, word for word.
  case batchVariance(Int)
  /// N(0, 1/B) with B the batch size: the remedy, with 1/√B read as the standard deviation.
  case batchDeviation(Int)
  /// N(0, 1/n). Glorot's rule is the same where a layer has as many outputs as inputs.
  case lecun
  /// N(0, 2/n).
  case he
  /// U(−1/√n, 1/√n), the weights of PyTorch's `Linear`.
  case pyTorch
  /// N(0, σ²) with the same σ for every layer.
  case fixed(Double)

  /// N(0, 0.01²), “small”.
  static let small = FirstWeights.fixed(0.01)

  /// Var(w) for n inputs.
  func variance(fanIn n: Int) -> Double {
    let n = Double(n)
    return switch self {
    case .standardNormal: 1
    case .inverseRoot: 1 / n.squareRoot()
    case .batchVariance(let batch): 1 / Double(batch).squareRoot()
    case .batchDeviation(let batch): 1 / Double(batch)
    case .lecun: 1 / n
    case .he: 2 / n
    case .pyTorch: 1 / (3 * n)
    case .fixed(let deviation): deviation * deviation
    }
  }

  /// The rule as the framework knows it, for layers of n inputs.
  func initialization(fanIn n: Int) -> Initialization {
    switch self {
    case .lecun: .lecunNormal
    case .he: .heNormal
    case .pyTorch: .uniform(limit: 1 / Double(n).squareRoot())
    default: .normal(standardDeviation: variance(fanIn: n).squareRoot())
    }
  }

  /// By how much a layer multiplies the size of its inputs: √(n Var(w)), and for ReLU 1/√2 of that.
  ///
  /// For tanh it is the gain of small inputs, the largest that there is.
  func gain(fanIn n: Int, _ activation: Activation = .relu) -> Double {
    (Double(n) * variance(fanIn: n) * (activation == .relu ? 0.5 : 1)).squareRoot()
  }

  /// The distribution, "N(0, 2/n)".
  var distribution: String { self == .pyTorch ? "U(±1/√n)" : "N(0, \(spread))" }

  /// The variance as a formula, "2/n".
  var spread: String {
    switch self {
    case .standardNormal: "1"
    case .inverseRoot: "1/√n"
    case .batchVariance: "1/√B"
    case .batchDeviation: "1/B"
    case .lecun: "1/n"
    case .he: "2/n"
    case .pyTorch: "1/(3n)"
    case .fixed(let deviation): "\(plain(deviation))²"
    }
  }

  /// Who proposes it.
  var origin: String {
    switch self {
    case .standardNormal: "note 1: typical"
    case .inverseRoot: "note 1's remedy, n the fan-in"
    case .batchVariance: "note 1's remedy, word for word"
    case .batchDeviation: "the same, 1/√B the standard deviation"
    case .lecun: "LeCun; Glorot where m = n"
    case .he: "He"
    case .pyTorch: "PyTorch's `Linear`"
    case .fixed: self == .small ? "“small”" : "yours"
    }
  }
}

/// The gain of a typical layer of n ReLU units for a single input, relative to √(n Var(w)/2): about e^(−5/(4n)).
///
/// The mean square that leaves such a layer is a random multiple X of its expectation, with a variance of 5/n: 2·relu(z)²
/// has the mean 1 and the mean square 6. Over many layers the multiples' logarithms add up, and E ln X ≈ −Var(X)/2.
func typicalShareOfGain(width: Int) -> Double { .exp(-5 / (4 * Double(width))) }

/// The learning rate that suits a ReLU network of L hidden layers whose weights are c times as large: c^(1 − L) as much.
///
/// With L + 1 matrices the answer grows as c^(L + 1), and the gradient by each matrix as c^L. A step that changes the
/// weights, c times as large, by the same share then asks for η c^L / c to stay what it was.
func matchedRate(_ rate: Double, gain: Double, depth: Int) -> Double { rate * .pow(gain, 1 - depth) }
