import Datasets
import Descent
import Experiments
import Numerics

// MARK: A saddle with a way out

/// The ways of descending that are compared.
enum Method: String, CaseIterable, Sendable {
  case gradientDescent = "gradient descent"
  case averaged = "momentum of the notes"
  case classic = "classic momentum"
  case adam = "Adam"

  func optimizer(_ rate: Double) -> any Optimizer {
    switch self {
    case .gradientDescent: SGD(learningRate: rate)
    case .averaged: Momentum(learningRate: rate, form: .exponentialAverage)
    case .classic: Momentum(learningRate: rate)
    case .adam: Adam(learningRate: rate)
    }
  }

  /// The rate at which the methods are compared as people use them.
  var usualRate: Double { self == .adam ? 0.01 : 0.1 }

  /// The factor by which a step leads away from a saddle, where the gradient decides how long a step is.
  func growth(rate: Double, curvature: Double) -> Double? {
    switch self {
    case .gradientDescent: descentGrowth(rate: rate, curvature: curvature)
    case .averaged: momentumGrowth(rate: 0.1 * rate, momentum: 0.9, curvature: curvature)
    case .classic: momentumGrowth(rate: rate, momentum: 0.9, curvature: curvature)
    case .adam: nil
    }
  }

  /// The path from (1, δ) over a pass: so many steps, or, without a number, until |y| > ½.
  func path(_ pass: Pass, from distance: Double, rate: Double? = nil, steps: Int? = nil) -> [SIMD2<Double>] {
    let point = Parameter("point", Tensor([1, distance], dtype: .float64))
    var optimizer = optimizer(rate ?? usualRate)
    var path = [SIMD2(1, distance)]
    while let last = path.last, steps.map({ path.count <= $0 }) ?? (abs(last.y) <= 0.5 && path.count <= 100_000) {
      let (x, y) = pass.gradient(last.x, last.y)
      optimizer.update(point, with: Gradients(names: ["point"], tensors: [Tensor([x, y], dtype: .float64)]))
      let place = point.tensor.scalars
      path.append(SIMD2(place[0], place[1]))
    }
    return path
  }

  /// How many steps it takes to leave the saddle of a pass, from (1, δ) until |y| > ½; at most 100,000.
  func escape(_ pass: Pass, from distance: Double, rate: Double? = nil) -> Int {
    path(pass, from: distance, rate: rate).count - 1
  }
}

// MARK: Random curvatures

/// The shares of symmetric matrices of sizes 1, 2, … whose eigenvalues are all positive; their entries are normal, with twice the
/// variance on the diagonal.
func sharesOfMinima(sizes: Int, draws: Int, seed: UInt64) -> [Double] {
  var generator = RandomGenerator(seed: seed)
  return (1...sizes).map { size in
    let hits = (0..<draws).count { _ in
      let draw = Tensor.normal([size, size], dtype: .float64, using: &generator)
      return (draw + draw.transposed).eigenvalues.allSatisfy { $0.real > 0 }
    }
    return Double(hits) / Double(draws)
  }
}

// MARK: The loss of a small network

/// The loss of a network 2-4-1 with tanh on labelled points, f(θ) = mean of ln(1 + e^z) − yz + ½λ‖θ‖², written out.
///
/// The 17 numbers θ: for each hidden unit two weights and a bias, then the four weights of the output, then its bias.
struct SmallLoss: Sendable {
  static let units = 4, size = 17
  let points: [SIMD2<Double>]
  let labels: [Double]
  /// λ, by which all 17 numbers are pulled to zero; it makes each critical point an isolated one.
  let penalty: Double

  /// ‖m‖, m the mean of (y − ½) x: at zero weights each hidden unit has one way down, of curvature λ − ‖m‖.
  var pull: Double {
    let sum = points.indices.reduce(SIMD2.zero) { $0 + (labels[$1] - 0.5) * points[$1] } / Double(points.count)
    return (sum * sum).sum().squareRoot()
  }

  func evaluate(_ theta: [Double]) -> (value: Double, gradient: [Double]) {
    var hidden = [Double](repeating: 0, count: Self.units)
    var (value, gradient) = (0.0, [Double](repeating: 0, count: Self.size))
    for (point, label) in zip(points, labels) {
      var z = theta[16]
      for unit in 0..<Self.units {
        hidden[unit] = .tanh(theta[3 * unit] * point.x + theta[3 * unit + 1] * point.y + theta[3 * unit + 2])
        z += theta[12 + unit] * hidden[unit]
      }
      value += max(z, 0) + .log(onePlus: .exp(-abs(z))) - label * z
      let error = 1 / (1 + .exp(-z)) - label
      for unit in 0..<Self.units {
        let back = error * theta[12 + unit] * (1 - hidden[unit] * hidden[unit])
        gradient[3 * unit] += back * point.x
        gradient[3 * unit + 1] += back * point.y
        gradient[3 * unit + 2] += back
        gradient[12 + unit] += error * hidden[unit]
      }
      gradient[16] += error
    }
    let count = Double(points.count)
    for index in theta.indices { gradient[index] = gradient[index] / count + penalty * theta[index] }
    return (value / count + penalty / 2 * theta.reduce(0) { $0 + $1 * $1 }, gradient)
  }

