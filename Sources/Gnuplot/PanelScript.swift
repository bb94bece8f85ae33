/// The part of a script that draws one panel: axes, texts, then one `plot` command with all marks.
struct PanelScript {
  let script: Script
  let index: Int
  let plot: Plot
  let place: Layout.PanelLayout

  init(script: Script, index: Int) {
    self.script = script
    self.index = index
    plot = script.resolution.plots[index]
    place = script.layout.panels[index]
  }

  var lines: [String] { axes + colorBar + texts + rules + legend + plotCommand }

  private var axes: [String] {
    let box = place.box
    var lines = ["unset label", "unset arrow", "unset object"].filter { _ in index > 0 || script.figure.animation != nil
    }
    lines += [
      "set lmargin at \(script.x(box.left)); set rmargin at \(script.x(box.right))",
      "set tmargin at \(script.y(box.top)); set bmargin at \(script.y(box.bottom))",
    ]
    for (name, range, shown) in [("x", plot.x, place.showsXNumbers), ("y", plot.y, place.showsYNumbers)] {
      lines.append(range.scale == .log ? "set logscale \(name)" : "unset logscale \(name)")
      lines.append("set \(name)range [\(numberText(range.lower)):\(numberText(range.upper))]")
      let ticks = range.ticks.filter { range.contains($0.value) }
        .map { "\(shown ? $0.quoted : "''") \(numberText($0.value))" }
      lines.append(ticks.isEmpty ? "unset \(name)tics" : "set \(name)tics (\(ticks.joined(separator: ", ")))")
    }
    // An exponent stands higher than a digit: the numbers of the x axis then keep more distance.
    // (On an axis without ticks the line would bring gnuplot's own ones back.)
    let isRaised = plot.x.ticks.contains { $0.markup.contains("^") }
    if !lines.contains("unset xtics") { lines.append("set xtics offset 0,\(isRaised ? "0.25" : "0.5")") }
    // A picture such as a handwritten digit has no axes to draw.
    if script.resolution.plots.contains(where: \.panel.hasNoAxes) {
      lines.append(plot.panel.hasNoAxes ? "unset border" : Script.border)
    }
    let hasSurface = plot.marks.contains { $0.content.isSurface }
    lines.append(hasSurface ? "unset grid" : "set grid noxtics ytics")
    return lines
  }

  /// The colours of the heat map and what they stand for.
  var colorScale: [String] {
    guard let bar = plot.colorBar() else { return [] }
    let stops = bar.colors.stops.enumerated().map { "\($0) \($1.gnuplot())" }.joined(separator: ", ")
    // A film stays small with few colours.
    let colors = script.figure.animation == nil ? "" : "maxcolors (frame > 0 ? 24 : 0) "
    return [
      "set palette \(colors)defined (\(stops))",
      "\(bar.range.scale == .log ? "set" : "unset") logscale cb",
      "set cbrange [\(numberText(bar.range.lower)):\(numberText(bar.range.upper))]",
    ]
  }

  private var colorBar: [String] {
    guard let bar = plot.colorBar(), let box = place.colorBar else { return colorScale + ["unset colorbox"] }
    let ticks = bar.range.ticks.filter { bar.range.contains($0.value) }
      .map { "\($0.quoted) \(numberText($0.value))" }.joined(separator: ", ")
    return colorScale + [
      "set cbtics (\(ticks)) scale 0",
      "set colorbox user origin \(script.x(box.left)), \(script.y(box.bottom))"
        + " size \(script.short(box.width / script.layout.width)), \(script.short(box.height / script.layout.height)) noborder",
    ]
  }

  // MARK: Text

