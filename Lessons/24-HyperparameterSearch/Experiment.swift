import Datasets
import Descent
import Experiments
import Numerics

/// One training of a network 64-16-10 on 300 digits with momentum, mini-batches of 16.
struct Setting: Sendable, Hashable {
  var rate, momentum: Double
  var decay = 1e-5
  /// What the first weights are multiplied by.
  var scale = 1.0

  static let epochs = 8
  /// The score of a run that broke or does worse: twice the loss of guessing.
  static let worst = 2 * Double.log(10)

  static func task(_ digits: Digits, seed: UInt64) -> DigitsTask {
    DigitsTask(digits, training: 300, validation: 300, test: 0, seed: seed)
  }

  /// The loss on the validation digits after training.
  ///
  /// All trials of a task start from the same draws, so that a search sees one function.
  func score(_ task: DigitsTask, epochs: Int = Self.epochs) -> Double {
    var generator = task.generator
    let network = Self.network(using: &generator)
    for layer in network.layers { layer.weight.assign(layer.weight.tensor * scale) }
    var optimizer = Momentum(learningRate: rate, momentum: momentum, weightDecay: decay)
    let log = task.train(network, with: &optimizer, batchSize: 16, epochs: epochs, using: &generator) { network($0) }
    let loss = task.validation.score { network($0) }.loss
    return log.brokeAt != nil || loss.isNaN ? Self.worst : min(loss, Self.worst)
  }

  static func network(using generator: inout RandomGenerator) -> MultilayerPerceptron {
    MultilayerPerceptron([Digits.pixelCount, 16, Digits.classCount], activation: .relu, using: &generator)
  }
}

extension Setting {
  /// From the values of a ``SearchSpace``.
  init(_ values: [String: Double]) {
    func value(_ name: String) -> Double { values[name, default: .nan] }
    self.init(rate: value("rate"), momentum: value("momentum"), decay: value("decay"), scale: value("scale"))
  }
}

extension SearchSpace {
  private static let rate = Hyperparameter("rate", Double.pow(10, -3.5)...Double.pow(10, 0.5), .logarithmic)

  /// Four hyperparameters in wide ranges.
  static let four = SearchSpace([
    rate, Hyperparameter("momentum", 0...0.99, .reverseLogarithmic), Hyperparameter("decay", 1e-6...0.1, .logarithmic),
    Hyperparameter("scale", 0.1...Double.pow(10, 0.5), .logarithmic),
  ])

  /// The same four, all but the rate in ranges in which they hardly matter.
  static let oneMatters = SearchSpace([
    rate, Hyperparameter("momentum", 0.85...0.95, .reverseLogarithmic),
    Hyperparameter("decay", 1e-6...1e-4, .logarithmic),
    Hyperparameter("scale", Double.pow(10, -0.25)...Double.pow(10, 0.125), .logarithmic),
  ])

  /// Rate and momentum alone; decay and scale are where they usually are.
  static let two: SearchSpace = {
    do { return try four.fixing("decay", at: 1e-5).fixing("scale", at: 1) } catch { preconditionFailure("\(error)") }
  }()
}

/// The scores of all pairs of a rate and a momentum.
struct Map: Sendable {
  /// Thirds of a decade.
  static let rates = evenly(-3.5...0.5, count: 13).map { Double.pow(10, $0) }

  /// Ascending, 1 − β in thirds of a decade, and one more.
  static func momenta(with start: Double) -> [Double] {
    let usual = evenly(0...2, count: 7).map { 1 - Double.pow(10, -$0) }
    return usual.contains { abs($0 - start) < 1e-9 } ? usual : (usual + [start]).sorted()
  }

  /// A place on the map: the numbers of a momentum and of a rate.
  struct Place: Equatable { var momentum, rate: Int }

  let momenta: [Double]
  /// A row for each momentum, a column for each rate.
  let scores: [[Double]]

  /// The map of a task.
  static func of(_ task: DigitsTask, _ momenta: [Double], epochs: Int = Setting.epochs) -> Map {
    Map(
      momenta: momenta,
      scores: momenta.map { beta in rates.map { Setting(rate: $0, momentum: beta).score(task, epochs: epochs) } })
  }

  /// The mean of several maps.
  static func mean(_ maps: [Map]) -> Map {
    Map(
      momenta: maps[0].momenta,
      scores: maps[0].scores.indices.map { row in SeriesSummary(of: maps.map { $0.scores[row] }).mean })
  }

  subscript(place: Place) -> Double { scores[place.momentum][place.rate] }

  /// The number of a momentum of the map.
  func row(of momentum: Double) -> Int { momenta.firstIndex { abs($0 - momentum) < 1e-9 } ?? 0 }

  /// The number of the best rate at a momentum.
  func bestRate(_ row: Int) -> Int { Self.rates.indices.min { scores[row][$0] < scores[row][$1] } ?? 0 }

  /// The best place, among so many of the lowest rates.
  func best(ratesUpTo count: Int = Self.rates.count) -> Place {
    let places = momenta.indices.flatMap { row in (0..<count).map { Place(momentum: row, rate: $0) } }
    return places.min { self[$0] < self[$1] } ?? Place(momentum: 0, rate: 0)
  }

