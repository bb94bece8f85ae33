import Descent
import Testing

@Suite("Random numbers") struct RandomGeneratorTests {
  @Test("Seed 1234567 gives SplitMix64's published first five numbers")
  func publishedStream() {
    // The values that implementations of SplitMix64 are commonly checked against.
    var generator = RandomGenerator(seed: 1_234_567)
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
      16_408_922_859_458_223_821,
    ]
    #expect((0..<5).map { _ in generator.next() } == expected)
  }

  @Test("The same seed gives the same draws, another seed gives others")
  func seeded() {
    var (a, b, c) = (RandomGenerator(seed: 7), RandomGenerator(seed: 7), RandomGenerator(seed: 8))
    let first = (0..<50).map { _ in a.normal() }
    #expect(first == (0..<50).map { _ in b.normal() })
    #expect(first != (0..<50).map { _ in c.normal() })
  }

  @Test("A split-off generator is a stream of its own: drawing from it leaves the first one alone")
  func split() {
    var (a, b) = (RandomGenerator(seed: 7), RandomGenerator(seed: 7))
    var childOfA = a.split()
    _ = b.split()
    let child = (0..<1000).map { _ in childOfA.uniform() }
    let parent = (0..<1000).map { _ in a.uniform() }
    #expect(parent == (0..<1000).map { _ in b.uniform() })
    // Independent streams: a correlation of 1000 pairs has standard deviation 1/√1000 ≈ 0.032; 4 of them.
    let products = zip(child, parent).map { ($0 - 0.5) * ($1 - 0.5) * 12 }
    #expect(abs(products.reduce(0, +) / 1000) < 0.13)
  }

  @Test("Uniform draws fill their range evenly")
  func uniform() {
    var generator = RandomGenerator(seed: 1)
    let draws = (0..<40_000).map { _ in generator.uniform(in: -1..<3) }
    #expect(draws.allSatisfy { $0 >= -1 && $0 < 3 })
    let mean = draws.reduce(0, +) / 40_000
    #expect(abs(mean - 1) < 0.025)  // standard error 4/√12/√40000 = 0.0058; 4 of them
    let counts = (0..<4).map { quarter in draws.count { Int($0 + 1) == quarter } }
    for count in counts { #expect(abs(count - 10_000) < 350) }  // standard deviation √(40000·¼·¾) = 87; 4 of them
  }

  @Test("Normal draws have the mean, the spread and the tails of the normal distribution")
  func normal() {
    var generator = RandomGenerator(seed: 2)
    let draws = (0..<40_000).map { _ in generator.normal(mean: 5, standardDeviation: 2) }
    let mean = draws.reduce(0, +) / 40_000
    let variance = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 39_999
    #expect(abs(mean - 5) < 0.04)  // standard error 2/200 = 0.01; 4 of them
    #expect(abs(variance - 4) < 0.12)  // standard error 4·√(2/40000) = 0.028; 4 of them
    let inTwoSigma = Double(draws.count { abs($0 - 5) < 4 }) / 40_000
    #expect(abs(inTwoSigma - 0.9545) < 0.005)  // standard error √(.9545·.0455/40000) = 0.001
  }

  @Test("A permutation holds each number once, and each order of three comes up equally often")
  func permutation() {
    var generator = RandomGenerator(seed: 3)
    #expect(generator.permutation(of: 100).sorted() == Array(0..<100))
    #expect(generator.permutation(of: 0).isEmpty)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<6000 { counts[generator.permutation(of: 3), default: 0] += 1 }
    #expect(counts.count == 6)
    for count in counts.values { #expect(abs(count - 1000) < 116) }  // standard deviation √(6000/6·5/6) = 29; 4 of them
  }

  @Test("A whole number below a bound is never the bound, and even a bound of one works")
  func integers() {
    var generator = RandomGenerator(seed: 4)
    #expect((0..<100).allSatisfy { _ in generator.integer(below: 1) == 0 })
    let draws = Set((0..<1000).map { _ in generator.integer(below: 6) })
    #expect(draws == Set(0..<6))
  }

  @Test("Refusal: a negative standard deviation stops the program")
  func negativeSpread() async {
    await #expect(processExitsWith: .failure) {
      var generator = RandomGenerator(seed: 1)
      _ = generator.normal(standardDeviation: -1)
    }
  }
}
