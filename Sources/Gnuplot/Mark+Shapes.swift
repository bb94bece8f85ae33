extension Mark {
  /// Single points; `size` is in units of the usual point, `opacity` helps where many overlap.
  public static func points(
    x: [Double], y: [Double], label: String? = nil, color: Color? = nil, shape: PointShape = .circle, size: Double = 1,
    opacity: Double = 1, column: String? = nil
  ) -> Mark {
    requireSameCount("A cloud of points", ("x", x.count), ("y", y.count))
    return Mark(
      content: .points(x: x, y: y, shape: shape, size: size), label: label, color: color,
      style: LineStyle(opacity: opacity), column: column)
  }

  /// Points with a vertical bar from `lower` to `upper` (positions on the axis, not lengths).
  public static func errorBars(
    x: [Double], y: [Double], lower: [Double], upper: [Double], label: String? = nil, color: Color? = nil,
    column: String? = nil
  ) -> Mark {
    requireSameCount(
      "A mark of error bars", ("x", x.count), ("y", y.count), ("lower", lower.count), ("upper", upper.count))
    return Mark(content: .errorBars(x: x, y: y, lower: lower, upper: upper), label: label, color: color, column: column)
  }

  /// Points with a vertical bar of `y − error` to `y + error`.
  public static func errorBars(
    x: [Double], y: [Double], error: [Double], label: String? = nil, color: Color? = nil, column: String? = nil
  ) -> Mark {
    requireSameCount("A mark of error bars", ("x", x.count), ("y", y.count), ("error", error.count))
    let lower = y.indices.map { y[$0] - error[$0] }
    let upper = y.indices.map { y[$0] + error[$0] }
    return errorBars(x: x, y: y, lower: lower, upper: upper, label: label, color: color, column: column)
  }

  /// Bars from zero; several such marks in a panel stand side by side. `width` is the share of the room they take.
  public static func bars(
    x: [Double], y: [Double], label: String? = nil, color: Color? = nil, width: Double = 0.8, column: String? = nil
  ) -> Mark {
    requireSameCount("A mark of bars", ("x", x.count), ("y", y.count))
    return Mark(
      content: .bars(x: x, y: y, categories: [], width: width), label: label, color: color, column: column)
  }

  /// Bars over named categories, at x = 0, 1, 2 …
  public static func bars(
    _ categories: [String], y: [Double], label: String? = nil, color: Color? = nil, width: Double = 0.8,
    column: String? = nil
  ) -> Mark {
    requireSameCount("A mark of bars", ("categories", categories.count), ("y", y.count))
    return Mark(
      content: .bars(x: categories.indices.map(Double.init), y: y, categories: categories, width: width), label: label,
      color: color, column: column)
  }

  /// How often the values fall into each of `bins` equally wide bins; non-finite values are left out.
  public static func histogram(
    _ values: [Double], bins: Int = 30, range: ClosedRange<Double>? = nil, as height: HistogramHeight = .count,
    label: String? = nil, color: Color? = nil, column: String? = nil
  ) -> Mark {
    Mark(
      content: .histogram(Histogram(values, bins: bins, range: range, height: height)), label: label, color: color,
      column: column)
  }

  /// A filled area; the areas of a panel are stacked, the first at the bottom.
  public static func area(
    x: [Double], y: [Double], label: String? = nil, color: Color? = nil, column: String? = nil
  ) -> Mark {
    requireSameCount("An area", ("x", x.count), ("y", y.count))
    return Mark(content: .area(x: x, y: y), label: label, color: color, column: column)
  }

  /// Arrows from (x, y) to (x + scale·dx, y + scale·dy): a field of gradients or updates.
  public static func arrows(
    x: [Double], y: [Double], dx: [Double], dy: [Double], scale: Double = 1, label: String? = nil,
    color: Color? = nil, style: LineStyle = LineStyle(width: 1.5), column: String? = nil
  ) -> Mark {
    requireSameCount("A field of arrows", ("x", x.count), ("y", y.count), ("dx", dx.count), ("dy", dy.count))
    return Mark(
      content: .arrows(x: x, y: y, dx: dx, dy: dy, scale: scale), label: label, color: color, style: style,
      column: column)
  }

  /// Contour lines of z over the grid, `z[row][column]` at (`x[column]`, `y[row]`).
  ///
  /// Without levels about ten round ones are chosen. `labelled` writes the level on its line.
  public static func contours(
    x: [Double], y: [Double], z: [[Double]], levels: [Double]? = nil, labelled: Bool = true,
    label: String? = nil, color: Color = Color(0xA9B1BA), style: LineStyle = LineStyle(width: 1),
    column: String? = nil
  ) -> Mark {
    Mark(
      content: .contours(HeightMap(x: x, y: y, z: z, what: "A contour map"), levels: levels, labelled: labelled),
      label: label, color: color, style: style, column: column)
  }

  /// Colours for z over the grid, `z[row][column]` at (`x[column]`, `y[row]`), with a bar that says what they mean.
  ///
  /// A cell reaches half-way to its neighbours, in ratios on a logarithmic axis; non-finite values leave it empty.
  public static func heatMap(
    x: [Double], y: [Double], z: [[Double]], label: String = "", scale: Axis.Scale = .linear,
    range: ClosedRange<Double>? = nil, colors: ColorScale = .viridis, showsBar: Bool = true,
    column: String? = nil
  ) -> Mark {
    Mark(
      content: .heatMap(
        HeightMap(x: x, y: y, z: z, what: "A heat map"), label: label, scale: scale, range: range, colors: colors,
        showsBar: showsBar),
      column: column)
  }
}
