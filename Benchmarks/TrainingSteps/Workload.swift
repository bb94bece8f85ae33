import Descent

/// One of the reference workloads: a model, its loss on one fixed mini-batch of random numbers, and an optimizer.
struct Workload: Sendable {
  let name: String
  let stepsTimed: Int
  var optimizer: any Optimizer = Adam(learningRate: 1e-3)
  /// The step's matrix products, in any order.
  let products: @Sendable () -> [PreparedProduct]
  /// Makes the model, and the loss that each step computes of it anew.
  let task: @Sendable (inout RandomGenerator) -> (model: any Model, loss: () -> Tensor)

  static let all = [
    perceptron("moons", [2, 5, 2, 1], batch: 64, activation: .relu, stepsTimed: 2000),
    perceptron("digits", [64, 32, 10], batch: 32, activation: .relu, stepsTimed: 2000),
    perceptron("digits-deep", [64, 128, 128, 10], batch: 64, activation: .tanh, stepsTimed: 1000),
    perceptron("mnist", [784, 512, 512, 10], batch: 128, activation: .relu, stepsTimed: 60),
    perceptron(
      "mnist-sgd", [784, 512, 512, 10], batch: 128, activation: .relu, stepsTimed: 60,
      optimizer: Momentum(learningRate: 1e-2)),
    residual, lenet, charlm,
  ]

  /// A closure that trains for one step.
  func trainingStep() -> () -> Void {
    var generator = RandomGenerator(seed: 0)
    let (model, loss) = task(&generator)
    return trainingStep(optimizer, model, loss)
  }

  private func trainingStep(
    _ optimizer: some Optimizer, _ model: some Model, _ loss: @escaping () -> Tensor
  ) -> () -> Void {
    var optimizer = optimizer
    return {
      let (_, gradients) = valueAndGradients(of: model, loss)
      optimizer.update(model, with: gradients)
    }
  }

  /// A closure that does a step's matrix products and nothing else.
  func matrixProducts() -> () -> Void {
    let products = products()
    return { for product in products { product.run() } }
  }
}

// MARK: - The workloads

extension Workload {
  /// Dense layers in a row; with one output the classes are two.
  private static func perceptron(
    _ name: String, _ widths: [Int], batch: Int, activation: Activation, stepsTimed: Int,
    optimizer: any Optimizer = Adam(learningRate: 1e-3)
  ) -> Workload {
    Workload(name: name, stepsTimed: stepsTimed, optimizer: optimizer) {
      widths.indices.dropLast().flatMap {
        denseProducts(batch, from: widths[$0], to: widths[$0 + 1], isFirst: $0 == 0)
      }
    } task: { generator in
      let model = MultilayerPerceptron(widths, activation: activation, using: &generator)
      let x = Tensor.normal([batch, widths[0]], using: &generator)
      let outputs = widths[widths.count - 1]
      let labels = (0..<batch).map { _ in generator.integer(below: max(2, outputs)) }
      guard outputs == 1 else { return (model, { softmaxCrossEntropy(model(x), labels: labels) }) }
      let targets = Tensor(shape: [batch, 1], labels.map(Double.init))
      return (model, { binaryCrossEntropy(logits: model(x), targets: targets) })
    }
  }

  /// Ten blocks h + relu(batchnorm(dense(h))) of width 64, and a dense layer to ten classes.
  private static let residual = Workload(name: "residual", stepsTimed: 300) {
    (0..<10).flatMap { denseProducts(64, from: 64, to: 64, isFirst: $0 == 0) } + denseProducts(64, from: 64, to: 10)
  } task: { generator in
    let blocks = (0..<10).map { ResidualBlock("blocks.\($0)", width: 64, isNormalized: true, using: &generator) }
    let model = Sequential(blocks + [Dense("head", from: 64, to: 10, using: &generator)])
    let x = Tensor.normal([64, 64], using: &generator)
    let labels = (0..<64).map { _ in generator.integer(below: 10) }
    return (model, { softmaxCrossEntropy(model(x, in: .training), labels: labels) })
  }

  /// Two convolutions with pooling and three dense layers, on images of 32 × 32.
  private static let lenet = Workload(name: "lenet", stepsTimed: 60) {
    convolutionProducts(64, inputs: 25, filters: 6, places: 28 * 28, isFirst: true)
      + convolutionProducts(64, inputs: 6 * 25, filters: 16, places: 10 * 10)
      + denseProducts(64, from: 400, to: 120) + denseProducts(64, from: 120, to: 84)
      + denseProducts(64, from: 84, to: 10)
  } task: { generator in
    let model = LeNet(using: &generator)
    let x = Tensor.normal([64, 1, 32, 32], using: &generator)
    let labels = (0..<64).map { _ in generator.integer(below: 10) }
    return (model, { softmaxCrossEntropy(model(x), labels: labels) })
  }

  /// The letter model of lessons 29–34 on 64 words, with all 11 places in the loss.
  ///
  /// Its attention multiplies too, matrices of 11 × 8, which are not among the products.
  private static let charlm = Workload(name: "charlm", stepsTimed: 100) {
    let rows = 64 * 11
    let projections = (0..<4).flatMap { _ in denseProducts(rows, from: 32, to: 32) }
    let feedForward = denseProducts(rows, from: 32, to: 64) + denseProducts(rows, from: 64, to: 32)
    return (0..<2).flatMap { _ in projections + feedForward } + denseProducts(rows, from: 32, to: 27)
  } task: { generator in
    let model = LetterModel(using: &generator)
    let words = (0..<64).map { _ in (0..<11).map { _ in generator.integer(below: 27) } }
    let next: [Int?] = (0..<64 * 11).map { _ in generator.integer(below: 27) }
    return (model, { softmaxCrossEntropy(model(words, in: .training), labels: next) })
  }
}

// MARK: - Their products

/// What a dense layer multiplies in a step: x·Wᵀ forward, Gᵀ·x for the weights and, but for the first layer, G·W.
private func denseProducts(
  _ rows: Int, from inputs: Int, to outputs: Int, isFirst: Bool = false
) -> [PreparedProduct] {
  let (x, weight) = (Tensor.ones([rows, inputs]), Tensor.ones([outputs, inputs]))
  let gradient = Tensor.ones([rows, outputs])
  return [
    PreparedProduct(x, weight, transposingB: true), PreparedProduct(gradient, x, transposingA: true),
  ] + (isFirst ? [] : [PreparedProduct(gradient, weight)])
}

/// What a convolution multiplies in a step, image by image: with the image unfolded into the matrix U of all that the
/// window sees, W·U forward, G·Uᵀ for the filters and, but for the first layer, Wᵀ·G.
private func convolutionProducts(
  _ images: Int, inputs: Int, filters: Int, places: Int, isFirst: Bool = false
) -> [PreparedProduct] {
  let (unfolded, weight) = (Tensor.ones([inputs, places]), Tensor.ones([filters, inputs]))
  let gradient = Tensor.ones([filters, places])
  let products =
    [PreparedProduct(weight, unfolded), PreparedProduct(gradient, unfolded, transposingB: true)]
    + (isFirst ? [] : [PreparedProduct(weight, gradient, transposingA: true)])
  return products.flatMap { Array(repeating: $0, count: images) }
}
