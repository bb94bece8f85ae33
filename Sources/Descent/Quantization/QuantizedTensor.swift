/// A tensor whose numbers are stored as whole numbers of a few bits, times a scale.
///
///     x ≈ s · (q − z)
///
/// Symmetric, for weights: z = 0, q in −Q … Q with Q = 2^{b−1} − 1. Asymmetric, for activations: q in 0 … 2ᵇ − 1, and
/// the zero point z is the q of 0, which is always exact. One scale s serves the whole tensor, or each slice along an
/// axis has its own. A number inside of the range is off by at most s/2, one beyond it is cut.
///
/// ```swift
/// let weight = QuantizedTensor(symmetric: layer.weight.value, bits: 8, axis: 0)
/// layer.weight.assign(weight.dequantized)
/// ```
///
/// To train through the rounding, the gradient is handed straight on to the numbers below:
///
/// ```swift
/// weight.value.customGradient(forward: { QuantizedTensor(symmetric: $0, bits: 2).dequantized }, backward: { $0 })
/// ```
///
/// - Source: Jacob et al. 2018, arXiv:1712.05877, equation 1; Nagel et al. 2021, arXiv:2106.08295, section 2; straight
///   through: Bengio et al. 2013, arXiv:1308.3432.
public struct QuantizedTensor: Sendable, Equatable {
  /// The size of each axis.
  public let shape: [Int]
  /// How many bits a number has, 2 … 8; each takes a byte in memory and in a file.
  public let bits: Int
  /// Whether q may be negative: −Q … Q rather than 0 … 2ᵇ − 1.
  public let isSigned: Bool
  /// The scales s, in the dtype of the numbers that were quantised: of shape `[]`, or one for each slice along an axis,
  /// with size 1 in the other axes. A slice of zeros has the scale 0.
  public let scales: Tensor
  /// The zero point z.
  public let zeroPoint: Int
  /// The numbers q: as Int8 where they may be negative, as UInt8 where not.
  let bytes: [UInt8]

  init(shape: [Int], bits: Int, isSigned: Bool, scales: Tensor, zeroPoint: Int, bytes: [UInt8]) {
    self.shape = shape
    self.bits = bits
    self.isSigned = isSigned
    self.scales = scales
    self.zeroPoint = zeroPoint
    self.bytes = bytes
  }

  /// How many numbers there are.
  public var count: Int { bytes.count }

  /// The whole numbers q, row by row.
  public var integers: [Int] { isSigned ? bytes.map { Int(Int8(bitPattern: $0)) } : bytes.map { Int($0) } }

  /// The numbers s · (q − z), in the scales' dtype.
  public var dequantized: Tensor {
    let offset = zeroPoint
    return Tensor(shape: shape, integers.lazy.map { Double($0 - offset) }, dtype: scales.dtype) * scales
  }

  /// The bytes that the numbers take at their bits each, and the scales and the zero point beside them.
  public var byteCount: Int {
    (count * bits + 7) / 8 + scales.count * scales.dtype.byteCount + (isSigned ? 0 : 1)
  }
}

// MARK: - Quantising

extension QuantizedTensor {
  /// How a symmetric scale is chosen.
  public enum Scale: String, Sendable, Hashable, CaseIterable {
    /// The largest magnitude becomes Q: nothing is cut.
    case largest
    /// Of the scales that make 0.2, 0.225, … 1 times the largest magnitude Q, the one with the least squared error.
    case leastSquares
  }

