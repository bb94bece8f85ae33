/// Where everything stands, in pixels from the upper left corner.
struct Layout: Sendable {
  var width = 0.0
  var height = 0.0
  var columns = 1
  var panels: [PanelLayout] = []
  /// Texts of the whole figure.
  var texts: [PlacedText] = []
  /// Where the caption of a film's frame stands.
  var caption: PlacedText?
  /// The legend below.
  var legend: [PlacedEntry] = []

  /// A rectangle.
  struct Box: Sendable {
    var left = 0.0
    var top = 0.0
    var width = 0.0
    var height = 0.0
    var right: Double { left + width }
    var bottom: Double { top + height }
  }

  /// A line of text; `y` is its middle.
  struct PlacedText: Sendable {
    var text: String
    var x: Double
    var y: Double
    var alignment = TextAlignment.left
    var size = Look.labelSize
    var bold = false
    var color = Look.ink
    /// The frames of a film that alone show it.
    var frames: ClosedRange<Int>?
  }

  /// A thin line from a line's end to its label, where the label had to move.
  struct Leader: Sendable {
    var from: (x: Double, y: Double)
    var to: (x: Double, y: Double)
    var color: Color
  }

  /// An entry of a legend: `x` is where its sample begins.
  struct PlacedEntry: Sendable {
    var mark: PlottedMark
    var lines: [String]
    var x: Double
    var y: Double
  }

  /// Where the parts of one panel stand.
  struct PanelLayout: Sendable {
    var box = Box()
    var texts: [PlacedText] = []
    var leaders: [Leader] = []
    var legend: [PlacedEntry] = []
    /// The white ground of a legend inside.
    var legendBox: Box?
    var colorBar: Box?
    var showsXNumbers = true
    var showsYNumbers = true
    /// How many lines the numbers, or names, of the x axis have beyond the first.
    var extraTickLines = 0.0
    var xTitle: String?
    var yTitle: String?
    /// The panel with its margins, from left to right: where its texts have room.
    var cell = (left: 0.0, right: 0.0)
  }
}

extension Layout {
  init(_ figure: Figure, _ plots: [Plot], metrics: TextMetrics = .pixels) {
    let rows = (plots.count + figure.columns - 1) / figure.columns
    let plan = LabelPlan(
      plots, roomForLines: figure.columns == 1 ? 14 : 7, widestLabel: figure.width / Double(figure.columns) * 0.36,
      metrics: metrics)
    width = figure.width
    columns = figure.columns
    panels = plots.indices.map { index in
      var panel = PanelLayout()
      let isLast = index + figure.columns >= plots.count
      panel.extraTickLines = Double(max(1, plots[index].x.ticks.map(\.lineCount).max() ?? 1) - 1)
      panel.showsYNumbers = !figure.shared.contains(.y) || index % figure.columns == 0
      panel.showsXNumbers = !figure.shared.contains(.x) || isLast
      // A shared label is said once, under the lowest panel of a column.
      let title = plots[index].panel.x.title
      let same = plots.allSatisfy { $0.panel.x.title == title }
      panel.xTitle = title.isEmpty || (same && !isLast) ? nil : title
      let yTitle = plots[index].panel.y.title
      let sameY = figure.shared.contains(.y) && plots.allSatisfy { $0.panel.y.title == yTitle }
      panel.yTitle = yTitle.isEmpty || (sameY && index % figure.columns > 0) ? nil : yTitle
      return panel
    }

    // Across: margins of each column, then what is left for the axes.
    var left = Array(repeating: 0.0, count: figure.columns)
    var right = left
    for (index, plot) in plots.enumerated() {
      let column = index % figure.columns
      left[column] = max(left[column], leftMargin(plot, panels[index], metrics))
      right[column] = max(right[column], rightMargin(plot, panels[index], plan.direct[index], metrics))
    }
    let margins = left.reduce(0, +) + right.reduce(0, +)
    var boxWidth = max(60, (width - margins) / Double(figure.columns))
    let proportion = figure.proportion ?? (figure.columns == 1 ? 0.56 : figure.columns == 2 ? 0.72 : 0.82)
    let heights = plots.map { $0.naturalHeight(width: boxWidth, proportion: proportion) }
    let tallest = figure.columns == 1 ? 470.0 : boxWidth * 1.3
    if plots.count == 1, heights[0] > tallest {
      // A single map that would be too tall gets a narrower picture instead.
      boxWidth *= tallest / heights[0]
      width = max(440, margins + boxWidth)
    }

    // Down: title, then row by row.
    let titleWidth = width - 2 * Look.margin
    var cursor = Look.margin
    for line in metrics.wrapped(figure.title, size: Look.titleSize, bold: true, width: titleWidth) where !line.isEmpty {
      let height = metrics.lineHeight(size: Look.titleSize)
      texts.append(
        PlacedText(text: line, x: Look.margin, y: cursor + height / 2, size: Look.titleSize, bold: true))
      cursor += height
    }
    if figure.animation?.captions.isEmpty == false {
      let height = metrics.lineHeight(size: Look.captionSize)
      caption = PlacedText(text: "", x: Look.margin, y: cursor + 2 + height / 2, size: Look.captionSize, bold: true)
      cursor += height + 2
    }
    cursor += 6
    for row in 0..<rows {
      let members = Array(row * figure.columns..<min(plots.count, (row + 1) * figure.columns))
      let boxes = members.map { index -> Box in
        let column = index % figure.columns
        let start = left[..<column].reduce(0, +) + right[..<column].reduce(0, +) + boxWidth * Double(column)
        let height = min(plots[index].naturalHeight(width: boxWidth, proportion: proportion), tallest)
        var box = Box(left: start + left[column], top: 0, width: boxWidth, height: height)
        if plots[index].panel.aspect == .equal {
          box.width = min(boxWidth, height / plots[index].unitRatio)
        }
        return box
      }
      for (index, box) in zip(members, boxes) {
        let column = index % figure.columns
        let start = box.left - left[column]
        panels[index].cell = (start, start + left[column] + boxWidth + right[column])
        panels[index].box = box
      }
      let marks = members.map { marksHeight(plots[$0], at: $0, metrics) }.max() ?? 0
      let head = marks + (members.map { titlesHeight(plots[$0], at: $0, metrics) }.max() ?? 0)
      let boxHeight = boxes.map(\.height).max() ?? 0
      for (index, var box) in zip(members, boxes) {
        if plots[index].panel.aspect == .free { box.height = boxHeight }
        box.top = cursor + head
        panels[index].box = box
        placeHead(plots[index], at: index, marks: marks, metrics)
        placeDirect(plan.direct[index], at: index, metrics)
        placeColorBar(plots[index], at: index, metrics)
        placeInside(plan.inside[index], at: index, plots[index].panel.legend, metrics)
      }
      cursor += head + boxHeight + 8
      if members.contains(where: { panels[$0].showsXNumbers }) {
        let extra = members.map { panels[$0].extraTickLines }.max() ?? 0
        cursor += metrics.lineHeight(size: Look.tickSize) * (1 + extra)
      }
      let titles = members.map { xTitleLines(at: $0, metrics).count }.max() ?? 0
      if titles > 0 { cursor += metrics.lineHeight(size: Look.labelSize) * Double(titles) + 4 }
      if row < rows - 1 { cursor += 12 }
    }
    if figure.shared.contains(.color), let bar = panels[figure.columns - 1].colorBar, let last = panels.last {
      // The one bar is as high as all rows together.
      panels[figure.columns - 1].colorBar?.height = last.box.bottom - bar.top
    }
    placeBelow(plan.below, from: panels[0].box.left, top: &cursor, metrics)
    height = (cursor + Look.margin * 0.75).rounded(.up)
    width = width.rounded(.up)
  }

