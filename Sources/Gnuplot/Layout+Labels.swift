extension Layout {
  /// The room above the axes for the titles of panel and y axis.
  func titlesHeight(_ plot: Plot, at index: Int, _ metrics: TextMetrics) -> Double {
    var height = 6.0
    let lines = titleLines(plot, at: index, metrics).count
    if lines > 0 { height += metrics.lineHeight(size: Look.panelTitleSize) * Double(lines) + 2 }
    let axisLines = axisTitleLines(plot, at: index, metrics)
    let count = max(axisLines.y.count, axisLines.bar.count)
    if count > 0 { height += metrics.lineHeight(size: Look.labelSize) * Double(count) + 1 }
    return height
  }

  /// The room between titles and axes: for labels of vertical marks, and for the exponent of a number at the upper end.
  func marksHeight(_ plot: Plot, at index: Int, _ metrics: TextMetrics) -> Double {
    let rows = (verticalLabels(plot, at: index, metrics).map(\.row).max() ?? -1) + 1
    let hasExponent = plot.y.ticks.contains { $0.markup.contains("^") && plot.y.fraction($0.value) > 0.97 }
    return Double(rows) * metrics.lineHeight(size: Look.labelSize) + (hasExponent ? 6 : 0)
  }

  /// Writes what stands above the axes, from the top: panel title, y title, labels of vertical marks.
  ///
  /// - Parameter marks: the room for labels of vertical marks, the same in a row of panels, so that their titles are level.
  mutating func placeHead(_ plot: Plot, at index: Int, marks: Double, _ metrics: TextMetrics) {
    let box = panels[index].box
    let left = panels[index].cell.left + Look.margin
    let line = metrics.lineHeight(size: Look.labelSize)
    for label in verticalLabels(plot, at: index, metrics) {
      panels[index].texts.append(
        PlacedText(
          text: label.text, x: label.x, y: box.top - 4 - line * (Double(label.row) + 0.5), alignment: .center,
          color: label.color, frames: label.frames))
    }
    var y = box.top - 5 - marks
    let axisLines = axisTitleLines(plot, at: index, metrics)
    let own = panels[index].yTitle == nil ? [] : axisLines.y
    for (rank, text) in own.reversed().enumerated() {
      panels[index].texts.append(
        PlacedText(text: text, x: left, y: y - line * (Double(rank) + 0.5), color: Look.softInk))
    }
    let count = max(axisLines.y.count, axisLines.bar.count)
    if count > 0 { y -= line * Double(count) + 1 }
    for line in titleLines(plot, at: index, metrics).reversed() {
      let height = metrics.lineHeight(size: Look.panelTitleSize)
      panels[index].texts.append(
        PlacedText(text: line, x: left, y: y - height / 2, size: Look.panelTitleSize, bold: true))
      y -= height
    }
  }

  /// The titles of the y axis and of the colour bar, which share a line and its room.
  func axisTitleLines(_ plot: Plot, at index: Int, _ metrics: TextMetrics) -> (y: [String], bar: [String]) {
    let room = panels[index].cell.right - panels[index].cell.left - 1.25 * Look.margin
    let bar = plot.colorBar().flatMap { $0.isShown && !$0.title.isEmpty ? $0.title : nil }
    let title = plot.panel.y.title
    guard let bar else {
      // The room is kept where a shared title stands at the first panel only.
      return (title.isEmpty ? [] : metrics.wrapped(title, size: Look.labelSize, width: room), [])
    }
    // Its title ends where its numbers end.
    let end = panels[index].box.right + 34 + (plot.colorBar()?.range.ticks.map { $0.width(metrics) }.max() ?? 0)
    let shared = min(room, end - panels[index].cell.left - Look.margin)
    let barLines = metrics.wrapped(bar, size: Look.labelSize, width: title.isEmpty ? shared : shared / 2)
    let taken = barLines.map { metrics.width($0, size: Look.labelSize) }.max() ?? 0
    return (title.isEmpty ? [] : metrics.wrapped(title, size: Look.labelSize, width: shared - taken - 10), barLines)
  }

  /// The title of a panel, broken where it would reach into the next column.
  private func titleLines(_ plot: Plot, at index: Int, _ metrics: TextMetrics) -> [String] {
    guard let title = plot.panel.title else { return [] }
    let cell = panels[index].cell
    return metrics.wrapped(
      title, size: Look.panelTitleSize, bold: true, width: cell.right - cell.left - 1.25 * Look.margin)
  }

  /// The labels of vertical marks, in as many rows as keep them from touching, none beyond the panel's room; those of
  /// single frames share the last row.
  private func verticalLabels(_ plot: Plot, at index: Int, _ metrics: TextMetrics) -> [(
    text: String, x: Double, row: Int, color: Color, frames: ClosedRange<Int>?
  )] {
    let (box, cell) = (panels[index].box, panels[index].cell)
    let room = (left: cell.left + 4, right: cell.right - 4)
    func center(_ x: Double, _ half: Double) -> Double { max(room.left + half, min(room.right - half, x)) }
    func half(_ text: String) -> Double { metrics.width(text, size: Look.labelSize) / 2 }
    let marks = plot.marks.compactMap {
      mark -> (lines: [String], x: Double, color: Color, frames: ClosedRange<Int>?)? in
      guard case .vertical(let value) = mark.content, let text = mark.label, plot.x.contains(value) else { return nil }
      let lines = metrics.wrapped(text, size: Look.labelSize, width: room.right - room.left)
      let widest = lines.map(half).max() ?? 0
      return (
        lines, center(box.left + plot.x.fraction(value) * box.width, widest), mark.color.readable, mark.mark.frames
      )
    }
    var ends: [Double] = []
    var placed: [(text: String, x: Double, row: Int, color: Color, frames: ClosedRange<Int>?)] = []
    for mark in marks.filter({ $0.frames == nil }).sorted(by: { $0.x < $1.x }) {
      let widest = mark.lines.map(half).max() ?? 0
      let rows = mark.lines.count
      let free = (0...ends.count).first { row in
        (row..<row + rows).allSatisfy { $0 >= ends.count || ends[$0] <= mark.x - widest }
      }
      let row = free ?? ends.count
      while ends.count < row + rows { ends.append(-.infinity) }
      for (rank, line) in mark.lines.reversed().enumerated() {
        ends[row + rank] = mark.x + widest + 8
        placed.append((line, mark.x, row + rank, mark.color, nil))
      }
    }
    for mark in marks where mark.frames != nil {
      for (rank, line) in mark.lines.reversed().enumerated() {
        placed.append((line, mark.x, ends.count + rank, mark.color, mark.frames))
      }
    }
    return placed
  }

  /// Writes the labels at the line ends: those at the right edge in the margin, moved apart; others beside their point.
  mutating func placeDirect(_ labels: [LabelPlan.DirectLabel], at index: Int, _ metrics: TextMetrics) {
    let box = panels[index].box
    let line = metrics.lineHeight(size: Look.labelSize)
    let outside = labels.filter { $0.isInMargin && $0.frames == nil }
    let wanted = outside.map { box.top + box.height * (1 - $0.y) }
    let tallest = Double(outside.map(\.lines.count).max() ?? 1)
    let places = LabelSpread.positions(wanted, distance: line * tallest, within: box.top...max(box.top, box.bottom))
    let indent = labelIndent(labels, metrics)
    for (label, (wish, place)) in zip(outside, zip(wanted, places)) {
      let needsLeader = indent > 7 || abs(place - wish) > line * 0.6
      let end = box.left + box.width * label.x
      let x = box.right + indent
      for (rank, text) in label.lines.enumerated() {
        let shift = line * (Double(rank) - Double(label.lines.count - 1) / 2)
        panels[index].texts.append(PlacedText(text: text, x: x, y: place + shift, color: label.color))
      }
      if needsLeader {
        panels[index].leaders.append(
          Leader(from: (end + 3, wish), to: (x - 2, place), color: label.color))
      }
    }
    for label in labels where label.isInMargin && label.frames != nil {
      panels[index].texts.append(
        PlacedText(
          text: label.lines.joined(separator: " "), x: box.right + indent, y: box.top + box.height * (1 - label.y),
          color: label.color, frames: label.frames))
    }
    var taken: [Box] = []
    for label in labels where !label.isInMargin {
      let width = metrics.width(label.text, size: Look.labelSize)
      let x = box.left + box.width * label.x
      let fitsRight = x + 7 + width <= box.right
      var place = Box(
        left: fitsRight ? x + 7 : max(panels[index].cell.left + 4, x - width),
        top: box.top + box.height * (1 - label.y) - line / 2, width: width,
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
    let widest = place.right + 8 + (bar.range.ticks.map { $0.width(metrics) }.max() ?? 0)
    let lines = axisTitleLines(plot, at: index, metrics).bar
    let line = metrics.lineHeight(size: Look.labelSize)
    for (rank, text) in lines.reversed().enumerated() {
      panels[index].texts.append(
        PlacedText(
          text: text, x: widest, y: box.top - 5 - line * (Double(rank) + 0.5), alignment: .right, color: Look.softInk))
    }
  }
}

extension Layout.Box {
  func overlaps(_ other: Layout.Box) -> Bool {
    left < other.right && other.left < right && top < other.bottom - 0.01 && other.top < bottom - 0.01
  }
}
