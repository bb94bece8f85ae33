import ArgumentParser
import Datasets
import Descent
import FoundationEssentials

/// Times one training step of the reference workloads: forward pass, loss, backward pass and update on one fixed
/// mini-batch; and beside it the step's matrix products alone, the floor under any implementation.
///
/// Prints a line for each, the best of several repeats in microseconds: `digits descent 12.3`, `digits products 6.1`.
/// With `--together 2` two independent trainings run side by side instead, and the line gives how many times longer a
/// step takes than alone: `digits together 1.05`. With `--steps 100000` so many steps are trained instead, and the line
/// gives the resident set in kilobytes after the first hundred and at the end: `digits resident 14992 14992`. With
/// `--trainings` the lines give seconds of what lessons train: `lenet epoch 0.051` and `charlm pretraining 0.92`.
@main struct TrainingSteps: AsyncParsableCommand {
  @Option(help: "How many threads a matrix product may use.") var threads = 1
  @Option(help: "Workloads to time, with commas; all by default.") var only: String?
  @Option(help: "How many repeats to take the best of.") var `repeat` = 5
  @Option(help: "How many independent trainings to run side by side, and compare with one.") var together = 1
  @Option(help: "How many steps to train, to see whether the resident set grows (Linux).") var steps: Int?
  @Flag(help: "Time an epoch of LeNet on 1,200 digits, and the pre-training of the letter model.") var trainings = false

  func validate() throws {
    for (option, value) in [("threads", threads), ("repeat", `repeat`), ("together", together)] where value < 1 {
      throw ValidationError("--\(option) must be at least 1, but is \(value).")
    }
    if let steps, steps < 100 { throw ValidationError("--steps must be at least 100, but is \(steps).") }
    let names = Workload.all.map(\.name)
    for name in only?.split(separator: ",").map(String.init) ?? [] where !names.contains(name) {
      throw ValidationError("--only knows \(names.joined(separator: ", ")), but not \(name).")
    }
  }

  func run() async throws {
    MatrixProducts.useThreads(threads)
    if trainings { return try timeTrainings() }
    let wanted = only.map { Set($0.split(separator: ",").map(String.init)) }
    for workload in Workload.all where wanted?.contains(workload.name) ?? true {
      if together > 1 {
        let ratio = await timeOf(together, workload) / timeOf(1, workload)
        print("\(workload.name) together \((ratio * 100).rounded() / 100)")
        continue
      }
      let step = workload.trainingStep()
      if let steps {
        _ = try residentSet()  // the first reading takes memory itself
        for _ in 0..<100 { step() }
        let early = try residentSet()
        for _ in 100..<steps { step() }
        print("\(workload.name) resident \(early) \(try residentSet())")
        continue
      }
      let products = workload.matrixProducts()
      print("\(workload.name) descent \(tenths(best(of: `repeat`, workload.stepsTimed, step)))")
      print("\(workload.name) products \(tenths(best(of: `repeat`, workload.stepsTimed, products)))")
    }
  }
}

extension TrainingSteps {
  /// An epoch of 18 mini-batches of LeNet, and 600 steps of the letter model with the reading of its test words.
  private func timeTrainings() throws {
    let digits = try Digits.load()[0..<1200]
    let images = digits.pixels.reshaped([1200, 1, 8, 8]).resized(toHeight: 32, width: 32)
    var generator = RandomGenerator(seed: 0)
    let model = LeNet(using: &generator)
    var optimizer = Adam(learningRate: 2e-3)
    let epoch = best(of: `repeat`, 1) {
      train(
        model, with: &optimizer, samples: 1200, batchSize: 64, epochs: 1, incomplete: .drop, using: &generator
      ) { batch in
        softmaxCrossEntropy(model(images.take(rows: batch)), labels: batch.map { digits.labels[$0] })
      }
    }
    print("lenet epoch \(thousandths(epoch / 1e6))")
    let pretraining = try best(of: `repeat`, 1) { _ = try EnglishBase.train() }
    print("charlm pretraining \(thousandths(pretraining / 1e6))")
  }

  /// The shortest time in which so many independent trainings, side by side, do the workload's steps.
  private func timeOf(_ copies: Int, _ workload: Workload) async -> Duration {
    var best = Duration.seconds(1000)
    for _ in 0..<`repeat` {
      let start = ContinuousClock.now
      await withTaskGroup(of: Void.self) { group in
        for _ in 0..<copies {
          group.addTask {
            let step = workload.trainingStep()
            for _ in 0..<workload.stepsTimed { step() }
          }
        }
      }
      best = min(best, ContinuousClock.now - start)
    }
    return best
  }
}

/// The shortest time of a step in microseconds, over several repeats of many steps.
func best(of repeats: Int, _ steps: Int, _ step: () throws -> Void) rethrows -> Double {
  for _ in 0..<max(1, steps / 10) { try step() }
  let clock = ContinuousClock()
  return try (0..<repeats).map { _ in
    let time = try clock.measure { for _ in 0..<steps { try step() } }
    return time / .microseconds(steps)
  }.min() ?? .nan
}

func thousandths(_ number: Double) -> String { "\((number * 1000).rounded() / 1000)" }
func tenths(_ number: Double) -> String { "\((number * 10).rounded() / 10)" }

/// How much memory this process has in use, in kilobytes, as Linux counts it.
func residentSet() throws -> Int {
  let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8).split(separator: "\n")
  let line = status.first { $0.hasPrefix("VmRSS:") }?.split(whereSeparator: \.isWhitespace)
  guard let kilobytes = line.flatMap({ Int($0[1]) }) else { throw CocoaError(.fileReadCorruptFile) }
  return kilobytes
}
