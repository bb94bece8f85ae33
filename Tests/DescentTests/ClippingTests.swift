import Descent
import Testing

@Suite("Clipping") struct ClippingTests {
  @Test("By hand: (3, 4) has norm 5; norm 1 leaves (0.6, 0.8), value 1 leaves (1, 1)")
  func byHand() {
    let byNorm = [3.0, 4].clipped(by: .globalNorm(1))
    #expect(abs(byNorm[0] - 0.6) < 1e-15 && abs(byNorm[1] - 0.8) < 1e-15)  // one quotient, one product
    #expect([3.0, -4].clipped(by: .value(1)) == [1, -1])
    #expect([3.0, 4].clipped(by: .globalNorm(5)) == [3, 4])  // on the boundary: untouched
    #expect([3.0, 4].clipped(by: .none) == [3, 4])
  }

  @Test("The angle between (3, 4) and (1, 1) is atan 4/3 − 45° = 8.130102°; a norm rule turns nothing")
  func angles() {
    let gradient = [3.0, 4]
    #expect(abs(gradient.angle(to: gradient.clipped(by: .value(1))) - 8.130102354155979) < 1e-12)
    #expect(gradient.angle(to: gradient.clipped(by: .globalNorm(1))) < 1e-12)
    #expect(gradient.angle(to: [0, 0]).isNaN)
    #expect(abs([1.0, 0].angle(to: [-1, 0]) - 180) < 1e-12)
  }

  @Test("The shrinking rule jumps: norm 1.01 becomes 0.101, norm 50 becomes 5")
  func shrinking() {
    let rule = Clipping.shrink(factor: 0.1, above: 1)
    #expect([0.99].clipped(by: rule) == [0.99])
    #expect(abs([1.01].clipped(by: rule)[0] - 0.101) < 1e-15)
    #expect([50.0].clipped(by: rule) == [5])
  }

  @Test("The global norm scales all parameters by one number, the norm per tensor each by its own")
  func globalAndLayer() {
    let gradients = Gradients(names: ["a", "b"], tensors: [Tensor([3, 4]), Tensor([0, 12])])
    #expect(gradients.norm == 13)  // √(25 + 144)
    let global = gradients.clipped(toNorm: 6.5)  // by one half
    #expect(global["a"] == Tensor([1.5, 2]) && global["b"] == Tensor([0, 6]))
    let layer = gradients.clipped(by: .normPerTensor(5))
    #expect(layer["a"] == Tensor([3, 4]) && layer["b"] == Tensor([0, 5]))
    let value = gradients.clipped(by: .value(3.5))
    #expect(value["a"] == Tensor([3, 3.5]) && value["b"] == Tensor([0, 3.5]))
  }

  @Test("With ε = 1e-6 norm clipping gives PyTorch's numbers: of (3, 4, 0) and (0, 12) to norm 6.5 not quite the half")
  func pyTorch() {
    // torch.nn.utils.clip_grad_norm_ of PyTorch 2.15 in float64: 6.5/(13 + 1e-6) of each.
    let gradients = Gradients(
      names: ["a", "b"], tensors: [Tensor([3, 4, 0], dtype: .float64), Tensor([0, 12], dtype: .float64)])
    let clipped = gradients.clipped(toNorm: 6.5, epsilon: 1e-6).flattened
    let expected = [1.4999998846153937, 1.9999998461538582, 0, 0, 5.999999538461575]
    expectClose(clipped, expected, within: 6e-15)  // two roundings
    #expect(gradients.clipped(toNorm: 20, epsilon: 1e-6) == gradients)
    // clip_grad_value_ of (3, −4, 0.5) to 1
    #expect(Tensor([3, -4, 0.5], dtype: .float64).clipped(toMagnitude: 1).scalars == [1, -1, 0.5])
  }

  @Test("What is not finite stays visible: (inf, 1) by norm gives (nan, 0), and nan spreads")
  func nonFinite() {
    let infinite = [Double.infinity, 1].clipped(by: .globalNorm(1))
    #expect(infinite[0].isNaN && infinite[1] == 0)
    #expect([Double.nan, 1].clipped(by: .globalNorm(1)).allSatisfy { $0.isNaN })
    #expect([Double.infinity, 1].clipped(by: .value(1)) == [1, 1])
    #expect([Double.nan, 1].clipped(by: .value(1))[0].isNaN)
    let tensor = Tensor([.nan, .infinity, -3]).clipped(toMagnitude: 1).scalars
    #expect(tensor[0].isNaN && tensor[1] == 1 && tensor[2] == -1)
  }

  @Test("The norm of (3e38, 3e38) in float32 is 4.2e38, although that is no float32, and clipping keeps its direction")
  func largeFloats() {
    let gradients = Gradients(names: ["a"], tensors: [Tensor([3e38, 3e38])])
    #expect(abs(gradients.norm / 4.2426406871e38 - 1) < 1e-6)  // 3e38 itself is rounded to float32
    let clipped = gradients.clipped(toNorm: 1)["a"]?.scalars ?? []
    expectClose(clipped, [0.70710678, 0.70710678], within: 1e-6)
    #expect([3e300, 4e300].norm == 5e300)
    #expect(abs([3e-300, 4e-300].norm / 5e-300 - 1) < 1e-15)
    #expect([Double]().norm == 0)
  }

  @Test("Refusal: a threshold of zero stops the program")
  func zeroThreshold() async {
    await #expect(processExitsWith: .failure) { _ = [1.0].clipped(by: .globalNorm(0)) }
  }
}
