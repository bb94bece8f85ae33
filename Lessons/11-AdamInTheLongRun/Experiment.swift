import Datasets
import Descent
import Experiments
import Numerics

/// Adam or AMSGrad on a single weight, written out, so that what it divides by is there to be seen.
///
///     m ← β₁ m + (1 − β₁) g,   v ← β₂ v + (1 − β₂) g²
///     w ← w − η m̂ / (√v̂ + ε),   m̂ = m/(1 − β₁ᵗ),   v̂ = v/(1 − β₂ᵗ)
///
/// The same numbers, bit by bit, as those of the framework's optimizers.
struct ScalarAdam: Sendable {
  var learningRate: Double
  var beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8
  /// Whether m and v are divided by 1 − β₁ᵗ and 1 − β₂ᵗ.
  var biasCorrection = true
  /// Whether it divides by the largest v so far: AMSGrad.
  var keepsLargest = false

  private(set) var meanSquare = 0.0
  /// What the last step was divided by: √v̂ + ε.
  private(set) var divisor = Double.nan
  private(set) var mean = 0.0, largest = 0.0, remaining1 = 1.0, remaining2 = 1.0

  /// Moves the weight by one step, given the slope of the loss there.
  mutating func move(_ weight: inout Double, along gradient: Double) {
    remaining1 *= beta1
    remaining2 *= beta2
    mean = beta1 * mean + (1 - beta1) * gradient
    meanSquare = beta2 * meanSquare + (1 - beta2) * gradient * gradient
    largest = keepsLargest ? max(largest, meanSquare) : meanSquare
    let rate = biasCorrection ? learningRate / (1 - remaining1) : learningRate
    divisor = (biasCorrection ? 1 / (1 - remaining2) * largest : largest).squareRoot() + epsilon
    weight -= rate * mean / divisor
  }
}

// MARK: One weight in a bowl

/// Descends into ½w², the smallest loss there is; after `correctedSteps` the bias correction is switched off.
func descend(by adam: ScalarAdam, from start: Double = 1, steps: Int, correctedSteps: Int? = nil) -> BowlRun {
  var (optimizer, weight, run) = (adam, start, BowlRun(adam: adam, distances: [abs(start)]))
  for step in 0..<steps {
    if step == correctedSteps { optimizer.biasCorrection = false }
    optimizer.move(&weight, along: weight)
    run.distances.append(abs(weight))
    run.divisors.append(optimizer.divisor)
    run.meanSquares.append(optimizer.meanSquare)
  }
  (run.settled, run.turning) = BowlRun.landmarks(of: run.distances)
  return run
}

/// What came of a descent.
struct BowlRun: Sendable {
  let adam: ScalarAdam
  /// |w| at the start and after each step.
  var distances: [Double]
  /// √v̂ + ε and v of each step; those of step t are at t − 1.
  var divisors: [Double] = [], meanSquares: [Double] = []
  /// The first step at which |w| has been below 10⁻⁹ for ten steps.
  var settled: Int?
  /// The step with the least |w| before it is above 10⁻⁶ again; nil where it never is.
  var turning: Int?

  /// A weight swings about zero: its distance is the largest |w| of each step and the nine before it.
  static func envelope(of distances: [Double]) -> [Double] {
    distances.indices.map { step in distances[max(0, step - 9)...step].max() ?? 0 }
  }

  /// When a run with these |w| settled, and when it turned back.
  static func landmarks(of distances: [Double]) -> (settled: Int?, turning: Int?) {
    let envelope = envelope(of: distances)
    guard let settled = envelope.firstIndex(where: { $0 < 1e-9 }) else { return (nil, nil) }
    let burst = envelope[settled...].firstIndex { $0 > 1e-6 }
    return (settled, burst.flatMap { (settled...$0).min { envelope[$0] < envelope[$1] } })
  }

  /// The step at which the divisor will pass its limit, predicted when the run has settled; nil if it never will.
  var prediction: Double? {
    guard !adam.keepsLargest, let settled else { return nil }
    return predictedOnset(
      from: settled, meanSquare: meanSquares[settled - 1], beta2: adam.beta2,
      room: smallestDivisor(rate: adam.learningRate, curvature: 1, beta1: adam.beta1) - adam.epsilon)
  }
  /// Whether |w| has been below the least number with all digits, 2 · 10⁻³⁰⁸: what comes after is rounding's doing.
  var reachesFloor: Bool { distances.contains { $0 < .leastNormalMagnitude } }
  /// The largest |w| of the last quarter of the run.
  var lateMaximum: Double { distances.suffix(max(1, divisors.count / 4)).max() ?? .nan }
}

