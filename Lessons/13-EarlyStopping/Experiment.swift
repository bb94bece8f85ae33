import Datasets
import Descent
import Experiments
import Numerics

// MARK: - Least squares on biopsies

/// Straight-line fits to a hundred biopsies whose truth is known, because we made it: y = X w* + noise.
struct Biopsies: Sendable {
  static let samples = 100
  /// The standard deviation σ of the noise in y.
  static let noise = 0.5

  /// XᵀX/n, the curvatures of the training loss.
  let hessian: Tensor
  let eigenvalues: [Double]
  /// The weights w* that the data were made with, `[30, 1]`.
  let truth: Tensor
  /// One over the largest curvature.
  var rate: Double { 1 / eigenvalues[0] }

  private let features: Tensor
  private let generator: RandomGenerator

  /// Draws a hundred biopsies; w* is the least-squares fit of all their labels, ±1.
  init(_ data: BreastCancer, seed: UInt64) {
    var generator = RandomGenerator(seed: seed)
    let chosen = data.features.take(rows: Array(generator.permutation(of: data.count).prefix(Self.samples)))
    let mean = chosen.mean(axes: [0])
    let scale = sqrt(square(chosen - mean).mean(axes: [0]))
    let all = (data.features - mean) / scale
    let labels = Tensor(shape: [data.count, 1], data.labels.map { 2 * Double($0) - 1 }, dtype: .float64)
    features = (chosen - mean) / scale
    truth = solve(matmul(all.transposed, all), matmul(all.transposed, labels - labels.mean()))
    hessian = matmul(features.transposed, features) / Double(Self.samples)
    eigenvalues = hessian.eigenvalues.map(\.real)
    self.generator = generator
  }

  /// ‖X e‖²/n, averaged over the columns e: how far predictions are off at the same biopsies.
  private func squared(_ error: Tensor) -> Double {
    (error * matmul(hessian, error)).sum().item / Double(error.shape[1])
  }

  private func variance(_ shares: [Double]) -> Double {
    Self.noise * Self.noise / Double(Self.samples) * shares.reduce(0) { $0 + $1 * $1 }
  }

  /// The expected risk after so many steps: ‖X (1 − ηH)ᵗ w*‖²/n + (σ²/n) Σ fᵢ², exactly.
  func descentRisk(at places: [Int]) -> [Double] {
    var (error, steps) = (truth, 0)
    return places.map { place in
      for _ in steps..<place { error = error - rate * matmul(hessian, error) }
      steps = place
      return squared(error) + variance(eigenvalues.map { keptShare(curvature: $0, rate: rate, steps: place) })
    }
  }

  /// The expected risk under a ridge penalty: ‖λ X (H + λ)⁻¹ w*‖²/n + (σ²/n) Σ (λᵢ/(λᵢ + λ))², exactly.
  func ridgeRisk(_ strength: Double) -> Double {
    let identity = Tensor(
      shape: hessian.shape, hessian.scalars.indices.map { $0 % (hessian.shape[0] + 1) == 0 ? 1.0 : 0 }, dtype: .float64)
    return squared(strength * solve(hessian + strength * identity, truth))
      + variance(eigenvalues.map { ridgeShare(curvature: $0, strength: strength) })
  }

  /// The risk after so many steps as it is measured: descent on labels with drawn noise, averaged over the draws.
  func measuredRisk(at places: [Int], draws: Int = 200) -> [Double] {
    var generator = generator
    let noise = Self.noise * Tensor.normal([Self.samples, draws], dtype: .float64, using: &generator)
    let target = matmul(hessian, truth) + matmul(features.transposed, noise) / Double(Self.samples)
    var (weights, steps) = (Tensor.zeros([truth.shape[0], draws], dtype: .float64), 0)
    return places.map { place in
      for _ in steps..<place { weights = weights - rate * (matmul(hessian, weights) - target) }
      steps = place
      return squared(weights - truth)
    }
  }
}

// MARK: - When to stop

/// Where a rule stops, and what it keeps.
struct Stop: Hashable, Sendable {
  /// The epoch whose weights are kept, counted from 0.
  let kept: Int
  /// The last epoch that is run.
  let last: Int

