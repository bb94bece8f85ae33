import Foundation
import Testing

@testable import Gnuplot

@Suite("Drawing") struct DrawingTests {
  @Test("Writing makes data, script and a picture with the title in it, and nothing else") func svg() throws {
    let folder = try Scratch()
    let files = try sample().write(to: folder.path)
    #expect(files == ["sample.svg", "sample.dat", "sample.gp"])
    #expect(folder.files == ["sample.dat", "sample.gp", "sample.svg"])
    let svg = try folder.text("sample.svg")
    #expect(svg.contains("Adam is ahead from the first epoch") && svg.contains("</svg>"))
    #expect(svg.contains("accuracy (%)") && svg.contains(">momentum<"))
  }

  @Test("Special characters are seen as typed") func typedText() throws {
    let folder = try Scratch()
    let title = "a_b x^2 {c} @d ~e \\f 'g' β ‖h‖ `date`"
    try Figure("text", title: title, Panel(x: Axis("x"), y: Axis("y"), .line(x: [0, 1], y: [0, 1]))).write(
      to: folder.path)
    let svg = try folder.text("text.svg")
    #expect(svg.contains(title))
  }

  @Test("The same figure gives the same bytes", arguments: Format.allCases) func sameBytes(format: Format) throws {
    let (first, second) = (try Scratch(), try Scratch())
    for folder in [first, second] { try sample().write(to: folder.path, format: format) }
    #expect(first.files == second.files)
    for file in first.files where !file.hasSuffix(".pdf") {  // a PDF holds its date
      #expect(try first.bytes(file) == second.bytes(file))
    }
  }

  @Test("PNG and PDF have their signatures") func formats() throws {
    let folder = try Scratch()
    try sample().write(to: folder.path, format: .png)
    try sample().write(to: folder.path, format: .pdf)
    #expect(try folder.bytes("sample.png").starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(try folder.bytes("sample.pdf").starts(with: Array("%PDF".utf8)))
  }

  @Test("A film is an animated GIF beside the still picture") func film() throws {
    let folder = try Scratch()
    try sample(animation: Animation(frames: 3, secondsPerFrame: 0.4)).write(to: folder.path)
    let gif = try folder.bytes("sample.gif")
    #expect(gif.starts(with: Array("GIF89a".utf8)))
    // Each frame has a graphic control extension, 21 F9 04: three that grow and three that stand for 1.2 s.
    let frames = gif.indices.dropLast(2).filter { gif[$0] == 0x21 && gif[$0 + 1] == 0xF9 && gif[$0 + 2] == 4 }
    #expect(frames.count == 6)
    #expect(folder.files == ["sample.dat", "sample.gif", "sample.gp", "sample.svg"])
  }

  @Test("The script alone redraws the picture in the folder of its data") func standalone() throws {
    let folder = try Scratch("it's a \"weird\" β folder $HOME `x`")
    try sample("a name's").write(to: folder.path)
    let before = try folder.bytes("a name's.svg")
    try FileManager.default.removeItem(atPath: folder.path + "/a name's.svg")
    let gnuplot = Process()
    gnuplot.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    gnuplot.arguments = ["gnuplot", "a name's.gp"]
    gnuplot.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    try gnuplot.run()
    gnuplot.waitUntilExit()
    #expect(gnuplot.terminationStatus == 0)
    #expect(try folder.bytes("a name's.svg") == before)
  }

  /// A home whose ~/.gnuplot spoils every figure that takes notice of it.
  private func spoiledHome() throws -> Scratch {
    let home = try Scratch()
    let lines = [
      "set datafile separator ','", "set terminal dumb", "set title 'mine'", "set xdata time", "set decimalsign ','",
      "set label 99 'draft' at screen 0.5,0.5", "set linetype 1 linewidth 9 dashtype 3", "set grid linewidth 5",
      "set style fill pattern 2", "set dashtype 1 (1,1)",
      "set terminal pngcairo crop mono rounded dashlength 5",
      "set terminal svg dashlength 3 rounded mouse dynamic fontscale 2", "set logscale y", "set angles degrees",
      "set encoding iso_8859_1",
    ]
    try lines.joined(separator: "\n").write(toFile: home.path + "/.gnuplot", atomically: true, encoding: .utf8)
    return home
  }

