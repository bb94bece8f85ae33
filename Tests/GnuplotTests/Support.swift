import Foundation

@testable import Gnuplot

/// A folder that is gone when its test is over.
final class Scratch: Sendable {
  let path: String

  init(_ name: String = "scratch") throws {
    path = NSTemporaryDirectory() + "gnuplot-tests-\(UUID().uuidString)/\(name)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent) }

  /// The names in the folder, hidden ones too.
  var files: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }

  func bytes(_ file: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(file)")) }

  func text(_ file: String) throws -> String { String(decoding: try bytes(file), as: UTF8.self) }

  /// A program in this folder that takes gnuplot's place.
  func program(_ script: String) throws -> Renderer {
    let file = "\(path)/fake-gnuplot"
    try "#!/bin/sh\n\(script)\n".write(toFile: file, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
    // A child that another test forks in this moment may hold the file open for writing: wait until it can be run.
    let renderer = Renderer(program: file)
    while case .some(.cannotStart(_, "Text file busy")) = Result(catching: { () throws(FigureError) in
      try renderer.run("", in: path)
    }).failure {}
    return renderer
  }
}

extension Result {
  /// The error, if it is one.
  fileprivate var failure: Failure? { if case .failure(let error) = self { error } else { nil } }
}

/// A small figure: accuracy over three epochs.
func sample(_ name: String = "sample", animation: Animation? = nil) -> Figure {
  Figure(
    name, title: "Adam is ahead from the first epoch", animation: animation,
    Panel(
      x: Axis("epoch"), y: Axis("accuracy", unit: "%"),
      .line(x: [0, 1, 2], y: [10, 80, 95], label: "Adam", color: .green),
      .line(x: [0, 1, 2], y: [10, 40, 60], label: "momentum", color: .vermilion)))
}

/// The script of a figure with one panel and these marks.
func script(
  x: Axis = Axis("x"), y: Axis = Axis("y"), legend: Panel.Legend = .automatic, animation: Animation? = nil,
  _ marks: Mark...
) -> String {
  let figure = Figure(
    "figure", title: "A title", animation: animation, Panel(x: x, y: y, legend: legend, marks: marks))
  return Script(figure, Resolution(figure)).text(
    format: .svg, picture: "figure.svg", film: animation == nil ? nil : "figure.gif")
}

/// The data files of a figure with one panel and these marks.
func tables(x: Axis = Axis("x"), y: Axis = Axis("y"), _ marks: Mark...) -> [(name: String, text: String)] {
  let figure = Figure("figure", title: "A title", Panel(x: x, y: y, marks: marks))
  return Resolution(figure).dataFiles(named: "figure").map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) }
}