  /// One at a time from a momentum: the best rate there, the best momentum at that rate, and so on until nothing changes.
  func oneAtATime(from start: Int) -> [Place] {
    var path = [Place(momentum: start, rate: bestRate(start))]
    while let last = path.last {
      var next = last
      if path.count.isMultiple(of: 2) {
        next.rate = bestRate(last.momentum)
      } else {
        next.momentum = momenta.indices.min { scores[$0][last.rate] < scores[$1][last.rate] } ?? 0
      }
      guard self[next] < self[last] else { break }
      path.append(next)
    }
    return path
  }

  /// The score where one at a time from a momentum ends.
  func end(from momentum: Double) -> Double { oneAtATime(from: row(of: momentum)).last.map { self[$0] } ?? .nan }

  /// By how much the end of one at a time from a momentum lies above the best of the map, as a share of it.
  func excess(from momentum: Double) -> Double { end(from: momentum) / self[best()] - 1 }

  /// The slope of the logarithm of the best rate against that of 1 − β, by least squares.
  var slope: Double {
    let x = Tensor(rows: momenta.map { [1, Double.log(1 - $0)] }, dtype: .float64)
    let y = Tensor(rows: momenta.indices.map { [Double.log(Self.rates[bestRate($0)])] }, dtype: .float64)
    return leastSquares(x, y)[1, 0]
  }
}

enum Method: String, CaseIterable, Sendable {
  case bayesian = "Bayesian"
  case grid, random
  case halton = "Halton"
}

struct Arm: Hashable, Sendable {
  let method: Method, space: SearchSpace

  init(_ method: Method, _ space: SearchSpace) { (self.method, self.space) = (method, space) }
}

/// One search.
struct Run: Sendable {
  /// The lowest score of the first trial, of the first two, …
  let best: [Double]
  /// The values that gave the lowest score.
  let values: [String: Double]

  var end: Double { best[best.count - 1] }
  var momentum: Double { values["momentum", default: .nan] }

  /// - Parameter seed: of the method's own random numbers; Halton's points and a Bayesian search explore alike.
  init(_ arm: Arm, trials: Int, on task: DigitsTask, seed: UInt64) {
    var generator = RandomGenerator(seed: ~seed)
    let dimensions = arm.space.dimensions
    var points: [[Double]] = []
    var scores: [Double] = []
    @discardableResult func tryOut(_ point: [Double]) -> Double {
      points.append(point)
      scores.append(Setting(arm.space.values(at: point)).score(task))
      return scores[scores.count - 1]
    }
    switch arm.method {
    case .grid:
      let shift = (0..<dimensions).map { _ in generator.uniform() }
      let sides = SearchPoints.gridSides(atMost: trials, dimensions: dimensions)
      for point in SearchPoints.grid(sides: sides, shift: shift) { tryOut(point) }
    case .random:
      var own = generator.split()
      for point in SearchPoints.random(trials, dimensions: dimensions, using: &own) { tryOut(point) }
    case .halton, .bayesian:
      var search = BayesianSearch(
        dimensions: dimensions, exploring: arm.method == .halton ? trials : trials / 2, seed: ~seed)
      for _ in 0..<trials {
        let point = search.nextPoint()
        search.record(Double.log(tryOut(point)), at: point)
      }
    }
    best = scores.indices.map { place in scores[...place].min() ?? .nan }
    values = arm.space.values(at: points[scores.indices.min { scores[$0] < scores[$1] } ?? 0])
  }
}

/// The mean distance of the best value of one hyperparameter, anywhere in its range, from the nearest that a method tries.
func distance(_ method: Method, trials: Int, dimensions: Int, draws: Int = 4000, seed: UInt64) -> Double {
  var generator = RandomGenerator(seed: seed)
  let sides = SearchPoints.gridSides(atMost: trials, dimensions: dimensions)
  let total = (0..<draws).reduce(0.0) { sum, _ in
    let shift = [generator.uniform()]
    let values =
      switch method {
      case .grid: SearchPoints.grid(sides: [sides[0]], shift: shift)
      case .random: SearchPoints.random(trials, dimensions: 1, using: &generator)
      case .halton, .bayesian: SearchPoints.halton(trials, dimensions: 1, shift: shift)
      }
    let best = generator.uniform()
    return sum + (values.map { abs($0[0] - best) }.min() ?? .nan)
  }
  return total / Double(draws)
}

/// One training by gradient descent whose rate moves, epoch by epoch.
struct Ride: Sendable {
  /// The rate κ at which rates move.
  static let hyperRate = 0.01

  /// The rate at the start and after each epoch, and the mean training loss of each epoch.
  private(set) var rates: [Double]
  private(set) var losses: [Double] = []

  var early: Double { losses[Setting.epochs - 1] }
  var late: Double { losses[losses.count - 1] }

  init(from rate: Double, hyperRate: Double, epochs: Int, on task: DigitsTask) {
    var generator = task.generator
    let network = Setting.network(using: &generator)
    var optimizer = HypergradientDescent(learningRate: rate, hyperRate: hyperRate)
    rates = [rate]
    for _ in 0..<epochs {
      let log = task.train(network, with: &optimizer, batchSize: 16, epochs: 1, using: &generator) { network($0) }
      losses.append(log.finalLoss.isNaN ? .infinity : log.finalLoss)
      rates.append(optimizer.learningRate)
    }
  }
}
