/// An axis: the quantity, its unit, its scale and, where the data should not decide, its range and ticks.
public struct Axis: Sendable, Hashable {
  /// Whether equal distances mean equal differences or equal ratios.
  public enum Scale: Sendable, Hashable {
    /// Equal distances are equal differences.
    case linear
    /// Equal distances are equal ratios; zero and negative values are not drawn.
    case log
  }

  /// The quantity, such as "test accuracy".
  public var label: String
  /// Its unit, such as "%", shown after the label.
  public var unit: String?
  /// Linear or logarithmic.
  public var scale: Scale
  /// The lower end; the data decide where it is nil.
  public var minimum: Double?
  /// The upper end; the data decide where it is nil.
  public var maximum: Double?
  /// Where ticks stand, with their texts; chosen by the range where it is nil.
  public var ticks: [Tick]?

  /// A tick: where and what it says.
  public struct Tick: Sendable, Hashable {
    /// The position on the axis.
    public var value: Double
    /// The text beside it.
    public var text: String

    /// A tick with its own text.
    public init(_ value: Double, _ text: String) {
      self.value = value
      self.text = text
    }
  }

  /// An axis whose range comes from the data.
  public init(_ label: String, unit: String? = nil, scale: Scale = .linear, ticks: [Tick]? = nil) {
    self.init(label, unit: unit, scale: scale, minimum: nil, maximum: nil, ticks: ticks)
  }

  /// An axis over a fixed range.
  public init(
    _ label: String, unit: String? = nil, scale: Scale = .linear, range: ClosedRange<Double>, ticks: [Tick]? = nil
  ) {
    self.init(
      label, unit: unit, scale: scale, minimum: range.lowerBound, maximum: range.upperBound, ticks: ticks)
  }

  /// An axis with one end fixed, or both; the data decide the other.
  public init(
    _ label: String, unit: String? = nil, scale: Scale = .linear, minimum: Double?, maximum: Double?,
    ticks: [Tick]? = nil
  ) {
    for end in [minimum, maximum].compactMap({ $0 }) {
      precondition(end.isFinite, "The end of axis “\(label)” must be finite, but is \(end).")
      precondition(
        scale == .linear || end > 0, "The end of the logarithmic axis “\(label)” must be positive, but is \(end).")
    }
    if let minimum, let maximum {
      precondition(minimum < maximum, "The range of axis “\(label)” is empty: \(minimum) to \(maximum).")
    }
    self.label = label
    self.unit = unit
    self.scale = scale
    self.minimum = minimum
    self.maximum = maximum
    self.ticks = ticks
  }

  /// The label with its unit: "test accuracy (%)".
  var title: String {
    guard let unit, !unit.isEmpty else { return label }
    return label.isEmpty ? unit : "\(label) (\(unit))"
  }
}
