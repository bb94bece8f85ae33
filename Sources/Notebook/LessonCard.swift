/// What a lesson is called and asks: its row in the table of contents.
public struct LessonCard: Sendable, Equatable {
  /// The lesson's number, its address everywhere: `Lesson04`, `Lessons/04-…`, `plots/04-…`.
  public let number: Int
  /// The title, such as "EWMA bias correction".
  public let title: String
  /// The question that the lesson answers.
  public let question: String

  /// Makes a card; every lesson's own stands in the table of contents.
  public init(number: Int, title: String, question: String) {
    precondition((0...99).contains(number), "A lesson's number must be from 0 to 99, but is \(number).")
    self.number = number
    self.title = title
    self.question = question
  }

  /// The page that comes before the first lesson: notation, data, the network that the lessons share.
  public static let start = LessonCard(
    number: 0, title: "Before you start", question: "What do I need to know before the first lesson?")

  /// The card of a lesson in the table of contents.
  ///
  /// - Precondition: there is such a lesson.
  public static func number(_ number: Int) -> LessonCard {
    guard let card = ([start] + contents).first(where: { $0.number == number }) else {
      fatalError("There is no lesson \(number) in the table of contents (Sources/Notebook/Contents.swift).")
    }
    return card
  }

  /// The number with two digits, "04".
  public var twoDigits: String { number < 10 ? "0\(number)" : "\(number)" }
  /// The executable's name, "Lesson04".
  public var target: String { "Lesson\(twoDigits)" }
  /// The folder in the plots folder, "04-l1-versus-l2-contours".
  public var plotsFolder: String {
    "\(twoDigits)-" + plainTitle.lowercased().split(separator: " ").joined(separator: "-")
  }
  /// The folder of the sources, "Lessons/04-L1VersusL2Contours".
  public var sourceFolder: String {
    let words = plainTitle.split(whereSeparator: { $0 == " " || $0 == "-" })
    return "Lessons/\(twoDigits)-" + words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
  /// The title without its question mark, which no folder's name should have.
  private var plainTitle: String { title.filter { $0 != "?" } }
  /// The lesson's source file, "Lessons/04-L1VersusL2Contours/Lesson04.swift".
  public var sourceFile: String { "\(sourceFolder)/\(target).swift" }
  /// The file of its tests, "Tests/LessonTests/Lesson04Tests.swift".
  public var testFile: String { "Tests/LessonTests/\(target)Tests.swift" }
  /// "Lesson 04 · L1 versus L2 contours".
  public var heading: String { number == 0 ? title : "Lesson \(twoDigits) · \(title)" }
}

/// Another lesson by number and title, for use in prose: lesson 06 “Clipping effects”; on a page a link to its page.
///
/// ```swift
/// notebook.text("The same floor comes back in \(lesson(5)).")
/// ```
///
/// - Precondition: the lesson is in the table of contents.
public func lesson(_ number: Int) -> String {
  let card = LessonCard.number(number)
  return "[lesson \(card.twoDigits) “\(card.title)”](../\(card.plotsFolder)/README.md)"
}
