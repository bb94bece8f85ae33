import Descent
import Experiments
import Numerics

// MARK: The transformer

/// A small transformer that reads five tokens, each one of five, and answers with the same tokens turned around.
struct Reverser: Model {
  static let tokens = 5, width = 16, hidden = 64

  let embedding: Embedding
  let places: PositionEmbedding
  var blocks: [TransformerBlock]
  /// One more normalisation behind the last block, only where the blocks normalise before their parts.
  let lastNorm: LayerNorm?
  let output: Dense
  let parameters: [Parameter]

  init(_ arm: Arm, using generator: inout RandomGenerator) {
    let matrices: Initialization = arm.start == .small ? .normal(standardDeviation: 0.02) : .glorotNormal
    embedding = Embedding("tokens", tokens: Self.tokens, width: Self.width, using: &generator)
    places = PositionEmbedding("places", places: Self.tokens, width: Self.width, using: &generator)
    blocks = (0..<arm.layers).map {
      TransformerBlock(
        "blocks.\($0)", width: Self.width, heads: 2, hidden: Self.hidden, norm: arm.norm, initialization: matrices,
        using: &generator)
    }
    lastNorm = arm.norm == .pre ? LayerNorm("last_norm", features: Self.width) : nil
    output = Dense("output", from: Self.width, to: Self.tokens, initialization: matrices, using: &generator)
    parameters =
      embedding.parameters + places.parameters + blocks.flatMap(\.parameters) + (lastNorm?.parameters ?? [])
      + output.parameters
  }

  private func input(_ sequences: [[Int]]) -> Tensor { places(embedding(sequences), in: .training) }

  /// The logits `[batch, 5, 5]` of each place's answer.
  func callAsFunction(_ sequences: [[Int]]) -> Tensor {
    let x = blocks.reduce(input(sequences)) { $1($0, in: .training) }
    return output(lastNorm?(x) ?? x)
  }

  /// Changes the weights to those that a start begins with.
  mutating func prepare(for start: Arm.Start, on probe: [[Int]]) {
    switch start {
    case .usual, .small: break
    case .undecided: output.weight.assign(output.weight.tensor * 0)
    case .bypass:
      let ends = [".attention.output.weight", ".down.weight"]
      for weight in parameters where ends.contains(where: weight.name.hasSuffix) { weight.assign(weight.tensor * 0) }
    case .admin: startAsAdmin(on: input(probe))
    }
  }

  /// Divides each branch by ω = √(1 + the variances of the branches before it): N(ωx + f) is N(x + f/ω).
  private mutating func startAsAdmin(on input: Tensor) {
    var (x, sum) = (input, 1.0)
    func branch(_ layer: inout any Layer, _ f: Tensor) -> Tensor {
      let factor = 1 / sum.squareRoot()
      layer = Scaled(layer: layer, factor: factor)
      sum += square(f - f.mean()).mean().item
      return f * factor
    }
    for index in blocks.indices {
      let attended = blocks[index].attention(x, in: .training)
      x = blocks[index].attentionNorm(x + branch(&blocks[index].attention.output, attended), in: .training)
      let fed = blocks[index].feedForward(x, in: .training)
      x = blocks[index].feedForwardNorm(x + branch(&blocks[index].feedForward.down, fed), in: .training)
    }
  }
}

/// A layer whose output is multiplied by a fixed number.
private struct Scaled: Layer {
  let layer: any Layer, factor: Double
  var parameters: [Parameter] { layer.parameters }
  func callAsFunction(_ x: Tensor, in phase: Phase) -> Tensor { layer(x, in: phase) * factor }
}

// MARK: What is tried

/// One way of training the transformer.
struct Arm: Hashable, Sendable {
  /// The weights at the start.
  enum Start: Hashable, Sendable {
    /// All matrices from N(0, 2/(inputs + outputs)).
    case usual
    /// The output matrices of all branches at 0: each block begins as its bypass alone.
    case bypass
    /// Each branch divided by the spread of what the branches before it add (Liu et al. 2020).
    case admin
    /// All matrices from N(0, 0.02²).
    case small
    /// The output matrix at 0, so that all answers are equally probable.
    case undecided
  }