  /// Reads validation scores as a training loop would, epoch by epoch; a patience of all epochs never stops early.
  init(_ scores: [Double], patience: Int, goal: EarlyStopping.Goal = .lowest, leastImprovement: Double = 0) {
    var rule = EarlyStopping(patience: patience, goal: goal, leastImprovement: leastImprovement)
    var last = -1
    while last + 1 < scores.count, !rule.isOver {
      last += 1
      _ = rule.improves(with: scores[last])
    }
    (kept, self.last) = (rule.bestEpoch ?? max(0, last), max(0, last))
  }
}

/// The epoch before the first whose score is lower; the last if none is.
func epochBeforeFall(_ scores: [Double]) -> Int {
  scores.indices.dropLast().first { scores[$0 + 1] < scores[$0] } ?? scores.count - 1
}

// MARK: - Digits

/// Whether labels of the training part are wrong.
enum Labels: Sendable, Hashable, CaseIterable {
  case right, partlyWrong
}

/// One network, trained to the end, with what was worth keeping on the way.
struct Run: Sendable {
  static let epochs = 200, batchSize = 32

  let curves: LearningCurves
  /// How well the weights of the epoch with the lowest validation loss read the test digits, after going back to them.
  let kept: Score
  /// The number T by which the last answers are divided, chosen on the validation digits.
  let temperature: Double
  /// The test loss at the end, the answers divided by T.
  let scaledLoss: Double

  var losses: [Double] { curves.validation.map(\.loss) }
  var accuracies: [Double] { curves.validation.map(\.accuracy) }
  /// The epoch of the lowest validation loss.
  var best: Int { Stop(losses, patience: losses.count).kept }
  /// The test digits that are read with the weights of an epoch, in percent.
  func accuracy(at epoch: Int) -> Double { 100 * curves.test[epoch].accuracy }
  /// The same with the kept weights and with the last ones.
  var keptAccuracy: Double { 100 * kept.accuracy }
  var lastAccuracy: Double { accuracy(at: curves.test.count - 1) }
  /// The test loss with either.
  var keptLoss: Double { kept.loss }
  var lastLoss: Double { curves.test.last?.loss ?? .nan }
  var gain: Double { keptAccuracy - lastAccuracy }
  /// The test digits that are read with the weights of the epoch before the validation accuracy first falls.
  var accuracyBeforeFall: Double { accuracy(at: epochBeforeFall(accuracies)) }

  /// Trains 64-32-10 with momentum.
  init(_ task: DigitsTask, epochs: Int = epochs) {
    var generator = task.generator
    let network = DigitsTask.network(using: &generator)
    var optimizer = Momentum(learningRate: 0.1)
    var (curves, stopping) = (LearningCurves(), EarlyStopping(patience: epochs))
    var checkpoint = Checkpoint(of: network, optimizer)
    for epoch in 0..<epochs {
      task.train(network, with: &optimizer, batchSize: Self.batchSize, epochs: 1, using: &generator) { network($0) }
      curves.measure(task) { network($0) }
      if stopping.improves(with: curves.validation[epoch].loss) { checkpoint = Checkpoint(of: network, optimizer) }
    }
    let answers = network(task.validation.pixels)
    temperature = Self.temperature(answers, labels: task.validation.labels)
    scaledLoss = softmaxCrossEntropy(network(task.test.pixels) / temperature, labels: task.test.labels).item
    checkpoint.restore(network, &optimizer)
    kept = task.test.score { network($0) }
    self.curves = curves
  }

  /// Of the numbers from ¼ to 16, spaced by an eighth of a doubling, the one that makes the loss least.
  static func temperature(_ logits: Tensor, labels: [Int]) -> Double {
    let candidates = evenly(-2...4, count: 49).map { Double.pow(2, $0) }
    let losses = candidates.map { softmaxCrossEntropy(logits / $0, labels: labels).item }
    return candidates[losses.indices.min { losses[$0] < losses[$1] } ?? 0]
  }
}

