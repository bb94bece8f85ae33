import Datasets
import Descent
import Experiments

// MARK: - The tumours

/// Tumours to learn from, to choose by or to test with; class 1 is malignant.
struct Part: Sendable {
  /// As measured, and in the training part's standard units, `[samples, 30]`, float64.
  let raw, scaled: Tensor
  var labels: [Int]

  /// The labels as numbers, `[samples]`.
  var targets: Tensor { Tensor(labels.map(Double.init), dtype: .float64) }

  /// The mean log loss of these logits, `[samples]`.
  func logLoss(_ logits: Tensor) -> Double { binaryCrossEntropy(logits: logits, targets: targets).item }

  /// The same tumours, but with the labels of a share of them turned round.
  func flipped(_ share: Double, using generator: inout RandomGenerator) -> Part {
    var part = self
    let wrong = generator.permutation(of: labels.count).prefix(Int((share * Double(labels.count)).rounded()))
    for sample in wrong { part.labels[sample] = 1 - labels[sample] }
    return part
  }
}

/// Half of the tumours to learn from, a fifth to choose by, the rest to test with, each with the same share of malignant ones.
struct Split: Sendable {
  private(set) var training, validation: Part
  let test: Part
  private(set) var generator: RandomGenerator

  init(_ tumours: BreastCancer, seed: UInt64) {
    var generator = RandomGenerator(seed: seed)
    var places: [[Int]] = [[], [], []]
    for label in 0...1 {
      // The file's 1 is benign.
      let all = (0..<tumours.count).filter { tumours.labels[$0] == 1 - label }
      let order = generator.permutation(of: all.count).map { all[$0] }
      let first = Int((0.5 * Double(all.count)).rounded())
      let second = first + Int((0.2 * Double(all.count)).rounded())
      places[0] += order[..<first]
      places[1] += order[first..<second]
      places[2] += order[second...]
    }
    let scaler = StandardScaler(fittedTo: tumours.features.take(rows: places[0]))
    let parts = places.map { rows in
      let raw = tumours.features.take(rows: rows)
      return Part(raw: raw, scaled: scaler.transform(raw), labels: rows.map { 1 - tumours.labels[$0] })
    }
    (training, validation, test) = (parts[0], parts[1], parts[2])
    self.generator = generator
  }

  /// Before the test part is opened, a share of all other labels is turned round.
  func flipped(_ share: Double) -> Split {
    var split = self
    split.training = training.flipped(share, using: &split.generator)
    split.validation = validation.flipped(share, using: &split.generator)
    return split
  }
}

/// How a model does on a part, in percent but for the log loss.
struct Outcome: Sendable {
  let accuracy, recall, precision, logLoss: Double
  /// The class that it says for each tumour.
  let classes: [Int]

  init(_ logits: Tensor, on part: Part, threshold: Double = 0.5) {
    let border = Double.log(threshold / (1 - threshold))
    classes = logits.scalars.map { $0 > border ? 1 : 0 }
    let matrix = ConfusionMatrix(predicted: classes, labels: part.labels)
    (accuracy, recall, precision) = (100 * matrix.accuracy, 100 * matrix.recall, 100 * matrix.precision)
    logLoss = part.logLoss(logits)
  }
}

/// For how many samples two models say the same class, in percent.
func agreement(_ a: [Int], _ b: [Int]) -> Double { 100 * Double(a.indices.count { a[$0] == b[$0] }) / Double(a.count) }

extension Runs {
  /// A part of what each run gave, such as one of several outcomes.
  func map<Part: Sendable>(_ part: (Run) -> Part) -> Runs<Part> { Runs<Part>(all.map(part)) }
}

// MARK: - Baselines

/// What is fitted without a choice to make.
enum Simple: String, CaseIterable, Sendable {
  case majority, feature = "one feature", line

  func outcome(on split: Split, penalty: Double) -> Outcome {
    func test(_ model: some BinaryClassifier, _ features: KeyPath<Part, Tensor>) -> Outcome {
      var model = model
      model.fit(split.training[keyPath: features], labels: split.training.labels)
      return Outcome(model.logits(split.test[keyPath: features]), on: split.test)
    }
    return switch self {
    case .majority: test(MajorityClassifier(), \.raw)
    case .feature: test(DecisionTree(depth: 1), \.raw)
    case .line: test(LogisticRegression(penalty: penalty), \.scaled)
    }
  }
}

/// Boosted trees, watched round by round.
struct Boosted: Sendable {
  /// Log losses after 0, 1, 2, … rounds.
  let training, validation, test: [Double]
  /// The number of rounds with the least validation loss.
  let best: Int
  /// On the test part, after the best and after the last round.
  let kept, last: Outcome