  /// What turns gradients into steps.
  enum Rule: Hashable, Sendable {
    case adam, uncorrectedAdam, rAdam
    /// Adam at the share rₜ of the rate that RAdam would take.
    case adamAtRAdamsRate
  }

  var norm = NormPlacement.post
  var rate = 0.02
  var warmUp = 0
  var layers = 4
  var start = Start.usual
  var rule = Rule.adam
  var clipping = Clipping.none
  /// So many gradients are averaged before the first step.
  var gathered = 0
  var beta2 = 0.999
  var steps = 200

  /// The rate falls in a straight line to 0 at the end, times what rises over the warm-up.
  var schedule: any Schedule {
    let rise: any Schedule = rule == .adamAtRAdamsRate ? Rectification() : ConstantRate(1).warmedUp(over: warmUp)
    return ConstantRate(0).then(Product(rate: LinearRamp.toZero(from: rate, steps: steps), factor: rise), at: gathered)
  }

  var optimizer: any Optimizer {
    switch rule {
    case .adam, .adamAtRAdamsRate: Adam(learningRate: rate, beta2: beta2)
    case .uncorrectedAdam: Adam(learningRate: rate, biasCorrection: false)
    case .rAdam: RAdam(learningRate: rate)
    }
  }
}

/// A rate and a factor, both functions of the step.
struct Product: Schedule {
  let rate, factor: any Schedule
  func callAsFunction(_ step: Int) -> Double { rate(step) * factor(step) }
}

/// RAdam's share of the rate; 0 for the first updates, which it makes without dividing.
struct Rectification: Schedule {
  func callAsFunction(_ step: Int) -> Double { RAdam.rectification(step: step + 1) ?? 0 }
}

// MARK: One seed

/// What the transformer answers to 64 sequences after some updates.
struct Probe: Sendable {
  /// The standard deviation of each logit over the sequences, on average: how much the answers depend on the input.
  let spread: Double
  let answers, targets: [[Int]]

  init(_ model: Reverser, on probe: [[Int]]) {
    let logits = model(probe)
    spread = sqrt(square(logits - logits.mean(axes: [0], keepingAxes: true)).mean(axes: [0])).mean().item
    let tokens = logits.argmax(axis: -1)
    answers = probe.indices.map { Array(tokens[$0 * Reverser.tokens..<($0 + 1) * Reverser.tokens]) }
    targets = probe.map { $0.reversed() }
  }

  /// The share of right sequences, in percent.
  var sequences: Double { 100 * Double(answers.indices.count { answers[$0] == targets[$0] }) / Double(answers.count) }
  /// The share of right tokens, in percent.
  var tokens: Double {
    100 * Double(zip(answers.joined(), targets.joined()).count { $0 == $1 }) / Double(Reverser.tokens * answers.count)
  }
  /// BLEU with single tokens and pairs, in percent.
  var bleu: Double { 100 * bleuOfPairs(answers, targets) }
}

/// BLEU of answers that are as long as their targets, with single tokens and pairs: √(p₁ p₂).
///
/// pₙ is the share of an answer's runs of n tokens that its target has too, wherever they stand, each matched once.
///
/// - Source: Papineni et al. 2002, https://aclanthology.org/P02-1040, section 2.
func bleuOfPairs(_ answers: [[Int]], _ targets: [[Int]]) -> Double {
  func runs(_ tokens: [Int], _ n: Int) -> [Int] {
    (0...tokens.count - n).map { tokens[$0..<$0 + n].reduce(0) { Reverser.tokens * $0 + $1 } }
  }
  func precision(_ n: Int) -> Double {
    let matched = answers.indices.reduce(0) { sum, row in
      var rest = runs(targets[row], n)
      return sum + runs(answers[row], n).count { run in rest.firstIndex(of: run).map { rest.remove(at: $0) } != nil }
    }
    return Double(matched) / Double(answers.reduce(0) { $0 + $1.count + 1 - n })
  }
  return (precision(1) * precision(2)).squareRoot()
}

