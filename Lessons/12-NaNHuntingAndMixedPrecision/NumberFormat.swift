import Descent
import Numerics

/// A format that the numbers of a run are kept in.
enum NumberFormat: String, CaseIterable, Sendable {
  case float16 = "Float16"
  case bfloat16 = "bfloat16"
  case float32 = "Float32"
  case float64 = "Float64"

  /// The type of the tensors that carry the numbers: the formats of 16 bits travel in 32.
  var dtype: DType { self == .float64 ? .float64 : .float32 }

  /// The format of 16 bits that numbers are rounded to; none where the tensors hold them as they are.
  var half: HalfFormat? {
    switch self {
    case .float16: .float16
    case .bfloat16: .bfloat16
    case .float32, .float64: nil
    }
  }

  /// A tensor as it is kept in this format.
  func kept(_ tensor: Tensor) -> Tensor { half.map { tensor.rounded(to: $0) } ?? tensor }

  /// The largest finite number.
  var largest: Double {
    half?.largest ?? (self == .float32 ? Double(Float.greatestFiniteMagnitude) : .greatestFiniteMagnitude)
  }

  /// The smallest positive number with full precision.
  var smallestNormal: Double {
    half?.smallestNormal ?? (self == .float32 ? Double(Float.leastNormalMagnitude) : .leastNormalMagnitude)
  }

  /// The distance from 1 to the next larger number.
  var epsilon: Double { half?.epsilon ?? (self == .float32 ? Double(Float.ulpOfOne) : .ulpOfOne) }

  /// The smallest positive number.
  var smallest: Double { smallestNormal * epsilon }

  /// The x above which eˣ is more than the largest number.
  var exponentialLimit: Double { Double.log(largest) }

  /// The x above which x² is more than the largest number.
  var squareLimit: Double { largest.squareRoot() }
}
