import Datasets
import Descent
import Experiments
import Testing
import WorkerProcesses

@testable import Lesson27

@Suite("Lesson 27 · Large batches and data parallelism") struct Lesson27Tests {
  let digits: Digits
  let task: DigitsTask

  init() throws {
    digits = try Digits.load()
    task = Training.task(digits, seed: 3)
  }

  // MARK: By hand

  @Test("By hand: of the gradients (1, 4) and (6) the plain mean is 4.25 and the weighed one 11/3") func shares() {
    let model = Parameter("w", Tensor(0, dtype: .float64))
    let slopes = [1.0, 4, 6]
    func loss(_ places: [Int]) -> Tensor {
      model.value * (places.reduce(0) { $0 + slopes[$1] } / Double(places.count))
    }
    let joint = sharedGradients(of: model, on: [[0, 1], [2]], among: SimulatedWorkers(2), loss: loss).gradients
    #expect(abs(joint.flattened[0] - 11.0 / 3) < 1e-15)  // two products and a sum are rounded
    let own = [[0, 1], [2]].map { part in valueAndGradients(of: model) { loss(part) }.gradients.flattened[0] }
    #expect(own == [2.5, 6] && (own[0] + own[1]) / 2 == 4.25)
  }

  @Test(
    "By hand: from 0.01 at B = 8 to B = 128 the rates are 0.16, 0.04 and 0.01, and 1,024 digits give 8 steps an epoch")
  func rates() {
    let arms = Rule.allCases.map { Arm(rule: $0, batchSize: 128) }
    #expect(arms.map { $0.rule.rate(0.01, times: $0.workers) } == [0.16, 0.04, 0.01])  // 16 and √16 are exact
    #expect(arms[0].stepsPerEpoch == 8 && arms[0].places.last == 64)
  }

  @Test(
    "By hand: two workers send 2 · 2,410 floats of gradients, or 2 · 32 for each sample at a cut behind the hidden layer"
  )
  func traffic() {
    // 64 · 32 + 32 + 32 · 10 + 10 parameters; equal at 2,410/32 = 75.3 samples.
    for (size, model) in [(64, 4096), (75, 4800), (76, 4864)] {
      let traffic = Traffic(batchSize: size, on: task)
      #expect(traffic.dataParallel == 4820 && traffic.modelParallel == model)
    }
  }

  // MARK: Theory

  @Test("Theory: the law 10 (1 + 40/B) is found in its own steps, 60 at B = 8 and 20 at B = 40") func law() {
    let sizes = [8, 40, 160, 400]
    let fitted = StepsLaw(batchSizes: sizes, steps: [60, 20, 12.5, 11])
    // The steps are those of the law, so that only rounding is left.
    #expect(abs(fitted.least - 10) < 1e-12 && abs(fitted.criticalBatch - 40) < 1e-10)
    #expect(abs(fitted(40) - 20) < 1e-12)
  }

