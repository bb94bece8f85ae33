import Datasets
import Descent
import Experiments
import Numerics

/// A rule by which gradients become steps.
enum Rule: Hashable, Sendable {
  /// θ ← θ − η g
  case gradientDescent
  /// V ← β V + g, θ ← θ − η V: the form of Polyak's paper and of PyTorch.
  case momentum(Double)
  /// V ← β V + (1 − β) g, θ ← θ − η V: the form of the notes.
  case averagedMomentum(Double)
  /// B ← μ B + g/(√Ŝ + ε), θ ← θ − η B: the notes' corrected mean square, with PyTorch's momentum.
  case rmsProp(beta2: Double = 0.999, momentum: Double = 0)
  /// θ ← θ − η m̂/(√v̂ + ε)
  case adam(beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8)
  /// Steps as long as Adam's, straight down the gradient.
  case grafted

  func optimizer(_ rate: Double) -> any Optimizer {
    switch self {
    case .gradientDescent: SGD(learningRate: rate)
    case .momentum(let beta): Momentum(learningRate: rate, momentum: beta)
    case .averagedMomentum(let beta): Momentum(learningRate: rate, momentum: beta, form: .exponentialAverage)
    case .rmsProp(let beta2, let momentum):
      RMSProp(learningRate: rate, alpha: beta2, biasCorrection: true, momentum: momentum)
    case .adam(let beta1, let beta2, let epsilon):
      Adam(learningRate: rate, beta1: beta1, beta2: beta2, epsilon: epsilon)
    case .grafted: GraftedDescent(learningRate: rate)
    }
  }
}

/// Gradient descent with the length of Adam's step in place of its own: θ ← θ − ‖Adam's step‖ g/‖g‖.
///
/// Adam's step depends on the gradients alone, not on the parameters: it is taken from zero to see its length.
/// Source: Agarwal et al. 2020, arXiv:2002.11803, "grafting".
struct GraftedDescent: Optimizer {
  var learningRate: Double
  private var adam: Adam
  private var descent = SGD(learningRate: 0)

  init(learningRate: Double) {
    self.learningRate = learningRate
    adam = Adam(learningRate: learningRate)
  }

  mutating func update(_ model: some Model, with gradients: Gradients) {
    adam.learningRate = learningRate
    let zero = Displacement(
      parameters: model.parameters.map {
        Parameter($0.name, Tensor(repeating: 0, shape: $0.tensor.shape, dtype: $0.tensor.dtype))
      })
    adam.update(zero, with: gradients)
    let (length, norm) = (zero.parameters.map(\.tensor.norm).norm, gradients.norm)
    descent.learningRate = norm > 0 ? length / norm : 0
    descent.update(model, with: gradients)
  }

  /// Parameters that start from zero: after an update they are the step.
  private struct Displacement: Model { let parameters: [Parameter] }
}

// MARK: - The ravine

/// A ravine, the point where all runs start, and when a run counts as settled.
struct RavineTask: Sendable {
  let ravine: Ravine
  /// (10, 1) in the ravine's own axes: each of them holds half of the height.
  let start: SIMD2<Double>
  /// Across the ravine: a vector of length 1.
  private let across: SIMD2<Double>
  /// Settled is below this share of the height at the start, and for so many steps on end.
  ///
  /// The first step below would not do: a run that swings through the minimum is below for a moment. For ever would ask
  /// too much: RMSProp and Adam leave again when they have forgotten the steep start, sooner where rounding leaves more to grow (lesson 11).
  let limit = 1e-6
  let stay = 200
  /// A run that has not settled after so many steps counts as never settling.
  let horizon = 2000
  /// Eight to an octave.
  let rates = (-80...24).map { Double.exp2(Double($0) / 8) }

  init(rotation: Double = 0) {
    ravine = Ravine(rotation: rotation)
    let (point, unit) = (ravine.point(10, 1), ravine.point(0, 1))
    (start, across) = (SIMD2(point.x, point.y), SIMD2(unit.x, unit.y))
  }

  /// The height as a share of the height at the start.
  func share(at point: SIMD2<Double>) -> Double {
    ravine.value(point.x, point.y) / ravine.value(start.x, start.y)
  }

  /// Where a point lies across the ravine, and along it.
  func place(of point: SIMD2<Double>) -> (along: Double, across: Double) {
    ((point * SIMD2(across.y, -across.x)).sum(), (point * across).sum())
  }

  /// The points θ₀ … θ_steps, fewer where `visit` wants no more.
  func path(
    _ rule: Rule, rate: Double, steps: Int, while visit: (SIMD2<Double>) -> Bool = { _ in true }
  ) -> [SIMD2<Double>] {
    var optimizer = rule.optimizer(rate)
    let parameter = Parameter("point", Tensor([start.x, start.y], dtype: .float64))
    var path = [start]
    for _ in 0..<steps {
      let slope = ravine.gradient(path[path.count - 1].x, path[path.count - 1].y)
      let gradient = Tensor([slope.x, slope.y], dtype: .float64)
      optimizer.update(parameter, with: Gradients(names: [parameter.name], tensors: [gradient]))
      path.append(SIMD2(parameter.tensor[0], parameter.tensor[1]))
      if !visit(path[path.count - 1]) { break }
    }
    return path
  }

