import Datasets
import Descent
import Experiments
import Numerics
import Testing

@testable import Lesson29

@Suite("Lesson 29 · Transfer learning") struct TransferLearningExamples {
  private func run(
    _ arm: Arm, rate: Double, steps: Int = 150, lookingEvery interval: Int? = nil, seed: UInt64 = 7
  ) throws -> Run {
    Run(arm, rate: rate, steps: steps, lookingEvery: interval, try Corpus(), seed: seed)
  }

  // MARK: By hand

  @Test("By hand: with 4 examples a fifth of the way is best and costs 0.8, with 64 four fifths and 0.2")
  func shortWay() {
    func error(_ share: Double, _ examples: Double) -> Double {
      expectedError(share: share, distance: 1, variance: 16 / examples)
    }
    #expect(error(0, 4) == 1 && error(1, 4) == 4 && error(1, 64) == 0.25)
    #expect(abs(error(0.2, 4) - 0.8) < 1e-15)  // 0.8² + 0.2² · 4 = 0.64 + 0.16; roundings of numbers below 1
    #expect(abs(error(0.8, 64) - 0.2) < 1e-15)  // 0.2² + 0.8²/4 = 0.04 + 0.16
    #expect([4.0, 16, 64].map { bestShare(distance: 1, variance: 16 / $0) } == [0.2, 0.5, 0.8])
    #expect(bestShare(distance: 5, variance: 4) == 25.0 / 29)
  }

  @Test("By hand: two steps at rate 0.1 go 19 % of the way, and one at rate 0.19 as far") func shares() {
    #expect(abs(share(rate: 0.1, steps: 2) - 0.19) < 1e-15 && abs(share(rate: 0.19, steps: 1) - 0.19) < 1e-15)
    #expect(share(rate: 0.1, steps: 0) == 0)
  }

  @Test("By hand: the grid of rates is 0.1, 0.2, 0.5, 1, 2, 5, 10; ten times the steps have a tenth of the rates")
  func grid() {
    #expect((-3...3).map(gridRate) == [0.1, 0.2, 0.5, 1, 2, 5, 10])
    #expect(gridRate(-11) == 0.0002 && gridRate(-7) == 0.005)
    #expect(Arm(words: 50).rates(steps: 150) == [0.0001, 0.0002, 0.0005, 0.001, 0.002])
    #expect(Arm(words: 50).rates(steps: 1500) == [0.00001, 0.00002, 0.00005, 0.0001, 0.0002])
    #expect(Arm(words: 50).rates(steps: 60) == [0.0002, 0.0005, 0.001, 0.002, 0.005])  // 10^⅓ is one place up
  }

  @Test(
    "By hand: 891 numbers in the last layer, 8,544 in a block, 9,499 above the first, and 68 % of the multiplications")
  func numbers() {
    var generator = RandomGenerator(seed: 0)
    let model = LetterModel(using: &generator)
    func count(_ part: Part) -> Int { model.training(only: part.contains).parameterCount }
    #expect(count(.all) == 19_259 && count(.head) == 32 * 27 + 27)
    // Four matrices of 32 · 32, two of 32 · 64, their biases and two normalisations.
    let block = 4 * (32 * 32 + 32) + (32 * 64 + 64) + (64 * 32 + 32) + 2 * 64
    #expect(count(.firstBlock) == block && count(.secondBlock) == block && block == 8544)
    #expect(count(.upper) == block + 64 + 891)
    // Matrices have 8,192 weights in each block and 864 in the head. Each multiplies three times, 51,744 in all; below what
    // is trained only once, and that saves 16,384.
    #expect(abs(productShare(frozenBlocks: 1) - 35_360.0 / 51_744) < 1e-15)
    #expect(productShare(frozenBlocks: 0) == 1)
  }

  // MARK: Theory

  @Test(
    "Theory: the measured error of one weight lies on the formula, for any number of examples and steps",
    arguments: [4, 16, 64])
  func errors(examples: Int) {
    let steps = [0, 1, 5, 20, 80]
    let errors = oneWeight(
      distance: 1, noise: 4, examples: examples, rate: 0.1, steps: steps, draws: 20_000, seed: 3)
    #expect(errors.count == steps.count)
    for (index, count) in steps.enumerated() {
      let expected = expectedError(
        share: share(rate: 0.1, steps: count), distance: 1, variance: 16 / Double(examples))
      // A square of a normal number spreads by √2 of its mean at most: 1 % for the mean of 20,000, and four times that.
      #expect(abs(errors[index] - expected) < 0.04 * expected + 1e-12)
    }
  }

