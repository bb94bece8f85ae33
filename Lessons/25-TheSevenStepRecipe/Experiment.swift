import Datasets
import Descent
import Experiments

// MARK: - Ten programs

/// What may be wrong with a program that trains.
enum Mistake: String, CaseIterable, Sendable {
  case none, pixels
  case batchSoftmax = "batch-softmax"
  case doubleSoftmax = "double-softmax"
  case reluLogits = "relu-logits"
  case shiftedLabels = "shifted-labels"
  case sign, frozen, uncleared
  case shuffledLabels = "shuffled-labels"
}

/// A program that trains, in pieces: each as it should be, or one of them spoilt by a bug.
struct Pieces {
  var allLabels: ([Int], inout RandomGenerator) -> [Int] = { labels, _ in labels }
  var pixels: (Tensor) -> Tensor = { $0 }
  var labels: ([Int]) -> [Int] = { $0 }
  var logits: (Tensor) -> Tensor = { $0 }
  var loss: (Tensor, [Int]) -> Tensor = { softmaxCrossEntropy($0, labels: $1) }
  var trained: (MultilayerPerceptron) -> any Model = { $0 }
  var gradients: @Sendable (_ new: Gradients, _ last: Gradients?) -> Gradients = { new, _ in new }

  init(_ bug: Mistake) {
    switch bug {
    case .none: break
    case .pixels: pixels = { $0 * 16 }  // 0 … 16, as the file has them
    case .batchSoftmax:
      loss = { -(logSoftmax($0, axis: 0) * Digits.oneHot($1).cast(to: .float32)).sum() / Double($1.count) }
    case .doubleSoftmax: loss = { softmaxCrossEntropy(softmax($0), labels: $1) }
    case .reluLogits: logits = relu
    case .shiftedLabels: labels = { Array($0.dropFirst() + $0.prefix(1)) }
    case .sign: gradients = { new, _ in new * -1 }
    case .frozen: trained = { network in network.freezing { $0.hasPrefix("layers.0") } }
    case .uncleared: gradients = { new, last in last.map { new + $0 } ?? new }
    case .shuffledLabels:
      allLabels = { labels, generator in generator.permutation(of: labels.count).map { labels[$0] } }
    }
  }
}

/// Gradient descent along gradients that a bug may have changed.
private struct ChangedDescent: Optimizer {
  var learningRate: Double
  let change: @Sendable (Gradients, Gradients?) -> Gradients
  var last: Gradients?

  mutating func update(_ model: some Model, with gradients: Gradients) {
    let changed = change(gradients, last)
    last = changed
    var rule = SGD(learningRate: learningRate)  // it remembers nothing
    rule.update(model, with: changed)
  }
}

/// What the last layer starts from.
enum LastLayer: String, CaseIterable, Sendable {
  case zero, lecun, he

  /// The variance of its weights, times its inputs.
  var gain: Double { self == .zero ? 0 : self == .lecun ? 1 : 2 }
}

/// How a network 64-32-10 learns 1,000 digits by plain gradient descent.
struct Program: Sendable {
  var bug = Mistake.none
  var batchSize = 32
  var lastLayer = LastLayer.lecun
  var rate = 0.2

  static let sampleSize = 20, sampleSteps = 400, steps = 310

  static func task(_ digits: Digits, seed: UInt64) -> DigitsTask {
    DigitsTask(digits, training: 1000, validation: 300, test: 497, seed: seed)
  }

  func network(using generator: inout RandomGenerator) -> MultilayerPerceptron {
    let network = DigitsTask.network(using: &generator)
    let weight = network.layers[1].weight
    let last = Initialization.normal(standardDeviation: (lastLayer.gain / 32).squareRoot())
    weight.state = ModelState(
      names: [weight.name], tensors: [last(fanIn: 32, fanOut: Digits.classCount, using: &generator)])
    return network
  }

