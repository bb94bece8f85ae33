import Descent
import Testing

@Suite("The noise of gradients") struct GradientNoiseTests {
  @Test("By hand: |g|² = 4 for 8 samples and 1 for 128 is a signal of 0.8, a noise of 25.6 and a scale of 32")
  func byHand() {
    let noise = GradientNoise(small: (8, 4), large: (128, 1))
    // (128 − 32)/120 and 3/(1/8 − 1/128) = 3 · 128/15; a few roundings.
    #expect(abs(noise.signal - 0.8) < 1e-15 && abs(noise.noise - 25.6) < 1e-13 && abs(noise.scale - 32) < 1e-12)
  }

  @Test("Theory: the averages over many batches give the signal and the noise that the samples were drawn with")
  func recovers() {
    var generator = RandomGenerator(seed: 2)
    // Samples of a gradient (3, 4) with variance 7 in each of two directions: |G|² = 25, tr Σ = 14.
    func square(_ size: Int) -> Double {
      let (x, y) = (0..<size).reduce((0.0, 0.0)) { sum, _ in
        (
          sum.0 + generator.normal(mean: 3, standardDeviation: 7.0.squareRoot()),
          sum.1 + generator.normal(mean: 4, standardDeviation: 7.0.squareRoot())
        )
      }
      return (x * x + y * y) / Double(size * size)
    }
    func mean(_ size: Int) -> Double { (0..<20_000).reduce(0) { sum, _ in sum + square(size) } / 20_000 }
    let noise = GradientNoise(small: (2, mean(2)), large: (16, mean(16)))
    // |g₂|² has a standard deviation of 20, |g₁₆|² of 7: 0.14 and 0.05 for means of 20,000, four times that.
    #expect(abs(noise.signal - 25) < 0.3 && abs(noise.noise - 14) < 1.4)
  }

  @Test("Refusal: one batch size is not enough") func refuses() async {
    await #expect(processExitsWith: .failure) { _ = GradientNoise(small: (8, 1), large: (8, 1)) }
  }
}
