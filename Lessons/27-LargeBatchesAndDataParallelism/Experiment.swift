import Datasets
import Descent
import Experiments

/// How the digits are learnt in this lesson: a network 64-32-10 with momentum 0.9, from 1,024 digits.
enum Training {
  static let samples = 1024, localBatch = 8, epochs = 8
  /// Of the runs in which workers share each batch.
  static let sharedBatch = 64, sharedRate = 0.05, sharedSteps = 300

  static func task(_ digits: Digits, seed: UInt64) -> DigitsTask {
    DigitsTask(digits, training: samples, test: 600, seed: seed)
  }

  static func network(isNormalised: Bool = false, using generator: inout RandomGenerator) -> Sequential {
    let hidden = Dense("hidden", from: Digits.pixelCount, to: 32, initialization: .heNormal, using: &generator)
    let output = Dense("output", from: 32, to: Digits.classCount, initialization: .heNormal, using: &generator)
    let between: [any Layer] = isNormalised ? [BatchNorm("norm", features: 32), Activation.relu] : [Activation.relu]
    return Sequential([hidden] + between + [output])
  }
}

extension DigitsTask {
  /// The network that all begin with, and the generator that shuffles for all alike.
  func start(isNormalised: Bool = false) -> (network: Sequential, shuffling: RandomGenerator) {
    var shuffling = generator
    var weights = shuffling.split()
    return (Training.network(isNormalised: isNormalised, using: &weights), shuffling)
  }

  /// The batches that workers share, step by step.
  func sharedBatches(_ shuffling: RandomGenerator) -> [[Int]] {
    var (shuffling, all) = (shuffling, [[Int]]())
    while all.count < Training.sharedSteps {
      all += batches(of: Training.sharedBatch, from: training.count, incomplete: .drop, using: &shuffling)
    }
    return Array(all.prefix(Training.sharedSteps))
  }

  /// The loss of some training digits, as training takes it.
  func loss(of network: Sequential, on places: [Int]) -> Tensor {
    let batch = training[places]
    return softmaxCrossEntropy(network(batch.pixels, in: .training), labels: batch.labels)
  }

  func gradients(of network: Sequential, on places: [Int]) -> Gradients {
    valueAndGradients(of: network) { loss(of: network, on: places) }.gradients
  }

  /// What a network reads in the test digits, and how many of them rightly, in percent.
  func answers(of network: Sequential) -> [Int] { network(test.pixels, in: .evaluation).argmax(axis: 1) }
  func accuracy(of network: Sequential) -> Double { 100 * testAccuracy { network($0, in: .evaluation) } }
  func trainingLoss(of network: Sequential) -> Double { training.score { network($0, in: .evaluation) }.loss }
}

/// ‖a − b‖ over all tensors.
func length(_ a: [Tensor], less b: [Tensor]) -> Double { a.indices.map { (a[$0] - b[$0]).norm }.norm }

extension Model {
  var weights: [Tensor] { parameters.map(\.tensor) }
}

// MARK: - One batch, several workers

/// How far the workers' joint gradient is from that of the whole batch, relatively: one step of a network at its start.
struct JointGradient: Sendable {
  /// Each worker's gradient weighed by its share of the batch, and their plain mean.
  let weighed, plain: Double

  init(_ sizes: [Int], isNormalised: Bool = false, on task: DigitsTask) {
    let network = task.start(isNormalised: isNormalised).network
    let ends = sizes.indices.map { sizes[...$0].reduce(0, +) }
    let parts = sizes.indices.map { Array(ends[$0] - sizes[$0]..<ends[$0]) }
    let whole = task.gradients(of: network, on: parts.flatMap { $0 })
    func off(_ gradients: Gradients) -> Double { length(gradients.tensors, less: whole.tensors) / whole.norm }
    weighed = off(
      sharedGradients(of: network, on: parts, among: SimulatedWorkers(parts.count)) {
        task.loss(of: network, on: $0)
      }.gradients)
    plain = off(parts.map { task.gradients(of: network, on: $0) }.treeSum * (1 / Double(parts.count)))
  }

  /// A batch of 64 in shares as equal as can be.
  static func equal(_ workers: Int, isNormalised: Bool, on task: DigitsTask) -> JointGradient {
    let parts = shards(of: Array(0..<Training.sharedBatch), workers: workers)
    return JointGradient(parts.map(\.count), isNormalised: isNormalised, on: task)
  }
}