/// |w| after each step of the framework's Adam in the bowl ½w² from 1, at η = 0.01 and in single precision.
func singlePrecisionDistances(beta2: Double, steps: Int) -> [Double] {
  var adam = Adam(learningRate: 0.01, beta2: beta2)
  let weight = Parameter("weight", Tensor(1))
  return (0..<steps).map { _ in
    adam.update(weight, with: Gradients(names: ["weight"], tensors: [weight.tensor]))
    return abs(weight.tensor.item)
  }
}

// MARK: Tumours

/// A linear model that tells benign tumours from malignant ones, fitted by least squares on all of them at once.
///
/// The loss ½ mean (Xw − y)², over standardised features X and diagnoses y = ±1 with their mean removed, is a bowl in 30
/// dimensions: ½ (w − w*)ᵀ H (w − w*) above its least value, with H = XᵀX/n.
struct TumourFit: Sendable {
  static let steps = 20_000
  static let learningRate = 0.01
  /// The curvature is measured after so many steps each.
  static let interval = 50

  /// X, H = XᵀX/n and the best weights w*: float64, shapes `[569, 30]`, `[30, 30]` and `[30, 1]`.
  let features, hessian, best: Tensor
  /// The loss at w*, the largest eigenvalue of H, and the mean diagnosis that was removed from y.
  let leastLoss, largestCurvature, meanSign: Double

  init(_ data: BreastCancer) {
    features = data.standardizedFeatures
    let signs = Tensor(data.labels.map { Double(2 * $0 - 1) }, dtype: .float64).reshaped([data.count, 1])
    meanSign = signs.mean().item
    let y = signs - meanSign
    hessian = matmul(features.transposed, features) / Double(data.count)
    best = solve(hessian, matmul(features.transposed, y) / Double(data.count))
    leastLoss = square(matmul(features, best) - y).mean().item / 2
    largestCurvature = hessian.singularValues[0]
  }

  /// Runs an optimizer from standard normal weights.
  func run(_ arm: TumourArm, steps: Int, seed: UInt64) -> TumourRun {
    var generator = RandomGenerator(seed: seed)
    // The optimizers move w − w*: the same steps, and no digits are lost near the best weights.
    var distance = (Tensor.normal([30, 1], dtype: .float64, using: &generator) - best).scalars
    var adams = distance.map { _ in
      ScalarAdam(learningRate: Self.learningRate, epsilon: arm.epsilon, keepsLargest: arm.keepsLargest)
    }
    var run = TumourRun()
    var (least, highest, peak) = (Double.infinity, 0.0, distance)
    for step in 0..<steps {
      let gradient = matmul(hessian, column(distance)).scalars
      let excess = distance.indices.reduce(0) { $0 + distance[$1] * gradient[$1] } / 2
      run.excess.append(excess)
      least = min(least, excess)
      if excess > 100 * least && run.firstBurst == nil { run.firstBurst = step }
      if run.firstBurst != nil && excess > highest { (highest, peak) = (excess, distance) }
      for index in distance.indices {
        if step == arm.correctedSteps { adams[index].biasCorrection = false }
        adams[index].move(&distance[index], along: gradient[index])
      }
      if (step + 1) % Self.interval == 0 { run.curvature.append(curvature(dividedBy: adams.map(\.divisor))) }
    }
    if run.firstBurst != nil { run.changedDiagnoses = changedDiagnoses(at: column(peak)) }
    return run
  }

  /// η times the largest eigenvalue of D⁻¹H, D the diagonal of the divisors, which is that of D^−½ H D^−½.
  private func curvature(dividedBy divisors: [Double]) -> Double {
    let scale = column(divisors.map { 1 / $0.squareRoot() })
    return Self.learningRate * (hessian * scale * scale.transposed).singularValues[0]
  }

  /// For how many tumours the diagnosis at a distance from the best weights is another than there.
  private func changedDiagnoses(at distance: Tensor) -> Int {
    let (there, here) = (matmul(features, best), matmul(features, best + distance))
    return zip(there.scalars, here.scalars).count { ($0 + meanSign > 0) != ($1 + meanSign > 0) }
  }

  private func column(_ values: [Double]) -> Tensor { Tensor(shape: [values.count, 1], values, dtype: .float64) }
}