  private var texts: [String] {
    var texts = place.texts
    if index == 0 { texts = script.layout.texts + texts }
    var lines = texts.map(label)
    if index == 0, let caption = script.layout.caption { lines.append("set label caption \(placement(caption))") }
    let titles = script.layout.xTitleLines(at: index, .pixels)
    let line = TextMetrics.pixels.lineHeight(size: Look.labelSize)
    for (rank, text) in titles.enumerated() {
      let half = TextMetrics.pixels.width(text, size: Look.labelSize) / 2
      let x = max(place.cell.left + 4 + half, min(place.cell.right - 4 - half, place.box.left + place.box.width / 2))
      lines.append(
        label(
          Layout.PlacedText(
            text: text, x: x,
            y: place.box.bottom + (place.showsXNumbers ? 36 + place.extraTickLines * 16 : 18) + line * Double(rank),
            alignment: .center, color: Look.softInk)))
    }
    if let note = plot.note {
      lines.append(
        label(
          Layout.PlacedText(
            text: note, x: place.box.left + place.box.width / 2,
            y: place.box.top + place.box.height / 2, alignment: .center, color: Look.softInk)))
    }
    for mark in plot.marks {
      guard case .text(let text, let x, let y, let alignment) = mark.content, plot.x.shows(x), plot.y.shows(y)
      else { continue }
      lines.append(
        timed(
          "set label \(GnuplotText.shown(text)) at \(position(text, x, y, alignment)) front textcolor rgb \(mark.color.gnuplot())"
            + " font ',\(numberText(Look.labelSize))'", mark.mark.frames))
    }
    return lines
  }

  /// Where a text in the panel stands: at its point, or shifted as far as the picture has room for it.
  private func position(_ text: String, _ x: Double, _ y: Double, _ alignment: TextAlignment) -> String {
    let width = TextMetrics.pixels.width(text, size: Look.labelSize)
    let point = place.box.left + place.box.width * plot.x.fraction(x)
    let start = point - (alignment == .left ? 0 : alignment == .center ? width / 2 : width)
    let fitting = max(4, min(script.layout.width - 4 - width, start))
    guard plot.x.contains(x), fitting != start else {
      return "first \(numberText(x)), first \(numberText(y)) \(alignment.rawValue)"
    }
    return "\(script.x(fitting)), first \(numberText(y)) left"
  }

  private func label(_ text: Layout.PlacedText) -> String {
    timed("set label \(GnuplotText.shown(text.text)) \(placement(text))", text.frames)
  }

  /// The command, in a film only in the frames that it is for.
  private func timed(_ command: String, _ frames: ClosedRange<Int>?) -> String {
    guard let frames, script.figure.animation != nil else { return command }
    return "if (\(script.isShown(in: frames))) { \(command) }"
  }

  private func placement(_ text: Layout.PlacedText) -> String {
    "at \(script.x(text.x)), \(script.y(text.y)) \(text.alignment.rawValue)"
      + " textcolor rgb \(text.color.gnuplot()) font \(text.bold ? boldFont(text.size) : "',\(numberText(text.size))'")"
  }

  /// The bold face needs the family by name, which depends on the format.
  private func boldFont(_ size: Double) -> String { "family.':Bold,\(numberText(size))'" }

  // MARK: Marks across the panel and leaders to moved labels

  private var rules: [String] {
    var lines = progress
    lines += place.leaders.map { leader in
      "set arrow from \(script.x(leader.from.x)), \(script.y(leader.from.y))"
        + " to \(script.x(leader.to.x)), \(script.y(leader.to.y)) nohead linewidth 0.8 linecolor rgb"
        + " \(leader.color.gnuplot(opacity: 0.6))"
    }
    for mark in plot.marks {
      switch mark.content {
      case .horizontal(let value) where plot.y.contains(value):
        lines += rule(("graph", "first"), { ($0, numberText(value)) }, mark, length: place.box.width)
      case .vertical(let value) where plot.x.contains(value):
        lines += rule(("first", "graph"), { (numberText(value), $0) }, mark, length: place.box.height)
      default: break
      }
    }
    return lines
  }

