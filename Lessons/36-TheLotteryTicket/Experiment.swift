import Datasets
import Descent
import Experiments

/// With which values a network starts, under some mask.
enum Start: Hashable, Sendable {
  /// The first values of the network that the mask was found with.
  case first
  /// The signs of the first values, all weights of a layer with the first values' mean size.
  case signs
  /// The sizes of the first values, with signs of tossed coins.
  case randomSigns
  /// Another draw.
  case fresh
  /// The values at which the last cut was made: no way back.
  case trained
}

/// Which weights are kept.
enum Places: Hashable, Sendable {
  /// Those that trained to the largest sizes, round by round.
  case ticket
  /// As many of each layer, by lot.
  case random
  /// As many of each layer, those with the largest first values.
  case largestFirst
  /// As many of each layer, those that the whole network trained to the largest sizes, cut at once.
  case oneShot
}

/// A start under a mask, after so many rounds of pruning.
struct Arm: Hashable, Sendable {
  let start: Start
  let places: Places
  let round: Int

  init(_ start: Start = .first, at places: Places = .ticket, round: Int) {
    (self.start, self.places, self.round) = (start, places, round)
  }
}

/// How networks are trained: the digits, the learning rate and the epochs.
struct Recipe: Sendable {
  let training, validation, test: Digits
  var rate: Double
  var epochs: Int

  /// In the order of the file the first 1,200 digits train, the next 200 validate, and the last 397 are tested.
  init(_ digits: Digits, rate: Double, epochs: Int) {
    training = digits[0..<1200]
    validation = digits[1200..<1400]
    test = digits[1400..<digits.count]
    (self.rate, self.epochs) = (rate, epochs)
  }

  /// The same at another rate, or for so many times the epochs.
  func with(rate: Double? = nil, times: Int = 1) -> Recipe {
    var recipe = self
    (recipe.rate, recipe.epochs) = (rate ?? self.rate, times * epochs)
    return recipe
  }
}

/// What a network read, in percent.
struct Run: Sendable {
  /// Test digits read, before training and after each epoch.
  private(set) var curve: [Double] = []
  /// Validation digits that are misread at the end: by this a rate is chosen.
  private(set) var validationError = Double.nan

  var untrained: Double { curve[0] }
  var accuracy: Double { curve[curve.count - 1] }

  /// After how many epochs at least so many percent are first read; infinite if never.
  func epochs(until level: Double) -> Double { curve.firstIndex { $0 >= level }.map(Double.init) ?? .infinity }

  /// Trains a network from where it is, with Adam; the order of the digits is that of the seed.
  init(training network: MultilayerPerceptron, by recipe: Recipe, seed: UInt64) {
    var order = Randomness(seed: seed).order
    let task = DigitsTask(
      training: recipe.training, validation: recipe.validation, test: recipe.test, generator: order)
    func test() -> Double { 100 * task.testAccuracy { network($0) } }
    curve = [test()]
    var optimizer = Adam(learningRate: recipe.rate)
    task.train(
      network, with: &optimizer, epochs: recipe.epochs, using: &order,
      afterStep: { step in
        if step.isLastOfEpoch { curve.append(test()) }
        return true
      }, logits: { network($0) })
    validationError = 100 - 100 * Descent.accuracy(network(task.validation.pixels), labels: task.validation.labels)
  }
}

/// A seed's streams of random numbers, each for one purpose: whatever is compared shares the others.
struct Randomness {
  let weights, order, fresh, coins, lots: RandomGenerator

  init(seed: UInt64) {
    var generator = RandomGenerator(seed: seed)
    (weights, order) = (generator.split(), generator.split())
    (fresh, coins, lots) = (generator.split(), generator.split(), generator.split())
  }
}

/// What the rounds of training, pruning and going back make of a seed's network.
struct Ticket: Sendable {
  /// 64-100-50-10: half of the weights that are left go in a round, of the last layer a quarter.
  static let widths = [64, 100, 50, 10]
  static let pruned = [0.5, 0.5, 0.25]

  private let seed: UInt64
  private let recipe: Recipe
  /// The first values, and the masks of each layer after each round, from 0 on.
  private let first: ModelState
  private var masks: [[Tensor]]
  /// What weights and biases were when the training of a round was over, and what it read on the way; what is left after the
  /// last round is trained too.
  private var ends: [[Tensor]] = []
  private var runs: [Run] = []

  /// Trains, prunes and goes back, round by round.
  init(by recipe: Recipe, rounds: Int, seed: UInt64) {
    (self.seed, self.recipe) = (seed, recipe)
    let network = Self.draw(Randomness(seed: seed).weights)
    let weights = network.penalizedParameters
    first = network.state
    masks = [weights.map { .ones($0.tensor.shape) }]
    for round in 0...rounds {
      network.state = first
      network.cover(with: masks[round])
      runs.append(Run(training: network, by: recipe, seed: seed))
      ends.append(network.parameters.map(\.value))
      if round < rounds { masks.append(Self.largest(of: weights.map(\.value), round: round + 1)) }
    }
  }

