import Foundation
import Testing

@testable import Gnuplot

@Suite("When drawing fails") struct FailureTests {
  /// Writes the sample figure with another program in gnuplot's place and returns the error's one line.
  private func failure(_ renderer: Renderer, _ folder: Scratch, format: Format = .svg) throws -> String {
    let error = #expect(throws: FigureError.self) {
      try sample().write(to: folder.path, format: format, renderer: renderer)
    }
    let line = error.map { "\($0)" } ?? ""
    #expect(!line.contains("\n"))
    return line
  }

  @Test("gnuplot missing: one line says so, data and script are there") func missing() throws {
    let folder = try Scratch()
    let line = try failure(Renderer(program: "no-such-gnuplot"), folder)
    #expect(
      line == "cannot start no-such-gnuplot to draw the figure: not found. Debian has it in the package gnuplot-nox.")
    #expect(folder.files == ["sample.dat", "sample.gp"])
  }

  @Test("gnuplot exiting with an error: its status and its own words") func exitStatus() throws {
    let folder = try Scratch()
    let bin = try Scratch()
    let fake = try bin.program("cat > /dev/null; echo 'line 3: undefined variable: loss' >&2; exit 1")
    let line = try failure(fake, folder)
    #expect(line == "gnuplot ended with status 1 while drawing sample: line 3: undefined variable: loss")
    #expect(folder.files == ["sample.dat", "sample.gp"])
  }

  @Test("gnuplot killed half-way: the signal is named and half a picture is none") func killed() throws {
    let folder = try Scratch()
    let bin = try Scratch()
    let fake = try bin.program("cat > /dev/null; echo '<svg'; kill -9 $$")
    let line = try failure(fake, folder)
    #expect(line.hasPrefix("gnuplot was ended by signal 9 (Killed) while drawing sample"))
    #expect(folder.files == ["sample.dat", "sample.gp"])
  }

  @Test("While gnuplot draws, the folder holds no picture yet under any name: a stopped program leaves nothing behind")
  func nothingLeftBehind() throws {
    let (bin, folder) = (try Scratch(), try Scratch())
    // gnuplot itself, and then a look at what has come to lie in the folder before the program goes on.
    let watching = try bin.program("gnuplot && ls -A >> '\(bin.path)/seen'")
    try sample(animation: Animation(frames: 2)).write(to: folder.path, renderer: watching)
    let seen = Set(try bin.text("seen").split(separator: "\n").map(String.init))
    #expect(seen.isSuperset(of: ["sample.dat", "sample.gp"]))
    #expect(seen.isDisjoint(with: ["sample.svg", "sample.gif"]) && !seen.contains { $0.hasPrefix(".") })
    #expect(folder.files == ["sample.dat", "sample.gif", "sample.gp", "sample.svg"])
  }

  @Test("gnuplot gone before it read anything raises no signal, however long the script, on any thread")
  func brokenPipe() async throws {
    let bin = try Scratch()
    let fake = try bin.program("echo gone >&2; exit 3")
    // More than a pipe holds (64 KiB), so that the writer meets the closed end.
    let script = String(repeating: "# a long script\n", count: 100_000)
    try await withThrowingTaskGroup(of: Renderer.Outcome.self) { group in
      for _ in 0..<4 { group.addTask { try fake.run(script, in: nil) } }
      for try await outcome in group {
        #expect(outcome.failure == "ended with status 3" && outcome.messages == "gone")
      }
    }
  }

  @Test("More words than a pipe holds do not block") func longMessage() throws {
    let bin = try Scratch()
    let fake = try bin.program("cat > /dev/null; yes 'a complaint' | head -c 300000 >&2; exit 1")
    let outcome = try fake.run("plot x\n", in: nil)
    #expect(outcome.messages == "a complaint; a complaint; a complaint")
  }

  @Test("gnuplot that ends well without a picture is an error too") func noPicture() throws {
    let (bin, folder) = (try Scratch(), try Scratch())
    let line = try failure(try bin.program("cat > /dev/null"), folder)
    #expect(line == "gnuplot ended without a picture while drawing sample.")
  }

  @Test(
    "A picture that breaks off is none, though gnuplot ends well", arguments: Format.allCases, [0.3, 0.9, 0.999])
  func brokenOff(format: Format, share: Double) throws {
    let (bin, folder) = (try Scratch(), try Scratch())
    // What gnuplot drew, cut as a full disk cuts it.
    let fake = try bin.program(
      "gnuplot -d > '\(bin.path)/whole'; head -c $(($(wc -c < '\(bin.path)/whole') * \(Int(share * 1000)) / 1000)) '\(bin.path)/whole'"
    )
    let line = try failure(fake, folder, format: format)
    #expect(line == "gnuplot left a picture that breaks off, sample.\(format), while drawing sample.")
    #expect(folder.files == ["sample.dat", "sample.gp"])
  }

  @Test("A film that breaks off leaves no picture either, and the old ones stay") func brokenFilm() throws {
    let (bin, folder) = (try Scratch(), try Scratch())
    let film = sample(animation: Animation(frames: 2))
    try film.write(to: folder.path)
    let before = try folder.bytes("sample.svg") + folder.bytes("sample.gif")
    let fake = try bin.program(
      "gnuplot -d > '\(bin.path)/whole'; if head -c 3 '\(bin.path)/whole' | grep -q GIF; then head -c 5000 '\(bin.path)/whole'; else cat '\(bin.path)/whole'; fi"
    )
    let error = #expect(throws: FigureError.self) { try film.write(to: folder.path, renderer: fake) }
    #expect("\(error.map { "\($0)" } ?? "")".contains("breaks off, sample.gif"))
    #expect(try folder.bytes("sample.svg") + folder.bytes("sample.gif") == before)
  }

  @Test("gnuplot that stops reading the script and ends well has not drawn the figure") func unreadScript() throws {
    let bin = try Scratch()
    let fake = try bin.program("head -c 10 > /dev/null; exit 0")
    let outcome = try fake.run(String(repeating: "# a long script\n", count: 100_000), in: nil)
    #expect(outcome.failure?.hasPrefix("did not take the whole script") == true)
  }

  @Test("An old picture survives a failed drawing") func oldPicture() throws {
    let folder = try Scratch()
    try sample().write(to: folder.path)
    let before = try folder.bytes("sample.svg")
    let bin = try Scratch()
    _ = try failure(try bin.program("exit 1"), folder)
    #expect(try folder.bytes("sample.svg") == before)
  }

  @Test("A folder that cannot be made or written", arguments: ["/dev/null/x", "/dev/null", "/proc/nowhere"])
  func folders(path: String) {
    let error = #expect(throws: FigureError.self) { try sample().write(to: path) }
    let line = error.map { "\($0)" } ?? ""
    #expect(line.hasPrefix("cannot write \(path)"))
  }

  @Test("A folder in the place of a file") func folderInTheWay() throws {
    let folder = try Scratch()
    try FileManager.default.createDirectory(atPath: folder.path + "/sample.dat/x", withIntermediateDirectories: true)
    let error = #expect(throws: FigureError.self) { try sample().write(to: folder.path) }
    let line = error.map { "\($0)" } ?? ""
    #expect(line.hasPrefix("cannot write \(folder.path)/sample.dat: "))
    #expect(folder.files == ["sample.dat"])
  }

  @Test("gnuplot's real words come without prompt, echo and caret") func realWords() throws {
    let outcome = try Renderer().run("plot sin(x\n", in: nil)
    #expect(outcome.failure == "ended with status 1")
    #expect(outcome.messages.contains("')' expected") && !outcome.messages.contains("gnuplot>"))
  }
}
