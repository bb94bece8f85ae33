import ArgumentParser
import Gnuplot

/// A lesson as it is being told: it speaks in the terminal, and keeps everything for the page.
///
/// Prose is written with `**bold**`, `*emphasis*`, `` `code` `` and Unicode mathematics; line breaks in it are spaces, and
/// an empty line starts a new paragraph. Every number in it is computed and interpolated.
public final class Notebook {
  /// The lesson's card.
  public let card: LessonCard
  private let options: CommonOptions
  private let arguments: String
  private let folder: OutputFolder
  private let terminal: TerminalRenderer
  private var blocks: [Block] = []
  /// Figures outside of the folded part that is being told.
  private var figuresBefore = 0
  private var section: String?
  private var claims: [Claim] = []
  private var toldClaims = 0
  private var shown: [ShownRow] = []
  private var corrections: [DecidedCorrection] = []
  private var references: [String] = []
  private var cover: Picture?
  private var problems: [String] = []
  /// Failures of gnuplot, one for each reason, with the figures that it kept from being drawn.
  private var undrawn: [(figures: [String], how: String, message: String)] = []
  private var isStandardOutputOpen = System.isOpen(1)

  /// Opens a notebook and makes the lesson's folder.
  ///
  /// - Throws: `FigureError` when the folder cannot be written to, before any work is done.
  init(_ card: LessonCard, options: CommonOptions, arguments: String = "") throws {
    self.card = card
    self.options = options
    self.arguments = arguments
    folder = try OutputFolder(making: joinedPath(options.plots, card.plotsFolder))
    terminal = TerminalRenderer(style: .standardOutput, folder: folder.path)
    say(terminal.heading(card))
  }

  /// The folder that the lesson's page and figures are written to.
  public var path: String { folder.path }

  // MARK: Telling

  /// Starts a section.
  public func section(_ title: String) { add(.section(title)) }

  /// Tells something: one paragraph, or several with an empty line between them.
  public func text(_ prose: String) {
    for paragraph in paragraphs(prose) { add(.paragraph(paragraph)) }
  }

  /// Lists items with bullets.
  public func list(_ items: [String]) { add(.list(items.map(paragraph))) }

  /// Sets an equation: LaTeX for the page, plain Unicode for the terminal.
  public func equation(latex: String, plain: String) { add(.equation(latex: latex, plain: plain)) }

  /// Shows a few lines of code.
  public func code(_ code: String, language: String = "swift") { add(.code(code, language: language)) }

  /// Sets a table; columns of numbers are set flush right.
  ///
  /// - Precondition: each row has a cell for each column.
  public func table(columns: [String], rows: [[String]], caption: String? = nil) {
    for row in rows {
      precondition(row.count == columns.count, "A table of \(columns.count) columns has a row of \(row.count): \(row).")
    }
    add(.table(Table(columns: columns, rows: rows, caption: caption.map(paragraph))))
  }

  /// Draws a figure into the lesson's folder.
  ///
  /// When it cannot be drawn the lesson goes on; the reason is told at the end, and the program ends with status 1.
  ///
  /// - Parameters:
  ///   - caption: what to see in it, with its numbers.
  ///   - cover: whether this is the picture for the gallery; without one the first figure is.
  ///   - thumbnail: the panels of the cover that its thumbnail shows.
  public func figure(_ figure: Figure, caption: String, cover: Bool = false, thumbnail: [Int] = [0]) {
    let count = blocks.reduce(figuresBefore + 1) { $0 + $1.figureCount }
    var files = ["\(figure.name).dat", "\(figure.name).gp"]
    attempt {
      let written = try figure.write(to: folder.path, format: options.format, thumbnail: cover ? thumbnail : nil)
      files = Array(written.drop { !$0.hasSuffix(".dat") })
    }
    let picture = Picture(
      number: count, title: figure.title, caption: paragraphs(caption).joined(separator: " "),
      file: figure.animation == nil ? "\(figure.name).\(options.format.rawValue)" : "\(figure.name).gif", files: files,
      thumbnail: cover ? "\(figure.name)-small.\(options.format.rawValue)" : nil)
    if options.show && !options.quiet && isStandardOutputOpen {
      attempt { try figure.show() }
      System.flush()  // the drawing goes through a buffer, what the notebook tells does not
    }
    if cover || self.cover == nil { self.cover = picture }
    add(.figure(picture))
  }

