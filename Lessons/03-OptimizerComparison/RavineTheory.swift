import Datasets
import Descent
import Numerics

// What can be worked out without running: the closed forms that the lesson draws dashed.
extension RavineTask {
  /// Gradient descent after k steps: ½ ((1 − aη)²ᵏ + (1 − bη)²ᵏ) of the height, as each axis starts with half of it.
  func gradientDescentShare(rate: Double, steps: Double) -> Double {
    (Double.pow(abs(1 - ravine.along * rate), 2 * steps) + Double.pow(abs(1 - ravine.across * rate), 2 * steps)) / 2
  }

  /// The number of steps, not rounded, that gradient descent takes to settle; infinite where it diverges.
  func gradientDescentSteps(rate: Double) -> Double {
    var (low, high) = (0.0, 1e7)
    guard gradientDescentShare(rate: rate, steps: high) < limit else { return .infinity }
    while high - low > 1e-9 * high {
      let middle = (low + high) / 2
      if gradientDescentShare(rate: rate, steps: middle) < limit { high = middle } else { low = middle }
    }
    return high
  }

  /// 2/(a + b): the learning rate with which gradient descent shrinks both axes alike, best in the long run
  /// (Polyak 1964).
  var polyakRate: Double { 2 / (ravine.along + ravine.across) }

  /// The learning rate with which gradient descent settles soonest from this start: a little less than Polyak's.
  ///
  /// Once the steep axis has vanished only half of the height is left to shrink.
  var quickestRate: Double {
    let rates = (0...1000).map { polyakRate * (0.9 + 0.0001 * Double($0)) }
    return rates.map { (rate: $0, steps: gradientDescentSteps(rate: $0)) }.min { $0.steps < $1.steps }?.rate
      ?? polyakRate
  }

  /// Polyak's momentum, best in the long run: η = 4/(√a + √b)², β = ((√b − √a)/(√b + √a))² (Polyak 1964).
  var heavyBall: Setting {
    Setting(method: .momentum(momentum: heavyBallDecay), learningRate: heavyBallRate)
  }

  var heavyBallRate: Double {
    let sum = ravine.along.squareRoot() + ravine.across.squareRoot()
    return 4 / (sum * sum)
  }

  var heavyBallDecay: Double {
    let (slow, fast) = (ravine.along.squareRoot(), ravine.across.squareRoot())
    let ratio = (fast - slow) / (fast + slow)
    return ratio * ratio
  }
}

/// What becomes of RMSProp with a short memory in a ravine.
struct RMSPropCycle: Sendable {
  let rate: Double
  /// The shares of the height from step 0 on.
  let shares: [Double]
  /// The length of the last jump along each axis, as a share of the learning rate.
  let lastJump: SIMD2<Double>
  /// The share of the height on which the run ends in theory.
  ///
  /// Once the root of the mean square is the size of the gradient, each step is η long on each axis, whatever the
  /// curvature, and goes on between −η/2 and η/2: at the height (a + b) η²/8.
  let expectedShare: Double

  init(_ task: RavineTask, decay: Double, rate: Double, steps: Int) {
    let rmsProp = RMSProp(learningRate: rate, alpha: decay, biasCorrection: true)
    let path = descend(task.ravine, from: task.start, by: rmsProp, steps: steps)
    let jump = path[steps] - path[steps - 1]
    self.rate = rate
    shares = path.map(task.share)
    lastJump = SIMD2(abs(jump.x), abs(jump.y)) / rate
    let height = (task.ravine.along + task.ravine.across) * rate * rate / 8
    expectedShare = height / task.ravine.value(task.start.x, task.start.y)
  }
}

/// What becomes of Adam in an upright ravine when it goes on after it has settled.
struct AdamDeparture: Sendable {
  /// The step with the least height before the departure.
  let turningStep: Int
  /// The step at which the run is above the limit again; nil if it is not.
  let departure: Int?
  /// The step at which the curvature across, divided by √v̂, passes the limit of stability; nil if it does not.
  let instability: Int?

  /// Momentum in averaged form with rate η is stable below the curvature (2 + 2β₁)/((1 − β₁) η), for β₁ = 0.9 38/η.
  ///
  /// Adam is such momentum with the rates η/√v̂. As the gradients vanish v̂ is forgotten, and its rates grow.
  /// Source: Cohen et al. 2022, arXiv:2207.14484.
  init(_ task: RavineTask, _ adam: Adam, settled: Int, steps: Int) {
    let path = descend(task.ravine, from: task.start, by: adam, steps: steps)
    let shares = path.map(task.share)
    departure = shares[settled...].firstIndex { $0 >= task.limit }
    let stay = settled..<(departure ?? shares.count)
    turningStep = stay.min { shares[$0] < shares[$1] } ?? settled
    var meanSquare = ExponentialAverage(decay: adam.beta2)
    let limit = (2 + 2 * adam.beta1) / ((1 - adam.beta1) * adam.learningRate)
    instability = path.indices.first { step in
      let slope = task.ravine.gradient(path[step].x, path[step].y).y
      meanSquare.add(slope * slope)
      return step > settled && task.ravine.across / meanSquare.corrected.squareRoot() > limit
    }
  }
}
