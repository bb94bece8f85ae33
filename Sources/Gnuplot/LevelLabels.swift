extension HeightMap {
  /// A place for each level's number: where the level crosses a ray from the lowest grid point.
  ///
  /// Of the four rays along the axes the one is taken on which most numbers stand apart.
  func levelLabels(_ levels: [Double], _ plot: Plot, _ box: Layout.Box) -> [(x: Double, y: Double, text: String)] {
    guard let low = lowest else { return [] }
    let rays: [[(column: Int, row: Int)]] = [
      (low.column..<x.count).map { ($0, low.row) }, (0...low.column).reversed().map { ($0, low.row) },
      (low.row..<y.count).map { (low.column, $0) }, (0...low.row).reversed().map { (low.column, $0) },
    ]
    let texts = Self.texts(levels)
    let choices = rays.map { ray in
      var kept: [(x: Double, y: Double, text: String)] = []
      var places: [Layout.Box] = []
      for (level, text) in zip(levels, texts) {
        guard let point = crossing(level, along: ray), plot.x.contains(point.x), plot.y.contains(point.y) else {
          continue
        }
        let width = TextMetrics.pixels.width(text, size: Look.noteSize) + 6
        let place = Layout.Box(
          left: plot.x.fraction(point.x) * box.width - width / 2, top: (1 - plot.y.fraction(point.y)) * box.height - 8,
          width: width, height: 16)
        let isInside = place.left > 2 && place.right < box.width - 2 && place.top > 2 && place.bottom < box.height - 2
        guard isInside, !places.contains(where: { $0.overlaps(place) }) else { continue }
        places.append(place)
        kept.append((point.x, point.y, text))
      }
      return kept
    }
    return choices.max { $0.count < $1.count } ?? []
  }

  /// The grid point with the smallest finite z.
  private var lowest: (row: Int, column: Int)? {
    var best: (row: Int, column: Int)?
    for row in y.indices {
      for column in x.indices where z[row][column].isFinite {
        if best.map({ z[row][column] < z[$0.row][$0.column] }) ?? true { best = (row, column) }
      }
    }
    return best
  }

  /// Where z passes the level for the first time along the grid points, by linear interpolation.
  private func crossing(_ level: Double, along ray: [(column: Int, row: Int)]) -> (x: Double, y: Double)? {
    for (a, b) in zip(ray, ray.dropFirst()) {
      let (low, high) = (z[a.row][a.column], z[b.row][b.column])
      guard low.isFinite, high.isFinite, low != high, min(low, high) <= level, level <= max(low, high) else { continue }
      let share = (level - low) / (high - low)
      return (x[a.column] + share * (x[b.column] - x[a.column]), y[a.row] + share * (y[b.row] - y[a.row]))
    }
    return nil
  }

  /// The levels with as many decimals as they need, at most three.
  private static func texts(_ levels: [Double]) -> [String] {
    levels.map { level in
      if level != 0, abs(level) < 0.001 || abs(level) >= 1e5 { return numberText(level) }
      let places = (0...3).first { abs(Double(decimalText: decimals(level, $0)) - level) <= 1e-9 * abs(level) } ?? 3
      return decimals(level, places)
    }
  }
}

extension Double {
  /// Reads what `decimals` wrote.
  fileprivate init(decimalText: String) {
    let ascii = decimalText.hasPrefix("−") ? "-" + decimalText.dropFirst() : decimalText
    self = Double(ascii) ?? .nan
  }
}