/// The lowest of the validation losses that are averaged over the runs, epoch by epoch.
func lowestLoss(_ runs: Runs<Run>) -> Double { runs.losses.mean.min() ?? .nan }

/// By what share their last is above their lowest.
func rise(_ runs: Runs<Run>) -> Double { (runs.losses.mean.last ?? .nan) / lowestLoss(runs) - 1 }

/// By which score one waits, and which weights one takes then.
enum Waiting: String, CaseIterable, Sendable {
  case keptByLoss = "best by loss"
  case keptByAccuracy = "best by accuracy"
  case lastByLoss = "last"

  /// The test digits that are read, in percent.
  func accuracy(_ run: Run, patience: Int) -> Double {
    switch self {
    case .keptByLoss: run.accuracy(at: Stop(run.losses, patience: patience).kept)
    case .keptByAccuracy: run.accuracy(at: Stop(run.accuracies, patience: patience, goal: .highest).kept)
    case .lastByLoss: run.accuracy(at: Stop(run.losses, patience: patience).last)
    }
  }

  func accuracy(_ runs: Runs<Run>, patience: Int) -> Summary {
    Summary(of: runs.all.map { accuracy($0, patience: patience) })
  }
}

// MARK: - What is chosen, and trained again

/// A network chosen on validation digits, and three others: the test digits that they read, in percent.
struct Retraining: Sendable {
  /// The chosen network, and another start with as many steps on the same digits.
  let chosen, otherStart: Double
  /// The same start with the validation digits too, for as many steps, and for as many epochs.
  let asManySteps, asManyEpochs: Double

  static let validation = 300, test = 450

  init(_ digits: Digits, training count: Int, seed: UInt64) {
    let task = DigitsTask(digits, training: count, validation: Self.validation, test: Self.test, seed: seed)
    let run = Run(task, epochs: 60)
    let steps = (run.best + 1) * (count / Run.batchSize)
    var other = task.generator
    chosen = run.keptAccuracy
    otherStart = Self.accuracy(
      DigitsTask(training: task.training, test: task.test, generator: other.split()), steps: steps)
    // The same random order: what validated before trains now.
    let all = DigitsTask(digits, training: count + Self.validation, test: Self.test, seed: seed)
    asManySteps = Self.accuracy(all, steps: steps)
    asManyEpochs = Self.accuracy(all, steps: (run.best + 1) * (all.training.count / Run.batchSize))
  }

  private static func accuracy(_ task: DigitsTask, steps: Int) -> Double {
    var generator = task.generator
    let network = DigitsTask.network(using: &generator)
    var optimizer = Momentum(learningRate: 0.1)
    task.train(
      network, with: &optimizer, batchSize: Run.batchSize, epochs: steps, using: &generator,
      afterStep: { $0.step + 1 < steps }, logits: { network($0) })
    return 100 * task.testAccuracy { network($0) }
  }
}

/// Several rounds of training from new starts, of which the network with the best validation accuracy is taken.
struct Rounds: Sendable {
  static let rounds = [1, 3, 10]

  /// After one, three and ten rounds: the best validation accuracy, and what that network reads of the test digits.
  let validation, test: [Double]
  /// By how much the former exceeds the latter, in points.
  var flattery: [Double] { validation.indices.map { validation[$0] - test[$0] } }

  /// The best of runs in their order, the first of equals.
  init(_ runs: [(validation: Double, test: Double)]) {
    let best = Self.rounds.map { rounds in
      runs.prefix(rounds).reduce(runs[0]) { $1.validation > $0.validation ? $1 : $0 }
    }
    (validation, test) = (best.map(\.validation), best.map(\.test))
  }

  /// Trains with the digits of a task; each round keeps its best epoch.
  init(_ task: DigitsTask, epochs: Int = 20) {
    var starts = task.generator
    self.init(
      (0..<Self.rounds[2]).map { _ in
        let run = Run(
          DigitsTask(
            training: task.training, validation: task.validation, test: task.test, generator: starts.split()),
          epochs: epochs)
        let best = Stop(run.accuracies, patience: epochs, goal: .highest).kept
        return (100 * run.accuracies[best], run.accuracy(at: best))
      })
  }
}