  /// Trains on some digits, and returns the losses and what the program answers to pixels.
  func learn(_ digits: Digits, batchSize: Int, steps: Int, using generator: inout RandomGenerator) -> (
    losses: [Double], answer: (Tensor) -> Tensor
  ) {
    let pieces = Pieces(bug)
    let network = network(using: &generator)
    let allLabels = pieces.allLabels(digits.labels, &generator)
    let answer = { pieces.logits(network(pieces.pixels($0))) }
    var optimizer = ChangedDescent(learningRate: rate, change: pieces.gradients)
    let perEpoch = max(1, digits.count / batchSize)
    let log = train(
      pieces.trained(network), with: &optimizer, samples: digits.count, batchSize: batchSize,
      epochs: (steps + perEpoch - 1) / perEpoch, using: &generator,
      loss: { places in
        pieces.loss(answer(digits.pixels.take(rows: places)), pieces.labels(places.map { allLabels[$0] }))
      }, afterStep: { $0.step + 1 < steps })
    return (log.losses, answer)
  }

  /// What the first loss should be, with pixels from 0 to 1.
  func expectedLoss(of digits: Digits) -> Double {
    firstLoss(classes: Digits.classCount, meanSquare: square(digits.pixels).mean().item, gain: lastLayer.gain)
  }

  /// What a penalty ½λ‖θ‖² adds to it, on average: 32·64 weights of variance 2/64 and 320 of a/32.
  static func penalty(decay: Double, gain: Double) -> Double { decay * (64 + 10 * gain) / 2 }

  /// The loss of an untrained network on all the digits.
  func lossBeforeTraining(_ task: DigitsTask) -> Double {
    var generator = task.generator
    let network = network(using: &generator)
    return task.training.score { network($0) }.loss
  }
}

// MARK: - The alarms

/// The steps of the recipe as alarms, in the order in which they can ring.
enum Alarm: String, CaseIterable, Sendable {
  case firstLoss = "1", smallSample = "2", hundredSteps = "3", newDigits = "4–6"
}

/// What one program shows to the steps of the recipe, from one seed.
struct Checkup: Sendable {
  /// The loss of the first mini-batch, and what it should be.
  let firstLoss, expected: Double
  /// Each loss while 20 digits are to be learnt by heart.
  let sampleLosses: [Double]
  /// The mean loss of the steps 91 to 100 on all training digits.
  let hundredLoss: Double
  /// The shares of the validation digits that the program reads at the end, and that the nearest mean of a class reads.
  let accuracy, baseline: Double

  /// The mean loss of the last 20 steps on the 20 digits.
  var sampleLoss: Double { Summary(of: sampleLosses.suffix(20)).mean }

  /// Whether an alarm rings; what is not a number rings.
  func rings(_ alarm: Alarm) -> Bool {
    switch alarm {
    case .firstLoss: !(abs(firstLoss - expected) <= Self.window)
    case .smallSample: !(sampleLoss <= Self.sampleLimit)
    case .hundredSteps: !(hundredLoss <= expected / 2)
    case .newDigits: !(accuracy >= baseline)
    }
  }

  /// The alarms that ring before any new digit is read.
  var early: [Alarm] { Alarm.allCases.dropLast().filter(rings) }

  /// Whether neither of the first two steps hears anything.
  var passesTwo: Bool { !rings(.firstLoss) && !rings(.smallSample) }

  static let window = 0.3, sampleLimit = 0.1

  /// - Parameter patience: how many times as long the program may learn.
  init(_ program: Program, on task: DigitsTask, patience: Int = 1) {
    var generator = task.generator
    var own = generator.split()
    let sample = task.training[0..<Program.sampleSize]
    let losses = program.learn(
      sample, batchSize: Program.sampleSize, steps: patience * Program.sampleSteps, using: &own
    ).losses
    // A run that broke stays where it broke.
    sampleLosses = losses + Array(repeating: .nan, count: patience * Program.sampleSteps - losses.count)
    let run = program.learn(
      task.training, batchSize: program.batchSize, steps: patience * Program.steps, using: &generator)
    expected = program.expectedLoss(of: task.training)
    firstLoss = run.losses[0]
    hundredLoss = run.losses.count < 100 ? .nan : Summary(of: run.losses[90..<100]).mean
    accuracy = task.validation.score(run.answer).accuracy
    baseline = task.validation.score(nearestMean(of: task.training)).accuracy
  }
}

extension Trials where Arm == Mistake, Run == Checkup {
  /// In which share of the seeds an alarm rings for a program.
  func share(of bug: Mistake, ringing alarm: Alarm) -> Double {
    Double(self[bug].count { $0.rings(alarm) }) / Double(seeds.count)
  }