  init(depth: Int, rounds: Int, rate: Double = 0.1, on split: Split) {
    var model = GradientBoosting(rounds: rounds, learningRate: rate, depth: depth)
    model.fit(split.training.raw, labels: split.training.labels)
    func losses(_ part: Part) -> [Double] { model.stagedLogits(part.raw).map(part.logLoss) }
    (training, validation) = (losses(split.training), losses(split.validation))
    let stages = model.stagedLogits(split.test.raw)
    test = stages.map(split.test.logLoss)
    let validation = validation
    best = validation.indices.min { validation[$0] < validation[$1] } ?? 0
    (kept, last) = (Outcome(stages[best], on: split.test), Outcome(stages[rounds], on: split.test))
  }
}

// MARK: - A network

/// What holds a network back in training.
enum Care: String, CaseIterable, Sendable {
  case nothing
  case decay = "weight decay"
  case dropout
  /// The weights of the epoch with the least validation loss.
  case stopping = "early stopping"
  /// The exponential average of the weights after all steps.
  case average = "average of the weights"
  case all = "all four"

  static let weightDecay = 0.3, dropoutRate = 0.3
}

/// A network 30-16-1, how many of the labels that it learns from are wrong, and whether a pilot chooses its rate.
struct Arm: Hashable, Sendable {
  let care: Care
  var noise = 0.0
  var isTuned = true

  static let usualRate = 0.01, batchSize = 32
  var rates: [Double] { isTuned ? [0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03] : [Self.usualRate] }
}

/// What the test and the validation part say of a trained network.
struct NetworkRun: Sendable {
  let outcome: Outcome
  let validationLoss: Double

  init(_ arm: Arm, rate: Double, epochs: Int = 100, on whole: Split) {
    let (care, split) = (arm.care, arm.noise > 0 ? whole.flipped(arm.noise) : whole)
    func has(_ one: Care) -> Bool { care == one || care == .all }
    var generator = split.generator
    let network = Sequential(
      Dense("hidden", from: BreastCancer.featureCount, to: 16, activation: .relu, using: &generator),
      Dropout(rate: has(.dropout) ? Care.dropoutRate : 0, using: &generator),
      Dense("output", from: 16, to: 1, using: &generator))
    func answer(_ part: Part) -> Tensor {
      network(part.scaled.cast(to: .float32), in: .evaluation).cast(to: .float64).reshaped([part.labels.count])
    }
    /// The validation loss of these weights.
    func loss(_ state: ModelState) -> Double {
      let before = network.state
      defer { network.state = before }
      network.state = state
      return split.validation.logLoss(answer(split.validation))
    }
    let inputs = split.training.scaled.cast(to: .float32)
    let targets = split.training.targets.cast(to: .float32).reshaped([split.training.labels.count, 1])
    var optimizer = AdamW(learningRate: rate, weightDecay: has(.decay) ? Care.weightDecay : 0)
    var average = WeightAverage(.exponential(decay: 0.98))
    var current: ModelState { has(.average) ? average.state : network.state }
    var stopping = EarlyStopping(patience: epochs)
    var kept = network.state
    _ = train(
      network, with: &optimizer, samples: split.training.labels.count, batchSize: Arm.batchSize, epochs: epochs,
      using: &generator,
      loss: { batch in
        binaryCrossEntropy(
          logits: network(inputs.take(rows: batch), in: .training), targets: targets.take(rows: batch))
      },
      afterStep: { step in
        if has(.average) { average.add(network.state) }
        if has(.stopping), step.isLastOfEpoch, stopping.improves(with: loss(current)) { kept = current }
        return true
      })
    let state = has(.stopping) ? kept : current
    validationLoss = loss(state)
    network.state = state
    outcome = Outcome(answer(split.test), on: split.test)
  }
}

// MARK: - How much a setting matters

/// Models with a learning rate, and three rates for each, a tenth and a hundredth of the largest.
enum Rated: String, CaseIterable, Sendable {
  case transformer
  case trees = "boosted trees"

  var rates: [Double] { self == .trees ? [0.01, 0.1, 1] : [0.0003, 0.003, 0.03] }

  /// The test accuracy in percent: of 100 trees of depth 2, or after 20 epochs of Adam.
  func accuracy(at rate: Double, on split: Split) -> Double {
    guard self != .trees else {
      var model = GradientBoosting(rounds: 100, learningRate: rate, depth: 2)
      model.fit(split.training.raw, labels: split.training.labels)
      return Outcome(model.logits(split.test.raw), on: split.test).accuracy
    }
    var (generator, optimizer) = (split.generator, Adam(learningRate: rate))
    let model = NumbersTransformer(using: &generator)
    let inputs = split.training.scaled.cast(to: .float32)
    let targets = split.training.targets.cast(to: .float32).reshaped([inputs.shape[0], 1])
    _ = train(
      model, with: &optimizer, samples: inputs.shape[0], batchSize: Arm.batchSize, epochs: 20, using: &generator,
      loss: { batch in
        binaryCrossEntropy(logits: model(inputs.take(rows: batch)), targets: targets.take(rows: batch))
      })
    let logits = model(split.test.scaled.cast(to: .float32)).cast(to: .float64)
    return Outcome(logits.reshaped([split.test.labels.count]), on: split.test).accuracy
  }
}