  func gradient(_ theta: [Double]) -> [Double] { evaluate(theta).gradient }

  /// Gradient descent at η = ½.
  func descend(from start: [Double], steps: Int) -> [Double] {
    var theta = start
    for _ in 0..<steps {
      let gradient = gradient(theta)
      for index in theta.indices { theta[index] -= 0.5 * gradient[index] }
    }
    return theta
  }

  /// A place nearby without a gradient; nil where the search finds none.
  func criticalPoint(near start: [Double]) -> CriticalPoint? {
    stationaryPoint(near: start, gradient: gradient).map { CriticalPoint(theta: $0, of: self) }
  }

  /// Where a run of gradient descent ends; nil where it is still on its way after ten times 4,000 steps.
  ///
  /// It has come to an end if a search from there stays near. A saddle counts only at last: till then the run may pass it.
  func end(of start: [Double]) -> CriticalPoint? {
    var theta = start
    for round in 1...10 {
      theta = descend(from: theta, steps: 4000)
      guard let point = criticalPoint(near: theta) else { continue }
      let isNear = theta.indices.map { theta[$0] - point.theta[$0] }.norm < 0.1
      if isNear, point.isMinimum || round == 10 { return point }
    }
    return nil
  }
}

extension SmallLoss {
  /// 60 points, half of them on each moon.
  init(seed: UInt64, penalty: Double) {
    var generator = RandomGenerator(seed: seed)
    let moons = LabelledPoints.moons(count: 60, noise: 0.2, dtype: .float64, using: &generator)
    let numbers = moons.points.scalars
    points = moons.labels.indices.map { SIMD2(numbers[2 * $0], numbers[2 * $0 + 1]) }
    labels = moons.labels.map(Double.init)
    self.penalty = penalty
  }
}

/// A place without a gradient.
struct CriticalPoint: Sendable {
  let theta: [Double]
  /// The loss there, and the smallest eigenvalue of its Hessian.
  let loss, least: Double
  /// How many eigenvalues are negative: ways down. None is a minimum.
  let index: Int

  init(theta: [Double], of small: SmallLoss) {
    self.theta = theta
    loss = small.evaluate(theta).value
    let eigenvalues = hessian(at: theta, gradient: small.gradient).eigenvalues.map(\.real)
    index = eigenvalues.count { $0 < -1e-7 }
    least = eigenvalues.min() ?? .nan
  }

  var isMinimum: Bool { index == 0 }

  /// The same up to the order and the signs of the hidden units, which change no loss.
  func isCopy(of other: CriticalPoint) -> Bool { abs(loss - other.loss) < 1e-5 && index == other.index }
}

/// What a search of one data set found.
struct Landscape: Sendable {
  let small: SmallLoss
  /// The distinct places without a gradient that were found, the lowest loss first.
  let points: [CriticalPoint]
  /// Where runs of gradient descent end.
  let ends: [CriticalPoint]
  /// The all-zero weights.
  let zero: CriticalPoint

  /// Searches, each after another number of steps below 200, and adds the all-zero weights and the ends of whole runs.
  init(seed: UInt64, penalty: Double, searches: Int = 60, runs: Int = 12) {
    let small = SmallLoss(seed: seed, penalty: penalty)
    var generator = RandomGenerator(seed: seed)
    generator = generator.split()
    let starts = (0..<searches + runs).map { _ in (0..<SmallLoss.size).map { _ in generator.normal() } }
    let search = (0..<searches).compactMap { number in
      small.criticalPoint(near: small.descend(from: starts[number], steps: number * 200 / searches))
    }
    self.small = small
    ends = starts[searches...].compactMap { small.end(of: $0) }
    zero = CriticalPoint(theta: [Double](repeating: 0, count: SmallLoss.size), of: small)
    points = (ends + search + [zero]).reduce(into: []) { distinct, point in
      if !distinct.contains(where: point.isCopy) { distinct.append(point) }
    }.sorted { $0.loss < $1.loss }
  }

