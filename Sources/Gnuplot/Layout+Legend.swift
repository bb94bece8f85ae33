extension Layout {
  /// The legend below the figure: entries side by side, in as many lines as they need.
  mutating func placeBelow(
    _ entries: [LabelPlan.LegendEntry], from left: Double, top: inout Double, _ metrics: TextMetrics
  ) {
    guard !entries.isEmpty else { return }
    let line = metrics.lineHeight(size: Look.labelSize) + 2
    let limit = width - Look.margin
    var x = left
    var y = top + 4 + line / 2
    for entry in entries {
      let indent = Look.sample + 6
      let lines = metrics.wrapped(entry.text, size: Look.labelSize, width: limit - left - indent)
      let room = indent + (lines.map { metrics.width($0, size: Look.labelSize) }.max() ?? 0)
      if x > left && x + room > limit {
        x = left
        y += line
      }
      legend.append(PlacedEntry(mark: entry.mark, lines: lines, x: x, y: y))
      y += line * Double(lines.count - 1)
      x += room + 18
    }
    top = y + line / 2
  }

  /// The legend in a corner of a panel: entries below each other.
  mutating func placeInside(
    _ entries: [LabelPlan.LegendEntry], at index: Int, _ legend: Panel.Legend, _ metrics: TextMetrics
  ) {
    guard case .inside(let corner) = legend, !entries.isEmpty else { return }
    let box = panels[index].box
    let line = metrics.lineHeight(size: Look.labelSize)
    let indent = Look.sample + 6
    let lines = entries.map { metrics.wrapped($0.text, size: Look.labelSize, width: box.width - indent - 30) }
    let widest = lines.joined().map { metrics.width($0, size: Look.labelSize) }.max() ?? 0
    var ground = Box(width: indent + widest + 14, height: Double(lines.joined().count) * line + 10)
    let isLeft = corner == .topLeft || corner == .bottomLeft
    let isTop = corner == .topLeft || corner == .topRight
    ground.left = isLeft ? box.left + 8 : box.right - 8 - ground.width
    ground.top = isTop ? box.top + 8 : box.bottom - 8 - ground.height
    panels[index].legendBox = ground
    var y = ground.top + 5 + line * 0.5
    for (entry, lines) in zip(entries, lines) {
      panels[index].legend.append(PlacedEntry(mark: entry.mark, lines: lines, x: ground.left + 7, y: y))
      y += line * Double(lines.count)
    }
  }
}

extension Mark.Content {
  var isHeatMap: Bool { if case .heatMap = self { true } else { false } }
}

extension Plot {
  /// The range of the heat maps' colours, if there are any.
  func colorBar() -> (range: AxisRange, title: String, colors: ColorScale, isShown: Bool)? {
    var bar: (axis: Axis, extent: Extent, colors: ColorScale, isShown: Bool)?
    for mark in marks {
      guard case .heatMap(let surface, let label, let scale, let fixed, let colors, let isShown) = mark.content
      else { continue }
      let axis = fixed.map { Axis(label, scale: scale, range: $0) } ?? Axis(label, scale: scale)
      if bar == nil { bar = (axis, sharedColors ?? surface.bounds(scale), colors, isShown) }
      bar?.extent.include(surface.bounds(scale))
    }
    guard let bar else { return nil }
    var range = bar.extent.range(for: bar.axis, padding: 0)
    if bar.colors == .diverging, bar.axis.minimum == nil, bar.axis.scale == .linear {
      let reach = max(abs(range.lower), abs(range.upper))
      (range.lower, range.upper) = (-reach, reach)
    }
    range.ticks = Ticks.marks(for: range, count: 6)
    return (range, bar.axis.label, bar.colors, bar.isShown && showsSharedBar)
  }
}