  @Test("Theory: k* is where the formula is least, and more examples lengthen the way") func best() {
    var before = 0.0
    for variance in [8.0, 2, 1, 0.3, 0.01] {
      let best = bestShare(distance: 1, variance: variance)
      let least = expectedError(share: best, distance: 1, variance: variance)
      for step in [-0.01, 0.01] {
        #expect(expectedError(share: best + step, distance: 1, variance: variance) > least)
      }
      #expect(best > before)
      before = best
    }
  }

  // MARK: Contrast

  @Test("Contrast: with 50 words bold tuning passes a good place and ends far worse than the last layer alone")
  func bold() throws {
    let (bold, gentle) = (
      try run(Arm(words: 50), rate: 0.005, lookingEvery: 5), try run(Arm(words: 50), rate: 0.0002, lookingEvery: 5)
    )
    let head = try run(Arm(part: .head, words: 50), rate: 0.002)
    #expect(bold.places == Array(stride(from: 0, through: 150, by: 5)) && bold.looks.count == 31)
    #expect(bold.bits > head.bits + 1.5 && gentle.bits < head.bits)  // 6.4, 3.4 and 3.35 in other seeds, ± 0.1
    #expect(bold.stopped < bold.bits - 2 && bold.stopped < gentle.bits + 0.15)
    #expect(head.distance == 0 && bold.distance > 5 * gentle.distance)
    #expect(bold.distances.count == 31 && bold.distances[0] == 0 && bold.distances[30] == bold.distance)
  }

  @Test("Contrast: at five times the best rate the valley lies where it was; a straight way back misses it")
  func valley() throws {
    let (slow, fast) = (
      try run(Arm(words: 50), rate: 0.0002, lookingEvery: 5), try run(Arm(words: 50), rate: 0.001, lookingEvery: 5)
    )
    #expect(fast.stopped < slow.bits + 0.05 && fast.bits > slow.bits + 0.3)
    #expect(fast.stoppedDistance < 2 * slow.stoppedDistance && fast.distance > 2.5 * slow.distance)
    let back = WayBack(from: try run(Arm(words: 50), rate: 0.005).state, try Corpus())
    // The whole way is the run's end, none of it the English model; 200 words read them, here and there.
    #expect(back.looks.count == 21 && abs(back.looks[0] - slow.looks[0]) < 1e-12)
    #expect(back.share > 0.1 && back.share < 0.5 && back.bits > slow.bits + 0.1 && back.bits < 3.75)
  }

  @Test("Contrast: more words, a higher best rate and a longer way, and the last layer alone falls behind") func sizes()
    async throws
  {
    let corpus = try Corpus()
    let arms = [Arm(words: 50), Arm(words: 1000), Arm(part: .head, words: 1000), Arm(start: .random, words: 1000)]
    let sweep = await Sweep(
      arms, rates: { $0.rates(steps: 150) }, seeds: [7], by: \.validation
    ) { arm, rate, seed in Run(arm, rate: rate, steps: 150, corpus, seed: seed) }
    #expect(sweep.rate(arms[1]) >= 5 * sweep.rate(arms[0]))
    #expect(sweep[arms[1]].distance.mean > 2 * sweep[arms[0]].distance.mean)
    #expect(sweep.loss(arms[2], than: arms[1]).mean > 0.05 && sweep.loss(arms[3], than: arms[1]).mean > 0.05)
    #expect(sweep.arms.allSatisfy { !sweep.isAtTheEdge($0) })
  }

  @Test("Contrast: in ten times the steps, at rates of their own, tuning stays ahead", arguments: [50, 1000])
  func manySteps(words: Int) async throws {
    let corpus = try Corpus()
    let arms = [Arm(words: words), Arm(part: .head, words: words), Arm(start: .random, words: words)]
    let sweep = await Sweep(
      arms, rates: { $0.rates(steps: 1500) }, seeds: [7], by: \.validation
    ) { arm, rate, seed in Run(arm, rate: rate, steps: 1500, corpus, seed: seed) }
    #expect(sweep[arms[0]].bits.mean < sweep[arms[1]].bits.mean && sweep[arms[0]].bits.mean < sweep[arms[2]].bits.mean)
  }

  @Test("Contrast: a new last layer of random weights is better trained alone first") func headFirst() throws {
    let direct = try run(Arm(start: .newHead, words: 1000), rate: 0.005)
    let first = try run(Arm(start: .newHead, words: 1000, headFirst: true), rate: 0.005)
    #expect(first.bits < direct.bits - 0.02 && first.distance < 0.8 * direct.distance)
  }

