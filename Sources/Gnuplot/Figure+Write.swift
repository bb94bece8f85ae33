extension Figure {
  /// Writes NAME.dat and NAME.gp, then lets gnuplot draw NAME.svg (or .png, .pdf), with an animation NAME.gif, and as a
  /// thumbnail NAME-small.svg (by NAME-small.gp): some of the panels without the title, to be read at 200 pixels.
  ///
  /// Every file appears complete or not at all; when gnuplot is missing or fails, data and script are there all the same.
  ///
  /// - Parameters:
  ///   - folder: made where it is missing.
  ///   - thumbnail: the panels of the thumbnail, from 0; one or two can be read. No thumbnail where it is nil.
  /// - Returns: the names of the written files, the pictures first, then the data, then the script.
  /// - Throws: `FigureError`, one line with gnuplot's own words.
  @discardableResult
  public func write(
    to folder: String, format: Format = .svg, thumbnail: [Int]? = nil, renderer: Renderer = Renderer()
  ) throws(FigureError) -> [String] {
    let resolution = Resolution(self)
    let script = Script(self, resolution)
    let picture = "\(name).\(format.rawValue)"
    let film = animation == nil ? nil : "\(name).gif"
    func path(_ file: String) -> String { folder.isEmpty ? file : "\(folder)/\(file)" }

    try Files.makeFolder(folder)
    let data = resolution.dataFiles(named: name)
    for (file, bytes) in data { try Files.write(bytes, to: path(file)) }
    let text = script.text(format: format, picture: picture, film: film)
    try Files.write(Array(text.utf8), to: path("\(name).gp"))

    // gnuplot draws to its standard output, which has no name: a run that breaks off leaves no half-drawn file behind,
    // not even when the program itself is stopped, and the old pictures stay.
    var drawings = Array(zip([picture] + (film.map { [$0] } ?? []), script.drawings(format: format)))
    var further: [String] = []
    if let thumbnail {
      let small = Script(thumbnail: thumbnail, of: self, resolution)
      let target = "\(name)-small.\(format.rawValue)"
      try Files.write(Array(small.text(format: format, picture: target, film: nil).utf8), to: path("\(name)-small.gp"))
      drawings.append((target, small.drawings(format: format)[0]))
      further = ["\(name)-small.gp"]
    }
    var pictures: [[UInt8]] = []
    for (target, drawing) in drawings {
      let outcome = try renderer.run(drawing, in: folder.isEmpty ? nil : folder)
      if let failure = outcome.failure { throw .failed(figure: name, how: failure, message: outcome.messages) }
      guard !outcome.output.isEmpty else {
        throw .failed(figure: name, how: "ended without a picture", message: outcome.messages)
      }
      guard Self.isWhole(outcome.output, target) else {
        throw .failed(figure: name, how: "left a picture that breaks off, \(target),", message: outcome.messages)
      }
      pictures.append(outcome.output)
    }
    for (bytes, (target, _)) in zip(pictures, drawings) { try Files.write(bytes, to: path(target)) }
    return drawings.map(\.0) + further + data.map(\.name) + ["\(name).gp"]
  }

  /// Whether the picture ends as its format, that of the file's name, ends.
  static func isWhole(_ picture: [UInt8], _ file: String) -> Bool {
    func ends(with text: String) -> Bool {
      let end = picture.lastIndex { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") && $0 != UInt8(ascii: " ") }
      return end.map { picture[...$0].suffix(text.utf8.count).elementsEqual(text.utf8) } ?? false
    }
    return switch file.split(separator: ".").last {
    case "svg": ends(with: "</svg>")
    case "pdf": ends(with: "%%EOF")
    case "gif": picture.last == 0x3B
    // The chunk IEND: no length, its name, its checksum.
    default: picture.suffix(12) == [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]
    }
  }
}

extension Resolution {
  /// The data files with their bytes.
  func dataFiles(named name: String) -> [(name: String, bytes: [UInt8])] {
    let files = files(named: name)
    let surfaces = zip(files.grids, grids).map { ($0, $1.table.text(groups: $1.x.count)) }
    let isNeeded = !table.columns.isEmpty || grids.isEmpty
    return (isNeeded ? [(files.table, table.text())] : []) + surfaces
  }
}

extension Script {
  /// The script of a thumbnail: some panels of the figure, over the same data files.
  init(thumbnail panels: [Int], of figure: Figure, _ resolution: Resolution) {
    precondition(
      !panels.isEmpty && panels.allSatisfy(figure.panels.indices.contains),
      "The panels of a thumbnail are some of 0 to \(figure.panels.count - 1), but are \(panels).")
    var small = Figure(
      figure.name, title: "", columns: min(2, panels.count), shared: panels.count > 1 ? figure.shared : [],
      animation: figure.animation.map { Animation(frames: $0.frames, stillFrame: $0.stillFrame) },
      panels: panels.map { figure.panels[$0] })
    small.isSmall = true
    var shown = resolution
    shown.plots = panels.map { resolution.plots[$0] }
    self.init(small, shown)
  }
}