/// What came of one run.
struct Run: Sendable {
  /// The loss of each batch, and the norm of its gradients before clipping.
  private(set) var losses: [Double] = []
  private(set) var norms: [Double] = []
  /// For each update the root mean square of all weights' steps, in units of the rate η of the arm.
  private(set) var stepSizes: [Double] = []
  /// At `places`.
  private(set) var probes: [Probe] = []
  /// The share of right tokens in the last 20 batches.
  private(set) var accuracy = 0.0

  var isSolved: Bool { accuracy >= 0.95 }
  var lateLoss: Double { Summary(of: losses.suffix(20)).mean }
  /// Whether the loss broke, or ends above twice the loss of guessing, 2 ln 5.
  var isDiverged: Bool { !(lateLoss <= 2 * Double.log(5)) }
  /// The largest norm of the gradients, by the first.
  var growth: Double { (norms.max() ?? .nan) / norms[0] }
  /// After how many updates a batch has a loss below 0.5; infinite if none has.
  var arrival: Double { losses.firstIndex { $0 < 0.5 }.map(Double.init) ?? .infinity }
  var spreads: [Double] { probes.map(\.spread) }
  /// The share of the first spread that is left after three updates.
  var kept: Double { probes[3].spread / probes[0].spread }

  /// After how many updates a probe is taken.
  static let places = [0, 1, 2, 3, 5] + Array(stride(from: 10, through: 200, by: 10))

  /// Trains one transformer, which may be watched, or stopped after some updates. Whatever the arm, a seed has the same data.
  init(_ arm: Arm, isWatched: Bool = false, updates: Int? = nil, seed: UInt64) {
    var generator = RandomGenerator(seed: seed)
    var data = generator.split()
    let steps = arm.gathered + arm.steps
    let sequences = (0..<64 + 8 * steps).map { _ in
      (0..<Reverser.tokens).map { _ in data.integer(below: Reverser.tokens) }
    }
    let (probe, samples) = (Array(sequences.prefix(64)), Array(sequences.dropFirst(64)))
    var start = Reverser(arm, using: &generator)
    start.prepare(for: arm.start, on: probe)
    let network = start
    let schedule = arm.schedule
    var run = self
    func train(with optimizer: some Optimizer) {
      var optimizer = optimizer
      var weights = network.state.tensors
      if isWatched { run.probes.append(Probe(network, on: probe)) }
      run.losses =
        Descent.train(
          network, with: &optimizer, samples: samples.count, batchSize: 8, epochs: 1, schedule: .perStep(schedule),
          clipping: arm.clipping, using: &generator
        ) { batch in
          let targets = batch.flatMap { samples[$0].reversed() }
          let logits = network(batch.map { samples[$0] })
          if run.norms.count >= steps - 20 { run.accuracy += Descent.accuracy(logits, labels: targets) / 20 }
          return softmaxCrossEntropy(logits, labels: targets)
        } afterStep: { step in
          run.norms.append(step.gradients.norm)
          guard isWatched else { return true }
          let next = network.state.tensors
          let squares = next.indices.reduce(0) { $0 + square(next[$1] - weights[$1]).sum().item }
          run.stepSizes.append((squares / Double(network.parameterCount)).squareRoot() / arm.rate)
          weights = next
          if Run.places.contains(step.step + 1) { run.probes.append(Probe(network, on: probe)) }
          return step.step + 1 < updates ?? steps
        }.losses
    }
    train(with: arm.optimizer)
    self = run
  }
}

/// What post-LN should keep after three updates, from what pre-LN keeps at the same depth (medians).
func predictedShare(_ depths: Trials<Arm, Run>, layers: Int) -> Double {
  guard let pre = depths.arms.first(where: { $0.norm == .pre && $0.layers == layers }) else { return .nan }
  let kappa = squaredKappa(preShare: depths[pre].kept.median, layers: layers)
  return postShare(squaredKappa: kappa, layers: layers)
}

extension Trials<Arm, Run> {
  /// In how many runs each arm solves the task.
  var counts: [Int] { arms.map { self[$0].count(\.isSolved) } }
}