  var minima: [CriticalPoint] { points.filter(\.isMinimum) }
  var saddles: Int { points.count - minima.count }
  /// How many runs end in a minimum, and in a minimum that is not the lowest place found.
  var endsInMinimum: Int { ends.count(where: \.isMinimum) }
  var endsWorse: Int { ends.count { $0.isMinimum && $0.loss > points[0].loss + 1e-5 } }
  /// By which share of the lowest loss a place lies above it, and the worst end of a run.
  func excess(_ point: CriticalPoint) -> Double { point.loss / points[0].loss - 1 }
  var worst: Double { ends.map(excess).max() ?? .nan }
  /// How far the order by loss agrees with that by ways down.
  var agreement: Double { rankCorrelation(points.map(\.loss), points.map { Double($0.index) }) }

  /// The lowest two minima, or the lowest and its mirror image, all hidden units with the other sign.
  var pair: (CriticalPoint, CriticalPoint) {
    if minima.count > 1 { return (minima[0], minima[1]) }
    let theta = points[0].theta.enumerated().map { $0 < 16 ? -$1 : $1 }
    return (points[0], CriticalPoint(theta: theta, of: small))
  }

  /// The loss on the plane of the all-zero weights and the pair: of so much of the one plus so much of the other.
  func loss(_ first: Double, _ second: Double) -> Double {
    let (a, b) = (pair.0.theta, pair.1.theta)
    return small.evaluate(a.indices.map { first * a[$0] + second * b[$0] }).value
  }

  /// By how much the loss rises on the straight line of the pair above the higher end.
  var barrier: Double {
    (evenly(0...1, count: 101).map { loss(1 - $0, $0) }.max() ?? .nan) - max(pair.0.loss, pair.1.loss)
  }
}

// MARK: Digits

/// A hundred digits, and deep networks of tanh layers of 16 units that start close to zero.
struct PlateauTask: Sendable {
  /// The losses below which the plateau counts as left (without any knowledge it is ln 10 = 2.30) and the digits as learnt.
  static let limit = 1.8, learnt = 0.1
  /// The 100 pictures with each pixel's mean removed, and their labels.
  let pixels: Tensor
  let labels: [Int]
  private let generator: RandomGenerator

  init(_ digits: Digits, seed: UInt64) {
    let task = DigitsTask(digits, training: 100, test: 0, seed: seed)
    let pixels = task.training.pixels.cast(to: .float64)
    self.pixels = pixels - pixels.mean(axes: [0])
    (labels, generator) = (task.training.labels, task.generator)
  }

  /// Trains a network on all digits at once until the loss is below a limit, or for so many steps.
  func train(
    _ method: Method, rate: Double = 0.1, from start: Start = Start(hiddenLayers: 2, scale: 0.1),
    until limit: Double = limit, steps: Int = 6000
  ) -> TrainingLog {
    var (generator, optimizer) = (generator, method.optimizer(rate))
    let network = MultilayerPerceptron(
      [Digits.pixelCount] + [Int](repeating: 16, count: start.hiddenLayers) + [Digits.classCount], activation: .tanh,
      initialization: .lecunNormal, dtype: .float64, using: &generator)
    for parameter in network.parameters { parameter.assign(parameter.tensor * start.scale) }
    return Descent.train(
      network, with: &optimizer, samples: labels.count, batchSize: labels.count, epochs: steps, using: &generator,
      loss: { _ in softmaxCrossEntropy(network(pixels), labels: labels) }, afterStep: { $0.loss >= limit })
  }

  /// How many steps a start ten times smaller costs at η = 0.1 with one hidden layer: ln 10/ln(1 + ησ), where σ is the
  /// curvature of the steepest way down from zero weights, the largest singular value of Xᵀ(P − Y)/n.
  var stepsPerTenfold: Double {
    let error = 0.1 - Digits.oneHot(labels).cast(to: .float64)
    let steepness = (matmul(pixels.transposed, error) / Double(labels.count)).singularValues[0]
    return .log(10) / .log(descentGrowth(rate: 0.1, curvature: steepness))
  }
}

extension TrainingLog {
  /// After how many steps the plateau is left, and the digits are learnt; infinite where that does not come.
  var left: Double { steps(until: PlateauTask.limit) }
  var learnt: Double { steps(until: PlateauTask.learnt) }

  private func steps(until limit: Double) -> Double { losses.firstIndex { $0 < limit }.map(Double.init) ?? .infinity }
}

/// A network's depth, and the scale s of its first weights, drawn from N(0, s²/inputs).
struct Start: Hashable, Sendable {
  let hiddenLayers: Int
  let scale: Double

  /// Scales at which the plateau shows and takes no more than some thousand steps, the largest first.
  static func all(hiddenLayers: Int) -> [Start] {
    let scales = [[1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7], [0.2, 0.1, 0.05, 0.025], [0.4, 0.2, 0.1]]
    return scales[hiddenLayers - 1].map { Start(hiddenLayers: hiddenLayers, scale: $0) }
  }
}
