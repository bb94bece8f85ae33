import Datasets
import Descent
import Notebook

extension MoonsTask {
  /// The weights of all dead networks among so many draws.
  func deadStarts(among draws: Int, using generator: inout RandomGenerator) -> [ModelState] {
    (0..<draws).compactMap { _ in
      let network = Self.network(using: &generator)
      return Self.isDead(network(moons.points)) ? network.state : nil
    }
  }

  /// Trains the network from this task's start.
  func train(with setting: Setting, epochs: Int, batchSize: Int = 64) -> MoonsRun {
    var (optimizer, shuffling) = (setting.optimizer, shuffling)
    let network = startingNetwork()
    let log = Descent.train(
      network, with: &optimizer, samples: moons.count, batchSize: batchSize, epochs: epochs, using: &shuffling
    ) { loss(of: network, on: $0) }
    let logits = network(moons.points)
    return MoonsRun(
      costs: log.epochMeans,
      accuracy: binaryAccuracy(logits: logits, targets: targets), isDead: Self.isDead(logits), end: network.state)
  }
}

/// What became of a network on the moons.
struct MoonsRun: TrainedNetwork {
  /// The mean loss of each epoch's batches.
  let costs: [Double]
  var lastCost: Double { costs[costs.count - 1] }
  /// The share of the training points on the right side in the end.
  let accuracy: Double
  /// The learning rate is chosen by the same share: the assignment has no other points.
  var score: Double { accuracy }
  /// Whether the network says the same for every point in the end.
  let isDead: Bool
  /// The weights in the end.
  let end: ModelState

  /// The logits over a grid, `[y][x]`: the border between the classes is where they are 0.
  func logits(x: [Double], y: [Double]) -> [[Double]] {
    var unused = RandomGenerator(seed: 0)
    let network = MoonsTask.network(using: &unused)
    network.state = end
    return y.map { y in network(Tensor(rows: x.map { [$0, y] })).scalars }
  }
}

/// What the lesson measures on the moons.
struct MoonsStudy: Sendable {
  let tasks: [MoonsTask]
  /// The learning rate that all share.
  let learningRate: Double
  /// The runs at the shared rate, momentum in the notes' form.
  let shared: ByMethod<[MoonsRun]>
  /// Momentum in PyTorch's form at the shared rate, and gradient descent at 1/(1 − β) times that rate.
  let summedMomentum, boldDescent: [MoonsRun]
  /// Each method over its own learning rates.
  let sweeps: ByMethod<RateSweep<MoonsRun>>
  /// The share of dead networks among many draws of the weights, and what each method makes of one.
  let deadShare: Double
  let deadAccuracies: ByMethod<Double>

  /// Fewer epochs than at the shared rate: at their own rates the methods need no more.
  static let sweepEpochs = 400
  static let draws = 2000

  init(seeds: [UInt64], learningRate: Double, epochs: Int, beta: Double) async {
    tasks = seeds.map { MoonsTask(seed: $0) }
    self.learningRate = learningRate
    let methods = ByMethod(beta: beta)
    let atSharedRate = [
      methods.descent, .averagedMomentum(momentum: beta), methods.rmsProp, methods.adam, methods.momentum,
    ].map { Setting(method: $0, learningRate: learningRate) }
    let bold = Setting(method: methods.descent, learningRate: learningRate / (1 - beta))
    let runs = await trainAll(atSharedRate + [bold], on: tasks, "moons, one rate") { task, setting in
      task.train(with: setting, epochs: epochs)
    }
    (shared, summedMomentum, boldDescent) = (ByMethod(runs[0..<4]), runs[4], runs[5])
    sweeps = await sweep(methods, ratesPerDecade: 2, on: tasks, "moons, many rates") { task, setting in
      task.train(with: setting, epochs: Self.sweepEpochs)
    }
    var (generator, task) = (RandomGenerator(seed: seeds[0]), tasks[0])
    let deadStarts = task.deadStarts(among: Self.draws, using: &generator)
    deadShare = Double(deadStarts.count) / Double(Self.draws)
    if let deadStart = deadStarts.first { task.start = deadStart }
    deadAccuracies = methods.map { [task] method in
      task.train(with: Setting(method: method, learningRate: 0.1), epochs: 100).accuracy
    }
  }
}
