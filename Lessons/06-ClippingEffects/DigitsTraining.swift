import Datasets
import Descent
import Notebook

/// One training run on handwritten digits under a clipping rule.
struct DigitsRun: Sendable {
  /// The share of the test digits that are read correctly, after each epoch.
  var testAccuracies: [Double] = []
  /// The norm of each step's gradient, before clipping.
  var gradientNorms: [Double] = []
  /// The angle in degrees by which clipping turned each step's gradient; nan for a gradient of zeros.
  var angles: [Double] = []
  /// The share of the hidden units that in the end answer 0 to every test digit.
  var silentUnits = 0.0

  var finalAccuracy: Double { testAccuracies.last ?? .nan }
}

/// Trains a network 64-32-10 by gradient descent on mini-batches of 64.
///
/// The seed decides which digits are tested, the first weights and the order of the batches.
func trainOnDigits(
  _ digits: Digits, rule: Clipping, learningRate: Double, epochs: Int = 10, seed: UInt64
) -> DigitsRun {
  let task = DigitsTask(digits, seed: seed)
  var (optimizer, generator) = (SGD(learningRate: learningRate), task.generator)
  let model = DigitsTask.network(using: &generator)
  var run = DigitsRun()
  for _ in 0..<epochs {
    task.train(
      model, with: &optimizer, epochs: 1, clipping: rule, using: &generator,
      afterStep: { step in
        run.gradientNorms.append(step.gradients.norm)
        run.angles.append(step.gradients.flattened.angle(to: step.gradients.clipped(by: rule).flattened))
        return true
      }, logits: { model($0) })
    run.testAccuracies.append(task.testAccuracy { model($0) })
  }
  run.silentUnits = model.layers[0].deadShare(on: task.test.pixels)
  return run
}

/// The runs of one rule at one learning rate, one for each seed.
struct DigitsTrial: Sendable {
  let rule: Clipping
  let learningRate: Double
  let runs: [DigitsRun]

  /// The shares of test digits read correctly in the end, in percent, over the seeds.
  var accuracy: Summary { Summary(of: runs.map { 100 * $0.finalAccuracy }) }
  /// The threshold of the rule; infinite without one.
  var threshold: Double {
    switch rule {
    case .none: .infinity
    case .globalNorm(let limit), .normPerTensor(let limit), .value(let limit), .shrink(_, let limit): limit
    }
  }
  /// The angles of all steps of all runs, in degrees.
  var angles: [Double] { runs.flatMap(\.angles).filter(\.isFinite) }
  /// The angles of all steps, summarised; nan where no step has a direction.
  var turn: Summary { Summary(of: angles.isEmpty ? [.nan] : angles) }
  /// The mean share of hidden units that are silent in the end.
  var silentUnits: Double { Summary(of: runs.map(\.silentUnits)).mean }
}

/// The rules on the digits: all at one bold learning rate, and some of them over a range of rates.
struct DigitsTrials: Sendable {
  /// One rule, one trial for each learning rate.
  typealias Sweep = [DigitsTrial]

  let boldRate = 2.0
  let bold: [DigitsTrial]
  let sweeps: [Sweep]
  /// Numbers that the network learns: weights and biases of both layers.
  let parameterCount = Digits.pixelCount * 32 + 32 + 32 * Digits.classCount + Digits.classCount

  /// Trains all networks, the seeds in parallel.
  init(_ digits: Digits, threshold: Double, factor: Double, seeds: [UInt64]) async {
    func trial(_ rule: Clipping, _ learningRate: Double) async -> DigitsTrial {
      let runs = await forEachSeed(seeds, "digits") { seed in
        trainOnDigits(digits, rule: rule, learningRate: learningRate, seed: seed)
      }
      return DigitsTrial(rule: rule, learningRate: learningRate, runs: runs)
    }
    let small = 3 * threshold / 10
    let rules: [Clipping] = [
      .none, .globalNorm(threshold), .globalNorm(small), .normPerTensor(small), .value(0.1), .value(0.03),
      .shrink(factor: factor, above: threshold),
    ]
    var bold: [DigitsTrial] = []
    for rule in rules { bold.append(await trial(rule, boldRate)) }
    var sweeps: [Sweep] = []
    for index in [0, 1, 2, 5, 6] {
      var sweep: Sweep = []
      for rate in [0.1, 0.3, 1, 2, 3, 5] {
        sweep.append(rate == boldRate ? bold[index] : await trial(rules[index], rate))
      }
      sweeps.append(sweep)
    }
    (self.bold, self.sweeps) = (bold, sweeps)
  }

  /// The largest learning rate up to which all of a rule's seeds read 70 % of the digits; 0 where there is none.
  func lastSafeRate(_ sweep: Sweep) -> Double {
    sweep.prefix { $0.accuracy.minimum >= 70 }.last?.learningRate ?? 0
  }

  /// "up to η = 2", or "at no rate tried".
  func reach(_ sweep: Sweep) -> String {
    let rate = lastSafeRate(sweep)
    return rate > 0 ? "up to η = \(plain(rate))" : "at no rate tried"
  }
}
