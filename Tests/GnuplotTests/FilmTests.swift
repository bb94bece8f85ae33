import Foundation
import Testing

@testable import Gnuplot

@Suite("Films") struct FilmTests {
  /// The folding of 4x(1 − x), another curve in each frame, over a dashed diagonal and a dotted mark.
  private func folding(_ frames: Int = 4, still: Int? = nil) -> Figure {
    let x = (0...200).map { Double($0) / 200 }
    return Figure(
      "folding", title: "Each step folds the interval once more",
      animation: Animation(
        frames: frames, secondsPerFrame: 0.6, stillFrame: still, captions: (1...frames).map { "k = \($0)" }),
      Panel(
        x: Axis("x"), y: Axis("f^k(x)", range: 0...1), legend: .direct,
        .curve(label: "diagonal") { $0 },
        .frames(frames) { k in
          [.line(x: x, y: x.map { x in (1...k).reduce(x) { y, _ in 4 * y * (1 - y) } }, color: .blue, column: "f\(k)")]
        },
        .frames(2...3, .vertical(0.5, label: "middle", style: .dotted), .text("only here", at: (x: 0.36, y: 0.95)))))
  }

  @Test("Marks that have frames are drawn in those only, the still picture shows one frame, captions count")
  func frames() throws {
    let text = script(of: folding(still: 2))
    #expect(text.contains("for [once = 1:seen(3, 3)] 'figure.dat' using 1:4"))
    #expect(text.contains("if (seen(2, 3)) { set label 'only here'"))
    #expect(text.contains("array captions[4] = ['k = 1', 'k = 2', 'k = 3', 'k = 4']"))
    #expect(text.contains("moment = frame == 0 ? 2 : frame > 4 ? 4 : frame"))
    // The diagonal and the four curves are whole: nothing in this film grows.
    #expect(!text.contains("every ::0::"))
  }

  @Test("The still picture of frame 1 has the caption and the marks of frame 1") func still() throws {
    let folder = try Scratch()
    try folding(still: 1).write(to: folder.path)
    try folding(still: 2).renamed("second").write(to: folder.path)
    let (first, second) = (try folder.text("folding.svg"), try folder.text("second.svg"))
    #expect(first.contains("k = 1") && !first.contains("k = 2") && !first.contains("only here"))
    #expect(second.contains("k = 2") && second.contains("only here") && second.contains("middle"))
    #expect(try folding(still: 1).drawing().contains("only here") == false)
    #expect(try folding(still: 2).drawing().contains("only here"))
  }

  @Test("Sixty frames with other curves stay below a megabyte") func size() throws {
    let folder = try Scratch()
    let x = (0...200).map { Double($0) / 200 }
    let circle = (0...72).map { Double($0) * Double.pi / 36 }
    try Figure(
      "figure", title: "The circle shrinks", animation: Animation(captions: (1...60).map { "λ = \($0)" }),
      Panel(
        x: Axis("x", range: -1...1), y: Axis("y", range: -1...1), aspect: .equal,
        .heatMap(x: x, y: x, z: x.map { a in x.map { a * a + $0 * $0 } }, colors: .pale),
        .frames(60) { frame in
          let radius = 1 - Double(frame) / 80
          return [
            .line(
              x: circle.map { radius * cos($0) }, y: circle.map { radius * sin($0) }, color: .blue, column: "x\(frame)")
          ]
        })
    ).write(to: folder.path)
    #expect(try folder.bytes("figure.gif").count < 1_000_000)
  }

  @Test("Dashes of a line of 30 pixels: 9 on, 6 off, 9 on, 6 off, wherever its points lie") func dashes() {
    let axis = AxisRange(scale: .linear, lower: 0, upper: 1)
    let plot = Plot(panel: Panel(x: Axis("x"), y: Axis("y")), x: axis, y: axis, marks: [])
    let box = Layout.Box(width: 30, height: 10)
    let dashes = Dashes(x: [0, 0.5, 1], y: [0.5, 0.5, 0.5], plot: plot, box: box, pattern: [9, 6])
    // 0 to 9 pixels, and 15 to 24: the point at 15 pixels ends a gap.
    #expect(
      dashes.pieces.map { [$0[0].x, $0[$0.count - 1].x] }.flatMap { $0.map { ($0 * 30).rounded() } } == [0, 9, 15, 24])
    // Half of a line outside is not drawn: from x = 1 on nothing is left.
    let cut = Dashes(x: [0, 2], y: [0.5, 0.5], plot: plot, box: box, pattern: [9, 6])
    #expect(cut.pieces.count == 2 && cut.pieces.allSatisfy { $0.allSatisfy { $0.x <= 1 } })
    let gap = Dashes(x: [0, .nan, 1], y: [0, 0, 0], plot: plot, box: box, pattern: [9, 6])
    #expect(gap.pieces.isEmpty)
  }

  @Test("A mark for a frame that the film does not have, a caption too few, a still picture beyond the end")
  func refusals() async {
    await #expect(processExitsWith: .failure) {
      _ = Figure("figure", title: "t", Panel(x: Axis("x"), y: Axis("y"), .frames(1...2, .horizontal(1))))
    }
    await #expect(processExitsWith: .failure) { _ = Animation(frames: 2, captions: ["one"]) }
    await #expect(processExitsWith: .failure) { _ = Animation(frames: 2, stillFrame: 3) }
  }

  private func script(of figure: Figure) -> String {
    let figure = figure.renamed("figure")
    return Script(figure, Resolution(figure)).text(format: .svg, picture: "figure.svg", film: "figure.gif")
  }
}

extension Figure {
  fileprivate func renamed(_ name: String) -> Figure {
    Figure(
      name, title: title, columns: columns, shared: shared, proportion: proportion, animation: animation,
      panels: panels)
  }
}
