extension Layer {
  /// A line through the points in their order; a non-finite value leaves a gap.
  public static func line(
    x: [Double], y: [Double], label: String? = nil, color: Color? = nil, style: LineStyle = .solid,
    column: String? = nil
  ) -> Layer {
    requireSameCount("A line", ("x", x.count), ("y", y.count))
    return Layer(mark: .line(x: x, y: y, steps: false), label: label, color: color, style: style, column: column)
  }

  /// A staircase: each value holds until the next x.
  public static func steps(
    x: [Double], y: [Double], label: String? = nil, color: Color? = nil, style: LineStyle = .solid,
    column: String? = nil
  ) -> Layer {
    requireSameCount("A staircase", ("x", x.count), ("y", y.count))
    return Layer(mark: .line(x: x, y: y, steps: true), label: label, color: color, style: style, column: column)
  }

  /// The area between two lines at 18 % opacity, such as mean ± standard deviation.
  ///
  /// Without a colour it takes that of the layer with the same label, or else of the layer before it.
  public static func band(
    x: [Double], lower: [Double], upper: [Double], label: String? = nil, color: Color? = nil, column: String? = nil
  ) -> Layer {
    requireSameCount("A band", ("x", x.count), ("lower", lower.count), ("upper", upper.count))
    return Layer(mark: .band(x: x, lower: lower, upper: upper), label: label, color: color, column: column)
  }

  /// A closed form in x, dashed, such as `.curve("exp(-x/7)", label: "theory")`.
  ///
  /// - Parameters:
  ///   - formula: numbers, `x`, `pi`, `+ - * / **`, parentheses, and exp, log, log10, sqrt, abs, sin, cos, tan, atan,
  ///     sinh, cosh, tanh, floor, ceil. Division is that of real numbers: 1/2 is a half. Traps on anything else.
  ///   - range: where it is drawn; the whole axis where it is nil.
  public static func curve(
    _ formula: String, over range: ClosedRange<Double>? = nil, label: String? = nil, color: Color? = nil,
    style: LineStyle = .dashed
  ) -> Layer {
    Layer(mark: .curve(Expression(formula), over: range), label: label, color: color ?? .black, style: style)
  }

  /// A closed form as a Swift function, dashed, sampled evenly over the range.
  public static func curve(
    over range: ClosedRange<Double>, samples: Int = 200, label: String? = nil, color: Color? = nil,
    style: LineStyle = .dashed, column: String? = nil, _ function: (Double) -> Double
  ) -> Layer {
    precondition(samples >= 2, "A curve needs at least two samples, but has \(samples).")
    let width = range.upperBound - range.lowerBound
    let x = (0..<samples).map { range.lowerBound + width * (Double($0) / Double(samples - 1)) }
    return line(x: x, y: x.map(function), label: label, color: color ?? .black, style: style, column: column)
  }

  /// A path in the plane, with a ring where it starts and a disc where it ends (a cross where it left all bounds).
  public static func trajectory(
    x: [Double], y: [Double], label: String? = nil, color: Color? = nil, style: LineStyle = .solid, dots: Bool = false,
    column: String? = nil
  ) -> Layer {
    requireSameCount("A trajectory", ("x", x.count), ("y", y.count))
    return Layer(mark: .trajectory(x: x, y: y, dots: dots), label: label, color: color, style: style, column: column)
  }

  /// A horizontal mark across the panel.
  public static func horizontal(
    _ y: Double, label: String? = nil, color: Color = .grey, style: LineStyle = LineStyle(width: 1)
  ) -> Layer {
    Layer(mark: .horizontal(y), label: label, color: color, style: style)
  }

  /// A vertical mark across the panel, its label above the panel.
  public static func vertical(
    _ x: Double, label: String? = nil, color: Color = .grey, style: LineStyle = LineStyle(width: 1)
  ) -> Layer {
    Layer(mark: .vertical(x), label: label, color: color, style: style)
  }

  /// A word in the picture, at a point of the axes.
  public static func text(
    _ text: String, at point: (x: Double, y: Double), color: Color = Color(0x4A4A4A), alignment: TextAlignment = .left
  ) -> Layer {
    Layer(mark: .text(text, x: point.x, y: point.y, alignment: alignment), color: color)
  }
}
