import ArgumentParser
import Descent
import Experiments

/// A program of the course: a command with options that writes a notebook.
///
/// ```swift
/// /// Lesson 02 · EWMA bias correction
/// @main struct Lesson02: Lesson {
///   static let card = LessonCard.number(2)
///   @OptionGroup var common: CommonOptions
///   @Option("Decay β of the average", .from(0..<1)) var beta = 0.9
///
///   func write(in notebook: Notebook) async throws {
///     notebook.section("The idea")
///     …
///   }
/// }
/// ```
///
/// The program ends with status 0 when all is done; 64 for a bad option; 1 when something could not be written or drawn,
/// or, with `--check`, when a claim does not come out as the lesson states it.
public protocol Lesson: AsyncParsableCommand, Sendable {
  /// The lesson's row in the table of contents: `LessonCard.number(2)`.
  static var card: LessonCard { get }
  /// The options that every lesson takes.
  var common: CommonOptions { get }
  /// Tells the lesson from top to bottom.
  func write(in notebook: Notebook) async throws
}

extension Lesson {
  /// The command's name and what its help says first.
  public static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: card.target, abstract: "\(card.heading). \(card.question)")
  }

  /// Runs the lesson with the program's command line.
  public static func main() async {
    System.prepareStandardStreams()
    let arguments = joiningNegativeNumbers(Array(CommandLine.arguments.dropFirst()))
    await Invocation.$arguments.withValue(arguments) { await main(arguments) }
  }

  /// Writes the notebook and its files.
  public func run() async throws {
    let events = try common.events.map { try TrainingEvents(folder: $0) }
    let notebook = try Notebook(Self.card, options: common, arguments: Invocation.knobs)
    // Tests and --quiet show no progress.
    let bars = common.quiet ? nil : ProgressDisplays { ProgressBar($0, of: $1) }
    try await ProgressDisplays.$current.withValue(bars) {
      try await TrainingObservers.$current.withValue(events.map { [$0] } ?? []) { try await write(in: notebook) }
    }
    try notebook.finish()
    if let events { try report(events) }
  }

  /// Says on standard error how many trainings were written, which a lesson without any would leave in doubt.
  private func report(_ events: TrainingEvents) throws {
    if let failure = events.failure { throw failure }
    guard !common.quiet else { return }
    let folder = common.events ?? ""
    System.write(
      events.count == 0
        ? "No training of this lesson goes through the shared loop: there are no event files.\n"
        : "\(counted(events.count, "event file")) in \(folder): tensorboard --logdir \(folder)\n", to: 2)
  }
}

/// The command line that started the lesson.
enum Invocation {
  @TaskLocal static var arguments: [String] = []

  /// The arguments that change what the lesson computes, as one would type them again.
  static var knobs: String {
    var rest = arguments[...]
    var knobs: [String] = []
    while let argument = rest.popFirst() {
      switch argument {
      case "--show", "--quiet", "--check": continue
      case "--plots", "--format", "--events": rest = rest.dropFirst()
      case _ where ["--plots=", "--format=", "--events="].contains(where: argument.hasPrefix): continue
      default: knobs.append(quoted(argument))
      }
    }
    return knobs.joined(separator: " ")
  }

  private static func quoted(_ argument: String) -> String {
    let isPlain = argument.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_=.,:/+".contains($0)) }
    return isPlain && !argument.isEmpty
      ? argument : "'\(argument.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#))'"
  }
}
