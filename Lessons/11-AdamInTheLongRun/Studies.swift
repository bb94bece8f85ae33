import Datasets
import Descent
import Notebook
import Numerics

/// The descents into the bowl: the main one, what is changed about it, and forecasts from other starts.
struct BowlStudy: Sendable {
  let adam: ScalarAdam
  let steps: Int
  let correctedSteps: Int?
  let main, aboveLimit, belowLimit, amsGrad, decayingRate, longMemory: BowlRun
  /// The main run with the correction switched off at a step, nil for never.
  let stops: [(step: Int?, run: BowlRun)]
  /// Other starts and learning rates.
  let forecasts: [BowlRun]

  init(_ adam: ScalarAdam, steps: Int, correctedSteps: Int?) {
    (self.adam, self.steps, self.correctedSteps) = (adam, steps, correctedSteps)
    let bowl = Bowl()
    func run(_ change: (inout ScalarAdam) -> Void) -> BowlRun {
      var changed = adam
      change(&changed)
      return bowl.descend(by: changed, steps: steps, correctedSteps: correctedSteps)
    }
    main = run { _ in }
    aboveLimit = run { $0.epsilon = 1.01 * bowl.limit(of: adam) }
    belowLimit = run { $0.epsilon = 0.99 * bowl.limit(of: adam) }
    amsGrad = run { $0.keepsLargest = true }
    longMemory = run { $0.beta2 = 1 - (1 - adam.beta2) / 10 }
    decayingRate = bowl.descend(by: adam, steps: steps, correctedSteps: correctedSteps, decaysRate: true)
    stops = ([nil, 2000, 1000, 300, 0] + (correctedSteps.map { [$0] } ?? [])).map { stop in
      (stop, bowl.descend(by: adam, steps: steps, correctedSteps: stop))
    }
    forecasts = [0.01, 0.03].flatMap { rate in
      [0.1, 0.5, 1, 2, 10].map { start in
        var changed = adam
        changed.learningRate = rate
        return Bowl(start: start).descend(by: changed, steps: steps, correctedSteps: correctedSteps)
      }
    }
  }

  /// The forecasts that are due well within the steps, with the step at which the run turned round, if it did.
  var due: [(forecast: Double, turning: Int?)] {
    forecasts.compactMap { run in
      guard !run.reachesFloor, let forecast = run.forecast, forecast + 200 < Double(steps) else { return nil }
      return (forecast, run.landmarks.turning)
    }
  }

  /// How many runs turned without a forecast.
  var surprises: Int {
    forecasts.count { !$0.reachesFloor && $0.forecast == nil && $0.landmarks.turning != nil }
  }
}

/// The fits to the tumours, over several seeds.
struct TumourStudy: Sendable {
  static let steps = 20_000
  static let stop = 2000
  /// The sharpness is measured after so many steps each.
  static let interval = 50

  let fit: TumourFit
  let rules: [TumourRule]
  let seeds: [UInt64]
  /// Adam with its correction switched off at step `stop`.
  let stopped: [TumourRun]
  private var runs: [TumourRule: [TumourRun]] = [:]

  init(_ data: BreastCancer, seeds: [UInt64]) async {
    let fit = TumourFit(data)
    let epsilons = [1e-8, 1e-3, 4e-3, 1e-2].map { TumourRule(epsilon: $0) }
    let amsGrads = [TumourFit.learningRate, 0.1, 1].map { TumourRule(learningRate: $0, keepsLargest: true) }
    (self.fit, self.seeds, rules) = (fit, seeds, epsilons + amsGrads)
    let rules = rules
    let all = await forEachSeed(seeds, "tumours") { seed in
      rules.map { rule in
        fit.run(rule, steps: Self.steps, sharpnessEvery: rule == TumourRule() ? Self.interval : nil, seed: seed)
      } + [fit.run(TumourRule(), steps: Self.steps, correctedSteps: Self.stop, seed: seed)]
    }
    for (index, rule) in rules.enumerated() { runs[rule] = all.map { $0[index] } }
    stopped = all.map { $0[rules.count] }
  }

  /// The runs of a rule, in the order of the seeds.
  subscript(rule: TumourRule) -> [TumourRun] { runs[rule] ?? [] }
  /// PyTorch's Adam.
  var adam: [TumourRun] { self[TumourRule()] }

  /// For how many seeds a rule bursts.
  func bursts(_ rule: TumourRule) -> Int { self[rule].count { $0.firstBurst != nil } }
  /// The steps of the first bursts, where there are any.
  func firstBursts(_ runs: [TumourRun]) -> [Double] { runs.compactMap { $0.firstBurst.map(Double.init) } }
  /// The excess of the last quarter at its highest, over the seeds.
  func lateExcess(_ rule: TumourRule) -> Summary {
    Summary(of: self[rule].map { $0.excess.suffix(Self.steps / 4).max() ?? .nan })
  }
  /// The least excess of a run, over the seeds.
  func leastExcess(_ rule: TumourRule) -> Summary { Summary(of: self[rule].map { $0.excess.min() ?? .nan }) }
}

/// Digits learnt by heart with each loss and each way of keeping Adam from forgetting.
struct DigitsStudy: Sendable {
  static let count = 200
  static let learningRate = 0.01

  let seeds: Int
  /// The losses of each run: by loss, rule and seed.
  private let losses: [[[[Double]]]]

  /// The optimizers that are compared.
  static let rules: [(words: String, optimizer: any Optimizer)] = [
    ("Adam, ε = 10⁻⁸", Adam(learningRate: learningRate)),
    ("Adam, ε = 10⁻³", Adam(learningRate: learningRate, epsilon: 1e-3)),
    ("AMSGrad", AMSGrad(learningRate: learningRate)),
  ]