  @Test("Contrast: features of English are worth more than random ones, frozen under a last layer") func features()
    throws
  {
    let (english, random) = (
      try run(Arm(part: .head, words: 1000), rate: 0.05),
      try run(Arm(start: .random, part: .head, words: 1000), rate: 0.05)
    )
    #expect(english.bits < random.bits - 0.15)  // 3.15 and 3.45 in other seeds
  }

  @Test(
    "Contrast: words written backwards are further off than Spanish: tuning leads by less, the last layer alone falls behind"
  )
  func far() throws {
    let corpus = try Corpus()
    #expect(corpus.backwards.words.count == (try WordList.load(.english)).words.count)
    #expect(corpus.backwards.words.contains("drow") && !corpus.backwards.words.contains("word"))
    #expect(corpus.untouched(isFar: true) > corpus.untouched() + 0.5)
    let head = try run(Arm(part: .head, words: 1000, isFar: true), rate: 0.02)
    let scratch = try run(Arm(start: .random, words: 1000, isFar: true), rate: 0.01)
    #expect(head.bits > scratch.bits + 0.05)
    func lead(isFar: Bool) throws -> Double {
      try run(Arm(start: .random, words: 50, isFar: isFar), rate: 0.0005).bits
        - run(Arm(words: 50, isFar: isFar), rate: 0.0002).bits
    }
    #expect(try lead(isFar: true) < lead(isFar: false) - 0.2)  // 0.1 and 0.5 in other seeds
  }

  @Test("Contrast: bold tuning writes what it has learnt by heart, gentle tuning does not") func writing() throws {
    let corpus = try Corpus()
    let learnt = corpus.task(words: 50, seed: 7).training
    func writing(_ rate: Double) throws -> Writing {
      Writing(try run(Arm(words: 50), rate: rate).state, corpus, learnt: learnt, seed: 7)
    }
    let (bold, gentle) = (try writing(0.005), try writing(0.0002))
    #expect(bold.known > 0.6 && gentle.known < 0.1)
    #expect(bold.words.count == 5 && Set(bold.words).count == 5 && bold.words.allSatisfy { (4...9).contains($0.count) })
  }

  // MARK: Exercises

  @Test("Exercise 1: from 1,000 to 20,000 words the best rate does not rise as it did before") func manyWords()
    async throws
  {
    let lesson = try Lesson29.parse(["--words", "1000"])
    #expect(lesson.sizes == [1000, 4000, 20_000])
    let arm = lesson.tuned(lesson.large)
    let sweep = await lesson.sweep(try Corpus(), [arm], seeds: [7])
    // The valley is flat: 0.005 with 1,000 words, and one run may find its neighbours.
    #expect(sweep.rate(arm) >= 0.002 && sweep.rate(arm) <= 0.01)
    #expect(sweep[arm].distance.mean < 0.45 && sweep[arm].bits.mean < 3.05)
  }

  @Test("Exercise 2: in 60 steps the best rate is higher, the distance the same") func fewSteps() async throws {
    let lesson = try Lesson29.parse(["--steps", "60"])
    let arm = lesson.tuned(50)
    let sweep = await lesson.sweep(try Corpus(), [arm], seeds: [7])
    #expect(sweep.rate(arm) > 0.0002 && sweep.rate(arm) <= 0.001)
    #expect(abs(sweep[arm].distance.mean - 0.055) < 0.02)
  }

  @Test("Exercise 3: four times as bold, the first look comes too late for the best, and still saves most")
  func veryBold() async throws {
    let lesson = try Lesson29.parse(["--rate", "0.02"])
    let run = await lesson.paths(try Corpus(), [lesson.rate])[lesson.rate]
    #expect(run.stopped.maximum < 3.75 && run.bits.minimum > 7)
    #expect(run.all.allSatisfy { $0.distances[1] > 0.07 })
  }

  // MARK: Refusal

  @Test("Refusal: a small sample below 20 words, and one whose twentyfold Spanish does not have") func refuses() throws
  {
    let few = try #require(throws: (any Error).self) { try Lesson29.parse(["--words=10"]) }
    #expect(
      Lesson29.message(for: few) == "The value '10' is invalid for '--words <words>': It must be from 20 to 1000.")
    let many = try #require(throws: (any Error).self) { try Lesson29.parse(["--words=1001"]) }
    #expect(Lesson29.message(for: many).contains("'1001' is invalid for '--words <words>'"))
    #expect(try WordList.load(.spanish).words.count >= 20 * 1000 + 700)
  }
}