  @Test("The user's ~/.gnuplot changes no byte of the picture, nor of what the script draws alone") func gnuplotrc()
    throws
  {
    let (home, bin, plain, spoiled) = (try spoiledHome(), try Scratch(), try Scratch(), try Scratch())
    let renderer = try bin.program("HOME='\(home.path)' exec gnuplot \"$@\"")
    for format in [Format.svg, .png] {
      let figure = figure(format.rawValue)
      try figure.write(to: plain.path, format: format)
      try figure.write(to: spoiled.path, format: format, renderer: renderer)
      let picture = "\(format.rawValue).\(format.rawValue)"
      let right = try plain.bytes(picture)
      #expect(try spoiled.bytes(picture) == right)
      let gnuplot = Process()
      gnuplot.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      gnuplot.arguments = ["HOME=\(home.path)", "gnuplot", "\(format.rawValue).gp"]
      gnuplot.currentDirectoryURL = URL(fileURLWithPath: spoiled.path)
      try FileManager.default.removeItem(atPath: "\(spoiled.path)/\(picture)")
      try gnuplot.run()
      gnuplot.waitUntilExit()
      #expect(gnuplot.terminationStatus == 0)
      #expect(try spoiled.bytes(picture) == right)
    }

    func figure(_ name: String) -> Figure {
      Figure(
        name, title: "β", columns: 2,
        panels: [
          Panel(
            "lines", x: Axis("x"), y: Axis("y"),
            .line(x: [0, 1, 2], y: [0.5, 1.5, 0.2], label: "a"), .line(x: [0, 1, 2], y: [0.25, 0.5, 1], label: "b"),
            .line(x: [0, 1, 2], y: [0.26, 0.51, 1], label: "c"), .horizontal(1, style: .dashed), .vertical(1),
            .errorBars(x: [1], y: [1], error: [0.5]), .points(x: [0.5], y: [1], shape: .ring)),
          Panel(x: Axis("x"), y: Axis("y"), .bars(["a", "b"], y: [1, 2]), .arrows(x: [0], y: [1], dx: [1], dy: [0])),
        ])
    }
  }

  @Test("Of the user's environment gnuplot sees no variable that it reads, and no locale") func environment() throws {
    let (bin, folder) = (try Scratch(), try Scratch())
    let names = [
      "GNUTERM", "GNUPLOT_LIB", "GNUPLOT_DRIVER_DIR", "GNUPLOT_DEFAULT_GDFONT", "GDFONTPATH", "FIT_LOG", "LC_NUMERIC",
      "LANG",
    ]
    for name in names { setenv(name, "mine", 1) }
    defer { names.forEach { unsetenv($0) } }
    try sample().write(
      to: folder.path, renderer: try bin.program("env > '\(bin.path)/seen'; exec gnuplot \"$@\""))
    let seen = try bin.text("seen").split(separator: "\n")
    #expect(!seen.contains { $0.hasSuffix("=mine") })
    #expect(seen.contains("LC_ALL=C.UTF-8") && seen.contains { $0.hasPrefix("PATH=") })
  }

