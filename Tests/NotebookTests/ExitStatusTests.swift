import Foundation
import Testing

/// What a program said and how it ended.
struct Ending {
  let status: Int32
  let output: String
  let errors: String
  /// Whether a signal ended it.
  let isSignal: Bool
}

/// Runs one of the package's programs through a shell, where `$PROGRAM` is its path.
func shell(_ line: String, program: String = "Lesson02", environment: [String: String] = [:]) throws -> Ending {
  let products = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/bin/bash")
  process.arguments = ["-o", "pipefail", "-c", line]
  process.environment = ProcessInfo.processInfo.environment
    .merging(["PROGRAM": products.appendingPathComponent(program).path]) { $1 }.merging(environment) { $1 }
  let (output, errors) = (Pipe(), Pipe())
  process.standardOutput = output
  process.standardError = errors
  try process.run()
  // Both are short enough for the pipes' buffers, so that one can be read after the other.
  let said = output.fileHandleForReading.readDataToEndOfFile()
  let complained = errors.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return Ending(
    status: process.terminationStatus, output: String(decoding: said, as: UTF8.self),
    errors: String(decoding: complained, as: UTF8.self), isSignal: process.terminationReason == .uncaughtSignal)
}

@Suite("How a lesson ends") struct ExitStatusTests {
  private let folder: ScratchFolder
  init() throws { folder = try ScratchFolder() }

  @Test(
    "A bad option ends with status 64, one line that says what would be right, and the usage",
    arguments: [
      ("--beta -1", "Error: The value '-1' is invalid for '--beta <beta>': It must be from"),
      ("--beta nan", "Error: The value 'nan' is invalid for '--beta <beta>': It must be finite and from"),
      ("--beta inf", "Error: The value 'inf' is invalid for '--beta <beta>': It must be finite and from"),
      ("--seed x", "Error: The value 'x' is invalid for '--seed <N>'"),
      ("--seed -1", "Error: The value '-1' is invalid for '--seed <N>'"),
      ("--format jpg", "Error: The value 'jpg' is invalid for '--format <FORMAT>'"),
      ("--plots ''", "Error: --plots must name a folder, but is empty."),
      ("--events ''", "Error: --events must name a folder, but is empty."),
      ("--nonsense", "Error: Unknown option '--nonsense'"),
    ])
  func usage(arguments: String, line: String) throws {
    let ending = try shell("$PROGRAM --plots \(folder.path)/none \(arguments)")
    #expect(ending.status == 64)
    let lines = ending.errors.split(separator: "\n")
    #expect(lines.first.map { $0.hasPrefix(line) } == true, "\(ending.errors)")
    #expect(lines.contains { $0.hasPrefix("Usage: Lesson02") })
    #expect(ending.output.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/none"))
  }

  @Test("Event files are counted on standard error; a folder that cannot be made ends with status 1") func events()
    throws
  {
    let refused = try shell("$PROGRAM --plots \(folder.path)/none --events /dev/null/runs")
    #expect(refused.status == 1 && refused.errors.contains("/dev/null/runs"), "\(refused.errors)")
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/none"))
    let ending = try shell("$PROGRAM --plots \(folder.path)/plots --events \(folder.path)/runs > /dev/null")
    let files = FileManager.default.enumerator(atPath: "\(folder.path)/runs")?.compactMap { $0 as? String } ?? []
    let count = files.count { $0.hasSuffix("/events.out.tfevents.0.descent") }
    #expect(ending.status == 0 && count > 0)
    #expect(ending.errors == "\(count) event files in \(folder.path)/runs: tensorboard --logdir \(folder.path)/runs\n")
  }

