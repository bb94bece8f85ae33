import Datasets
import Descent
import Experiments
import Numerics

/// A layer's form: an activation alone, or as the gate of a second sum.
struct Form: Hashable, Sendable {
  let activation: Activation
  let isGated: Bool

  init(_ activation: Activation, isGated: Bool = false) { (self.activation, self.isGated) = (activation, isGated) }
}

/// A hidden layer and a linear one: f(x W_gᵀ + b_g) ∘ (x W_uᵀ + b_u), or f(x W_uᵀ + b_u), and then y = h W_dᵀ + b_d.
struct Units: Layer {
  let up: Dense
  let gate: Dense?
  let down: Dense
  let activation: Activation

  init(
    _ name: String, _ form: Form, from inputs: Int, units: Int, to outputs: Int, using generator: inout RandomGenerator
  ) {
    up = Dense("\(name).up", from: inputs, to: units, initialization: .fanInUniform, using: &generator)
    gate =
      form.isGated
      ? Dense("\(name).gate", from: inputs, to: units, initialization: .fanInUniform, using: &generator) : nil
    down = Dense("\(name).down", from: units, to: outputs, initialization: .fanInUniform, using: &generator)
    activation = form.activation
  }

  var parameters: [Parameter] { up.parameters + (gate?.parameters ?? []) + down.parameters }

  func callAsFunction(_ x: Tensor, in phase: Phase) -> Tensor {
    guard let gate else { return down(activation(up(x))) }
    return down(gated(gate(x), up(x), by: activation))
  }
}

// MARK: - Products

/// What a small network is to compute.
enum Target: Hashable, Sendable {
  /// x₁x₂ on the 21 × 21 grid over −1 … 1.
  case product
  /// x₁x₂ + x₃x₄ on the 3⁴ grid of −1, 0, 1.
  case twoProducts
  /// x₁x₂x₃x₄ on the 16 sign patterns.
  case parity

  /// The inputs `[samples, inputs]` and the targets `[samples, 1]`.
  var samples: (inputs: Tensor, targets: Tensor) {
    let (levels, count) =
      switch self {
      case .product: (evenly(-1...1, count: 21), 2)
      case .twoProducts: (evenly(-1...1, count: 3), 4)
      case .parity: ([-1.0, 1], 4)
      }
    let points = (0..<count).reduce([[Double]]([[]])) { points, _ in
      points.flatMap { point in levels.map { point + [$0] } }
    }
    let targets = points.map { x in
      switch self {
      case .product: x[0] * x[1]
      case .twoProducts: x[0] * x[1] + x[2] * x[3]
      case .parity: x[0] * x[1] * x[2] * x[3]
      }
    }
    return (
      Tensor(points.flatMap { $0 }).reshaped([points.count, count]),
      Tensor(targets).reshaped([points.count, 1])
    )
  }
}

/// A network for a target: so many hidden layers of so many units.
struct ProductArm: Hashable, Sendable {
  let target: Target
  let form: Form
  let units: Int
  let layers: Int

  init(_ form: Form, units: Int, layers: Int = 1, of target: Target = .product) {
    (self.form, self.units, self.layers, self.target) = (form, units, layers, target)
  }
}

/// What a network makes of a target.
struct ProductRun: Sendable {
  /// The mean square error at the end.
  let error: Double

  init(_ arm: ProductArm, steps: Int = 1500, seed: UInt64) {
    var generator = RandomGenerator(seed: seed)
    let (inputs, targets) = arm.target.samples
    let width = inputs.shape[1]
    let network = Sequential(
      (0..<arm.layers).map { layer in
        Units(
          "\(layer)", arm.form, from: layer == 0 ? width : arm.units, units: arm.units,
          to: layer == arm.layers - 1 ? 1 : arm.units, using: &generator)
      })
    var optimizer = Adam(learningRate: 0.02)
    let schedule = CosineAnnealing(initial: 0.02, steps: steps)
    for step in 0..<steps {
      optimizer.learningRate = schedule(step)
      let gradients = valueAndGradients(of: network) {
        meanSquaredError(network(inputs, in: .training), targets)
      }.gradients
      optimizer.update(network, with: gradients)
    }
    error = meanSquaredError(network(inputs, in: .evaluation), targets).item
  }
}

// MARK: - Letters

/// Four letters and the one that comes next, for every place of many words.
struct LetterContexts: Sendable {
  static let length = 4

  /// The letters before, four for each sample, 0 where the word has not begun.
  let before: [Int]
  let next: [Int]

  init(_ words: some Sequence<String>) {
    var (before, next): ([Int], [Int]) = ([], [])
    for word in words {
      var window = Array(repeating: Letters.boundary, count: Self.length)
      for letter in Letters.encode(word) + [Letters.boundary] {
        before += window
        next.append(letter)
        window = window.dropFirst() + [letter]
      }
    }
    (self.before, self.next) = (before, next)
  }

  func take(_ places: some Sequence<Int>) -> (before: [Int], next: [Int]) {
    (places.flatMap { before[$0 * Self.length..<($0 + 1) * Self.length] }, places.map { next[$0] })
  }
}

/// English words to learn from, to choose a rate by and to test by; the same for every seed.
struct LetterData: Sendable {
  let training, validation, test: LetterContexts

