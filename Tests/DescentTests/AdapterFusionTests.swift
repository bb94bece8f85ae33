import Descent
import Testing

@Suite("Adapter fusion") struct AdapterFusionTests {
  private func vector(_ values: [Double]) -> Tensor { Tensor(shape: [values.count], values, dtype: .float64) }

  /// An adapter that adds the same to whatever comes in.
  private func adapter(adding change: [Double], after base: Dense) -> Adapter {
    var generator = RandomGenerator(seed: 0)
    let adapter = Adapter(after: base, bottleneck: 1, using: &generator)
    adapter.up.bias.assign(vector(change))
    return adapter
  }

  private func identity(_ size: Int) -> Dense {
    let rows = (0..<size).map { row in (0..<size).map { $0 == row ? 1.0 : 0 } }
    return Dense("base", weight: Tensor(rows: rows, dtype: .float64), bias: .zeros([size], dtype: .float64))
  }

  private func fusion(_ base: Dense, _ adapters: [Adapter], query: [[Double]], key: [[Double]]) -> AdapterFusion {
    var generator = RandomGenerator(seed: 0)
    let fusion = AdapterFusion(after: base, adapters: adapters, queryWidth: query.count, using: &generator)
    fusion.query.assign(Tensor(rows: query, dtype: .float64))
    fusion.key.assign(Tensor(rows: key, dtype: .float64))
    return fusion
  }

  @Test("By hand: h = 1 and changes 2 and −2 have scores 2 and −2, shares 0.982 and 0.018, and give 1 + 2 tanh 2")
  func byHand() {
    let base = identity(1)
    let fused = fusion(base, [[2], [-2]].map { adapter(adding: $0, after: base) }, query: [[1]], key: [[1]])
    let x = Tensor(rows: [[1], [-1]], dtype: .float64)
    // e²/(e² + e⁻²) = 0.98201379; 0.982 · 2 − 0.018 · 2 = 2 tanh 2 = 1.92805516. Eight decimals.
    let (shares, wanted) = (fused.shares(of: x).scalars, [0.98201379, 0.01798621, 0.01798621, 0.98201379])
    #expect(shares.count == 4 && shares.indices.allSatisfy { abs(shares[$0] - wanted[$0]) < 1e-8 })
    let y = fused(x).scalars
    #expect(y.count == 2 && abs(y[0] - 2.92805516) < 1e-8 && abs(y[1] + 2.92805516) < 1e-8)
    // A query of two equal numbers doubles the product, and √2 divides it: scores ±2√2, shares by e^(±2√2).
    let wide = fusion(base, [[2], [-2]].map { adapter(adding: $0, after: base) }, query: [[1], [1]], key: [[1], [1]])
    #expect(abs(wide.shares(of: x).scalars[0] - 0.99651867) < 1e-8)  // 1/(1 + e^(−4√2))
  }

  @Test("Of one adapter the share is 1; of equal ones, or with Q = 0, it is the same for all, and y = h + mean change")
  func mean() {
    let base = LowRankTests.dense("base", from: 3, to: 4)
    let changes = [[1.0, 0, 2, -1], [0, 3, 1, 1], [2, 0, 0, 0]]
    let adapters = changes.map { adapter(adding: $0, after: base) }
    let random = { (seed: UInt64) in
      let all = LowRankTests.draw([2, 4], seed: seed).scalars
      return [Array(all[..<4]), Array(all[4...])]
    }
    let x = LowRankTests.draw([2, 5, 3])
    let alone = fusion(base, [adapters[0]], query: random(1), key: random(2))
    #expect(alone.shares(of: base(x)) == .ones([2, 5, 1], dtype: .float64))
    #expect(alone(x) == adapters[0](x))
    let twins = fusion(base, [adapters[1], adapters[1]], query: random(1), key: random(2))
    #expect(twins.shares(of: base(x)) == .ones([2, 5, 2], dtype: .float64) / 2)
    let blind = fusion(base, adapters, query: [[0, 0, 0, 0]], key: random(2).dropLast())
    let difference = blind(x) - (base(x) + vector([1, 1, 1, 0]))
    #expect(blind(x).shape == [2, 5, 4])
    #expect(difference.scalars.allSatisfy { abs($0) < 1e-14 })  // three thirds, sums of numbers below 10
  }

