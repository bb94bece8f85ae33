import Datasets
import Descent
import Experiments
import Numerics

// MARK: The cliff

/// A recurrent network with a single unit that is asked to answer 0.7 after fifty steps.
///
///     x₀ = 0.5,   xₜ₊₁ = w σ(xₜ) + b,   E(w, b) = (σ(x₅₀) − 0.7)²
///
/// Source: Pascanu, Mikolov & Bengio 2013, arXiv:1211.5063, figure 6.
struct RecurrentUnit: Sendable {
  var start = 0.5
  var target = 0.7
  var depth = 50

  /// The error E at (w, b) and its gradient (∂E/∂w, ∂E/∂b).
  ///
  /// The derivatives are carried forward beside the state: whatever xₜ owes to a weight, xₜ₊₁ owes w σ′(xₜ) times as
  /// much, plus what it owes to the weight directly.
  func callAsFunction(_ point: SIMD2<Double>) -> (error: Double, gradient: SIMD2<Double>) {
    var state = start
    var (byWeight, byBias) = (0.0, 0.0)
    for _ in 0..<depth {
      let output = sigmoid(state)
      let carry = point.x * output * (1 - output)
      state = point.x * output + point.y
      byWeight = output + carry * byWeight
      byBias = 1 + carry * byBias
    }
    let answer = sigmoid(state)
    let miss = answer - target
    let slope = 2 * miss * answer * (1 - answer)
    return (miss * miss, [slope * byWeight, slope * byBias])
  }

  /// Random starts a little above the cliff: w in 4.4 … 5.2, and b between 0.01 and 0.5 above the edge.
  func starts(count: Int, seed: UInt64) -> [SIMD2<Double>] {
    var generator = RandomGenerator(seed: seed)
    return (0..<count).map { _ in
      let weight = generator.uniform(in: 4.4..<5.2)
      return [weight, edgeBias(atWeight: weight) + generator.uniform(in: 0.01..<0.5)]
    }
  }
}

/// What turns gradients into steps: a clipping rule on gradient descent, or another optimizer without one.
enum Arm: Hashable, Sendable {
  case clipped(Clipping)
  /// V ← β V + (1 − β) g, so that a rate means the same η/(1 − β) for every β.
  case momentum(Double)
  /// β₁ = 0.9, β₂ = 0.999.
  case adam
}

/// An arm on its way, with what it remembers of the gradients so far.
struct Stepper {
  let arm: Arm
  private var mean = SIMD2(0.0, 0.0)
  private var meanSquare = SIMD2(0.0, 0.0)
  private var remaining = SIMD2(1.0, 1.0)

  init(_ arm: Arm) { self.arm = arm }

  /// The step that follows a gradient, in units of −η.
  mutating func callAsFunction(_ gradient: SIMD2<Double>) -> SIMD2<Double> {
    switch arm {
    case .clipped(.value(let limit)):
      return gradient.clamped(lowerBound: [-limit, -limit], upperBound: [limit, limit])
    case .clipped(let rule): return rule.factor(forNorm: norm(gradient)) * gradient
    case .momentum(let beta):
      mean = beta * mean + (1 - beta) * gradient
      return mean
    case .adam:
      mean = 0.9 * mean + (1 - 0.9) * gradient
      meanSquare = 0.999 * meanSquare + (1 - 0.999) * gradient * gradient
      remaining *= [0.9, 0.999]
      let (first, second) = (mean / (1 - remaining.x), meanSquare / (1 - remaining.y))
      return first / (second.squareRoot() + 1e-8)
    }
  }
}

/// A walk downhill from one start: `steps + 1` points and errors, and one gradient and one step length per step.
struct Walk: Sendable {
  var points: [SIMD2<Double>]
  var errors: [Double]
  var gradientNorms: [Double] = []
  var stepLengths: [Double] = []

  /// θ ← θ − η times what the arm makes of ∇E(θ).
  init(on unit: RecurrentUnit, from start: SIMD2<Double>, _ arm: Arm, at learningRate: Double, steps: Int = 500) {
    var stepper = Stepper(arm)
    var (point, (error, gradient)) = (start, unit(start))
    (points, errors) = ([point], [error])
    for _ in 0..<steps {
      let step = -learningRate * stepper(gradient)
      gradientNorms.append(norm(gradient))
      stepLengths.append(norm(step))
      point += step
      (error, gradient) = unit(point)
      points.append(point)
      errors.append(error)
    }
  }

  /// Whether the walk ended at the right answer: the error is a thousandth at most.
  var isSolved: Bool { errors[errors.count - 1] < 1e-3 }
  /// Whether a step threw the walk out of the landscape, unsolved: the bias, which starts near −2, is beyond ±10.
  var isThrownOut: Bool { !isSolved && !(abs(points[points.count - 1].y) <= 10) }
  var longestStep: Double { stepLengths.max() ?? 0 }
}

