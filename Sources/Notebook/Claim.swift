/// How a claim comes out.
public enum Verdict: Sendable, Equatable {
  /// The sentence is true as it stands.
  case holds
  /// The sentence is true under a condition that theory or a sweep gives: `.holdsIf("the data are far from zero")`.
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

/// A sentence that a number decides.
public struct Claim: Sendable, Equatable, Codable {
  /// The claim's number, "2.3" for the third of lesson 2.
  public let id: String
  /// The sentence.
  public let statement: String
  /// The test that decides it, fixed before the run.
  public let test: String
  /// Where the sentence comes from, as prose.
  public let source: String
  /// The rows of the notes that it meets, such as "1.38".
  public let rows: [String]
  /// What the lesson says of it: "holds", "holds if …" or "does not hold".
  public let verdict: String
  /// The figure that decides it.
  public let measured: String
  /// Over how many runs it was measured: seeds, starts, matrices …; 1 where nothing is random.
  public let runs: Int
  /// Whether this run came out as the lesson says.
  public let asStated: Bool

  /// The verdict as this run found it.
  public var outcome: String { asStated ? verdict : "not in this run (expected: \(verdict))" }

  /// ✓ holds, ◐ holds if, ✗ does not hold; ? where this run came out otherwise.
  package var mark: String {
    switch verdict {
    case _ where !asStated: "?"
    case Verdict.holds.words: "✓"
    case Verdict.doesNotHold.words: "✗"
    default: "◐"
    }
  }
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
