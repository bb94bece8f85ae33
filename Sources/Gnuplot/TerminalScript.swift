/// The script that draws a figure with characters: gnuplot lays out by itself, and names the lines in a key below.
struct TerminalScript {
  let script: Script
  let columns: Int
  let rows: Int
  let color: Bool

  /// Columns beside the axes.
  private static let margins = (left: 10, right: 4)

  init(_ figure: Figure, columns: Int, rows: Int, color: Bool) {
    let simple = figure.simplified(color: color)
    script = Script(simple, Resolution(simple), inline: true)
    self.columns = columns
    self.rows = rows
    self.color = color
  }

  var text: String {
    var lines = script.resolution.dataBlocks(grids: script.grids)
    lines += ["set encoding utf8"] + script.contourTables
    lines += [
      "set terminal dumb noenhanced size \(columns),\(rows) \(color ? "ansirgb" : "mono")",
      "set border 3", "set tics nomirror out scale 0.5", "set key below",
      "set lmargin \(Self.margins.left)", "set rmargin \(Self.margins.right)",
    ]
    for index in script.resolution.plots.indices { lines += panel(index) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func panel(_ index: Int) -> [String] {
    let plot = script.resolution.plots[index]
    let panel = PanelScript(script: script, index: index)
    var titles =
      index == 0 ? TextMetrics.characters.wrapped(script.figure.title, size: 1, width: Double(columns - 2)) : []
    titles += plot.panel.title.map { [$0] } ?? []
    let title = titles.map { GnuplotText.quoted(GnuplotText.plain($0)) }.joined(separator: ".\"\\n\".")
    var lines = [
      "unset label", "unset arrow", titles.isEmpty ? "unset title" : "set title \(title) offset 0,1",
      "set xlabel \(GnuplotText.quoted(GnuplotText.plain(plot.panel.x.title)))",
      "set label \(GnuplotText.quoted(GnuplotText.plain(plot.panel.y.title))) at character 1, graph 1 offset 0,1",
      "set tmargin \(titles.count + 2)",
    ]
    lines += range("x", plot.x) + range("y", plot.y) + panel.colorScale
    if let note = plot.note { lines.append("set label \(GnuplotText.quoted(note)) at graph 0.5, graph 0.5 center") }
    for mark in plot.marks { lines += rules(mark, plot) }
    lines += verticalLabels(plot)
    let elements = plot.marks.enumerated().flatMap { position, mark -> [String] in
      let kind = "linetype \(position % 8 + 1)"
      return panel.elements(of: mark, at: position).enumerated().map { rank, element in
        let title = rank == 0 ? mark.label : nil
        let named = title.map { "title \(GnuplotText.quoted(GnuplotText.plain($0)))" } ?? "notitle"
        return "\(element.replacing("linewidth", with: "\(kind) linewidth", maxReplacements: 1)) \(named)"
      }
    }
    return lines + ["plot " + (elements.isEmpty ? "NaN notitle" : elements.joined(separator: ", \\\n  "))]
  }

  private func range(_ name: String, _ range: AxisRange) -> [String] {
    let ticks = range.ticks.filter { range.contains($0.value) }
      .map { "\(GnuplotText.quoted(GnuplotText.tick(GnuplotText.plain($0.text)))) \(numberText($0.value))" }.joined(
        separator: ", ")
    return [
      "\(range.scale == .log ? "set" : "unset") logscale \(name)",
      "set \(name)range [\(numberText(range.lower)):\(numberText(range.upper))]",
      ticks.isEmpty ? "unset \(name)tics" : "set \(name)tics (\(ticks))",
    ]
  }

  /// The labels of vertical marks beside their line, on the left where there is no room on the right, each in the first
  /// row in which it touches no other.
  private func verticalLabels(_ plot: Plot) -> [String] {
    let width = Double(columns - Self.margins.left - Self.margins.right - 1)
    var rows: [[ClosedRange<Double>]] = []
    return plot.marks.compactMap { mark in
      guard case .vertical(let x) = mark.content, let label = mark.label, plot.x.contains(x) else { return nil }
      let place = plot.x.fraction(x) * width
      let length = TextMetrics.characters.width(label, size: 1)
      let isLeft = place + 1 + length > width
      // With a column of air on both sides.
      let taken = isLeft ? (place - 2 - length)...place : place...(place + 2 + length)
      let row = rows.firstIndex { $0.allSatisfy { !$0.overlaps(taken) } } ?? rows.count
      if row == rows.count { rows.append([]) }
      rows[row].append(taken)
      return "set label \(GnuplotText.quoted(GnuplotText.plain(label))) at first \(numberText(x)), graph 0.95"
        + " \(isLeft ? "right offset -1" : "left offset 1"),\(-row) front"
    }
  }

  private func rules(_ mark: PlottedMark, _ plot: Plot) -> [String] {
    let label = GnuplotText.quoted(GnuplotText.plain(mark.label ?? ""))
    switch mark.content {
    case .horizontal(let y) where plot.y.contains(y):
      let place = "first \(numberText(y))"
      return [
        "set arrow from graph 0, \(place) to graph 1, \(place) nohead",
        "set label \(label) at graph 1, \(place) right offset -1,0.6",
      ]
    case .vertical(let x) where plot.x.contains(x):
      let place = "first \(numberText(x))"
      return ["set arrow from \(place), graph 0 to \(place), graph 1 nohead"]
    case .text(let text, let x, let y, let alignment) where plot.x.contains(x) && plot.y.contains(y):
      return [
        "set label \(GnuplotText.quoted(GnuplotText.plain(text))) at first \(numberText(x)), first \(numberText(y))"
          + " \(alignment.rawValue)"
      ]
    default: return []
    }
  }
}

extension Figure {
  /// What characters can show: no bands beside lines, few contours and no numbers on them; without colour contours for
  /// heat maps and lines for areas.
  func simplified(color: Bool) -> Figure {
    func few(_ surface: HeightMap) -> [Double] { Resolution.levels(for: surface, count: 3) }
    let panels = still.panels.map { panel -> Panel in
      var panel = panel
      let hasLines = panel.marks.contains { if case .line = $0.content { true } else { false } }
      let stack = panel.stackedAreas
      panel.marks = panel.marks.enumerated().compactMap { position, mark in
        var mark = mark
        switch mark.content {
        case .band where hasLines: return nil
        case .contours(let surface, let levels, _):
          mark.content = .contours(surface, levels: levels ?? few(surface), labelled: false)
        case .heatMap(let surface, _, _, _, _, _) where !color:
          mark.content = .contours(surface, levels: few(surface), labelled: false)
        case .area(let x, let y) where !color: mark.content = .line(x: x, y: stack[position]?.upper ?? y, steps: false)
        default: break
        }
        return mark
      }
      return panel
    }
    return Figure(name, title: title, columns: 1, shared: shared, proportion: proportion, panels: panels)
  }
}
