import Descent
import Testing

/// The numbers that `Fixtures/make_scaler_fixtures.py` made with PyTorch.
struct ScalerFixtures: Decodable {
  struct Run: Decodable {
    let optimizer, scaler: String
    let largestNorm: Double?
    let scales: [Double]
    let cleanSteps: [Int]
    let weights: [[Double]]
  }

  let torch: String
  let infinite, notANumber: [Int]
  let cases: [Run]
  let defaultChanges: [[Double]]
}

@Suite("Gradient scaler") struct GradientScalerTests {
  /// Scalers by the names of the fixtures.
  static let scalers = [
    "PyTorch's own": GradientScaler(),
    "quick": GradientScaler(initialScale: 1024, growthInterval: 4),
    "uneven": GradientScaler(initialScale: 1000, growthFactor: 1.7, backoffFactor: 0.3, growthInterval: 3),
    "at the top": GradientScaler(initialScale: 0x1p126, growthInterval: 2),
  ]
  static let optimizers: [String: any Optimizer] = ["SGD": SGD(learningRate: 0.05), "Adam": Adam(learningRate: 0.02)]

  func gradients(_ scalars: [Double]) -> Gradients { Gradients(names: ["weight"], tensors: [Tensor(scalars)]) }

  @Test("By hand: (3, 4) times 65536 comes back as (3, 4); inf halves the scale to 32768, and nan to 16384")
  func byHand() {
    var scaler = GradientScaler()
    let scaled = gradients([3, 4]) * 65536
    #expect(scaler.unscale(scaled) == gradients([3, 4]))  // powers of two are exact
    #expect(scaler.scale == 65536 && scaler.cleanSteps == 1)
    #expect(scaler.unscale(gradients([.infinity, 1])) == nil)
    #expect(scaler.scale == 32768 && scaler.cleanSteps == 0)
    #expect(scaler.unscale(gradients([1, .nan])) == nil)
    #expect(scaler.scale == 16384)
    #expect(scaler.unscale(gradients([-.infinity, .infinity])) == nil)
    #expect(scaler.scale == 8192)
  }

  @Test("By hand: the scale doubles after the third clean step of an interval of 3, however small the gradients are")
  func growth() {
    for size in [0, 1e-30, 1e30] {
      var scaler = GradientScaler(initialScale: 1, growthInterval: 3)
      var scales: [Double] = []
      for step in 0..<9 {
        // Step 4 is spoilt: the count starts again.
        _ = scaler.unscale(gradients([step == 4 ? .nan : size]))
        scales.append(scaler.scale)
      }
      #expect(scales == [1, 1, 2, 2, 1, 1, 1, 2, 2])
    }
  }

  @Test("By hand: differentiating the scaled loss of w²/2 at w = 3 gives 3 s")
  func scaledLoss() throws {
    var scaler = GradientScaler(initialScale: 512)
    let weight = Parameter("weight", Tensor([3]))
    let (loss, scaled) = valueAndGradients(of: weight) { scaler.scaled(square(weight.value).sum() * 0.5) }
    #expect(loss == 4.5 * 512 && scaled.tensors[0].scalars == [3 * 512])
    let back = scaler.unscale(scaled)
    let unscaled = try #require(back).tensors[0]
    #expect(unscaled.scalars == [3] && unscaled.dtype == .float32)  // divided, not cast
  }

  @Test("A skipped step leaves the weights and Adam's averages as they were, to the last bit")
  func skips() {
    func weights(spoiling: Bool) -> Tensor {
      var scaler = GradientScaler()
      var optimizer = Adam(learningRate: 0.1)
      let weight = Parameter("weight", Tensor([1, 2]))
      for step in 0..<20 {
        if spoiling && step % 3 == 0, let rest = scaler.unscale(gradients([1, .infinity])) {
          optimizer.update(weight, with: rest)
        }
        if let rest = scaler.unscale(gradients(weight.tensor.scalars) * scaler.scale) {
          optimizer.update(weight, with: rest)
        }
      }
      return weight.tensor
    }
    #expect(weights(spoiling: true) == weights(spoiling: false))
  }

  @Test("Clipped after unscaling a step has the threshold's length; clipped before, 1/s of it")
  func clipping() throws {
    var scaler = GradientScaler(initialScale: 1024)
    let scaled = gradients([30, 40]) * 1024
    let unscaledFirst = scaler.unscale(scaled)?.clipped(by: .globalNorm(1))
    let clippedFirst = scaler.unscale(scaled.clipped(by: .globalNorm(1)))
    #expect(abs(try #require(unscaledFirst).norm - 1) < 1e-7)  // Float: two entries, rounded to 6e-8 each
    #expect(abs(try #require(clippedFirst).norm * 1024 - 1) < 1e-7)
  }