  @Test("Gradients of Q and K are central differences; with one of them zero the other has none") func gradients() {
    let base = LowRankTests.dense("base", from: 3, to: 4)
    let adapters = [[1.0, 0, 2, -1], [0, 3, 1, 1]].map { adapter(adding: $0, after: base) }
    let x = LowRankTests.draw([5, 3])
    func output(_ query: Tensor, _ key: Tensor) -> Tensor {
      var generator = RandomGenerator(seed: 0)
      let fused = AdapterFusion(after: base, adapters: adapters, queryWidth: 2, using: &generator)
      fused.query.assign(query.detached)
      fused.key.assign(key.detached)
      return fused(x)
    }
    for (query, key) in [(1.0, 1.0), (0, 1), (1, 0), (0, 0)] {
      let (q, k) = (
        LowRankTests.draw([2, 4], seed: 1) * (query * 0.3), LowRankTests.draw([2, 4], seed: 2) * (key * 0.3)
      )
      var generator = RandomGenerator(seed: 0)
      let fused = AdapterFusion(after: base, adapters: adapters, queryWidth: 2, using: &generator)
      fused.query.assign(q)
      fused.key.assign(k)
      let trained = fused.training { $0.hasSuffix(".fusion.query") || $0.hasSuffix(".fusion.key") }
      #expect(trained.parameters.map(\.name) == ["base.fusion.query", "base.fusion.key"])
      let gradients = valueAndGradients(of: trained) { square(fused(x)).sum() }.gradients
      let differences = centralDifferences([q, k]) { square(output($0[0], $0[1])).sum().item }
      for (gradient, wanted) in [(gradients.tensors[0], differences[0]), (gradients.tensors[1], differences[1])] {
        #expect(gradient.count == wanted.count)
        // Values of some hundreds, differences of 1e-5: rounding of 1e-14/1e-5 and a curve of h² give 1e-7.
        #expect(gradient.scalars.indices.allSatisfy { abs(gradient.scalars[$0] - wanted[$0]) < 1e-6 })
      }
      #expect((gradients.tensors[0].norm > 0) == (key != 0) && (gradients.tensors[1].norm > 0) == (query != 0))
    }
  }

  @Test("Adapters are copied from other models under names of their own, and training leaves them as they are")
  func copies() {
    let bases = (1...3).map { LowRankTests.dense("base", from: 3, to: 4, seed: $0) }
    let adapters = [adapter(adding: [1, 2, 3, 4], after: bases[1]), adapter(adding: [-1, 0, 1, 0], after: bases[2])]
    var generator = RandomGenerator(seed: 1)
    let fused = AdapterFusion(after: bases[0], adapters: adapters, queryWidth: 3, using: &generator)
    let names = fused.parameters.map(\.name)
    #expect(Set(names).count == names.count && names.count == 12)
    #expect(names[2] == "base.fusion.0.down.weight" && names[6] == "base.fusion.1.down.weight")
    let trained = fused.training { $0.hasSuffix(".query") || $0.hasSuffix(".key") }
    #expect(trained.parameterCount == 2 * 3 * 4)
    let before = fused.state
    var optimizer = SGD(learningRate: 0.1)
    let x = LowRankTests.draw([5, 3])
    adapters[0].up.bias.assign(.zeros([4], dtype: .float64))
    let gradients = valueAndGradients(of: trained) { square(fused(x)).sum() }.gradients
    optimizer.update(trained, with: gradients)
    #expect(Array(fused.state.tensors.prefix(10)) == Array(before.tensors.prefix(10)))
    #expect(fused.state.tensors[10] != before.tensors[10])
  }
}
