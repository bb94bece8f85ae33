/// Where a claim comes from.
public struct Source: Sendable, Equatable {
  /// The source as prose.
  public let words: String
  /// The line in a page's list of sources; nil for the course itself.
  let reference: String?
  /// What is right where the notes are not, with the note's number and section.
  let correction: NoteCorrection?

  /// One of the four sets of notes, by number, and the section that says so.
  ///
  /// - Parameter corrected: what is right, where the claim is a sentence of the notes that is not; it then stands in
  ///   `CORRECTIONS.md`, with the claim's sentence as what the notes say.
  public static func note(_ number: Int, _ section: String, corrected: Correction? = nil) -> Source {
    precondition(noteTitles[number] != nil, "There are notes 1 to 4, but none \(number).")
    return Source(
      words: "note \(number), *\(section)*" + (corrected.map { " ([\($0.id)](../../CORRECTIONS.md))" } ?? ""),
      reference: """
        Note \(number), *\(noteTitles[number] ?? "")*: one of the four sets of working notes that this course tests, \
        [row by row](../NOTES.md).
        """,
      correction: corrected.map { NoteCorrection(note: number, section: section, correction: $0) })
  }

  /// A paper or book with its equation or section, and its address if it has one.
  public static func paper(_ text: String, _ address: String? = nil) -> Source {
    let words = address.map { "[\(text)](\($0))" } ?? text
    return Source(words: words, reference: words, correction: nil)
  }

  /// What people in the field say, without one source.
  public static let folklore = Source(words: "folklore", reference: nil, correction: nil)

  /// This course: what we expected before the run.
  public static let ours = Source(words: "this course", reference: nil, correction: nil)

  /// The four sets of notes whose claims the course tests.
  package static let noteTitles = [
    1: "Some Best Practice Discussions",
    2: "Deep Learning: Optimizations Part 1",
    3: "Training Dynamics",
    4: "Training notes",
  ]
}

/// What is right where the notes are not.
public struct Correction: Sendable, Equatable, Codable {
  /// How far off the notes are.
  public enum Severity: String, Sendable, Codable {
    /// The sentence is false.
    case wrong
    /// The sentence is true of a special case, or leaves out what it needs.
    case imprecise
    /// A slip of the pen or of a name; the sense is clear.
    case misprint
  }

  /// The number by which the course refers to it, "C13".
  public let id: String
  /// How far off the notes are.
  public let severity: Severity
  /// What is right.
  public let itIs: String

  /// Makes a correction.
  public init(_ id: String, _ severity: Severity, _ itIs: String) {
    (self.id, self.severity) = (id, severity)
    self.itIs = paragraph(itIs)
  }
}

/// A correction with its place in the notes.
package struct NoteCorrection: Sendable, Equatable, Codable {
  package let note: Int
  package let section: String
  package let correction: Correction

  package init(note: Int, section: String, correction: Correction) {
    (self.note, self.section, self.correction) = (note, section, correction)
  }
}
