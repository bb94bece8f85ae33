extension PanelScript {
  /// One `plot` command for all layers; an empty panel plots a line that nobody sees, for gnuplot to draw the axes.
  var plotCommand: [String] {
    let elements = plot.layers.enumerated().flatMap { self.elements(of: $1, at: $0) }
    guard let last = elements.last else { return ["plot NaN notitle"] }
    return ["plot \\"] + elements.dropLast().map { "  \($0), \\" } + ["  \(last)"]
  }

  func elements(of layer: PlotLayer, at position: Int) -> [String] {
    let color = "linecolor rgb \(layer.color.gnuplot())"
    func column(_ place: Int) -> String { "\(layer.columns[place])" }
    func using(_ places: Int...) -> String { places.map(column).joined(separator: ":") }
    switch layer.layer.mark {
    case .line(let x, let y, let steps):
      if x.indices.filter({ plot.x.shows(x[$0]) && plot.y.shows(y[$0]) }).count == 1 {
        // One value makes no line, but it should be seen.
        return [data(nil) + " using \(using(0, 1)) with points \(pointStyle(layer, .circle, 1))"]
      }
      return [data(x.count) + " using \(using(0, 1)) with \(steps ? "steps" : "lines") \(lineStyle(layer))"]
    case .band(let x, let lower, _):
      // On a logarithmic axis a band that reaches below zero ends at the axis.
      let low =
        plot.y.scale == .log && lower.contains { $0 <= 0 }
        ? "($\(column(1)) > 0 ? $\(column(1)) : \(numberText(plot.y.lower)))" : column(1)
      return [
        data(x.count)
          + " using \(column(0)):\(low):\(column(2)) with filledcurves \(color) fillstyle \(fillStyle(layer))"
      ]
    case .points(let x, _, let shape, let size):
      return [data(x.count) + " using \(using(0, 1)) with points \(pointStyle(layer, shape, size))"]
    case .errorBars(let x, _, _, _):
      // gnuplot's own error bars leave a gap around the point.
      return [
        data(x.count) + " using \(column(0)):\(column(2)):(0):($\(column(3)) - $\(column(2))) with vectors nohead"
          + " linewidth 1.5 \(color)",
        data(x.count) + " using \(using(0, 1)) with points \(pointStyle(layer, .circle, 1))",
      ]
    case .bars:
      let x = layer.barShift == 0 ? column(0) : "($\(column(0)) + \(numberText(layer.barShift)))"
      return [
        data(nil)
          + " using \(x):\(column(1)):(\(numberText(layer.barWidth))) with boxes \(color) fillstyle \(fillStyle(layer))"
      ]
    case .histogram:
      let (left, right) = ("$\(column(0))", "$\(column(1))")
      return [
        data(nil) + " using ((\(left) + \(right)) / 2):\(column(2)):(\(right) - \(left)) with boxes \(color)"
          + " fillstyle \(fillStyle(layer))"
      ]
    case .area(let x, _):
      let below = layer.below.map { "$\($0)" }
      let low = below.isEmpty ? "(0)" : "(\(below.joined(separator: " + ")))"
      let high = "(\((below + ["$\(column(1))"]).joined(separator: " + ")))"
      return [
        data(x.count) + " using \(column(0)):\(low):\(high) with filledcurves \(color) fillstyle \(fillStyle(layer))"
      ]
    case .curve(let formula, let over):
      let range = over.map { "[\(numberText($0.lowerBound)):\(numberText($0.upperBound))] " } ?? ""
      return ["\(range)\(dashed(formula.gnuplot, layer)) with lines \(lineStyle(layer))"]
    case .contours:
      guard !layer.levels.isEmpty else { return [] }
      let lines = "\(script.contourBlock(index, position)) using 1:2 with lines \(lineStyle(layer))"
      guard script.hasLevelLabels(index, position) else { return [lines] }
      let isOnColors = plot.layers.contains(where: \.layer.mark.isHeatMap)
      return [
        lines,
        "\(script.levelBlock(index, position)) using 1:2:3 with labels\(isOnColors ? "" : " boxed") textcolor rgb '#7A828A' font"
          + " ',\(numberText(Look.noteSize))'",
      ]
    case .heatMap:
      guard case .heatMap(let surface, _, _, _, _, _) = layer.layer.mark else { return [] }
      if layer.columns.count == 5 {
        return [
          "\(script.grids[layer.grid]) using 1:2:\(using(1, 2, 3, 4, 0)) with boxxyerror linecolor palette linewidth 0.3"
            + " fillstyle solid 1"
        ]
      }
      // Few large cells are drawn one by one; an image would be blurred when it is enlarged.
      let pixels = surface.x.count * surface.y.count <= 1600 ? " pixels" : ""
      return ["\(script.grids[layer.grid]) using 1:2:\(column(0)) with image\(pixels)"]
    case .arrows(let x, _, _, _, let scale):
      let (dx, dy) = ("$\(column(2))", "$\(column(3))")
      let scaled = scale == 1 ? using(2, 3) : "(\(numberText(scale)) * \(dx)):(\(numberText(scale)) * \(dy))"
      return [data(x.count) + " using \(using(0, 1)):\(scaled) with vectors \(head) \(lineStyle(layer))"]
    case .trajectory(let x, let y, let dots):
      return trajectory(layer, x, y, dots: dots)
    case .horizontal, .vertical, .text, .group: return []
    }
  }

  /// gnuplot's GIF knows no dashes: in a film a dashed formula is drawn with gaps of its own.
  private func dashed(_ formula: String, _ layer: PlotLayer) -> String {
    guard script.figure.animation != nil, layer.layer.style.pattern != .solid else { return formula }
    let place = plot.x.scale == .log ? "log10(x)" : "x"
    let ends = [plot.x.lower, plot.x.upper].map { plot.x.scale == .log ? logarithm10($0) : $0 }
    let share = "(\(place) - (\(numberText(ends[0])))) / \(numberText(ends[1] - ends[0]))"
    return "(frame == 0 || int(80 * \(share)) % 2 == 0 ? \(formula) : NaN)"
  }

  /// The path, a ring on its first point, a disc on its last finite one: a cross where it went on to infinity or nan.
  private func trajectory(_ layer: PlotLayer, _ x: [Double], _ y: [Double], dots: Bool) -> [String] {
    let columns = "using \(layer.columns[0]):\(layer.columns[1])"
    let finite = x.indices.filter { plot.x.shows(x[$0]) && plot.y.shows(y[$0]) }
    guard let first = finite.first, let last = finite.last else { return [] }
    let isLost = last < x.count - 1
    let end = script.figure.animation == nil ? "\(last)" : "int(shown * \(last))"
    var elements = [data(x.count) + " \(columns) with lines \(lineStyle(layer))"]
    if plot.layers.contains(where: \.layer.mark.isHeatMap) {
      // A white edge keeps the path apart from any colour under it.
      elements.insert(
        data(x.count) + " \(columns) with lines linewidth \(numberText(layer.layer.style.width + 2)) linecolor rgb"
          + " \(Color(0xFFFFFF).gnuplot(opacity: 0.7))", at: 0)
    }
    if dots { elements.append(data(x.count) + " \(columns) with points \(pointStyle(layer, .circle, 0.5))") }
    elements.append(
      "\(script.table) every ::\(first)::\(first) \(columns) with points \(pointStyle(layer, .ring, 1.3)) linewidth 1.5"
    )
    elements.append(
      "\(script.table) every ::\(end)::\(end) \(columns) with points"
        + " \(pointStyle(layer, isLost ? .cross : .circle, 1.3))" + (isLost ? " linewidth 2" : ""))
    return elements
  }

  /// The table, in a film only as far as it is shown.
  private func data(_ rows: Int?) -> String {
    guard let rows, script.figure.animation != nil else { return script.table }
    return "\(script.table) every ::0::int(shown * \(max(0, rows - 1)))"
  }

  // MARK: Styles

  var head: String { "head filled size screen 0.009,22,60" }

  func lineStyle(_ layer: PlotLayer) -> String {
    let style = layer.layer.style
    let dash =
      switch style.pattern {
      case .solid: "dashtype 1"
      case .dashed: "dashtype (9, 6)"
      case .dotted: "dashtype (2, 4)"
      }
    return "linewidth \(numberText(style.width)) linecolor rgb \(layer.color.gnuplot(opacity: style.opacity)) \(dash)"
  }

  func pointStyle(_ layer: PlotLayer, _ shape: PointShape, _ size: Double) -> String {
    "pointtype \(shape.type) pointsize \(script.short(0.65 * size))\(script.figure.animation == nil ? "" : "*dot") linecolor rgb"
      + " \(layer.color.gnuplot(opacity: layer.layer.style.opacity))"
  }

  func fillStyle(_ layer: PlotLayer) -> String {
    switch layer.layer.mark {
    case .band: "transparent solid \(numberText(Look.bandOpacity)) noborder"
    case .histogram: "transparent solid 0.45 border linecolor rgb '#ffffff'"
    case .area: "solid 0.85 noborder"
    default: "solid 1 noborder"
    }
  }
}

extension Layer.Mark {
  var isSurface: Bool {
    switch self {
    case .heatMap, .contours: true
    default: false
    }
  }
}
