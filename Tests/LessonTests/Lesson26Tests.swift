import Datasets
import Descent
import Experiments
import Foundation
import Testing

@testable import Lesson26

@Suite("Lesson 26 · Batches") struct Lesson26Tests {
  // MARK: By hand

  @Test(
    "By hand: η = 0.1 swings to 0.053 between samples that take turns, 0.483 in runs of ten, 0.990 in runs of fifty")
  func swings() {
    #expect(abs(swing(rate: 0.1, run: 1) - 1 / 19) < 1e-15)  // q = 0.9: 0.1/1.9
    #expect(abs(swing(rate: 0.1, run: 10) - 0.4829) < 5e-5)  // q = 0.34868: 0.65132/1.34868, four decimals
    #expect(abs(swing(rate: 0.1, run: 50) - 0.9897) < 5e-5)  // q = 0.0051538: 0.9948462/1.0051538
    #expect(abs(swing(rate: 0.001, run: 50) - 0.0250) < 5e-5)  // q = 0.95121
  }

  @Test("By hand: of a buffer of 2, 3/4 are of the newest run of two") func newest() {
    #expect(newestShare(buffer: 2, run: 2) == 0.75)  // 1 − (1/2)²
    #expect(abs(newestShare(buffer: 100, run: 100) - 0.6340) < 5e-5)  // 1 − 0.99¹⁰⁰, nearly 1 − 1/e
  }

  @Test("By hand: words of 3, 7, 5 and 9 letters in pairs waste 8 of 32 places, sorted 4 of 28") func fourWords() {
    #expect(padding([3, 7, 5, 9], batchSize: 2) == 0.25)
    #expect(abs(padding([3, 5, 7, 9], batchSize: 2) - 1.0 / 7) < 1e-15)
    // Two lengths, 1 and 3, one half each: of two words the longest has 3 · 3/4 + 1 · 1/4 = 2.5 letters, the mean is 2.
    #expect(abs(expectedPadding([1, 3], batchSize: 2) - 0.2) < 1e-15)
    #expect(expectedPadding([4, 4, 4], batchSize: 8) == 0)
  }

  @Test("By hand: gradients −1, −4, −6; parts of two and one weighed by size give −11/3, their plain mean −4.25")
  func accumulation() {
    let weight = Parameter("w", Tensor(rows: [[1]], dtype: .float64))
    let (x, y) = ([1.0, 2, 3], [2.0, 4, 5])
    func loss(_ places: [Int]) -> Tensor {
      let inputs = Tensor(rows: places.map { [x[$0]] }, dtype: .float64)
      let targets = Tensor(rows: places.map { [y[$0]] }, dtype: .float64)
      return square(matmul(inputs, weight.value) - targets).mean() * 0.5
    }
    func gradient(_ places: [Int]) -> Double { valueAndGradients(of: weight) { loss(places) }.gradients.flattened[0] }
    let tolerance = 1e-14  // a few roundings of numbers below 8
    #expect((0..<3).map { gradient([$0]) } == [-1, -4, -6])
    #expect(abs(gradient([0, 1, 2]) + 11.0 / 3) < tolerance)
    #expect(abs((gradient([0, 1]) + gradient([2])) / 2 + 4.25) < tolerance)
    let shared = sharedGradients(of: weight, on: [[0, 1], [2]], among: SimulatedWorkers(2), loss: loss)
    #expect(abs(shared.gradients.flattened[0] + 11.0 / 3) < tolerance)
  }

  // MARK: Theory

  @Test(
    "Theory: the weight between two bowls swings as the formula says", arguments: [(0.1, 10), (0.3, 3), (0.01, 50)])
  func bowls(rate: Double, run: Int) {
    var w = 0.3
    var ends: [Double] = []
    for cycle in 0..<400 {
      for _ in 0..<run { w -= rate * (w - (cycle % 2 == 0 ? 1 : -1)) }
      ends.append(w)
    }
    // After 400 runs at least 0.99⁵⁰·⁴⁰⁰ of the start is gone: nothing but rounding is left.
    #expect(abs(ends[398] - swing(rate: rate, run: run)) < 1e-12)
    #expect(abs(ends[399] + swing(rate: rate, run: run)) < 1e-12)
  }