  @Test(
    "Whatever gnuplot would read in a text is seen as typed, wherever it stands",
    arguments: [
      "1% error", "100 %d %s %%", "a_b x^2 {c} @d ~e \\f", "'g' \"h\" `date` $HOME ${x} @macro", "ends with \\",
      "<b> & </b> &#44;",
      "# not a comment", "5' 6\" @macro `date`", "'' @macro '", "6'''", "a, b; c | d", "{/Symbol a}",
      "\\n \\t \\U+03B1",
      "Größe β ‖h‖ →",
    ])
  func everyText(text: String) throws {
    let folder = try Scratch()
    try Figure(
      "text", title: "title \(text)", columns: 1, animation: Animation(frames: 1, captions: ["caption \(text)"]),
      panels: [
        Panel(
          "panel \(text)", x: Axis("x \(text)", unit: text), y: Axis("y \(text)"),
          .bars(["category \(text)", "b"], y: [1, 2])),
        Panel(
          x: Axis("", ticks: [.init(0, "tick \(text)")]), y: Axis("", ticks: [.init(0, "ytick \(text)")]),
          legend: .direct,
          .line(x: [0, 1], y: [0, 1], label: "line \(text)", column: "column \(text)"),
          .horizontal(0.5, label: "horizontal \(text)"), .vertical(0.5, label: "vertical \(text)"),
          .text("word \(text)", at: (x: 0, y: 1))),
        Panel(
          x: Axis(""), y: Axis(""), legend: .below, .points(x: [0, 1], y: [0, 1], label: "legend \(text)"),
          .heatMap(x: [0, 1], y: [0, 1], z: [[0, 1], [1, 0]], label: "bar \(text)")),
      ]
    ).write(to: folder.path)
    // The pieces of a text that wraps or changes its font belong together.
    var svg = try folder.text("text.svg")
    for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")] {
      svg = svg.replacingOccurrences(of: "<[^>]*>", with: "", options: .regularExpression)
        .replacingOccurrences(of: entity, with: character == "<" ? "\u{1}" : character == ">" ? "\u{2}" : character)
    }
    svg = svg.replacingOccurrences(of: "\u{1}", with: "<").replacingOccurrences(of: "\u{2}", with: ">")
    let words = svg.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let wanted = text.split(separator: " ").joined(separator: " ")
    for place in [
      "title", "panel", "x", "y", "category", "tick", "ytick", "line", "horizontal", "vertical", "word", "legend",
      "bar", "caption",
    ] {
      #expect(words.contains("\(place) \(wanted)"), "\(place)")
    }
    // On a terminal, too.
    #expect(try sampleWith(text).drawing().contains(text))

