import Datasets
import Descent
import Experiments
import Foundation
import Testing

@testable import Lesson38

@Suite("Lesson 38 · Quantisation") struct Lesson38Tests {
  /// One network for the tests that need no more.
  static let task = Result { LeNetTask(try .load()) }
  static let trained = task.map { Trained($0, seed: 90) }

  // MARK: By hand

  @Test("By hand: (−1.27, 0.4, 0.013, 1) become (−127, 40, 1, 100); beside −127 the others become 0, 0 and 1")
  func fourWeights() {
    let even = QuantizedTensor(symmetric: Tensor([-1.27, 0.4, 0.013, 1], dtype: .float64))
    #expect(even.integers == [-127, 40, 1, 100] && abs(even.scales.item - 0.01) < 1e-17)
    let outlier = QuantizedTensor(symmetric: Tensor([-127, 0.4, 0.013, 1], dtype: .float64))
    #expect(outlier.integers == [-127, 0, 0, 1] && outlier.scales.item == 1)
  }

  @Test("By hand: the sums −13,600 and 33,745, times both scales, are −0.756 and 1.876; exact are −0.75 and 1.875")
  func product() {
    let w = QuantizedTensor(symmetric: Tensor(rows: [[0.5, -1], [0.25, 2]], dtype: .float64))
    let x = QuantizedTensor(asymmetric: Tensor([0.3, 0.9], dtype: .float64))
    #expect(w.integers == [32, -64, 16, 127] && x.integers == [85, 255] && x.zeroPoint == 0)
    #expect(quantizedSums(x, w) == [-13_600, 33_745])  // 85 · 32 − 255 · 64, 85 · 16 + 255 · 127
    let y = quantizedProduct(x, w).scalars
    #expect(abs(y[0] + 0.756) < 5e-4 && abs(y[1] - 1.876) < 5e-4)  // to three decimals
  }

  @Test("By hand: Q is 127, 7 and 1; an outlier 127/7 times as large leaves four bits, with r = ½ twice as large")
  func levels() {
    #expect([8, 4, 2].map(highest) == [127, 7, 1])
    #expect(bitsHolding(127) == 8 && bitsHolding(7) == 4 && bitsHolding(1) == 2)
    #expect(factor(leaving: 4, ratio: 1) == 127.0 / 7 && factor(leaving: 4, ratio: 0.5) == 2 * 127.0 / 7)
    #expect(error(at: 8, from: 0.4) == 0.4 && abs(error(at: 7, from: 0.63) - 1.27) < 1e-15)
  }

  @Test("By hand: at two bits (1, 0.5, −0.3, 0.1) keep the largest alone, and one scale for each row keeps both rows")
  func twoBits() {
    let w = Tensor(rows: [[1, 0.4], [-0.3, 0.1]], dtype: .float64)
    #expect(Format(bits: 2).quantized(w).integers == [1, 0, 0, 0])
    #expect(Format(bits: 2, perOutput: true).quantized(w).integers == [1, 0, -1, 0])
    // Down: 0.4 and 0.1 to 0, −0.3 to −1.
    #expect(Format(bits: 2, rounding: .down).quantized(w).integers == [1, 0, -1, 0])
  }

  // MARK: Theory

  @Test("Theory: the rounding error of trained weights has the mean square s²/12 at eight bits") func meanSquare()
    throws
  {
    let weight = try Self.trained.get().network.fc1.weight.tensor.cast(to: .float64)
    let rounded = Format().quantized(weight)
    let (step, error) = (rounded.scales.item, (rounded.dequantized - weight).norm)
    // Over 48,000 weights the mean square has a relative standard error of √(4/5)/√48,000 = 0.4 %; four of them.
    #expect(abs(error * error / 48_000 / (step * step / 12) - 1) < 0.017)
  }

