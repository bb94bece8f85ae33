import Foundation
import Testing

@testable import WorkerProcesses

/// What `launch` makes of the ways in which mpirun ends; scripts stand in for it.
@Suite("Starting worker processes", .enabled(if: WorkerProcesses.isBuiltWithMPI)) struct LaunchTests {
  /// Launches with a script in mpirun's place; says how long it took, too.
  private func launch(_ script: String, seconds: Int = 20) throws -> (
    outcome: Result<WorkerProcesses.Launch, WorkerError>, seconds: Double
  ) {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("mpirun-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try "#!/bin/bash\n\(script)\n".write(toFile: path, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    while true {
      let start = Date()
      let outcome = Result { () throws(WorkerError) in
        try WorkerProcesses.launch(4, of: "program", ["--worker", "file"], seconds: seconds, mpirun: path)
      }
      // A process that another test starts meanwhile may hold the script open for a moment: "Text file busy".
      let busy = String(cString: strerror(ETXTBSY))
      if case .success(.notPossible(let reason)) = outcome, reason.contains(busy) { continue }
      return (outcome, -start.timeIntervalSinceNow)
    }
  }

  @Test("It starts as many processes as are asked for, and is done when they are") func done() throws {
    let wanted = "--allow-run-as-root --oversubscribe -x OPENBLAS_NUM_THREADS=1 -n 4 program --worker file"
    #expect(try launch(#"[ "$*" = "\#(wanted)" ] && [ ! -t 0 ]"#).outcome == .success(.done))
  }

  @Test(
    "Of all that is said when one fails, its own complaint is kept, or else what mpirun noticed",
    arguments: [
      (
        "echo noise; echo 'Error: worker 2 of 4: it is broken.' >&2; echo 'Error: another'; exit 1",
        "worker 2 of 4: it is broken."
      ),
      (
        "echo -----; echo 'mpirun noticed that process rank 1 exited on signal 9 (Killed).'; exit 137",
        "mpirun noticed that process rank 1 exited on signal 9 (Killed)."
      ),
      ("echo --; echo 'not enough slots'; exit 1", "not enough slots."),
      ("exit 7", "4 workers ended with status 7 and said nothing."),
      ("kill -9 $$", "mpirun was ended by signal 9."),
    ])
  func fails(script: String, complaint: String) throws {
    #expect(try launch(script).outcome == .failure(WorkerError(complaint)))
  }

  @Test("What hangs is told to end, then killed; long output does not block it") func late() throws {
    let obedient = try launch("exec sleep 60", seconds: 1)
    #expect(obedient.outcome == .failure(WorkerError("4 workers did not end within 1 s and were stopped.")))
    #expect(obedient.seconds < 2.9)  // the first signal is enough: nothing waits for the second
    let stubborn = try launch("trap '' TERM; while true; do sleep 0.1; done", seconds: 1)
    #expect(stubborn.outcome == obedient.outcome)
    #expect(stubborn.seconds >= 3)  // 1 s, and 2 s of grace
    let wordy = try launch("head -c 300000 /dev/zero; exit 3")
    #expect(wordy.outcome == .failure(WorkerError("4 workers ended with status 3 and said nothing.")))
  }

  @Test("Without mpirun nothing is started, and it says so") func missing() throws {
    let outcome = try WorkerProcesses.launch(2, of: "program", [], seconds: 5, mpirun: "mpirun-that-is-not-there")
    #expect(outcome == .notPossible("There is no mpirun-that-is-not-there here: No such file or directory."))
  }
}
