import Descent

/// Looks at tensors as they are made, on the way forth and on the way back, and notes who is the first to hold an inf or a
/// nan.
///
/// ```swift
/// let hunter = NaNHunter()
/// // Also notes ∂hidden, the gradient that comes back.
/// let hidden = hunter.watch(layer(x), "hidden", keptIn: .float32)
/// ```
final class NaNHunter {
  /// The first time that a tensor held numbers of one kind.
  struct Find: Sendable, Equatable {
    let step: Int
    let name: String
    let kind: NonFinite
    let count: Int
  }

  /// The finds in the order in which they were made.
  private(set) var finds: [Find] = []
  /// The number of the step that is being watched.
  var step = 0

  /// A tensor as `format` keeps it, noted under a name; its gradient on the way back likewise, under "∂" and the name.
  func watch(_ tensor: Tensor, _ name: String, keptIn format: NumberFormat) -> Tensor {
    tensor.customGradient(
      forward: { self.note(format.kept($0), name) }, backward: { self.note(format.kept($0), "∂" + name) })
  }

  /// Notes what a tensor holds, and returns it.
  @discardableResult
  func note(_ tensor: Tensor, _ name: String) -> Tensor {
    guard !tensor.isFinite else { return tensor }
    for report in Gradients(names: [name], tensors: [tensor]).nonFinite {
      for (kind, count) in [(NonFinite.infinite, report.infiniteCount), (.notANumber, report.notANumberCount)]
      where count > 0 && !finds.contains(where: { $0.name == name && $0.kind == kind }) {
        finds.append(Find(step: step, name: name, kind: kind, count: count))
      }
    }
    return tensor
  }
}

extension [NaNHunter.Find] {
  /// The first find of a kind.
  func first(_ kind: NonFinite) -> NaNHunter.Find? { first { $0.kind == kind } }

  /// Whether the first tensor that was not finite held inf, and no nan.
  var beginWithInfinity: Bool {
    guard let first, first.kind == .infinite else { return false }
    return !contains { $0.kind == .notANumber && $0.step == first.step && $0.name == first.name }
  }
}

// MARK: - Checks

/// What different checks say of the same numbers.
struct Checks: Sendable {
  let anyNaN: Bool
  let anyInfinite: Bool
  let sum: Float
  /// Σ 0·x: every finite number adds 0, and 0·inf and 0·nan are nan.
  let sumOfZeroTimes: Float
  let allFinite: Bool
  /// What the loop in note 2 prints.
  let noteSays: String

  init(_ numbers: [Float]) {
    anyNaN = numbers.contains { $0.isNaN }
    anyInfinite = numbers.contains { $0.isInfinite }
    sum = numbers.reduce(0, +)
    sumOfZeroTimes = numbers.reduce(0) { $0 + 0 * $1 }
    allFinite = numbers.allSatisfy { $0.isFinite }
    noteSays = anyNaN ? "inf" : anyInfinite ? "nan" : "nothing"
  }
}

/// The variance as E[x²] − E[x]², in single precision, where rounding can make it negative.
func carelessVariance(_ numbers: [Float]) -> Float {
  let count = Float(numbers.count)
  let mean = numbers.reduce(0, +) / count
  return numbers.reduce(0) { $0 + $1 * $1 } / count - mean * mean
}