/// PyTorch's Adam but for its ε, whether it is AMSGrad, and after how many steps its correction is switched off, if ever.
struct TumourArm: Hashable, Sendable {
  var epsilon = 1e-8
  var keepsLargest = false
  var correctedSteps: Int?
}

/// What came of a fit.
struct TumourRun: Sendable {
  /// By how much the loss exceeds the least one, before each step.
  fileprivate(set) var excess: [Double] = []
  /// The curvature in Adam's units, after each `TumourFit.interval` steps.
  fileprivate(set) var curvature: [Double] = []
  /// The first step at which the excess is more than a hundred times the least that it had been.
  fileprivate(set) var firstBurst: Int?
  /// How many diagnoses are others than the best weights' where the excess is highest from the first burst on.
  fileprivate(set) var changedDiagnoses = 0

  /// The highest excess from the first burst on; 0 without one.
  var highestBurst: Double { firstBurst.flatMap { excess[$0...].max() } ?? 0 }
  /// Whether Adam's curvature passes its limit before the first burst, never reaches 45, and falls below it again.
  var climbsToLimit: Bool {
    let limit = stabilityLimit(beta1: 0.9)
    guard let firstBurst, let crossing = curvature.firstIndex(where: { $0 > limit }) else { return false }
    return (crossing + 1) * TumourFit.interval <= firstBurst && curvature.allSatisfy { $0 < 45 }
      && curvature[crossing...].contains { $0 < limit }
  }
}

// MARK: Digits

/// The loss by which the digits are learnt.
enum DigitsLoss: CaseIterable, Sendable {
  case crossEntropy, squaredError

  /// Longer than most fits to the tumours take to burst.
  static let steps = 12_000

  /// Learns two hundred digits by heart, all of them at once, with PyTorch's Adam at η = 0.01.
  func run(_ digits: Digits, count: Int = 200, steps: Int = Self.steps, seed: UInt64) -> DigitsRun {
    var generator = RandomGenerator(seed: seed)
    let chosen = digits[generator.permutation(of: digits.count).prefix(count)]
    let (pixels, labels, targets) = (chosen.pixels, chosen.labels, chosen.oneHot.cast(to: .float32))
    let network = DigitsTask.network(using: &generator)
    var optimizer = Adam(learningRate: 0.01)
    return DigitsRun(
      losses: (0..<steps).map { _ in
        let (loss, gradients) = valueAndGradients(of: network) {
          self == .crossEntropy
            ? softmaxCrossEntropy(network(pixels), labels: labels) : meanSquaredError(network(pixels), targets)
        }
        optimizer.update(network, with: gradients)
        return loss
      })
  }
}

/// What came of learning the digits: the loss before each step.
struct DigitsRun: Sendable {
  let losses: [Double]

  /// The first step at which the loss is ten times the least that it had been.
  var firstJump: Int? {
    var least = Double.infinity
    return losses.firstIndex { loss in
      least = min(least, loss)
      return loss > 10 * least
    }
  }
  /// The loss at the end: the median of the last hundred steps.
  var finalLoss: Double { Summary(of: losses.suffix(100)).median }
}

/// Where Adam and AMSGrad end, with a memory 1/(1 − β₂), on a linear loss on [−1, 1] whose slope is 1010 in every 101st step
/// and −10 in the others: −1 is the best place, 1 the worst. Source: Reddi, Kale & Kumar 2018, section 3.
struct RareRun: Sendable {
  static let steps = 1_000_000
  static let memories = (0...20).map { Double.pow(10, Double($0) / 4) }

  let memory: Double
  /// The mean of x over the last hundred periods; x starts from 0 and is brought back into [−1, 1] after each step.
  let adam, amsGrad: Double

  init(memory: Double, steps: Int = steps) {
    self.memory = memory
    func meanPlace(_ keepsLargest: Bool) -> Double {
      var adam = ScalarAdam(
        learningRate: 0.01, beta2: 1 - 1 / memory, epsilon: 0, biasCorrection: false, keepsLargest: keepsLargest)
      var (x, sum) = (0.0, 0.0)
      for step in 0..<steps {
        adam.move(&x, along: step % 101 == 0 ? 1010 : -10)
        x = min(max(x, -1), 1)
        if step >= steps - 10_100 { sum += x }
      }
      return sum / 10_100
    }
    (adam, amsGrad) = (meanPlace(false), meanPlace(true))
  }
}
