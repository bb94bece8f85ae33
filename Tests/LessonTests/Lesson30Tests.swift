import Datasets
import Descent
import Experiments
import Numerics
import Testing

@testable import Lesson30

@Suite("Lesson 30 · Is pre-training a must?") struct IsPreTrainingAMustExamples {
  // MARK: By hand

  @Test("By hand: on the way to (4, 3) one passes (4, 0) at 2.4 from the origin, and at 3/√10 from (3, 0)")
  func misses() {
    let (truth, few) = (Point(x: 4, y: 0), Point(x: 4, y: 3))
    // The foot of the perpendicular on (4, 3)/5: 16/5 along it, (2.56, 1.92); 1.44² + 1.92² = 2.4².
    let near = nearest(to: truth, from: Point(x: 0, y: 0), to: few)
    #expect(near.distance(to: Point(x: 2.56, y: 1.92)) < 1e-12)  // a few roundings of numbers near 3
    #expect(abs(near.distance(to: truth) - 2.4) < 1e-12)
    // From (3, 0) along (1, 3)/√10: the truth is (1, 0) away, 1/√10 along and 3/√10 beside.
    #expect(abs(nearest(to: truth, from: Point(x: 3, y: 0), to: few).distance(to: truth) - 3 / Double.sqrt(10)) < 1e-12)
    // A start behind which the truth lies is itself the nearest point.
    #expect(nearest(to: Point(x: -1, y: 0), from: Point(x: 0, y: 0), to: few) == Point(x: 0, y: 0))
  }

  @Test("By hand: looks grow by √2 from 20; between looks at 20 and 40 half of the way down is step 28.3") func looks()
  {
    #expect(lookingPlaces(upTo: 160) == [0, 20, 28, 40, 57, 80, 113, 160])
    #expect(lookingPlaces(upTo: 100) == [0, 20, 28, 40, 57, 80, 100])
    let (curve, places) = ([5.0, 4, 3, 2], [0, 20, 40, 80])
    #expect(abs((crossing(curve, below: 3.5, at: places) ?? .nan) - 20 * Double.sqrt(2)) < 1e-12)
    #expect(crossing(curve, below: 2, at: places) == 80)
    #expect(crossing(curve, below: 4.5, at: places) == 20)  // before the first look there is no logarithm of a step
    #expect(crossing(curve, below: 1.9, at: places) == nil)
  }

  @Test("By hand: 1,200 steps are paid by 12 tasks that save 100 each, by 2 that save 600, and by 1 that saves 1,500")
  func paying() {
    #expect([100.0, 600, 1500].map { tasksToPay(cost: 1200, saved: $0) } == [12, 2, 1])
    #expect(tasksToPay(cost: 1200, saved: 599) == 3)
    #expect(Lag(tuned: 80, scratch: 320).factor == 4 && Lag(tuned: 80, scratch: 320).saved == 240)
  }

  // MARK: Theory

  @Test("Theory: the framework's descent goes along m + (1 − η)ᵗ (w₀ − m)") func formula() {
    let minimum = Tensor([4, 3], dtype: .float64)
    var w = Tensor([3, 0], dtype: .float64)
    for _ in 0..<25 {
      let gradient = valueAndGradient(at: w) { 0.5 * square($0 - minimum).sum() }.gradient
      w = w - 0.1 * gradient
    }
    let end = descent(from: Point(x: 3, y: 0), to: Point(x: 4, y: 3), rate: 0.1, steps: 25)
    #expect(abs(w.scalars[0] - end.x) < 1e-13 && abs(w.scalars[1] - end.y) < 1e-13)  // 25 roundings of numbers below 4
  }

