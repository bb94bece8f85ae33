import Notebook

/// The signs and terms of the course, each with the lesson that explains it.
struct GlossaryPage {
  let records: [LessonRecord]
  var terms = Term.all
  var signs = Sign.all

  /// Terms that the page of their lesson does not use, though it is there.
  var unexplained: [String] {
    terms.filter { term in
      records.ofRun(term.lesson).map { $0.page.lowercased().firstRange(of: term.name.lowercased()) == nil } ?? false
    }
    .map { "\($0.name) (lesson \($0.lesson))" }
  }

  /// Signs that the page of their lesson does not use, though it is there.
  var unused: [String] {
    signs.filter { sign in
      let parts = sign.sign.split(separator: ";").flatMap { $0.split(separator: ",") }
      return records.ofRun(sign.lesson).map { record in
        !parts.allSatisfy { record.page.firstRange(of: $0.drop { $0 == " " }) != nil }
      } ?? false
    }.map { "\($0.sign) (lesson \($0.lesson))" }
  }

  /// The page.
  var markdown: String {
    let signTable = Table(
      columns: ["sign", "in the code", "what it is", "see"],
      rows: signs.compactMap { sign in
        records.ofRun(sign.lesson).map { [sign.sign, sign.code, sign.meaning, link($0, section: nil)] }
      })
    let entries = terms.sorted { $0.name.lowercased() < $1.name.lowercased() }.compactMap { term in
      records.ofRun(term.lesson).map {
        "- **\(term.name)**: \(term.meaning) \(link($0, section: section(of: term, in: $0.page)))"
      }
    }
    return [
      "# Signs and terms",
      "What the lessons write and say, each with the lesson that explains it. A lesson explains again what it needs.",
      "## Signs", pipeTable(signTable), "## Terms", entries.joined(separator: "\n"),
    ].joined(separator: "\n\n") + "\n"
  }

  private func link(_ record: LessonRecord, section: String?) -> String {
    let name = record.card.number == 0 ? record.card.title : "Lesson \(record.card.twoDigits)"
    return "[\(name)](\(record.card.plotsFolder)/README.md\(section.map { "#\(anchor(of: $0))" } ?? ""))"
  }

  /// The heading of the section that explains a term: the first that has it in bold in running text, else the first that
  /// has it; nil where no section does, as for a lesson's own title.
  func section(of term: Term, in page: String) -> String? {
    let name = term.name.lowercased()
    var (heading, first): (String?, String?) = (nil, nil)
    for line in page.split(separator: "\n") {
      if line.hasPrefix("## ") { heading = String(line.dropFirst(3)) }
      if heading == "What to notice" { break }
      let words = line.lowercased()
      if words.firstRange(of: "**\(name)") != nil && !line.hasPrefix("-") && heading != nil { return heading }
      if first == nil && words.firstRange(of: name) != nil { first = heading }
    }
    return first
  }
}