  /// Rounds numbers to q = round(x/s), with −Q ≤ q ≤ Q.
  ///
  /// - Parameters:
  ///   - x: the numbers.
  ///   - bits: b, 2 … 8.
  ///   - axis: along which each slice has a scale of its own, such as 0 for a weight's outputs; nil for one scale.
  ///   - scale: how s is chosen.
  ///   - rounding: how x/s is rounded; ties to even by default, as in PyTorch.
  /// - Precondition: the numbers are finite, and there are 2 to 8 bits.
  public init(
    symmetric x: Tensor, bits: Int = 8, axis: Int? = nil, scale: Scale = .largest,
    rounding: FloatingPointRoundingRule = .toNearestOrEven
  ) {
    Self.check(x, bits)
    let highest = (1 << (bits - 1)) - 1
    let slices = x.slices(along: axis)
    func run<T: Scalar>(_: T.Type) -> (scales: [T], bytes: [UInt8]) {
      x.read(T.self) { numbers in
        var largest = [T](repeating: 0, count: slices.count)
        for (place, number) in numbers.enumerated() {
          let slice = slices.slice(of: place)
          largest[slice] = max(largest[slice], abs(number))
        }
        func rounded(_ number: T, _ scale: T) -> T {
          scale == 0 ? 0 : (number / scale).rounded(rounding, within: T(-highest), T(highest))
        }
        var scales = largest.map { $0 / T(highest) }
        if scale == .leastSquares {
          var least = [Double](repeating: .infinity, count: slices.count)
          for part in stride(from: 32, through: 0, by: -1) {
            let tried = largest.map { T(0.2 + 0.8 * Double(part) / 32) * $0 / T(highest) }
            var errors = [Double](repeating: 0, count: slices.count)
            for (place, number) in numbers.enumerated() {
              let slice = slices.slice(of: place)
              let error = Double(number - rounded(number, tried[slice]) * tried[slice])
              errors[slice] += error * error
            }
            for slice in 0..<slices.count where errors[slice] < least[slice] {
              (least[slice], scales[slice]) = (errors[slice], tried[slice])
            }
          }
        }
        let bytes = numbers.enumerated().map { place, number in
          rounded(number, scales[slices.slice(of: place)]).lowByte
        }
        return (scales, bytes)
      }
    }
    var scaleShape: [Int] = []
    if let axis {
      scaleShape = [Int](repeating: 1, count: x.rank)
      scaleShape[x.normalized(axis: axis)] = slices.count
    }
    let (scales, bytes): (Tensor, [UInt8])
    switch x.dtype {
    case .float32:
      let result = run(Float.self)
      (scales, bytes) = (Tensor(shape: scaleShape, result.scales), result.bytes)
    case .float64:
      let result = run(Double.self)
      (scales, bytes) = (Tensor(shape: scaleShape, result.scales, dtype: .float64), result.bytes)
    }
    self.init(shape: x.shape, bits: bits, isSigned: true, scales: scales, zeroPoint: 0, bytes: bytes)
  }

  /// Rounds numbers to q = round(x/s) + z, with 0 ≤ q ≤ 2ᵇ − 1, s = (highest − lowest)/(2ᵇ − 1),
  /// z = round(−lowest/s).
  ///
  /// - Parameters:
  ///   - x: the numbers.
  ///   - bits: b, 2 … 8.
  ///   - range: from lowest to highest, widened so that 0 is inside; that of the numbers themselves by default.
  ///   - rounding: how x/s is rounded; ties to even by default, as in PyTorch.
  /// - Precondition: numbers and range are finite, and there are 2 to 8 bits.
  public init(
    asymmetric x: Tensor, bits: Int = 8, range: ClosedRange<Double>? = nil,
    rounding: FloatingPointRoundingRule = .toNearestOrEven
  ) {
    Self.check(x, bits)
    let range = range ?? x.range
    precondition(
      range.lowerBound.isFinite && range.upperBound.isFinite, "Numbers cannot be quantised over the range \(range).")
    let highest = (1 << bits) - 1
    func run<T: Scalar>(_: T.Type) -> (scale: T, zeroPoint: Int, bytes: [UInt8]) {
      let (low, high) = (T(min(range.lowerBound, 0)), T(max(range.upperBound, 0)))
      let scale = (high - low) / T(highest)
      let zero = scale == 0 ? 0 : (-low / scale).rounded(.toNearestOrEven)
      let bytes = x.read(T.self) { numbers in
        numbers.map { number in
          scale == 0 ? 0 : ((number / scale).rounded(rounding, within: -zero, T(highest) - zero) + zero).lowByte
        }
      }
      return (scale, Int(zero), bytes)
    }
    switch x.dtype {
    case .float32:
      let (scale, zero, bytes) = run(Float.self)
      self.init(
        shape: x.shape, bits: bits, isSigned: false, scales: Tensor(Double(scale)), zeroPoint: zero, bytes: bytes)
    case .float64:
      let (scale, zero, bytes) = run(Double.self)
      self.init(
        shape: x.shape, bits: bits, isSigned: false, scales: Tensor(scale, dtype: .float64), zeroPoint: zero,
        bytes: bytes)
    }
  }

  /// Stops the program where a byte cannot hold so many bits.
  static func checkBits(_ bits: Int) {
    precondition((2...8).contains(bits), "A number is quantised to 2 … 8 bits, not to \(bits).")
  }

  private static func check(_ x: Tensor, _ bits: Int) {
    checkBits(bits)
    precondition(x.isFinite, "Numbers that are not finite cannot be quantised.")
  }
}

