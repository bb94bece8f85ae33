extension Mark {
  /// A line through the points in their order; a non-finite value leaves a gap.
  public static func line(
    x: [Double], y: [Double], label: String? = nil, color: Color? = nil, style: LineStyle = .solid,
    column: String? = nil
  ) -> Mark {
    requireSameCount("A line", ("x", x.count), ("y", y.count))
    return Mark(content: .line(x: x, y: y, steps: false), label: label, color: color, style: style, column: column)
  }

  /// A staircase: each value holds until the next x.
  public static func steps(
    x: [Double], y: [Double], label: String? = nil, color: Color? = nil, style: LineStyle = .solid,
    column: String? = nil
  ) -> Mark {
    requireSameCount("A staircase", ("x", x.count), ("y", y.count))
    return Mark(content: .line(x: x, y: y, steps: true), label: label, color: color, style: style, column: column)
  }

  /// The area between two lines at 18 % opacity, such as mean ± standard deviation.
  ///
  /// Without a colour it takes that of the mark with the same label, or else of the mark before it.
  public static func band(
    x: [Double], lower: [Double], upper: [Double], label: String? = nil, color: Color? = nil, column: String? = nil
  ) -> Mark {
    requireSameCount("A band", ("x", x.count), ("lower", lower.count), ("upper", upper.count))
    return Mark(content: .band(x: x, lower: lower, upper: upper), label: label, color: color, column: column)
  }

  /// What several runs gave: a band from the least to the greatest, the mean as a line, and a point on each value.
  ///
  /// - Parameter points: whether each mean is a point, too.
  public static func summaries(
    x: [Double], mean: [Double], lower: [Double], upper: [Double], label: String, color: Color? = nil,
    style: LineStyle = .solid, points: Bool = true, column: String? = nil
  ) -> Mark {
    group(
      [
        band(x: x, lower: lower, upper: upper, label: label, color: color, column: column),
        line(x: x, y: mean, label: label, color: color, style: style, column: column),
      ] + (points ? [.points(x: x, y: mean, label: label, color: color, size: 0.7, column: column)] : []))
  }

  /// A closed form over the whole x axis, dashed, such as `.curve(label: "theory") { exp(-$0 / 7) }`.
  public static func curve(
    label: String? = nil, color: Color? = nil, style: LineStyle = .dashed, column: String? = nil,
    _ function: @escaping @Sendable (Double) -> Double
  ) -> Mark {
    Mark(content: .curve(function), label: label, color: color ?? .black, style: style, column: column)
  }

  /// A closed form, dashed, sampled evenly over the range.
  public static func curve(
    over range: ClosedRange<Double>, samples: Int = 200, label: String? = nil, color: Color? = nil,
    style: LineStyle = .dashed, column: String? = nil, _ function: (Double) -> Double
  ) -> Mark {
    precondition(samples >= 2, "A curve needs at least two samples, but has \(samples).")
    let width = range.upperBound - range.lowerBound
    let x = (0..<samples).map { range.lowerBound + width * (Double($0) / Double(samples - 1)) }
    return whole(line(x: x, y: x.map(function), label: label, color: color ?? .black, style: style, column: column))
  }

  /// A path in the plane, with a ring where it starts and a disc where it ends (a cross where it left all bounds).
  public static func trajectory(
    x: [Double], y: [Double], label: String? = nil, color: Color? = nil, style: LineStyle = .solid, dots: Bool = false,
    column: String? = nil
  ) -> Mark {
    requireSameCount("A trajectory", ("x", x.count), ("y", y.count))
    return Mark(content: .trajectory(x: x, y: y, dots: dots), label: label, color: color, style: style, column: column)
  }

  /// A horizontal mark across the panel.
  public static func horizontal(
    _ y: Double, label: String? = nil, color: Color = .grey, style: LineStyle = LineStyle(width: 1)
  ) -> Mark {
    Mark(content: .horizontal(y), label: label, color: color, style: style)
  }

  /// A vertical mark across the panel, its label above the panel.
  public static func vertical(
    _ x: Double, label: String? = nil, color: Color = .grey, style: LineStyle = LineStyle(width: 1)
  ) -> Mark {
    Mark(content: .vertical(x), label: label, color: color, style: style)
  }

  /// A word in the picture, at a point of the axes.
  public static func text(
    _ text: String, at point: (x: Double, y: Double), color: Color = Color(0x4A4A4A), alignment: TextAlignment = .left
  ) -> Mark {
    Mark(content: .text(text, x: point.x, y: point.y, alignment: alignment), color: color)
  }
}
