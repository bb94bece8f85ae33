import Descent
import Foundation
import Testing

@Suite("Masks and pruning") struct PruningTests {
  static let w = Tensor(rows: [[0.9, -0.1, 0.2, 0.05], [-0.6, 0.7, -0.3, 0.8], [0.4, 0.25, -0.15, 1]])

  // MARK: Which numbers go

  @Test("By hand: half of the 12 numbers of W goes, those up to 0.3")
  func half() {
    #expect(magnitudeMask(of: Self.w, removing: 0.5) == Tensor(rows: [[1, 0, 0, 0], [1, 1, 0, 1], [1, 0, 0, 1]]))
  }

  @Test(
    "By hand: rows of W have L1 1.25, 2.40, 1.80 and L2 0.929, 1.257, 1.116: row 0 goes; columns 1.90, 1.05, 0.65, 1.85"
  )
  func rowsAndColumns() {
    let (row, column) = (
      Tensor(rows: [[0, 0, 0, 0], [1, 1, 1, 1], [1, 1, 1, 1]]),
      Tensor(rows: [[1, 1, 0, 1], [1, 1, 0, 1], [1, 1, 0, 1]])
    )
    for p in [1.0, 2] {
      #expect(rowMask(of: Self.w, removing: 1.0 / 3, norm: p) == row)
      #expect(rowMask(of: Self.w, removing: 0.25, axis: -1, norm: p) == column)
    }
  }

  @Test("By hand: of V the L1 norms 2, 1.5, 3 take row 1, and the L2 norms 1, 1.212, 1.517 row 0")
  func normsDisagree() {
    let v = Tensor(rows: [[0.5, 0.5, 0.5, 0.5], [1.2, 0.1, 0.1, 0.1], [0.9, -0.8, 0.7, 0.6]])
    let kept = [1.0, 2].map { p in rowMask(of: v, removing: 1.0 / 3, norm: p).sum(axes: [1]).scalars }
    #expect(kept == [[4, 0, 4], [0, 4, 4]])
  }

  @Test(
    "Exactly round(amount · n) go, half to even; of equals the first; one ranking takes most from the smaller layer")
  func counts() {
    func removed(_ amount: Double, _ count: Int) -> [Int] {
      let mask = magnitudeMask(of: .ones([count]), removing: amount).scalars
      return mask.indices.filter { mask[$0] == 0 }
    }
    #expect(removed(0.5, 5) == [0, 1] && removed(0.5, 7) == [0, 1, 2, 3])  // 2.5 to 2, 3.5 to 4
    #expect(removed(0, 3).isEmpty && removed(1, 3) == [0, 1, 2] && removed(0.2, 61_470).count == 12_294)
    let layers = [Tensor([1, 2, 3]), Tensor([0.1, 0.2, 10])]
    #expect(magnitudeMasks(of: layers, removing: 0.5) == [Tensor([0, 1, 1]), Tensor([0, 0, 1])])
    #expect(layers.map { magnitudeMask(of: $0, removing: 1.0 / 3) } == [Tensor([0, 1, 1]), Tensor([0, 1, 1])])
  }

