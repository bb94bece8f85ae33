import Descent
import Numerics
import Testing

@Suite("Activations and gated units") struct ActivationTests {
  /// x, then gelu, its slope, silu, its slope and softplus there, by mpmath 1.3 with 40 digits.
  static let values: [[Double]] = [
    [
      -37, -2.1184613523340934244e-298, -7.8382986694185162425e-297, -3.1572276215253040745e-15,
      -3.0718971452678631544e-15, 8.5330476257440654302e-17,
    ],
    [
      -30, -1.4720141781444561179e-196, -4.4160316907084943701e-195, -2.8072868906517896862e-12,
      -2.7137106609631340013e-12, 9.3576229688397367794e-14,
    ],
    [
      -8.5, -8.057604598872820601e-17, -6.84650493869708435e-16, -0.0017291293134692553979,
      -0.0015253505838631431559, 0.00020344767212944309265,
    ],
    [
      -1.375, -0.11627786823308661493, -0.12857614265381742614, -0.27749318060802089136, -0.01967816541385609643,
      0.22541265160164792686,
    ],
    [
      -0.0009765625, -0.00048790078905392525292, 0.49922081610628686646, -0.00048804283143984624198,
      0.49951171882761020345, 0.69265901851923012325,
    ],
    [
      0.75, 0.5800294857173488505, 0.99922572173923510437, 0.50938402438154472987, 0.84259994449675349527,
      1.1368710061148999437,
    ],
    [
      3, 2.9959503059051097164, 1.011945647204183927, 2.8577223804672996574, 1.0881041060151696171,
      3.0485873515737420588,
    ],
  ]

  @Test("GELU, SiLU, softplus and slopes are right to a few units in the last place, also where they are tiny")
  func doubleAccuracy() {
    for row in Self.values {
      let x = Tensor([row[0]], dtype: .float64)
      func slope(_ f: (Tensor) -> Tensor) -> Double { valueAndGradient(at: x) { f($0) }.gradient.item }
      let ours = [gelu(x).item, slope { gelu($0) }, silu(x).item, slope(silu), softplus(x).item]
      for (index, our) in ours.enumerated() {
        // 6 units in the last place; slopes near a zero are as exact as the 1 that they come from.
        let scale = index == 1 || index == 3 ? max(abs(row[index + 1]), row[0] > -5 ? 1 : 0) : abs(row[index + 1])
        #expect(abs(our - row[index + 1]) <= 6 * 0x1p-52 * scale, "\(row[0]), \(index)")
      }
    }
  }

  @Test(
    "In float32 each activation is within 5 units in the last place of float64 from 1e-38 to 100, its slope within 2ε",
    arguments: Activation.allCases)
  func floatAccuracy(activation: Activation) {
    var generator = RandomGenerator(seed: 12)
    // Of all sizes, and thick where the curves bend.
    var scalars = (0..<20_000).map { _ in generator.normal(mean: 0, standardDeviation: 3) }
    for _ in 0..<20_000 {
      let size = Double.pow(10, generator.uniform(in: -38..<2))
      scalars.append(generator.uniform() < 0.5 ? size : -size)
    }
    let x = Tensor(scalars)
    let (exact, short) = (activation(x.cast(to: .float64)), activation(x))
    // The argument of GELU's tanh form is rounded before e to its power is taken: some hundred units at −10. The sigmoid of
    // x < −88 is 0, where e⁸⁸ overflows.
    let units = activation == .geluTanh ? 200.0 : 5
    for (index, (a, b)) in zip(short.scalars, exact.scalars).enumerated() {
      let unit = max(abs(b) * 0x1p-23, 0x1p-149)
      let isFlushed = activation == .sigmoid && scalars[index] < -88
      #expect(abs(a - b) <= (isFlushed ? 0x1p-126 : units * unit), "at \(scalars[index])")
    }
    func slopes(_ x: Tensor) -> Tensor { valueAndGradient(at: x) { activation($0).sum() }.gradient }
    for (a, b) in zip(slopes(x).scalars, slopes(x.cast(to: .float64)).scalars) { #expect(abs(a - b) <= 2 * 0x1p-23) }
  }

  @Test("nan stays nan, and at ±∞ each activation has its limit", arguments: Activation.allCases, DType.allCases)
  func nonFinite(activation: Activation, dtype: DType) {
    let ends = activation(Tensor([-.infinity, .infinity], dtype: dtype)).scalars
    let expected: [Double] =
      switch activation {
      case .identity: [-.infinity, .infinity]
      case .tanh: [-1, 1]
      case .sigmoid: [0, 1]
      case .relu, .gelu, .geluTanh, .silu, .softplus: [0, .infinity]
      }
    #expect(ends == expected)
    #expect(activation(Tensor(repeating: .nan, shape: [40], dtype: dtype)).scalars.allSatisfy { $0.isNaN })
    let slopes = valueAndGradient(at: Tensor([-.infinity, .infinity], dtype: dtype)) { activation($0).sum() }.gradient
    #expect(slopes.scalars == (activation == .identity ? [1, 1] : expected[1] == 1 ? [0, 0] : [0, 1]))
  }

  @Test("A number's neighbours do not change its bits: alone, or at any place of a longer array")
  func placeDoesNotMatter() {
    var generator = RandomGenerator(seed: 3)
    let x = Tensor.normal([67], standardDeviation: 4, using: &generator)
    for activation in Activation.allCases {
      let together = activation(x).scalars
      for (index, number) in x.scalars.enumerated() { #expect(activation(Tensor([number])).item == together[index]) }
    }
  }

  @Test("By hand: a gate of ln 3 lets σ = ¾ of 8 pass; ReLU shuts at −1; without a function it is the product")
  func gates() {
    let (ln3, value) = (Tensor([1.0986122886681098], dtype: .float64), Tensor([8], dtype: .float64))
    #expect(abs(gated(ln3, value, by: .sigmoid).item - 6) < 1e-14)  // ¾ to some units in the last place, times 8
    #expect(gated(Tensor([-1, 2]), Tensor([5, 5]), by: .relu) == Tensor([0, 10]))
    #expect(gated(Tensor([-1, 2]), Tensor([5, 5]), by: .identity) == Tensor([-5, 10]))
  }

  @Test("A gated unit is the product of its parts, to the last bit, and its gradients are those of the product")
  func gatedIsProduct() {
    var generator = RandomGenerator(seed: 6)
    let gate = Parameter("gate", .normal([5, 7], dtype: .float64, using: &generator))
    let value = Parameter("value", .normal([5, 7], dtype: .float64, using: &generator))
    let model = Inputs(parameters: [gate, value])
    for activation in Activation.allCases {
      let fused = valueAndGradients(of: model) { square(gated(gate.value, value.value, by: activation)).sum() }
      let parts = valueAndGradients(of: model) { square(activation(gate.value) * value.value).sum() }
      #expect(fused.loss == parts.loss)
      for (a, b) in zip(fused.gradients.tensors, parts.gradients.tensors) {
        #expect((a - b).norm <= 1e-14 * b.norm)  // the factors g b f′ are multiplied in one order or the other
      }
    }
  }
}
