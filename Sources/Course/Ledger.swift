import ArgumentParser
import Notebook

/// The ledger: all claims of the course, sorted by who says so and by how they came out.
struct Ledger {
  let records: [LessonRecord]

  /// Who says what a claim says.
  enum Voice: String, CaseIterable, ExpressibleByArgument {
    case note1 = "note-1"
    case note2 = "note-2"
    case note3 = "note-3"
    case note4 = "note-4"
    /// Papers, books and folklore.
    case field
    /// The course, which expected it before the run.
    case course

    /// The number of the notes; nil for the others.
    var note: Int? { rawValue.hasPrefix("note-") ? Int(rawValue.dropFirst(5)) : nil }

    var title: String {
      switch self {
      case .field: "Papers and folklore"
      case .course: "This course"
      default: "Note \(rawValue.dropFirst(5))"
      }
    }
  }

  /// How a claim came out.
  enum Outcome: String, CaseIterable, ExpressibleByArgument {
    case holds
    case holdsIf = "holds-if"
    case doesNotHold = "does-not-hold"
    /// Otherwise than the lesson states.
    case otherwise

    var title: String {
      switch self {
      case .holds: "✓ holds"
      case .holdsIf: "◐ holds if …"
      case .doesNotHold: "✗ does not hold"
      case .otherwise: "? not as stated"
      }
    }

    init(of claim: Claim) { self = Self.allCases.first { $0.title.hasPrefix(claim.mark) } ?? .otherwise }
  }

  /// Who says it: the notes of the claim's source and of its rows; else the course, or the field.
  static func voices(of claim: Claim) -> [Voice] {
    let notes = Voice.allCases.filter { voice in
      guard let note = voice.note else { return false }
      return claim.source.hasPrefix("note \(note),") || claim.rows.contains { $0.hasPrefix("\(note).") }
    }
    return notes.isEmpty ? [claim.source == Source.ours.words ? .course : .field] : notes
  }

  /// The claims that came out so and that this voice says, in the lessons' order; nil lets all through.
  func claims(_ outcome: Outcome? = nil, saidBy voice: Voice? = nil) -> [(claim: Claim, record: LessonRecord)] {
    records.flatMap { record in record.claims.map { ($0, record) } }.filter { claim, _ in
      (outcome.map { $0 == Outcome(of: claim) } ?? true) && (voice.map(Self.voices(of: claim).contains) ?? true)
    }
  }

  /// The page: how many claims there are of each kind, with a link to them, and then the claims.
  var markdown: String {
    let outcomes = Outcome.allCases.filter { !claims($0).isEmpty }
    let counts = Voice.allCases.map { voice in
      [voice.note.map { "\(voice.title), *\(Source.noteTitles[$0] ?? "")*" } ?? voice.title]
        + outcomes.map { outcome in
          let count = claims(outcome, saidBy: voice).count
          return count == 0 ? "0" : "[\(count)](#\(anchor(of: heading(outcome, voice))))"
        }
    }
    let table = Table(
      columns: ["who says so"] + outcomes.map(\.title),
      rows: counts + [["**all**"] + outcomes.map { "**\(claims($0).count)**" }],
      isFlushRight: [false] + outcomes.map { _ in true })
    let sections = Voice.allCases.flatMap { voice in
      outcomes.filter { !claims($0, saidBy: voice).isEmpty }.flatMap { outcome in
        [
          "## \(heading(outcome, voice))",
          claims(outcome, saidBy: voice).map { "- \(item($0.claim, $0.record))" }.joined(separator: "\n"),
        ]
      }
    }
    let introduction = """
      Every sentence that the lessons decide, sorted by who says so and by how it came out; each number leads to its list. \
      What several notes say stands under each of them, and counts once in the last line. `swift run Course --verdict \
      does-not-hold --said-by note-1` prints a list in the terminal, and either option does alone.
      """
    return (["# All claims", introduction, pipeTable(table)] + sections).joined(separator: "\n\n") + "\n"
  }

  /// A filtered ledger for the terminal.
  func blocks(_ outcome: Outcome?, saidBy voice: Voice?) -> [Block] {
    let found = claims(outcome, saidBy: voice)
    let title = [voice?.title, outcome?.title].compactMap(\.self).joined(separator: ": ")
    return [
      .section("\(title) (\(counted(found.count, "claim")))"),
      .list(found.map { "\($0.claim.mark) \(item($0.claim, $0.record).dropFirst(2))" }),
    ]
  }

  private func heading(_ outcome: Outcome, _ voice: Voice) -> String { "\(voice.title): \(outcome.title.dropFirst(2))" }

  private func item(_ claim: Claim, _ record: LessonRecord) -> String {
    let condition = [.holdsIf, .otherwise].contains(Outcome(of: claim)) ? " *\(prose(claim.outcome))*:" : ""
    return """
      \(claim.mark) [\(claim.id)](\(record.card.plotsFolder)/README.md#claims) \(prose(relinked(claim.statement)))\
      \(condition) → **\(prose(relinked(claim.measured)))**
      """
  }
}
