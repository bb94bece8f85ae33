import Datasets
import Descent
import Experiments
import Numerics
import Testing

@testable import Lesson33

@Suite("Lesson 33 · Adapter fusion") struct Lesson33Tests {
  private func run(_ method: Method, rate: Double, steps: Int = 100, words: Int = 100, on task: Task, _ learnt: Learnt)
    -> Run
  {
    Run(method, rate: rate, steps: steps, on: learnt.task(task, words: words, seed: 5), own: task.own, learnt)
  }

  // MARK: By hand

  @Test("By hand: scores 2 and −2 have shares 0.982 and 0.018, and the mix of 2 and −2 is 2 tanh 2 = 1.93") func two() {
    let two = shares(ofScores: [2, -2])
    // e²/(e² + e⁻²) = 1/(1 + e⁻⁴) = 0.98201379; eight decimals.
    #expect(two.count == 2 && abs(two[0] - 0.98201379) < 1e-8 && abs(two[0] + two[1] - 1) < 1e-15)
    #expect(abs(2 * two[0] - 2 * two[1] - 1.92805516) < 1e-8)
    // Equal scores give equal shares, and one score alone all of it.
    #expect(shares(ofScores: [7, 7, 7]) == [1.0 / 3, 1.0 / 3, 1.0 / 3] && shares(ofScores: [-50]) == [1])
  }

  @Test("By hand: with g = −1 and equal shares of changes 2 and −2 the scores' gradients are −1 and 1") func pull() {
    #expect(scoreGradients(shares: [0.5, 0.5], slopes: [-2, 2]) == [-1, 1])  // ½ (∓2 − 0)
    #expect(scoreGradients(shares: [1, 0], slopes: [-2, 2]) == [0, 0])  // a full share has no gradient left
  }

  @Test("By hand: Q and K have 4 · 2 · 8 · 32 = 2,048 numbers, fixed shares 12, a set of adapters 2,208")
  func numbers() async throws {
    let learnt = try await Learnt()
    func count(_ method: Method) -> Int { run(method, rate: 0, steps: 1, words: 10, on: .names, learnt).numbers }
    #expect(count(.attention(queryWidth: 8)) == 2048 && count(.attention(queryWidth: 1)) == 256)
    #expect(count(.fixedShares) == 12 && count(.newAdapter) == 4 * (2 * 32 * 8 + 8 + 32))
    #expect(count(.all) == 19_259 && count(.equalShares) == 0 && count(.alone(1)) == 0)
    // One set of shares for each half of the test words, of three adapters or of the other two.
    let others = run(.attention(queryWidth: 1, withoutOwn: true), rate: 0, steps: 1, words: 10, on: .names, learnt)
    #expect(others.halves.map(\.count) == [2, 2] && abs(others.shares[0] + others.shares[1] - 1) < 1e-5)
  }

  // MARK: Theory

  @Test("Theory: the gradient of a score is aᵢ (g·δᵢ − Σ aⱼ g·δⱼ), as the tape finds it") func gradient() {
    let (scores, slopes) = ([0.3, -1.2, 0.8], [0.7, -0.4, 1.5])
    let point = Tensor(shape: [3], scores, dtype: .float64)
    // The loss Σ aᵢ g·δᵢ is linear in the mix, so that its gradient by the mix is g.
    let (_, gradient) = valueAndGradient(at: point) {
      (softmax($0) * Tensor(shape: [3], slopes, dtype: .float64)).sum()
    }
    let wanted = scoreGradients(shares: shares(ofScores: scores), slopes: slopes)
    #expect(gradient.count == 3)
    #expect(gradient.scalars.indices.allSatisfy { abs(gradient.scalars[$0] - wanted[$0]) < 1e-15 })  // a few roundings
  }

  @Test("Theory: equal shares read the mean of the changes, whatever the score; full shares are the adapter alone")
  func extremes() async throws {
    let learnt = try await Learnt()
    var generator = RandomGenerator(seed: 1)
    let models = (0..<3).map { learnt.model($0) }
    let fused = learnt.base.model().fused(models, queryWidth: 8, using: &generator)
    let words = LetterBatch(learnt.task(.spanish, words: 2, seed: 1).test.prefix(20))
    func logits(_ model: LetterModel) -> [Double] { model(words.inputs, at: words.realPlaces).scalars }
    func difference(_ a: [Double], _ b: [Double]) -> Double {
      a.count == b.count ? a.indices.reduce(0) { max($0, abs(a[$1] - b[$1])) } : .nan
    }
    var fixed = fused
    fixed.replaceLayers { ($0 as? AdapterFusion).map { FixedShares($0) } ?? $0 }
    for parameter in fused.parameters where parameter.name.hasSuffix(".fusion.query") {
      parameter.assign(.zeros(parameter.tensor.shape))
    }
    // With Q = 0 the attention is blind. Logits of some units in float32.
    #expect(difference(logits(fused), logits(fixed)) < 1e-4)
    for (adapter, model) in models.enumerated() {
      for scores in fixed.added { scores.assign(Tensor((0..<3).map { $0 == adapter ? 200 : 0 })) }
      #expect(difference(logits(fixed), logits(model)) < 1e-4)  // e⁻²⁰⁰ is nothing
    }
  }

