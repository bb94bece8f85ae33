import ArgumentParser
import Notebook

/// The course at a glance: its lessons with their questions, and, once lessons have run, the gallery in `plots/README.md`,
/// the ledger of all claims in `plots/CLAIMS.md`, paths through the course in `plots/PATHS.md`, signs and terms in
/// `plots/GLOSSARY.md`, the map of the notes in `plots/NOTES.md`, what to do when training goes wrong in
/// `plots/SYMPTOMS.md`, and what the notes get wrong.
@main struct Course: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "Course",
    abstract: "Lists the lessons, claims and symptoms; writes the pages that stand above the lessons.")

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
  @Option(help: ArgumentHelp("List the claims that come out so, and nothing else.", valueName: "VERDICT")) var verdict:
    Ledger.Outcome?
  @Option(
    help: ArgumentHelp(
      "List the claims that these notes, the field or this course make, and nothing else.", valueName: "WHO"))
  var saidBy: Ledger.Voice?

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
      let untold = tell(SymptomPage(records: records).blocks(asked))
      return try end(problems + [untold].compactMap(\.self))
    }
    if verdict != nil || saidBy != nil {
      let untold = tell(Ledger(records: records).blocks(verdict, saidBy: saidBy))
      return try end(problems + [untold].compactMap(\.self))
    }
    let map = NotesMap(records: records)
    if !map.unknownRows.isEmpty {
      problems.append("the notes have no row \(listed(map.unknownRows)), which a claim or a section names.")
    }
    let glossary = GlossaryPage(records: records)
    let missing = glossary.unexplained + glossary.unused
    if !missing.isEmpty {
      problems.append("no page explains \(listed(missing)), which the glossary names.")
    }
    let untold = tell(contents(records))
    if problems.isEmpty && records.contains(where: \.hasRun) {
      do {
        let folder = try OutputFolder(making: plots)
        try folder.write(Gallery(records: records).markdown, to: "README.md")
        System.write("The gallery: \(joinedPath(plots, "README.md"))\n", to: 1)
        let open = map.rows.filter { map.standing($0) == .open }.map(\.id)
        if !open.isEmpty { System.write("Rows of the notes that no claim or section meets: \(listed(open))\n", to: 1) }
        try folder.write(map.markdown, to: "NOTES.md")
        try folder.write(SymptomPage(records: records).markdown, to: "SYMPTOMS.md")
        try folder.write(Ledger(records: records).markdown, to: "CLAIMS.md")
        try folder.write(PathsPage(records: records).markdown, to: "PATHS.md")
        try folder.write(glossary.markdown, to: "GLOSSARY.md")
        if let readme {
          try LessonTable(records: records).write(into: readme)
          let beside = readme.lastIndex(of: "/").map { readme[...$0] } ?? ""
          try OutputFolder.replace("\(beside)CORRECTIONS.md", with: Corrections(records: records).markdown)
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

  /// The table of contents, part by part.
  private func contents(_ records: [LessonRecord]) -> [Block] {
    let start = [(heading: [Block](), records: records.filter { $0.card.number == 0 })]
    let parts = Part.all.map { part in
      (
        heading: [Block.section(part.heading), .paragraph(part.sentence)],
        records: records.of(part)
      )
    }
    return (start + parts).filter { !$0.records.isEmpty }.flatMap { part in
      let rows = part.records.map { ["**\($0.card.target)**", $0.card.title, $0.card.question, $0.standing] }
      return part.heading
        + [.table(Table(columns: ["run it", "lesson", "question", "claims"], rows: rows))]
    }
  }

  /// Tells parts of a page; returns why not, nil when done or when the reader has gone away.
  private func tell(_ blocks: [Block]) -> String? {
    let failure = System.write(blocks.map(TerminalRenderer(folder: plots).render).joined(), to: 1)
    return failure == 0 || System.isReaderGone(failure)
      ? nil : "cannot write to standard output: \(System.reason(failure))."
  }
}
