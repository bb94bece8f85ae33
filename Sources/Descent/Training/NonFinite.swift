/// The kind of a number that is not finite.
public enum NonFinite: String, Sendable, Hashable {
  /// Infinite, of either sign: the result of an overflow or of a division by zero.
  case infinite = "inf"
  /// Not a number: the result of inf − inf, 0 · inf and the like.
  case notANumber = "nan"
}

/// Which parameter, or gradient of one, holds numbers that are not finite, and of which kinds.
public struct NonFiniteReport: Sendable, Hashable, CustomStringConvertible {
  /// The parameter's name.
  public let name: String
  /// How many entries are infinite.
  public let infiniteCount: Int
  /// How many entries are not a number.
  public let notANumberCount: Int

  /// The worse of the kinds that are there: nan before inf.
  public var kind: NonFinite { notANumberCount > 0 ? .notANumber : .infinite }

  /// Such as `hidden.weight: 3 inf, 1 nan`.
  public var description: String {
    let counts = [(infiniteCount, NonFinite.infinite), (notANumberCount, .notANumber)].filter { $0.0 > 0 }
    return "\(name): " + counts.map { "\($0.0) \($0.1.rawValue)" }.joined(separator: ", ")
  }
}

extension Tensor {
  /// Whether every number is finite.
  public var isFinite: Bool { nonFiniteCounts == (0, 0) }

  var nonFiniteCounts: (infinite: Int, notANumber: Int) {
    func run<T: Scalar>(_: T.Type) -> (Int, Int) {
      read(T.self) { numbers in
        // x − x is 0 for finite x and nan otherwise: one branch-free sum finds the common case, that all are finite.
        var sum: T = 0
        for number in numbers { sum += number - number }
        guard sum != 0 else { return (0, 0) }
        return numbers.reduce(into: (0, 0)) { counts, number in
          if number.isNaN { counts.1 += 1 } else if number.isInfinite { counts.0 += 1 }
        }
      }
    }
    return dtype == .float32 ? run(Float.self) : run(Double.self)
  }
}

extension Gradients {
  /// A line for each gradient that holds inf or nan; empty where all are finite.
  public var nonFinite: [NonFiniteReport] { nonFiniteReports(names, tensors) }
}

extension ModelState {
  /// A line for each parameter that holds inf or nan; empty where all are finite.
  public var nonFinite: [NonFiniteReport] { nonFiniteReports(names, tensors) }
}

private func nonFiniteReports(_ names: [String], _ tensors: [Tensor]) -> [NonFiniteReport] {
  names.indices.compactMap { index in
    let (infinite, notANumber) = tensors[index].nonFiniteCounts
    guard infinite + notANumber > 0 else { return nil }
    return NonFiniteReport(name: names[index], infiniteCount: infinite, notANumberCount: notANumber)
  }
}
