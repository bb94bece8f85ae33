import Descent
import Numerics

/// The ways to clip that compete on the cliff.
enum Rule: String, CaseIterable, Sendable {
  case none, norm, value, shrink

  /// The rule with its threshold t and, for the notes' rule, its factor ε.
  func clipping(threshold: Double, factor: Double) -> Clipping {
    switch self {
    case .none: .none
    case .norm: .globalNorm(threshold)
    case .value: .value(threshold)
    case .shrink: .shrink(factor: factor, above: threshold)
    }
  }

  /// The rule as prose and figures call it.
  var words: String {
    switch self {
    case .none: "no clipping"
    case .norm: "clip the norm"
    case .value: "clip each value"
    case .shrink: "shrink by ε"
    }
  }
}

// MARK: - How far a rule turns a gradient

/// The largest angle in degrees by which clipping each value can turn a gradient of d entries: arccos(1/√d).
///
/// One huge entry and d − 1 tiny ones, all above the threshold, point along an axis before and along the diagonal after.
func largestTurn(dimensions: Int) -> Double { degrees(.acos(1 / Double(dimensions).squareRoot())) }

extension RecurrentUnit {
  /// The angle in degrees by which clipping each value turns a gradient on the edge, 45° − arctan σ(x₀).
  ///
  /// There the gradient points along (σ(x₀), 1), straight away from the edge; clipped, it points along (1, 1).
  var turnAtEdge: Double { 45 - degrees(.atan(sigmoid(start))) }

  /// How far along the edge one step of clipped values (ηt, ηt) carries: ηt (1 − σ(x₀)) / √(1 + σ(x₀)²).
  func driftAtEdge(learningRate: Double, threshold: Double) -> Double {
    learningRate * threshold * (1 - sigmoid(start)) / [sigmoid(start), 1].norm
  }

  /// How far along the edge the steps of walks carry on average, of those steps whose gradient is above a threshold.
  func meanDrift(of walks: [Walk], above threshold: Double) -> Double {
    let drifts = walks.flatMap { walk in
      walk.gradientNorms.indices.filter { walk.gradientNorms[$0] > threshold }.map { step in
        seenFromEdge(walk.points[step + 1]).along - seenFromEdge(walk.points[step]).along
      }
    }
    return drifts.reduce(0, +) / Double(drifts.count)
  }
}

private func degrees(_ radians: Double) -> Double { radians * 180 / .pi }

// MARK: - How not to do it

/// Norm clipping as one would write it down, in single precision: g · min(1, t/√Σg²).
///
/// The squares overflow long before the entries do.
func carelessNormClip(_ gradient: [Float], to limit: Float) -> [Float] {
  let norm = gradient.reduce(0) { $0 + $1 * $1 }.squareRoot()
  let factor = norm <= limit ? 1 : limit / norm
  return gradient.map { factor * $0 }
}

/// `np.clip(gradient, lowest, highest)`: each entry brought into a range that need not be symmetric about zero.
func clip(_ gradient: [Double], from lowest: Double, to highest: Double) -> [Double] {
  gradient.map { Swift.min(Swift.max($0, lowest), highest) }
}
