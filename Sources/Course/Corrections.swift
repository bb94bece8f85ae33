import Notebook

/// What the notes get wrong: the sentences that a claim decides, and the slips of the table beside this file.
struct Corrections {
  let records: [LessonRecord]
  var slips = Slip.all

  /// One entry of the page.
  struct Entry: Equatable {
    let place: NoteCorrection
    /// What the notes say, in our words.
    let says: String
    /// Where the course tells it.
    let link: String

    /// The number after the C.
    var number: Int { Int(place.correction.id.dropFirst()) ?? 0 }
  }

  /// All entries of a note, by number.
  func entries(of note: Int) -> [Entry] {
    let decided = records.flatMap { record in
      (record.summary?.corrections ?? []).compactMap { correction -> Entry? in
        guard let claim = record.claims.first(where: { $0.id == correction.claim }) else { return nil }
        let link =
          "\(claim.mark) [claim \(claim.id)](plots/\(record.card.plotsFolder)/README.md#claims) \(claim.outcome)"
        return Entry(place: correction.place, says: relinked(claim.statement, through: "plots/"), link: link)
      }
    }
    let told = slips.map {
      Entry(place: $0.place, says: $0.says, link: link(to: $0.lesson))
    }
    return (decided + told).filter { $0.place.note == note }.sorted { $0.number < $1.number }
  }

  /// The page.
  var markdown: String {
    var parts = [
      "# What the notes get wrong",
      """
      The course tests four sets of working notes, [row by row](plots/NOTES.md). Where they slip it says what they say, \
      in our words, and what is right; where a lesson measured it, the claim that decides. Most of what the notes say \
      is right: the map of the notes shows it. Each slip has a number, by which pages refer to it, and is one of three \
      kinds:

      - **wrong**: the sentence is false;
      - **imprecise**: true of a special case, or something that it needs is left out;
      - **misprint**: a slip of the pen or of a name, the sense is clear.
      """,
    ]
    for (note, title) in Source.noteTitles.sorted(by: { $0.key < $1.key }) {
      let own = entries(of: note)
      if !own.isEmpty { parts += ["## Note \(note), *\(prose(title))*", own.map(item).joined(separator: "\n")] }
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func item(_ entry: Entry) -> String {
    let correction = entry.place.correction
    return """
      - **\(correction.id)**, \(correction.severity.rawValue), in *\(prose(entry.place.section))*

        The notes say: \(prose(sentence(entry.says)))

        It is: \(prose(sentence(correction.itIs)))

        \(entry.link)
      """
  }

  /// With a capital and a full stop, as a sentence; a symbol such as λ or n stays as it is.
  private func sentence(_ text: String) -> String {
    let word = text.prefix { $0.isASCII && $0.isLetter }
    let opening = word.count > 1 || word == "a" ? text.prefix(1).uppercased() : String(text.prefix(1))
    return opening + text.dropFirst() + (text.last.map { ".?!)".contains($0) } == true ? "" : ".")
  }

  private func link(to lesson: Int) -> String {
    guard let record = records.first(where: { $0.card.number == lesson }) else { return "Lesson \(lesson), to come" }
    return "[\(prose(record.card.heading))](plots/\(record.card.plotsFolder)/README.md)"
  }
}
