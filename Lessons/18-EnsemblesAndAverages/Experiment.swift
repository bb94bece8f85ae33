import Datasets
import Descent
import Experiments

// MARK: A noisy bowl

/// The mean squares of the last weight and of its exponential averages on the bowl ½(w − x)², x from N(0, 1).
///
/// The rates share their draws; all streams start at the minimum, and the last third of the steps is measured.
///
/// - Returns: for each decay the mean square at each rate; a decay of 0 is the last weight itself.
func bowl(rates: [Double], decays: [Double], steps: Int = 3000, streams: Int = 200, seed: UInt64) -> [[Double]] {
  var generator = RandomGenerator(seed: seed)
  let rate = Tensor(shape: [rates.count, 1], rates, dtype: .float64)
  var w = Tensor.zeros([rates.count, streams], dtype: .float64)
  var averages = decays.map { _ in w }
  var sums = decays.map { _ in Tensor.zeros([rates.count], dtype: .float64) }
  for step in 0..<steps {
    w = w - rate * (w - .normal([1, streams], dtype: .float64, using: &generator))
    for (index, decay) in decays.enumerated() {
      averages[index] = averages[index] * decay + w * (1 - decay)
      if step >= steps - steps / 3 { sums[index] = sums[index] + square(averages[index]).mean(axes: [1]) }
    }
  }
  return sums.map { ($0 / Double(steps / 3)).scalars }
}

// MARK: The digits

/// How the networks 64-32-10 of this lesson are trained: gradient descent with momentum from few digits.
struct Training: Sendable {
  /// Digits to learn from; 900 others are tested.
  var digits = 400
  var epochs = 30
  var batchSize = 16
  var rate = 0.1
  /// Times that the rate falls to 0 under a cyclic rate; also the number of short runs.
  var cycles = 5

  var stepsPerEpoch: Int { digits / batchSize }
  var steps: Int { epochs * stepsPerEpoch }

  /// Half a cosine from the rate to 0 over so many epochs.
  func cosine(epochs: Int) -> CosineAnnealing { CosineAnnealing(initial: rate, steps: epochs * stepsPerEpoch) }

  /// The same again and again, once for each cycle.
  var cyclic: CosineWarmRestarts {
    CosineWarmRestarts(initial: rate, period: max(1, epochs / cycles) * stepsPerEpoch)
  }

  func task(_ digits: Digits, noise: Double, seed: UInt64) -> DigitsTask {
    DigitsTask(digits, training: self.digits, test: 900, labelNoise: noise, seed: seed)
  }

  /// Trains a network; `afterStep` sees it after each step.
  func train(
    _ task: DigitsTask, at schedule: some Schedule, epochs: Int, using generator: inout RandomGenerator,
    afterStep: (MultilayerPerceptron, TrainingStep) -> Void = { _, _ in }
  ) -> (network: MultilayerPerceptron, log: TrainingLog) {
    let network = DigitsTask.network(using: &generator)
    var optimizer = Momentum(learningRate: rate)
    let log = task.train(
      network, with: &optimizer, batchSize: batchSize, epochs: epochs, schedule: .perStep(schedule), using: &generator,
      afterStep: { step in
        afterStep(network, step)
        return true
      }, logits: { network($0) })
    return (network, log)
  }
}

extension DigitsTask {
  /// The probabilities that a network gives the test digits, `[900, 10]`.
  func answer(_ network: MultilayerPerceptron) -> Tensor { softmax(network(test.pixels).cast(to: .float64)) }

  /// The probabilities from a network with these weights.
  func answer(_ state: ModelState, in network: MultilayerPerceptron) -> Tensor {
    network.state = state
    return answer(network)
  }

  /// The share of the test digits whose most probable class is right, in percent.
  func accuracy(_ answer: Tensor) -> Double { 100 * Descent.accuracy(answer, labels: test.labels) }
}

/// The squared distance of two sets of answers, added over the classes and averaged over the samples; with the right
/// answers as one of them, the Brier score.
func distance(_ a: Tensor, _ b: Tensor) -> Double { square(a - b).sum().item / Double(a.shape[0]) }

extension [Tensor] {
  /// The mean of several answers.
  var average: Tensor { dropFirst().reduce(self[0], +) / Double(count) }
}

// MARK: - Several networks

