/// A line cut into dashes, for films: gnuplot's GIF knows none.
struct Dashes: Sendable {
  /// A dash as points of the axes; `row` is how far the line has come, counted in rows of its table.
  private(set) var pieces: [[(x: Double, y: Double, row: Double)]] = []

  /// The dashes of a line in a panel of this size; gaps in the line and what lies outside of the panel are left out.
  init(x: [Double], y: [Double], plot: Plot, box: Layout.Box, pattern: [Double]) {
    // How far the line has come in which part of the pattern.
    var (part, phase) = (0, 0.0)
    var piece: [(x: Double, y: Double, row: Double)] = []
    func end(
      _ piece: inout [(x: Double, y: Double, row: Double)], into pieces: inout [[(x: Double, y: Double, row: Double)]]
    ) {
      if piece.count > 1 { pieces.append(piece) }
      piece = []
    }
    for index in x.indices.dropLast() {
      let next = index + 1
      guard plot.x.shows(x[index]), plot.y.shows(y[index]), plot.x.shows(x[next]), plot.y.shows(y[next]) else {
        end(&piece, into: &pieces)
        continue
      }
      let (a, b) = (
        (plot.x.fraction(x[index]), plot.y.fraction(y[index])), (plot.x.fraction(x[next]), plot.y.fraction(y[next]))
      )
      guard let (from, to) = Self.inside(a, b) else {
        end(&piece, into: &pieces)
        continue
      }
      if from > 0 { end(&piece, into: &pieces) }
      let (dx, dy) = ((b.0 - a.0) * box.width, (b.1 - a.1) * box.height)
      let length = (dx * dx + dy * dy).squareRoot()
      func point(_ share: Double) -> (x: Double, y: Double, row: Double) {
        (
          plot.x.value(at: a.0 + share * (b.0 - a.0)), plot.y.value(at: a.1 + share * (b.1 - a.1)),
          Double(index) + share
        )
      }
      var share = from
      while share < to {
        let isOn = part % 2 == 0
        let room = pattern[part] - phase
        let reached = length > 0 ? min(to, share + room / length) : to
        if isOn {
          if piece.isEmpty { piece.append(point(share)) }
          piece.append(point(reached))
        }
        phase += (reached - share) * length
        if phase >= pattern[part] - 1e-9 {
          end(&piece, into: &pieces)
          (part, phase) = ((part + 1) % pattern.count, 0)
        }
        share = reached
      }
      if to < 1 { end(&piece, into: &pieces) }
    }
    end(&piece, into: &pieces)
  }

  /// Which part of the way from a to b lies in the unit square (Liang and Barsky 1984).
  private static func inside(_ a: (Double, Double), _ b: (Double, Double)) -> (from: Double, to: Double)? {
    var (from, to) = (0.0, 1.0)
    for (start, end) in [(a.0, b.0), (a.1, b.1)] {
      let way = end - start
      if way == 0 {
        if start < 0 || start > 1 { return nil }
        continue
      }
      let (enter, leave) = way > 0 ? (-start / way, (1 - start) / way) : ((1 - start) / way, -start / way)
      (from, to) = (max(from, enter), min(to, leave))
    }
    return from < to ? (from, to) : nil
  }
}

extension Script {
  /// The dashes of a mark in a film; nil where it has none.
  func dashes(_ panel: Int, _ mark: Int) -> Dashes? {
    let plot = resolution.plots[panel]
    guard figure.animation != nil, let pattern = plot.marks[mark].style.dashes else { return nil }
    let box = layout.panels[panel].box
    switch plot.marks[mark].content {
    case .line(let x, let y, false), .trajectory(let x, let y, _):
      return Dashes(x: x, y: y, plot: plot, box: box, pattern: pattern)
    default: return nil
    }
  }

  func dashBlock(_ panel: Int, _ mark: Int) -> String { "$dashes_\(panel + 1)_\(mark + 1)" }

  /// The dashes of all lines as data blocks.
  var dashTables: [String] {
    var lines: [String] = []
    for (panel, plot) in resolution.plots.enumerated() {
      for mark in plot.marks.indices {
        guard let dashes = dashes(panel, mark) else { continue }
        if lines.isEmpty { lines = ["", "# Lines cut into dashes for the film: x, y and the row of the table"] }
        lines.append("\(dashBlock(panel, mark)) << EOD")
        for piece in dashes.pieces {
          lines += piece.map { "\(rounded($0.x)) \(rounded($0.y)) \(short($0.row))" } + [""]
        }
        lines.append("EOD")
      }
    }
    return lines
  }

  /// With the digits of a Float, which are finer than a pixel.
  private func rounded(_ value: Double) -> String {
    let short = Float(value)
    guard short.isNormal else { return numberText(value) }
    return short.description.hasSuffix(".0") ? String(short.description.dropLast(2)) : short.description
  }
}