  /// Sets parts that a reader may skip, such as a longer derivation or a control, under a line that says what they are.
  ///
  /// The page folds them away until they are asked for; the terminal tells them all the same.
  ///
  /// ```swift
  /// notebook.folded("Why the laps grow like k³/6") { notebook.text("…") }
  /// ```
  public func folded<Failure: Error>(_ title: String, _ tell: () throws(Failure) -> Void) throws(Failure) {
    say(terminal.foldedHeading(paragraph(title)))
    let outer = blocks
    blocks = []
    defer { blocks = outer + [.folded(paragraph(title), blocks)] }
    figuresBefore += outer.reduce(0) { $0 + $1.figureCount }
    defer { figuresBefore -= outer.reduce(0) { $0 + $1.figureCount } }
    try tell()
  }

  /// Says which rows of the notes the section just told shows, as an equation, a table, a figure or a measured sentence.
  ///
  /// Claims name their own rows. `Course` makes the map of the notes from both.
  ///
  /// - Precondition: a section has been started.
  public func shows(_ rows: String...) {
    guard let section else { fatalError("Rows of the notes are shown by a section, but none has been started.") }
    shown += rows.map { ShownRow(row: $0, section: section) }
  }

  /// States a claim and whether this run's numbers bear it out.
  ///
  /// It stands in the code beside the measurement that decides it; page and terminal collect the claims near their end.
  ///
  /// - Parameters:
  ///   - id: the lesson's number, a point and the claim's, "2.3".
  ///   - statement: the sentence, as people say it; a sentence of the notes is restated faithfully, not sharpened.
  ///   - test: what decides it, fixed before the run: the quantity, the threshold, in how many of the seeds.
  ///   - rows: the rows of the notes that it meets.
  ///   - verdict: what the lesson says of the sentence.
  ///   - isAsStated: whether the run came out so, by the test. For `.doesNotHold` that is: whether the sentence was seen
  ///     to be wrong.
  ///   - measured: the one figure that decides it.
  ///   - detail: further figures, folded away on the page.
  ///   - revised: where the test was changed after a first run, what it was and why it was changed; the page says so.
  ///   - runs: over how many runs: seeds, starts, matrices …; 1 where nothing is random.
  public func claim(
    _ id: String, _ statement: String, test: String, source: Source, rows: [String] = [], verdict: Verdict,
    when isAsStated: Bool, measured: String, detail: String? = nil, revised: String? = nil,
    runs: Int = 1
  ) {
    precondition(
      id.hasPrefix("\(card.number)."), "A claim of lesson \(card.number) must start with its number, but is \(id).")
    precondition(!claims.contains { $0.id == id }, "There are two claims \(id).")
    source.reference.map(reference)
    if let place = source.correction { corrections.append(DecidedCorrection(claim: id, place: place)) }
    let claim = Claim(
      id: id, statement: paragraph(statement), test: paragraph(test), source: source.words, rows: rows,
      verdict: verdict.words, measured: paragraph(measured), runs: runs, asStated: isAsStated)
    claims.append(claim)
    blocks.append(.claim(claim, detail: detail.map(paragraph), revised: revised.map(paragraph)))
  }

  /// Sets an exercise whose answer has been computed; lessons call `exercise(_:_:in:answer:)`, which computes it.
  func exercise(options arguments: String, _ question: String, answer: String) {
    add(
      .exercise(
        Exercise(
          command: "swift run \(card.target) \(arguments)", question: paragraph(question), answer: paragraph(answer))))
  }

  /// Answers the lesson's question in one sentence or two that a student could say aloud, for the top of the page and for the gallery.
  public func answer(_ sentence: String) { add(.answer(paragraph(sentence))) }

  /// Adds a line to the list of sources, such as where the data come from; claims add their own.
  public func reference(_ source: String) {
    if !references.contains(source) { references.append(source) }
  }

