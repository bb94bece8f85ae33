import Numerics

/// The smallest loss there is to descend: ½ λ w², from one weight.
struct Bowl: Sendable {
  var curvature = 1.0
  var start = 1.0

  /// The divisor below which Adam is unstable in this bowl: ηλ (1 − β₁)/(2 + 2β₁), which is ηλ/38 for β₁ = 0.9.
  ///
  /// At a fixed divisor d Adam is averaged momentum with the rate η/d, w₊ = (1 + β₁ − (1 − β₁) ηλ/d) w − β₁ w₋. A root of
  /// z² − (1 + β₁ − (1 − β₁) ηλ/d) z + β₁ leaves the unit circle at z = −1, where 2 + 2β₁ = (1 − β₁) ηλ/d.
  func limit(of adam: ScalarAdam) -> Double {
    adam.learningRate * curvature * (1 - adam.beta1) / (2 + 2 * adam.beta1)
  }

  /// The ratios ηλ/d at which |w| shrinks by √β₁ a step: from (1 − √β₁)²/(1 − β₁) to (1 + √β₁)²/(1 − β₁), 0.026 to 37.97.
  ///
  /// There the two roots are complex, of modulus √β₁. At smaller ratios the larger of them is closer to 1.
  func swinging(by adam: ScalarAdam) -> ClosedRange<Double> {
    let root = adam.beta1.squareRoot()
    return (1 - root) * (1 - root) / (1 - adam.beta1)...(1 + root) * (1 + root) / (1 - adam.beta1)
  }

  /// Descends for so many steps.
  ///
  /// - Parameters:
  ///   - correctedSteps: after how many steps the bias correction is switched off; never where it is nil.
  ///   - decaysRate: whether the rate of step t is η/√t.
  func descend(by adam: ScalarAdam, steps: Int, correctedSteps: Int? = nil, decaysRate: Bool = false) -> BowlRun {
    var (optimizer, weight) = (adam, start)
    var (distances, divisors, meanSquares) = ([abs(start)], [Double](), [Double]())
    for step in 0..<steps {
      if step == correctedSteps { optimizer.biasCorrection = false }
      if decaysRate { optimizer.learningRate = adam.learningRate / Double(step + 1).squareRoot() }
      optimizer.move(&weight, along: curvature * weight)
      distances.append(abs(weight))
      divisors.append(optimizer.divisor)
      meanSquares.append(optimizer.meanSquare)
    }
    return BowlRun(
      bowl: self, adam: adam, correctedSteps: correctedSteps, landmarks: BowlRun.landmarks(of: distances),
      distances: distances, divisors: divisors,
      meanSquares: meanSquares)
  }
}

/// What came of a descent.
struct BowlRun: Sendable {
  /// Below this a run has settled.
  static let calm = 1e-9
  /// Above this, after it has settled, a run has burst.
  static let alarm = 1e-6
  /// A weight swings about zero: its distance is the largest |w| of so many steps.
  static let window = 10

  let bowl: Bowl
  let adam: ScalarAdam
  /// After how many steps the bias correction was switched off; nil for never.
  let correctedSteps: Int?
  /// When the run settled, turned round and burst.
  let landmarks: Landmarks
  /// |w| at the start and after each step.
  let distances: [Double]
  /// √v̂ + ε of each step; step t is at t − 1.
  let divisors: [Double]
  /// v of each step.
  let meanSquares: [Double]

  var steps: Int { divisors.count }

  /// The largest |w| of each step and the nine before it.
  static func envelope(of distances: [Double]) -> [Double] {
    distances.indices.map { step in distances[max(0, step - window + 1)...step].max() ?? 0 }
  }

  /// When a run with these |w| settled, turned round and burst.
  static func landmarks(of distances: [Double]) -> Landmarks {
    let envelope = envelope(of: distances)
    guard let settled = envelope.firstIndex(where: { $0 < calm }) else { return Landmarks() }
    let burst = envelope[settled...].firstIndex { $0 > alarm }
    guard let burst else { return Landmarks(settled: settled) }
    return Landmarks(
      settled: settled, turning: (settled...burst).min { envelope[$0] < envelope[$1] }, burst: burst)
  }

  struct Landmarks: Sendable {
    /// The first step at which |w| has been calm for ten steps.
    var settled: Int?
    /// The step with the least |w| before the burst.
    var turning: Int?
    /// The first step after that at which |w| is alarming again.
    var burst: Int?
  }

  /// The first step whose divisor is below the limit of stability.
  var onset: Int? { divisors.firstIndex { $0 < bowl.limit(of: adam) }.map { $0 + 1 } }

  /// What the divisor will be at a step after the run has settled: v̂ shrinks by β₂ a step, as nothing is added to it.
  ///
  /// Nil where the run never settles, and for AMSGrad, which forgets nothing.
  func forecastDivisor(at step: Double) -> Double? {
    guard !adam.keepsLargest, let settled = landmarks.settled else { return nil }
    let isCorrected = adam.biasCorrection && step <= Double(correctedSteps ?? .max)
    let remaining = isCorrected ? Double.exp(step * .log(adam.beta2)) : 0
    let meanSquare = meanSquares[settled - 1] * .exp((step - Double(settled)) * .log(adam.beta2))
    return (meanSquare / (1 - remaining)).squareRoot() + adam.epsilon
  }

  /// The step at which the divisor will pass the limit, foretold when the run has settled; nil if it never will.
  ///
  /// Where √v_s √β₂^(t − s) + ε = limit, s being the step at which it settled. The correction of v is 1 by then.
  var forecast: Double? {
    let room = bowl.limit(of: adam) - adam.epsilon
    guard room > 0, !adam.keepsLargest, let settled = landmarks.settled else { return nil }
    return Double(settled) + max(0, .log(meanSquares[settled - 1] / (room * room)) / -.log(adam.beta2))
  }

  /// The first step after the forecast.
  var forecastStep: Int? { forecast.map { Int($0.rounded(.up)) } }

  /// Whether |w| has been below the least number with all digits, 2 · 10⁻³⁰⁸: what comes after is rounding's doing.
  var reachesFloor: Bool { distances.contains { $0 < .leastNormalMagnitude } }

  /// The largest |w| of the last quarter of the run.
  var lateMaximum: Double { distances.suffix(max(1, steps / 4)).max() ?? .nan }
}