/// What several independent networks answer, alone and together.
struct Ensemble: Sendable {
  /// Of 1, 2, … members together, over all runs of neighbours in their circle: accuracy in percent, and Brier score.
  let accuracies, briers: [Double]
  /// Half the distance of two members' answers, the mean over all pairs and that of the first two.
  let disagreement, firstDisagreement: Double
  /// For how many test digits two members give different answers, the mean over all pairs, in percent.
  let differing: Double
  /// The accuracies of the members alone.
  let members: [Double]
  /// The accuracy of one network with the mean of all members' weights, as they are and with matched hidden units.
  let averagedWeights, averagedMatched: Double
  /// The accuracy along the straight line from the first member's weights to the second's, likewise.
  let line, matchedLine: [Double]

  var mean: Double { accuracies[0] }
  var together: Double { accuracies[accuracies.count - 1] }
  var gain: Double { together - mean }
  var best: Double { members.max() ?? .nan }
  /// By how much all members together lower the mean Brier score.
  var brierGain: Double { briers[0] - briers[briers.count - 1] }

  /// Shares of the way from the first member to the second.
  static let places = evenly(0...1, count: 11)

  /// Trains members with starts and orders of mini-batches of their own on the same digits.
  init(_ training: Training, members count: Int, on task: DigitsTask) {
    var generator = task.generator
    let schedule = training.cosine(epochs: training.epochs)
    var states: [ModelState] = []
    var answers: [Tensor] = []
    var network = DigitsTask.network(using: &generator)
    for _ in 0..<count {
      var own = generator.split()
      network = training.train(task, at: schedule, epochs: training.epochs, using: &own).network
      states.append(network.state)
      answers.append(task.answer(network))
    }
    func overCircle(_ measure: (Tensor) -> Double) -> [Double] {
      (1...count).map { size in
        (0..<count).map { first in measure((0..<size).map { answers[(first + $0) % count] }.average) }
          .reduce(0, +) / Double(count)
      }
    }
    accuracies = overCircle(task.accuracy)
    let right = task.test.oneHot
    briers = overCircle { distance($0, right) }
    members = answers.map(task.accuracy)
    let classes = answers.map { $0.argmax(axis: 1) }
    let pairs = (0..<count).flatMap { a in (a + 1..<count).map { (a, $0) } }
    disagreement = pairs.reduce(0) { $0 + distance(answers[$1.0], answers[$1.1]) } / Double(2 * pairs.count)
    firstDisagreement = distance(answers[0], answers[1]) / 2
    let differences = pairs.reduce(0) { sum, pair in
      sum + task.test.labels.indices.count { classes[pair.0][$0] != classes[pair.1][$0] }
    }
    differing = 100 * Double(differences) / Double(pairs.count * task.test.count)

    func accuracy(_ state: ModelState) -> Double { task.accuracy(task.answer(state, in: network)) }
    func mean(_ states: [ModelState]) -> ModelState {
      states.reduce(into: WeightAverage(.uniform)) { $0.add($1) }.state
    }
    let matched = [states[0]] + states.dropFirst().map { $0.matched(to: states[0]) }
    averagedWeights = accuracy(mean(states))
    averagedMatched = accuracy(mean(matched))
    line = Self.places.map { accuracy(states[0].interpolated(toward: states[1], by: $0)) }
    matchedLine = Self.places.map { accuracy(matched[0].interpolated(toward: matched[1], by: $0)) }
  }
}

extension ModelState {
  /// The same network 64-32-10 with its hidden units in another order, each where the most similar unit of another is.
  ///
  /// The similarity of two units is the dot product of their incoming weights, bias and outgoing weights. The most similar
  /// pair is taken first and both are struck, then the most similar of those left, and so on (greedy).
  func matched(to other: ModelState) -> ModelState {
    let count = tensors[1].count
    func column(_ bias: Tensor) -> Tensor { bias.reshaped([count, 1]) }
    let similarity =
      (matmul(other.tensors[0], tensors[0].transposed) + column(other.tensors[1]) * tensors[1]
      + matmul(other.tensors[2].transposed, tensors[2])).scalars
    var order = [Int?](repeating: nil, count: count)
    var isFree = [Bool](repeating: true, count: count)
    for place in similarity.indices.sorted(by: { similarity[$0] > similarity[$1] }) {
      let (theirs, mine) = (place / count, place % count)
      guard order[theirs] == nil, isFree[mine] else { continue }
      order[theirs] = mine
      isFree[mine] = false
    }
    let places = order.compactMap { $0 }
    return ModelState(
      names: names,
      tensors: [
        tensors[0].take(rows: places), tensors[1].take(rows: places),
        tensors[2].transposed.take(rows: places).transposed, tensors[3],
      ])
  }
}