    func sampleWith(_ text: String) -> Figure {
      Figure("text", title: "t", Panel(x: Axis(text), y: Axis("y"), .line(x: [0, 1], y: [0, 1])))
    }
  }

  @Test(
    "A name that begins with a sign that means something to gnuplot is a name",
    arguments: ["< date", "| cat", "~root", "-", "+", "$data", "a%b"])
  func fileNames(name: String) throws {
    let folder = try Scratch()
    #expect(try sample(name).write(to: folder.path) == ["\(name).svg", "\(name).dat", "\(name).gp"])
    #expect(folder.files == ["\(name).dat", "\(name).gp", "\(name).svg"])
    #expect(try folder.text("\(name).svg").contains("momentum"))
  }

  @Test("A thumbnail shows some panels without the title, narrow, over the same data, and its script stands alone")
  func thumbnail() throws {
    let folder = try Scratch()
    let panels = ["left", "right"].map { (title: String) in
      Panel(title, x: Axis("x"), y: Axis("y"), .line(x: [0, 1], y: [0, 1], label: "line \(title)"))
    }
    let figure = Figure("cover", title: "A title", columns: 2, panels: panels)
    #expect(
      try figure.write(to: folder.path, thumbnail: [1])
        == ["cover.svg", "cover-small.svg", "cover-small.gp", "cover.dat", "cover.gp"])
    let small = try folder.text("cover-small.svg")
    #expect(
      small.contains("line right") && !small.contains(">left<") && !small.contains("line left")
        && !small.contains("A title"))
    // 340 pixels: text of 12.5 is still 7 pixels high at 200.
    #expect(small.contains("viewBox=\"0 0 340 "))
    let before = try folder.bytes("cover-small.svg")
    let script = try folder.text("cover-small.gp")
    try FileManager.default.removeItem(atPath: folder.path + "/cover-small.svg")
    #expect(try Renderer().run(script, in: folder.path).failure == nil)
    #expect(try folder.bytes("cover-small.svg") == before)
  }

  @Test("Folders are made where they are missing") func makesFolders() throws {
    let folder = try Scratch()
    try sample().write(to: folder.path + "/a/b")
    #expect(folder.files == ["a"])
  }

  @Test("Every kind of mark is drawn without a complaint") func everyMark() throws {
    let folder = try Scratch()
    let grid = [-1.0, 0, 1]
    let z = [[2.0, 1, 2], [1, 0.1, 1], [2, 1, 2]]
    let marks: [Mark] = [
      .line(x: grid, y: grid, label: "line"), .steps(x: grid, y: grid), .curve(label: "curve") { $0 * $0 },
      .band(x: grid, lower: [-1, -1, -1], upper: grid, label: "band"), .points(x: grid, y: grid, label: "points"),
      .errorBars(x: grid, y: grid, error: grid, label: "bars"), .area(x: grid, y: grid, label: "area"),
      .bars(x: grid, y: grid, label: "bar"), .histogram(grid, label: "histogram"),
      .heatMap(x: grid, y: grid, z: z, label: "heat"), .contours(x: grid, y: grid, z: z),
      .arrows(x: grid, y: grid, dx: grid, dy: grid, label: "arrows"), .trajectory(x: grid, y: grid, label: "path"),
      .horizontal(0.5, label: "h"), .vertical(0.5, label: "v"), .text("word", at: (x: 0, y: 0)),
    ]
    var figures = marks.enumerated().map {
      Figure("mark-\($0)", title: "Mark", Panel(x: Axis("x"), y: Axis("y"), $1))
    }
    figures.append(
      Figure("all", title: "All", columns: 2, panels: marks.map { Panel(x: Axis("x"), y: Axis("y"), $0) }))
    for figure in figures {
      let resolution = Resolution(figure)
      let script = Script(figure, resolution).text(format: .svg, picture: "\(figure.name).svg", film: nil)
      try figure.write(to: folder.path)
      let outcome = try Renderer().run(script, in: folder.path)
      #expect(outcome.failure == nil && outcome.messages == "")
    }
  }

  @Test("Nothing to draw is an empty panel with a note") func nothing() throws {
    let folder = try Scratch()
    try Figure("empty", title: "Nothing", columns: 2, panels: []).write(to: folder.path)
    try Figure(
      "nan", title: "Nothing",
      Panel(
        x: Axis("x"), y: Axis("y"), .line(x: [.nan], y: [.infinity]), .line(x: [], y: []),
        .heatMap(x: [0, 1], y: [0, 1], z: [[.nan, .nan], [.nan, .nan]]), .histogram([]))
    ).write(to: folder.path)
    for name in ["empty", "nan"] {
      let svg = try folder.text("\(name).svg")
      #expect(svg.contains("no finite values"))
    }
  }

  @Test("In the terminal the figure is characters, as wide as asked, without escape codes") func terminal() throws {
    let text = try sample().drawing(columns: 60, rows: 20)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.count <= 60 } && text.contains("Adam is ahead") && text.contains("accuracy (%)"))
    #expect(!text.contains("\u{1B}"))
    let colored = try sample().drawing(columns: 60, rows: 20, color: true)
    #expect(colored.contains("\u{1B}["))
  }

  @Test("Many figures may be drawn at the same time") func parallel() async throws {
    let folder = try Scratch()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for index in 0..<8 { group.addTask { try sample("figure-\(index)").write(to: folder.path) } }
      try await group.waitForAll()
    }
    #expect(folder.files.filter { $0.hasSuffix(".svg") }.count == 8 && folder.files.count == 24)
  }
}
