import ArgumentParser
import Gnuplot

/// The options that every lesson takes.
public struct CommonOptions: ParsableArguments, Sendable {
  /// The first seed of whatever is random.
  @Option(help: ArgumentHelp("First seed of whatever is random, a whole number from 0 on.", valueName: "N"))
  public var seed: UInt64 = 0

  /// The folder of all lessons' output.
  @Option(help: ArgumentHelp("Folder for the output; the lesson's own folder is made inside.", valueName: "DIR"))
  public var plots = "plots"

  /// The format of the pictures.
  @Option(help: ArgumentHelp("Format of the pictures: svg, png or pdf.", valueName: "FORMAT"))
  public var format: Format = .svg

  /// The folder of the trainings' event files; none are written without it.
  @Option(
    help: ArgumentHelp(
      "Also write trainings, of three seeds each, to folders in DIR for TensorBoard.", valueName: "DIR"))
  public var events: String?

  /// Whether figures are drawn on the screen too.
  @Flag(help: "Also draw the figures in the terminal, or in a window where there is a display.")
  public var show = false

  /// Whether nothing is told on standard output.
  @Flag(help: "Write the files and tell nothing.")
  public var quiet = false

  /// Whether a claim that does not come out as stated is an error.
  @Flag(help: "End with status 1 when a claim does not come out as stated.")
  public var check = false

  /// Makes the options with their defaults.
  public init() {}

  /// Refuses an empty name of a folder.
  public func validate() throws {
    if plots.isEmpty { throw ValidationError("--plots must name a folder, but is empty.") }
    if events?.isEmpty == true { throw ValidationError("--events must name a folder, but is empty.") }
  }

  /// So many seeds from `--seed` on; after the largest comes 0.
  public func seeds(_ count: Int) -> [UInt64] { (0..<UInt64(count)).map { seed &+ $0 } }

  /// So many seeds for a pilot, a thousand further on, so that none of them is among the seeds of what is reported.
  public func pilotSeeds(_ count: Int) -> [UInt64] { (0..<UInt64(count)).map { seed &+ 1000 &+ $0 } }
}

extension Format: ExpressibleByArgument {}