  init() throws {
    let parts = try WordList.load(.english).split(test: 1000, validation: 500)
    training = LetterContexts(parts.rest.prefix(20_000))
    validation = LetterContexts(parts.validation)
    test = LetterContexts(parts.test)
  }
}

/// Says the next letter from four: h + block(LN h), where h is the letters' 4 · 16 numbers.
struct NextLetter: Model {
  let embedding: Embedding
  let norm: LayerNorm
  let block: FeedForward
  let head: Dense

  init(_ form: Form, hidden: Int, using generator: inout RandomGenerator) {
    let width = 16 * LetterContexts.length
    embedding = Embedding("letters", tokens: Letters.classCount, width: 16, standardDeviation: 0.25, using: &generator)
    norm = LayerNorm("norm", features: width)
    block = FeedForward(
      "block", width: width, hidden: hidden, activation: form.activation, isGated: form.isGated,
      initialization: .fanInUniform, using: &generator)
    head = Dense("head", from: width, to: Letters.classCount, initialization: .fanInUniform, using: &generator)
  }

  var parameters: [Parameter] { embedding.parameters + norm.parameters + block.parameters + head.parameters }

  func callAsFunction(_ before: [Int]) -> Tensor {
    let h = embedding(before).reshaped([before.count / LetterContexts.length, norm.weight.tensor.count])
    return head(h + block(norm(h), in: .training))
  }
}

/// What a form of the block makes of the letters.
struct LetterRun: Sendable {
  /// Bits per letter of the test words and of the words that the rate is chosen by.
  let bits, validation: Double
  /// How many numbers are trained.
  let count: Int

  init(_ form: Form, hidden: Int, rate: Double, steps: Int, batchSize: Int = 128, on data: LetterData, seed: UInt64) {
    var generator = RandomGenerator(seed: seed)
    let model = NextLetter(form, hidden: hidden, using: &generator)
    var optimizer = Adam(learningRate: rate)
    let samples = data.training.next.count
    train(
      model, with: &optimizer, samples: samples, batchSize: batchSize,
      epochs: (steps * batchSize + samples - 1) / samples,
      schedule: .perStep(CosineAnnealing(initial: rate, steps: max(steps - 50, 1)).warmedUp(over: 50)),
      using: &generator,
      loss: { places in
        let batch = data.training.take(places)
        return softmaxCrossEntropy(model(batch.before), labels: batch.next)
      }, afterStep: { $0.step < steps - 1 })
    func bits(_ contexts: LetterContexts) -> Double {
      bitsPerCharacter(softmaxCrossEntropy(model(contexts.before), labels: contexts.next).item)
    }
    (self.bits, validation) = (bits(data.test), bits(data.validation))
    count = model.parameters.reduce(0) { $0 + $1.tensor.count }
  }
}

// MARK: - Digits

/// The activation of 32 hidden units.
enum Bend: Hashable, Sendable, CaseIterable {
  case relu, leaky, gelu, silu

  func callAsFunction(_ sums: Tensor) -> Tensor {
    switch self {
    case .relu: Activation.relu(sums)
    case .leaky: Activation.relu(sums) * 0.99 + sums * 0.01
    case .gelu: Activation.gelu(sums)
    case .silu: Activation.silu(sums)
    }
  }
}

/// What plain gradient descent at one rate comes to, 64-32-10 on the digits.
struct BoldRun: Sendable {
  /// After how many epochs is read.
  static let places = [1, 2, 3, 5, 10, 20, 30, 50, 100]
  /// Test digits read after the epochs of ``places``, in percent.
  let accuracies: [Double]
  /// Units whose slope is below 0.001 for every test digit, at the end, in percent.
  let silent: Double

  var end: Double { accuracies[accuracies.count - 1] }
  /// After the first ten epochs.
  var early: Double { Self.places.firstIndex(of: 10).map { accuracies[$0] } ?? .nan }

  init(_ bend: Bend, rate: Double, digits: Digits, seed: UInt64) {
    let task = DigitsTask(digits, seed: seed)
    var generator = task.generator
    let hidden = Dense("hidden", from: Digits.pixelCount, to: 32, initialization: .heNormal, using: &generator)
    let output = Dense("output", from: 32, to: Digits.classCount, initialization: .heNormal, using: &generator)
    var optimizer = SGD(learningRate: rate)
    let stepsPerEpoch = task.training.count / 64
    let log = task.train(
      Sequential(hidden, output), with: &optimizer, epochs: Self.places.max() ?? 0,
      measuringAt: Self.places.map { $0 * stepsPerEpoch }, using: &generator
    ) { output(bend(hidden($0))) }
    accuracies = log.measurements.map { 100 * $0 }
    silent = 100 * silentShare(bend, sums: hidden(task.test.pixels))
  }
}

/// The share of units, columns of the sums `[samples, units]`, whose slope is below 0.001 for every sample.
func silentShare(_ bend: Bend, sums: Tensor) -> Double {
  let slopes = valueAndGradient(at: sums) { bend($0).sum() }.gradient.scalars
  let units = sums.shape[1]
  let silent = (0..<units).count { unit in
    stride(from: unit, to: slopes.count, by: units).allSatisfy { abs(slopes[$0]) < 0.001 }
  }
  return Double(silent) / Double(units)
}
