import FoundationEssentials

/// What the gallery shows of a lesson that has run: the file `lesson.json` in its folder.
public struct LessonSummary: Codable, Sendable, Equatable {
  /// The lesson's number.
  public let number: Int
  /// The title.
  public let title: String
  /// The question.
  public let question: String
  /// The answer in one sentence, computed by the run.
  public let answer: String?
  /// The picture's file, and what it shows.
  public let picture: String?
  /// What the picture shows.
  public let pictureTitle: String?
  /// The same picture to be read at the size of a stamp, where there is one.
  public let thumbnail: String?
  /// The rows of the notes that the page shows outside of its claims, each with the section that does.
  package let shown: [ShownRow]
  /// What the notes get wrong, each with the claim that decides it.
  package let corrections: [DecidedCorrection]

  init(
    card: LessonCard, answer: String?, picture: Picture?, shown: [ShownRow] = [],
    corrections: [DecidedCorrection] = []
  ) {
    number = card.number
    title = card.title
    question = card.question
    self.answer = answer
    self.picture = picture?.file
    pictureTitle = picture?.title
    thumbnail = picture?.thumbnail
    (self.shown, self.corrections) = (shown, corrections)
  }
}

/// A row of the notes that a section of a page shows.
package struct ShownRow: Codable, Sendable, Equatable {
  package let row: String
  package let section: String

  package init(row: String, section: String) { (self.row, self.section) = (row, section) }
}

/// A slip of the notes with the claim that restates it and decides it.
package struct DecidedCorrection: Codable, Sendable, Equatable {
  package let claim: String
  package let place: NoteCorrection

  package init(claim: String, place: NoteCorrection) { (self.claim, self.place) = (claim, place) }
}

/// A value as readable JSON, its keys in alphabetical order, the same bytes every time.
func json(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
}