  @Test("Theory: a unit enlarged a thousandfold changes no answer, and sets the scale of its matrix") func enlarged()
    throws
  {
    let trained = try Self.trained.get()
    let (network, before) = (trained.network, trained.network.fc1.weight.tensor)
    network.enlarge(unit: trained.unit, by: 1000)
    let logits = network(try Self.task.get().test.pixels)
    #expect((logits - trained.logits).norm < 1e-5 * trained.logits.norm)  // roundings of 32 bits
    let scales = [before, network.fc1.weight.tensor].map { Format().quantized($0).scales.item }
    // Once it is the largest, the scale is c r of that of the others.
    #expect(abs(scales[1] / scales[0] - 1000 * min(1, trained.ratio)) < 0.01)
    let reach = network.fc1.weight.tensor
    let others = Format().quantized(reach).integers.enumerated().filter { $0.offset / 400 != trained.unit }
    #expect(others.allSatisfy { $0.element == 0 })  // 127/(1000 r) is below ½
  }

  @Test("Theory: computing in whole numbers gives what float layers make of the same rounded inputs and weights")
  func wholeNumbers() throws {
    let (trained, task) = (try Self.trained.get(), try Self.task.get())
    let network = trained.network
    let integer = network.wholeNumbers(Format(), task.test.pixels)
    #expect(integer.inexact == 0 && integer.largestSum > 32_767 && integer.largestSum < 66_311 * 127 * 255)
    network.round(to: Format())
    let whole = trained.network
    for (layer, rounded) in [(whole.fc1, network.fc1), (whole.fc2, network.fc2), (whole.fc3, network.fc3)] {
      layer.weight.assign(rounded.weight.tensor)
    }
    let float = whole(
      task.test.pixels,
      hook: { output, name in
        // Rounding keeps the order, so it may come before the largest of four is taken.
        ["conv2", "fc1", "fc2"].contains(name) ? QuantizedTensor(asymmetric: output).dequantized : output
      })
    // Both round sums in 32 bits; now and then that tips an input to the next of 255 levels.
    #expect((float - integer.logits).norm < 1e-3 * float.norm)
  }

  // MARK: Files

  @Test("A file that is written has the bytes of the table, and gives the same weights back") func files() throws {
    let network = try Self.trained.get().network
    let file = network.file(Format(perOutput: true)) { _ in true }
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("lesson38-\(UUID()).safetensors")
    defer { try? FileManager.default.removeItem(at: url) }
    try Data(file.encoded()).write(to: url)
    let read = try Data(contentsOf: url)
    #expect(read.count == 64_478)
    let back = try SafeTensors(decoding: [UInt8](read))
    for weight in network.penalizedParameters {
      #expect(try back.quantized(weight.name) == Format(perOutput: true).quantized(weight.tensor))
    }
    // 61,706 numbers of four bytes and the names; a byte for each of 61,470 weights, four for 236 biases and five scales.
    let sizes = [network.file(Format()) { _ in false }, network.file(Format()) { _ in true }].map { $0.encoded().count }
    #expect(sizes == [247_568, 63_530] && 4 * 61_706 == 246_824 && 61_470 + 4 * 236 + 4 * 5 == 62_434)
  }

  // MARK: Contrast

  @Test("Contrast: two bits fail by the largest weight and not by the best scale; an outlier ruins eight bits")
  func contrast() async throws {
    let lesson = try Lesson38.parse(["--seed", "70"])
    let task = try Self.task.get()
    let nets = await lesson.nets(task, seeds: 3)
    let arms: [Arm] = [
      .rounded(lesson.format(4)), .rounded(lesson.format(2)), .rounded(lesson.format(2, best: true)),
      .enlarged(lesson.format(), by: 1000), .enlarged(lesson.format(perOutput: true), by: 1000),
    ]
    let accuracies = await lesson.trials(task, nets, arms)
    func mean(_ place: Int) -> Double { accuracies[arms[place]].accuracy.mean }
    #expect(mean(0) > 86 && mean(1) < 55 && mean(2) > mean(1) + 25 && mean(3) < 20 && mean(4) > 85)
  }