extension Scalar {
  /// The number cut to a range of whole numbers below 2²⁰ and rounded.
  ///
  /// By a sum whose last place is 1 where ties go to the even neighbour: a call for each number takes longer.
  @inline(__always)
  fileprivate func rounded(_ rule: FloatingPointRoundingRule, within low: Self, _ high: Self) -> Self {
    let number = min(max(self, low), high)
    guard rule == .toNearestOrEven else { return number.rounded(rule) }
    let shift = Self(sign: .plus, exponent: Exponent(Self.significandBitCount), significand: 1.5)
    return (number + shift) - shift
  }

  /// The lowest 8 bits of a whole number, by way of Double: a conversion from any floating-point type is slow.
  @inline(__always)
  fileprivate var lowByte: UInt8 { UInt8(truncatingIfNeeded: Int(Double(self))) }
}

extension Tensor {
  /// From the smallest to the largest number; 0 … 0 where there is none.
  fileprivate var range: ClosedRange<Double> {
    func run<T: Scalar>(_: T.Type) -> ClosedRange<Double> {
      read(T.self) { numbers in
        guard var (low, high) = numbers.first.map({ ($0, $0) }) else { return 0...0 }
        for number in numbers { (low, high) = (Swift.min(low, number), Swift.max(high, number)) }
        return Double(low)...Double(high)
      }
    }
    return dtype == .float32 ? run(Float.self) : run(Double.self)
  }
}

// MARK: - Files

extension QuantizedTensor {
  /// What a safetensors file holds of it: NAME as I8 or U8, `NAME_scale`, and for the asymmetric form
  /// `NAME_zero_point`; with fewer than 8 bits `NAME_bits` too.
  public func stored(as name: String) -> [StoredTensor] {
    func byte(_ suffix: String, _ number: Int) -> StoredTensor {
      StoredTensor(name: name + suffix, dtype: .uint8, shape: [], bytes: [UInt8(number)])
    }
    return [
      StoredTensor(name: name, dtype: isSigned ? .int8 : .uint8, shape: shape, bytes: bytes),
      StoredTensor(name + "_scale", scales, as: StoredDType(scales.dtype)),
    ] + (isSigned ? [] : [byte("_zero_point", zeroPoint)]) + (bits == 8 ? [] : [byte("_bits", bits)])
  }
}

extension SafeTensors {
  /// The quantised tensor that ``QuantizedTensor/stored(as:)`` put into the file.
  ///
  /// - Throws: `SafeTensorsError` if a part is missing, or of another kind or shape.
  public func quantized(_ name: String) throws -> QuantizedTensor {
    func part(_ suffix: String, _ dtypes: StoredDType...) throws -> StoredTensor {
      guard let part = self[name + suffix] else { throw SafeTensorsError("there is no tensor \(name + suffix)") }
      guard dtypes.contains(part.dtype) else {
        let wanted = dtypes.map(\.rawValue).joined(separator: " or ")
        throw SafeTensorsError("\(name + suffix) is \(part.dtype.rawValue) where \(wanted) was expected")
      }
      return part
    }
    func byte(_ suffix: String) throws -> Int {
      let stored = try part(suffix, .uint8)
      guard stored.bytes.count == 1 else { throw SafeTensorsError("\(stored.name) is \(stored.shape), not one number") }
      return Int(stored.bytes[0])
    }
    let (numbers, scales) = (try part("", .int8, .uint8), try part("_scale", .float32, .float64))
    let isPerTensor = scales.shape.isEmpty
    let isPerSlice =
      scales.shape.count == numbers.shape.count && scales.shape.filter { $0 != 1 }.count <= 1
      && zip(scales.shape, numbers.shape).allSatisfy { $0 == 1 || $0 == $1 }
    guard isPerTensor || isPerSlice else {
      throw SafeTensorsError("\(scales.name) is \(scales.shape), which does not fit numbers of \(numbers.shape)")
    }
    let isSigned = numbers.dtype == .int8
    let bits = self[name + "_bits"] == nil ? 8 : try byte("_bits")
    guard (2...8).contains(bits) else { throw SafeTensorsError("\(name)_bits is \(bits), not 2 … 8") }
    return QuantizedTensor(
      shape: numbers.shape, bits: bits, isSigned: isSigned, scales: scales.tensor,
      zeroPoint: isSigned ? 0 : try byte("_zero_point"), bytes: numbers.bytes)
  }
}