  /// Whether an alarm rings for a program in at least 8 of 10 seeds.
  func isHeard(_ bug: Mistake, by alarm: Alarm) -> Bool { share(of: bug, ringing: alarm) >= 0.8 }

  /// Whether an alarm rings for the correct program in more than 2 of 10 seeds.
  var hasFalseAlarms: Bool { Alarm.allCases.contains { share(of: .none, ringing: $0) > 0.2 } }

  /// The bugs that the steps 1 and 2 let pass in at least 8 of 10 seeds.
  var passing: [Mistake] {
    arms.filter { $0 != .none && 10 * self[$0].count(\.passesTwo) >= 8 * seeds.count }
  }
}

/// How near a digit's pixels are to the mean of each class: x·m − ½|m|², largest for the nearest.
func nearestMean(of digits: Digits) -> (Tensor) -> Tensor {
  let members = digits.oneHot.cast(to: .float32).transposed
  let means = matmul(members, digits.pixels) / members.sum(axes: [1], keepingAxes: true)
  let halves = square(means).sum(axes: [1]) * 0.5
  return { matmul($0, means.transposed) - halves }
}

// MARK: - The recipe

/// How the correct program may be set up.
struct Setting: Hashable, Sendable {
  enum Rule: CaseIterable, Sendable { case sgd, momentum, adam }

  var rate: Double
  /// The coefficient λ of the penalty ½λ‖θ‖².
  var decay = 1e-4
  var rule = Rule.momentum
  var isStandardNormal = false
}

/// One training of the correct program.
struct Training: Sendable {
  let setting: Setting
  /// Each step's loss.
  let losses: [Double]
  /// After each epoch, of the validation digits; infinite from where the run broke.
  let validationLosses: [Double]
  /// The shares of the validation and test digits that are read at the end.
  let accuracy, test: Double

  /// The mean loss of the ten steps up to the 93rd, the last of three epochs.
  var earlyLoss: Double { losses.count < 93 ? .infinity : Summary(of: losses[83..<93]).mean }
  /// What a choice minimises: the errors on the validation digits, and of equals the loss.
  var rank: (Double, Double) { (-accuracy, validationLosses[validationLosses.count - 1]) }

  init(
    _ setting: Setting, epochs: Int, on task: DigitsTask, batchSize: Int = 32, schedule: TrainingSchedule? = nil
  ) {
    var generator = task.generator
    let network =
      setting.isStandardNormal
      ? DigitsTask.network(initialization: .normal(standardDeviation: 1), using: &generator)
      : Program().network(using: &generator)
    var scores: [Score] = []
    func train(_ optimizer: some Optimizer) -> [Double] {
      var optimizer = optimizer
      return task.train(
        network, with: &optimizer, batchSize: batchSize, epochs: epochs, schedule: schedule, using: &generator,
        afterStep: { step in
          if step.isLastOfEpoch { scores.append(task.validation.score { network($0) }) }
          return true
        }, logits: { network($0) }
      ).losses
    }
    switch setting.rule {
    case .sgd: losses = train(SGD(learningRate: setting.rate, weightDecay: setting.decay))
    case .momentum: losses = train(Momentum(learningRate: setting.rate, weightDecay: setting.decay))
    case .adam: losses = train(Adam(learningRate: setting.rate, weightDecay: setting.decay))
    }
    self.setting = setting
    let known = scores.map { $0.loss.isFinite ? $0.loss : .infinity }
    validationLosses = known + Array(repeating: .infinity, count: epochs - scores.count)
    accuracy = task.validation.score { network($0) }.accuracy
    test = task.testAccuracy { network($0) }
  }
}

extension [Training] {
  /// The best on the validation digits.
  var best: Training { self.min { $0.rank < $1.rank } ?? self[0] }
}

/// What the recipe, shortcuts and a full grid come to, from one seed; accuracies are shares of the test digits.
struct Tuning: Sendable {
  static let rates = [0.1, 0.01, 0.001, 0.0001], decays = [1e-4, 1e-5, 0]
  static let allRates = [0.3, 0.1, 0.033, 0.01, 0.0033, 0.001, 0.0001]
  static let epochs = 40
  /// Epochs that each way spends.
  static let stepThreeCost = 4 * 3 + epochs, recipeCost = 4 * 3 + 9 * 5 + 3 * 20, gridCost = 4 * 3 * epochs