/// Trains a network on batches that workers share; `passing` may change the loss of a worker's part in a step.
func train(
  _ network: Sequential, on task: DigitsTask, among workers: some Workers, shuffling: RandomGenerator,
  passing: (Int, Tensor) -> Tensor = { $1 }
) {
  var optimizer = Momentum(learningRate: Training.sharedRate)
  for (step, batch) in task.sharedBatches(shuffling).enumerated() {
    let parts = shards(of: batch, workers: workers.count)
    let gradients = sharedGradients(of: network, on: parts, among: workers) {
      passing(step, task.loss(of: network, on: $0))
    }.gradients
    optimizer.update(network, with: gradients)
  }
}

/// What several workers came to, compared with one.
struct Shared: Sendable {
  /// How far the first joint gradient is from that of one worker, and the last weights, relatively.
  let gradient, distance: Double
  /// In how many of 600 test digits the answers differ.
  let differing: Int
  /// What both read of the test digits, in percent.
  let accuracy, accuracyOfOne: Double

  /// Trains one worker and several from one start on the same batches.
  init(_ count: Int, isNormalised: Bool, on task: DigitsTask) {
    let (one, several) = (task.start(isNormalised: isNormalised), task.start(isNormalised: isNormalised))
    train(one.network, on: task, among: SimulatedWorkers(1), shuffling: one.shuffling)
    train(several.network, on: task, among: SimulatedWorkers(count), shuffling: several.shuffling)
    let (answers, theirs) = (task.answers(of: one.network), task.answers(of: several.network))
    gradient = JointGradient.equal(count, isNormalised: isNormalised, on: task).weighed
    let size = one.network.weights.map(\.norm).norm
    distance = length(several.network.weights, less: one.network.weights) / size
    differing = answers.indices.count { answers[$0] != theirs[$0] }
    (accuracy, accuracyOfOne) = (task.accuracy(of: several.network), task.accuracy(of: one.network))
  }
}

/// Workers that exchange gradients and nothing else, each from first weights of its own.
struct Strangers: Sendable {
  /// By how much the distance of the first two workers' weights has changed in the end, as a share of what it was.
  let change: Double
  /// What the first worker's network reads, in percent.
  let accuracy: Double

  init(_ count: Int, on task: DigitsTask) {
    var shuffling = task.start().shuffling
    let order = task.sharedBatches(shuffling)
    let networks = (0..<count).map { _ in Training.network(using: &shuffling) }
    var optimizers = networks.map { _ in Momentum(learningRate: Training.sharedRate) }
    func apart() -> Double { length(networks[0].weights, less: networks[1].weights) }
    let before = apart()
    for batch in order {
      let parts = shards(of: batch, workers: count)
      let sum = parts.indices.map { worker in
        task.gradients(of: networks[worker], on: parts[worker]) * (Double(parts[worker].count) / Double(batch.count))
      }.treeSum
      for worker in 0..<count { optimizers[worker].update(networks[worker], with: sum) }
    }
    change = abs(apart() / before - 1)
    accuracy = task.accuracy(of: networks[0])
  }
}

/// The floats that two workers send in one step, counted.
struct Traffic {
  /// Where each has the whole network and half of the batch: each sends its gradient.
  let dataParallel: Int
  /// Where one has the hidden layer and the other the output layer: activations go forward, their gradients back.
  let modelParallel: Int

  init(batchSize: Int, on task: DigitsTask) {
    let (network, probe) = (task.start().network, Probe())
    let batch = task.training[0..<batchSize]
    let gradients = valueAndGradients(of: network) {
      softmaxCrossEntropy(network(batch.pixels, in: .training, hook: probe.callAsFunction), labels: batch.labels)
    }.gradients
    let cut = probe.readings[1]  // behind the hidden layer's ReLU
    dataParallel = 2 * gradients.flattened.count
    modelParallel = cut.output.count + (cut.gradient?.count ?? 0)
  }
}

// MARK: - Larger batches

/// How the learning rate follows the batch size.
enum Rule: String, CaseIterable, Sendable {
  case linear
  case squareRoot = "square-root"
  case fixed

  /// The rate of a batch so many times as large as the small one.
  func rate(_ base: Double, times: Int) -> Double {
    switch self {
    case .linear: base * Double(times)
    case .squareRoot: base * Double(times).squareRoot()
    case .fixed: base
    }
  }
}

/// A batch size, a rule for its rate, and how the run begins and ends.
struct Arm: Hashable, Sendable {
  let rule: Rule
  let batchSize: Int
  var warmupEpochs = 0
  var epochs = Training.epochs

  /// Workers with eight samples each.
  var workers: Int { batchSize / Training.localBatch }
  var stepsPerEpoch: Int { Training.samples / batchSize }
  /// After how many updates it is tested.
  var places: [Int] { logarithmicPlaces(upTo: epochs * stepsPerEpoch, density: 6) }

