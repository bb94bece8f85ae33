import Foundation
import Testing

@testable import Gnuplot

/// Draws SVG pictures with one font family and measures their ink.
private struct Inkometer {
  /// A font family: where its files lie.
  enum Fonts: String, CaseIterable {
    case dejavu
    case liberation

    /// Debian's folder of the family, if it is installed.
    var folder: String? {
      let path = "/usr/share/fonts/truetype/\(rawValue)"
      return FileManager.default.fileExists(atPath: path) ? path : nil
    }
  }

  static let converter = ["/usr/bin/rsvg-convert", "/usr/local/bin/rsvg-convert", "/opt/homebrew/bin/rsvg-convert"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }
  static let isReady = converter != nil && Fonts.dejavu.folder != nil

  let scratch: Scratch

  /// How many pixels the texts reach beyond the canvas of the picture.
  ///
  /// They and the white ground are drawn on a canvas that is larger by 400 pixels on each side. As EPS that says in its
  /// head where its ink lies; what is not text is left out, because lines and areas end at their axes by themselves.
  func inkOutside(_ svg: String, _ fonts: Fonts) throws -> Double {
    let margin = 400.0
    let box = try #require(svg.firstMatch(of: /viewBox="0 0 ([0-9.]+) ([0-9.]+)"/))
    let (width, height) = (Double(box.1) ?? 0, Double(box.2) ?? 0)
    let texts = svg.matches(of: /<g transform[^>]*font-family[^>]*>\s*<text(?s:.*?)<\/g>/).map { String($0.0) }
    // Four points of the page are a pixel, so that its box, in whole points, is exact to a quarter of a pixel.
    let wide = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="\(-margin) \(-margin) \(width + 2 * margin) \(height + 2 * margin)" \
      width="\(4 * (width + 2 * margin))pt" height="\(4 * (height + 2 * margin))pt">
      <rect x="0" y="0" width="\(width)" height="\(height)" fill="#ffffff"/>\(texts.joined())</svg>
      """
    let stem = "\(scratch.path)/\(UUID().uuidString)"
    try wide.write(toFile: stem + ".svg", atomically: true, encoding: .utf8)
    let folder = try #require(fonts.folder)
    let configuration = """
      <?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>\(folder)</dir>\
      <cachedir>\(scratch.path)/cache-\(fonts)</cachedir><include ignore_missing="yes">/etc/fonts/conf.d</include></fontconfig>
      """
    try configuration.write(toFile: stem + ".conf", atomically: true, encoding: .utf8)
    let convert = Process()
    convert.executableURL = URL(fileURLWithPath: Self.converter ?? "")
    convert.arguments = ["-f", "eps", "-o", stem + ".eps", stem + ".svg"]
    convert.environment = ["FONTCONFIG_FILE": stem + ".conf", "PATH": "/usr/bin:/bin"]
    try convert.run()
    convert.waitUntilExit()
    let page = String(decoding: try Data(contentsOf: URL(fileURLWithPath: stem + ".eps")).prefix(2000), as: UTF8.self)
    let ink = try #require(page.firstMatch(of: /%%BoundingBox: (-?\d+) (-?\d+) (-?\d+) (-?\d+)/))
    let (left, below) = (Double(ink.1) ?? 0, Double(ink.2) ?? 0)
    let (right, above) = (Double(ink.3) ?? 0, Double(ink.4) ?? 0)
    return max(margin - left / 4, margin - below / 4, right / 4 - width - margin, above / 4 - height - margin)
  }
}

@Suite("Text fits its picture", .enabled(if: Inkometer.isReady, "needs rsvg-convert and DejaVu Sans")) struct FitTests {
  /// The repository's folder of figures.
  private static let plots = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("plots").path

  /// The scripts of all figures that are kept, as "folder/NAME.gp".
  private static let scripts = ((try? FileManager.default.contentsOfDirectory(atPath: plots)) ?? []).sorted().flatMap {
    folder in
    ((try? FileManager.default.contentsOfDirectory(atPath: "\(plots)/\(folder)")) ?? []).sorted()
      .filter { $0.hasSuffix(".gp") }.map { "\(folder)/\($0)" }
  }

  /// An anti-aliased edge may touch the next pixel.
  private let tolerance = 0.5

  @Test(
    "The measure sees a label that leaves the picture, on the side where it does", arguments: Inkometer.Fonts.allCases)
  private func measure(fonts: Inkometer.Fonts) throws {
    guard fonts.folder != nil else { return }
    let ink = Inkometer(scratch: try Scratch())
    func picture(_ text: String, x: Double, _ anchor: String = "start") -> String {
      """
      <svg width="400" height="200" viewBox="0 0 400 200" xmlns="http://www.w3.org/2000/svg">
      <g transform="translate(\(x),100)" font-family="Arial" font-size="20" text-anchor="\(anchor)"><text>\(text)</text></g>
      </svg>
      """
    }
    #expect(try ink.inkOutside(picture("inside", x: 200), fonts) == 0)
    // A dash of 20 pixels, the size of the font, begins 5 pixels before the edge and ends 15 behind it; in one family it is
    // longer than its advance by a pixel.
    #expect(abs(try ink.inkOutside(picture("—", x: 395), fonts) - 15) <= 1.5)
    #expect(abs(try ink.inkOutside(picture("—", x: 5, "end"), fonts) - 15) <= 1.5)
  }

  @Test("There are figures to look at") func figures() {
    #expect(Self.scripts.count > 30)
  }

  @Test("Every figure that is kept, with DejaVu and with Arial's metrics", arguments: scripts)
  func kept(script: String) throws {
    let scratch = try Scratch()
    let parts = script.split(separator: "/").map(String.init)
    let stem = String(parts[1].dropLast(3))
    for file in try FileManager.default.contentsOfDirectory(atPath: "\(Self.plots)/\(parts[0])")
    where file.hasSuffix(".dat") {
      try FileManager.default.createSymbolicLink(
        atPath: "\(scratch.path)/\(file)", withDestinationPath: "\(Self.plots)/\(parts[0])/\(file)")
    }
    var lines = try String(contentsOfFile: "\(Self.plots)/\(script)", encoding: .utf8).components(separatedBy: "\n")
    // Of a film the still picture is enough, and the fastest.
    for index in lines.indices where lines[index].hasPrefix("do for [frame = 0:") {
      lines[index] = "do for [frame = 0:0] {"
    }
    let outcome = try Renderer().run(lines.joined(separator: "\n"), in: scratch.path)
    #expect(outcome.failure == nil)
    let svg = try scratch.text("\(stem).svg")
    for fonts in Inkometer.Fonts.allCases where fonts.folder != nil {
      #expect(try Inkometer(scratch: scratch).inkOutside(svg, fonts) <= tolerance, "\(script) in \(fonts)")
    }
  }

  /// A sentence of so many letters W and spaces: the widest text there is.
  private func wide(_ letters: Int) -> String {
    String(String(repeating: "WWWWW ", count: letters / 5).dropLast())
  }

  @Test("Long texts in every place stay inside", arguments: [1, 2, 3], Inkometer.Fonts.allCases)
  private func longTexts(columns: Int, fonts: Inkometer.Fonts) throws {
    guard fonts.folder != nil else { return }
    let scratch = try Scratch()
    let panels = (0..<columns).map { column in
      Panel(
        wide(40), x: Axis(wide(60), range: 0...1e6), y: Axis(wide(60)), legend: column == 0 ? .direct : .below,
        .line(x: [0, 1e6], y: [0, 12345.678], label: wide(30)), .line(x: [0, 1e6], y: [1, 1], label: wide(20)),
        .points(x: [0], y: [0], label: wide(100)),
        .horizontal(0.5, label: wide(30)), .vertical(0, label: wide(25)), .vertical(1e6, label: wide(25)),
        .text(wide(10), at: (x: 1e6, y: 1)), .text(wide(10), at: (x: 0, y: 1), alignment: .right))
    }
    let map = Panel(
      wide(40), x: Axis(wide(40)), y: Axis(wide(40)),
      .heatMap(x: [0, 1], y: [0, 1], z: [[0, 1e9], [1, 2]], label: wide(40)))
    try Figure("long", title: wide(120), columns: columns, panels: panels + [map]).write(
      to: scratch.path, thumbnail: [0])
    for name in ["long", "long-small"] {
      let outside = try Inkometer(scratch: scratch).inkOutside(try scratch.text("\(name).svg"), fonts)
      #expect(outside <= tolerance, "\(name)")
    }
  }
}