// MARK: - One path

/// Ways through the same budget of steps.
enum Way: CaseIterable, Sendable {
  case constant, cosine, cyclic, short
}

/// A way, and whether some of the labels are wrong.
struct Arm: Hashable, Sendable {
  let way: Way
  let isNoisy: Bool

  init(_ way: Way, isNoisy: Bool = true) { (self.way, self.isNoisy) = (way, isNoisy) }
}

/// What one way came to, read on the test digits, in percent.
struct Run: Sendable {
  /// After each epoch: what the weights read as they are, and their exponential average.
  private(set) var last: [Double] = []
  private(set) var average: [Double] = []
  /// The plain mean of the weights over the last half of the budget.
  private(set) var plainMean = Double.nan
  /// At the end of each cycle: the mean of the answers at the ends of all cycles so far.
  private(set) var snapshots: [Double] = []
  /// The mini-batch loss of the last epoch.
  private(set) var lateLoss = Double.nan
  /// The mean of the accuracies at the ends of the cycles.
  private(set) var alone = Double.nan
  /// What the weights and their average read when the budget is spent.
  private(set) var end = Double.nan, averageEnd = Double.nan

  /// What the way comes to: the last weights, or all snapshots or short runs together.
  private(set) var outcome = Double.nan
  /// What the weights and their average read after the last epoch, where a constant rate goes on beyond the budget.
  var late: Double { last[last.count - 1] }
  var lateAverage: Double { average[average.count - 1] }
  /// By how much the average reads more than the last weights.
  var gain: Double { averageEnd - end }
  var lateGain: Double { lateAverage - late }

  /// - Parameter times: for how many budgets a constant rate goes on.
  init(_ training: Training, _ way: Way, decay: Double, times: Int = 1, on task: DigitsTask) {
    var (generator, unused) = (task.generator, task.generator)
    let probe = DigitsTask.network(using: &unused)
    let cycle = max(1, training.epochs / training.cycles)
    var answers: [Tensor] = []
    var ends: [Double] = []
    var run = self
    func walk(_ schedule: some Schedule, epochs: Int, using generator: inout RandomGenerator) {
      var exponential = WeightAverage(.exponential(decay: decay))
      var uniform = WeightAverage(.uniform)
      let log = training.train(task, at: schedule, epochs: epochs, using: &generator) { network, step in
        exponential.add(network.state)
        if (training.steps / 2..<training.steps).contains(step.step) { uniform.add(network.state) }
        guard step.isLastOfEpoch else { return }
        let answer = task.answer(network)
        run.last.append(task.accuracy(answer))
        run.average.append(task.accuracy(task.answer(exponential.state, in: probe)))
        guard (step.epoch + 1) % cycle == 0, step.epoch < training.epochs else { return }
        answers.append(answer)
        ends.append(task.accuracy(answer))
        run.snapshots.append(task.accuracy(answers.average))
      }.log
      run.lateLoss = log.finalLoss
      if uniform.count > 0 { run.plainMean = task.accuracy(task.answer(uniform.state, in: probe)) }
    }
    switch way {
    case .constant: walk(ConstantRate(training.rate), epochs: times * training.epochs, using: &generator)
    case .cosine: walk(training.cosine(epochs: training.epochs), epochs: training.epochs, using: &generator)
    case .cyclic: walk(training.cyclic, epochs: training.epochs, using: &generator)
    case .short:
      for _ in 0..<training.cycles {
        var own = generator.split()
        walk(training.cosine(epochs: cycle), epochs: cycle, using: &own)
      }
    }
    run.alone = Summary(of: ends).mean
    (run.end, run.averageEnd) = (run.last[training.epochs - 1], run.average[training.epochs - 1])
    run.outcome = way == .cyclic || way == .short ? run.snapshots[run.snapshots.count - 1] : run.end
    self = run
  }
}
