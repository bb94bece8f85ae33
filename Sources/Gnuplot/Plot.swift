/// A panel made concrete: colours and ranges are chosen, and every mark knows where its numbers stand in the tables.
struct Plot: Sendable {
  var panel: Panel
  var x: AxisRange
  var y: AxisRange
  var marks: [PlottedMark]
  /// Why nothing is seen, to be written in the panel; nil when there is something.
  var note: String?
  /// How far the colours reach that all panels share.
  var sharedColors: Extent?
  /// Whether the bar of shared colours stands at this panel.
  var showsSharedBar = true
}

/// A mark with its colour and the columns that hold its numbers.
struct PlottedMark: Sendable {
  var mark: Mark
  var color: Color
  /// Columns of the table, from 1, in the order of the mark's arrays; for a surface the one of z in its grid.
  var columns: [Int] = []
  /// Which grid a surface is in.
  var grid = 0
  /// The columns that a stacked area stands on.
  var below: [Int] = []
  /// A bar's width and how far it stands from its x, beside the other bars of its group.
  var barWidth = 0.0
  var barShift = 0.0
  /// The levels of contours.
  var levels: [Double] = []

  var content: Mark.Content { mark.content }
  var label: String? { mark.label }
  var style: LineStyle { mark.style }

  /// How many rows of the table it has.
  var rows: Int {
    switch mark.content {
    case .line(let x, _, _), .band(let x, _, _), .points(let x, _, _, _), .errorBars(let x, _, _, _), .area(let x, _),
      .arrows(let x, _, _, _, _), .trajectory(let x, _, _):
      x.count
    default: 0
    }
  }
}

extension Panel {
  /// The running sums of the stacked areas, by the position of their mark.
  var stackedAreas: [Int: (lower: [Double], upper: [Double])] {
    var sum: [Double] = []
    var stack: [Int: (lower: [Double], upper: [Double])] = [:]
    for (index, mark) in marks.enumerated() {
      guard case .area(let x, let y) = mark.content else { continue }
      if sum.isEmpty { sum = Array(repeating: 0, count: y.count) }
      requireSameCount("A stack of areas", ("first x", sum.count), ("x", x.count))
      let upper = y.indices.map { sum[$0] + y[$0] }
      stack[index] = (sum, upper)
      sum = upper
    }
    return stack
  }

  /// The width of each group of bars and the positions of its marks.
  var barLayout: (width: Double, order: [Int]) {
    var spacing = Double.infinity
    var order: [Int] = []
    for (index, mark) in marks.enumerated() {
      guard case .bars(let x, _, _, _) = mark.content else { continue }
      order.append(index)
      let sorted = x.filter(\.isFinite).sorted()
      for (a, b) in zip(sorted, sorted.dropFirst()) where b > a { spacing = min(spacing, b - a) }
    }
    return (spacing.isFinite ? spacing : 1, order)
  }

  /// How far the data reach along both axes.
  var extents: (x: Extent, y: Extent) {
    var x = Extent(self.x.scale)
    var y = Extent(self.y.scale)
    let stack = stackedAreas
    let (spacing, _) = barLayout
    for (index, mark) in marks.enumerated() {
      mark.content.include(in: &x, &y, panel: self, stack: stack[index], barSpacing: spacing)
    }
    return (x, y)
  }

  /// Where x lies within the ends that the axis fixes.
  func isInRange(_ value: Double) -> Bool {
    value >= (x.minimum ?? -.infinity) && value <= (x.maximum ?? .infinity)
  }
}

extension Mark.Content {
  /// Widens both extents by what this mark draws; y counts only where x is in sight.
  fileprivate func include(
    in x: inout Extent, _ y: inout Extent, panel: Panel, stack: (lower: [Double], upper: [Double])?,
    barSpacing: Double
  ) {
    func seen(_ xs: [Double], _ ys: [Double]) -> [Double] {
      xs.indices.filter { panel.isInRange(xs[$0]) }.map { ys[$0] }
    }
    switch self {
    case .line(let xs, let ys, _), .points(let xs, let ys, _, _):
      x.include(xs)
      y.include(seen(xs, ys))
    case .trajectory(let xs, let ys, _):
      x.include(xs)
      y.include(ys)
    case .band(let xs, let lower, let upper):
      x.include(xs)
      y.include(seen(xs, lower))
      y.include(seen(xs, upper))
    case .errorBars(let xs, let ys, let lower, let upper):
      x.include(xs)
      for values in [ys, lower, upper] { y.include(seen(xs, values)) }
    case .bars(let xs, let ys, _, _):
      x.include(xs.map { $0 - barSpacing / 2 })
      x.include(xs.map { $0 + barSpacing / 2 })
      y.include(seen(xs, ys))
      y.standsOnZero = true
    case .histogram(let histogram):
      x.include(histogram.left)
      x.include(histogram.right)
      y.include(histogram.heights)
      y.standsOnZero = true
    case .area(let xs, _):
      x.include(xs)
      if let stack { y.include(seen(xs, stack.upper)) }
      y.standsOnZero = true
      if let stack { y.include(seen(xs, stack.lower)) }
    case .contours(let surface, _, _):
      x.include(surface.x)
      y.include(surface.y)
      (x.isTight, y.isTight) = (true, true)
    case .heatMap(let surface, _, _, _, _, _):
      x.include(surface.cells(surface.x, x.scale))
      y.include(surface.cells(surface.y, y.scale))
      (x.isTight, y.isTight) = (true, true)
    case .arrows(let xs, let ys, let dx, let dy, let scale):
      x.include(xs)
      y.include(ys)
      x.include(xs.indices.map { xs[$0] + scale * dx[$0] })
      y.include(ys.indices.map { ys[$0] + scale * dy[$0] })
    case .horizontal(let value): y.include([value])
    case .vertical(let value): x.include([value])
    case .text(_, let textX, let textY, _):
      x.include([textX])
      y.include([textY])
    case .curve, .group: break
    }
  }

  /// Whether points or bars lie at the ends of the x axis, which then need air beside them.
  var needsAirBeside: Bool {
    switch self {
    case .points, .errorBars, .bars, .trajectory, .arrows: true
    default: false
    }
  }
}