  // MARK: Ending

  /// Writes the page, the claims and the summary.
  ///
  /// - Throws: `ExitCode(1)` after a line for each thing that could not be written or drawn.
  func finish() throws {
    let page = Page(card: card, arguments: arguments, blocks: blocks, references: references)
    let summary = LessonSummary(
      card: card, answer: answerSentence, picture: cover, shown: shown, corrections: corrections)
    tellClaims()
    attempt { try folder.write(page.markdown, to: "README.md") }
    attempt { try folder.write(json(claims), to: "claims.json") }
    attempt { try folder.write(json(summary), to: "lesson.json") }
    if answerSentence == nil { problems.append("\(card.target) gives no answer to its question: notebook.answer(…).") }
    let unexpected = claims.filter { !$0.asStated }.map(\.id)
    if options.check && !unexpected.isEmpty {
      problems.append("not as the lesson states: claim \(listed(unexpected)) of \(card.target).")
    }
    let count = unexpected.isEmpty ? "All \(claims.count)" : "\(claims.count - unexpected.count) of \(claims.count)"
    say("\(claims.isEmpty ? "" : "\(count) claims came out as stated. ")The page: \(folder.path)/README.md\n")
    problems += undrawn.map { "\(FigureError.failed(figure: listed($0.figures), how: $0.how, message: $0.message))" }
    guard !problems.isEmpty else { return }
    for problem in problems { System.write("Error: \(oneLine(problem))\n", to: 2) }
    throw ExitCode(1)
  }

  private var answerSentence: String? {
    blocks.lazy.compactMap { if case .answer(let sentence) = $0 { sentence } else { nil } }.last
  }

  private func add(_ block: Block) {
    if case .section(let title) = block { section = title }
    if block.isExercise, !blocks.contains(where: \.isExercise) {
      tellClaims()
      say(terminal.render(.section("Exercises")))
    }
    blocks.append(block)
    say(terminal.render(block))
  }

  /// Tells the claims in the terminal, those that have not been told yet.
  private func tellClaims() {
    let untold = claims.dropFirst(toldClaims)
    if !untold.isEmpty && toldClaims == 0 { say(terminal.render(.section("Claims"))) }
    for claim in untold { say(terminal.render(.claim(claim, detail: nil, revised: nil))) }
    toldClaims = claims.count
  }

  /// Tells something in the terminal; when the reader has gone away, the lesson goes on in silence.
  private func say(_ text: String) {
    guard !options.quiet, isStandardOutputOpen else { return }
    let failure = System.write(text, to: 1)
    guard failure != 0 else { return }
    isStandardOutputOpen = false
    if !System.isReaderGone(failure) { problems.append("cannot write to standard output: \(System.reason(failure)).") }
  }

  /// Does something that may fail, and keeps the reason for the end, the same reason once.
  private func attempt(_ work: () throws -> Void) {
    do {
      try work()
    } catch FigureError.failed(let figure, let how, let message) {
      if let index = undrawn.firstIndex(where: { $0.how == how && $0.message == message }) {
        // With --show a figure fails twice.
        if undrawn[index].figures.last != figure { undrawn[index].figures.append(figure) }
      } else {
        undrawn.append(([figure], how, message))
      }
    } catch {
      let problem = "\(error)"
      if !problems.contains(problem) { problems.append(problem) }
    }
  }
}

/// A folder and what is in it, without a doubled slash.
package func joinedPath(_ folder: String, _ name: String) -> String {
  folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
}

/// The paragraphs of a text: its line breaks as spaces, its empty lines as the ends of paragraphs.
func paragraphs(_ text: String) -> [String] {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
    line.split(whereSeparator: { $0 == " " || $0 == "\t" }).joined(separator: " ")
  }
  return lines.split(separator: "").map { $0.joined(separator: " ") }
}

/// A text as one paragraph.
func paragraph(_ text: String) -> String { paragraphs(text).joined(separator: " ") }

/// A text of several lines as one.
private func oneLine(_ text: String) -> String {
  text.split(whereSeparator: \.isNewline).map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
    .joined(separator: "; ")
}