  init(_ digits: Digits, seeds: [UInt64]) async {
    self.seeds = seeds.count
    let jobs = DigitsLoss.allCases.flatMap { loss in
      Self.rules.indices.flatMap { rule in seeds.map { (loss, rule, $0) } }
    }
    let all = await inParallel(over: jobs, "digits") { loss, rule, seed in
      DigitsDescent(digits, count: Self.count, seed: seed)
        .losses(loss, by: Self.rules[rule].optimizer, steps: loss.steps)
    }
    losses = DigitsLoss.allCases.indices.map { loss in
      Self.rules.indices.map { rule in
        let start = (loss * Self.rules.count + rule) * seeds.count
        return Array(all[start..<start + seeds.count])
      }
    }
  }

  /// The losses of a rule's runs, in the order of the seeds.
  func losses(_ loss: DigitsLoss, rule: Int) -> [[Double]] {
    losses[DigitsLoss.allCases.firstIndex(of: loss) ?? 0][rule]
  }
  /// For how many seeds a number is larger for the first rule, Adam, than for the third, AMSGrad.
  func pairs(_ loss: DigitsLoss, where number: ([Double]) -> Double) -> Int {
    zip(losses(loss, rule: 0), losses(loss, rule: 2)).count { number($0) > number($1) }
  }
  /// In how many runs the loss is ever ten times its least.
  func spikes(_ loss: DigitsLoss, rule: Int) -> Int {
    losses(loss, rule: rule).count { firstSpike(in: $0, factor: 10) != nil }
  }
  /// The share of the steps that raise the loss, over the seeds.
  func rising(_ loss: DigitsLoss, rule: Int) -> Summary { Summary(of: losses(loss, rule: rule).map(shareRising)) }
  /// The loss at the end of a run: the median of the last hundred steps.
  static func final(_ losses: [Double]) -> Double { Summary(of: losses.suffix(100)).median }
  /// The same over the seeds.
  func final(_ loss: DigitsLoss, rule: Int) -> Summary {
    Summary(of: losses(loss, rule: rule).map(Self.final))
  }
}

/// The runs on linear losses with rare large slopes.
struct RareStudy: Sendable {
  static let theoremSteps = 30_000
  /// Means are taken over so many of its last steps.
  static let tail = 3000
  static let steps = 1_000_000
  static let randomSteps = 3_000_000
  /// The slope C of the theorem's example.
  static let slope = 3.0
  static let rate = 0.01

  let adam, amsGrad: [Double]
  /// Memories 1/(1 − β₂) of the experiment, and the mean place over the last hundred periods.
  let memories: [Double]
  let adamPlaces, amsGradPlaces: [Double]
  /// The mean place over the last tenth of the steps with slopes at random, by seed.
  let randomAdam, randomAMSGrad: [Double]
  /// Adam's place in the experiment with the reader's β₂, and with the bias correction.
  let place, correctedPlace: Double
  let criticalMemory: Double
  let beta2: Double

  init(beta2: Double, seeds: [UInt64]) async {
    self.beta2 = beta2
    let theorem = RareGradients.theorem(slope: Self.slope)
    let theoremDecay = 1 / (1 + Self.slope * Self.slope)
    func optimizer(_ rate: Double, _ beta1: Double, _ beta2: Double, _ keepsLargest: Bool) -> ScalarAdam {
      ScalarAdam(
        learningRate: rate, beta1: beta1, beta2: beta2, epsilon: 0, biasCorrection: false,
        keepsLargest: keepsLargest)
    }
    adam = theorem.run(optimizer(1, 0, theoremDecay, false), steps: Self.theoremSteps, decaysRate: true)
    amsGrad = theorem.run(optimizer(1, 0, theoremDecay, true), steps: Self.theoremSteps, decaysRate: true)
    let experiment = RareGradients.experiment
    func place(_ beta2: Double, _ keepsLargest: Bool, corrected: Bool = false) -> Double {
      var adam = optimizer(Self.rate, 0.9, beta2, keepsLargest)
      adam.biasCorrection = corrected
      return Summary(of: experiment.run(adam, steps: Self.steps).suffix(100 * experiment.period)).mean
    }
    memories = (0...20).map { .pow(10, Double($0) / 4) }
    adamPlaces = memories.map { place(1 - 1 / $0, false) }
    amsGradPlaces = memories.map { place(1 - 1 / $0, true) }
    self.place = place(beta2, false)
    correctedPlace = place(beta2, false, corrected: true)
    criticalMemory = experiment.criticalMemory(beta1: 0.9)
    let atRandom = await forEachSeed(seeds, "slopes at random") { seed in
      [false, true].map { keepsLargest in
        experiment.runAtRandom(
          ScalarAdam(
            learningRate: 0.001, beta1: 0.9, beta2: 0.99, epsilon: 0, biasCorrection: false,
            keepsLargest: keepsLargest), steps: Self.randomSteps, probability: 0.01, seed: seed)
      }
    }
    (randomAdam, randomAMSGrad) = (atRandom.map { $0[0] }, atRandom.map { $0[1] })
  }

  /// The mean of the last places.
  func tailMean(_ places: [Double]) -> Double { Summary(of: places.suffix(Self.tail)).mean }

  /// The average regret: how much more than the best place the run has paid for, per step.
  func regret(_ places: [Double]) -> Double {
    let theorem = RareGradients.theorem(slope: Self.slope)
    var (sum, x) = (0.0, 0.0)
    for (index, next) in places.enumerated() {
      sum += theorem.gradient(atStep: index + 1) * (x + 1)
      x = next
    }
    return sum / Double(places.count)
  }
}
