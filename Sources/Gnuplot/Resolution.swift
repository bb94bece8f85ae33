/// A figure with every choice made and every number in a table: what the layout and the script start from.
struct Resolution: Sendable {
  var plots: [Plot]
  var table = DataTable()
  var grids: [Grid] = []

  /// Surfaces over the same grid, one row of the table for each grid point.
  struct Grid: Sendable {
    var x: [Double]
    var y: [Double]
    var table: DataTable
  }

  init(_ figure: Figure) {
    var extents = figure.panels.map(\.extents)
    let sharedX = figure.shared.contains(.x) ? Self.union(extents.map(\.x)) : nil
    plots = figure.panels.indices.map { index in
      var panel = figure.panels[index]
      let padding = panel.marks.contains { $0.content.needsAirBeside } ? 0.03 : 0.0
      let x = (sharedX ?? extents[index].x).range(for: panel.x, padding: padding)
      for place in panel.marks.indices {
        // Only now is it known how wide the axis is.
        guard case .curve(let function) = panel.marks[place].content else { continue }
        let sampled = (0...200).map { x.value(at: Double($0) / 200) }
        let values = sampled.map(function)
        extents[index].y.include(values)
        panel.marks[place].content = .line(x: sampled, y: values, steps: false)
        if panel.marks[place].presence == .growing { panel.marks[place].presence = .whole }
      }
      return Plot(
        panel: panel, x: x, y: extents[index].y.range(for: panel.y, padding: 0.04), marks: [],
        note: panel.absence)
    }
    if figure.shared.contains(.y), let first = plots.first {
      let union = Self.union(extents.map(\.y))
      for index in plots.indices { plots[index].y = union.range(for: first.panel.y, padding: 0.04) }
    }
    if figure.shared.contains(.color) { shareColors(figure) }
    let colors = Self.colors(figure.panels)
    tellDashesApart(colors)
    let widths = plots.map { _ in figure.width / Double(figure.columns) - 80 }
    chooseTicks(figure, widths: widths)
    for index in plots.indices { addMarks(to: index, colors: colors[index]) }
  }

  /// Gives lines with different labels but the same colour and dashes other dashes, so that a legend tells them apart.
  private mutating func tellDashesApart(_ colors: [[Color]]) {
    var taken: [Color: [(label: String, pattern: LineStyle.Pattern)]] = [:]
    for panel in plots.indices {
      for place in plots[panel].panel.marks.indices {
        let mark = plots[panel].panel.marks[place]
        guard mark.style.pattern != .solid, let label = mark.label, mark.content.hasLineEnd else { continue }
        let others = taken[colors[panel][place], default: []]
        let wanted = [mark.style.pattern, .dashed, .dotted, .dashDotted]
        let pattern =
          others.first { $0.label == label }?.pattern
          ?? wanted.first { pattern in !others.contains { $0.pattern == pattern } } ?? mark.style.pattern
        plots[panel].panel.marks[place].style.pattern = pattern
        taken[colors[panel][place], default: []].append((label, pattern))
      }
    }
  }

  /// One range of colours for the heat maps of all panels, and one bar, at the last panel of the first row.
  private mutating func shareColors(_ figure: Figure) {
    var shared: Extent?
    for mark in figure.panels.flatMap(\.marks) {
      guard case .heatMap(let surface, _, let scale, _, _, _) = mark.content else { continue }
      if shared == nil { shared = surface.bounds(scale) } else { shared?.include(surface.bounds(scale)) }
    }
    for index in plots.indices {
      plots[index].sharedColors = shared
      plots[index].showsSharedBar = index == figure.columns - 1
    }
  }

  /// Round numbers on all axes, and names of bars, for panels of these widths in pixels.
  mutating func chooseTicks(_ figure: Figure, widths: [Double]) {
    for (index, width) in zip(plots.indices, widths) {
      let estimate = figure.tickCounts
      plots[index].x.ticks =
        Self.ticks(plots[index].panel.x) ?? Ticks.marks(for: plots[index].x, count: estimate.x, width: width)
      plots[index].y.ticks = Self.ticks(plots[index].panel.y) ?? Ticks.marks(for: plots[index].y, count: estimate.y)
      let categories = plots[index].panel.marks.lazy.compactMap(\.content.categories).first { !$0.isEmpty }
      if let categories, plots[index].panel.x.ticks == nil {
        plots[index].x.ticks = categories.enumerated().map {
          let lines = TextMetrics.pixels.wrapped($1, size: Look.tickSize, width: width / Double(categories.count) - 6)
          return AxisRange.TickMark(
            value: Double($0), text: lines.joined(separator: "\n"),
            markup: lines.map(GnuplotText.escaped).joined(separator: "\n"))
        }
      }
    }
  }

