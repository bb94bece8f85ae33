import Foundation
import Notebook
import Testing

@Suite("The table of contents") struct ContentsTests {
  private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test("Its rows are the rows of the table in Package.swift") func package() throws {
    let manifest = try String(contentsOf: root.appendingPathComponent("Package.swift"), encoding: .utf8)
    let rows = manifest.matches(of: /\((\d+), "(\w+)", (?:true|false)\),/).map { "\($0.1) \($0.2)" }
    let contents = ([.start] + LessonCard.contents).map {
      "\($0.number) \($0.sourceFolder.drop { $0 != "-" }.dropFirst())"
    }
    #expect(rows == contents)
  }

  @Test("Every lesson is where its card says", arguments: [.start] + LessonCard.contents) func sources(card: LessonCard)
  {
    #expect(FileManager.default.fileExists(atPath: root.appendingPathComponent(card.sourceFile).path))
  }

  @Test("A title gives the names of the folders, without its question mark") func names() {
    let card = LessonCard.number(4)
    #expect(card.plotsFolder == "04-l1-versus-l2-contours")
    #expect(card.sourceFile == "Lessons/04-L1VersusL2Contours/Lesson04.swift")
    #expect(LessonCard.number(5).sourceFolder == "Lessons/05-LearningRateDecay")
    #expect(LessonCard.number(30).plotsFolder == "30-is-pre-training-a-must")
    #expect(LessonCard.number(30).sourceFolder == "Lessons/30-IsPreTrainingAMust")
  }
}
