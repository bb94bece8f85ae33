import Descent
import Numerics

/// A symmetric 2 × 2 matrix [[xx, xy], [xy, yy]].
struct SymmetricMatrix: Equatable, Sendable {
  var xx, xy, yy: Double

  var determinant: Double { xx * yy - xy * xy }
  var inverse: SymmetricMatrix { SymmetricMatrix(xx: yy / determinant, xy: -xy / determinant, yy: xx / determinant) }
  subscript(axis: Int) -> Double { axis == 0 ? xx : yy }

  static func * (matrix: SymmetricMatrix, v: SIMD2<Double>) -> SIMD2<Double> {
    SIMD2(matrix.xx * v.x + matrix.xy * v.y, matrix.xy * v.x + matrix.yy * v.y)
  }
}

/// The smallest loss with elliptical contours: L(θ) = ½ (θ − c)ᵀ H (θ − c), with its minimum 0 at c.
struct Bowl: Sendable {
  /// H, positive definite: the curvature along the axes on its diagonal, the tilt beside it.
  var hessian: SymmetricMatrix
  /// c, where the loss alone would settle.
  var center: SIMD2<Double>

  func loss(at theta: SIMD2<Double>) -> Double { ((theta - center) * gradient(at: theta)).sum() / 2 }

  func gradient(at theta: SIMD2<Double>) -> SIMD2<Double> { hessian * (theta - center) }

  /// How hard the loss pulls each parameter away from zero: −∇L(0) = Hc.
  var pullAtOrigin: SIMD2<Double> { hessian * center }
}

/// What is added to the loss; λ is passed in, since every lesson figure varies it.
enum Penalty: Sendable {
  /// λ Σ|θᵢ|: L1.
  case absolute
  /// λ Σθᵢ²: L2 as the notes write it, without the ½ that makes λ a `weight_decay`.
  case squared
  /// λ Σθᵢ: what λ Σθᵢᵖ says for p = 1 when the absolute value is left out.
  case signed

  func value(at theta: SIMD2<Double>) -> Double {
    switch self {
    case .absolute: abs(theta.x) + abs(theta.y)
    case .squared: (theta * theta).sum()
    case .signed: theta.sum()
    }
  }

  /// A (sub)gradient of λ times the penalty; at θᵢ = 0, |θᵢ| is given the slope 0.
  func gradient(at theta: SIMD2<Double>, strength: Double) -> SIMD2<Double> {
    switch self {
    case .absolute: strength * SIMD2(sign(theta.x), sign(theta.y))
    case .squared: 2 * strength * theta
    case .signed: SIMD2(repeating: strength)
    }
  }

  /// The proximal step: the point that trades λ times the penalty against half the squared distance to `theta`.
  func proximalPoint(of theta: SIMD2<Double>, strength: Double) -> SIMD2<Double> {
    switch self {
    case .absolute: SIMD2(softThreshold(theta.x, by: strength), softThreshold(theta.y, by: strength))
    case .squared: theta / (1 + 2 * strength)
    case .signed: theta - strength
    }
  }
}

/// −1, 0 or 1.
func sign(_ x: Double) -> Double { x > 0 ? 1 : x < 0 ? -1 : 0 }

extension Bowl {
  /// The exact minimum of L(θ) + λ · penalty(θ).
  ///
  /// L2: (H + 2λ)⁻¹ H c. Signed sum: c − λ H⁻¹ (1, 1). L1: on the straight line between two corners of its path.
  func minimum(under penalty: Penalty, strength: Double) -> SIMD2<Double> {
    switch penalty {
    case .squared:
      let raised = SymmetricMatrix(xx: hessian.xx + 2 * strength, xy: hessian.xy, yy: hessian.yy + 2 * strength)
      return raised.inverse * pullAtOrigin
    case .signed:
      return center - strength * (hessian.inverse * SIMD2(1, 1))
    case .absolute:
      return sparseMinimum(strength: strength)
    }
  }

  private func sparseMinimum(strength: Double) -> SIMD2<Double> {
    let knots = sparsePath()
    guard let next = knots.firstIndex(where: { $0.strength >= strength }) else { return .zero }
    guard next > 0 else { return center }
    let (before, after) = (knots[next - 1], knots[next])
    return before.theta
      + (strength - before.strength) / (after.strength - before.strength) * (after.theta - before.theta)
  }

  /// Where the minimum under an L1 penalty turns a corner as λ grows from 0, up to the λ that leaves nothing.
  ///
  /// Between two knots the minimum moves in a straight line with slope −H⁻¹ sign θ over the parameters that are not
  /// zero (Osborne, Presnell & Turlach 2000; Efron et al. 2004), so the knots are the whole path, exactly.
  ///
  /// - Precondition: no coordinate of the centre is zero.
  func sparsePath() -> [(strength: Double, theta: SIMD2<Double>)] {
    precondition(center.x != 0 && center.y != 0, "The path needs a centre off the axes, but it is at \(center).")
    var strength = 0.0
    var theta = center
    var signs = SIMD2(sign(theta.x), sign(theta.y))
    var formerSigns = signs
    var knots = [(strength: strength, theta: theta)]
    while signs != .zero {
      let slope = pathSlope(signs)
      let gradient = gradient(at: theta)
      let gradientSlope = hessian * slope
      // What can happen next: a parameter reaches zero, or the loss pulls one away from zero harder than λ holds it,
      // on the side it did not come from.
      var events: [(after: Double, axis: Int, sign: Double)] = []
      for axis in 0...1 {
        if signs[axis] != 0 {
          events.append((-theta[axis] / slope[axis], axis, 0))
        } else {
          for side in [-1.0, 1] where side != formerSigns[axis] {
            events.append((-(gradient[axis] + side * strength) / (gradientSlope[axis] + side), axis, side))
          }
        }
      }
      guard let next = events.filter({ $0.after > 0 && $0.after.isFinite }).min(by: { $0.after < $1.after }) else {
        preconditionFailure("The path of \(self) has no end.")  // only where H is not positive definite
      }
      strength += next.after
      theta += next.after * slope
      theta[next.axis] = 0
      formerSigns = signs
      signs[next.axis] = next.sign
      knots.append((strength, theta))
    }
    return knots
  }

  /// How the minimum moves with λ while these signs hold.
  private func pathSlope(_ signs: SIMD2<Double>) -> SIMD2<Double> {
    if signs.x == 0 { return SIMD2(0, -signs.y / hessian.yy) }
    if signs.y == 0 { return SIMD2(-signs.x / hessian.xx, 0) }
    return -(hessian.inverse * signs)
  }
}

/// How often the steeper of two upright axes survives an L1 penalty, normal centres: |a c₁| > |c₂| for two normal draws is an angle below atan a, so (2/π) atan a.
func expectedSteepSurvivalShare(steepness: Double) -> Double { 2 / Double.pi * .atan(steepness) }
