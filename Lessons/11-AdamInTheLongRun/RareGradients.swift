import Descent
import Numerics

/// A linear loss on [−1, 1] whose slope is large and positive now and then, and small and negative in between.
///
/// On average it slopes upwards, so that −1 is the best place and 1 the worst. Source: Reddi, Kale & Kumar 2018, section 3.
struct RareGradients: Sendable {
  let rare: Double
  let common: Double
  /// One gradient in so many is rare.
  let period: Int

  /// The example of their theorem 1: Cx in every third step, −x in the others.
  static func theorem(slope: Double) -> RareGradients { RareGradients(rare: slope, common: -1, period: 3) }
  /// Their experiment: 1010x in every 101st step, −10x in the others.
  static let experiment = RareGradients(rare: 1010, common: -10, period: 101)

  var meanGradient: Double { (rare + Double(period - 1) * common) / Double(period) }

  /// The slope in step t, counted from 1: the rare one comes first.
  func gradient(atStep step: Int) -> Double { (step - 1) % period == 0 ? rare : common }

  /// Runs from 0; the rate of step t is α, or α/√t.
  ///
  /// - Returns: x₁ … after each step, brought back into [−1, 1].
  func run(_ adam: ScalarAdam, steps: Int, decaysRate: Bool = false) -> [Double] {
    var (optimizer, x) = (adam, 0.0)
    return (1...steps).map { step in
      if decaysRate { optimizer.learningRate = adam.learningRate / Double(step).squareRoot() }
      optimizer.move(&x, along: gradient(atStep: step))
      x = min(max(x, -1), 1)
      return x
    }
  }

  /// The same where each step draws its slope: rare with a probability of `probability`.
  ///
  /// - Returns: the mean of x over the last tenth of the steps.
  func runAtRandom(_ adam: ScalarAdam, steps: Int, probability: Double, seed: UInt64) -> Double {
    var (optimizer, generator, x, sum) = (adam, RandomGenerator(seed: seed), 0.0, 0.0)
    for step in 0..<steps {
      let isRare = generator.uniform(in: 0..<1) < probability
      optimizer.move(&x, along: isRare ? rare : common)
      x = min(max(x, -1), 1)
      if step >= steps - steps / 10 { sum += x }
    }
    return sum / Double(steps / 10)
  }

  /// How far a whole period carries x in the long run, in units of α, were there no walls; positive is the wrong way.
  func drift(beta1: Double, beta2: Double) -> Double {
    steps(beta1: beta1, beta2: beta2).reduce(0, +)
  }

  /// The steps of a period in the long run, −mⱼ/√vⱼ in units of α.
  ///
  /// There m and v repeat with the period: v₀ = (1 − β₂) Σ β₂^(period − j) gⱼ² / (1 − β₂^period), and m₀ likewise.
  func steps(beta1: Double, beta2: Double) -> [Double] {
    let gradients = (1...period).map(gradient)
    func stationary(_ values: [Double], _ decay: Double) -> [Double] {
      func pass(from start: Double) -> [Double] {
        values.reduce(into: [start]) { means, value in
          means.append(decay * means[means.count - 1] + (1 - decay) * value)
        }
      }
      return Array(pass(from: pass(from: 0)[period] / (1 - .pow(decay, period))).dropFirst())
    }
    let means = stationary(gradients, beta1)
    let meanSquares = stationary(gradients.map { $0 * $0 }, beta2)
    return zip(means, meanSquares).map { -$0 / $1.squareRoot() }
  }

  /// The memory 1/(1 − β₂) from which on Adam goes the right way: there the drift is zero.
  func criticalMemory(beta1: Double) -> Double {
    var (short, long) = (1.0001, 1e7)
    guard drift(beta1: beta1, beta2: 1 - 1 / short) > 0 else { return short }
    for _ in 0..<100 {
      let middle = (short * long).squareRoot()
      if drift(beta1: beta1, beta2: 1 - 1 / middle) > 0 { short = middle } else { long = middle }
    }
    return long
  }
}
