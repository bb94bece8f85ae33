import Descent
import Testing

/// The numbers that `Fixtures/make_quantized_fixtures.py` made with PyTorch.
struct QuantizedFixtures: Decodable {
  typealias Numbers = OperationFixtures.Numbers

  struct Layer: Decodable {
    let input, weight, bias, dynamic, fixed: Numbers
    let byOutput: Bool
    let integers: [Int]
    let range: [Double]
  }

  struct Sums: Decodable {
    let input, weight, sums: Numbers
  }

  let torch, engine, machine: String
  let layers: [Layer]
  let sums: Sums
}

@Suite("Quantisation") struct QuantizationTests {
  static func draw(_ shape: [Int], seed: UInt64 = 5, dtype: DType = .float64) -> Tensor {
    var generator = RandomGenerator(seed: seed)
    return .normal(shape, dtype: dtype, using: &generator)
  }

  // MARK: By hand

  @Test("By hand, symmetric: the largest of (−1.27, 0.5, 0.013, 1) makes s = 0.01, and q = (−127, 50, 1, 100)")
  func symmetric() {
    let quantized = QuantizedTensor(symmetric: Tensor([-1.27, 0.5, 0.013, 1], dtype: .float64))
    #expect(quantized.integers == [-127, 50, 1, 100] && quantized.zeroPoint == 0 && quantized.isSigned)
    expectClose(quantized.scales.scalars, [0.01], within: 1e-17)
    expectClose(quantized.dequantized.scalars, [-1.27, 0.5, 0.01, 1], within: 1e-15)
  }

  @Test("By hand, asymmetric: −1 … 2 makes s = 3/255 and z = 85, and no number is off by more than s/2")
  func asymmetric() {
    let x = Tensor([-1, -0.35, 0, 0.33, 0.8, 2], dtype: .float64)
    let quantized = QuantizedTensor(asymmetric: x)
    #expect(quantized.integers == [0, 55, 85, 113, 153, 255] && quantized.zeroPoint == 85)
    expectClose(quantized.scales.scalars, [0.0117647], within: 5e-8)
    expectClose(quantized.dequantized.scalars, [-1, -0.352941, 0, 0.329412, 0.8, 2], within: 5e-7)  // as written
    expectClose(quantized.dequantized.scalars, x.scalars, within: 0.002942)
    // Of ten bits' worth the range may be fixed: what lies outside is cut, and 0 is always inside.
    let fixed = QuantizedTensor(asymmetric: x, bits: 2, range: 0.5...1.5)
    #expect(fixed.integers == [0, 0, 0, 1, 2, 3] && fixed.dequantized.scalars == [0, 0, 0, 0.5, 1, 1.5])
  }

  @Test(
    "By hand: A = [[.5, −1], [.25, 2]] times (.3, .9) has the whole sums −13600 and 33745, and back −0.7559, 1.8756")
  func product() {
    let a = QuantizedTensor(symmetric: Tensor(rows: [[0.5, -1], [0.25, 2]], dtype: .float64))
    let x = QuantizedTensor(asymmetric: Tensor([0.3, 0.9], dtype: .float64))
    #expect(a.integers == [32, -64, 16, 127] && x.integers == [85, 255] && x.zeroPoint == 0)
    #expect(quantizedSums(x, a) == [-13600, 33745])
    expectClose(quantizedProduct(x, a).scalars, [-0.755906, 1.875591], within: 5e-7)  // exact: −0.75, 1.875
  }

  @Test("By hand: halves go to the even neighbour, or down where cutting off is asked for")
  func rounding() {
    let x = Tensor([0.5, 1.5, 2.5, -0.5, -1.5, 3], dtype: .float64)  // s = 1 with 3 bits
    #expect(QuantizedTensor(symmetric: x, bits: 3).integers == [0, 2, 2, 0, -2, 3])
    #expect(QuantizedTensor(symmetric: x, bits: 3, rounding: .down).integers == [0, 1, 2, -1, -2, 3])
  }

