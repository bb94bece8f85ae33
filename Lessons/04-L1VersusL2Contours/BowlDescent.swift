import Descent
import Numerics

/// Two ways to step downhill on loss + λ · penalty with one learning rate η.
enum Step {
  /// θ ← θ − η (∇L + λ · slope of the penalty): what automatic differentiation does with a penalty in the loss.
  case subgradient
  /// θ ← prox(θ − η ∇L, ηλ): the loss first, then the penalty exactly (Daubechies, Defrise & De Mol 2004).
  case proximal
}

/// The iterates θ₀ … θ_steps (`steps + 1` points) of descending the penalised bowl.
func descend(
  _ bowl: Bowl, penalty: Penalty, strength: Double, from start: SIMD2<Double>, learningRate: Double, steps: Int,
  by step: Step
) -> [SIMD2<Double>] {
  var path = [start]
  for t in 0..<steps {
    let theta = path[t]
    let gradient = bowl.gradient(at: theta)
    switch step {
    case .subgradient:
      path.append(theta - learningRate * (gradient + penalty.gradient(at: theta, strength: strength)))
    case .proximal:
      path.append(penalty.proximalPoint(of: theta - learningRate * gradient, strength: learningRate * strength))
    }
  }
  return path
}

extension Bowl {
  /// A random ellipse: condition number 100ᵘ with u uniform, turned by a uniform angle, its centre normal.
  static func random(using generator: inout RandomGenerator) -> Bowl {
    let long = 1.0
    let short = Double.pow(100, generator.uniform())
    let angle = Double.pi * generator.uniform()
    let cosine = Double.cos(angle)
    let sine = Double.sin(angle)
    let hessian = SymmetricMatrix(
      xx: long * cosine * cosine + short * sine * sine, xy: (long - short) * cosine * sine,
      yy: long * sine * sine + short * cosine * cosine)
    return Bowl(hessian: hessian, center: SIMD2(generator.normal(), generator.normal()))
  }

  /// The larger of the two pulls at the origin: from this λ on an L1 penalty leaves nothing.
  var emptyingStrength: Double { max(abs(pullAtOrigin.x), abs(pullAtOrigin.y)) }

  /// The axis of the parameter that an L1 penalty removes last.
  var survivor: Int {
    let path = sparsePath()
    return path[path.count - 2].theta.x != 0 ? 0 : 1
  }
}

/// What an L1 and an L2 penalty leave of many random ellipses, at half the λ that would leave nothing under L1.
struct EllipseSurvey {
  /// Share of the minima with a parameter that is exactly zero.
  var sparseUnderL1 = 0.0
  var sparseUnderL2 = 0.0
  /// Share in which the last survivor under L1 is the parameter with the larger pull at the origin.
  var survivorHasLargerPull = 0.0

  init(count: Int, l1: Penalty = .absolute, using generator: inout RandomGenerator) {
    for _ in 0..<count {
      let bowl = Bowl.random(using: &generator)
      let strength = bowl.emptyingStrength / 2
      if hasExactZero(bowl.minimum(under: l1, strength: strength)) { sparseUnderL1 += 1 / Double(count) }
      if hasExactZero(bowl.minimum(under: .squared, strength: strength)) { sparseUnderL2 += 1 / Double(count) }
      let strongest = abs(bowl.pullAtOrigin.x) > abs(bowl.pullAtOrigin.y) ? 0 : 1
      if bowl.survivor == strongest { survivorHasLargerPull += 1 / Double(count) }
    }
  }
}

/// How often the steeper axis survives an L1 penalty: curvatures `steepness` and 1, no tilt, normal centres.
func steepSurvivalShare(steepness: Double, count: Int, using generator: inout RandomGenerator) -> Double {
  let hessian = SymmetricMatrix(xx: steepness, xy: 0, yy: 1)
  let survivals = (0..<count).count { _ in
    Bowl(hessian: hessian, center: SIMD2(generator.normal(), generator.normal())).survivor == 0
  }
  return Double(survivals) / Double(count)
}

/// The same in closed form: |a c₁| > |c₂| for two normal draws is an angle below atan a, so (2/π) atan a.
func expectedSteepSurvivalShare(steepness: Double) -> Double { 2 / Double.pi * .atan(steepness) }

func hasExactZero(_ theta: SIMD2<Double>) -> Bool { theta.x == 0 || theta.y == 0 }

/// The two steps side by side in one bowl, at λ = 2, where the minimum has θ₂ = 0.
struct DescentRace {
  static let strength = 2.0
  let learningRate: Double
  let steps: Int
  /// θ₂ after each step, the start first.
  let proximal: [Double]
  let subgradient: [Double]

  init(_ bowl: Bowl, l1: Penalty, learningRate: Double, steps: Int = 300) {
    func path(by step: Step) -> [Double] {
      descend(
        bowl, penalty: l1, strength: Self.strength, from: SIMD2(0.2, 1.5), learningRate: learningRate,
        steps: steps, by: step
      ).map(\.y)
    }
    self.learningRate = learningRate
    self.steps = steps
    proximal = path(by: .proximal)
    subgradient = path(by: .subgradient)
  }

  /// The step from which on the proximal θ₂ is exactly zero.
  var firstZero: Int? {
    let last = proximal.lastIndex { $0 != 0 } ?? 0
    return last < steps ? last + 1 : nil
  }

  /// How far θ₂ is thrown from zero under the sub-gradient, once it has crossed; nil when it does not get there.
  var jitter: Double? {
    guard let crossing = subgradient.firstIndex(where: { $0 <= 0 }) else { return nil }
    return subgradient[crossing...].map { abs($0) }.max()
  }

  /// How many steps of the sub-gradient end at exactly zero.
  var subgradientZeros: Int { subgradient.count { $0 == 0 } }

  /// The most that the sub-gradient can throw θ₂ from zero, in units of η: λ and the bowl's pull in one direction.
  static func jitterBound(_ bowl: Bowl) -> Double { strength + abs(bowl.pullAtOrigin.y) }
}
