/// The gnuplot script of a figure: NAME.gp, which redraws the picture by itself in the folder of its data.
struct Script: Sendable {
  let figure: Figure
  let resolution: Resolution
  let layout: Layout
  /// Where gnuplot finds the tables: quoted file names, or the names of data blocks.
  let table: String
  let grids: [String]

  /// A script that reads the tables from files, or from data blocks that it carries itself.
  init(_ figure: Figure, _ resolution: Resolution, inline: Bool = false) {
    self.figure = figure
    // The margins decide how wide the panels are, and that how many numbers fit below them.
    var resolution = resolution
    let first = Layout(figure, resolution.plots)
    resolution.chooseTicks(figure, widths: first.panels.map(\.box.width))
    self.resolution = resolution
    layout = Layout(figure, resolution.plots)
    let files = resolution.files(named: figure.name)
    table = inline ? "$data" : GnuplotText.file(files.table)
    grids = inline ? files.grids.indices.map { "$grid_\($0 + 1)" } : files.grids.map(GnuplotText.file)
  }

  /// The script that writes the pictures to these files.
  func text(format: Format, picture: String, film: String?) -> String {
    let last = film == nil ? 0 : figure.animation?.lastFrame ?? 0
    return text(
      format: format, frames: 0...last, picture: "\nset output \(GnuplotText.file(picture))",
      film: film.map { "\nset output \(GnuplotText.file($0))" } ?? "")
  }

  /// The scripts that draw the picture, and with an animation the film, to gnuplot's standard output, by the same commands.
  func drawings(format: Format) -> [String] {
    let still = text(format: format, frames: 0...0, picture: "", film: "")
    guard let last = figure.animation?.lastFrame else { return [still] }
    return [still, text(format: format, frames: 1...last, picture: "", film: "")]
  }

  /// The script of some frames; frame 0 is the picture. `picture` and `film` are the lines that open their files.
  private func text(format: Format, frames: ClosedRange<Int>, picture: String, film: String) -> String {
    let stem = figure.isSmall ? "\(figure.name)-small" : figure.name
    var lines = [
      GnuplotText.comment(figure.isSmall ? "The thumbnail of \(figure.name)" : figure.title),
      GnuplotText.comment("gnuplot \(stem).gp draws \(stem).\(format.rawValue)"),
      "",
      "# Whatever a ~/.gnuplot has set",
      "reset",
      "unset decimalsign",
      "do for [i = 1:8] { set linetype i linewidth 1 dashtype solid pointsize default }",
      "set encoding utf8",
    ]
    lines += style
    lines += contourTables
    lines += dashTables
    let open = "set terminal \(terminal(format))" + picture
    let family = "family = '\(format == .svg ? Look.svgFonts : Look.font)'"
    if let animation = figure.animation {
      lines += filmed(open, family, animation, film, frames)
    } else {
      lines += ["", open, family] + drawing
    }
    lines.append("unset output")
    return lines.joined(separator: "\n") + "\n"
  }

  /// One loop draws the still picture first and then the film, both by the same commands.
  private func filmed(
    _ open: String, _ family: String, _ animation: Animation, _ film: String, _ frames: ClosedRange<Int>
  ) -> [String] {
    let delay = max(1, Int((animation.secondsPerFrame * 100).rounded()))
    let hasColors = figure.panels.contains { $0.marks.contains(where: \.content.isHeatMap) }
    let scale = hasColors ? 1.25 : 1.5
    let size = "\(pixels((scale * layout.width).rounded())),\(pixels((scale * layout.height).rounded()))"
    var lines = [""]
    if figure.panels.contains(where: { $0.marks.contains { $0.frames != nil } }) {
      lines.append("seen(from, to) = pass == 1 || (from <= moment && moment <= to)")
    }
    if !animation.captions.isEmpty {
      let captions = animation.captions.map(GnuplotText.shown).joined(separator: ", ")
      lines.append("array captions[\(animation.frames)] = [\(captions)]")
    }
    lines += [
      "# Frame 0 is the still picture. In the film the lines grow, then stand for a moment; the grey line at its foot",
      "# says how far it is, and keeps frames apart that are otherwise alike (gnuplot cannot store a frame without change)",
      "do for [frame = \(frames.lowerBound):\(frames.upperBound)] {",
      "if (frame == 0) {",
      open,
      "\(family); dot = 1.0",
      "}",
      "if (frame == 1) {",
      "set terminal gif animate delay \(delay) optimize size \(size) linewidth \(pixels(scale)) font 'sans,\(pixels(Look.textSize))'"
        + " fontscale \(pixels(0.68 * scale)) enhanced nocrop background '#ffffff'" + film,
      "family = 'sans'; dot = \(pixels(scale))",
      "}",
      "moment = frame == 0 ? \(animation.stillFrame) : frame > \(animation.frames) ? \(animation.frames) : frame",
    ]
    if !animation.captions.isEmpty { lines.append("caption = captions[moment]") }
    return lines + [
      "set multiplot",
      "# The colours of a film are those of its first frame, so at first all is drawn once, and wiped out",
      "do for [pass = frame == 1 ? 1 : 2 : 2] {",
      "shown = frame == 0 || pass == 1 || frame > \(animation.frames) ? 1.0 : frame / \(animation.frames).0",
    ] + panels + ["", "if (pass == 1) { clear }", "}", "unset multiplot", "}"]
  }

