/// Which label stands at its line's end and which in a legend.
struct LabelPlan: Sendable {
  /// For each panel, the labels at the line ends and those of horizontal marks.
  var direct: [[DirectLabel]]
  /// For each panel, the entries of the legend inside it.
  var inside: [[LegendEntry]]
  /// The entries of the legend below the figure.
  var below: [LegendEntry]

  /// A label that points to a place of its panel.
  struct DirectLabel: Sendable {
    var text: String
    var color: Color
    /// Where the line ends, as fractions of the axes, from the lower left corner.
    var x: Double
    var y: Double
    /// The frames of a film that alone show it.
    var frames: ClosedRange<Int>?
    /// The text in lines.
    var lines: [String] { text.split(separator: "\n").map(String.init) }
    func width(_ metrics: TextMetrics) -> Double {
      lines.map { metrics.width($0, size: Look.labelSize) }.max() ?? 0
    }
    /// Whether it stands in the margin on the right (otherwise beside its point).
    var isInMargin: Bool { x > 0.93 }
  }

  /// A label of a legend, with the mark that its sample shows.
  struct LegendEntry: Sendable {
    var text: String
    var mark: PlottedMark
  }

  init(_ plots: [Plot], roomForLines: Int, widestLabel: Double, metrics: TextMetrics) {
    direct = plots.map { _ in [] }
    inside = direct.map { _ in [] }
    below = []
    // Small multiples that all show the same methods need to name them only once.
    let counts = plots.map { Set($0.labelled.filter { $0.content.hasLineEnd }.compactMap(\.label)) }
    let repeated = plots.count > 1 && counts.contains { set in counts.filter { !$0.isDisjoint(with: set) }.count > 1 }
    for (index, plot) in plots.enumerated() {
      let labelled = plot.labelled
      let lines = labelled.filter { $0.content.hasLineEnd }
      // On a map the end of a line lies among others, and its label would too.
      let fits =
        !plot.marks.contains { $0.content.isSurface }
        && lines.count <= roomForLines
        && lines.allSatisfy { metrics.width($0.label ?? "", size: Look.labelSize) <= widestLabel }
      for mark in labelled {
        guard let text = mark.label else { continue }
        let entry = LegendEntry(text: text, mark: mark)
        let wantsDirect: Bool
        switch plot.panel.legend {
        case .none: continue
        case .inside:
          inside[index].append(entry)
          continue
        case .below: wantsDirect = false
        case .direct: wantsDirect = mark.content.canBeLabelledDirectly
        case .automatic: wantsDirect = mark.content.hasLineEnd && fits && !repeated
        }
        // In the margin a long label breaks into lines; beside a point in the panel it has no room.
        let isShort = metrics.width(text, size: Look.labelSize) <= widestLabel
        if wantsDirect, mark.mark.frames == nil, let end = plot.end(of: mark), isShort || end.x > 0.93 {
          let lines = end.x > 0.93 ? metrics.wrapped(text, size: Look.labelSize, width: widestLabel) : [text]
          direct[index].append(
            DirectLabel(text: lines.joined(separator: "\n"), color: mark.color.readable, x: end.x, y: end.y))
        } else if !below.contains(where: { $0.text == text }) {
          below.append(entry)
        }
      }
      for mark in plot.marks {
        guard case .horizontal(let value) = mark.content, let text = mark.label, plot.y.contains(value)
        else { continue }
        let lines = metrics.wrapped(text, size: Look.labelSize, width: widestLabel)
        direct[index].append(
          DirectLabel(
            text: lines.joined(separator: "\n"), color: mark.color.readable, x: 1, y: plot.y.fraction(value),
            frames: mark.mark.frames)
        )
      }
    }
  }
}

extension Mark.Content {
  /// Whether a label at the right end says which line is meant.
  var hasLineEnd: Bool {
    switch self {
    case .line, .area, .errorBars: true
    default: false
    }
  }

  var canBeLabelledDirectly: Bool {
    switch self {
    case .points, .trajectory, .band: true
    default: hasLineEnd
    }
  }
}

extension Plot {
  /// One mark for each label, a line rather than its band; marks and texts carry their label themselves.
  var labelled: [PlottedMark] {
    var chosen: [PlottedMark] = []
    for mark in marks {
      switch mark.content {
      case .horizontal, .vertical, .text, .heatMap: continue
      default: break
      }
      guard let label = mark.label, !label.isEmpty else { continue }
      if let known = chosen.firstIndex(where: { $0.label == label }) {
        if case .band = chosen[known].content { chosen[known] = mark }
      } else {
        chosen.append(mark)
      }
    }
    return chosen
  }

  /// The last point of the mark that can be seen, as fractions of the axes.
  func end(of mark: PlottedMark) -> (x: Double, y: Double)? {
    switch mark.content {
    case .line(let xs, let ys, _), .points(let xs, let ys, _, _), .errorBars(let xs, let ys, _, _),
      .trajectory(let xs, let ys, _):
      return lastVisible(xs, ys)
    case .band(let xs, let lower, let upper):
      return lastVisible(xs, lower.indices.map { (lower[$0] + upper[$0]) / 2 })
    case .area(let xs, _):
      guard let place = panel.marks.firstIndex(where: { $0.label == mark.label }),
        let (lower, upper) = panel.stackedAreas[place]
      else { return nil }
      return lastVisible(xs, lower.indices.map { (lower[$0] + upper[$0]) / 2 })
    default: return nil
    }
  }

  private func lastVisible(_ xs: [Double], _ ys: [Double]) -> (x: Double, y: Double)? {
    var best: (x: Double, y: Double)?
    for index in xs.indices where x.contains(xs[index]) && y.contains(ys[index]) {
      var end = (x: x.fraction(xs[index]), y: y.fraction(ys[index]))
      if index + 1 < xs.count, x.shows(xs[index + 1]), y.shows(ys[index + 1]) {
        let next = (x: x.fraction(xs[index + 1]), y: y.fraction(ys[index + 1]))
        if next.x.isFinite, next.y.isFinite { end = Self.exit(from: end, to: next) }
      }
      if best.map({ end.x >= $0.x }) ?? true { best = end }
    }
    return best
  }

  /// Where the way from a point in the panel to one outside leaves it; the point itself when both are inside.
  private static func exit(from start: (x: Double, y: Double), to end: (x: Double, y: Double)) -> (x: Double, y: Double)
  {
    var share = 1.0
    for (a, b) in [(start.x, end.x), (start.y, end.y)] {
      if b > 1 { share = min(share, (1 - a) / (b - a)) }
      if b < 0 { share = min(share, a / (a - b)) }
    }
    guard share < 1 else { return start }
    return (start.x + share * (end.x - start.x), start.y + share * (end.y - start.y))
  }
}
