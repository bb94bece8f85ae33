import Descent
import Experiments
import Foundation
import Testing

@testable import Notebook

@Suite("A training as an event file") struct TrainingEventsTests {
  private let folder = NSTemporaryDirectory() + "events-\(UUID().uuidString)"

  /// Gradient descent on ½w² from 1 at the rate 0.1: before step t, w = 0.9ᵗ, which is its gradient too, the loss is
  /// ½·0.81ᵗ, and each update is a tenth of w.
  private func descend(steps: Int) {
    let w = Parameter("w", Tensor([1.0], dtype: .float64))
    var (optimizer, generator) = (SGD(learningRate: 0.1), RandomGenerator(seed: 0))
    train(w, with: &optimizer, samples: 1, batchSize: 1, epochs: steps, using: &generator) { _ in
      (w.value * w.value).sum() * 0.5
    }
  }

  @Test("An observer sees each step's weights before and after its update, and the end") func observer() {
    let ratios = Ratios()
    TrainingObservers.adding(ratios) { descend(steps: 3) }
    #expect(ratios.planned == 3 && ratios.hasEnded)
    // A few roundings of 10⁻¹⁶ each.
    #expect(zip(ratios.before, [1, 0.9, 0.81]).allSatisfy { abs($0 - $1) < 1e-15 } && ratios.before.count == 3)
    #expect(ratios.all.count == 3 && ratios.all.allSatisfy { abs($0 - 0.1) < 1e-15 })
    descend(steps: 3)
    #expect(ratios.all.count == 3)  // nobody watches any longer
  }

  @Test("Trials name their runs by arm and seed; whoever trains twice gets a number") func names() async throws {
    let events = try TrainingEvents(folder: folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    await TrainingObservers.adding(events) {
      _ = await Trials(["sgd 0.3", "../x"], seeds: [4, 5]) { _, _ in
        descend(steps: 1)
        descend(steps: 1)
      }
      descend(steps: 1)
    }
    let files = FileManager.default.enumerator(atPath: folder)?.allObjects.compactMap { $0 as? String } ?? []
    #expect(
      Set(
        files.filter { $0.hasSuffix("/events.out.tfevents.0.descent") }.map {
          $0.split(separator: "/").dropLast().joined(separator: "/")
        })
        == [
          "sgd-0.3/seed-4", "sgd-0.3/seed-4-2", "sgd-0.3/seed-5", "sgd-0.3/seed-5-2", "x/seed-4", "x/seed-4-2",
          "x/seed-5", "x/seed-5-2", "training",
        ])
    #expect(events.count == 9 && events.failure == nil)
  }

  @Test("Of an arm's seeds the first three are watched") func firstSeeds() async {
    let ratios = Ratios()
    await TrainingObservers.adding(ratios) {
      _ = await Runs(seeds: [7, 8, 9, 10, 11]) { seed in descend(steps: seed < 10 ? 0 : 1) }
    }
    #expect(ratios.hasEnded && ratios.all.isEmpty)  // 10 and 11, which make a step, were not
  }

  @Test("A folder that cannot be written to is told, at once or at the end") func refusal() async throws {
    try Data().write(to: URL(fileURLWithPath: folder))
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect((try? TrainingEvents(folder: folder)) == nil)
    try FileManager.default.removeItem(atPath: folder)
    let events = try TrainingEvents(folder: folder)
    try FileManager.default.removeItem(atPath: folder)
    try Data().write(to: URL(fileURLWithPath: folder))
    TrainingObservers.adding(events) { descend(steps: 1) }
    #expect(events.failure.map { "\($0)" }?.contains(folder) == true)
  }

