import CGnuplotIostream

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// gnuplot as a program: one run for a figure, fed through gnuplot-iostream.
public struct Renderer: Sendable, Hashable {
  /// The program, looked up in PATH at each call unless it has a slash.
  public var program: String

  /// gnuplot, or another program in its place.
  public init(program: String = "gnuplot") { self.program = program }

  /// What a run of gnuplot left behind.
  struct Outcome {
    var output: [UInt8]
    var messages: String
    /// How it ended, such as "ended with status 1"; nil when all went well.
    var failure: String?
  }

  /// Runs the script in the folder.
  func run(_ script: String, in folder: String?, arguments: [String] = []) throws(FigureError) -> Outcome {
    let bytes = Array(script.utf8)
    let outcome = withArguments(arguments) { arguments in
      bytes.withUnsafeBufferPointer { buffer in
        buffer.withMemoryRebound(to: CChar.self) {
          gnuplot_run(program, arguments, folder, $0.baseAddress, $0.count)
        }
      }
    }
    defer { gnuplot_outcome_free(outcome) }
    guard outcome.start_error == 0 else {
      let reason = outcome.start_error == ENOENT ? "not found" : Files.message(outcome.start_error)
      throw .cannotStart(program: program, reason: reason)
    }
    let failure: String? =
      if outcome.signal != 0 {
        "was ended by signal \(outcome.signal) (\(String(cString: strsignal(outcome.signal))))"
      } else if outcome.exit_status != 0 {
        "ended with status \(outcome.exit_status)"
      } else if outcome.write_error != 0 {
        "did not take the whole script (\(Files.message(outcome.write_error)))"
      } else if outcome.read_error != 0 {
        "drew what cannot be read back (\(Files.message(outcome.read_error)))"
      } else { nil }
    return Outcome(
      output: bytesOf(outcome.output, outcome.output_count),
      messages: Self.oneLine(String(decoding: bytesOf(outcome.message, outcome.message_count), as: UTF8.self)),
      failure: failure)
  }

  private func bytesOf(_ pointer: UnsafeMutablePointer<CChar>?, _ count: Int) -> [UInt8] {
    guard let pointer else { return [] }
    return UnsafeRawBufferPointer(start: pointer, count: count).map { $0 }
  }

  private func withArguments<Result>(
    _ arguments: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
  ) -> Result {
    let copies = arguments.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    return (copies.map { UnsafePointer($0) } + [nil]).withUnsafeBufferPointer { body($0.baseAddress) }
  }

  /// gnuplot's words without its prompts, its echo of the command, its carets and its empty lines.
  static func oneLine(_ message: String) -> String {
    let lines = message.split(whereSeparator: \.isNewline).map { line -> Substring in
      var line = line
      while line.first?.isWhitespace == true { line = line.dropFirst() }
      while line.last?.isWhitespace == true { line = line.dropLast() }
      return line
    }
    let words = lines.filter { !$0.isEmpty && $0 != "^" && !$0.hasPrefix("gnuplot>") && !$0.hasPrefix("multiplot>") }
    var text = words.prefix(3).joined(separator: "; ")
    if text.count > 300 { text = text.prefix(299) + "…" }
    return text
  }
}
