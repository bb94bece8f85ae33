extension Resolution {
  /// Puts the numbers of the panel's marks into the tables and remembers the columns.
  mutating func addMarks(to index: Int, colors: [Color]) {
    let panel = plots[index].panel
    let (spacing, bars) = panel.barLayout
    var areas: [Int] = []
    for (position, mark) in panel.marks.enumerated() {
      guard mark.content.isVisible(panel.x.scale, panel.y.scale) else { continue }
      var plotted = PlottedMark(mark: mark, color: colors[position])
      let names = ColumnNames(panel, mark)
      func add(_ values: [Double], _ proposals: [String]) {
        plotted.columns.append(table.column(values, names: proposals))
      }
      switch mark.content {
      case .line(let x, let y, _), .points(let x, let y, _, _):
        add(x, names.x)
        add(y, names.y(""))
      case .trajectory(let x, let y, _):
        add(x, names.along(panel.x.label))
        add(y, names.along(panel.y.label))
      case .band(let x, let lower, let upper):
        add(x, names.x)
        add(lower, names.y("lower"))
        add(upper, names.y("upper"))
      case .errorBars(let x, let y, let lower, let upper):
        add(x, names.x)
        add(y, names.y(""))
        add(lower, names.y("lower"))
        add(upper, names.y("upper"))
      case .bars(let x, let y, _, let width):
        add(x, names.x)
        add(y, names.y(""))
        let slot = bars.firstIndex(of: position) ?? 0
        plotted.barWidth = width * spacing / Double(bars.count)
        plotted.barShift = (Double(slot) - Double(bars.count - 1) / 2) * plotted.barWidth
      case .area(let x, let y):
        add(x, names.x)
        add(y, names.y(""))
        plotted.below = areas
        areas.append(plotted.columns[1])
      case .histogram(let histogram):
        add(histogram.left, names.edge("left"))
        add(histogram.right, names.edge("right"))
        add(histogram.heights, names.y(mark.label == nil && mark.column == nil ? "" : histogram.height.rawValue))
      case .arrows(let x, let y, let dx, let dy, _):
        add(x, names.along(panel.x.label))
        add(y, names.along(panel.y.label))
        add(dx, names.along("d" + panel.x.label))
        add(dy, names.along("d" + panel.y.label))
      case .contours(let surface, let levels, _):
        addSurface(surface, to: &plotted, names: names.y(""))
        plotted.levels = (levels ?? Self.levels(for: surface)).filter(\.isFinite)
      case .heatMap(let surface, let label, _, _, _, _):
        addSurface(surface, to: &plotted, names: (label.isEmpty ? [] : [label]) + names.surface)
        if !surface.isEven(panel.x.scale, panel.y.scale) { addCells(surface, to: &plotted, panel) }
      case .curve, .horizontal, .vertical, .text, .group: break
      }
      plots[index].marks.append(plotted)
    }
  }

  private mutating func addSurface(_ surface: HeightMap, to mark: inout PlottedMark, names: [String]) {
    let place: Int
    if let known = grids.firstIndex(where: { $0.x == surface.x && $0.y == surface.y }) {
      place = known
    } else {
      var table = DataTable()
      _ = table.append(surface.y.flatMap { _ in surface.x }, names: ["x"])
      _ = table.append(surface.y.flatMap { y in surface.x.map { _ in y } }, names: ["y"])
      grids.append(Grid(x: surface.x, y: surface.y, table: table))
      place = grids.count - 1
    }
    mark.grid = place
    mark.columns = [grids[place].table.column(surface.z.flatMap { $0 }, names: names.isEmpty ? ["z"] : names)]
  }

  /// The edges of the cells, for a grid that is not even on its axes and cannot be drawn as an image.
  private mutating func addCells(_ surface: HeightMap, to mark: inout PlottedMark, _ panel: Panel) {
    let (x, y) = (surface.cells(surface.x, panel.x.scale), surface.cells(surface.y, panel.y.scale))
    let columns: [(String, [Double])] = [
      ("x left", surface.y.flatMap { _ in x.dropLast() }), ("x right", surface.y.flatMap { _ in x.dropFirst() }),
      ("y lower", y.dropLast().flatMap { edge in surface.x.map { _ in edge } }),
      ("y upper", y.dropFirst().flatMap { edge in surface.x.map { _ in edge } }),
    ]
    for (name, values) in columns {
      mark.columns.append(grids[mark.grid].table.column(values, names: [name]))
    }
  }

  /// About `count` round levels between the smallest and the largest z, both excluded.
  static func levels(for surface: HeightMap, count: Int = 8) -> [Double] {
    let range = surface.bounds(.linear).range(for: Axis("z"), padding: 0)
    return Ticks.marks(for: range, count: count).map(\.value).filter { range.lower < $0 && $0 < range.upper }
  }

  /// The files of the tables: NAME.dat, and NAME-grid.dat where surfaces stand beside other data.
  func files(named name: String) -> (table: String, grids: [String]) {
    let hasTable = !table.columns.isEmpty || grids.isEmpty
    var names = ["\(name)-grid.dat"] + (0..<grids.count).map { "\(name)-grid-\($0 + 2).dat" }
    if !hasTable { names.insert("\(name).dat", at: 0) }
    return ("\(name).dat", Array(names.prefix(grids.count)))
  }
}

/// What a mark proposes as names of its columns, the plainest first.
private struct ColumnNames {
  let panel: Panel
  let base: String?

  init(_ panel: Panel, _ mark: Mark) {
    self.panel = panel
    base = mark.column ?? mark.label
  }

  private var yLabel: String { panel.y.label.isEmpty ? "y" : panel.y.label }
  private var xLabel: String { panel.x.label.isEmpty ? "x" : panel.x.label }

  private func qualified(_ name: String) -> [String] { [name] + (panel.title.map { ["\($0) \(name)"] } ?? []) }

  /// x: "epoch", or "adam_epoch" where that is taken.
  var x: [String] { [xLabel] + (base.map { ["\($0) \(xLabel)"] } ?? []) + qualified(xLabel).dropFirst() }

  /// y: "adam", "adam_lower", or "cost_adam" where that is taken.
  func y(_ suffix: String) -> [String] {
    let tail = suffix.isEmpty ? "" : " \(suffix)"
    guard let base else { return qualified(yLabel + tail) }
    return [base + tail, "\(yLabel) \(base)\(tail)"] + qualified(base + tail).dropFirst()
  }

  /// A coordinate of a path: "adam_x", or "x" without a label.
  func along(_ axis: String) -> [String] {
    let axis = axis.isEmpty ? "x" : axis
    return qualified(base.map { "\($0) \(axis)" } ?? axis)
  }

  func edge(_ side: String) -> [String] { ["\(xLabel) \(side)"] + (base.map { ["\($0) \(xLabel) \(side)"] } ?? []) }

  var surface: [String] { (base.map { [$0] } ?? []) + (panel.title.map { [$0] } ?? []) + ["z"] }
}