  @Test("By hand: two bits and one scale round (1, 0.9, 10) to (0, 0, 10); a scale for each row keeps both rows")
  func perChannel() {
    let w = Tensor(rows: [[1, 0.9], [10, -4]], dtype: .float64)
    #expect(QuantizedTensor(symmetric: w, bits: 2).dequantized.scalars == [0, 0, 10, 0])
    let rows = QuantizedTensor(symmetric: w, bits: 2, axis: 0)
    #expect(rows.scales == Tensor(rows: [[1], [10]], dtype: .float64) && rows.dequantized.scalars == [1, 1, 10, 0])
    let columns = QuantizedTensor(symmetric: w, bits: 2, axis: -1)
    #expect(
      columns.scales == Tensor(rows: [[10, 4]], dtype: .float64) && columns.dequantized.scalars == [0, 0, 10, -4])
  }

  @Test("A row of zeros, or a tensor of them, has scale 0 and comes back as zeros")
  func zeros() {
    let w = QuantizedTensor(symmetric: Tensor(rows: [[0, 0], [1, 2]]), axis: 0)
    #expect(w.scales.scalars[0] == 0 && w.integers == [0, 0, 64, 127])  // 63.5 to the even neighbour
    #expect(QuantizedTensor(symmetric: .zeros([3])).dequantized == .zeros([3]))
    #expect(QuantizedTensor(asymmetric: .zeros([3])).dequantized == .zeros([3]))
    #expect(QuantizedTensor(symmetric: .zeros([0, 3]), axis: 0).dequantized.shape == [0, 3])
  }

  // MARK: Theory

  @Test("Theory: within the range the error is at most s/2, and s²/12 in the mean square", arguments: 4...8)
  func errors(bits: Int) {
    var generator = RandomGenerator(seed: 6)
    let x = Tensor.uniform([40_000], in: -1..<1, dtype: .float64, using: &generator)
    for quantized in [QuantizedTensor(symmetric: x, bits: bits), QuantizedTensor(asymmetric: x, bits: bits)] {
      let (step, errors) = (quantized.scales.item, (quantized.dequantized - x).scalars)
      #expect(errors.allSatisfy { abs($0) <= step / 2 * (1 + 1e-12) })
      let meanSquare = errors.reduce(0) { $0 + $1 * $1 } / 40_000
      // The mean of u² over a step has a relative standard deviation of √(4/5)/√40000 = 0.45 %; 4 of them.
      #expect(abs(meanSquare / (step * step / 12) - 1) < 0.018)
    }
  }

  @Test("Theory: six decibels a bit for uniform numbers, 20 log₁₀ 2Q")
  func decibels() {
    var generator = RandomGenerator(seed: 7)
    let x = Tensor.uniform([100_000], in: -1..<1, dtype: .float64, using: &generator)
    for (bits, expected) in [(8, 48.1), (6, 35.8), (5, 29.5), (4, 22.9), (3, 15.6), (2, 6.0)] {
      let noise = QuantizedTensor(symmetric: x, bits: bits).dequantized - x
      let ratio = 20 * (log(Tensor(x.norm / noise.norm, dtype: .float64)).item / log(Tensor(10, dtype: .float64)).item)
      #expect(abs(ratio - expected) < 0.15)  // the table's digit, and what few levels differ from the theory
    }
  }

  @Test("The least-squares scale never has a larger error than the largest, and at two bits of normal numbers far less")
  func leastSquares() {
    let x = Self.draw([4, 500])
    for bits in 2...8 {
      for axis in [nil, 0] {
        func error(_ scale: QuantizedTensor.Scale) -> Double {
          (QuantizedTensor(symmetric: x, bits: bits, axis: axis, scale: scale).dequantized - x).norm
        }
        #expect(error(.leastSquares) <= error(.largest))
        if bits == 2 { #expect(error(.leastSquares) < 0.6 * error(.largest)) }
      }
    }
  }

  @Test("Theory: the whole sums are exactly the product of the numbers they stand for, and fit far into 400 inputs")
  func exactSums() {
    // All at the ends: 400 · 127 · 255 = 12,954,000 and its negative.
    let ends = QuantizedTensor(symmetric: Tensor(rows: [[Double]](repeating: [1], count: 400)).reshaped([1, 400]))
    #expect(quantizedSums(QuantizedTensor(asymmetric: .ones([1, 400])), ends) == [12_954_000])
    // z = 255, q = 0
    #expect(quantizedSums(QuantizedTensor(asymmetric: -Tensor.ones([1, 400])), ends) == [-12_954_000])
    let (x, w) = (
      QuantizedTensor(asymmetric: Self.draw([2, 3, 7])),
      QuantizedTensor(symmetric: Self.draw([5, 7], seed: 8), axis: 0)
    )
    var sums: [Int32] = []
    for row in 0..<6 {
      for output in 0..<5 {
        sums.append(
          Int32((0..<7).reduce(0) { $0 + (x.integers[row * 7 + $1] - x.zeroPoint) * w.integers[output * 7 + $1] }))
      }
    }
    #expect(quantizedSums(x, w) == sums)
    let product = quantizedProduct(x, w)
    #expect(product.shape == [2, 3, 5])
    expectClose(product.scalars, matmul(x.dequantized, w.dequantized.transposed).scalars, within: 1e-14)
  }

  // MARK: Layers

  @Test("A quantised layer is near its own; its weight is one with the layer's on dequantised numbers")
  func layer() {
    var generator = RandomGenerator(seed: 9)
    let layer = Dense("fc", from: 40, to: 6, activation: .relu, using: &generator)
    layer.bias.assign(Self.draw([6], dtype: .float32))
    let (x, quantized) = (Self.draw([3, 4, 40], dtype: .float32), QuantizedDense(layer))
    // Rounding x and W to 8 bits costs each product some 1/255 of the range, 40 of them √40 times that: 0.03.
    expectClose(quantized(x).scalars, layer(x).scalars, within: 0.1)
    #expect(quantized(x) != layer(x) && quantized.parameters.isEmpty && quantized.state.names == ["fc.bias"])
    layer.weight.assign(quantized.weight.dequantized)
    let input = QuantizedTensor(asymmetric: x)
    expectClose(quantized(x).scalars, layer(input.dequantized).scalars, within: 1e-5)  // float32, sums of 40
    let fixed = QuantizedDense(layer, weight: QuantizedTensor(symmetric: layer.weight.tensor), inputRange: 0...0.5)
    expectClose(fixed(x).scalars, layer(minimum(relu(x), Tensor(0.5))).scalars, within: 0.02)
  }

  @Test("Straight through: training on rounded weights moves the weights below until they round to better ones")
  func straightThrough() {
    let layer = Dense("layer", weight: Tensor(rows: [[0.9, 0.1]], dtype: .float64), bias: Tensor([0], dtype: .float64))
    func rounded(_ weight: Tensor) -> Tensor {
      weight.customGradient(forward: { QuantizedTensor(symmetric: $0, bits: 2).dequantized }, backward: { $0 })
    }
    let (x, target) = (Tensor(rows: [[1, 2]], dtype: .float64), Tensor(rows: [[4.2]], dtype: .float64))
    func output() -> Tensor { matmul(x, rounded(layer.weight.value).transposed) }
    #expect(rounded(layer.weight.tensor).scalars == [0.9, 0])
    // ∂L/∂y = 2 (0.9 − 4.2) = −6.6; passed straight to the weights: −6.6 (1, 2).
    let gradients = valueAndGradients(of: layer) { square(output() - target).sum() }.gradients
    expectClose(gradients.tensors[0].scalars, [-6.6, -13.2], within: 1e-14)
    // The same with a model whose parameters are rounded for the time of the gradient.
    let below = layer.weight.tensor
    layer.weight.assign(rounded(below))
    let same = valueAndGradients(of: layer) { square(layer(x) - target).sum() }.gradients
    layer.weight.assign(below)
    #expect(same.tensors[0] == gradients.tensors[0])
    var optimizer = SGD(learningRate: 0.02)
    for _ in 0..<100 {
      optimizer.update(layer, with: valueAndGradients(of: layer) { square(output() - target).sum() }.gradients)
    }
    // The second weight, unseen at first, grows twice as fast; from half of the first on it rounds to it: s + 2s = 4.2.
    // A step leaves 1 − 0.02 · 2 · 3 = 0.88 of the error, 90 of them leave 1e-5.
    expectClose(output().scalars, [4.2], within: 1e-4)
    expectClose(rounded(layer.weight.tensor).scalars, [1.4, 1.4], within: 1e-4)
  }

  // MARK: Files

  @Test("A file holds whole numbers as I8 or U8 beside their scales, and gives the same tensor back")
  func files() throws {
    let w = Self.draw([30, 20], dtype: .float32)
    let kept = [
      QuantizedTensor(symmetric: w), QuantizedTensor(symmetric: w, bits: 4, axis: 0),
      QuantizedTensor(symmetric: w.cast(to: .float64), bits: 3, axis: 1), QuantizedTensor(asymmetric: w, bits: 5),
    ]
    for quantized in kept {
      let file = SafeTensors(quantized.stored(as: "w"))
      #expect(file["w"]?.dtype == (quantized.isSigned ? .int8 : .uint8) && file["w"]?.bytes.count == 600)
      #expect(file["w"]?.integers == quantized.integers.map { Int64($0) })
      #expect(try SafeTensors(decoding: file.encoded()).quantized("w") == quantized)
    }
    // 600 numbers of 8 bits and a scale; of 4 bits and 30 scales; of 5 bits with a scale and a zero point.
    #expect([kept[0], kept[1], kept[3]].map(\.byteCount) == [604, 300 + 120, 375 + 5])
    let single = SafeTensors([StoredTensor("w", w, as: .float32)]).encoded().count
    let eight = SafeTensors(kept[0].stored(as: "w")).encoded().count
    #expect(eight < single / 3)  // 604 bytes instead of 2400, and some 120 of header
  }

  @Test("Refusal: a file that lacks a part of a quantised tensor, or has one that does not fit")
  func wrongFiles() {
    func reason(_ tensors: [StoredTensor]) -> String {
      do {
        _ = try SafeTensors(tensors).quantized("w")
        return "none"
      } catch { return "\(error)" }
    }
    func byte(_ name: String, _ number: UInt8, _ shape: [Int] = []) -> StoredTensor {
      let count = shape.reduce(1, *)
      return StoredTensor(name: name, dtype: .uint8, shape: shape, bytes: [UInt8](repeating: number, count: count))
    }
    let parts = QuantizedTensor(asymmetric: Self.draw([2, 3], dtype: .float32)).stored(as: "w")
    #expect(reason(parts) == "none")
    #expect(reason(Array(parts.dropFirst())).contains("there is no tensor w."))
    #expect(reason([parts[0], parts[2]]).contains("there is no tensor w_scale"))
    #expect(reason(Array(parts.dropLast())).contains("there is no tensor w_zero_point"))
    #expect(reason([StoredTensor("w", .zeros([2]), as: .float32)]).contains("w is F32 where I8 or U8 was expected"))
    #expect(
      reason([parts[0], StoredTensor("w_scale", .ones([3, 1]), as: .float32), parts[2]]).contains(
        "w_scale is [3, 1], which does not fit numbers of [2, 3]"))
    #expect(
      reason([parts[0], StoredTensor("w_scale", .ones([2, 3]), as: .float32), parts[2]]).contains("does not fit"))
    #expect(reason([parts[0], parts[1], byte("w_zero_point", 0, [2])]).contains("w_zero_point is [2], not one number"))
    #expect(reason(parts + [byte("w_bits", 9)]).contains("w_bits is 9, not 2 … 8"))
  }

  // MARK: PyTorch

  @Test(
    "Scales, whole numbers and what comes back are those of PyTorch's arithmetic, by the largest and by least squares")
  func agreesWithPyTorch() throws {
    let fixtures = try fixture("adapting", as: AdaptingFixtures.self)
    #expect(fixtures.largest.count == 10 && fixtures.leastSquares.count == 8)
    for (cases, scale) in [(fixtures.largest, QuantizedTensor.Scale.largest), (fixtures.leastSquares, .leastSquares)] {
      for expected in cases {
        let quantized = QuantizedTensor(
          symmetric: expected.input.tensor, bits: expected.bits, axis: expected.axis, scale: scale)
        #expect(quantized.integers == expected.integers)
        #expect(quantized.scales.shape == expected.scales.shape)
        // numbers below 2, a rounding or two
        expectClose(quantized.scales.scalars, expected.scales.numbers, within: 1e-15)
        expectClose(quantized.dequantized.scalars, expected.back.numbers, within: 1e-13)
      }
    }
  }

  @Test("In float32 they are those of PyTorch's own quint8, and of its qint8 by channel")
  func quantizedByPyTorch() throws {
    let fixtures = try fixture("adapting", as: AdaptingFixtures.self)
    #expect(fixtures.unsigned.count == 3)
    for expected in fixtures.unsigned {
      let quantized = QuantizedTensor(asymmetric: expected.input.tensor.cast(to: .float32))
      #expect(quantized.integers == expected.integers && quantized.zeroPoint == expected.zeroPoint)
      #expect(quantized.scales.item == expected.scale)
      expectClose(quantized.dequantized.scalars, expected.back.numbers, within: 1e-6)  // its product is fused
    }
    let quantized = QuantizedTensor(symmetric: fixtures.signed.input.tensor.cast(to: .float32), axis: 0)
    #expect(quantized.integers == fixtures.signed.integers)
    expectClose(quantized.dequantized.scalars, fixtures.signed.back.numbers, within: 1e-6)
  }

  @Test("Layers give what PyTorch's quantised kernels give, over each batch's range and over a fixed one")
  func kernels() throws {
    let fixtures = try fixture("quantized", as: QuantizedFixtures.self)
    #expect(fixtures.layers.count == 6)
    for expected in fixtures.layers {
      let layer = Dense(
        "layer", weight: expected.weight.tensor.cast(to: .float32), bias: expected.bias.tensor.cast(to: .float32))
      let weight = QuantizedTensor(symmetric: layer.weight.tensor, axis: expected.byOutput ? 0 : nil)
      #expect(weight.integers == expected.integers)
      let x = expected.input.tensor.cast(to: .float32)
      let dynamic = QuantizedDense(layer, weight: weight)(x)
      #expect(dynamic.shape == expected.dynamic.shape)
      // The sums are exact; numbers up to 12 are then scaled in float32, in another order. A level is some 0.01.
      expectClose(dynamic.scalars, expected.dynamic.numbers, within: 1e-5)
      let fixed = QuantizedDense(layer, weight: weight, inputRange: expected.range[0]...expected.range[1])(x)
      expectClose(fixed.scalars, expected.fixed.numbers, within: 1e-5)
      #expect(fixed != dynamic)
    }
  }

  @Test("Sums of whole numbers are those of PyTorch's product of Int8 matrices with Int32 sums")
  func sumsOfKernels() throws {
    let expected = try fixture("quantized", as: QuantizedFixtures.self).sums
    // 127 is the largest magnitude of each, so the scale is 1 and the numbers stay what they are.
    let (x, weight) = (
      QuantizedTensor(symmetric: expected.input.tensor), QuantizedTensor(symmetric: expected.weight.tensor)
    )
    #expect(x.scales.item == 1 && x.integers == expected.input.numbers.map { Int($0) })
    #expect(quantizedSums(x, weight) == expected.sums.numbers.map { Int32($0) })
    #expect(expected.sums.numbers[0] == -200 * 127 * 127)
  }
}
