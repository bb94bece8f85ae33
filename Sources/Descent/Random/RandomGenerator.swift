import Numerics

/// A seeded, splittable generator of random numbers, passed in wherever randomness is used.
///
/// SplitMix64: the state walks by an odd constant γ, and each output is the state scrambled by a bijection,
///
///     state ← state + γ,   output = mix(state)
///
/// so that one seed gives the same integers and the same uniform draws on every platform. Normal draws call the
/// platform's logarithm and cosine and may differ there in the last digit.
///
/// ```swift
/// var generator = RandomGenerator(seed: 3)
/// var noise = generator.split()  // a stream of its own: drawing from it leaves `generator` alone
/// let x = generator.normal()
/// ```
///
/// Source: Steele, Lea & Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014, figure 17.
public struct RandomGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64
  private let gamma: UInt64
  /// The second half of the last pair of normal draws, not yet used.
  private var spareNormal: Double?

  /// Makes the generator of a seed; equal seeds give equal streams.
  public init(seed: UInt64) {
    self.init(state: seed, gamma: 0x9E37_79B9_7F4A_7C15)  // 2⁶⁴ divided by the golden ratio, made odd
  }

  private init(state: UInt64, gamma: UInt64) {
    self.state = state
    self.gamma = gamma
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= gamma
    return Self.mix(state)
  }

  /// A new generator whose stream is independent of this one's.
  ///
  /// Takes two draws from this generator: one for the new state, one for the new γ.
  public mutating func split() -> RandomGenerator {
    let newState = next()
    state &+= gamma
    return RandomGenerator(state: newState, gamma: Self.mixGamma(state))
  }

  /// A uniform draw: a multiple of 2⁻⁵³ in [0, 1), stretched to `range`.
  ///
  /// - Precondition: the length of `range` is finite.
  public mutating func uniform(in range: Range<Double> = 0..<1) -> Double {
    precondition(
      range.lowerBound.isFinite && (range.upperBound - range.lowerBound).isFinite,
      "A uniform draw needs a range of finite length, not \(range).")
    let unit = Double(next() >> 11) * 0x1p-53
    let draw = range.lowerBound + (range.upperBound - range.lowerBound) * unit
    // Rounding may reach the excluded upper end.
    return draw < range.upperBound ? draw : range.lowerBound
  }

  /// A normal draw: mean + standardDeviation · √(−2 ln u₁) · cos(2π u₂), the second of each pair with the sine.
  ///
  /// - Precondition: `standardDeviation` is finite and not negative.
  /// - Source: Box & Muller, Annals of Mathematical Statistics 29 (1958).
  public mutating func normal(mean: Double = 0, standardDeviation: Double = 1) -> Double {
    checkNotNegative(standardDeviation, "A standard deviation")
    return mean + standardDeviation * standardNormal()
  }

  private mutating func standardNormal() -> Double {
    if let spare = spareNormal {
      spareNormal = nil
      return spare
    }
    let radius = (-2 * Double.log(1 - uniform())).squareRoot()  // 1 − u is in (0, 1]: its logarithm is finite
    let angle = 2 * Double.pi * uniform()
    spareNormal = radius * Double.sin(angle)
    return radius * Double.cos(angle)
  }

  /// A random whole number in 0..<bound, each equally likely.
  ///
  /// - Precondition: `bound` is positive.
  public mutating func integer(below bound: Int) -> Int {
    precondition(bound > 0, "A random number below \(bound) does not exist.")
    // Lemire's method: the high word of a 128-bit product, with the few biased low words rejected.
    let range = UInt64(bound)
    var product = next().multipliedFullWidth(by: range)
    if product.low < range {
      let biased = (0 &- range) % range
      while product.low < biased { product = next().multipliedFullWidth(by: range) }
    }
    return Int(product.high)
  }

  /// The numbers 0..<count in random order (Fisher and Yates), each order equally likely.
  ///
  /// Written out here because the standard library does not promise that its own `shuffled` keeps its stream.
  ///
  /// - Precondition: `count` is not negative.
  public mutating func permutation(of count: Int) -> [Int] {
    checkLength(count, "The length of a permutation", atLeast: 0)
    var order = Array(0..<count)
    for last in stride(from: count - 1, to: 0, by: -1) { order.swapAt(last, integer(below: last + 1)) }
    return order
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// An odd γ with enough changes between neighbouring bits to scramble well.
  private static func mixGamma(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    z = (z ^ (z >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    z = (z ^ (z >> 33)) | 1
    return (z ^ (z >> 1)).nonzeroBitCount < 24 ? z ^ 0xAAAA_AAAA_AAAA_AAAA : z
  }
}