  /// A line across the panel. `point` makes the coordinates of a place along it, from 0 to 1.
  private func rule(
    _ systems: (x: String, y: String), _ point: (String) -> (x: String, y: String), _ mark: PlottedMark, length: Double
  ) -> [String] {
    func arrow(_ start: String, _ end: String, _ style: String) -> String {
      let (a, b) = (point(start), point(end))
      return
        "set arrow from \(systems.x) \(a.x), \(systems.y) \(a.y) to \(systems.x) \(b.x), \(systems.y) \(b.y) \(style)"
    }
    let still = arrow("0", "1", "nohead back \(lineStyle(mark))")
    guard script.figure.animation != nil, let pattern = mark.style.dashes else {
      return [timed(still, mark.mark.frames)]
    }
    // gnuplot's GIF knows no dashes: in a film each is an arrow.
    let period = pattern.reduce(0, +)
    let count = max(1, Int(length / period))
    let share = script.short(pattern[0] / period)
    let film =
      "do for [dash = 0:\(count - 1)] { "
      + arrow("dash / \(count).0", "(dash + \(share)) / \(count).0", "nohead back \(lineStyle(mark))") + " }"
    return [timed("if (frame == 0) { \(still) } else { \(film) }", mark.mark.frames)]
  }

  private var progress: [String] {
    guard let animation = script.figure.animation, index == 0 else { return [] }
    return [
      "if (frame > 0) { set arrow from screen 0, screen 0.004 to screen frame / \(animation.lastFrame).0, screen 0.004 nohead"
        + " linewidth 2 linecolor rgb '#C8C8C8' }"
    ]
  }

  private var legend: [String] {
    var lines: [String] = []
    if let box = place.legendBox {
      lines.append(
        "set object rectangle from \(script.x(box.left)), \(script.y(box.top)) to \(script.x(box.right)), \(script.y(box.bottom))"
          + " front fillcolor rgb '#ffffff' fillstyle transparent solid 0.8 noborder")
    }
    for entry in place.legend + (index == 0 ? script.layout.legend : []) { lines += sample(entry) }
    return lines
  }

  /// A legend's entry: a piece of the mark, then its label.
  private func sample(_ entry: Layout.PlacedEntry) -> [String] {
    let mark = entry.mark
    let end = entry.x + Look.sample
    let middle = script.x(entry.x + Look.sample / 2)
    let y = script.y(entry.y)
    var lines: [String] = []
    switch mark.content {
    case .band, .bars, .histogram, .area:
      lines.append(
        "set object rectangle from \(script.x(entry.x)), \(script.y(entry.y + 5)) to \(script.x(end)), \(script.y(entry.y - 5))"
          + " front fillcolor rgb \(mark.color.gnuplot()) fillstyle \(fillStyle(mark))")
    case .points(_, _, let shape, let size):
      lines.append("set label '' at \(middle), \(y) front point \(pointStyle(mark, shape, size))")
    case .errorBars:
      lines.append(
        "set arrow from \(middle), \(script.y(entry.y + 7)) to \(middle), \(script.y(entry.y - 7)) nohead front linewidth 1.5"
          + " linecolor rgb \(mark.color.gnuplot())")
      lines.append("set label '' at \(middle), \(y) front point \(pointStyle(mark, .circle, 1))")
    case .arrows:
      lines.append(
        "set arrow from \(script.x(entry.x)), \(y) to \(script.x(end)), \(y) front \(head) \(lineStyle(mark))")
    default:
      lines.append(
        "set arrow from \(script.x(entry.x)), \(y) to \(script.x(end)), \(y) nohead front \(lineStyle(mark))")
    }
    let line = TextMetrics.pixels.lineHeight(size: Look.labelSize)
    for (rank, text) in entry.lines.enumerated() {
      lines.append(
        "set label \(GnuplotText.shown(text)) at \(script.x(end + 6)), \(script.y(entry.y + line * Double(rank))) left front"
          + " textcolor rgb \(Look.ink.gnuplot()) font ',\(numberText(Look.labelSize))'")
    }
    return lines
  }
}
