import Foundation
import Testing

@testable import Course
@testable import Notebook

@Suite("Symptoms: the table and its page") struct SymptomPageTests {
  private static let plots = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../plots")
    .standardizedFileURL.path

  @Test("Names and keys are unique, and every symptom has one to five causes, keyed by its name") func table() {
    let names = Symptom.all.map(\.name)
    #expect(Set(names).count == names.count)
    let ids = Symptom.all.flatMap { $0.causes.map(\.id) }
    #expect(Set(ids).count == ids.count)
    for symptom in Symptom.all {
      #expect((1...5).contains(symptom.causes.count), "\(symptom.name)")
      #expect(symptom.causes.allSatisfy { $0.id.hasPrefix(symptom.name + "-") }, "\(symptom.name)")
    }
  }

  @Test("Every claim that the table names was measured and came out as stated, and every picture is there")
  func claims() throws {
    for symptom in Symptom.all {
      for cause in symptom.causes {
        let record = try LessonRecord(of: .number(cause.lesson), in: Self.plots)
        let claim = try #require(record.claims.first { $0.id == cause.claim }, "\(cause.id): \(cause.claim)")
        #expect(claim.asStated, "\(cause.id): \(cause.claim)")
      }
      let record = try LessonRecord(of: .number(symptom.picture.lesson), in: Self.plots)
      let file = try #require(record.picture(symptom.picture.figure), "\(symptom.name)").file
      #expect(FileManager.default.fileExists(atPath: "\(Self.plots)/\(record.card.plotsFolder)/\(file)"))
    }
  }

  /// One symptom with two causes, of which one lesson has run.
  private let page = SymptomPage(
    records: [
      LessonRecord(
        card: .number(7),
        summary: LessonSummary(card: .number(7), answer: nil, picture: nil),
        claims: [
          Claim(
            id: "7.5", statement: "A [b](../06-clipping-effects/README.md) c.", test: "t", source: "s", rows: [],
            verdict: "holds if d", measured: "6 of 6", runs: 6, asStated: true)
        ],
        page: "# Lesson\n\n![Two: lines](rates.gif)\n\n![Above](other.svg)\n"),
      LessonRecord(card: .number(6)),
    ],
    symptoms: [
      Symptom(
        name: "nan", sees: "The loss is nan", picture: (7, "rates"),
        causes: [
          Cause(id: "nan-rate", mayBe: "The rate.", check: "Look at `x`.", cure: "Lower it.", claim: "7.5"),
          Cause(id: "nan-spike", mayBe: "A spike.", check: "Look.", cure: "Clip.", claim: "6.1"),
        ])
    ])

  @Test("By hand: the page has an index, a picture and the causes in order, each with what was measured")
  func markdown() {
    let text = page.markdown
    #expect(text.hasPrefix("# When training goes wrong\n\nFind what you see,"))
    #expect(
      text.hasSuffix(
        """
        - [The loss is nan](#nan-the-loss-is-nan)

        ## nan: the loss is nan

        [![Two: lines](07-exploding-loss/rates.gif)](07-exploding-loss/README.md)

        1. **The rate.**
           - *Check:* Look at `x`.
           - *Cure:* Lower it.
           - *Measured:* [7.5](07-exploding-loss/README.md#claims) “A [b](06-clipping-effects/README.md) c.” ◐ holds if d: \
        **6 of 6** ([lesson 07 “Exploding loss”](07-exploding-loss/README.md))
        2. **A spike.**
           - *Check:* Look.
           - *Cure:* Clip.
           - *Measured:* not yet; `swift run Lesson06` does it (claim 6.1).

        """))
  }

  @Test("By hand: the terminal tells the same, and names the lesson to run where nothing was measured")
  func terminal() {
    let renderer = TerminalRenderer(style: .plain, folder: "plots")
    let text = page.blocks(page.symptoms[0]).map(renderer.render).joined()
    #expect(
      text == """
        The loss is nan
        ───────────────

        1. The rate.

          • Check: Look at x.
          • Cure: Lower it.
          • Measured: 7.5 “A b c.” ◐ holds if d: 6 of 6 (lesson 07 “Exploding loss”)

        2. A spike.

          • Check: Look.
          • Cure: Clip.
          • Measured: not yet; swift run Lesson06 does it (claim 6.1).


        """)
  }

  @Test("Refusal: an unknown name ends with status 64 and the names that there are") func unknown() {
    let error = #expect(throws: (any Error).self) { try Course.parse(["--symptom", "hiccups"]) }
    guard let error else { return }
    #expect(Course.exitCode(for: error).rawValue == 64)
    #expect(Course.message(for: error).contains("must be one of nan, rises, flat, chance"))
  }
}
