import Descent
import Testing

/// What `Fixtures/make_adapting_fixtures.py` made with PyTorch.
struct AdaptingFixtures: Decodable {
  typealias Numbers = OperationFixtures.Numbers

  struct Training: Decodable {
    struct End: Decodable {
      let original, weight, bias: Numbers
    }
    let input, target, weight, bias, mask: Numbers
    let ends: [String: End]
  }

  struct Pruned: Decodable {
    let input, output: Numbers
  }

  struct Rounded: Decodable {
    let bits: Int
    let axis: Int?
    let input, scales, back: Numbers
    let integers: [Int]
  }

  struct Unsigned: Decodable {
    let input, back: Numbers
    let scale: Double
    let zeroPoint: Int
    let integers: [Int]
  }

  struct Signed: Decodable {
    let input, back: Numbers
    let integers: [Int]
  }

  let torch: String
  let cases: [String: OperationFixtures.Case]
  let training: Training
  let ranked: [Numbers]
  let masks: [String: [Numbers]]
  let filters: Numbers
  let pruned: Pruned
  let largest, leastSquares: [Rounded]
  let unsigned: [Unsigned]
  let signed: Signed
}

@Suite("Adapting agrees with PyTorch") struct AdaptingAgreementTests {
  static func lora(_ name: String, _ activation: Activation = .identity) -> OperationPair {
    OperationPair(name) {
      LoRA(
        Dense(
          "base", weight: .zeros([3, 4], dtype: .float64), bias: .zeros([3], dtype: .float64), activation: activation),
        down: .zeros([2, 4], dtype: .float64), up: .zeros([3, 2], dtype: .float64), alpha: 3)
    } _: {
      [$0($1)]
    }
  }

  static func adapter(_ name: String, _ activation: Activation) -> OperationPair {
    OperationPair(name) {
      var generator = RandomGenerator(seed: 1)
      let base = Dense("base", from: 4, to: 5, dtype: .float64, using: &generator)
      return Adapter(after: base, bottleneck: 2, activation: activation, using: &generator)
    } _: {
      [$0($1)]
    }
  }

  static let mask = Tensor(rows: [[1, 0, 1, 0], [0, 0, 1, 1], [1, 1, 0, 1]], dtype: .float64)

  static let pairs: [OperationPair] = [
    lora("LoRA"), lora("LoRA, three axes"), lora("LoRA, ReLU", .relu),
    adapter("adapter", .relu), adapter("adapter, three axes", .relu), adapter("adapter, linear", .identity),
    OperationPair("masked") {
      let layer = Dense("layer", weight: .zeros([3, 4], dtype: .float64), bias: .zeros([3], dtype: .float64))
      layer.weight.mask = mask
      return layer
    } _: {
      [$0($1)]
    },
    OperationPair("straight through") { inputs in
      let weight = inputs[1].customGradient(
        forward: { QuantizedTensor(symmetric: $0, bits: 4, axis: 0).dequantized }, backward: { $0 })
      return matmul(inputs[0], weight.transposed) + inputs[2]
    },
  ]

  @Test("LoRA, adapters, masks and rounding have PyTorch's results and gradients", arguments: pairs)
  func agrees(pair: OperationPair) throws {
    pair.expectAgreement(with: try #require(fixture("adapting", as: AdaptingFixtures.self).cases[pair.name]))
  }

  @Test("The fixtures hold no case that is not compared")
  func allCompared() throws {
    let names = try fixture("adapting", as: AdaptingFixtures.self).cases.keys
    #expect(Set(names) == Set(Self.pairs.map(\.name)))
  }
}

extension Refusals {
  static func dense(_ inputs: Int = 3, _ outputs: Int = 2, _ activation: Activation = .identity) -> Dense {
    Dense("layer", weight: .zeros([outputs, inputs]), bias: .zeros([outputs]), activation: activation)
  }

