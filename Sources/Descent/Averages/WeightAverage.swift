/// The average of a model's numbers along its path: what one evaluates instead of the last ones.
///
///     uniform:      x̄ₜ = (1/t) Σ xₖ                          Polyak's average; over the last part of a run, SWA
///     exponential:  x̄ₜ = β x̄ₜ₋₁ + (1 − β) xₜ                 EMA, divided by 1 − βᵗ where it is corrected
///
/// ```swift
/// var average = WeightAverage(.exponential(decay: 0.995))
/// train(…) { step in average.add(model.state); return true }
/// model.state = average.state
/// ```
///
/// Statistics of batch normalisation are averaged with the rest and do not fit the averaged weights: see
/// ``reestimateStatistics(over:forward:)``.
///
/// - Source: Polyak & Juditsky 1992, equation 2 (uniform); Izmailov et al. 2018, arXiv:1803.05407, algorithm 1 (SWA);
///   Kingma & Ba 2014, arXiv:1412.6980, section 3 (correction).
public struct WeightAverage: Sendable {
  /// How the states are weighed.
  public enum Kind: Sendable, Hashable {
    /// All alike.
    case uniform
    /// Each earlier one β times as much; `start` says what stands for the states before the first.
    case exponential(decay: Double, start: Start = .corrected)
  }

  /// What an exponential average begins with.
  public enum Start: String, Sendable, Hashable, CaseIterable {
    /// Zeros, whose share βᵗ is divided out.
    case corrected
    /// Zeros: the average is too small at first.
    case zero
    /// The first state, which so keeps the weight of all before it.
    case first
  }

  /// How the states are weighed.
  public let kind: Kind
  /// How many states were added.
  public private(set) var count = 0
  private var average: ModelState?
  /// βᵗ.
  private var remaining = 1.0

  /// Makes an average of nothing.
  ///
  /// - Precondition: 0 ≤ decay < 1.
  public init(_ kind: Kind) {
    if case .exponential(let decay, _) = kind { checkShare(decay, "The decay of an average") }
    self.kind = kind
  }

  /// Takes in the next state.
  ///
  /// - Precondition: it has the names, shapes and dtypes of those before.
  public mutating func add(_ state: ModelState) {
    count += 1
    switch kind {
    case .uniform:
      average = average?.interpolated(toward: state, by: 1 / Double(count)) ?? state
    case .exponential(let decay, let start):
      remaining *= decay
      let before = average ?? (start == .first ? state : state.map { .zeros($0.shape, dtype: $0.dtype) })
      average = before.interpolated(toward: state, by: 1 - decay)
    }
  }

  /// The average.
  ///
  /// - Precondition: there is a state to average.
  public var state: ModelState {
    guard let average else { preconditionFailure("There is no state to average.") }
    guard case .exponential(_, .corrected) = kind else { return average }
    return average.map { $0 / (1 - remaining) }
  }
}

extension ModelState {
  /// Each tensor, changed by a function.
  public func map(_ transform: (Tensor) -> Tensor) -> ModelState {
    ModelState(names: names, tensors: tensors.map(transform))
  }

  /// The point on the straight line between two states, a + share · (b − a): this one at 0, the other at 1.
  ///
  /// - Precondition: both have the same names, shapes and dtypes.
  public func interpolated(toward other: ModelState, by share: Double) -> ModelState {
    precondition(
      names == other.names && zip(tensors, other.tensors).allSatisfy { $0.shape == $1.shape },
      "There is no line between states with \(names) and \(other.names) of other shapes.")
    return ModelState(names: names, tensors: zip(tensors, other.tensors).map { $0 + ($1 - $0) * share })
  }
}
