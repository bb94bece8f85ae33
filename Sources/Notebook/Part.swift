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
        "A step against the gradient is simple; the slopes it meets, its length, its memory, a penalty and a limit decide what becomes of it.",
      lessons: 1...6),
    Part(
      name: "Part II", title: "Why training breaks, and what keeps it alive",
      sentence:
        "Training breaks where something grows or shrinks again and again: a step too long for the curvature, a factor in each of many layers, a number that leaves its 16 bits; and each has its cure.",
      lessons: 7...12),
    Part(
      name: "Part III", title: "Why it does not generalise, and what helps",
      sentence:
        "To have the training data by heart is not to have learnt their rule: what each remedy buys, and when it buys nothing.",
      lessons: 13...18),
    Part(
      name: "Part IV", title: "Schedules, surfaces, diagnosis and search",
      sentence:
        "How the rate goes up and down, where a run gets stuck, how to read curves, look inside, search and fill a batch, and what a network must beat.",
      lessons: 19...28),
    Part(
      name: "Part V", title: "Starting from something that is trained",
      sentence:
        "A model that knows English words learns Spanish ones, with all of its weights or with a few numbers beside them; or something put in front of the words steers it.",
      lessons: 29...34),
    Part(
      name: "Part VI", title: "Making it smaller",
      sentence:
        "How many weights, units and bits a network can do without, what a small one learns from a large one, and what really gets smaller by it.",
      lessons: 35...38),
    Part(
      name: "Part VII", title: "What else is tried",
      sentence:
        "Two things that are often recommended, and when they matter: other functions inside a unit, and minima that are flat.",
      lessons: 39...40),
  ]

  /// "Part II · Why training breaks, and what keeps it alive".
  package var heading: String { "\(name) · \(title)" }
}