  private func leftMargin(_ plot: Plot, _ panel: PanelLayout, _ metrics: TextMetrics) -> Double {
    let numbers = panel.showsYNumbers ? plot.y.ticks.map { $0.width(metrics) }.max() ?? 0 : 0
    return Look.margin + max(numbers + 10, overhang(plot, panel, metrics) { $0 })
  }

  private func rightMargin(
    _ plot: Plot, _ panel: PanelLayout, _ labels: [LabelPlan.DirectLabel], _ metrics: TextMetrics
  ) -> Double {
    let widest = labels.filter(\.isInMargin).map { $0.width(metrics) }.max() ?? 0
    var margin = max(widest == 0 ? 0 : widest + labelIndent(labels, metrics), 12)
    if let bar = plot.colorBar(), bar.isShown {
      margin += 14 + 12 + 8 + (bar.range.ticks.map { $0.width(metrics) }.max() ?? 0)
    }
    return max(margin, overhang(plot, panel, metrics) { 1 - $0 }) + Look.margin * 0.5
  }

  /// How far the number of an x tick reaches beyond the end from which `distance` measures, in shares of the axis.
  private func overhang(_ plot: Plot, _ panel: PanelLayout, _ metrics: TextMetrics, _ distance: (Double) -> Double)
    -> Double
  {
    guard panel.showsXNumbers else { return 0 }
    let estimate = width / Double(max(1, columns)) - 120
    return plot.x.ticks.filter { plot.x.contains($0.value) }
      .map { $0.width(metrics) / 2 - distance(plot.x.fraction($0.value)) * estimate }.max() ?? 0
  }

  /// The title of the x axis in lines.
  func xTitleLines(at index: Int, _ metrics: TextMetrics) -> [String] {
    let cell = panels[index].cell
    return panels[index].xTitle.map {
      metrics.wrapped($0, size: Look.labelSize, width: cell.right - cell.left - Look.margin)
    } ?? []
  }
}

extension Layout {
  /// How far the labels stand from the axes: further where some have to move and need a leader.
  func labelIndent(_ labels: [LabelPlan.DirectLabel], _ metrics: TextMetrics) -> Double {
    let heights = labels.filter(\.isInMargin).map(\.y).sorted()
    let line = metrics.lineHeight(size: Look.labelSize)
    let estimate = width / Double(max(1, columns)) * 0.5
    return zip(heights, heights.dropFirst()).contains { ($1 - $0) * estimate < line } ? 18 : 7
  }
}

extension AxisRange.TickMark {
  /// About how wide its text is; exponents are small.
  func width(_ metrics: TextMetrics) -> Double {
    let visible = markup == text ? text : markup.filter { !"^{}\\".contains($0) }
    return visible.split(separator: "\n").map { metrics.width(String($0), size: Look.tickSize) }.max() ?? 0
  }
}

extension Plot {
  /// Height over width at which a unit of y is as long as a unit of x.
  var unitRatio: Double {
    let ratio = abs(y.upper - y.lower) / abs(x.upper - x.lower)
    return ratio.isFinite && ratio > 0 ? ratio : 1
  }

  func naturalHeight(width: Double, proportion: Double) -> Double {
    panel.aspect == .equal ? max(60, width * unitRatio) : width * proportion
  }
}
