#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Figure {
  /// Shows the figure: in a window where there is a display and gnuplot can open one, otherwise in the terminal.
  ///
  /// In the terminal it is as large as the terminal, in colour only on a terminal and without `NO_COLOR`.
  public func show(renderer: Renderer = Renderer()) throws(FigureError) {
    if let window = try Self.windowTerminal(renderer) {
      let still = still
      let script = Script(still, Resolution(still), inline: true)
      let outcome = try renderer.run(script.text(window: window), in: nil, arguments: ["-persist"])
      // A display that is named but not there leaves the terminal.
      if outcome.failure == nil { return }
    }
    let screen = Self.screen
    let color = isatty(STDOUT_FILENO) == 1 && !Self.isSet("NO_COLOR")
    print(try drawing(columns: screen.columns, rows: screen.rows, color: color, renderer: renderer))
  }

  /// The figure drawn with characters, panel below panel.
  ///
  /// Bands are left out where there are lines; without colour a heat map is drawn as contours.
  public func drawing(columns: Int = 80, rows: Int = 24, color: Bool = false, renderer: Renderer = Renderer())
    throws(FigureError) -> String
  {
    let script = TerminalScript(self, columns: max(40, columns), rows: max(14, min(rows - 2, 40)), color: color)
    let outcome = try renderer.run(script.text, in: nil)
    if let failure = outcome.failure { throw .failed(figure: name, how: failure, message: outcome.messages) }
    return String(decoding: outcome.output.filter { $0 != 0x0C }, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in line.lastIndex { $0 != " " }.map { String(line[...$0]) } ?? "" }
      .joined(separator: "\n")
  }

  /// The first of gnuplot's window terminals, where there is a display.
  private static func windowTerminal(_ renderer: Renderer) throws(FigureError) -> String? {
    guard isSet("DISPLAY") || isSet("WAYLAND_DISPLAY") else { return nil }
    let outcome = try renderer.run("set print '-'\nprint GPVAL_TERMINALS\n", in: nil)
    let known = String(decoding: outcome.output, as: UTF8.self).split(separator: " ").map(String.init)
    return ["qt", "wxt", "x11"].first { known.contains($0) }
  }

  private static func isSet(_ variable: String) -> Bool { (getenv(variable)?.pointee ?? 0) != 0 }

  /// The terminal's size; 80 by 24 where there is none.
  private static var screen: (columns: Int, rows: Int) {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return (80, 24) }
    return (Int(size.ws_col), Int(size.ws_row))
  }
}

extension Script {
  /// The script that opens a window.
  func text(window terminal: String) -> String {
    let size = terminal == "x11" ? "" : " font '\(Look.font),\(numberText(Look.textSize))' enhanced"
    let open = "set terminal \(terminal) size \(numberText(layout.width)),\(numberText(layout.height))\(size)"
    let lines = resolution.dataBlocks(grids: grids) + ["set encoding utf8"] + style + contourTables
    return (lines + [open, "family = '\(Look.font)'"] + drawing).joined(separator: "\n") + "\n"
  }
}

extension Resolution {
  /// The tables as data blocks inside a script.
  func dataBlocks(grids names: [String]) -> [String] {
    func block(_ name: String, _ bytes: [UInt8]) -> [String] {
      ["\(name) << EOD", String(decoding: bytes, as: UTF8.self) + "EOD"]
    }
    return block("$data", table.text())
      + zip(names, grids).flatMap { block($0, $1.table.text(groups: $1.x.count)) }
  }
}

extension Figure {
  /// The same figure without its film: of the marks that have frames, those of the still picture.
  var still: Figure {
    let shown = panels.map { panel in
      var panel = panel
      panel.marks = panel.marks.filter { $0.frames?.contains(animation?.stillFrame ?? 0) ?? true }
      for index in panel.marks.indices { panel.marks[index].presence = .whole }
      return panel
    }
    return Figure(name, title: title, columns: columns, shared: shared, proportion: proportion, panels: shown)
  }
}