  @Test("A folder that cannot be written to ends with status 1 and one line") func folderRefused() throws {
    let ending = try shell("$PROGRAM --plots /dev/null/x")
    #expect(ending.status == 1)
    #expect(
      ending.errors == "Error: cannot write /dev/null/x/02-ewma-bias-correction: Not a directory.\n")
    #expect(ending.output.isEmpty)
  }

  @Test("A reader that goes away does no harm: all files are written, status 0", arguments: ["| head -1", ">&-"])
  func readerGone(redirection: String) throws {
    let ending = try shell("$PROGRAM --plots \(folder.path) \(redirection)")
    #expect(ending.status == 0)  // pipefail: the status of the lesson, not of head
    #expect(!ending.isSignal)
    #expect(ending.errors.isEmpty)
    for name in ["README.md", "claims.json", "lesson.json"] {
      #expect(try !folder.text("02-ewma-bias-correction/\(name)").isEmpty)
    }
  }

  @Test("Without gnuplot everything but the pictures is written, one line says so, status 1") func noGnuplot() throws {
    let ending = try shell("PATH=/nowhere $PROGRAM --quiet --plots \(folder.path)")
    #expect(ending.status == 1)
    #expect(
      ending.errors
        == "Error: cannot start gnuplot to draw the figure: not found. Debian has it in the package gnuplot-nox.\n")
    try expectEverythingButPictures()
  }

  @Test("A gnuplot that fails is told in one line, with its own words", arguments: ["exit 3", "kill -9 $$"])
  func failingGnuplot(ending: String) throws {
    let program = "\(folder.path)/bin/gnuplot"
    try FileManager.default.createDirectory(atPath: "\(folder.path)/bin", withIntermediateDirectories: true)
    try Data("#!/bin/sh\necho no ink >&2\n\(ending)\n".utf8).write(to: URL(fileURLWithPath: program))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    let ending = try shell("PATH=\(folder.path)/bin:$PATH $PROGRAM --quiet --plots \(folder.path)")
    #expect(ending.status == 1)
    #expect(!ending.isSignal)
    #expect(ending.errors.split(separator: "\n").count == 1, "\(ending.errors)")
    #expect(ending.errors.contains("while drawing start, worth and adam: no ink"))
    try expectEverythingButPictures()
  }

  private func expectEverythingButPictures() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/02-ewma-bias-correction").sorted()
    let figures = ["adam", "start", "worth"]
    #expect(
      files
        == (["README.md", "claims.json", "lesson.json", "start-small.gp"]
        + figures.flatMap { ["\($0).dat", "\($0).gp"] }).sorted())
    #expect(try folder.text("02-ewma-bias-correction/README.md").contains("](start.svg)"))
  }

  @Test("With --show too, each figure that a failing gnuplot kept back is named once") func failingShow() throws {
    _ = try shell(
      "mkdir -p '\(folder.path)/bin'; printf '#!/bin/sh\\nexit 3\\n' > '\(folder.path)/bin/gnuplot'; chmod +x '\(folder.path)/bin/gnuplot'"
    )
    let ending = try shell("PATH='\(folder.path)/bin':$PATH $PROGRAM --show --plots \(folder.path)")
    #expect(ending.status == 1)
    #expect(
      ending.errors == "Error: gnuplot ended with status 3 while drawing start, worth and adam.\n")
  }

  @Test("A full disk behind standard output is an error") func fullDisk() throws {
    let ending = try shell("$PROGRAM --plots \(folder.path) > /dev/full")
    #expect(ending.status == 1)
    #expect(ending.errors == "Error: cannot write to standard output: No space left on device.\n")
  }

  @Test("Quiet tells nothing, and a pipe gets neither colour nor progress") func quiet() throws {
    let quiet = try shell("$PROGRAM --quiet --plots \(folder.path)")
    #expect(quiet.status == 0 && quiet.output.isEmpty && quiet.errors.isEmpty)
    let loud = try shell("$PROGRAM --plots \(folder.path)")
    #expect(loud.status == 0 && loud.errors.isEmpty)
    #expect(!loud.output.contains("\u{1B}"))
    #expect(loud.output.hasPrefix("Lesson 02 · EWMA bias correction\n"))
  }

  @Test("Course lists the lessons, and writes the gallery and the ledger once one has run") func course() throws {
    let before = try shell("$PROGRAM --plots \(folder.path)", program: "Course")
    #expect(before.status == 0)
    #expect(before.output.contains("Lesson02") && before.output.contains("not run yet"))
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/README.md"))
    #expect(try shell("$PROGRAM --quiet --plots \(folder.path)").status == 0)
    #expect(try shell("$PROGRAM --plots \(folder.path)", program: "Course").status == 0)
    #expect(try folder.text("README.md").contains("(02-ewma-bias-correction/README.md)"))
    #expect(try folder.text("CLAIMS.md").contains("[2.1](02-ewma-bias-correction/README.md#claims)"))
  }

  @Test("A full disk behind standard output is an error of Course too, and the gallery is written all the same")
  func courseOnFullDisk() throws {
    #expect(try shell("$PROGRAM --quiet --plots \(folder.path)").status == 0)
    let ending = try shell("$PROGRAM --plots \(folder.path) > /dev/full", program: "Course")
    #expect(ending.status == 1)
    #expect(ending.errors == "Error: cannot write to standard output: No space left on device.\n")
    #expect(try folder.text("README.md").contains("# What the lessons show"))
  }

  @Test("Course names a ledger that it cannot read, keeps the old gallery, and ends with status 1") func damaged()
    throws
  {
    #expect(try shell("$PROGRAM --quiet --plots \(folder.path)").status == 0)
    _ = try shell("echo oops > \(folder.path)/02-ewma-bias-correction/claims.json; echo old > \(folder.path)/README.md")
    let ending = try shell("$PROGRAM --plots \(folder.path)", program: "Course")
    #expect(ending.status == 1)
    #expect(
      ending.errors.hasPrefix("Error: \(folder.path)/02-ewma-bias-correction/claims.json is malformed (not JSON)"))
    #expect(try folder.text("README.md") == "old\n")
  }
}
