import ArgumentParser
import Foundation
import Gnuplot
import Testing

@testable import Notebook

/// A folder for one test, removed afterwards.
final class ScratchFolder {
  let path = NSTemporaryDirectory() + "notebook-\(UUID().uuidString)"

  init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
  deinit { try? FileManager.default.removeItem(atPath: path) }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")), as: UTF8.self)
  }
}

@Suite("A lesson's files") struct NotebookTests {
  private let folder: ScratchFolder
  init() throws { folder = try ScratchFolder() }

  private func run(_ arguments: [String] = []) async throws {
    try await TinyLesson.parse(["--plots", folder.path, "--quiet"] + arguments).run()
  }

  @Test("The page is the notebook as Markdown") func page() async throws {
    try await run()
    let page = try folder.text("98-tiny-lesson/README.md")
    #expect(
      page == #"""
        # Lesson 98 · Tiny lesson

        **Is 1 < 2?**

        > Yes, by 1.

        Run it with `swift run Lesson98`; `swift run Lesson98 --help` names the knobs. The lesson is [Lesson98.swift](../../Lessons/98-TinyLesson/Lesson98.swift) with [the files beside it](../../Lessons/98-TinyLesson), its worked examples are [Lesson98Tests.swift](../../Tests/LessonTests/Lesson98Tests.swift).

        ## The idea

        Twice 1.0 is **2.0**, as [lesson 02 “EWMA bias correction”](../02-ewma-bias-correction/README.md) says.

        $$
        x < 2 x
        $$

        <details>
        <summary>Why <em>x</em> &lt; 2x</summary>

        Because 0 < x.

        </details>

        |   x |  2x |
        | --: | --: |
        |   1 |   2 |

        *Doubles.*

        - a
        - b

        ```swift
        let x = 1 < 2
        ```

        ## Claims

        ✓ holds · ◐ holds if … · ✗ does not hold

        - ✓ **98.1** 1 | 1 is 1. **1|1**

          <details>
          <summary>holds: how it was decided</summary>

          *Test, revised after a first run:* 1|1 = 1

          *Before the revision:* 1|1 > 0: too weak

          *Runs:* 1. *From:* note 1, *Logic* ([C1](../../CORRECTIONS.md)), rows 1.01 and 1.02 of the notes.

          </details>
        - ✗ **98.2** 2 < 1. **2 > 1**

          <details>
          <summary>does not hold: how it was decided</summary>

          *Test, fixed before the run:* 2 − 1 < 0 in 9 of 10 seeds

          *Also measured:* also 3 > 1

          *Runs:* 10. *From:* [Euclid, book V](https://example.org/v).

          </details>

        ## Exercises

        **1.** `swift run Lesson98 --scale 2`

        What is twice the scale?

        <details>
        <summary>Answer</summary>

        It is 4.

        </details>

        ## Sources

        - Note 1, *Some Best Practice Discussions*: one of the four sets of working notes that this course tests, [row by row](../NOTES.md).
        - [Euclid, book V](https://example.org/v)

        ---

        [All lessons](../README.md)

        """#)
  }

  @Test("The claims are an array of objects with exactly the keys of the ledger") func claims() async throws {
    try await run()
    let data = Data(try folder.text("98-tiny-lesson/claims.json").utf8)
    let objects = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
    #expect(objects.count == 2)
    for object in objects {
      #expect(
        object.keys.sorted() == [
          "asStated", "id", "measured", "rows", "runs", "source", "statement", "test", "verdict",
        ])
    }
    #expect(objects[0]["statement"] as? String == "1 | 1 is 1.")
    #expect(objects[1]["verdict"] as? String == "does not hold")
    #expect(objects[1]["runs"] as? Int == 10)
    #expect(objects[1]["asStated"] as? Bool == true)
  }

  @Test("A claim that does not come out is told as such, and an error only with --check") func unexpected() async throws
  {
    try await run(["--scale", "3"])
    #expect(
      try folder.text("98-tiny-lesson/README.md").contains(
        "- ? **98.1** 1 | 1 is 1. *Not in this run (expected: holds)*:"))
    #expect(try folder.text("98-tiny-lesson/claims.json").contains(#""asStated" : false"#))
    await #expect(throws: ExitCode(1)) { try await run(["--scale", "3", "--check"]) }
    try await run(["--check"])
  }

  @Test("The summary keeps what the page shows of the notes, and what it corrects") func summary() async throws {
    try await run()
    let summary = try JSONDecoder().decode(
      LessonSummary.self, from: Data(folder.text("98-tiny-lesson/lesson.json").utf8))
    #expect(summary.shown == [ShownRow(row: "1.14", section: "The idea")])
    #expect(
      summary.corrections == [
        DecidedCorrection(
          claim: "98.1",
          place: NoteCorrection(note: 1, section: "Logic", correction: Correction("C1", .imprecise, "it is 1")))
      ])
  }

  @Test("The same options give the same bytes") func reproducible() async throws {
    func bytes() throws -> [String] {
      try ["README.md", "claims.json", "lesson.json"].map { try folder.text("98-tiny-lesson/\($0)") }
    }
    try await run()
    let first = try bytes()
    try await run()
    #expect(try bytes() == first)
  }

  @Test("Nothing but the lesson's files is left in the folder") func noTemporaries() async throws {
    try await run()
    let files = try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/98-tiny-lesson").sorted()
    #expect(files == ["README.md", "claims.json", "lesson.json"])
  }

  @Test("A folder that cannot be made is refused before the lesson starts") func refusedFolder() async throws {
    let error = await #expect(throws: FigureError.self) {
      try await TinyLesson.parse(["--plots", "/dev/null/x", "--quiet"]).run()
    }
    #expect(error.map { "\($0)" } == "cannot write /dev/null/x/98-tiny-lesson: Not a directory.")
  }

  @Test("A page that cannot be written is an error at the end, and the claims are written all the same")
  func blockedPage() async throws {
    // a folder stands where the page should go
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/98-tiny-lesson/README.md", withIntermediateDirectories: true)
    await #expect(throws: ExitCode(1)) { try await run() }
    #expect(try folder.text("98-tiny-lesson/claims.json").contains("98.2"))
  }

  @Test("The options of the run are on the page, without those that change nothing there") func commandLine() {
    func knobs(_ arguments: String...) -> String { Invocation.$arguments.withValue(arguments) { Invocation.knobs } }
    #expect(knobs("--plots", "x y", "--beta", "0.99", "--quiet", "--format=png", "--check") == "--beta 0.99")
    #expect(knobs("--name", "it's") == #"--name 'it'\''s'"#)
  }

  @Test("A negative number after an option is its value") func negativeNumbers() {
    func joined(_ arguments: String...) -> [String] { TinyLesson.joiningNegativeNumbers(arguments) }
    #expect(joined("--scale", "-1", "--quiet") == ["--scale=-1", "--quiet"])
    #expect(joined("--scale", "-inf") == ["--scale=-inf"])
    #expect(joined("--scale", "1", "-2") == ["--scale", "1", "-2"])  // not after an option
    #expect(joined("--scale=3", "-2") == ["--scale=3", "-2"])  // that one has its value
    #expect(joined("--quiet", "-h") == ["--quiet", "-h"])
  }

  @Test("Seeds count on from --seed") func seeds() throws {
    #expect(try CommonOptions.parse(["--seed", "7"]).seeds(3) == [7, 8, 9])
    #expect(try CommonOptions.parse(["--seed", "18446744073709551615"]).seeds(2) == [.max, 0])
  }
}
