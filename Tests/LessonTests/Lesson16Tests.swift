import Datasets
import Descent
import Experiments
import Testing

@testable import Lesson16

@Suite("Lesson 16 · Data augmentation") struct Lesson16Tests {
  // MARK: By hand

  @Test("By hand: H is 0 at 0, 0.325 at 0.1, 0.562 at ¼ and ln 2 at ½") func entropy() {
    #expect(leastLoss(flipped: 0) == 0)
    // 0.1 · 2.302585 + 0.9 · 0.105361 and ¼ · 1.386294 + ¾ · 0.287682
    #expect(abs(leastLoss(flipped: 0.1) - 0.325083) < 1e-6)  // the digits written here
    #expect(abs(leastLoss(flipped: 0.25) - 0.562335) < 1e-6)
    #expect(abs(leastLoss(flipped: 0.5) - 0.693147) < 1e-6)
  }

  @Test("By hand: (1, 0) mirrored is (0, 1) as an image of two columns; half of the copies are")
  func mirroredPixels() {
    var generator = RandomGenerator(seed: 1)
    let image = Tensor(repeating: 0, shape: [400, 4]) + Tensor([1, 0, 1, 0])
    let rows = Augmentation.mirrored.distorted(image, using: &generator)
    let flipped = (0..<400).count { rows[$0, 1] == 1 && rows[$0, 0] == 0 }
    #expect(abs(flipped - 200) <= 50)  // five standard deviations of √(400/4)
    #expect(rows.sum().item == 800)  // no ink is lost
  }

  @Test("By hand: damaged, \"cat\" has two letters, two of them swapped, or one replaced; reversed it is \"tac\"")
  func damage() {
    var generator = RandomGenerator(seed: 2)
    let cat = Letters.encode("cat")
    #expect(Damage.reversed.applied(to: cat, using: &generator) == Letters.encode("tac"))
    #expect(Damage.nothing.applied(to: cat, using: &generator) == cat)
    let typos = (0..<300).map { _ in Damage.typo.applied(to: cat, using: &generator) }
    #expect(typos.contains(Letters.encode("at")) && typos.contains(Letters.encode("act")))
    for typo in typos {
      let swapped = typo.sorted() == cat.sorted()
      let changed = typo.count == 3 ? (0..<3).count { typo[$0] != cat[$0] } : 0
      #expect(typo.count == 2 || swapped || changed <= 1)
    }
    // A third of the typos drop a letter: 100 of 300, give or take five times √(300 · ⅓ · ⅔).
    #expect(abs(typos.count { $0.count == 2 } - 100) < 41)
  }

  @Test("By hand: \"ab\" has its ones at 1 and 27 + 2; the eight places after it are empty, class 0") func encoding() {
    let row = Words.encoded([Letters.encode("ab")]).scalars
    #expect(row.indices.filter { row[$0] == 1 } == [1, 29] + (2..<10).map { 27 * $0 })
    #expect(row.count == 270 && row.reduce(0, +) == 10)
  }

  @Test("By hand: ink once at the left edge and once at the right spreads by 7/√2 pixels across and 0 down")
  func spreadOfInk() {
    func column(_ x: Int) -> [Double] { (0..<64).map { $0 % 8 == x ? 1 : 0 } }
    // Middles 0 and 7: standard deviation √(3.5² + 3.5²) = 7/√2; with 0 down the mean is half of it.
    let spread = inkSpread(Tensor(rows: [column(0), column(7)]), labels: [3, 3])
    #expect(abs(spread - 7 / 2.0.squareRoot() / 2) < 1e-5)  // float32
  }

  // MARK: Theory

  @Test("Theory: on flipped pixels training ends at H(p), and not below it", arguments: Lesson16.shares)
  func leastLossIsReached(share: Double) {
    let excess = lossOfTwoPixels(flipped: share, seed: 5) - leastLoss(flipped: share)
    // Below by float32's rounding at most; above by what 100 copies a step leave in the weights at the end.
    #expect((-1e-6...0.005).contains(excess))
  }

  @Test("Theory: fitted to digits and their mirror images, a linear reader is symmetric and reads worse")
  func symmetry()
    throws
  {
    let reader = LinearReader(try Digits.load(), seed: 3)
    #expect(reader.asymmetry < 1e-9)  // the condition of 65 equations with a ridge of 0.01, times 1e-16
    #expect(reader.plain > reader.mirrored + 3)
  }