  @Test("At random the count is as exact, over all layers together or over rows, and each number is as likely to go")
  func random() {
    var generator = RandomGenerator(seed: 3)
    var (rowSums, sums) = (Tensor.zeros([4, 2]), [Tensor.zeros([4]), .zeros([2, 3])])
    for _ in 0..<2000 {
      let masks = randomMasks(of: sums, removing: 0.3, using: &generator)
      #expect(masks.reduce(0) { $0 + $1.sum().item } == 7)
      let rows = randomRowMask(of: .ones([4, 2]), removing: 0.5, using: &generator)
      #expect(rows.sum().item == 4 && rows.sum(axes: [1]).scalars.allSatisfy { $0 == 0 || $0 == 2 })
      (sums, rowSums) = (zip(sums, masks).map { $0 + $1 }, rowSums + rows)
    }
    // Of 2000 draws a share of 0.7 has a standard deviation of 20, one of 0.5 of 22; 4 of them.
    for sum in sums.flatMap(\.scalars) { #expect(abs(sum - 1400) < 82) }
    for sum in rowSums.scalars { #expect(abs(sum - 1000) < 90) }
  }

  @Test(
    "The masks are PyTorch's: single numbers, all layers, rows, columns, filters and channels by norm; cut twice, or by scores"
  )
  func agreesWithPyTorch() throws {
    let fixtures = try fixture("adapting", as: AdaptingFixtures.self)
    let ranked = fixtures.ranked.map(\.tensor)
    // 7 of 35 go, then round(0.2 · 28) = 6 of those that are left; a score stands for the number itself.
    let once = ranked[0] * magnitudeMask(of: ranked[0], removing: 0.2)
    // Of 47 in both round(0.2 · 47) = 9 go, then round(0.2 · 38) = 8.
    let allOnce = zip(ranked, magnitudeMasks(of: ranked, removing: 0.2)).map { $0 * $1 }
    let filters = fixtures.filters.tensor
    let worth = Tensor([3, 0, 1, 0.5, 2, 0.25, 1], dtype: .float64)
    let ours: [String: [Tensor]] = [
      "twice, 0.2": [magnitudeMask(of: once, removing: 13.0 / 35)],
      "scores, 0.4": [magnitudeMask(of: ranked[0] * worth, removing: 0.4)],
      "single, 0.3": [magnitudeMask(of: ranked[0], removing: 0.3)],
      "single, 0.5": [magnitudeMask(of: ranked[0], removing: 0.5)],
      "all, 0.2": magnitudeMasks(of: ranked, removing: 0.2), "all, 0.9": magnitudeMasks(of: ranked, removing: 0.9),
      "rows, 1": [rowMask(of: ranked[0], removing: 0.4, norm: 1)],
      "rows, 2": [rowMask(of: ranked[0], removing: 0.4, norm: 2)],
      "columns, 3": [rowMask(of: ranked[0], removing: 0.4, axis: 1, norm: 3)],
      "all twice, 0.2": magnitudeMasks(of: allOnce, removing: 17.0 / 47),
      "filters, 1": [rowMask(of: filters, removing: 0.4, norm: 1)],
      "filters, 2": [rowMask(of: filters, removing: 0.4, norm: 2)],
      "channels, 2": [rowMask(of: filters, removing: 0.25, axis: 1, norm: 2)],
    ]
    #expect(ours == fixtures.masks.mapValues { $0.map(\.tensor) })
  }

  // MARK: What a mask does

  static func layer(_ weight: Tensor = w) -> Dense {
    Dense("layer", weight: weight, bias: .zeros([weight.shape[0]], dtype: weight.dtype))
  }

  @Test("By hand: a covered weight is 0 in value and has a gradient of 0, while tensor keeps what lies below")
  func byHand() {
    let layer = Self.layer(Tensor(rows: [[2, 3]]))
    layer.weight.mask = Tensor(rows: [[1, 0]])
    #expect(layer.weight.value.scalars == [2, 0] && layer.weight.tensor.scalars == [2, 3])
    #expect(layer(Tensor(rows: [[10, 100]])).scalars == [20])
    let gradients = valueAndGradients(of: layer) { layer(Tensor(rows: [[10, 100]])).sum() }.gradients
    #expect(gradients["layer.weight"]?.scalars == [10, 0] && gradients.names == ["layer.weight", "layer.bias"])
    layer.weight.mask = nil
    #expect(layer(Tensor(rows: [[10, 100]])).scalars == [320])
    layer.weight.mask = Tensor(rows: [[1, 0]])
    layer.weight.makeMaskPermanent()
    #expect(layer.weight.mask == nil && layer.weight.tensor.scalars == [2, 0])
  }

  @Test("A mask in the middle of a network: the gradients are central differences", arguments: [1, 2, 3])
  func differences(seed: UInt64) {
    var generator = RandomGenerator(seed: seed)
    let model = MultilayerPerceptron([4, 3, 2], activation: .tanh, dtype: .float64, using: &generator)
    let x = Tensor.normal([5, 4], dtype: .float64, using: &generator)
    for weight in model.penalizedParameters { weight.mask = magnitudeMask(of: weight.tensor, removing: 0.5) }
    expectGradients(of: model, seed) { square(model(x) - 1).mean() }
  }

  @Test(
    "Under each optimizer covered weights stay exactly 0, what lies below goes PyTorch's way",
    arguments: FreezingTests.optimizers)
  func optimizers(pair: OptimizerPair) throws {
    let run = try fixture("adapting", as: AdaptingFixtures.self).training
    let expected = try #require(run.ends[pair.name])
    let layer = Dense("layer", weight: run.weight.tensor, bias: run.bias.tensor)
    var optimizer = pair.optimizer
    for step in 0..<20 {
      if step == 5 { layer.weight.mask = run.mask.tensor }  // the optimizer remembers five steps by then
      let gradients = valueAndGradients(of: layer) { meanSquaredError(layer(run.input.tensor), run.target.tensor) }
        .gradients
      optimizer.update(layer, with: gradients)
      guard step >= 5 else { continue }
      for (number, kept) in zip(layer.weight.value.scalars, run.mask.numbers) where kept == 0 { #expect(number == 0) }
    }
    // 20 roundings, in another order than PyTorch's.
    expectClose(layer.weight.tensor.scalars, expected.original.numbers, within: 1e-10)
    expectClose(layer.weight.value.scalars, expected.weight.numbers, within: 1e-10)
    expectClose(layer.bias.tensor.scalars, expected.bias.numbers, within: 1e-10)
  }

  // MARK: Smaller layers

  @Test(
    "By hand: of W rows 2 and 0 and columns 3 and 1 are kept, with biases 30 and 10; x = (1, 2) gives 31.5 and 9.85")
  func smallerDense() {
    let layer = Dense("layer", weight: Self.w, bias: Tensor([10, 20, 30]), activation: .relu)
    let small = layer.keeping(outputs: [2, 0], inputs: [3, 1])
    #expect(small.weight.value == Tensor(rows: [[1, 0.25], [0.05, -0.1]]) && small.bias.value == Tensor([30, 10]))
    // 1·1 + 2·0.25 + 30 and 1·0.05 − 2·0.1 + 10, rounded to float32's 2⁻¹⁹ at 31.
    expectClose(small(Tensor(rows: [[1, 2]])).scalars, [31.5, 9.85], within: 2e-6)
    #expect(small.parameters.map(\.name) == ["layer.weight", "layer.bias"] && small.activation == .relu)
    layer.weight.mask = magnitudeMask(of: Self.w, removing: 0.5)  // removes W[0, 1], W[0, 3] and W[2, 1] of these
    #expect(layer.keeping(outputs: [2, 0], inputs: [3, 1]).weight.tensor == Tensor(rows: [[1, 0], [0, 0]]))
    small.weight.assign(.zeros([2, 2]))
    #expect(layer.weight.tensor == Self.w && layer.keeping().weight.value == layer.weight.value)
  }

  @Test("A convolution keeps filters and channels: as the large one with the other channels blank")
  func smallerConvolution() {
    var generator = RandomGenerator(seed: 4)
    let layer = Convolution2D(
      "conv", from: 3, to: 4, size: 2, stride: 2, padding: 1, activation: .relu, dtype: .float64, using: &generator)
    layer.bias.assign(.normal([4], dtype: .float64, using: &generator))
    let x = Tensor.normal([2, 3, 4, 4], dtype: .float64, using: &generator)
    let small = layer.keeping(filters: [3, 0], channels: [2, 0])
    let channel = [0, 2].map { x.slice(axis: 1, range: $0..<$0 + 1) }
    let blank = layer(concatenate([channel[0], .zeros([2, 1, 4, 4], dtype: .float64), channel[1]], axis: 1))
    let expected = concatenate([3, 0].map { blank.slice(axis: 1, range: $0..<$0 + 1) }, axis: 1)
    // Sums of up to 12 numbers near 1, in another order.
    expectClose(small(concatenate(channel.reversed(), axis: 1)).scalars, expected.scalars, within: 1e-14)
  }

  @Test("LeNet without some units: the logits of the whole with their answers put to 0, and the numbers of its widths")
  func smallerLeNet() {
    var generator = RandomGenerator(seed: 5)
    let model = LeNet(dtype: .float64, using: &generator)
    for parameter in model.parameters where parameter.tensor.rank == 1 {
      parameter.assign(.normal(parameter.tensor.shape, dtype: .float64, using: &generator))
    }
    let kept = [6, 16, 120, 84].map { count in Array(generator.permutation(of: count).prefix(count / 2)) }
    let small = model.keeping(conv1: kept[0], conv2: kept[1], fc1: kept[2], fc2: kept[3])
    #expect(small.parameterCount == LeNet(widths: (3, 8, 60, 42), using: &generator).parameterCount)
    let x = Tensor.normal([4, 1, 32, 32], dtype: .float64, using: &generator)
    let names = ["conv1", "conv2", "fc1", "fc2"]
    let expected = model(x) { output, name in
      guard let place = names.firstIndex(of: name) else { return output }
      let mask = (0..<output.shape[1]).map { kept[place].contains($0) ? 1.0 : 0 }
      return output * Tensor(shape: [output.shape[1]] + output.shape.dropFirst(2).map { _ in 1 }, mask, dtype: .float64)
    }
    expectClose(small(x).scalars, expected.scalars, within: 1e-12)  // numbers near 10, sums of up to 400
    #expect(model.keeping().state == model.state && small.fc1.weight.tensor.shape == [60, 200])
  }

  // MARK: States and files

  static func network(seed: UInt64) -> Sequential {
    var generator = RandomGenerator(seed: seed)
    return Sequential(
      Dense("hidden", from: 4, to: 6, activation: .relu, using: &generator),
      Dense("output", from: 6, to: 3, using: &generator))
  }

  @Test("A masked parameter is kept as NAME_orig and NAME_mask; a state brings masks back, and takes them off")
  func states() {
    let model = Self.network(seed: 1)
    let whole = model.state
    model.parameters[0].mask = magnitudeMask(of: model.parameters[0].tensor, removing: 0.5)
    let pruned = model.state
    #expect(
      pruned.names == ["hidden.weight_orig", "hidden.weight_mask", "hidden.bias", "output.weight", "output.bias"])
    #expect(pruned["hidden.weight_orig"] == whole["hidden.weight"] && pruned["hidden.weight_mask"]?.sum().item == 12)
    let other = Self.network(seed: 2)
    other.state = pruned
    #expect(other.state == pruned && other.parameters[0].value == model.parameters[0].value)
    other.state = whole
    #expect(other.state == whole && other.parameters[0].mask == nil)
  }

  @Test("A pruned network that PyTorch saved is loaded with its masks, computes the same, and is saved again the same")
  func pytorchFile() throws {
    let url = try #require(Bundle.module.url(forResource: "pruned", withExtension: "safetensors"))
    let file = try SafeTensors(decoding: Array(Data(contentsOf: url)))
    let expected = try fixture("adapting", as: AdaptingFixtures.self).pruned
    let model = Self.network(seed: 1)
    model.state = try file.state(like: model.state)
    #expect(model.parameters.map { $0.mask?.sum().item } == [12, nil, 12, nil])
    let output = model(expected.input.tensor.cast(to: .float32), in: .evaluation)
    expectClose(output.scalars, expected.output.numbers, within: 1e-6)  // float32, sums of 6 numbers near 1
    let again = SafeTensors(model.state)
    #expect(Set(again.tensors.map(\.name)) == Set(file.tensors.map(\.name)))
    for tensor in file.tensors { #expect(again[tensor.name] == tensor) }  // dtype, shape and bytes
    // Into a model that has other masks, and back out of one without them.
    let other = Self.network(seed: 2)
    other.parameters[2].mask = .zeros([3, 6])
    other.state = try SafeTensors(decoding: again.encoded()).state(like: other.state)
    #expect(other.state == model.state)
    other.state = try SafeTensors(Self.network(seed: 1).state).state(like: other.state)
    #expect(other.parameters.allSatisfy { $0.mask == nil } && other.state == Self.network(seed: 1).state)
  }

  @Test("Refusal: a file whose mask is missing, of another shape, or no mask")
  func files() {
    func reason(_ tensors: (String, Tensor)...) -> String {
      let file = SafeTensors(tensors.map { StoredTensor($0.0, $0.1, as: .float32) })
      do {
        _ = try file.state(like: ModelState(names: ["w"], tensors: [.zeros([2])]))
        return "none"
      } catch { return "\(error)" }
    }
    #expect(reason(("w_orig", .zeros([2]))).contains("there is no tensor w_mask"))
    #expect(reason(("w_mask", .ones([2]))).contains("there is no tensor w."))
    #expect(reason(("w_orig", .zeros([2])), ("w_mask", .ones([3]))).contains("w_mask is F32 [3] where float32 [2]"))
    #expect(
      reason(("w_orig", .zeros([2])), ("w_mask", Tensor([1, 0.5]))).contains("w_mask holds other numbers than 0 and 1"))
    #expect(reason(("w_orig", .zeros([2])), ("w_mask", .ones([2]))) == "none")
  }
}
