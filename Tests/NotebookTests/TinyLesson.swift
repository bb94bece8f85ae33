import ArgumentParser
import Notebook

/// A lesson small enough to know its page by heart.
struct TinyLesson: Lesson {
  static let card = LessonCard(number: 98, title: "Tiny lesson", question: "Is 1 < 2?")
  @OptionGroup var common: CommonOptions
  @Option(help: "A number above 0.") var scale = 1.0

  func validate() throws { try require(scale, "--scale", .above(0)) }

  func write(in notebook: Notebook) async throws {
    notebook.section("The idea")
    notebook.text("Twice \(fixed(scale, 1)) is **\(fixed(2 * scale, 1))**, as \(lesson(2)) says.")
    notebook.equation(latex: #"x < 2\,x"#, plain: "x < 2 x")
    notebook.table(columns: ["x", "2x"], rows: [["1", "2"]], caption: "Doubles.")
    notebook.list(["a", "b"])
    notebook.code("let x = 1 < 2")
    notebook.claim(
      "98.1", "1 | 1 is 1.", source: .note(1, "Logic", slip: "C1"), verdict: .holds, when: scale < 3, measured: "1|1")
    notebook.claim(
      "98.2", "2 < 1.", source: .paper("Euclid, book V", "https://example.org/v"), verdict: .doesNotHold, when: 1 < 2,
      measured: "2 > 1", seeds: 10)
    notebook.exercise("--scale 2", "What is twice 2?", answer: "It is \(fixed(4, 0)).")
    notebook.answer("Yes, by \(fixed(scale, 0)).")
  }
}