  @Test("An entry of inf is seen, though clipping each value would have hidden it")
  func seenBeforeClipping() {
    var scaler = GradientScaler()
    #expect(gradients([.infinity, 1]).clipped(by: .value(1)).tensors[0].isFinite)
    #expect(scaler.unscale(gradients([.infinity, 1])) == nil)
  }

  @Test("The scale stays among the normal 32-bit numbers, and unscaling by it stays finite")
  func ends() {
    var scaler = GradientScaler(initialScale: 1)
    for _ in 0..<200 { scaler.adapt(afterCleanStep: false) }
    #expect(scaler.scale == 0x1p-126)
    #expect(scaler.unscale(gradients([0x1p-126]))?.tensors[0].scalars == [1])
    scaler = GradientScaler(initialScale: 0x1p126, growthInterval: 1)
    for _ in 0..<5 { scaler.adapt(afterCleanStep: true) }
    #expect(scaler.scale == 0x1p127)  // 2¹²⁸ is more than Float holds
    #expect(scaler.unscale(gradients([0x1p127]))?.tensors[0].scalars == [1])
  }

  @Test("Scale, count and weights go PyTorch's way for 60 steps, with inf, nan, clipping and odd factors")
  func agreesWithPyTorch() throws {
    let fixtures = try fixture("scaler", as: ScalerFixtures.self)
    #expect(fixtures.cases.count == Self.scalers.count * Self.optimizers.count * 2)
    for run in fixtures.cases {
      let label = "\(run.optimizer), \(run.scaler), \(run.largestNorm ?? .infinity)"
      var scaler = try #require(Self.scalers[run.scaler])
      var optimizer = try #require(Self.optimizers[run.optimizer])
      let weight = Parameter("weight", Tensor([1, -2, 0.5], dtype: .float64))
      var (scales, cleanSteps, gap) = ([Double](), [Int](), 0.0)
      for step in run.scales.indices {
        var scaled = PyTorchAgreementTests().gradient(at: weight.tensor).scalars.map { scaler.scale * $0 }
        if fixtures.infinite.contains(step) { scaled[1] = .infinity }
        if fixtures.notANumber.contains(step) { scaled[1] = .nan }
        let gradients = Gradients(names: ["weight"], tensors: [Tensor(scaled, dtype: .float64)])
        if let unscaled = scaler.unscale(gradients) {
          let clipped = run.largestNorm.map { unscaled.clipped(toNorm: $0, epsilon: 1e-6) } ?? unscaled
          optimizer.update(weight, with: clipped)
        }
        scales.append(scaler.scale)
        cleanSteps.append(scaler.cleanSteps)
        #expect(run.weights[step].count == 3)
        for (ours, theirs) in zip(weight.tensor.scalars, run.weights[step]) { gap = max(gap, abs(ours - theirs)) }
      }
      #expect(scales == run.scales, "\(label)")
      #expect(cleanSteps == run.cleanSteps, "\(label)")
      // At most 60 roundings, in another order than PyTorch's; the paths contract, so they do not pile up.
      #expect(gap <= 1e-11, "\(label)")
    }
  }

  @Test("With PyTorch's settings an inf at step 50 halves the scale, and each 2000 clean steps double it")
  func defaults() throws {
    let expected = try fixture("scaler", as: ScalerFixtures.self).defaultChanges
    var scaler = GradientScaler()
    var changes: [[Double]] = []
    for step in 0..<4100 {
      let before = scaler.scale
      scaler.adapt(afterCleanStep: step != 50)
      if scaler.scale != before { changes.append([Double(step), scaler.scale]) }
    }
    #expect(changes == expected && changes.map { $0[1] } == [32768, 65536, 131072])
  }

  @Test("A scaler that could not work is refused")
  func refuses() async {
    await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = GradientScaler(initialScale: 0)
    }
    await #expect(processExitsWith: .failure) { _ = GradientScaler(initialScale: .infinity) }
    await #expect(processExitsWith: .failure) { _ = GradientScaler(growthFactor: 1) }
    await #expect(processExitsWith: .failure) { _ = GradientScaler(backoffFactor: 1) }
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = GradientScaler(growthInterval: 0)
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("A scale grows after at least 1 clean step, not after 0."))
  }
}
