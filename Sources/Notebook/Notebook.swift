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
  private var references: [String] = []
  private var cover: Picture?
  private var problems: [String] = []
  /// Failures of gnuplot, one for each reason, with the figures that it kept from being drawn.
  private var undrawn: [(figures: [String], how: String, message: String)] = []
  private var isStandardOutputOpen = System.isOpen(1)

  /// Opens a notebook and makes the lesson's folder.
  ///
  /// - Throws: `OutputError` when the folder cannot be written to, before any work is done.
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
  public func figure(_ figure: Figure, caption: String, cover: Bool = false) {
    let count = blocks.reduce(1) { count, block in if case .figure = block { count + 1 } else { count } }
    var files = ["\(figure.name).dat", "\(figure.name).gp"]
    attempt { files = Array(try figure.write(to: folder.path, format: options.format).drop { !$0.hasSuffix(".dat") }) }
    let picture = Picture(
      number: count, title: figure.title, caption: paragraphs(caption).joined(separator: " "),
      file: figure.animation == nil ? "\(figure.name).\(options.format.rawValue)" : "\(figure.name).gif", files: files)
    if options.show && !options.quiet && isStandardOutputOpen {
      attempt { try figure.show() }
      System.flush()  // the drawing goes through a buffer, what the notebook tells does not
    }
    if cover || self.cover == nil { self.cover = picture }
    add(.figure(picture))
  }

  /// States a claim and whether this run's numbers bear it out.
  ///
  /// - Parameters:
  ///   - id: the lesson's number, a point and the claim's, "2.3".
  ///   - verdict: what the lesson says of the sentence.
  ///   - isAsStated: whether the run came out so; decided by its numbers. For `.doesNotHold` that is: whether the
  ///     sentence was seen to be wrong.
  ///   - measured: the figures that decide it.
  ///   - seeds: over how many seeds, or other repetitions; 1 where nothing is random.
  public func claim(
    _ id: String, _ statement: String, source: Source, verdict: Verdict, when isAsStated: Bool, measured: String,
    seeds: Int = 1
  ) {
    precondition(
      id.hasPrefix("\(card.number)."), "A claim of lesson \(card.number) must start with its number, but is \(id).")
    precondition(!claims.contains { $0.id == id }, "There are two claims \(id).")
    source.reference.map(reference)
    add(
      .claim(
        Claim(
          id: id, statement: paragraph(statement), source: source.words, verdict: verdict.words,
          measured: paragraph(measured), seeds: seeds, asStated: isAsStated)))
  }

  /// Sets an exercise: the options to run the lesson with, a question about what they show, and the computed answer.
  ///
  /// The page hides the answer until it is asked for; the terminal does not tell it.
  public func exercise(_ arguments: String, _ question: String, answer: String) {
    add(
      .exercise(
        Exercise(
          command: "swift run \(card.target) \(arguments)", question: paragraph(question), answer: paragraph(answer))))
  }

  /// Answers the lesson's question in one sentence, for the top of the page and for the gallery.
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
    let summary = LessonSummary(card: card, answer: answerSentence, picture: cover)
    attempt { try folder.write(page.markdown, to: "README.md") }
    attempt { try folder.write(json(claims), to: "claims.json") }
    attempt { try folder.write(json(summary), to: "lesson.json") }
    let unexpected = claims.filter { !$0.asStated }.map(\.id)
    if options.check && !unexpected.isEmpty {
      problems.append("not as the lesson states: claim \(listed(unexpected)) of \(card.target).")
    }
    let count = unexpected.isEmpty ? "All \(claims.count)" : "\(claims.count - unexpected.count) of \(claims.count)"
    say("\(count) claims came out as stated. The page: \(folder.path)/README.md\n")
    problems += undrawn.map { "\(FigureError.failed(figure: listed($0.figures), how: $0.how, message: $0.message))" }
    guard !problems.isEmpty else { return }
    for problem in problems { System.write("Error: \(oneLine(problem))\n", to: 2) }
    throw ExitCode(1)
  }

  private var claims: [Claim] { blocks.compactMap { if case .claim(let claim) = $0 { claim } else { nil } } }

  private var answerSentence: String? {
    blocks.lazy.compactMap { if case .answer(let sentence) = $0 { sentence } else { nil } }.last
  }

  private func add(_ block: Block) {
    // On the page claims and exercises have sections of their own; in the terminal the first of them starts one.
    switch block {
    case .claim where claims.isEmpty: say(terminal.render(.section("Claims")))
    case .exercise where !blocks.contains(where: \.isExercise): say(terminal.render(.section("Exercises")))
    default: break
    }
    blocks.append(block)
    say(terminal.render(block))
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
private func paragraph(_ text: String) -> String { paragraphs(text).joined(separator: " ") }

/// A text of several lines as one.
private func oneLine(_ text: String) -> String {
  text.split(whereSeparator: \.isNewline).map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
    .joined(separator: "; ")
}
