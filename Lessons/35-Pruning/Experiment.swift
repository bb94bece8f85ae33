import Datasets
import Descent
import Experiments
import Numerics

/// By which ranking single weights go.
enum Ranking: Hashable, Sendable, CaseIterable {
  /// By magnitude: all layers together, or each layer for itself; or by chance.
  case global, local, random

  /// Covers what goes of a network's weights; what is covered already goes first.
  func prune(_ network: LeNet, removing amount: Double, using generator: RandomGenerator) {
    var generator = generator
    let weights = network.penalizedParameters
    let values = weights.map(\.value)
    let masks =
      switch self {
      case .global: magnitudeMasks(of: values, removing: amount)
      case .local: values.map { magnitudeMask(of: $0, removing: amount) }
      case .random: randomMasks(of: values, removing: amount, using: &generator)
      }
    for (weight, mask) in zip(weights, masks) { weight.mask = mask }
  }
}

/// A trained LeNet as a value.
struct Trained: Sendable {
  let seed: UInt64
  /// The numbers before and after training.
  let first, last: ModelState
  /// Random numbers for what comes next, the same for all that is compared.
  let generator: RandomGenerator
  /// The share of the test digits that it reads, in percent.
  let accuracy: Double

  init(_ task: LeNetTask, seed: UInt64) {
    self.seed = seed
    first = task.trained(seed: seed, epochs: 0).network.state
    let (network, generator) = task.trained(seed: seed)
    (last, accuracy) = (network.state, task.percentRead(network))
    self.generator = generator
  }

  /// A network with these numbers, one of its own each time.
  func network(before: Bool = false) -> LeNet {
    var unused = generator
    let network = LeNet(using: &unused)
    network.state = before ? first : last
    return network
  }
}

extension LeNetTask {
  func percentRead(_ network: LeNet) -> Double { 100 * testAccuracy { network($0) } }
}

// MARK: - One cut

/// What one cut makes of a trained network, of several sizes.
struct Cuts: Sendable {
  /// The sizes of the cuts.
  let amounts: [Double]
  /// The share of the test digits that are read after each, in percent.
  let global, local, random: [Double]
  /// What each layer keeps of each cut of all layers together.
  let kept: [[Double]]
  /// The share of the largest tenth of the trained weights that were of the largest tenth before.
  let sameTenth: Double

  init(_ task: LeNetTask, _ trained: Trained, amounts: [Double]) {
    self.amounts = amounts
    func accuracies(_ ranking: Ranking) -> [Double] {
      amounts.map { amount in
        let network = trained.network()
        ranking.prune(network, removing: amount, using: trained.generator)
        return task.percentRead(network)
      }
    }
    (global, local, random) = (accuracies(.global), accuracies(.local), accuracies(.random))
    func masks(_ amount: Double, before: Bool = false) -> [Tensor] {
      magnitudeMasks(of: trained.network(before: before).penalizedParameters.map(\.value), removing: amount)
    }
    kept = amounts.map { masks($0).map { $0.mean().item } }
    let shared = zip(masks(0.9), masks(0.9, before: true)).reduce(0) { $0 + ($1.0 * $1.1).sum().item }
    sameTenth = shared / masks(0.9).reduce(0) { $0 + $1.sum().item }
  }
}

// MARK: - Units

/// How a layer's units answer to the training digits, and how large their weights are.
struct Activity: Sendable {
  /// For each unit the mean of its answers, and the sum of its weights' magnitudes.
  let means, norms: [Double]

  init(_ output: Tensor, _ weight: Tensor) {
    means = output.mean(axes: [0] + Array(2..<output.rank)).scalars
    norms = abs(weight.reshaped([weight.shape[0], weight.count / weight.shape[0]])).sum(axes: [1]).scalars
  }

  /// Places of the units that answer to some digit; the others are silent, for answers are at least 0.
  var active: [Int] { means.indices.filter { means[$0] > 0 } }
  var silentCount: Int { means.count - active.count }
  var correlation: Double { rankCorrelation(norms, means) }
  /// Of as many units as are silent, those with the smallest norms: the share that is silent.
  var found: Double {
    let smallest = norms.indices.sorted { norms[$0] < norms[$1] }.prefix(silentCount)
    return Double(smallest.count { means[$0] == 0 }) / Double(max(silentCount, 1))
  }
}

/// What the units of a trained network do.
struct Units: Sendable {
  /// Layer by layer, before and after training.
  let before, after: [Activity]
  /// The network without its silent dense units.
  let small: Size
  /// For how many test digits it answers otherwise.
  let changedAnswers: Int
  /// For fc1 and fc2: the rank correlation of Σ|w| with the rise of the loss without the unit, where units answer.
  let needed: [Double]

