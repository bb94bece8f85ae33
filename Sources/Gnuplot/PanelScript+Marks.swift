extension PanelScript {
  /// One `plot` command for all marks; an empty panel plots a line that nobody sees, for gnuplot to draw the axes.
  var plotCommand: [String] {
    let elements =
      plot.marks.enumerated().flatMap { filmed(self.elements(of: $1, at: $0), $1, at: $0) }
      // A frame may have nothing to show.
      + (plot.marks.contains { $0.mark.frames != nil } ? ["NaN notitle"] : [])
    guard let last = elements.last else { return ["plot NaN notitle"] }
    return ["plot \\"] + elements.dropLast().map { "  \($0), \\" } + ["  \(last)"]
  }

  /// The mark's elements, in a film only in its frames and with the dashes that gnuplot's GIF does not know.
  private func filmed(_ elements: [String], _ mark: PlottedMark, at position: Int) -> [String] {
    guard script.figure.animation != nil else { return elements }
    let shown = mark.mark.frames.map(script.isShown)
    func when(_ condition: String?, _ element: String) -> String {
      let conditions = [condition, shown].compactMap { $0 }
      return conditions.isEmpty ? element : "for [once = 1:\(conditions.joined(separator: " && "))] \(element)"
    }
    guard script.dashes(index, position) != nil, let line = elements.firstIndex(where: { $0.contains("dashtype (") })
    else { return elements.map { when(nil, $0) } }
    let y = mark.mark.presence == .growing ? "($3 <= shown * \(max(0, mark.rows - 1)) ? $2 : NaN)" : "2"
    let dashed = "\(script.dashBlock(index, position)) using 1:\(y) with lines \(lineStyle(mark))"
    return elements[..<line].map { when(nil, $0) } + [when("frame == 0", elements[line]), when("frame > 0", dashed)]
      + elements[(line + 1)...].map { when(nil, $0) }
  }

  func elements(of mark: PlottedMark, at position: Int) -> [String] {
    let color = "linecolor rgb \(mark.color.gnuplot())"
    func column(_ place: Int) -> String { "\(mark.columns[place])" }
    func using(_ places: Int...) -> String { places.map(column).joined(separator: ":") }
    switch mark.content {
    case .line(let x, let y, let steps):
      let visible = x.indices.filter { plot.x.shows(x[$0]) && plot.y.shows(y[$0]) }
      let dots = lone(mark, x, [y], " using \(using(0, 1)) with points \(pointStyle(mark, .circle, 1))")
      // One value makes no line, but it should be seen.
      if visible.count == 1, !dots.isEmpty { return dots }
      return [data(mark) + " using \(using(0, 1)) with \(steps ? "steps" : "lines") \(lineStyle(mark))"] + dots
    case .band(let x, let lower, let upper):
      // On a logarithmic axis a band that reaches below zero ends at the axis.
      let low =
        plot.y.scale == .log && lower.contains { $0 <= 0 }
        ? "($\(column(1)) > 0 ? $\(column(1)) : \(numberText(plot.y.lower)))" : column(1)
      return [
        data(mark)
          + " using \(column(0)):\(low):\(column(2)) with filledcurves \(color) fillstyle \(fillStyle(mark))"
      ]
        + lone(
          mark, x, plot.y.scale == .log ? [upper] : [lower, upper],
          " using \(column(0)):\(low):(0):($\(column(2)) - \(low == column(1) ? "$" + low : low)) with vectors nohead linewidth 8"
            + " linecolor rgb \(mark.color.gnuplot(opacity: Look.bandOpacity)) dashtype solid")
    case .points(_, _, let shape, let size):
      return [data(mark) + " using \(using(0, 1)) with points \(pointStyle(mark, shape, size))"]
    case .errorBars:
      // gnuplot's own error bars leave a gap around the point.
      return [
        data(mark) + " using \(column(0)):\(column(2)):(0):($\(column(3)) - $\(column(2))) with vectors nohead"
          + " linewidth 1.5 \(color)",
        data(mark) + " using \(using(0, 1)) with points \(pointStyle(mark, .circle, 1))",
      ]
    case .bars:
      let x = mark.barShift == 0 ? column(0) : "($\(column(0)) + \(numberText(mark.barShift)))"
      return [
        script.table
          + " using \(x):\(column(1)):(\(numberText(mark.barWidth))) with boxes \(color) fillstyle \(fillStyle(mark))"
      ]
    case .histogram:
      let (left, right) = ("$\(column(0))", "$\(column(1))")
      return [
        script.table + " using ((\(left) + \(right)) / 2):\(column(2)):(\(right) - \(left)) with boxes \(color)"
          + " fillstyle \(fillStyle(mark))"
      ]
    case .area(let x, let y):
      let below = mark.below.map { "$\($0)" }
      let low = below.isEmpty ? "(0)" : "(\(below.joined(separator: " + ")))"
      let high = "(\((below + ["$\(column(1))"]).joined(separator: " + ")))"
      return [
        data(mark) + " using \(column(0)):\(low):\(high) with filledcurves \(color) fillstyle \(fillStyle(mark))"
      ]
        + lone(
          mark, x, [y],
          " using \(column(0)):\(low):(0):($\(column(1))) with vectors nohead linewidth 8 \(color) dashtype solid")
    case .contours:
      guard !mark.levels.isEmpty else { return [] }
      let lines = "\(script.contourBlock(index, position)) using 1:2 with lines \(lineStyle(mark))"
      guard script.hasLevelLabels(index, position) else { return [lines] }
      let isOnColors = plot.marks.contains(where: \.content.isHeatMap)
      return [
        lines,
        "\(script.levelBlock(index, position)) using 1:2:3 with labels\(isOnColors ? "" : " boxed") textcolor rgb '#7A828A' font"
          + " ',\(numberText(Look.noteSize))'",
      ]
    case .heatMap:
      guard case .heatMap(let surface, _, let scale, _, _, _) = mark.content else { return [] }
      // A value that a logarithmic scale cannot show leaves its cell empty.
      let hasUnshown = scale == .log && surface.z.contains { $0.contains { $0 <= 0 } }
      let z = hasUnshown ? "($\(column(0)) > 0 ? $\(column(0)) : NaN)" : column(0)
      if mark.columns.count == 5 {
        return [
          "\(script.grids[mark.grid]) using 1:2:\(using(1, 2, 3, 4)):\(z) with boxxyerror linecolor palette linewidth 0.3"
            + " fillstyle solid 1"
        ]
      }
      // Few large cells are drawn one by one; an image would be blurred when it is enlarged.
      let pixels = surface.x.count * surface.y.count <= 1600 ? " pixels" : ""
      return ["\(script.grids[mark.grid]) using 1:2:\(z) with image\(pixels)"]
    case .arrows(_, _, let allDX, let allDY, let scale):
      let (dx, dy) = ("$\(column(2))", "$\(column(3))")
      let scaled = scale == 1 ? using(2, 3) : "(\(numberText(scale)) * \(dx)):(\(numberText(scale)) * \(dy))"
      let arrows = [data(mark) + " using \(using(0, 1)):\(scaled) with vectors \(head) \(lineStyle(mark))"]
      // An arrow without length is a dot.
      guard allDX.indices.contains(where: { scale * allDX[$0] == 0 && scale * allDY[$0] == 0 }) else { return arrows }
      let isDot = scale == 0 ? "1" : "\(dx) == 0 && \(dy) == 0"
      return arrows + [
        data(mark)
          + " using \(column(0)):(\(isDot) ? $\(column(1)) : NaN) with points \(pointStyle(mark, .circle, 0.5))"
      ]
    case .trajectory(let x, let y, let dots):
      return trajectory(mark, x, y, dots: dots)
    case .curve, .horizontal, .vertical, .text, .group: return []
    }
  }

  /// An element for the rows that a line or an area would not show: those without a neighbour to be joined to.
  private func lone(_ mark: PlottedMark, _ x: [Double], _ columns: [[Double]], _ element: String) -> [String] {
    func shows(_ row: Int) -> Bool { plot.x.shows(x[row]) && columns.allSatisfy { plot.y.shows($0[row]) } }
    var rows: [Int] = []
    var row = 0
    while row < x.count {
      guard shows(row) else {
        row += 1
        continue
      }
      let first = row
      var isPoint = true
      while row < x.count, shows(row) {
        isPoint = isPoint && x[row] == x[first] && columns.allSatisfy { $0[row] == $0[first] }
        row += 1
      }
      if isPoint { rows.append(first) }
    }
    guard !rows.isEmpty else { return [] }
    let list = rows.map(String.init).joined(separator: " ")
    let isSeen = grows(mark) ? "for [once = 1:int(row) <= shown * \(max(0, mark.rows - 1))] " : ""
    return ["for [row in '\(list)'] \(isSeen)\(script.table) every ::int(row)::int(row)\(element)"]
  }

  /// The path, a ring on its first point, a disc on its last finite one: a cross where it went on to infinity or nan.
  private func trajectory(_ mark: PlottedMark, _ x: [Double], _ y: [Double], dots: Bool) -> [String] {
    let columns = "using \(mark.columns[0]):\(mark.columns[1])"
    let finite = x.indices.filter { plot.x.shows(x[$0]) && plot.y.shows(y[$0]) }
    guard let first = finite.first, let last = finite.last else { return [] }
    let isLost = last < x.count - 1
    let end = grows(mark) ? "int(shown * \(last))" : "\(last)"
    var elements = [data(mark) + " \(columns) with lines \(lineStyle(mark))"]
    if plot.marks.contains(where: \.content.isHeatMap) {
      // A white edge keeps the path apart from any colour under it.
      elements.insert(
        data(mark) + " \(columns) with lines linewidth \(numberText(mark.style.width + 2)) linecolor rgb"
          + " \(Color(0xFFFFFF).gnuplot(opacity: 0.7))", at: 0)
    }
    // Pixels would fill a thicker ring.
    let ring = script.figure.animation == nil ? "1.5" : "(frame > 0 ? 0.67 : 1.5)"
    if dots { elements.append(data(mark) + " \(columns) with points \(pointStyle(mark, .circle, 0.5))") }
    elements.append(
      "\(script.table) every ::\(first)::\(first) \(columns) with points \(pointStyle(mark, .ring, 1.3)) linewidth \(ring)"
    )
    elements.append(
      "\(script.table) every ::\(end)::\(end) \(columns) with points"
        + " \(pointStyle(mark, isLost ? .cross : .circle, 1.3))" + (isLost ? " linewidth 2" : ""))
    return elements
  }

  /// The table, in a film only as far as it is shown.
  private func data(_ mark: PlottedMark) -> String {
    guard grows(mark) else { return script.table }
    return "\(script.table) every ::0::int(shown * \(max(0, mark.rows - 1)))"
  }

  private func grows(_ mark: PlottedMark) -> Bool {
    script.figure.animation != nil && mark.mark.presence == .growing
  }

  // MARK: Styles

  var head: String { "head filled size screen 0.009,22,60" }

  func lineStyle(_ mark: PlottedMark) -> String {
    let style = mark.style
    let dash = style.dashes.map { "dashtype (\($0.map(numberText).joined(separator: ", ")))" } ?? "dashtype solid"
    return "linewidth \(numberText(style.width)) linecolor rgb \(mark.color.gnuplot(opacity: style.opacity)) \(dash)"
  }

  func pointStyle(_ mark: PlottedMark, _ shape: PointShape, _ size: Double) -> String {
    "pointtype \(shape.type) pointsize \(script.short(0.65 * size))\(script.figure.animation == nil ? "" : "*dot") linecolor rgb"
      + " \(mark.color.gnuplot(opacity: mark.style.opacity))"
  }

  func fillStyle(_ mark: PlottedMark) -> String {
    switch mark.content {
    case .band: "transparent solid \(numberText(Look.bandOpacity)) noborder"
    case .histogram: "transparent solid 0.45 border linecolor rgb '#ffffff'"
    case .area: "solid 0.85 noborder"
    default: "solid 1 noborder"
    }
  }
}

extension Mark.Content {
  var isSurface: Bool {
    switch self {
    case .heatMap, .contours: true
    default: false
    }
  }
}