  private static func union(_ extents: [Extent]) -> Extent {
    extents.dropFirst().reduce(into: extents[0]) { $0.include($1) }
  }

  private static func ticks(_ axis: Axis) -> [AxisRange.TickMark]? {
    axis.ticks?.map { AxisRange.TickMark(value: $0.value, text: $0.text, markup: GnuplotText.escaped($0.text)) }
  }

  /// The palette's colours in order; the same label has the same colour in all panels.
  private static func colors(_ panels: [Panel]) -> [[Color]] {
    var byLabel: [String: Color] = [:]
    for mark in panels.flatMap(\.marks) {
      if let label = mark.label, let color = mark.color { byLabel[label] = byLabel[label] ?? color }
    }
    // A colour that some mark asks for is not given to another.
    let asked = Set(panels.flatMap(\.marks).filter(\.content.isColored).compactMap(\.color))
    let free = Color.palette.filter { !asked.contains($0) }
    let palette = free.isEmpty ? Color.palette : free
    var next = 0
    var framed: Color?
    func nextColor() -> Color {
      defer { next += 1 }
      return palette[next % palette.count]
    }
    return panels.map { panel in
      if panel.marks.allSatisfy({ $0.label == nil }) { next = 0 }
      var previous: Color?
      return panel.marks.map { mark in
        if let color = mark.color {
          if mark.content.isColored { previous = color }
          return color
        }
        if let label = mark.label, let color = byLabel[label] {
          previous = color
          return color
        }
        if case .band = mark.content, mark.label == nil, let previous { return previous }
        guard mark.content.isColored else { return .grey }
        // What changes from frame to frame keeps its colour.
        let color = mark.frames != nil && mark.label == nil ? framed ?? nextColor() : nextColor()
        if mark.frames != nil && mark.label == nil { framed = color }
        if let label = mark.label { byLabel[label] = color }
        previous = color
        return color
      }
    }
  }
}

extension Panel {
  /// Why nothing is seen in the panel; nil when there is something.
  var absence: String? {
    guard !marks.contains(where: { $0.content.isVisible(x.scale, y.scale) }) else { return nil }
    let contours = marks.lazy.compactMap { mark -> String? in
      if case .contours(let surface, let levels, _) = mark.content { surface.absence(ofLevels: levels) } else { nil }
    }
    if let reason = contours.first { return reason }
    return x.scale == .log || y.scale == .log ? "no finite positive values" : "no finite values"
  }
}

extension HeightMap {
  /// Why there are no contour lines; nil when there are.
  func absence(ofLevels levels: [Double]?) -> String? {
    let extent = bounds(.linear)
    if extent.isEmpty { return "no finite values" }
    if x.count < 2 || y.count < 2 { return "no contour lines: the grid is \(x.count) × \(y.count)" }
    if extent.lower == extent.upper { return "no contour lines: all values are \(numberText(extent.lower))" }
    if let levels, !levels.contains(where: { extent.lower <= $0 && $0 <= extent.upper }) {
      return "no contour lines: the values lie between \(numberText(extent.lower)) and \(numberText(extent.upper))"
    }
    return nil
  }
}

extension Mark.Content {
  /// Whether a method's colour applies: marks, texts and surfaces have their own.
  var isColored: Bool {
    switch self {
    case .horizontal, .vertical, .text, .heatMap, .contours: false
    default: true
    }
  }

  var categories: [String]? {
    if case .bars(_, _, let categories, _) = self { categories } else { nil }
  }

  /// Whether there is a value that can be drawn on these scales.
  func isVisible(_ xScale: Axis.Scale, _ yScale: Axis.Scale) -> Bool {
    func can(_ value: Double, _ scale: Axis.Scale) -> Bool { value.isFinite && (scale == .linear || value > 0) }
    func any(_ xs: [Double], _ ys: [Double]) -> Bool {
      xs.indices.contains { can(xs[$0], xScale) && can(ys[$0], yScale) }
    }
    switch self {
    case .line(let x, let y, _), .points(let x, let y, _, _), .errorBars(let x, let y, _, _), .bars(let x, let y, _, _),
      .area(let x, let y), .arrows(let x, let y, _, _, _), .trajectory(let x, let y, _):
      return any(x, y)
    case .band(let x, _, let upper): return any(x, upper)
    case .histogram(let histogram): return histogram.heights.contains { $0 > 0 }
    case .contours(let surface, let levels, _): return surface.absence(ofLevels: levels) == nil
    case .heatMap(let surface, _, let scale, _, _, _): return !surface.bounds(scale).isEmpty
    case .horizontal(let y): return can(y, yScale)
    case .vertical(let x): return can(x, xScale)
    case .text: return true
    case .curve, .group: return false
    }
  }
}
