extension Figure {
  /// Writes NAME.dat and NAME.gp, then lets gnuplot draw NAME.svg (or .png, .pdf) and, with an animation, NAME.gif.
  ///
  /// Every file appears complete or not at all; when gnuplot is missing or fails, data and script are there all the same.
  ///
  /// - Parameter folder: made where it is missing.
  /// - Returns: the names of the written files, the picture first.
  /// - Throws: `FigureError`, one line with gnuplot's own words.
  @discardableResult
  public func write(to folder: String, format: Format = .svg, renderer: Renderer = Renderer()) throws(FigureError)
    -> [String]
  {
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
    let targets = [picture] + (film.map { [$0] } ?? [])
    var pictures: [[UInt8]] = []
    for (drawing, target) in zip(script.drawings(format: format), targets) {
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
    for (bytes, target) in zip(pictures, targets) { try Files.write(bytes, to: path(target)) }
    return targets + data.map(\.name) + ["\(name).gp"]
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