  @Test("Theory: whole-pixel shifts have nine places, each as often, and shifts up to a a variance of a²/3")
  func distributions() {
    var generator = RandomGenerator(seed: 4)
    let steps = (0..<900).map { _ in Augmentation.wholePixels.warp(using: &generator).shift }
    #expect(Set(steps).count == 9)
    let shifts = (0..<2000).map { _ in Augmentation.shift(0.5).warp(using: &generator).shift.x }
    let variance = shifts.reduce(0) { $0 + $1 * $1 } / 2000
    // The variance of x² is a⁴ (1/5 − 1/9): a relative deviation of 0.894/√2000 = 2 %; five of them.
    #expect(abs(variance / (0.25 / 3) - 1) < 0.1)
  }

  // MARK: Contrast

  @Test("Contrast: half turns cost 6 or 9, and not 2 or 5; mirroring the other way round") func pairs() async throws {
    let digits = try Digits.load()
    func lost(_ classes: [Int], _ flip: Augmentation) -> Double {
      let arm = Arm(classes: classes, training: 20, steps: 400)
      return (0..<4 as Range<UInt64>).reduce(0) { sum, seed in
        sum + (Run(arm, digits, seed: seed).plain - Run(arm.with(flip), digits, seed: seed).plain) / 4
      }
    }
    #expect(lost([6, 9], .halfTurn) > lost([2, 5], .halfTurn) + 1)
    #expect(lost([2, 5], .mirrored) > lost([6, 9], .mirrored) + 0.5)
  }

  @Test("Contrast: whole-pixel shifts save the moved test, and cost eight units much on the usual one") func moved()
    throws
  {
    let digits = try Digits.load()
    let (wide, narrow) = (Arm(), Arm(hidden: 8))
    let shifted = Run(wide.with(.wholePixels), digits, seed: 6)
    #expect(shifted.moved > Run(wide, digits, seed: 6).moved + 30)
    #expect(Run(narrow.with(.wholePixels), digits, seed: 6).plain < Run(narrow, digits, seed: 6).plain - 3)
  }

  @Test("Contrast: ten times as many steps do not turn the order") func tenTimesAsManySteps() async throws {
    let digits = try Digits.load()
    let base = Arm(steps: 12_000)
    let arms = [Augmentation.original, .shift(0.5), .wholePixels, .mirrored].map { base.with($0) }
    let trials = await Trials(arms, seeds: [31, 32, 33, 34]) { Run($0, digits, seed: $1) }
    func gain(_ augmentation: Augmentation, _ property: (Run) -> Double) -> Double {
      trials.difference(base.with(augmentation), base, property).mean
    }
    #expect(gain(.shift(0.5), \.plain) > 0)
    #expect(gain(.mirrored, \.plain) < 0)
    #expect(gain(.wholePixels, \.plain) < 1 && gain(.wholePixels, \.moved) > 30)
  }

  @Test("Contrast: typos in the copies of words help on clean and on misspelt words") func typos() throws {
    let words = try Words.load()
    let (plain, typos) = (WordRun(.nothing, words, seed: 7), WordRun(.typo, words, seed: 7))
    #expect(typos.clean > plain.clean && typos.misspelt > plain.misspelt)
  }

  // MARK: Exercises

  @Test(
    "Exercises: 800 digits gain little by half a pixel; 16 units gain on the moved test; flips cost more in short runs")
  func exercises() throws {
    let digits = try Digits.load()
    func gain(_ options: [String], _ augmentation: Augmentation, _ property: (Run) -> Double) throws -> Double {
      let base = try Lesson16.parse(options).base
      return (0..<3 as Range<UInt64>).reduce(0) { sum, seed in
        sum + (property(Run(base.with(augmentation), digits, seed: seed)) - property(Run(base, digits, seed: seed))) / 3
      }
    }
    #expect(abs(try gain(["--train", "800"], .shift(0.5), \.plain)) < 1)
    #expect(try gain(["--train", "800"], .mirrored, \.plain) < -0.5)
    #expect(try gain(["--hidden", "16"], .wholePixels, \.moved) > 15)
    #expect(try gain(["--steps", "120"], .mirrored, \.plain) < (try gain([], .mirrored, \.plain)))
  }

  // MARK: Refusal

  @Test("Refusal: 300 sixes and nines to learn from are more than there are beside the test") func refused()
    async throws
  {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Arm(classes: [6, 9], training: 300).trained(on: try Digits.load(), seed: 1)
    }
    #expect(
      String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
        .contains("361 digits cannot give 300 to train, 0 to validate and 180 to test."))
  }
}