  static let batchSizes = [8, 16, 32, 64, 128, 256, 512]
  static let small = Arm(rule: .linear, batchSize: 8)
}

/// What one arm came to: test digits read, in percent, at the arm's places.
struct Run: Sendable {
  let accuracies: [Double]
  var accuracy: Double { accuracies[accuracies.count - 1] }

  init(_ arm: Arm, baseRate: Double, on task: DigitsTask) {
    var (network, shuffling) = task.start()
    let rate = arm.rule.rate(baseRate, times: arm.workers)
    var optimizer = Momentum(learningRate: rate)
    let constant = ConstantRate(rate)
    let warmed = constant.warmedUp(over: max(1, arm.warmupEpochs * arm.stepsPerEpoch))
    let log = task.train(
      network, with: &optimizer, batchSize: arm.batchSize, epochs: arm.epochs,
      schedule: .perStep(arm.warmupEpochs > 0 ? warmed : constant), measuringAt: arm.places, using: &shuffling,
      evaluation: { network($0, in: .evaluation) }, logits: { network($0, in: .training) })
    accuracies = log.measurements.map { 100 * $0 }
  }
}

// MARK: - Gradient noise

/// Squared lengths of gradients along a run in which 16 workers have eight samples each.
struct NoiseRun: Sendable {
  static let workers = 16, batchSize = 128, rate = 0.16
  /// By step: the mean of the workers' own |g|², and that of their mean gradient.
  private(set) var small: [Double] = []
  private(set) var large: [Double] = []
  /// The mean loss of the batch.
  private(set) var losses: [Double] = []

  init(on task: DigitsTask) {
    var (network, shuffling) = task.start()
    var optimizer = Momentum(learningRate: Self.rate)
    for _ in 0..<Training.epochs {
      for batch in batches(of: Self.batchSize, from: task.training.count, incomplete: .drop, using: &shuffling) {
        let all = shards(of: batch, workers: Self.workers).map { part in
          valueAndGradients(of: network) { task.loss(of: network, on: part) }
        }
        let mean = all.map(\.gradients).treeSum * (1 / Double(all.count))
        small.append(Summary(of: all.map { $0.gradients.norm * $0.gradients.norm }).mean)
        large.append(mean.norm * mean.norm)
        losses.append(Summary(of: all.map(\.loss)).mean)
        optimizer.update(network, with: mean)
      }
    }
  }

  /// The scale of squares that were averaged over some steps.
  static func scale(_ small: ArraySlice<Double>, _ large: ArraySlice<Double>) -> Double {
    let (small, large) = (Summary(of: Array(small)).mean, Summary(of: Array(large)).mean)
    return GradientNoise(small: (Training.localBatch, small), large: (batchSize, large)).scale
  }
}

/// The noise scale along the way, from several runs: by window of steps, with its middle, and until a loss is reached.
struct NoiseWay: Sendable {
  static let window = 4
  let steps, scales: [Double]
  let scale: Double

  init(_ runs: Runs<NoiseRun>, target: Double) {
    let (small, large) = (runs.small.mean, runs.large.mean)
    let starts = Array(stride(from: 0, to: small.count, by: Self.window))
    steps = starts.map { Double($0) + Double(Self.window + 1) / 2 }
    scales = starts.map { NoiseRun.scale(small[$0..<$0 + Self.window], large[$0..<$0 + Self.window]) }
    let end = runs.losses.mean.firstIndex { $0 <= target } ?? small.count - 1
    scale = NoiseRun.scale(small[...end], large[...end])
  }
}

/// How many steps a batch size needs at a rate until the loss over all training digits is at a target, to a twelfth.
struct Race: Sendable {
  let steps: Double
  static let batchSizes = [8, 16, 32, 64, 128, 256, 512], rates = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28]
  /// The most steps that are made.
  static let longest = 2000

  init(batchSize: Int, rate: Double, target: Double, on task: DigitsTask) {
    var (network, shuffling) = task.start()
    var optimizer = Momentum(learningRate: rate)
    let places = Set(logarithmicPlaces(upTo: Self.longest, density: 30))
    var reached = Double.infinity
    task.train(
      network, with: &optimizer, batchSize: batchSize, epochs: Self.longest * batchSize / Training.samples + 1,
      using: &shuffling,
      afterStep: { report in
        let step = report.step + 1
        if places.contains(step), task.trainingLoss(of: network) <= target { reached = Double(step) }
        return reached.isInfinite && step < Self.longest
      }, logits: { network($0, in: .training) })
    steps = reached
  }
}