  /// At each of `allRates`, with a decay of 10⁻⁴.
  let sweep: [Training]
  /// At the rate of step 3, with each decay.
  let decayed: [Training]
  /// Test accuracies: of the recipe, of step 3 and a long training, of the full grid, and of the grid's best by the
  /// test digits themselves.
  let recipe, stepThree, grid, best: Double
  /// Test accuracies: at step 3's rate along a cosine to 0, and at the rate 0.001 after ten times as many epochs.
  let cosine, late: Double

  init(on task: DigitsTask) {
    func train(_ settings: [Setting], epochs: Int) -> [Training] {
      settings.map { Training($0, epochs: epochs, on: task) }
    }
    func withDecays(_ rates: [Double]) -> [Setting] {
      rates.flatMap { rate in Self.decays.map { Setting(rate: rate, decay: $0) } }
    }
    sweep = train(Self.allRates.map { Setting(rate: $0) }, epochs: Self.epochs)
    let known = sweep.filter { Self.rates.contains($0.setting.rate) }
    let first = known.min { $0.earlyLoss < $1.earlyLoss } ?? known[0]
    let all = known + train(withDecays(Self.rates).filter { $0.decay != 1e-4 }, epochs: Self.epochs)
    (stepThree, grid, best) = (first.test, all.best.test, all.map(\.test).max() ?? .nan)
    let rate = first.setting.rate
    decayed = Self.decays.flatMap { decay in all.filter { $0.setting == Setting(rate: rate, decay: decay) } }
    let coarse = train(withDecays([rate / 3, rate, 3 * rate]), epochs: 5)
    recipe = train(coarse.sorted { $0.rank < $1.rank }.prefix(3).map(\.setting), epochs: 20).best.test
    let cosine = CosineAnnealing(initial: rate, steps: Self.epochs * (task.training.count / 32))
    self.cosine = Training(first.setting, epochs: Self.epochs, on: task, schedule: .perStep(cosine)).test
    late = Training(Setting(rate: 0.001), epochs: 10 * Self.epochs, on: task).test
  }

  /// The long training at a rate.
  subscript(rate: Double) -> Training { sweep[Self.allRates.firstIndex(of: rate) ?? 0] }

  /// By how much the rate that leads after five epochs reads fewer test digits at the end than the best.
  var regret: Double {
    let leader = sweep.min { $0.validationLosses[4] < $1.validationLosses[4] } ?? sweep[0]
    return (sweep.map(\.test).max() ?? .nan) - leader.test
  }

  /// How far the order of the rates after five epochs is that after 40.
  var agreement: Double {
    rankCorrelation(sweep.map { $0.validationLosses[4] }, sweep.map { $0.validationLosses[Self.epochs - 1] })
  }
}

/// What the choice of a setting by 20 digits is worth, from one seed.
struct SampleTest: Sendable {
  static let settings = [1, 0.3, 0.1, 0.03, 0.01, 0.003, 0.001].flatMap { rate in
    [Setting.Rule.sgd, .adam].flatMap { rule in
      [false, true].map { Setting(rate: rate, decay: 0, rule: rule, isStandardNormal: $0) }
    }
  }

  /// How far the losses on the 20 digits order the settings as their errors on validation digits do, after ten epochs
  /// on all training digits.
  let agreement: Double
  /// What the best setting on the 20 digits, and the best on validation digits, make of all training digits.
  let winner, best: Training

  init(on task: DigitsTask) {
    let sample = DigitsTask(
      training: task.training[0..<Program.sampleSize], test: task.test, generator: task.generator)
    let losses = Self.settings.map { setting in
      let last = Training(setting, epochs: Program.sampleSteps, on: sample, batchSize: Program.sampleSize).losses.last
      return last.map { $0.isFinite ? $0 : .infinity } ?? .infinity
    }
    let trainings = Self.settings.map { Training($0, epochs: 10, on: task) }
    agreement = rankCorrelation(losses, trainings.map { -$0.accuracy })
    (winner, best) = (trainings[losses.indices.min { losses[$0] < losses[$1] } ?? 0], trainings.best)
  }
}
