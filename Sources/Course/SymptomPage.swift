import Notebook

/// When training goes wrong: the table of symptoms with what the lessons measured, as a page and for the terminal.
struct SymptomPage {
  let records: [LessonRecord]
  var symptoms = Symptom.all

  /// The page.
  var markdown: String {
    let index = symptoms.map { "- [\($0.sees)](#\(anchor(of: $0.heading)))" }
    let parts = [
      "# When training goes wrong",
      """
      Find what you see, and try its causes from the top: check first, then change that one thing. Each cure was \
      measured in a lesson, and a test breaks a network in each of these ways and cures it by nothing else. \
      `swift run Course --symptom \(symptoms.first?.name ?? "")` prints one section in the terminal.
      """, index.joined(separator: "\n"),
    ]
    return (parts + symptoms.flatMap(section)).joined(separator: "\n\n") + "\n"
  }

  private func section(_ symptom: Symptom) -> [String] {
    let causes = symptom.causes.enumerated().map { number, cause in
      (["\(number + 1). **\(prose(cause.mayBe))**"] + lines(cause).map { "   - \(prose(relinked($0)))" })
        .joined(separator: "\n")
    }
    return ["## \(symptom.heading)"] + [picture(symptom)].compactMap(\.self) + [causes.joined(separator: "\n")]
  }

  private func picture(_ symptom: Symptom) -> String? {
    let (lesson, figure) = symptom.picture
    guard let record = records.ofRun(lesson), let (title, file) = record.picture(figure) else { return nil }
    let folder = record.card.plotsFolder
    // A browser does not show a PDF as a picture.
    return file.hasSuffix(".pdf")
      ? "[\(title)](\(folder)/\(file))" : "[![\(title)](\(folder)/\(file))](\(folder)/README.md)"
  }

  /// One symptom as parts for the terminal.
  func blocks(_ symptom: Symptom) -> [Block] {
    [.section(symptom.sees)]
      + symptom.causes.enumerated().flatMap { number, cause in
        [.paragraph("**\(number + 1). \(cause.mayBe)**"), .list(lines(cause))]
      }
  }

  /// What to check, what to change, and what was measured, as prose of a lesson's page.
  private func lines(_ cause: Cause) -> [String] {
    ["*Check:* \(cause.check)", "*Cure:* \(cause.cure)", "*Measured:* \(measured(cause))"]
  }

  private func measured(_ cause: Cause) -> String {
    let card = LessonCard.number(cause.lesson)
    guard let claim = records.ofRun(cause.lesson)?.claims.first(where: { $0.id == cause.claim }) else {
      return "not yet; `swift run \(card.target)` does it (claim \(cause.claim))."
    }
    return """
      [\(claim.id)](../\(card.plotsFolder)/README.md#claims) “\(claim.statement)” \(claim.mark) \(claim.outcome): \
      **\(claim.measured)** (\(lesson(cause.lesson)))
      """
  }
}