  @Test(
    "Theory: weighed gradients are the batch's, up to rounding, with shares of any size", arguments: [2, 3, 4, 8, 16])
  func weighed(workers: Int) {
    let joint = JointGradient.equal(workers, isNormalised: false, on: task)
    #expect(joint.weighed < 1e-5)  // float32 has 6e-8, and sums have 64 terms
    if 64 % workers == 0 { #expect(joint.plain < 1e-5) } else { #expect(joint.plain > 1e-3) }
    #expect(JointGradient.equal(workers, isNormalised: true, on: task).weighed > 0.05)
  }

  @Test("Theory: the noise scale from 128 shares of 8 is that from the gradients of all samples one by one")
  func noiseScale() {
    let network = task.start().network
    let singles = (0..<1024).map { task.gradients(of: network, on: [$0]) }
    let mean = singles.treeSum * (1.0 / 1024)
    let squares = singles.map { $0.norm * $0.norm }
    let trace = (squares.reduce(0, +) / 1024 - mean.norm * mean.norm) * 1024 / 1023
    let shares = shards(of: Array(0..<1024), workers: 128).map { task.gradients(of: network, on: $0) }
    let small = Summary(of: shares.map { $0.norm * $0.norm }).mean
    let noise = GradientNoise(small: (8, small), large: (1024, mean.norm * mean.norm))
    // |g₈|² spreads by about its half; the mean of 128 of them by 1/20 of that, and the trace is most of it: 5 %, 4 times.
    #expect(abs(noise.noise / trace - 1) < 0.2)
    #expect(noise.scale > 20 && noise.scale < 80)  // 37 over ten seeds at the start
  }

  @Test("Theory: workers that exchange gradients alone stay as far apart as they began", arguments: [2, 5])
  func strangers(workers: Int) {
    let strangers = Strangers(workers, on: task)
    #expect(strangers.change < 1e-5)  // 300 steps round the same update into different weights
    #expect(strangers.accuracy > 80)  // and nobody notices
  }

  // MARK: Contrast

  @Test("Contrast: four workers are one network, bar rounding; with batch normalisation another one, and as good")
  func shared() {
    let (plain, normed) = (Shared(4, isNormalised: false, on: task), Shared(4, isNormalised: true, on: task))
    #expect(plain.distance < 1e-3 && plain.differing <= 2)  // a ReLU may flip
    #expect(normed.distance > 0.05 && normed.gradient > 0.1)
    #expect(abs(normed.accuracy - normed.accuracyOfOne) < 4)  // 600 digits: 0.7 points of standard error each
  }

  @Test(
    "Contrast: at B = 128 the linear rule reads 5 points more than the fixed rate; after ten times the epochs still more"
  )
  func rules() async {
    func trials(_ epochs: Int, seeds: Int) async -> Trials<Rule, Run> {
      await Trials(Rule.allCases, seeds: (0..<UInt64(seeds)).map { $0 }) { rule, seed in
        Run(Arm(rule: rule, batchSize: 128, epochs: epochs), baseRate: 0.01, on: Training.task(digits, seed: seed))
      }
    }
    let short = await trials(8, seeds: 4)
    #expect(short.count(.linear, .fixed) { $0.accuracy > $1.accuracy + 5 } == 4)
    #expect(short.count(.linear, .squareRoot) { $0.accuracy > $1.accuracy } >= 3)
    let long = await trials(80, seeds: 4)
    #expect(long[.linear].accuracy.mean > long[.fixed].accuracy.mean)
    #expect(long[.fixed].accuracy.mean > short[.fixed].accuracy.mean + 10)  // not yet is not never
  }

  @Test("Contrast: a batch of 64 needs fewer than half the steps of one of 8, and far more than an eighth") func race()
  {
    let small = Race(batchSize: 8, rate: 0.04, target: 0.3, on: task).steps
    let large = Race(batchSize: 64, rate: 0.32, target: 0.3, on: task).steps
    #expect(large < small / 2 && large > small / 8)
    #expect(Race(batchSize: 512, rate: 1e-6, target: 0.3, on: task).steps == .infinity)
  }

  // MARK: Real processes

  /// The lesson's own program as workers under mpirun; nil where there is none.
  private func launch(_ count: Int, _ arguments: [String]) throws -> WorkerProcesses.Launch? {
    let folder = CommandLine.arguments[0].split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let program = folder.joined(separator: "/") + "/Lesson27"
    let launch = try WorkerProcesses.launch(count, of: program, ["--worker"] + arguments, seconds: 120)
    if case .notPossible = launch { return nil }
    return launch
  }

  @Test("Processes: two, three and four come to the bits of the simulation", arguments: [2, 3, 4])
  func processes(count: Int) throws {
    if let launch = try launch(count, ["--seed", "5"]) { #expect(launch == .done) }
  }

  @Test(
    "Processes: one that dies, hangs or meets nan ends them all, and one line says so",
    arguments: [
      (Fault.dies, "exited on signal 9"), (.hangs, "worker 0 of 3 waited 3 s for the others; one of them hangs."),
      (.nan, "worker 2 of 3: its gradient is not finite (hidden.weight: "),
    ])
  func faults(fault: Fault, complaint: String) throws {
    guard try launch(2, []) != nil else { return }
    let error = try #require(throws: WorkerError.self) {
      try launch(3, ["--patience", "3", "--fault", fault.rawValue])
    }
    #expect(error.description.contains(complaint) && !error.description.contains("\n"), "\(error)")
  }

  // MARK: Refusal

  @Test("Refusal: one worker alone, and a worker's fault that nobody knows") func refuses() throws {
    let one = try #require(throws: (any Error).self) { try Lesson27.parse(["--workers=1"]) }
    #expect(
      Lesson27.message(for: one) == "The value '1' is invalid for '--workers <workers>': It must be from 2 to 16.")
    let fault = try #require(throws: (any Error).self) { try Worker.parse(["--fault", "sleeps"]) }
    #expect(Worker.message(for: fault).contains("'sleeps' is invalid for '--fault <fault>'"))
  }
}
