import Foundation
import Testing

@testable import Gnuplot

@Suite("Data at the edge") struct EdgeTests {
  private func bins(_ values: [Double], _ bins: Int = 30) -> Histogram {
    Histogram(values, bins: bins, range: nil, height: .count)
  }

  @Test("A histogram counts every value, whatever its size: equal ones are one bar")
  func histograms() {
    #expect(bins([1e17, 1e17]).heights == [2])
    #expect(bins([9007199254740992]).heights == [1])
    #expect(bins([1e308, 1e308, 1e308]).heights == [3])
    #expect(bins([0, 5e-324]).heights == [2])  // no number lies between them, so there is one bin
    // 16 is the distance of numbers at 10¹⁷: thirty bins would have the same edges.
    #expect(bins([1e17, 1e17 + 16]).heights == [2])
    // Bins of 2·10³⁰⁷: 3 and 4 lie in the sixth, whose left edge is 0.
    #expect(bins([-1e308, 1e308, 3, 4], 10).heights == [1, 0, 0, 0, 0, 2, 0, 0, 0, 1])
    #expect(bins([1, 2, 3, 4], 3).heights == [1, 1, 2])
    for values in [[1e17, 1e17], [0, 5e-324], [-1e308, 1e308], [.greatestFiniteMagnitude]] {
      let all = bins(values)
      #expect(
        all.left.indices.allSatisfy { all.left[$0] < all.right[$0] && all.right[$0].isFinite }, "\(values): \(all)")
    }
  }

  @Test("A value between two gaps is a dot, on a logarithmic axis one between zeros too") func lonePoints() {
    #expect(
      script(.line(x: [0, 1, 2, 3, 4], y: [1, .nan, 2, .nan, 3], label: "validation")).contains(
        "for [row in '0 2 4'] 'figure.dat' every ::int(row)::int(row) using 1:2 with points"))
    #expect(
      script(y: Axis("y", scale: .log), .line(x: [0, 1, 2, 3, 4], y: [0, 5, 0, 3, 4])).contains("for [row in '1']"))
    // Two equal points make no line either.
    #expect(script(.line(x: [1, 1], y: [2, 2])).contains("for [row in '0']"))
    #expect(!script(.line(x: [0, 1, 2, 3], y: [1, 2, .nan, .nan])).contains("for [row"))
  }

  @Test("Cells that a logarithmic scale cannot show stay empty") func logarithmicColors() {
    let text = script(.heatMap(x: [0, 1], y: [0, 1], z: [[0, 1], [-1, 10]], scale: .log))
    #expect(text.contains("using 1:2:($3 > 0 ? $3 : NaN) with image"))
    #expect(script(.heatMap(x: [0, 1], y: [0, 1], z: [[1, 1], [2, 10]], scale: .log)).contains("1:2:3 with image"))
  }

  /// Whether the picture of the mark has ink beyond that of an empty panel with the same axes: elements of an SVG.
  private func elements(_ mark: Mark?) throws -> Int {
    let x = Axis("x", range: 0...4, ticks: [])
    let y = Axis("y", range: 0...4, ticks: [])
    let folder = try Scratch()
    let marks = (mark.map { [$0] } ?? []) + [.text("", at: (x: 1, y: 1))]
    try Figure("edge", title: "Edge", Panel(x: x, y: y, legend: .none, marks: marks)).write(to: folder.path)
    let svg = try folder.text("edge.svg")
    let kinds = ["<path", "<use", "<polygon", "<image", "<circle"]
    return kinds.map { svg.ranges(of: $0).count }.reduce(0, +)
  }

  @Test(
    "One row, one column, one value, equal values: something is drawn",
    arguments: [
      ("a line of one", Mark.line(x: [1], y: [1])), ("a staircase of one", .steps(x: [1], y: [1])),
      ("a line of equal points", .line(x: [1, 1, 1], y: [2, 2, 2])),
      ("a band of one", .band(x: [1], lower: [1], upper: [2])),
      ("a band between gaps", .band(x: [1, 2, 3], lower: [1, .nan, 1], upper: [2, .nan, 3])),
      ("an area of one", .area(x: [1], y: [1])), ("bars of one", .bars(x: [1], y: [1])),
      ("categories of one", .bars(["a"], y: [1])), ("points of one", .points(x: [1], y: [1])),
      ("error bars of no length", .errorBars(x: [1], y: [1], error: [0])),
      ("a trajectory of one", .trajectory(x: [1], y: [1])),
      ("a trajectory that stays", .trajectory(x: [1, 1], y: [1, 1])),
      ("arrows of no length", .arrows(x: [1], y: [1], dx: [0], dy: [0])),
      ("arrows of scale 0", .arrows(x: [1], y: [1], dx: [1], dy: [1], scale: 0)),
      ("a histogram of one", .histogram([1])), ("a histogram of equal values", .histogram([2, 2, 2])),
      ("a heat map of one row", .heatMap(x: [1, 2, 3], y: [1], z: [[1, 2, 3]], showsBar: false)),
      ("a heat map of one column", .heatMap(x: [1], y: [1, 2, 3], z: [[1], [2], [3]], showsBar: false)),
      ("a heat map of one cell", .heatMap(x: [1], y: [1], z: [[1]], showsBar: false)),
      ("a heat map of equal values", .heatMap(x: [1, 2], y: [1, 2], z: [[1, 1], [1, 1]], showsBar: false)),
      ("a curve that is constant", .curve { _ in 2 }),
    ] as [(String, Mark)])
  func something(name: String, mark: Mark) throws {
    #expect(try elements(mark) > elements(nil), "\(name)")
  }

  @Test("Where nothing can be drawn, the panel says why") func reasons() {
    func note(_ mark: Mark, y: Axis = Axis("y")) -> String {
      script(y: y, mark).split(separator: "\n").first { $0.contains("no ") && $0.contains("center") }.map(String.init)
        ?? ""
    }
    let grid = [0.0, 1]
    #expect(note(.contours(x: grid, y: grid, z: [[3, 3], [3, 3]])).contains("'no contour lines: all values are 3'"))
    #expect(note(.contours(x: grid, y: [0], z: [[3, 4]])).contains("'no contour lines: the grid is 2 × 1'"))
    #expect(
      note(.contours(x: grid, y: grid, z: [[1, 2], [3, 4]], levels: [9])).contains(
        "'no contour lines: the values lie between 1 and 4'"))
    #expect(note(.line(x: [1, 2], y: [0, -1]), y: Axis("y", scale: .log)).contains("'no finite positive values'"))
  }
}