  @Test(
    "TensorBoard's own reader finds every step, its numbers and its histograms",
    .enabled(if: python != nil, "TENSORBOARD_PYTHON names no Python that has TensorBoard"))
  func reader() throws {
    let events = try TrainingEvents(folder: folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    TrainingObservers.adding(events) { descend(steps: 25) }
    let run = try #require(try read()["training"])
    let steps = [0.0, 10, 20, 24]
    for (tag, value) in [
      ("train/loss", { 0.5 * pow(0.81, $0) }), ("train/learning rate", { _ in 0.1 }),
      ("weight norm/w", { pow(0.9, $0) }),
      ("gradient norm/w", { pow(0.9, $0) }), ("gradient norm/all parameters", { pow(0.9, $0) }),
      ("update ratio/w", { _ in 0.1 }), ("zero share/w", { _ in 0 }),
      // The greatest since the record before is the first after it.
      ("train/greatest loss since the last record", { 0.5 * pow(0.81, $0 == 0 ? 0 : $0 == 24 ? 21 : $0 - 9) }),
    ] as [(String, (Double) -> Double)] {
      let found = try #require(run.scalars[tag], "\(tag)")
      #expect(found.map { $0[0] } == steps, "\(tag)")
      // A scalar is kept in 32 bits: a relative rounding of 6·10⁻⁸.
      #expect(zip(found, steps).allSatisfy { abs($0[1] - value($1)) <= 1e-7 * value($1) }, "\(tag): \(found)")
    }
    #expect(Set(run.histograms.keys) == ["weights/w", "gradients/w"])
    let last = try #require(run.histograms["weights/w"]?.last)
    let w = pow(0.9, 24.0)
    #expect(last.step == 24 && last.edges.count == 1 && last.counts == [1])
    #expect([last.minimum, last.maximum, last.sum, last.edges[0]].allSatisfy { abs($0 / w - 1) < 1e-14 })
  }

  @Test(
    "Of a file with one wrong bit the reader keeps what stands before it, and says nothing",
    .enabled(if: python != nil, "TENSORBOARD_PYTHON names no Python that has TensorBoard"))
  func wrongBit() throws {
    let events = try TrainingEvents(folder: folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    TrainingObservers.adding(events) { descend(steps: 25) }
    let file = URL(fileURLWithPath: folder + "/training/events.out.tfevents.0.descent")
    var bytes = try Data(contentsOf: file)
    bytes[bytes.count - 20] ^= 1
    try bytes.write(to: file)
    #expect(try read()["training"]?.scalars["train/loss"]?.map { $0[0] } == [0, 10, 20])
  }

  private func read() throws -> [String: Record] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(python))
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "Fixtures/read_events.py")
    process.arguments = [script.path, folder]
    let (output, errors) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (output, errors)
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try JSONDecoder().decode([String: Record].self, from: data)
  }
}

/// A Python that has TensorBoard, if the environment names one.
private let python = ProcessInfo.processInfo.environment["TENSORBOARD_PYTHON"].flatMap { $0.isEmpty ? nil : $0 }

/// What the reader finds of one run.
private struct Record: Decodable {
  let scalars: [String: [[Double]]]
  let histograms: [String: [StoredHistogram]]
}

private struct StoredHistogram: Decodable {
  let step, minimum, maximum, count, sum, sumOfSquares: Double
  let edges, counts: [Double]

  init(from decoder: any Decoder) throws {
    var row = try decoder.unkeyedContainer()
    step = try row.decode(Double.self)
    minimum = try row.decode(Double.self)
    maximum = try row.decode(Double.self)
    count = try row.decode(Double.self)
    sum = try row.decode(Double.self)
    sumOfSquares = try row.decode(Double.self)
    edges = try row.decode([Double].self)
    counts = try row.decode([Double].self)
  }
}

/// Keeps the ratios of one training.
private final class Ratios: TrainingObserver, ObservedTraining, @unchecked Sendable {
  private(set) var planned = 0
  private(set) var before: [Double] = []
  private(set) var all: [Double] = []
  private(set) var hasEnded = false

  func begin(steps: Int) -> any ObservedTraining {
    planned = steps
    return self
  }

  func observe(_ step: ObservedStep) {
    before += step.before[0].scalars
    all += step.updateRatios
  }

  func end() { hasEnded = true }
}
