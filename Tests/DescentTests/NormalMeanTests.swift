import Descent
import Numerics
import Testing

@Suite("The mean of a function of a normal number") struct NormalMeanTests {
  @Test("By hand: the mean of z² is σ², of z⁴ it is 3σ⁴, and of a constant the constant", arguments: [0.01, 0.3, 1, 7])
  func moments(deviation: Double) {
    // The tails beyond 8σ hold 10⁻¹⁵, times 8⁴ for z⁴.
    #expect(abs(normalMean(standardDeviation: deviation) { _ in 2 } - 2) < 1e-14)
    #expect(abs(normalMean(standardDeviation: deviation) { $0 * $0 } / (deviation * deviation) - 1) < 1e-12)
    #expect(abs(normalMean(standardDeviation: deviation) { $0 * $0 * $0 * $0 } / (3 * .pow(deviation, 4)) - 1) < 1e-11)
  }

  @Test("Theory: the mean of cos z is e^(−σ²/2), and that of an odd function is 0", arguments: [0.1, 1, 3, 20])
  func cosine(deviation: Double) {
    // Sums of numbers up to 1; what is cut off is below 10⁻¹⁵.
    #expect(abs(normalMean(standardDeviation: deviation) { .cos($0) } - .exp(-deviation * deviation / 2)) < 1e-14)
    #expect(abs(normalMean(standardDeviation: deviation) { .tanh($0) }) < 1e-14)
  }

  @Test("Theory: tanh² has the mean σ² − 2σ⁴ + 17σ⁶/3 − … for small σ, and 1 − 2φ(0)/σ (1 − π²/(24σ²)) for large σ")
  func saturation() {
    func mean(_ deviation: Double) -> Double { normalMean(standardDeviation: deviation) { .tanh($0) * .tanh($0) } }
    // tanh² z = z² − 2z⁴/3 + 17z⁶/45 − 62z⁸/315 …, and E z⁸ = 105 σ⁸: the next term is −62/3 σ⁸ = −2.1e-7 at σ = 0.1.
    #expect(abs(mean(0.1) - (0.01 - 2e-4 + 17e-6 / 3)) < 3e-7)
    // 1 − tanh² has area 2 and second moment π²/6 under a density of nearly φ(0)/σ: the next term is 8e-10 at σ = 50.
    let density = 1 / (2 * Double.pi).squareRoot() / 50
    #expect(abs(mean(50) - (1 - density * (2 - Double.pi * .pi / 6 / 2 / 2500))) < 2e-9)
  }

  @Test("Contrast: without any spread the mean is the value at 0, and |z| with its kink comes out roughly")
  func edges() {
    #expect(normalMean(standardDeviation: 0) { .exp($0) } == 1)
    let kink = normalMean(standardDeviation: 1) { abs($0) }
    // The trapezoidal rule is off by step²/6 φ(0) = 0.004 of √(2/π).
    #expect(abs(kink - (2 / Double.pi).squareRoot()) < 0.006)
    #expect(abs(kink - (2 / Double.pi).squareRoot()) > 0.002)
  }

  @Test(
    "Refusal: a standard deviation that is negative, nan or beyond a million", arguments: [-1, 1e7])
  func refusal(deviation: Double) async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) { [deviation] in
      _ = normalMean(standardDeviation: deviation) { $0 }
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("normalMean takes a standard deviation from 0 to a million, but got \(deviation)."))
    await #expect(processExitsWith: .failure) { _ = normalMean(standardDeviation: .nan) { $0 } }
  }
}