  /// Runs until it has settled or is lost, at most to the horizon.
  func run(_ rule: Rule, rate: Double) -> RavineRun {
    var below = 0
    let path = path(rule, rate: rate, steps: horizon + stay - 1) { point in
      below = share(at: point) < limit ? below + 1 : 0
      return below < stay && share(at: point) < 1e12
    }
    return RavineRun(
      rule: rule, rate: rate, steps: below == stay ? path.count - stay : nil, path: path,
      share: share(at: path[path.count - 1]))
  }

  /// The run at the rate that settles first; if none does, the one that ends lowest.
  func best(_ rule: Rule) -> RavineRun {
    rates.map { run(rule, rate: $0) }.min { ($0.steps ?? .max, $0.share) < ($1.steps ?? .max, $1.share) }
      ?? run(rule, rate: rates[0])
  }

  /// How many of the first steps of a run cross the ravine's floor.
  func crossings(_ run: RavineRun, steps: Int = 30) -> Int {
    let sides = run.path.prefix(steps + 1).map { place(of: $0).across }
    return zip(sides, sides.dropFirst()).count { $0 * $1 < 0 }
  }

  /// How far a run goes past the minimum along the floor, as a share of the way to it.
  func overshoot(_ run: RavineRun) -> Double {
    max(0, -(run.path.map { place(of: $0).along }.min() ?? 0) / place(of: start).along)
  }
}

/// What became of a run in the ravine.
struct RavineRun: Sendable {
  let rule: Rule
  let rate: Double
  /// The first step from which the run is settled; nil if there is none.
  let steps: Int?
  /// The points on the way.
  let path: [SIMD2<Double>]
  /// The share of the height at the end.
  let share: Double
}

// MARK: - The moons

/// What became of a network on the moons.
struct MoonsRun: Sendable {
  /// The mean loss of each epoch's batches.
  let costs: [Double]
  var finalCost: Double { costs[costs.count - 1] }
  /// The percentage of the training points on the right side in the end, as the assignment counts.
  let accuracy: Double
}

/// Trains the assignment's network on the points of a seed, in batches of 64.
func trainOnMoons(_ rule: Rule, rate: Double, epochs: Int, seed: UInt64) -> MoonsRun {
  let task = MoonsTask(seed: seed)
  var (optimizer, shuffling) = (rule.optimizer(rate), task.shuffling)
  let network = task.startingNetwork()
  let log = train(
    network, with: &optimizer, samples: task.moons.count, batchSize: 64, epochs: epochs, using: &shuffling
  ) { task.loss(of: network, on: $0) }
  let logits = network(task.moons.points)
  return MoonsRun(costs: log.epochMeans, accuracy: 100 * binaryAccuracy(logits: logits, targets: task.targets))
}

// MARK: - The digits

/// What became of a network on the digits.
struct DigitsRun: Sendable {
  /// The loss of each step's mini-batch.
  let losses: [Double]
  /// The mean of them: how low the loss was over the whole run.
  var meanLoss: Double { Summary(of: losses).mean }
  /// The loss on the validation part: learning rates are chosen by it.
  let validationLoss: Double
  /// The percentage of the test part that is read rightly.
  let accuracy: Double

  /// The number of steps after which the loss is below 0.3 for the first time; all of them if it never is.
  var steps: Int { steps(toLossBelow: 0.3) }

  /// The losses are smoothed by a running average with bias correction, so that one lucky batch does not count.
  func steps(toLossBelow limit: Double) -> Int {
    var average = ExponentialAverage(decay: 0.9)
    let place = losses.firstIndex { loss in
      average.add(loss)
      return average.corrected < limit
    }
    return place.map { $0 + 1 } ?? losses.count
  }
}

/// Trains the network 64-32-10 on a part of the digits, with a part to choose the rate by and a part to report.
func trainOnDigits(
  _ digits: Digits, _ rule: Rule, rate: Double, epochs: Int = 10, batchSize: Int = 64, seed: UInt64
) -> DigitsRun {
  var generator = RandomGenerator(seed: seed)
  let (rest, test) = digits.split(using: &generator)
  let (training, validation) = rest.split(using: &generator)
  let task = DigitsTask(training: training, test: test, generator: generator)
  let network = DigitsTask.network(using: &generator)
  var optimizer = rule.optimizer(rate)
  let log = task.train(network, with: &optimizer, batchSize: batchSize, epochs: epochs, using: &generator) {
    network($0)
  }
  return DigitsRun(
    losses: log.losses,
    validationLoss: softmaxCrossEntropy(network(validation.pixels), labels: validation.labels).item,
    accuracy: 100 * task.testAccuracy { network($0) })
}
