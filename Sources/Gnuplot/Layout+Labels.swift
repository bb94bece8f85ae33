extension Layout {
  /// The room above the axes for the titles of panel and y axis.
  func titlesHeight(_ plot: Plot, _ metrics: TextMetrics) -> Double {
    var height = 6.0
    let lines = titleLines(plot, metrics).count
    if lines > 0 { height += metrics.lineHeight(size: Look.panelTitleSize) * Double(lines) + 2 }
    if !plot.panel.y.title.isEmpty || hasColorBarTitle(plot) {
      height += metrics.lineHeight(size: Look.labelSize) + 1
    }
    return height
  }

  /// The room between titles and axes: for labels of vertical marks, and for the exponent of a number at the upper end.
  func marksHeight(_ plot: Plot, width: Double, _ metrics: TextMetrics) -> Double {
    let rows = (verticalLabels(plot, width: width, metrics).map(\.row).max() ?? -1) + 1
    let hasExponent = plot.y.ticks.contains { $0.markup.contains("^") && plot.y.fraction($0.value) > 0.97 }
    return Double(rows) * metrics.lineHeight(size: Look.labelSize) + (hasExponent ? 6 : 0)
  }

  /// Writes what stands above the axes, from the top: panel title, y title, labels of vertical marks.
  ///
  /// - Parameters:
  ///   - cell: the left edge of the panel's column.
  ///   - marks: the room for labels of vertical marks, the same in a row of panels, so that their titles are level.
  mutating func placeHead(_ plot: Plot, at index: Int, cell: Double, marks: Double, _ metrics: TextMetrics) {
    let box = panels[index].box
    let line = metrics.lineHeight(size: Look.labelSize)
    for label in verticalLabels(plot, width: box.width, metrics) {
      panels[index].texts.append(
        PlacedText(
          text: label.text, x: box.left + label.x, y: box.top - 4 - line * (Double(label.row) + 0.5),
          alignment: .center, color: label.color, frames: label.frames))
    }
    var y = box.top - 5 - marks
    if !plot.panel.y.title.isEmpty || hasColorBarTitle(plot) {
      if let title = panels[index].yTitle {
        panels[index].texts.append(PlacedText(text: title, x: cell, y: y - line / 2, color: Look.softInk))
      }
      y -= line + 1
    }
    for line in titleLines(plot, metrics).reversed() {
      let height = metrics.lineHeight(size: Look.panelTitleSize)
      panels[index].texts.append(
        PlacedText(text: line, x: cell, y: y - height / 2, size: Look.panelTitleSize, bold: true))
      y -= height
    }
  }

  private func hasColorBarTitle(_ plot: Plot) -> Bool {
    plot.colorBar().map { $0.isShown && !$0.title.isEmpty } ?? false
  }

  /// The title of a panel, broken where it would reach into the next column.
  private func titleLines(_ plot: Plot, _ metrics: TextMetrics) -> [String] {
    guard let title = plot.panel.title else { return [] }
    return metrics.wrapped(
      title, size: Look.panelTitleSize, bold: true, width: width / Double(columns) - 2 * Look.margin)
  }

  /// The labels of vertical marks, in as many rows as keep them from touching; those of single frames share the last.
  private func verticalLabels(_ plot: Plot, width: Double, _ metrics: TextMetrics) -> [(
    text: String, x: Double, row: Int, color: Color, frames: ClosedRange<Int>?
  )] {
    var ends: [Double] = []
    let marks = plot.marks.compactMap {
      mark -> (text: String, x: Double, color: Color, frames: ClosedRange<Int>?)? in
      guard case .vertical(let value) = mark.content, let text = mark.label, plot.x.contains(value)
      else { return nil }
      return (text, plot.x.fraction(value) * width, mark.color.readable, mark.mark.frames)
    }
    let standing = marks.filter { $0.frames == nil }.sorted { $0.x < $1.x }.map { mark in
      let half = metrics.width(mark.text, size: Look.labelSize) / 2
      let row = ends.firstIndex { $0 <= mark.x - half } ?? ends.count
      if row == ends.count { ends.append(0) }
      ends[row] = mark.x + half + 8
      return (mark.text, mark.x, row, mark.color, mark.frames)
    }
    return standing + marks.filter { $0.frames != nil }.map { ($0.text, $0.x, ends.count, $0.color, $0.frames) }
  }

  /// Writes the labels at the line ends: those at the right edge in the margin, moved apart; others beside their point.
  mutating func placeDirect(_ labels: [LabelPlan.DirectLabel], at index: Int, _ metrics: TextMetrics) {
    let box = panels[index].box
    let line = metrics.lineHeight(size: Look.labelSize)
    let outside = labels.filter { $0.isInMargin && $0.frames == nil }
    let wanted = outside.map { box.top + box.height * (1 - $0.y) }
    let places = LabelSpread.positions(wanted, distance: line, within: box.top...max(box.top, box.bottom))
    let indent = labelIndent(labels, metrics)
    for (label, (wish, place)) in zip(outside, zip(wanted, places)) {
      let needsLeader = indent > 7 || abs(place - wish) > line * 0.6
      let end = box.left + box.width * label.x
      let x = box.right + indent
      panels[index].texts.append(PlacedText(text: label.text, x: x, y: place, color: label.color))
      if needsLeader {
        panels[index].leaders.append(
          Leader(from: (end + 3, wish), to: (x - 2, place), color: label.color))
      }
    }
    for label in labels where label.isInMargin && label.frames != nil {
      panels[index].texts.append(
        PlacedText(
          text: label.text, x: box.right + indent, y: box.top + box.height * (1 - label.y), color: label.color,
          frames: label.frames))
    }
    var taken: [Box] = []
    for label in labels where !label.isInMargin {
      let width = metrics.width(label.text, size: Look.labelSize)
      let x = box.left + box.width * label.x
      let fitsRight = x + 7 + width <= box.right
      var place = Box(
        left: fitsRight ? x + 7 : x - width, top: box.top + box.height * (1 - label.y) - line / 2, width: width,
        height: line)
      if !fitsRight { place.top -= line }
      while let other = taken.first(where: { $0.overlaps(place) }) { place.top = other.bottom }
      taken.append(place)
      panels[index].texts.append(
        PlacedText(text: label.text, x: place.left, y: place.top + line / 2, color: label.color))
    }
  }

  mutating func placeColorBar(_ plot: Plot, at index: Int, _ metrics: TextMetrics) {
    guard let bar = plot.colorBar(), bar.isShown else { return }
    let box = panels[index].box
    let direct = panels[index].texts.filter { $0.x >= box.right && $0.alignment == .left && $0.y > box.top }
    let labels = direct.map { metrics.width($0.text, size: Look.labelSize) + 12 }.max() ?? 0
    let place = Box(left: box.right + 14 + labels, top: box.top, width: 12, height: box.height)
    panels[index].colorBar = place
    guard !bar.title.isEmpty else { return }
    let widest = place.right + 8 + (bar.range.ticks.map { $0.width(metrics) }.max() ?? 0)
    panels[index].texts.append(
      PlacedText(
        text: bar.title, x: widest, y: box.top - 5 - metrics.lineHeight(size: Look.labelSize) / 2, alignment: .right,
        color: Look.softInk))
  }
}

extension Layout.Box {
  func overlaps(_ other: Layout.Box) -> Bool {
    left < other.right && other.left < right && top < other.bottom - 0.01 && other.top < bottom - 0.01
  }
}
