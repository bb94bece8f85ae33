/// An exponentially weighted average of a stream of numbers, with and without bias correction.
///
///     v₀ = 0,   vₜ = β vₜ₋₁ + (1 − β) θₜ,   v̂ₜ = vₜ / (1 − βᵗ)
///
/// The weights in vₜ sum to 1 − βᵗ, not to 1, so vₜ starts too close to zero; v̂ₜ divides that out. In code, β is
/// `decay`, vₜ is `value` and v̂ₜ is `corrected`. The first number added is t = 1.
///
/// Source: Kingma & Ba, "Adam", arXiv:1412.6980, section 3.
public struct ExponentialAverage: Sendable {
  /// The share β of the old average that each step keeps, 0 ≤ β < 1.
  public let decay: Double
  /// The average vₜ without correction; 0 before the first number.
  public private(set) var value = 0.0
  /// How many numbers have been added.
  public private(set) var count = 0
  /// βᵗ, kept as a running product.
  private var remaining = 1.0

  /// Makes an average that starts from zero.
  ///
  /// - Precondition: 0 ≤ `decay` < 1.
  public init(decay: Double) {
    checkShare(decay, "The decay of an average")
    self.decay = decay
  }

  /// The sum of the weights in `value`, 1 − βᵗ.
  public var totalWeight: Double { 1 - remaining }

  /// The average v̂ₜ with bias correction; nan before the first number, when there is nothing to average.
  public var corrected: Double { value / totalWeight }

  /// Takes the next number θₜ into the average.
  public mutating func add(_ number: Double) {
    value = decay * value + (1 - decay) * number
    remaining *= decay
    count += 1
  }
}
