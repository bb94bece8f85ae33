import Descent
import Testing

@Suite("Numbers in 16 bits") struct HalfPrecisionTests {
  /// The dossier of float16's edges: a number and what it becomes.
  static let edges: [(Float, Float)] = [
    (65504, 65504), (65519.99, 65504), (65520, .infinity), (-65520, -.infinity), (0x1p-14, 0x1p-14),
    (0x1p-24, 0x1p-24), (0x1p-25, 0), (0x1p-25 * 1.0001, 0x1p-24), (1.5 * 0x1p-24, 0x1p-23), (2.5 * 0x1p-24, 0x1p-23),
    (1 + 0x1p-11, 1), (1 + 3 * 0x1p-11, 1 + 0x1p-9), (2049, 2048), (2051, 2052), (0.1, 0.0999755859375),
    (.infinity, .infinity), (1e38, .infinity), (.leastNonzeroMagnitude, 0),
  ]

  @Test("Tensors, single numbers and bits round the edges of float16 alike")
  func edges() {
    let tensor = Tensor(Self.edges.map { Double($0.0) }).rounded(to: .float16).scalars
    for (index, (number, expected)) in Self.edges.enumerated() {
      #expect(tensor[index] == Double(expected), "\(number)")
      #expect(HalfFormat.float16.rounded(number) == expected, "\(number)")
      #expect(HalfFormat.float16.rounded(Double(number)) == Double(expected), "\(number)")
      #expect(HalfPrecision.rounded(number) == expected, "\(number)")
    }
  }

  /// The magnitudes of a format, from zero to infinity: the formats' bits, read as whole numbers, count through them.
  static func magnitudes(of format: HalfFormat) -> [Float] {
    switch format {
    case .float16: (UInt16(0)...0x7C00).map(HalfPrecision.number(fromBits:))
    case .bfloat16: (UInt32(0)...0x7F80).map { Float(bitPattern: $0 << 16) }
    }
  }

  @Test(
    "Every number of a format stays; from half-way to its neighbour on, numbers go to the neighbour, ties to the even one",
    arguments: HalfFormat.allCases)
  func everyInterval(format: HalfFormat) {
    let all = Self.magnitudes(of: format)
    // Rounding is monotone, so an interval is right when its ends, its middle and the middle's neighbours are. Above the
    // largest number the neighbour would be the next power of two, which counts as infinity.
    var numbers: [Float] = []
    var expected: [Float] = []
    for (index, (low, high)) in zip(all, all.dropFirst()).enumerated() {
      let next = high.isFinite ? Double(high) : Double(low.binade) * 2
      let middle = Float((Double(low) + next) / 2)
      let even = index % 2 == 0 ? low : high
      numbers += [low, middle.nextDown, middle, middle.nextUp]
      expected += [low, low, even, high]
    }
    numbers += [.infinity]
    expected += [.infinity]
    #expect(numbers.count == 4 * (format == .float16 ? 0x7C00 : 0x7F80) + 1)
    let count = numbers.count
    let bulk = Tensor(shape: [2, count], numbers + numbers.map { -$0 }).rounded(to: format).scalars
    var wrong = 0
    for (index, value) in expected.enumerated() {
      let single = format.rounded(numbers[index])
      // Signs of zero count: bit patterns are compared.
      if Float(bulk[index]).bitPattern != value.bitPattern
        || Float(bulk[count + index]).bitPattern != (-value).bitPattern
        || single.bitPattern != value.bitPattern || format.rounded(-numbers[index]).bitPattern != (-value).bitPattern
      {
        wrong += 1
      }
      if format == .float16, HalfPrecision.rounded(numbers[index]).bitPattern != value.bitPattern { wrong += 1 }
    }
    #expect(wrong == 0)
  }

  @Test("All 65,536 bit patterns of float16 come back, nan as nan")
  func roundTrip() {
    let numbers = (0...UInt16.max).map(HalfPrecision.number(fromBits:))
    let rounded = Tensor(shape: [numbers.count], numbers).rounded(to: .float16).scalars
    #expect(rounded.count == 65536)
    for (bits, number) in zip(0...UInt16.max, rounded) {
      let isNotANumber = bits & 0x7C00 == 0x7C00 && bits & 0x3FF != 0
      if isNotANumber { #expect(number.isNaN) } else { #expect(HalfPrecision.bits(of: Float(number)) == bits) }
    }
  }

  @Test("float64 rounds in one go: 1 + 2⁻¹¹ + 2⁻⁴⁰ is above half-way, though Float would put it there")
  func noDoubleRounding() {
    let number = 1 + 0x1p-11 + 0x1p-40
    #expect(HalfPrecision.rounded(Float(number)) == 1)  // a tie by then
    #expect(Tensor([number], dtype: .float64).rounded(to: .float16).scalars == [1 + 0x1p-10])
    #expect(Tensor([number, .nan, -1e300], dtype: .float64).rounded(to: .bfloat16).scalars[2] == -.infinity)
    #expect(HalfFormat.float16.rounded(Double.nan).isNaN)
  }

  @Test("The formats' constants are those of their definitions")
  func constants() {
    let (half, brain) = (HalfFormat.float16, HalfFormat.bfloat16)
    #expect(half.largest == 65504 && half.smallestNormal == 0x1p-14 && half.smallest == 0x1p-24)
    #expect(half.epsilon == 0x1p-10 && brain.epsilon == 0x1p-7)
    #expect(brain.largest == Double(Float(bitPattern: 0x7F7F_0000)) && brain.smallestNormal == 0x1p-126)
    #expect(brain.smallest == Double(Float(bitPattern: 0x0001_0000)))
  }

  @Test("Back through a rounding the gradient is rounded too, and otherwise unchanged")
  func straightThrough() {
    // L = Σ c·round(x): ∂L/∂x is c, rounded; 0.1 is 0.0999755859375 in float16, 2⁻²⁵ is 0, 70000 is inf.
    let weights = Tensor([0.1, 0x1p-25, 70000, 1])
    let (value, gradient) = valueAndGradient(at: Tensor([2049, 1, 1, 0])) { x in
      (x.rounded(to: .float16) * weights).sum()
    }
    #expect(gradient.scalars == [0.0999755859375, 0, .infinity, 1])
    #expect(abs(value - (204.8 + 70000)) < 0.01)  // 2049 counts as 2048; Float keeps 70205 to 0.004
  }

  @Test("A tensor without numbers, and one number of shape []")
  func shapes() {
    #expect(Tensor.zeros([0, 3]).rounded(to: .float16).shape == [0, 3])
    #expect(Tensor(2049).rounded(to: .float16) == Tensor(2048))
    #expect(Tensor(257).rounded(to: .bfloat16) == Tensor(256))
  }
}
