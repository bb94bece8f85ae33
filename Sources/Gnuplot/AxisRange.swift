/// An axis made concrete: its two ends and its ticks.
struct AxisRange: Sendable {
  var scale: Axis.Scale
  var lower: Double
  var upper: Double
  var ticks: [TickMark] = []

  /// A tick with its text as typed, and as gnuplot's enhanced mode reads it.
  struct TickMark: Sendable, Equatable {
    var value: Double
    var text: String
    var markup: String

    /// The markup as gnuplot reads it; a line end is only one in double quotes.
    var quoted: String {
      GnuplotText.tick(markup).split(separator: "\n", omittingEmptySubsequences: false).map {
        GnuplotText.quoted(String($0))
      }
      .joined(separator: ".\"\\n\".")
    }

    var lineCount: Int { text.split(separator: "\n", omittingEmptySubsequences: false).count }
  }

  /// Where a value lies, from 0 at the lower end to 1 at the upper one.
  func fraction(_ value: Double) -> Double {
    switch scale {
    case .linear: (value - lower) / (upper - lower)
    case .log: (logarithm10(value) - logarithm10(lower)) / (logarithm10(upper) - logarithm10(lower))
    }
  }

  /// The value at a fraction of the way.
  func value(at fraction: Double) -> Double {
    switch scale {
    case .linear: lower + (upper - lower) * fraction
    case .log: power(10, logarithm10(lower) + (logarithm10(upper) - logarithm10(lower)) * fraction)
    }
  }

  /// Whether the axis can show the value.
  func shows(_ value: Double) -> Bool { value.isFinite && (scale == .linear || value > 0) }

  func contains(_ value: Double) -> Bool {
    guard shows(value) else { return false }
    let place = fraction(value)
    return place > -1e-9 && place < 1 + 1e-9
  }
}

/// The values seen so far along one axis, and how much room they want beyond their ends.
struct Extent: Sendable {
  let scale: Axis.Scale
  private(set) var lower = Double.infinity
  private(set) var upper = -Double.infinity
  /// Whether something (bars, areas) stands on zero.
  var standsOnZero = false
  /// Whether the picture ends exactly where the data do, as a heat map does.
  var isTight = false

  init(_ scale: Axis.Scale) { self.scale = scale }

  var isEmpty: Bool { lower > upper }

  mutating func include(_ values: some Sequence<Double>) {
    for value in values where value.isFinite && (scale == .linear || value > 0) {
      // Beyond these the width of a range could overflow.
      let bounded = scale == .linear ? min(max(value, -1e300), 1e300) : min(max(value, 1e-300), 1e300)
      lower = min(lower, bounded)
      upper = max(upper, bounded)
    }
  }

  mutating func include(_ other: Extent) {
    include([other.lower, other.upper].filter { !other.isEmpty && $0.isFinite })
    standsOnZero = standsOnZero || other.standsOnZero
    isTight = isTight || other.isTight
  }

  /// The range for the axis: the ends that it fixes, elsewhere the data with `padding` (a share of the range) around.
  func range(for axis: Axis, padding: Double) -> AxisRange {
    var low = lower
    var high = upper
    if isEmpty {
      let anchor = axis.minimum ?? axis.maximum.map { scale == .log ? $0 / 10 : $0 - 1 } ?? (scale == .log ? 0.1 : 0)
      (low, high) = (anchor, scale == .log ? anchor * 10 : anchor + 1)
    }
    if scale == .linear && standsOnZero { (low, high) = (min(low, 0), max(high, 0)) }
    if high - low <= 1e-12 * max(abs(low), abs(high)) || high - low < 1e-300 {
      let room = scale == .log ? 0 : max(abs(low) * 0.1, low == 0 ? 1 : 0)
      (low, high) = scale == .log ? (low / 2, high * 2) : (low - room, high + room)
    }
    if !isTight {
      switch scale {
      case .linear:
        let room = (high - low) * padding
        let touchesZero = low >= 0 && low <= 0.25 * high
        let hangsFromZero = high <= 0 && high >= 0.25 * low
        (low, high) = (
          touchesZero && padding > 0 ? 0 : low - room, hangsFromZero && padding > 0 ? 0 : high + room
        )
      case .log:
        // A bar has no zero to stand on here: it starts at the power of ten below the shortest.
        if standsOnZero { low = power(10, logarithm10(low * 0.99).rounded(.down)) }
        let factor = power(10, (logarithm10(high) - logarithm10(low)) * padding)
        (low, high) = (standsOnZero ? low : max(low / factor, 1e-307), min(high * factor, 1e307))
      }
    }
    low = axis.minimum ?? low
    high = axis.maximum ?? high
    // A fixed end beyond all data would turn the axis round.
    if low >= high {
      if axis.minimum != nil {
        high = scale == .log ? low * 10 : low + max(1, abs(low))
      } else {
        low = scale == .log ? high / 10 : high - max(1, abs(high))
      }
    }
    return AxisRange(scale: scale, lower: low, upper: high)
  }
}