  private func terminal(_ format: Format) -> String {
    let width = layout.width
    let height = layout.height
    switch format {
    case .svg:
      return
        "svg size \(pixels(width)),\(pixels(height)) fixed font '\(Look.svgFonts),\(pixels(Look.textSize))' fontscale 1"
        + " linewidth 1 dashlength 1 butt enhanced background '#ffffff'"
    case .png:
      // Twice the pixels for sharp screens; everything scales with fontscale, linewidth and pointscale.
      return "pngcairo size \(pixels(2 * width)),\(pixels(2 * height)) font '\(Look.font),\(pixels(Look.textSize))'"
        + " fontscale 1.5 linewidth 2 pointscale 2 dashlength 1 butt color nocrop notransparent enhanced background '#ffffff'"
    case .pdf:
      return "pdfcairo size \(decimals(width / 100, 2))in,\(decimals(height / 100, 2))in"
        + " font '\(Look.font),\(pixels(Look.textSize))' fontscale 0.72 linewidth 1 pointscale 1 dashlength 1 butt color enhanced background '#ffffff'"
    }
  }

  private func pixels(_ value: Double) -> String { numberText(value) }

  /// The two axes of a panel.
  static var border: String { "set border 3 linecolor rgb \(Look.axis.gnuplot()) linewidth 1" }

  /// The look that all figures share.
  var style: [String] {
    [
      "",
      "# The look: thin grey axes on the left and below, light lines behind, text in one family",
      Self.border,
      "set tics out nomirror scale 0.4 textcolor rgb \(Look.softInk.gnuplot()) font ',\(pixels(Look.tickSize))'",
      "set grid noxtics ytics back linetype 1 linecolor rgb \(Look.grid.gnuplot()) linewidth 1",
      "set style textbox opaque noborder fillcolor '#ffffff' margins 0.3,0",
      "set clip two",  // a segment with both ends outside may still cross the panel
      "set samples 801",
      "unset key",
      "unset colorbox",
    ]
  }

  /// Contour lines, worked out by gnuplot from the grid into data blocks.
  var contourTables: [String] {
    var lines: [String] = []
    for (panel, plot) in resolution.plots.enumerated() {
      for (index, mark) in plot.marks.enumerated() {
        guard case .contours = mark.content, !mark.levels.isEmpty else { continue }
        if lines.isEmpty { lines = ["", "# Contour lines of the grid", "set contour base", "unset surface"] }
        lines +=
          [
            "set cntrparam levels discrete \(mark.levels.map(numberText).joined(separator: ", "))",
            "set table \(contourBlock(panel, index))",
            "splot \(grids[mark.grid]) using 1:2:\(mark.columns[0])",
            "unset table",
          ] + levelLabels(panel, index, mark)
      }
    }
    return lines.isEmpty ? [] : lines + ["unset contour", "set surface"]
  }

  /// The places of the levels' labels, as a data block.
  private func levelLabels(_ panel: Int, _ index: Int, _ mark: PlottedMark) -> [String] {
    guard case .contours(let surface, _, true) = mark.content else { return [] }
    let plot = resolution.plots[panel]
    let labels = surface.levelLabels(mark.levels, plot, layout.panels[panel].box)
    guard !labels.isEmpty else { return [] }
    return ["\(levelBlock(panel, index)) << EOD"]
      + labels.map { "\(short($0.x)) \(short($0.y)) \"\($0.text)\"" } + ["EOD"]
  }

  func hasLevelLabels(_ panel: Int, _ mark: Int) -> Bool {
    !levelLabels(panel, mark, resolution.plots[panel].marks[mark]).isEmpty
  }

  func levelBlock(_ panel: Int, _ mark: Int) -> String { "$levels_\(panel + 1)_\(mark + 1)" }

  func contourBlock(_ panel: Int, _ mark: Int) -> String { "$contours_\(panel + 1)_\(mark + 1)" }

  /// All panels, the title and the legend.
  var drawing: [String] {
    resolution.plots.count > 1 ? ["set multiplot"] + panels + ["unset multiplot"] : panels
  }

  private var panels: [String] {
    resolution.plots.indices.flatMap { index -> [String] in
      let title = resolution.plots[index].panel.title.map { ": \(GnuplotText.comment($0).dropFirst(2))" } ?? ""
      let heading = resolution.plots.count > 1 ? ["", "# Panel \(index + 1)\(title)"] : [""]
      return heading + PanelScript(script: self, index: index).lines
    }
  }

  /// gnuplot's condition for a film to show what belongs to these frames.
  func isShown(in frames: ClosedRange<Int>) -> String {
    "seen(\(frames.lowerBound), \(frames.upperBound))"
  }

  // MARK: Coordinates

  /// A horizontal place as a share of the picture.
  func x(_ pixels: Double) -> String { "screen \(short(pixels / layout.width))" }

  /// A vertical place as a share of the picture, from below.
  func y(_ pixels: Double) -> String { "screen \(short(1 - pixels / layout.height))" }

  func short(_ value: Double) -> String { numberText((value * 100_000).rounded() / 100_000) }
}