  /// A draw of first values.
  private static func draw(_ generator: RandomGenerator) -> MultilayerPerceptron {
    var generator = generator
    return MultilayerPerceptron(widths, activation: .relu, initialization: .fanInUniform, using: &generator)
  }

  /// Masks of the largest weights of each layer; those that are covered already are 0 and go first.
  static func largest(of weights: [Tensor], round: Int) -> [Tensor] {
    weights.indices.map { magnitudeMask(of: weights[$0], removing: removed(weights[$0].count, $0, round)) }
  }

  /// The share of a layer's weights that is gone after a round.
  private static func removed(_ count: Int, _ layer: Int, _ round: Int) -> Double {
    1 - Double(keptCounts(of: count, removing: pruned[layer], rounds: round)[round]) / Double(count)
  }

  /// The share of all weights that is kept after each round.
  static func keptShares(rounds: Int) -> [Double] {
    let counts = (0..<3).map { keptCounts(of: widths[$0] * widths[$0 + 1], removing: pruned[$0], rounds: rounds) }
    return (0...rounds).map { round in
      Double(counts.reduce(0) { $0 + $1[round] }) / Double(counts.reduce(0) { $0 + $1[0] })
    }
  }

  /// The masks of some places after a round.
  func masks(_ places: Places, round: Int) -> [Tensor] {
    switch places {
    case .ticket: return masks[round]
    case .oneShot: return Self.largest(of: ends[0].filter { $0.rank == 2 }, round: round)
    case .largestFirst: return Self.largest(of: firstWeights, round: round)
    case .random:
      var lots = Randomness(seed: seed).lots
      return masks[0].indices.map { layer in
        let all = masks[0][layer]
        return randomMasks(of: [all], removing: Self.removed(all.count, layer, round), using: &lots)[0]
      }
    }
  }

  private var firstWeights: [Tensor] { first.tensors.filter { $0.rank == 2 } }

  /// The network of an arm, not yet trained.
  func network(_ arm: Arm) -> MultilayerPerceptron {
    let random = Randomness(seed: seed)
    let network = Self.draw(arm.start == .fresh ? random.fresh : random.weights)
    var coins = random.coins
    if arm.start == .trained {
      for (parameter, end) in zip(network.parameters, ends[arm.round - 1]) { parameter.assign(end) }
    }
    for weight in network.penalizedParameters {
      let first = weight.tensor
      func assign(_ change: (Double) -> Double) {
        weight.assign(Tensor(shape: first.shape, first.scalars.map(change)))
      }
      switch arm.start {
      case .first, .fresh, .trained: break
      case .signs:
        let size = Descent.abs(first).mean().item
        assign { $0 < 0 ? -size : size }
      case .randomSigns: assign { coins.uniform() < 0.5 ? -$0 : $0 }
      }
    }
    network.cover(with: masks(arm.places, round: arm.round))
    return network
  }

  /// Trains the network of an arm, unless the rounds have done so already.
  func run(_ arm: Arm, by recipe: Recipe) -> Run {
    let isKnown = arm.start == .first && (arm.places == .ticket || arm.round == 0)
    if isKnown, recipe.rate == self.recipe.rate, recipe.epochs == self.recipe.epochs { return runs[arm.round] }
    return Run(training: network(arm), by: recipe, seed: seed)
  }

  /// The weights of a layer before and after a round's training, and whether the cut that followed kept them; of those that
  /// had been cut before, none.
  func moves(layer: Int, round: Int) -> [Move] {
    let (before, after) = (firstWeights[layer].scalars, ends[round].filter { $0.rank == 2 }[layer].scalars)
    let (alive, kept) = (masks[round][layer].scalars, masks[round + 1][layer].scalars)
    return before.indices.filter { alive[$0] == 1 }.map {
      Move(first: before[$0], trained: after[$0], isKept: kept[$0] == 1)
    }
  }

  /// Of all weights that the cut after a round's training kept, or of those that it covered, the share in percent for which
  /// something is so.
  func share(ofKept isKept: Bool, round: Int, where isSo: (Move) -> Bool) -> Double {
    let all = (0..<3).flatMap { moves(layer: $0, round: round).filter { $0.isKept == isKept } }
    return 100 * Double(all.count { isSo($0) }) / Double(all.count)
  }
}

/// A weight before and after training.
struct Move: Sendable {
  let first, trained: Double
  let isKept: Bool
  /// Whether training moved it away from 0.
  var hasGrown: Bool { abs(trained) > abs(first) }
  /// Whether training moved it towards 0, or on across it.
  var wentTowardsZero: Bool { first < 0 ? trained > first : trained < first }
  var hasItsSign: Bool { trained * first > 0 }
}

extension MultilayerPerceptron {
  /// Covers each layer's weights with a mask.
  func cover(with masks: [Tensor]) {
    for (weight, mask) in zip(penalizedParameters, masks) { weight.mask = mask }
  }
}
