import Notebook

/// The page of the whole course: a picture, the question and the answer of each lesson, then the ledger of all claims.
struct Gallery {
  let records: [LessonRecord]

  /// The page.
  var markdown: String {
    var parts = ["# What the lessons show", overview, "## Gallery"]
    for record in records { parts += entry(record) }
    parts += ["## Claims", ledger]
    return parts.joined(separator: "\n\n") + "\n"
  }

  private var claims: [Claim] { records.flatMap(\.claims) }

  private var overview: String {
    let run = records.filter(\.hasRun).count
    let counts = claims.filter(\.asStated).verdictCounts
    let words = [
      "\(counts.hold) hold", "\(counts.holdIf) hold under a condition", "\(counts.doNotHold) do not hold",
    ]
    let unexpected = claims.filter { !$0.asStated }.count
    let rest = unexpected == 0 ? "" : " \(unexpected) did not come out as the lesson states in this run."
    return "\(run) of \(records.count) lessons have run and measured \(claims.count) claims: \(listed(words)).\(rest)"
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
    if let answer = summary.answer { parts.append(prose(fromHere(answer))) }
    return parts
  }

  private var ledger: String {
    let rows = records.flatMap { record in
      record.claims.map { claim in
        [
          "[\(claim.id)](\(record.card.plotsFolder)/README.md#claims)", fromHere(claim.statement),
          "**\(claim.outcome)**", fromHere(claim.measured), "\(claim.runs)", fromHere(claim.source),
        ]
      }
    }
    return pipeTable(
      Table(
        columns: ["", "Claim", "Verdict", "Measured", "Runs", "From"], rows: rows,
        isFlushRight: [false, false, false, false, true, false]))
  }

  /// Prose of a lesson's page with its links as seen from the folder above.
  private func fromHere(_ prose: String) -> String {
    var result = ""
    var rest = prose[...]
    while let range = rest.firstRange(of: "](../") {
      result += rest[..<range.lowerBound] + "]("
      rest = rest[range.upperBound...]
    }
    return result + rest
  }
}
