import ArgumentParser
import Notebook

/// The course at a glance: its lessons with their questions, and, once lessons have run, the gallery and the ledger of
/// all claims in `plots/README.md`, the map of the notes in `plots/NOTES.md`, and what the notes get wrong.
@main struct Course: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "Course",
    abstract: "Lists the lessons; writes the gallery, the ledger of claims and the map of the notes.")

  @Option(help: ArgumentHelp("Folder that the lessons wrote to.", valueName: "DIR")) var plots = "plots"
  @Option(
    help: ArgumentHelp(
      "Page whose table of lessons is brought up to date; CORRECTIONS.md is written beside it.", valueName: "FILE"))
  var readme: String?

  static func main() {
    System.prepareStandardStreams()
    main(nil)
  }

  func validate() throws {
    if plots.isEmpty { throw ValidationError("--plots must name a folder, but is empty.") }
  }

  func run() throws {
    var records: [LessonRecord] = []
    var problems: [String] = []
    for card in [.start] + LessonCard.contents {
      do {
        records.append(try LessonRecord(of: card, in: plots))
      } catch {
        records.append(LessonRecord(card: card))
        problems.append("\(error)")
      }
    }
    let map = NotesMap(records: records)
    if !map.unknownRows.isEmpty {
      problems.append("the notes have no row \(listed(map.unknownRows)), which a claim or a section names.")
    }
    let untold = tell(records)
    if problems.isEmpty && records.contains(where: \.hasRun) {
      do {
        try OutputFolder(making: plots).write(Gallery(records: records).markdown, to: "README.md")
        System.write("The gallery and the ledger of claims: \(joinedPath(plots, "README.md"))\n", to: 1)
        let open = map.rows.filter { map.standing($0) == .open }.map(\.id)
        if !open.isEmpty { System.write("Rows of the notes that no claim or section meets: \(listed(open))\n", to: 1) }
        try OutputFolder(making: plots).write(map.markdown, to: "NOTES.md")
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
    guard !problems.isEmpty else { return }
    for problem in problems { System.write("Error: \(problem)\n", to: 2) }
    throw ExitCode(1)
  }

  /// Tells the table of contents; returns why not, nil when done or when the reader has gone away.
  private func tell(_ records: [LessonRecord]) -> String? {
    let terminal = TerminalRenderer(folder: plots)
    let rows = records.map { ["**\($0.card.target)**", $0.card.title, $0.card.question, $0.standing] }
    let table = Table(columns: ["run it", "lesson", "question", "claims"], rows: rows)
    let failure = System.write(terminal.render(.table(table)), to: 1)
    return failure == 0 || System.isReaderGone(failure)
      ? nil : "cannot write to standard output: \(System.reason(failure))."
  }
}
