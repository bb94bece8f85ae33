import Notebook

/// The page of the whole course: a picture, the question and the answer of each lesson.
struct Gallery {
  let records: [LessonRecord]

  /// The page.
  var markdown: String {
    var parts = ["# What the lessons show", overview]
    for part in Part.all {
      let own = records.of(part)
      if !own.isEmpty { parts += ["## \(part.heading)", part.sentence] + own.flatMap(entry) }
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private var overview: String {
    let lessons = records.filter { $0.card.number > 0 }
    let run = lessons.filter(\.hasRun).count
    let claims = lessons.flatMap(\.claims)
    let counts = claims.filter(\.asStated).verdictCounts
    let words = [
      "\(counts.hold) hold", "\(counts.holdIf) hold under a condition", "\(counts.doNotHold) do not hold",
    ]
    let unexpected = claims.filter { !$0.asStated }.count
    let rest = unexpected == 0 ? "" : " \(unexpected) did not come out as the lesson states in this run."
    return """
      \(run) of \(lessons.count) lessons have run and measured \(claims.count) claims: \(listed(words)).\(rest) \
      Begin with [Before you start](\(LessonCard.start.plotsFolder)/README.md), or choose [a path](PATHS.md).

      - [All claims](CLAIMS.md), sorted by who says so and how they came out.
      - [When training goes wrong](SYMPTOMS.md): what you see, what it may be, how to check it, and what cures it.
      - [Signs and terms](GLOSSARY.md), each with the lesson that explains it.
      - [The notes, row by row](NOTES.md), and [what they get wrong](../CORRECTIONS.md).
      """
  }

  private func entry(_ record: LessonRecord) -> [String] {
    let folder = record.card.plotsFolder
    guard let summary = record.summary else {
      return [
        "### \(prose(record.card.heading))", "**\(prose(record.card.question))**",
        "Not run yet: `swift run \(record.card.target)`.",
      ]
    }
    var parts = ["### [\(prose(record.card.heading))](\(folder)/README.md)"]
    if let picture = summary.picture {
      let title = prose(summary.pictureTitle ?? summary.title)
      // A browser does not show a PDF as a picture.
      parts.append(
        picture.hasSuffix(".pdf")
          ? "[\(title)](\(folder)/\(picture))" : "[![\(title)](\(folder)/\(picture))](\(folder)/README.md)")
    }
    parts.append("**\(prose(summary.question))**")
    if let answer = summary.answer { parts.append(prose(relinked(answer))) }
    return parts
  }
}