/// A transformer on numbers: each becomes a token x·a + b (Gorishniy et al. 2021, arXiv:2106.11959), then one block with
/// TabTransformer's post-norm, the mean of the tokens, and a line.
struct NumbersTransformer: Model {
  static let width = 8
  private let scales, shifts: Parameter
  private let block: TransformerBlock
  private let output: Dense

  init(using generator: inout RandomGenerator) {
    let shape = [BreastCancer.featureCount, Self.width]
    scales = Parameter("scales", .normal(shape, using: &generator))
    shifts = Parameter("shifts", .normal(shape, using: &generator))
    block = TransformerBlock("block", width: Self.width, heads: 2, hidden: 16, norm: .post, using: &generator)
    output = Dense("output", from: Self.width, to: 1, using: &generator)
  }

  var parameters: [Parameter] { [scales, shifts] + block.parameters + output.parameters }

  func callAsFunction(_ x: Tensor) -> Tensor {
    let tokens = x.reshaped(x.shape + [1]) * scales.value + shifts.value
    return output(block(tokens, in: .training).mean(axes: [1]))
  }
}

// MARK: - Weights

/// What is fitted with weights.
enum Weighed: String, CaseIterable, Sendable {
  /// 50 trees of two questions in a row.
  case trees
  case line

  /// The logits for the test part after a fit in which each malignant tumour weighs w, and the intercept of a line.
  func fitted(weight: Double, penalty: Double, on split: Split) -> (logits: Tensor, intercept: Double) {
    let weights = split.training.labels.map { $0 == 1 ? weight : 1 }
    switch self {
    case .trees:
      var model = GradientBoosting(rounds: 50, depth: 2)
      model.fit(split.training.raw, labels: split.training.labels, sampleWeights: weights)
      return (model.logits(split.test.raw), .nan)
    case .line:
      var model = LogisticRegression(penalty: penalty)
      model.fit(split.training.scaled, labels: split.training.labels, sampleWeights: weights)
      return (model.logits(split.test.scaled), model.intercept)
    }
  }
}

/// Fits with several weights beside the plain fit with its threshold moved to 1/(1 + w) instead.
struct WeighedRun: Sendable {
  let weighed, moved: [Outcome]
  /// By how much the intercept moved.
  let shifts: [Double]
  /// For how many test tumours both decide alike, in percent.
  let agreements: [Double]

  var recalls: [Double] { weighed.map(\.recall) }
  var precisions: [Double] { weighed.map(\.precision) }
  var movedRecalls: [Double] { moved.map(\.recall) }
  var movedPrecisions: [Double] { moved.map(\.precision) }

  init(_ model: Weighed, weights: [Double], penalty: Double, on split: Split) {
    let plain = model.fitted(weight: 1, penalty: penalty, on: split)
    let fits = weights.map { $0 == 1 ? plain : model.fitted(weight: $0, penalty: penalty, on: split) }
    weighed = fits.map { Outcome($0.logits, on: split.test) }
    moved = weights.map { Outcome(plain.logits, on: split.test, threshold: threshold(weight: $0)) }
    shifts = fits.map { $0.intercept - plain.intercept }
    agreements = weights.indices.map { [weighed, moved] in agreement(weighed[$0].classes, moved[$0].classes) }
  }
}

/// Samples made from a line, so that a line is the truth: z = x₁ − ½x₂ + ¼x₃ − ½ with normal features.
struct Made: Sendable {
  static let samples = 20_000
  static let slopes = [1, -0.5, 0.25]

  /// By how much the intercept moved with each weight, the most that a slope did, and the decisions in common, in percent.
  let shifts, slopeChanges, agreements: [Double]

  init(weights: [Double], seed: UInt64) {
    var generator = RandomGenerator(seed: seed)
    let features = Tensor.normal([Self.samples, 3], dtype: .float64, using: &generator)
    let logits = matmul(features, Tensor(shape: [3, 1], Self.slopes, dtype: .float64)) - 0.5
    let labels = sigmoid(logits).scalars.map { generator.uniform(in: 0..<1) < $0 ? 1 : 0 }
    func fit(_ weight: Double) -> LogisticRegression {
      var model = LogisticRegression(penalty: 0)
      model.fit(features, labels: labels, sampleWeights: labels.map { $0 == 1 ? weight : 1 })
      return model
    }
    let plain = fit(1)
    let fits = weights.map { $0 == 1 ? plain : fit($0) }
    shifts = fits.map { $0.intercept - plain.intercept }
    slopeChanges = fits.map { fit in fit.weights.indices.map { abs(fit.weights[$0] - plain.weights[$0]) }.max() ?? 0 }
    agreements = fits.indices.map {
      agreement(fits[$0].predict(features), plain.predict(features, threshold: threshold(weight: weights[$0])))
    }
  }
}