  @Test("Theory: a task has as many words as asked for, none that an adapter has read or that is tested") func tasks()
    async throws
  {
    let learnt = try await Learnt()
    for task in Task.allCases {
      let parts = learnt.task(task, words: 3000, seed: 9)
      #expect(parts.training.count == 3000 && parts.test.count == 500 && parts.validation.count == 200)
      #expect(Set(parts.training).count == 3000 || task == .mixture)  // some words are Spanish and names
      #expect(task == .mixture || Set(parts.training).isDisjoint(with: parts.test + parts.validation))
    }
    let spanish = try WordList.load(.spanish).split(test: 500, validation: 200).rest
    #expect(Set(spanish.prefix(5000)).isDisjoint(with: learnt.task(.spanish, words: 3000, seed: 9).training))
    #expect(learnt.task(.mixture, words: 11, seed: 3).training.count == 11)
  }

  // MARK: Contrast

  @Test("Contrast: the first stage gives each language an adapter that helps it, and the second finds it") func finds()
    async throws
  {
    let learnt = try await Learnt()
    for (place, task) in Task.single.enumerated() {
      let alone = (0..<3).map { run(.alone($0), rate: 0, on: task, learnt) }
      #expect(
        alone.map(\.bits).min() == alone[place].bits && alone.map(\.trainingBits).min() == alone[place].trainingBits)
      let fused = run(.attention(queryWidth: 8), rate: 0.01, on: task, learnt)
      #expect(fused.shares[place] > 0.5 && fused.isUntouched)
      let equal = run(.equalShares, rate: 0, on: task, learnt)
      #expect(equal.shares.allSatisfy { abs($0 - 1.0 / 3) < 1e-6 } && fused.bits < equal.bits - 0.1)
      let fixed = run(.fixedShares, rate: 0.1, on: task, learnt)
      #expect(fixed.bits < fused.bits && fixed.bits < alone[place].bits + 0.03)
      let others = run(.attention(queryWidth: 8, withoutOwn: true), rate: 0.01, on: task, learnt)
      #expect(others.bits > run(.newAdapter, rate: 0.003, on: task, learnt).bits)
    }
  }

  @Test("Contrast: in ten times the steps, at their best rates, the attention is still ahead of a new adapter")
  func tenTimes() async throws {
    let learnt = try await Learnt()
    let jobs: [(Method, Double)] =
      [0.001, 0.003, 0.01].map { (.attention(queryWidth: 8), $0) }
      + [0.0001, 0.0003, 0.001, 0.003].map { (.newAdapter, $0) }
    let bits = await inParallel(over: jobs) { method, rate in
      Run(
        method, rate: rate, steps: 1000, on: learnt.task(.spanish, words: 100, seed: 5), own: 0, learnt
      ).bits
    }
    let best = (attention: bits[..<3].min() ?? .nan, fresh: bits[3...].min() ?? .nan)
    #expect(best.attention < best.fresh - 0.05)
    #expect(bits[6] > best.fresh)  // the best rate lies inside
  }

  // MARK: Exercises

  @Test("Exercise 1: a query of one number keeps most of the gain over equal shares") func narrow() async throws {
    let lesson = try Lesson33.parse(["--query-width", "1"])
    let learnt = try await Learnt()
    let equal = run(.equalShares, rate: 0, on: .spanish, learnt).bits
    let arms = [lesson.attention, .attention(queryWidth: 8)].map { lesson.arm(.spanish, $0) }
    let bits = await lesson.runs(learnt, arms, seeds: 3)
    #expect((equal - bits[arms[0]].bits.mean) / (equal - bits[arms[1]].bits.mean) > 0.8)
  }

  @Test("Exercise 2: tuning all numbers from 3,000 words beats the adapter that has read 5,000") func many()
    async throws
  {
    let lesson = try Lesson33.parse(["--words", "3000"])
    let learnt = try await Learnt()
    let arms = [Method.all, .alone(0)].map { lesson.arm(.spanish, $0) }
    let bits = await lesson.runs(learnt, arms, seeds: 2)
    #expect(bits[arms[0]].bits.mean < bits[arms[1]].bits.mean)
  }

  @Test("Exercise 3: ten words single out the right adapter nearly always, and the attention leans to it") func few()
    async throws
  {
    let lesson = try Lesson33.parse(["--words", "10"])
    let learnt = try await Learnt()
    let arms = Task.single.flatMap { task in (0..<3).map { lesson.arm(task, .alone($0)) } }
    let names = lesson.arm(.names, lesson.attention)
    let runs = await lesson.runs(learnt, arms + [names], seeds: 3)
    #expect(lesson.picks(runs).reduce(0, +) >= 8)
    #expect(Summary(of: runs[names].all.map { $0.shares[1] }).mean > 0.4)
  }

  // MARK: Refusal

  @Test("Refusal: nine words, and a query that is wider than the model") func refuses() throws {
    let few = try #require(throws: (any Error).self) { try Lesson33.parse(["--words=9"]) }
    #expect(
      Lesson33.message(for: few) == "The value '9' is invalid for '--words <words>': It must be from 10 to 3000.")
    let wide = try #require(throws: (any Error).self) { try Lesson33.parse(["--query-width=33"]) }
    #expect(Lesson33.message(for: wide).contains("'33' is invalid for '--query-width <query-width>'"))
  }
}