  @Test("Theory: the share of the newest run in a buffer is 1 − (1 − 1/b)ʳ", arguments: [20, 100, 600])
  func shares(buffer: Int) async {
    let measured = await Runs(seeds: Array(0..<20)) { measuredNewestShare(buffer: buffer, run: 100, seed: $0) }
    // The share of b entries, 400 of them: its error is below √(¼/b/400), 0.006 at b = 20; four of these are allowed.
    #expect(abs(Summary(of: measured.all).mean - newestShare(buffer: Double(buffer), run: 100)) < 0.024)
  }

  @Test("Theory: the error of a mean is σ/√B, and √((n − B)/(n − 1)) times that without replacement") func errors() {
    #expect(batchError(size: 16) == 0.25)
    #expect(batchError(size: 1, of: 1000) == 1 && batchError(size: 1000, of: 1000) == 0)
    // All 6 pairs of 1, 2, 3, 4: their means miss 2.5 by 1, ½, 0, 0, ½, 1, mean square 5/12; the variance is 5/4.
    #expect(abs(batchError(size: 2, of: 4) - (1.0 / 3).squareRoot()) < 1e-15)
  }

  // MARK: Memory

  @Test(
    "Memory is a straight line to the byte, dummies need what digits need, and two dry runs find what the search finds")
  func memory() throws {
    let line = MemoryLine()
    // From 64 on the backward pass is the peak; 8 bytes hold two numbers, so an odd size may round by a few words.
    for size in [64, 1000, 4096] { #expect(abs(Double(peakBytes(batchSize: size)) - line.bytes(size)) < 64) }
    let digits = try Digits.load()
    #expect(peakBytes(batchSize: 50) { digits[0..<$0].pixels } == peakBytes(batchSize: 50))
    let search = largestBatch { peakBytes(batchSize: $0) <= 1 << 20 }
    #expect(abs(line.largest(within: 1 << 20) - search.largest) <= 1)
    #expect(peakBytes(batchSize: search.largest) <= 1 << 20 && peakBytes(batchSize: search.largest + 1) > 1 << 20)
    let doublings = Int.bitWidth - 1 - search.largest.leadingZeroBitCount
    #expect(search.probes.count == 2 * doublings + 2)
  }

  @Test("Memory: counting by hand is right for the weights, and an upper bound for a digit") func byteModel() {
    let line = MemoryLine()
    // 64·32 + 32 + 32·10 + 10 = 2410 parameters, each with a gradient and two moments; the loss adds a word or two.
    #expect(abs(line.fixed - 4 * 4 * 2410) < 64)
    // All at once: 64 pixels, 32 sums, 32 results, 10 logits, 10 probabilities, and gradients of the last four.
    #expect(countedBytes(batchSize: 1) == 38560 + 928)
    #expect(line.perSample < 928 && line.perSample > 4 * (64 + 32 + 10))
  }

  #if os(Linux)
    @Test("Memory: what is counted is what the process's resident memory rises by") func resident() async {
      await #expect(processExitsWith: .success) {
        /// The most kibibytes that were resident so far, "VmHWM:  123456 kB".
        func most() -> Int? {
          let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
          let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
          return line.flatMap { Int($0.split(separator: " ").dropLast().last ?? "") }
        }
        _ = peakBytes(batchSize: 256)  // libraries are loaded
        let before = most() ?? 0
        let counted = Double(peakBytes(batchSize: 200_000))  // 144 MB
        let rise = Double(((most() ?? 0) - before) * 1024)
        // Pages, labels and what the allocator keeps come on top, and what was resident before may be used again.
        precondition(abs(rise / counted - 1) < 0.25, "\(rise) bytes resident, but \(counted) counted.")
      }
    }
  #endif

  @Test("Memory: a dummy batch of short words is too small for long ones") func dummyWords() {
    func bytes(_ word: String) -> Int {
      peakMemory {
        var generator = RandomGenerator(seed: 1)
        let model = LetterModel(using: &generator)
        let batch = LetterBatch([String](repeating: word, count: 32))
        return valueAndGradients(of: model) { batch.loss { model($0, at: $1) } }.loss
      }.bytes
    }
    #expect(bytes("abcdefghij") > bytes("abc"))
  }