  static let adapting: [Refusal] = [
    Refusal(
      "a fusion of nothing", "A fusion after base needs adapters of width 5, not of []."
    ) {
      var generator = RandomGenerator(seed: 1)
      _ = AdapterFusion(after: LowRankTests.dense(), adapters: [], queryWidth: 2, using: &generator)
    },
    Refusal(
      "a fusion of an adapter of another width", "A fusion after base needs adapters of width 5, not of [6]."
    ) {
      var generator = RandomGenerator(seed: 1)
      let other = Adapter(after: LowRankTests.dense(to: 6), bottleneck: 2, using: &generator)
      _ = AdapterFusion(after: LowRankTests.dense(), adapters: [other], queryWidth: 2, using: &generator)
    },
    Refusal(
      "freezing what is not there", "No parameter is called layer.weigth; there are [\"layer.weight\", \"layer.bias\"]."
    ) {
      _ = dense().freezing(["layer.bias", "layer.weigth"])
    },
    Refusal("training what is not there", "No parameter is called head; there are [") {
      _ = dense().training(only: ["head"])
    },
    Refusal("everything frozen", "Nothing is left to train of [\"layer.weight\", \"layer.bias\"].") {
      _ = dense().freezing { _ in true }
    },
    Refusal("an optimizer for a frozen parameter", "1 gradients cannot update 2 parameters.") {
      let (layer, x) = (dense(), Tensor.ones([1, 3]))
      var optimizer = SGD(learningRate: 1)
      let gradients = valueAndGradients(of: layer.freezing(["layer.bias"])) { layer(x).sum() }.gradients
      optimizer.update(layer, with: gradients)
    },
    Refusal("LoRA around a normalisation", "LoRA wraps a Dense layer, not a LayerNorm.") {
      var generator = RandomGenerator(seed: 1)
      _ = LoRA(LayerNorm("norm", features: 3), rank: 1, using: &generator)
    },
    Refusal("LoRA of rank 0", "The rank of LoRA must be at least 1, but is 0.") {
      var generator = RandomGenerator(seed: 1)
      _ = LoRA(dense(), rank: 0, using: &generator)
    },
    Refusal("LoRA with α = 0", "alpha must be finite and above 0, but is 0.0.") {
      var generator = RandomGenerator(seed: 1)
      _ = LoRA(dense(), rank: 1, alpha: 0, using: &generator)
    },
    Refusal(
      "the notes' LoRA, A and B both r × d",
      "layer with [2, 3] cannot be changed by matrices [1, 3] and [1, 3]."
    ) {
      _ = LoRA(dense(), down: .zeros([1, 3]), up: .zeros([1, 3]), alpha: 1)
    },
    Refusal("an adapter after what has no name", "An adapter after a Activation needs a name and a width.") {
      var generator = RandomGenerator(seed: 1)
      _ = Adapter(after: Activation.relu, bottleneck: 1, using: &generator)
    },
    Refusal("an adapter without a bottleneck", "The bottleneck of an adapter must be at least 1, but is 0.") {
      var generator = RandomGenerator(seed: 1)
      _ = Adapter(after: dense(), bottleneck: 0, using: &generator)
    },
    Refusal(
      "a mask of another shape", "Parameter layer.weight is float32 [2, 3] and cannot have a mask of float32 [3, 2]."
    ) {
      dense().weight.mask = .ones([3, 2])
    },
    Refusal("a mask of halves", "The mask of parameter layer.bias may hold zeros and ones alone.") {
      dense().bias.mask = Tensor([0.5, 1])
    },
    Refusal("a mask amid differentiation", "Parameter layer.bias is being differentiated and cannot change") {
      let layer = dense()
      _ = valueAndGradients(of: layer) {
        layer.bias.mask = .ones([2])
        return layer.bias.value.sum()
      }
    },
    Refusal(
      "a pruned state for a model that has not the layer",
      "it lacks [\"layer.weight\"], and has [\"other.weight_orig\", \"other.weight_mask\"] beside."
    ) {
      dense().state = ModelState(
        names: ["other.weight_orig", "other.weight_mask", "layer.bias"],
        tensors: [.zeros([2, 3]), .ones([2, 3]), .zeros([2])])
    },
    Refusal("a state with a mask too many", "it lacks [], and has [\"layer.weight_mask\"] beside.") {
      dense().state = ModelState(
        names: ["layer.weight", "layer.weight_mask", "layer.bias"],
        tensors: [.zeros([2, 3]), .ones([2, 3]), .zeros([2])])
    },
    Refusal("more than everything pruned", "Pruning removes a share between 0 and 1, not 20.0.") {
      _ = magnitudeMask(of: .ones([3]), removing: 20)
    },
    Refusal("nan ranked", "What is nan cannot be ranked") {
      _ = magnitudeMask(of: Tensor([1, .nan]), removing: 0.5)
    },
    Refusal("rows of a norm that is none", "The p of a norm must be finite and above 0, but is 0.0.") {
      _ = rowMask(of: .ones([3, 2]), removing: 0.5, norm: 0)
    },
    Refusal(
      "a unit kept that is not there", "Layer layer has outputs 0 to 1, at least one of them is kept, and not [2]."
    ) {
      _ = dense().keeping(outputs: [2])
    },
    Refusal("no input kept", "Layer layer has inputs 0 to 2, at least one of them is kept, and not [].") {
      _ = dense().keeping(inputs: [])
    },
    Refusal("one bit", "A number is quantised to 2 … 8 bits, not to 1.") {
      _ = QuantizedTensor(symmetric: .ones([3]), bits: 1)
    },
    Refusal("infinity quantised", "Numbers that are not finite cannot be quantised.") {
      _ = QuantizedTensor(asymmetric: Tensor([1, .infinity]))
    },
    Refusal("quantised over an endless range", "Numbers cannot be quantised over the range 0.0...inf.") {
      _ = QuantizedTensor(asymmetric: .ones([3]), range: 0...(.infinity))
    },
    Refusal("a scale for each input", "with one scale, or one for each output") {
      _ = quantizedSums(
        QuantizedTensor(asymmetric: .ones([3])), QuantizedTensor(symmetric: .ones([2, 3]), axis: 1))
    },
    Refusal("quantised matrices that do not fit", "not [2] and [2, 3].") {
      _ = quantizedSums(QuantizedTensor(asymmetric: .ones([2])), QuantizedTensor(symmetric: .ones([2, 3])))
    },
    Refusal("more inputs than Int32 can add", "Int32 holds the sum of 66311 products of 8-bit numbers, not of 66312.") {
      let x = Tensor.ones([1, 66_312])
      _ = quantizedSums(QuantizedTensor(asymmetric: x), QuantizedTensor(symmetric: x))
    },
    Refusal("a quantised layer in training", "A quantised layer has no gradient: layer.bias is for evaluation alone.") {
      let (layer, x) = (QuantizedDense(dense()), Parameter("x", .ones([1, 3])))
      _ = valueAndGradients(of: x) { layer(x.value).sum() }
    },
    Refusal("another layer's whole numbers", "layer.weight is [2, 3] and not [3, 2].") {
      _ = QuantizedDense(dense(), weight: QuantizedTensor(symmetric: .ones([3, 2])))
    },
  ]
}