  @Test(
    "Theory: with one speed the lag is constant; with two it grows from that of the fast to that of the slow weight")
  func lags() {
    #expect(abs(lag(ratio: 4, rate: 0.1) - 13.1576) < 1e-4)  // 1.386294/0.105361
    // The squared error of a start that is so far off in both weights, one of rate 0.1 and a slow one of rate 0.01.
    func error(_ distance: Double, _ steps: Double) -> Double {
      let (fast, slow) = (Double.pow(0.9, steps), 0.2 * Double.pow(0.99, steps))
      return distance * distance * (fast * fast + slow * slow)
    }
    func lagAfter(_ steps: Double) -> Double {
      var (low, high) = (steps, steps + 1000)
      for _ in 0..<60 {
        let middle = (low + high) / 2
        if error(4, middle) > error(1, steps) { low = middle } else { high = middle }
      }
      return low - steps
    }
    let lags = [0.0, 5, 10, 20, 40, 80, 160].map(lagAfter)
    for index in 1..<lags.count { #expect(lags[index] > lags[index - 1]) }
    #expect(lags[0] > lag(ratio: 4, rate: 0.1))
    #expect(abs(lags[6] - lag(ratio: 4, rate: 0.01)) < 1e-6)  // 0.9¹⁶⁰ is 2e-7 of the slow weight's share
  }

  // MARK: Contrast

  @Test("Contrast: with 300 words no rate from 0.001 to 0.01 brings scratch to tuning, each stopped in time")
  func rates()
    async throws
  {
    let arms = [1e-3, 2e-3, 5e-3, 1e-2].flatMap { rate in Start.allCases.map { Arm(start: $0, rate: rate) } }
    let race = try await race(words: 300, steps: 160, seeds: 2, arms: arms)
    func bits(_ start: Start) -> [Double] {
      arms.filter { $0.start == start }.flatMap { arm in race.trials[arm].all.map { $0.bits[$0.best] } }
    }
    let (tuned, scratch) = (bits(.tuned), bits(.scratch))
    #expect(tuned.count == 8 && scratch.count == 8)
    #expect((scratch.min() ?? 0) > (tuned.max() ?? 9) + 0.02)  // 500 words differ by 0.01 from seed to seed
    #expect(race.gaps.allSatisfy { $0 > 0.1 })
  }

  @Test("Contrast: with 300 words, ten times as many steps only make both worse") func tenTimes() async throws {
    let race = try await race(words: 300, steps: 3000, seeds: 1)
    for start in Start.allCases {
      let bits = race.bits(start, seed: 0)
      #expect(race.kept(start)[0].steps <= 160)
      #expect(bits.count == race.looks.count && bits[bits.count - 1] > 5)  // blind guessing costs 4.75
      #expect(race.looks.indices.filter { race.looks[$0] >= 300 }.allSatisfy { bits[$0] > 3.6 })
    }
  }

  @Test(
    "Contrast: with 30,000 words scratch stays beside tuning up to 6,000 steps; its higher rate is no better after 320")
  func manySteps() async throws {
    let arms = [Arm(start: .tuned), Arm(start: .scratch)]
    let race = try await race(words: 30_000, steps: 6000, seeds: 1, arms: arms)
    let late = race.looks.filter { $0 >= 2560 }
    #expect(late == [2560, 3620, 5120, 6000])
    #expect(late.allSatisfy { abs(race.gap(after: $0)) < 0.04 })  // one seed; readings of 500 words jump by 0.01
    let looks = lookingPlaces(upTo: 1280)
    let fast = Run(
      LetterTask(try .load(.spanish), words: 30_000, seed: 0), from: nil, rate: 5e-3, looks: looks)
    let slow = race.bits(.scratch, seed: 0)
    for index in looks.indices where looks[index] > 320 { #expect(fast.bits[index] > slow[index] - 0.03) }
  }

  @Test("Contrast: at constant rates a shorter race is the beginning of a longer one, to the bit") func beginnings()
    async throws
  {
    let (short, long) = (
      try await race(words: 300, steps: 40, seeds: 1), try await race(words: 300, steps: 80, seeds: 1)
    )
    for start in Start.allCases {
      #expect(short.bits(start, seed: 0) == Array(long.bits(start, seed: 0).prefix(short.looks.count)))
    }
  }

  @Test("Contrast: the weights that are kept read the bits that are told, and write other words than the base")
  func keptWeights() async throws {
    let (race, base) = (try await race(words: 300, steps: 80, seeds: 1), try EnglishBase.load())
    let test = LetterTask(try .load(.spanish), words: 300, seed: 0).test
    for start in Start.allCases {
      let kept = race.kept(start)[0]
      let model = base.model()
      model.state = kept.state
      #expect(Letters.bits(of: test) { model($0, at: $1) } == kept.bits)
      let words = written(kept.state, base, seed: 0)
      #expect(Set(words).count == 5 && words.allSatisfy { (4...9).contains($0.count) })
      #expect(words != written(base.state, base, seed: 0))
    }
  }

  @Test("Contrast: another base, of seed 4, helps more the longer it was trained, too") func otherBase() async throws {
    let list = try WordList.load(.spanish)
    let doses = try await Doses([75, 300, 600], list, words: 300, steps: 113, seeds: [0, 1], seed: 4)
    let scratch = try await race(words: 300, steps: 113, seeds: 2).kept(.scratch).map(\.bits)
    let gains = [75, 300, 600].map { dose in
      Summary(of: doses.bits(dose).indices.map { scratch[$0] - doses.bits(dose)[$0] }).mean
    }
    #expect(gains[0] > 0 && gains[1] > gains[0] && gains[2] > gains[1])
    #expect(gains[1] > 0.6 * gains[2])
  }

  // MARK: Exercises

  @Test("Exercise 1: with 100 words scratch is further behind than with 300") func fewer() async throws {
    let lesson = try Lesson30.parse(["--words", "100"])
    #expect(lesson.shortSteps == 100)
    let list = try WordList.load(.spanish)
    let few = await lesson.shortRace(list, from: try lesson.base())
    let more = try await race(words: 300, steps: 160, seeds: 6)
    #expect(few.seeds == 6 && Summary(of: few.gaps).mean > Summary(of: more.gaps).mean + 0.04)
  }

  @Test("Exercise 2: a base that has read nothing is ahead by nothing") func nothing() async throws {
    let lesson = try Lesson30.parse(["--pretraining", "0"])
    #expect(lesson.cost == 0)
    let race = await lesson.shortRace(try .load(.spanish), from: try lesson.base())
    // Six pairs of random starts that differ by 0.02 each; scratch has the better of two rates.
    #expect(abs(Summary(of: race.gaps).mean) < 0.03)
  }

  @Test("Exercise 3: after 640 steps with many words scratch is still behind, by some hundredths") func quarter()
    async throws
  {
    let race = try await race(words: 30_000, steps: 640, seeds: 2)
    #expect(race.gap(after: 640) > 0.01 && race.gap(after: 640) < 0.1)
    #expect(race.gap(after: 80) > 2 * race.gap(after: 640))
    #expect(race.gap(after: 123).isNaN)
  }

  // MARK: Refusal

  @Test("Refusal: a race with fewer than 100 words, and one too short to see a lag") func refuses() throws {
    let few = try #require(throws: (any Error).self) { try Lesson30.parse(["--words=50"]) }
    #expect(
      Lesson30.message(for: few) == "The value '50' is invalid for '--words <words>': It must be from 100 to 3000.")
    let short = try #require(throws: (any Error).self) { try Lesson30.parse(["--steps=100"]) }
    #expect(Lesson30.message(for: short).contains("'100' is invalid for '--steps <steps>'"))
  }

  private func race(words: Int, steps: Int, seeds: UInt64, arms: [Arm] = Arm.all) async throws -> Race {
    await Race(
      try .load(.spanish), words: words, steps: steps, seeds: Array(0..<seeds), from: try .load(), arms: arms)
  }
}
