import ArgumentParser
import Notebook

/// A lesson small enough to know its page by heart.
struct TinyLesson: Lesson {
  static let card = LessonCard(number: 98, title: "Tiny lesson", question: "Is 1 < 2?")
  @OptionGroup var common: CommonOptions
  @Option("Scale", .above(0)) var scale = 1.0

  func write(in notebook: Notebook) async throws {
    notebook.section("The idea")
    notebook.text("Twice \(fixed(scale, 1)) is **\(fixed(2 * scale, 1))**, as \(lesson(2)) says.")
    notebook.equation(latex: #"x < 2\,x"#, plain: "x < 2 x")
    notebook.shows("1.14")
    notebook.claim(
      "98.1", "1 | 1 is 1.", test: "1|1 = 1", source: .note(1, "Logic", corrected: .init("C1", .imprecise, "it is 1")),
      rows: ["1.01", "1.02"], verdict: .holds, when: scale < 3, measured: "1|1", revised: "1|1 > 0: too weak")
    notebook.folded("Why *x* < 2x") { notebook.text("Because 0 < x.") }
    notebook.table(columns: ["x", "2x"], rows: [["1", "2"]], caption: "Doubles.")
    notebook.list(["a", "b"])
    notebook.code("let x = 1 < 2")
    notebook.claim(
      "98.2", "2 < 1.", test: "2 − 1 < 0 in 9 of 10 seeds", source: .paper("Euclid, book V", "https://example.org/v"),
      verdict: .doesNotHold, when: 1 < 2, measured: "2 > 1", detail: "also 3 > 1", runs: 10)
    try await exercise("--scale 2", "What is twice the scale?", in: notebook) { "It is \(fixed(2 * $0.scale, 0))." }
    notebook.answer("Yes, by \(fixed(scale, 0)).")
  }
}
