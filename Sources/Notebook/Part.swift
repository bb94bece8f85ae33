/// A part of the course: lessons that answer one larger question.
public struct Part: Sendable, Equatable {
  /// "Part II".
  public let name: String
  /// The larger question or subject.
  public let title: String
  /// What its lessons tell together, in one sentence.
  public let sentence: String
  /// The numbers of its lessons, those to come included.
  public let lessons: ClosedRange<Int>

  /// The seven parts, in order.
  public static let all = [
    Part(
      name: "Part I", title: "What a step does, and what shapes it",
      sentence:
        "A step against the gradient is simple; its length, its memory, a penalty and a limit decide what becomes of it.",
      lessons: 1...6),
    Part(
      name: "Part II", title: "Why training breaks, and what keeps it alive",
      sentence:
        "A deep network is a product of many factors: first weights, normalisation and a bypass keep them near 1, and a range of numbers holds what is left.",
      lessons: 7...12),
    Part(
      name: "Part III", title: "Why it does not generalise, and what helps",
      sentence:
        "A network that has its training data by heart has not yet learnt: what each remedy buys, and when it buys nothing.",
      lessons: 13...18),
    Part(
      name: "Part IV", title: "Schedules, surfaces, diagnosis and search",
      sentence: "How to lower the rate, read the curves, look inside and search, so that a run that fails says why.",
      lessons: 19...28),
    Part(
      name: "Part V", title: "Starting from something that is trained",
      sentence:
        "A model that knows English words learns Spanish ones: with all of its weights, with a few numbers beside them, or with some rows in front.",
      lessons: 29...34),
    Part(
      name: "Part VI", title: "Making it smaller",
      sentence:
        "How many weights, units, bits and teachers a network can do without, and what really gets smaller by it.",
      lessons: 35...38),
    Part(
      name: "Part VII", title: "What else is tried",
      sentence: "Two choices that everybody meets: the function inside a unit, and the flatness of a minimum.",
      lessons: 39...40),
  ]

  /// "Part II · Why training breaks, and what keeps it alive".
  package var heading: String { "\(name) · \(title)" }
}
