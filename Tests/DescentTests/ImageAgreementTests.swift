import Descent
import Foundation
import Testing

/// What `Fixtures/make_image_fixtures.py` made with PyTorch.
struct ImageFixtures: Decodable {
  struct LeNet: Decodable {
    let logits: OperationFixtures.Numbers
    let gradients, trained: [String: [Double]]
    let losses: [Double]
  }

  let torch: String
  let lenet: LeNet
  let cases: [String: OperationFixtures.Case]
}

@Suite("Images agree with PyTorch") struct ImageAgreementTests {
  static let pairs: [OperationPair] = [
    OperationPair("convolution with ReLU") { convolution($0[0], $0[1], bias: $0[2], activation: .relu) },
    OperationPair("convolution with tanh, stride 2, padding 1") {
      convolution($0[0], $0[1], bias: $0[2], activation: .tanh, stride: 2, padding: 1)
    },
    OperationPair("convolution, stride 3") { convolution($0[0], $0[1], bias: $0[2], stride: 3) },
    OperationPair("convolution, stride larger than the window") {
      convolution($0[0], $0[1], bias: $0[2], stride: 4, padding: 1)
    },
    OperationPair("max-pooling of odd sides") { maxPooling($0[0], size: 2) },
    OperationPair("max-pooling of long rows") { maxPooling($0[0], size: 2) },
    OperationPair("average pooling") { averagePooling($0[0], size: 2) },
    OperationPair("average pooling of odd sides") { averagePooling($0[0], size: 2) },
    OperationPair("average pooling, overlapping") { averagePooling($0[0], size: 3, stride: 2, padding: 1) },
    OperationPair("resized from 8 × 8 to 32 × 32") { $0[0].resized(toHeight: 32, width: 32) },
    OperationPair("resized from 5 × 7 to 3 × 11") { $0[0].resized(toHeight: 3, width: 11) },
    OperationPair("resized from 1 × 3 to 4 × 1") { $0[0].resized(toHeight: 4, width: 1) },
  ]

  @Test("Each operation on images has PyTorch's results and gradients", arguments: pairs)
  func agrees(pair: OperationPair) throws {
    pair.expectAgreement(with: try #require(fixture("images", as: ImageFixtures.self).cases[pair.name]))
  }

  @Test("The fixtures hold no case that is not compared")
  func allCompared() throws {
    #expect(try Set(fixture("images", as: ImageFixtures.self).cases.keys) == Set(Self.pairs.map(\.name)))
  }

  /// The script's numbers: size · sin(step · (i + 1)²), the square taken modulo 1009.
  static func wave(_ shape: [Int], size: Double, step: Double) -> Tensor {
    let numbers = (1...shape.reduce(1, *)).map { size * sin(step * Double($0 * $0 % 1009)) }
    return Tensor(shape: shape, numbers, dtype: .float64)
  }

  static func lenet() -> LeNet {
    var generator = RandomGenerator(seed: 1)
    let model = LeNet(dtype: .float64, using: &generator)
    for (index, parameter) in model.parameters.enumerated() {
      let shape = parameter.tensor.shape
      let fanIn = shape.count > 1 ? shape.dropFirst().reduce(1, *) : 100
      parameter.assign(wave(shape, size: (3 / Double(fanIn)).squareRoot(), step: 1 + 0.1 * Double(index)))
    }
    return model
  }

  static let pictures = wave([4, 1, 32, 32], size: 1, step: 0.7)
  static let labels = [3, 0, 9, 3]

  /// Expects PyTorch's norm of each tensor and its product with a wave, to 1e-10 of what each sums up.
  func expect(_ tensors: [(name: String, tensor: Tensor)], _ summaries: [String: [Double]], to tolerance: Double) throws
  {
    #expect(tensors.count == summaries.count)
    for (name, tensor) in tensors {
      let expected = try #require(summaries[name])
      let product = (tensor * Self.wave(tensor.shape, size: 1, step: 0.3)).sum().item
      let scale = expected[0] * Double(tensor.count).squareRoot()
      #expect(abs(tensor.norm - expected[0]) <= tolerance * scale, "\(name)")
      #expect(abs(product - expected[1]) <= tolerance * scale, "\(name)")
    }
  }

  @Test("LeNet has PyTorch's logits and gradients")
  func lenetGradients() throws {
    let expected = try fixture("images", as: ImageFixtures.self).lenet
    let model = Self.lenet()
    #expect(model(Self.pictures).shape == expected.logits.shape)
    for (ours, theirs) in zip(model(Self.pictures).scalars, expected.logits.numbers) {
      #expect(abs(ours - theirs) < 1e-10)  // logits of some units
    }
    let gradients = valueAndGradients(of: model) { softmaxCrossEntropy(model(Self.pictures), labels: Self.labels) }
      .gradients
    try expect(Array(zip(gradients.names, gradients.tensors)), expected.gradients, to: 1e-10)
  }

  @Test("In float32 LeNet has the same logits, gradients and all, but for rounding")
  func singlePrecision() {
    var generator = RandomGenerator(seed: 1)
    let (wide, narrow) = (Self.lenet(), LeNet(using: &generator))
    narrow.state = ModelState(
      names: wide.state.names, tensors: wide.state.tensors.map { $0.cast(to: .float32) })
    let x = Self.pictures.cast(to: .float32)
    let difference = (narrow(x).cast(to: .float64) - wide(Self.pictures)).norm
    #expect(difference < 1e-5 * wide(Self.pictures).norm)  // 2⁻²⁴ = 6e-8, some hundred sums
    let (a, b) = (
      valueAndGradients(of: narrow) { softmaxCrossEntropy(narrow(x), labels: Self.labels) }.gradients,
      valueAndGradients(of: wide) { softmaxCrossEntropy(wide(Self.pictures), labels: Self.labels) }.gradients
    )
    for (ours, exact) in zip(a.tensors, b.tensors) {
      #expect((ours.cast(to: .float64) - exact).norm < 1e-5 * exact.norm)
    }
  }

  @Test("Ten steps of training LeNet with Adam have PyTorch's losses and end at its weights")
  func tenSteps() throws {
    let expected = try fixture("images", as: ImageFixtures.self).lenet
    let model = Self.lenet()
    var optimizer = Adam(learningRate: 1e-3)
    #expect(expected.losses.count == 10)
    for loss in expected.losses {
      let step = valueAndGradients(of: model) { softmaxCrossEntropy(model(Self.pictures), labels: Self.labels) }
      #expect(abs(step.loss - loss) < 1e-10 * max(loss, 1))
      optimizer.update(model, with: step.gradients)
    }
    // Where a gradient is nearly 0, Adam's quotient g/√g² enlarges its rounding.
    try expect(model.parameters.map { ($0.name, $0.tensor) }, expected.trained, to: 1e-8)
  }
}