  init(_ task: LeNetTask, _ trained: Trained) {
    func activities(_ network: LeNet, _ probe: Probe) -> [Activity] {
      _ = network(task.training.pixels, hook: probe.callAsFunction)
      return zip(probe.readings.dropLast(), network.penalizedParameters).map { Activity($0.output, $1.value) }
    }
    let (network, probe) = (trained.network(), Probe())
    before = activities(trained.network(before: true), Probe())
    after = activities(network, probe)
    let cut = network.keeping(fc1: after[2].active, fc2: after[3].active)
    small = Size(cut, task)
    let answers = [network, cut].map { $0(task.test.pixels).argmax(axis: 1) }
    changedAnswers = zip(answers[0], answers[1]).count { $0 != $1 }
    let rises = [
      rises(without: probe.readings[2].output, task) { network.fc3(network.fc2($0)) },
      rises(without: probe.readings[3].output, task) { network.fc3($0) },
    ]
    needed = zip(after[2...], rises).map { activity, rises in
      rankCorrelation(activity.active.map { activity.norms[$0] }, activity.active.map { rises[$0] })
    }
  }
}

/// By how much the loss on the training digits rises without each of the units whose answers `[digits, units]` these are.
func rises(without answers: Tensor, _ task: LeNetTask, _ logits: (Tensor) -> Tensor) -> [Double] {
  func loss(_ answers: Tensor) -> Double { softmaxCrossEntropy(logits(answers), labels: task.training.labels).item }
  let (count, whole) = (answers.shape[1], loss(answers))
  return (0..<count).map { unit in loss(answers * Tensor((0..<count).map { $0 == unit ? 0 : 1 })) - whole }
}

/// How large a network is, and what it reads.
struct Size: Sendable {
  /// Numbers and bytes of its file, and multiplications for one picture.
  let numbers, bytes, multiplications: Int
  /// The share of the test digits that it reads, in percent.
  let accuracy: Double

  init(_ network: LeNet, _ task: LeNetTask) {
    numbers = network.state.tensors.reduce(0) { $0 + $1.count }
    bytes = SafeTensors(network.state).encoded().count
    multiplications = pictureProducts(network)
    accuracy = task.percentRead(network)
  }
}

// MARK: - Training on

/// What is trained further, or anew.
enum Arm: Hashable, Sendable {
  /// The whole network.
  case whole
  /// What a cut of single weights leaves.
  case weights(Ranking)
  /// The smaller network of the units with the largest norms: a share of each layer.
  case units(share: Double)
  /// A network as small from fresh weights.
  case scratch(share: Double)

  static let all =
    Plan.shares.dropFirst().map { Arm.scratch(share: $0) } + Plan.shares.reversed().map { .units(share: $0) } + [.whole]
    + Ranking.allCases.map { .weights($0) }
}

/// How an arm is cut and trained on.
struct Plan: Sendable {
  /// The share of the weights that goes, in how many rounds, and how many epochs follow each.
  let amount: Double
  let rounds, epochs: Int
  /// The shares of the units that are kept, and the epochs after such a cut. From scratch there are the whole one's eight besides.
  static let shares = [0.75, 0.5, 0.25]
  static let (epochsOfUnits, epochsFromScratch) = (3, 11)
}

/// An arm after one cut and after training on.
struct Run: Sendable {
  let before, after: Double
  /// The network's size after the cut.
  let size: Size

  init(_ task: LeNetTask, _ trained: Trained, _ arm: Arm, _ plan: Plan) {
    var generator = trained.generator
    var network = trained.network()
    var epochs = plan.epochs * plan.rounds
    switch arm {
    case .whole: break
    case .weights(let ranking): ranking.prune(network, removing: plan.amount, using: trained.generator)
    case .units(let share): (network, epochs) = (network.keeping(share: share), Plan.epochsOfUnits)
    case .scratch(let share):
      let small = network.keeping(share: share)
      (network, generator) = task.trained(seed: trained.seed, widths: small.widths, epochs: 0)
      epochs = Plan.epochsFromScratch
    }
    size = Size(network, task)
    before = size.accuracy
    if case .weights(let ranking) = arm, plan.rounds > 1 {
      network = trained.network()
      for round in 1..<plan.rounds {  // each takes the same share of what is left
        let left = Double.pow(1 - plan.amount, Double(round) / Double(plan.rounds))
        ranking.prune(network, removing: 1 - left, using: trained.generator)
        task.train(network, epochs: plan.epochs, using: &generator) { network($0) }
      }
      ranking.prune(network, removing: plan.amount, using: trained.generator)
      epochs = plan.epochs
    }
    task.train(network, epochs: epochs, using: &generator) { network($0) }
    after = task.percentRead(network)
  }
}

