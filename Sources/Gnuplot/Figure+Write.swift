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

    // The same script draws into temporary files, so that a run that breaks off leaves the old pictures alone.
    let targets = [picture] + (film.map { [$0] } ?? [])
    let temporary = targets.map(Files.temporaryName)
    let drawing = script.text(format: format, picture: temporary[0], film: temporary.dropFirst().first)
    do throws(FigureError) {
      let outcome = try renderer.run(drawing, in: folder.isEmpty ? nil : folder)
      if let failure = outcome.failure { throw .failed(figure: name, how: failure, message: outcome.messages) }
      for file in temporary where !Files.isFilled(path(file)) {
        throw .failed(figure: name, how: "ended without a picture", message: outcome.messages)
      }
      for (file, target) in zip(temporary, targets) { try Files.move(path(file), to: path(target)) }
    } catch {
      for file in temporary { Files.remove(path(file)) }
      throw error
    }
    return targets + data.map(\.name) + ["\(name).gp"]
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