/// What became of the walks of one seed: some of them choose a learning rate, the others are reported.
struct CliffRun: Sendable {
  static let choosing = 24
  static let reported = 36

  /// The share of the choosing walks that are not solved.
  let unsolvedInChoice: Double
  /// The shares of the others that are solved, and that are thrown out, in percent.
  let solved, thrownOut: Double
  /// The longest step of all, and the largest gradient.
  let longestStep, largestGradient: Double
  /// How many gradients above the threshold follow the first one: the mean over the walks that meet one, 0 where none does.
  let laterLargeGradients: Double

  init(on unit: RecurrentUnit, _ arm: Arm, at learningRate: Double, threshold: Double, seed: UInt64) {
    let walks = unit.starts(count: Self.choosing + Self.reported, seed: seed).map {
      Walk(on: unit, from: $0, arm, at: learningRate)
    }
    let rest = walks.dropFirst(Self.choosing)
    // One gradient above the threshold is the first.
    let later = rest.map { $0.gradientNorms.count { $0 > threshold } - 1 }.filter { $0 >= 0 }

    unsolvedInChoice = Double(walks.prefix(Self.choosing).count { !$0.isSolved }) / Double(Self.choosing)
    solved = 100 * Double(rest.count(where: \.isSolved)) / Double(Self.reported)
    thrownOut = 100 * Double(rest.count(where: \.isThrownOut)) / Double(Self.reported)
    longestStep = rest.map(\.longestStep).max() ?? 0
    largestGradient = rest.compactMap { $0.gradientNorms.max() }.max() ?? 0
    laterLargeGradients = Double(later.reduce(0, +)) / Double(max(1, later.count))
  }
}

// MARK: The digits

/// A way of clipping, whatever its threshold.
enum Rule: String, CaseIterable, Sendable {
  case norm = "norm"
  case parameter = "norm of each parameter"
  case value = "each value"
  case shrink = "times 0.1"

  /// The thresholds that are tried; those for single values are lower, as values are.
  var thresholds: [Double] {
    self == .value ? [0.001, 0.003, 0.01, 0.03, 0.1, 0.3] : [0.03, 0.1, 0.3, 1, 3, 10]
  }

  /// The rule with a threshold.
  func clipping(_ threshold: Double) -> Clipping {
    switch self {
    case .norm: .globalNorm(threshold)
    case .parameter: .normPerTensor(threshold)
    case .value: .value(threshold)
    case .shrink: .shrink(factor: 0.1, above: threshold)
    }
  }
}

/// What came of training the shared digits network under a clipping rule.
struct DigitsRun: Sendable {
  /// Test accuracy at the end, in percent.
  let accuracy: Double
  /// Mean training loss of the last epoch, by which a threshold is chosen.
  let finalLoss: Double
  /// The longest step, and the mean angle in degrees by which clipping turned the gradients.
  let longestStep, turn: Double
  /// The share of the hidden units that in the end answer 0 to every test digit.
  let silent: Double

  /// Whether nearly all hidden units have fallen silent: there is no gradient by which they could come back.
  var isDead: Bool { silent > 0.8 }
}

extension DigitsRun {
  /// Trains a network 64-32-10 by gradient descent on mini-batches of 64.
  init(_ digits: Digits, _ rule: Clipping, at learningRate: Double, epochs: Int = 10, seed: UInt64) {
    let task = DigitsTask(digits, seed: seed)
    var (optimizer, generator) = (SGD(learningRate: learningRate), task.generator)
    let network = DigitsTask.network(using: &generator)
    var (longest, angles) = (0.0, [Double]())
    let log = task.train(
      network, with: &optimizer, epochs: epochs, clipping: rule, using: &generator,
      afterStep: { step in
        let clipped = step.gradients.clipped(by: rule)
        let (before, after) = (step.gradients.norm, clipped.norm)
        longest = max(longest, learningRate * after)
        // A gradient of zeros has no direction.
        if after > 0, after < before {
          angles.append(.acos(min(1, step.gradients.dot(clipped) / (before * after))) * 180 / .pi)
        }
        return true
      }, logits: { network($0) })
    self.init(
      accuracy: 100 * task.testAccuracy { network($0) }, finalLoss: log.finalLoss, longestStep: longest,
      turn: angles.reduce(0, +) / Double(max(1, angles.count)),
      silent: network.layers[0].deadShare(on: task.test.pixels))
  }
}

/// The length that separates the living from the dead: half-way, on a logarithmic scale, between the longest step of a run that
/// lives and the shortest of the longest steps of those that are dead; nil where all live or none does.
func fatalStep(of runs: [DigitsRun]) -> Double? {
  guard let longest = runs.filter({ !$0.isDead }).map(\.longestStep).max(),
    let shortest = runs.filter(\.isDead).map(\.longestStep).min()
  else { return nil }
  return (longest * shortest).squareRoot()
}
