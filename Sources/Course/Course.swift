import ArgumentParser
import Notebook

/// The course at a glance: its lessons with their questions, and, once lessons have run, the gallery and the ledger of
/// all claims in `plots/README.md`, the map of the notes in `plots/NOTES.md`, what to do when training goes wrong in
/// `plots/SYMPTOMS.md`, and what the notes get wrong.
@main struct Course: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "Course",
    abstract: "Lists the lessons; writes the gallery, the ledger of claims, the map of the notes and the symptoms.")

  @Option(help: ArgumentHelp("Folder that the lessons wrote to.", valueName: "DIR")) var plots = "plots"
  @Option(
    help: ArgumentHelp(
      "Page whose table of lessons is brought up to date; CORRECTIONS.md is written beside it.", valueName: "FILE"))
  var readme: String?
  @Option(
    help: ArgumentHelp(
      "Tell what a symptom of a training gone wrong may come from, and nothing else: \(Self.symptomNames).",
      valueName: "NAME"))
  var symptom: String?

  static var symptomNames: String { Symptom.all.map(\.name).joined(separator: ", ") }

  static func main() {
    System.prepareStandardStreams()
    main(nil)
  }

  func validate() throws {
    if plots.isEmpty { throw ValidationError("--plots must name a folder, but is empty.") }
    if let symptom, !Symptom.all.contains(where: { $0.name == symptom }) {
      throw ValidationError("--symptom must be one of \(Self.symptomNames), but is \(symptom).")
    }
  }

  func run() throws {
    var records: [LessonRecord] = []
    var problems: [String] = []
    let asked = Symptom.all.first { $0.name == symptom }
    let needed = asked.map { $0.causes.map(\.lesson) }
    for card in [.start] + LessonCard.contents where needed?.contains(card.number) ?? true {
      do {
        records.append(try LessonRecord(of: card, in: plots))
      } catch {
        records.append(LessonRecord(card: card))
        problems.append("\(error)")
      }
    }
    if let asked {
      let blocks = SymptomPage(records: records).blocks(asked)
      let untold = tell(blocks.map(TerminalRenderer(folder: plots).render).joined())
      return try end(problems + [untold].compactMap(\.self))
    }
    let map = NotesMap(records: records)
    if !map.unknownRows.isEmpty {
      problems.append("the notes have no row \(listed(map.unknownRows)), which a claim or a section names.")
    }
    let untold = tell(contents(records))
    if problems.isEmpty && records.contains(where: \.hasRun) {
      do {
        try OutputFolder(making: plots).write(Gallery(records: records).markdown, to: "README.md")
        System.write("The gallery and the ledger of claims: \(joinedPath(plots, "README.md"))\n", to: 1)
        let open = map.rows.filter { map.standing($0) == .open }.map(\.id)
        if !open.isEmpty { System.write("Rows of the notes that no claim or section meets: \(listed(open))\n", to: 1) }
        try OutputFolder(making: plots).write(map.markdown, to: "NOTES.md")
        try OutputFolder(making: plots).write(SymptomPage(records: records).markdown, to: "SYMPTOMS.md")
        if let readme {
          try LessonTable(records: records).write(into: readme)
          let folder = readme.lastIndex(of: "/").map { readme[...$0] } ?? ""
          try OutputFolder.replace("\(folder)CORRECTIONS.md", with: Corrections(records: records).markdown)
        }
      } catch {
        problems.append("\(error)")
      }
    }
    if let untold { problems.append(untold) }
    try end(problems)
  }

  /// Says what went wrong, if anything did, and ends with status 1.
  private func end(_ problems: [String]) throws {
    guard !problems.isEmpty else { return }
    for problem in problems { System.write("Error: \(problem)\n", to: 2) }
    throw ExitCode(1)
  }

  /// The table of contents.
  private func contents(_ records: [LessonRecord]) -> String {
    let rows = records.map { ["**\($0.card.target)**", $0.card.title, $0.card.question, $0.standing] }
    let table = Table(columns: ["run it", "lesson", "question", "claims"], rows: rows)
    return TerminalRenderer(folder: plots).render(.table(table))
  }

  /// Tells a text; returns why not, nil when done or when the reader has gone away.
  private func tell(_ text: String) -> String? {
    let failure = System.write(text, to: 1)
    return failure == 0 || System.isReaderGone(failure)
      ? nil : "cannot write to standard output: \(System.reason(failure))."
  }
}
