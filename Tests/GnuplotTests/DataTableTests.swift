import Foundation
import Testing

@testable import Gnuplot

@Suite("The table of a figure") struct DataTableTests {
  @Test("One header line names the columns, then a row a line") func header() {
    let table = tables(
      x: Axis("epoch"), y: Axis("accuracy"), .line(x: [0, 1], y: [0.5, 0.75], label: "Adam"),
      .band(x: [0, 1], lower: [0.25, 0.5], upper: [0.75, 1], label: "Adam"))
    #expect(table.map(\.name) == ["figure.dat"])
    #expect(
      table[0].text == """
        # epoch adam adam_lower adam_upper
        0 0.5 0.25 0.75
        1 0.75 0.5 1

        """)
  }

  @Test("Identical columns are stored once, shorter ones are filled up with NaN") func sharingAndPadding() {
    let table = tables(
      .line(x: [1, 2, 3], y: [4, 5, 6], label: "a"), .line(x: [1, 2, 3], y: [7, 8, 9], label: "b"),
      .line(x: [1, 2], y: [4, 5], label: "c"))
    // The x of a and b is one column; that of c is shorter and its own.
    #expect(table[0].text == "# x a b c_x c\n1 4 7 1 4\n2 5 8 2 5\n3 6 9 NaN NaN\n")
  }

  @Test("Anything non-finite is written as NaN") func nonFinite() {
    let table = tables(.line(x: [1, 2, 3, 4], y: [.infinity, -.infinity, .nan, 1], label: "loss"))
    #expect(table[0].text == "# x loss\n1 NaN\n2 NaN\n3 NaN\n4 1\n")
  }

  @Test("Numbers are the shortest that read back as the same Double") func roundTrip() {
    let values = [0.1, 1.0 / 3, 1e-5, 6.02214076e23, -2.5e-310, 123_456_789, 0.1 + 0.2]
    let lines = tables(.line(x: values, y: values))[0].text.split(separator: "\n").dropFirst()
    #expect(lines.map { Double($0) } == values)
    #expect(numberText(3) == "3" && numberText(0.1) == "0.1" && numberText(1e-5) == "1e-05")
  }

  @Test("Column names are lower-case slugs, Greek letters by name") func slugs() {
    #expect(DataTable.slug("Test accuracy (%)") == "test_accuracy")
    #expect(DataTable.slug("β = 0.9") == "beta_0_9")
    #expect(DataTable.slug("‖g‖") == "g")
  }

  @Test("A name that is taken gets the quantity before it, or a number after it") func uniqueNames() {
    let header = tables(
      x: Axis("epoch"), y: Axis("cost"), .line(x: [1], y: [1], label: "Adam"), .line(x: [1], y: [2], label: "Adam"),
      .line(x: [1], y: [3], label: "Adam"), .line(x: [1], y: [4], column: "sgd_mean"))[0].text
    // The first column of ones is the epoch, and so is Adam's first y: identical columns are one.
    #expect(header.hasPrefix("# epoch adam cost_adam sgd_mean\n"))
    let crowd = tables(
      y: Axis("cost"), .line(x: [1], y: [2]), .line(x: [1], y: [3]), .line(x: [1], y: [4]))[0].text
    #expect(crowd.hasPrefix("# x cost cost_2 cost_3\n"))
  }

  @Test("A surface alone is NAME.dat, scan lines parted by empty lines; beside other data it is NAME-grid.dat")
  func surfaces() {
    let map = Mark.heatMap(x: [0, 1], y: [5, 6], z: [[1, 2], [3, 4]], label: "loss")
    let alone = tables(map)
    #expect(alone.map(\.name) == ["figure.dat"])
    #expect(alone[0].text == "# x y loss\n0 5 1\n1 5 2\n\n0 6 3\n1 6 4\n")
    let together = tables(map, .trajectory(x: [0, 1], y: [5, 6], label: "path"))
    #expect(together.map(\.name) == ["figure.dat", "figure-grid.dat"])
    #expect(together[0].text == "# path_x path_y\n0 5\n1 6\n")
  }

  @Test("Surfaces over the same grid share a file, another grid has its own") func severalGrids() {
    let files = tables(
      .heatMap(x: [0, 1], y: [0, 1], z: [[1, 2], [3, 4]], column: "a"),
      .contours(x: [0, 1], y: [0, 1], z: [[4, 3], [2, 1]], column: "b"),
      .contours(x: [0, 2], y: [0, 1], z: [[4, 3], [2, 1]], column: "c"))
    #expect(files.map(\.name) == ["figure.dat", "figure-grid.dat"])
    #expect(files[0].text.hasPrefix("# x y a b\n") && files[1].text.hasPrefix("# x y c\n"))
  }

  @Test("A hundred thousand rows are written in well under a second") func speed() {
    let x = (0..<100_000).map(Double.init)
    let y = x.map { 1 / ($0 + 1) }
    // The processor's time of this thread: other tests run at the same moment.
    let start = threadNanoseconds()
    _ = tables(.line(x: x, y: y, label: "a"), .line(x: x, y: y.map { $0 * 3 }, label: "b"))
    // About 0.1 s; the limit leaves room for a slow core.
    #expect(threadNanoseconds() - start < 1_000_000_000)
  }
}

/// The processor time that this thread has used, in nanoseconds.
private func threadNanoseconds() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return time.tv_sec * 1_000_000_000 + time.tv_nsec
}