extension LeNet {
  /// The network of the filters and units with the longest rows of weights (L2): a share of each layer.
  func keeping(share: Double) -> LeNet {
    func kept(_ weight: Parameter) -> [Int] {
      let mask = rowMask(of: weight.value, removing: 1 - share, norm: 2)
      let rows = mask.mean(axes: Array(1..<mask.rank)).scalars
      return rows.indices.filter { rows[$0] > 0 }
    }
    return keeping(conv1: kept(conv1.weight), conv2: kept(conv2.weight), fc1: kept(fc1.weight), fc2: kept(fc2.weight))
  }

  var widths: (Int, Int, Int, Int) {
    (conv1.bias.tensor.count, conv2.bias.tensor.count, fc1.bias.tensor.count, fc2.bias.tensor.count)
  }
}

// MARK: - Width and depth

/// h ← h + W₂ relu(W₁ h + b₁) + b₂ in four blocks of 64 hidden units, from 64 pixels to the digits' logits.
struct ResidualNetwork: Model {
  let input, output: Dense
  var blocks: [(up: Dense, down: Dense)]

  init(using generator: inout RandomGenerator) {
    func layer(_ name: String, to width: Int = 64, _ activation: Activation = .identity) -> Dense {
      Dense(name, from: 64, to: width, activation: activation, initialization: .fanInUniform, using: &generator)
    }
    input = layer("input")
    blocks = (0..<4).map { (layer("\($0).up", .relu), layer("\($0).down")) }
    output = layer("output", to: 10)
  }

  var parameters: [Parameter] {
    input.parameters + blocks.flatMap { $0.up.parameters + $0.down.parameters } + output.parameters
  }

  func callAsFunction(_ x: Tensor) -> Tensor {
    output(relu(blocks.reduce(input(x)) { h, block in h + block.down(block.up(h)) }))
  }

  /// The blocks whose absence raises the training loss most, in each the units of greatest ‖W₁'s row‖·‖W₂'s column‖.
  func keeping(blocks count: Int, units: Int, on digits: Digits) -> ResidualNetwork {
    func network(of places: [Int]) -> ResidualNetwork {
      var network = self
      network.blocks = places.map { blocks[$0] }
      return network
    }
    let losses = blocks.indices.map { place in
      softmaxCrossEntropy(network(of: blocks.indices.filter { $0 != place })(digits.pixels), labels: digits.labels).item
    }
    var small = network(of: largest(count, of: losses))
    small.blocks = small.blocks.map { block in
      let lengths = square(block.up.weight.value).sum(axes: [1]) * square(block.down.weight.value).sum(axes: [0])
      let kept = largest(units, of: lengths.scalars)
      return (block.up.keeping(outputs: kept), block.down.keeping(inputs: kept))
    }
    return small
  }
}

/// The places of the largest numbers, in order.
private func largest(_ count: Int, of values: [Double]) -> [Int] {
  values.indices.sorted { values[$0] > values[$1] }.prefix(count).sorted()
}

/// Three ways to a quarter of the hidden units: four blocks of 16, one of 64, two of 32.
struct WidthAndDepth: Sendable {
  /// The share of the test digits that each reads, in percent: in one cut, and after three more epochs.
  let cut, trained: [Double]

  init(_ digits: Digits, seed: UInt64) {
    var generator = RandomGenerator(seed: seed)
    let task = DigitsTask(training: digits[0..<1200], test: digits[1200..<digits.count], generator: generator)
    func train(_ network: ResidualNetwork, epochs: Int) {
      var optimizer = Adam(learningRate: 1e-3)
      task.train(network, with: &optimizer, epochs: epochs, using: &generator) { network($0) }
    }
    func percentRead(_ network: ResidualNetwork) -> Double { 100 * task.testAccuracy { network($0) } }
    let whole = ResidualNetwork(using: &generator)
    train(whole, epochs: 15)
    let (state, order) = (whole.state, generator)
    let outcomes = [(blocks: 4, units: 16), (1, 64), (2, 32)].map { size in
      (whole.state, generator) = (state, order)
      let network = whole.keeping(blocks: size.blocks, units: size.units, on: task.training)
      let before = percentRead(network)
      train(network, epochs: 3)
      return (before, percentRead(network))
    }
    (cut, trained) = (outcomes.map(\.0), outcomes.map(\.1))
  }

  /// Whether the third, which lost width and depth, reads most.
  static func bothLead(_ shares: [Double]) -> Bool { shares[2] > max(shares[0], shares[1]) }
}
