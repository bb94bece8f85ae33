/// How a claim comes out.
public enum Verdict: Sendable, Equatable {
  /// The sentence is true as it stands.
  case holds
  /// The sentence is true under a condition: `.holdsIf("the data are far from zero")`.
  case holdsIf(String)
  /// The sentence is wrong.
  case doesNotHold

  /// "holds", "holds if …" or "does not hold".
  public var words: String {
    switch self {
    case .holds: "holds"
    case .holdsIf(let condition): "holds if \(condition)"
    case .doesNotHold: "does not hold"
    }
  }
}

/// Where a claim comes from.
public enum Source: Sendable, Equatable {
  /// One of the four sets of notes, by number, and the section; `slip` is the entry in the list of what notes get wrong.
  case note(Int, String, slip: String? = nil)
  /// A paper or book with its equation or section, and its address if it has one.
  case paper(String, String? = nil)
  /// This course.
  case ours

  /// The source as prose.
  public var words: String {
    switch self {
    case .note(let number, let section, let slip): "note \(number), *\(section)*" + (slip.map { " (\($0))" } ?? "")
    case .paper(let text, let address): address.map { "[\(text)](\($0))" } ?? text
    case .ours: "this course"
    }
  }

  /// The line in a page's list of sources; nil for the course itself.
  var reference: String? {
    switch self {
    case .note(let number, _, _):
      """
      Note \(number), *\(Source.noteTitles[number] ?? "")*: one of the four sets of working notes that this course tests. \
      A number such as C5 names a slip in them: [all of them](../../CORRECTIONS.md).
      """
    case .paper: words
    case .ours: nil
    }
  }

  /// The four sets of notes whose claims the course tests.
  static let noteTitles = [
    1: "Some Best Practice Discussions",
    2: "Deep Learning: Optimizations Part 1",
    3: "Training Dynamics",
    4: "Training notes",
  ]
}

extension Sequence<Claim> {
  /// How many of the claims hold, hold under a condition, and do not hold.
  package var verdictCounts: (hold: Int, holdIf: Int, doNotHold: Int) {
    reduce(into: (0, 0, 0)) { counts, claim in
      switch claim.verdict {
      case Verdict.holds.words: counts.0 += 1
      case Verdict.doesNotHold.words: counts.2 += 1
      default: counts.1 += 1
      }
    }
  }
}

/// A sentence that a number decides.
public struct Claim: Sendable, Equatable, Codable {
  /// The claim's number, "2.3" for the third of lesson 2.
  public let id: String
  /// The sentence.
  public let statement: String
  /// Where the sentence comes from, as prose.
  public let source: String
  /// What the lesson says of it: "holds", "holds if …" or "does not hold".
  public let verdict: String
  /// The figures that decide it.
  public let measured: String
  /// Over how many seeds, or other repetitions, it was measured; 1 where nothing is random.
  public let seeds: Int
  /// Whether this run came out as the lesson says.
  public let asStated: Bool

  /// The verdict as this run found it.
  public var outcome: String { asStated ? verdict : "not in this run (expected: \(verdict))" }
}

/// A command to try and a question about what it shows.
package struct Exercise: Equatable {
  /// The whole command line, "swift run Lesson02 --beta 0.99".
  let command: String
  let question: String
  let answer: String
}