  // MARK: Contrast

  @Test("Contrast: within 8 epochs the sorted file loses 20 points, a shuffle once loses none") func contrast()
    async throws
  {
    let lesson = try Lesson26.parse(["--seed", "50"])
    let arms = [lesson.arm(.sorted, 0), lesson.arm(.once, 0), lesson.arm(.everyEpoch, 0)]
    let trials = await lesson.runs(of: arms, try Digits.load())
    #expect(trials.count(arms[0], arms[2]) { $0.accuracy <= $1.accuracy - 20 } >= 5)
    // Six differences with a spread of about 1: their mean has one of 0.4.
    #expect(abs(trials.difference(arms[1], arms[2], \.accuracy).mean) < 1.5)
  }

  @Test(
    "Contrast: sorting within buckets of 50 batches leaves less than a tenth of the padding, all words and all batches")
  func smartBatching() throws {
    let lengths = try WordList.load(.english).words.map(\.utf8.count)
    var generator = RandomGenerator(seed: 2)
    let shuffled = generator.permutation(of: lengths.count).map { lengths[$0] }
    let order = sortedInBuckets(of: 50 * 32, shuffled)
    #expect(order.count == 52271 && order.sorted() == lengths.sorted())
    #expect(padding(order, batchSize: 32) < 0.1 * expectedPadding(lengths, batchSize: 32))
    #expect(abs(expectedPadding(lengths, batchSize: 32) - 0.2524) < 5e-5)  // Σ x (F(x)³² − F(x−1)³²), made with NumPy
  }

  // MARK: Exercises

  @Test("Exercise 1: a buffer of 450 lets a fifth of the newest run out, and is nearly a full shuffle") func buffer450()
    async throws
  {
    #expect(abs(newestShare(buffer: 450, run: 100) - 0.1995) < 5e-5)
    let lesson = try Lesson26.parse(["--buffer", "450"])
    let arms = [lesson.arm(.buffer(450), 0), lesson.arm(.everyEpoch, 0)]
    let trials = await lesson.runs(of: arms, try Digits.load())
    #expect(trials.difference(arms[1], arms[0], \.accuracy).mean < 4)
  }

  @Test("Exercise 2: four times the memory fits a little more than four times the batch, with four probes more")
  func fourTimes() throws {
    let lesson = try Lesson26.parse(["--memory", "16"])
    let (small, large) = (lesson.search(4), lesson.search(lesson.memory))
    #expect(large.largest > 4 * small.largest && Double(large.largest) < 4.1 * Double(small.largest))
    #expect(large.probes.count == small.probes.count + 4)
  }

  @Test("Exercise 3: with momentum 0.5 steps add up to 0.14, and most units live") func half()
    async throws
  {
    let lesson = try Lesson26.parse(["--momentum", "0.5"])
    let arms = [lesson.arm(.sorted, 0.5), lesson.arm(.sorted, 0)]
    #expect(abs(arms[0].rate / (1 - 0.5) - 0.1414) < 5e-5)  // 0.1 √½ / ½ = 0.1 √2
    let trials = await lesson.runs(of: arms, try Digits.load())
    #expect(trials.count(arms[0], arms[1]) { $0.accuracy < $1.accuracy } >= 5)
    #expect(trials[arms[0]].silent.median < 16)
  }

  // MARK: Refusal

  @Test("Refusal: a buffer of none, and more memory than the lesson may take") func refuses() throws {
    let none = try #require(throws: (any Error).self) { try Lesson26.parse(["--buffer=0"]) }
    #expect(
      Lesson26.message(for: none) == "The value '0' is invalid for '--buffer <buffer>': It must be from 1 to 1000.")
    let all = try #require(throws: (any Error).self) { try Lesson26.parse(["--memory=65"]) }
    #expect(Lesson26.message(for: all).contains("'65' is invalid for '--memory <memory>'"))
  }
}
