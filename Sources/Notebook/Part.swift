/// A part of the course: lessons that answer one larger question.
public struct Part: Sendable, Equatable {
  /// "Part II".
  public let name: String
  /// The larger question or subject.
  public let title: String
  /// The numbers of its lessons, those to come included.
  public let lessons: ClosedRange<Int>

  /// The seven parts, in order.
  public static let all = [
    Part(name: "Part I", title: "What a step does, and what shapes it", lessons: 1...6),
    Part(name: "Part II", title: "Why training breaks, and what keeps it alive", lessons: 7...12),
    Part(name: "Part III", title: "Why it does not generalise, and what helps", lessons: 13...18),
    Part(name: "Part IV", title: "Schedules, surfaces, diagnosis and search", lessons: 19...28),
    Part(name: "Part V", title: "Starting from something that is trained", lessons: 29...34),
    Part(name: "Part VI", title: "Making it smaller", lessons: 35...38),
    Part(name: "Part VII", title: "What else is tried", lessons: 39...40),
  ]

  /// "Part II · Why training breaks, and what keeps it alive".
  package var heading: String { "\(name) · \(title)" }
}
