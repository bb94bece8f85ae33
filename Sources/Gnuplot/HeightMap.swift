/// Numbers over a grid: `z[row][column]` belongs to `y[row]` and `x[column]`.
struct HeightMap: Sendable {
  var x: [Double]
  var y: [Double]
  var z: [[Double]]

  init(x: [Double], y: [Double], z: [[Double]], what: String) {
    precondition(
      z.count == y.count, "\(what) needs one row of z for each y, but has \(z.count) rows and \(y.count) y values.")
    for (index, row) in z.enumerated() {
      precondition(
        row.count == x.count,
        "\(what) needs one z for each x, but row \(index) has \(row.count) and there are \(x.count) x values.")
    }
    for (name, grid) in [("x", x), ("y", y)] {
      precondition(
        zip(grid, grid.dropFirst()).allSatisfy { $0 < $1 } && grid.allSatisfy(\.isFinite),
        "\(what) needs finite, ascending \(name) values.")
    }
    self.x = x
    self.y = y
    self.z = z
  }
}

extension HeightMap {
  /// The edges of the cells around the grid values, one more than there are values: half-way between neighbours.
  func cells(_ centers: [Double], _ scale: Axis.Scale) -> [Double] {
    guard let first = centers.first, let last = centers.last else { return [] }
    guard centers.count > 1 else {
      return scale == .linear ? [first - 0.5, first + 0.5] : [first / 2, first * 2]
    }
    func middle(_ a: Double, _ b: Double) -> Double {
      scale == .linear || a <= 0 ? a + (b - a) / 2 : power(a, 0.5) * power(b, 0.5)
    }
    func beyond(_ end: Double, _ edge: Double) -> Double {
      scale == .linear || end <= 0 || edge <= 0 ? 2 * end - edge : end / edge * end
    }
    let inner = zip(centers, centers.dropFirst()).map(middle)
    return [beyond(first, inner[0])] + inner + [beyond(last, inner[inner.count - 1])]
  }

  /// Whether all cells are equally large on linear axes, so that the grid is an image; gnuplot wants two each way.
  func isEven(_ xScale: Axis.Scale, _ yScale: Axis.Scale) -> Bool {
    func isEven(_ values: [Double]) -> Bool {
      guard let first = values.first, let last = values.last, values.count > 2 else { return true }
      let step = (last - first) / Double(values.count - 1)
      return values.indices.allSatisfy { abs(values[$0] - first - Double($0) * step) <= 1e-3 * step }
    }
    return x.count > 1 && y.count > 1 && xScale == .linear && yScale == .linear && isEven(x) && isEven(y)
  }

  /// The smallest and the largest z that the scale can show.
  func bounds(_ scale: Axis.Scale) -> Extent {
    var extent = Extent(scale)
    for row in z { extent.include(row) }
    extent.isTight = true
    return extent
  }
}