  @Test("Contrast: after ten times the epochs it is the same") func tenTimes() async throws {
    let lesson = try Lesson38.parse(["--seed", "75"])
    let task = try Self.task.get()
    let nets = await lesson.nets(task, seeds: 2, epochs: 80)
    let arms: [Arm] = [
      .rounded(lesson.format(4)), .rounded(lesson.format(2)), .rounded(lesson.format(2, best: true)),
      .enlarged(lesson.format(), by: 1000),
    ]
    let trials = await lesson.trials(task, nets, arms)
    let whole = nets.accuracy.mean
    #expect(abs(trials[arms[0]].accuracy.mean - whole) < 3)
    #expect(trials.difference(arms[2], arms[1], \.accuracy).mean > 20)
    #expect(trials[arms[3]].accuracy.mean < 20)
  }

  @Test("Contrast: ten epochs through rounding make two bits read; ten without it do not") func through() async throws {
    let lesson = try Lesson38.parse(["--seed", "80", "--epochs", "10"])
    let task = try Self.task.get()
    let nets = await lesson.nets(task, seeds: 2)
    let trials = await lesson.trials(task, nets, [lesson.through, lesson.afterwards])
    #expect(trials[lesson.through].accuracy.minimum > 75)
    #expect(trials.difference(lesson.through, lesson.afterwards, \.accuracy).minimum > 10)
  }

  // MARK: Exercises

  @Test("Exercise 1: thirty times as large leaves between three and five bits, and nearly all is read") func thirty()
    async throws
  {
    let lesson = try Lesson38.parse(["--outlier", "30"])
    let task = try Self.task.get()
    let nets = await lesson.nets(task, seeds: 3)
    let reach = 127 / (30 * nets.ratio.mean)
    #expect((3...5).contains(bitsHolding(reach)))
    let arm = Arm.enlarged(lesson.format(), by: 30)
    #expect(await lesson.trials(task, nets, [arm])[arm].accuracy.mean > 85)
  }

  @Test("Exercise 2: three epochs bring two bits near 32, and rounding afterwards does not") func threeEpochs()
    async throws
  {
    let lesson = try Lesson38.parse(["--epochs", "3"])
    let task = try Self.task.get()
    let nets = await lesson.nets(task, seeds: 3)
    let trials = await lesson.trials(task, nets, [lesson.through, lesson.unrounded, lesson.afterwards])
    #expect(trials.difference(lesson.unrounded, lesson.through, \.accuracy).mean < 10)
    #expect(trials.difference(lesson.through, lesson.afterwards, \.accuracy).mean > 30)
  }

  @Test("Exercise 3: rounding down at eight bits errs more than rounding to the nearest at four") func down()
    async throws
  {
    let lesson = try Lesson38.parse(["--rounding", "down"])
    let task = try Self.task.get()
    let nets = await lesson.nets(task, seeds: 3)
    let arms: [Arm] = [.rounded(lesson.format()), .rounded(lesson.format(3)), .rounded(Format(bits: 4))]
    let trials = await lesson.trials(task, nets, arms)
    #expect(trials[arms[0]].error.mean > trials[arms[2]].error.mean)
    #expect(trials[arms[1]].accuracy.mean < 40)
  }

  // MARK: Refusal

  @Test("Refusal: in the file of the notes' call the convolutions are no whole numbers") func convolutionsAreFloats()
    throws
  {
    let file = try Self.trained.get().network.file(Format()) { $0.hasPrefix("fc") }
    #expect(try file.quantized("fc1.weight").count == 48_000)
    let error = try #require(throws: SafeTensorsError.self) { try file.quantized("conv1.weight") }
    #expect(error.reason == "conv1.weight is F32 where I8 or U8 was expected")
  }

  @Test("Refusal: rounding goes to the nearest or down") func wrongRounding() throws {
    let error = try #require(throws: (any Error).self) { try Lesson38.parse(["--rounding", "up"]) }
    #expect(Lesson38.message(for: error).contains("'up' is invalid for '--rounding <rounding>'"))
  }
}
