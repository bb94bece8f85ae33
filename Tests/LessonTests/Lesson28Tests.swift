import Datasets
import Descent
import Experiments
import Testing

@testable import Lesson28

@Suite("Lesson 28 · Baselines and sample weights") struct Lesson28Tests {
  private func part(_ x: [Double], labels: [Int]) -> Part {
    let features = Tensor(shape: [x.count, 1], x, dtype: .float64)
    return Part(raw: features, scaled: features, labels: labels)
  }

  // MARK: By hand

  @Test("By hand: the question between 2 and 3 gains 4, the one after 1 gains 4/3; a round brings the loss to 0.598")
  func oneRound() {
    #expect(splitGain((1, 0.5), (-1, 0.5)) == 4)  // 1/½ + 1/½ − 0
    #expect(abs(splitGain((0.5, 0.25), (-0.5, 0.75)) - 4.0 / 3) < 1e-15)  // .25/.25 + .25/.75 − 0
    let four = part([1, 2, 3, 4], labels: [0, 0, 1, 1])
    var model = GradientBoosting(rounds: 1, depth: 1)
    model.fit(four.raw, labels: four.labels)
    #expect(model.trees[0].nodes[0].split?.gain == 4)
    #expect(abs(four.logLoss(model.logits(four.raw)) - 0.598139) < 5e-7)  // ln(1 + e^−0.2), six decimals
  }

  @Test(
    "By hand: at z = 0.5 and w = 3 a positive costs 1.422231 with the slope −1.132622, a negative 0.974077 with 0.622459",
    arguments: [(1.0, 1.422231, -1.132622), (0, 0.974077, 0.622459)])
  func weightedLoss(target: Double, loss: Double, slope: Double) {
    let (value, gradient) = valueAndGradient(at: Tensor([0.5], dtype: .float64)) {
      binaryCrossEntropy(logits: $0, targets: Tensor([target], dtype: .float64), positiveWeight: 3)
    }
    #expect(abs(value - loss) < 5e-7 && abs(gradient.item - slope) < 5e-7)  // six decimals
  }

  @Test("By hand: a weight of 3 is a threshold of ¼, and moves a logit by 1.0986") func movedThreshold() {
    #expect(threshold(weight: 3) == 0.25 && threshold(weight: 1) == 0.5)
    #expect(abs(logitShift(weight: 3) - 1.0986) < 5e-5)  // ln 3, four decimals
    // 2 of 3 alarms are right and 2 of 4 positives found; above −ln 3 all are found, with 4 of 6 alarms right.
    let six = part([0, 0, 0, 0, 0, 0], labels: [1, 1, 1, 1, 0, 0])
    let logits = Tensor([2, 2, -0.5, -0.5, 1, -0.9], dtype: .float64)
    let (plain, moved) = (Outcome(logits, on: six), Outcome(logits, on: six, threshold: 0.25))
    #expect(plain.recall == 50 && abs(plain.precision - 200.0 / 3) < 1e-12 && plain.accuracy == 50)
    #expect(moved.recall == 100 && abs(moved.precision - 400.0 / 6) < 1e-12)  // σ(−0.9) = 0.29 is an alarm, too
  }

  @Test("By hand: 285, 113 and 171 tumours, each part with 37 % malignant ones, all different, scaled by the first")
  func parts() throws {
    let split = Split(try BreastCancer.load(), seed: 1)
    let parts = [split.training, split.validation, split.test]
    // 357 benign: 179, 71, 107; 212 malignant: 106, 42, 64.
    #expect(parts.map(\.labels.count) == [285, 113, 171])
    #expect(parts.map { $0.labels.count { $0 == 1 } } == [106, 42, 64])
    #expect(split.training.scaled.mean(axes: [0]).scalars.allSatisfy { abs($0) < 1e-12 })
    #expect(split.test.scaled.mean(axes: [0]).scalars.contains { abs($0) > 0.01 })
    let flipped = split.flipped(0.2)
    func differing(_ part: KeyPath<Split, Part>) -> Int {
      let (a, b) = (split[keyPath: part].labels, flipped[keyPath: part].labels)
      return a.indices.count { a[$0] != b[$0] }
    }
    #expect(differing(\.training) == 57 && differing(\.validation) == 23 && differing(\.test) == 0)
  }

  // MARK: Theory

  @Test("Theory: on data made from a line the weighted fit moves the intercept by ln w and keeps the slopes")
  func movedIntercept() {
    let weights = [1.0, 3, 10]
    let made = Made(weights: weights, seed: 7)
    #expect(made.shifts.count == 3 && made.shifts[0] == 0 && made.agreements[0] == 100)
    for (place, weight) in weights.enumerated().dropFirst() {
      // 20,000 samples; over 20 seeds the shift strays by 0.01 and the slopes by 0.02 at w = 10.
      #expect(abs(made.shifts[place] - logitShift(weight: weight)) < 0.05)
      #expect(made.slopeChanges[place] < 0.08)
      #expect(made.agreements[place] > 98.5)
    }
  }

  @Test("Theory: what TabTransformer adds in front of the numbers comes from the categorical columns alone")
  func withoutCategories() {
    var generator = RandomGenerator(seed: 3)
    let width = 4
    let table = Embedding("table", tokens: 5, width: width, using: &generator)
    let block = TransformerBlock("block", width: width, heads: 2, hidden: 8, norm: .post, using: &generator)
    /// What the categorical columns `[samples, columns]` become, side by side, in front of the numbers.
    func inputs(_ categories: [[Int]], _ numbers: Tensor) -> Tensor {
      let tokens = block(table(categories), in: .evaluation)
      return concatenate([tokens.reshaped([categories.count, categories[0].count * width]), numbers], axis: 1)
    }
    let numbers = Tensor.normal([6, 30], using: &generator)
    // With two such columns the network reads eight numbers more, and each depends on both columns.
    let one = inputs([[Int]](repeating: [0, 1], count: 6), numbers)
    let other = inputs([[Int]](repeating: [0, 2], count: 6), numbers)
    #expect(one.shape == [6, 38] && one[0, 0] != other[0, 0] && one[0, 8] == numbers[0, 0])
  }

  // MARK: Contrast

  @Test(
    "Contrast: one feature is far above the majority, and the line above it; deep trees learn the training part by heart"
  )
  func models() async throws {
    let tumours = try BreastCancer.load()
    let simple = await Trials(Simple.allCases, seeds: [1, 2, 3]) { model, seed in
      model.outcome(on: Split(tumours, seed: seed), penalty: 1)
    }
    #expect(abs(simple[.majority].accuracy.mean - 100 * 107.0 / 171) < 1e-9)  // in every split
    #expect(simple[.feature].accuracy.mean > simple[.majority].accuracy.mean + 20)
    #expect(simple[.line].accuracy.mean > simple[.feature].accuracy.mean + 3)
    let deep = Boosted(depth: 3, rounds: 200, on: Split(tumours, seed: 1))
    #expect(deep.training.count == 201 && deep.test.count == 201)
    #expect(deep.training[200] < 0.001 && deep.validation[200] > deep.validation[deep.best])
    #expect(deep.best < 200 && deep.kept.logLoss == deep.test[deep.best])
  }

  @Test("Contrast: with ten times as many rounds the trees of depth 1 are still behind the line") func tenTimes()
    async throws
  {
    let tumours = try BreastCancer.load()
    let runs = await Runs(seeds: [1, 2, 3, 4, 5, 6]) { seed in
      let split = Split(tumours, seed: seed)
      return (Boosted(depth: 1, rounds: 2000, on: split), Simple.line.outcome(on: split, penalty: 1))
    }
    #expect(runs.count { $0.0.kept.logLoss > $0.1.logLoss } >= 4)
  }

  @Test("Contrast: weights find more malignant tumours for more false alarms, and move the intercept by less than ln w")
  func weights() async throws {
    let tumours = try BreastCancer.load()
    let runs = await Trials(Weighed.allCases, seeds: [1, 2, 3, 4]) { model, seed in
      WeighedRun(model, weights: [1, 10], penalty: 1, on: Split(tumours, seed: seed))
    }
    for model in Weighed.allCases {
      #expect(runs[model].recalls.mean[1] > runs[model].recalls.mean[0])
      #expect(runs[model].precisions.mean[1] < runs[model].precisions.mean[0])
      #expect(runs[model].agreements.minimum[0] == 100)  // a weight of 1 and a threshold of ½ are nothing new
    }
    #expect(runs[.line].shifts.mean[1] > 1 && runs[.line].shifts.mean[1] < logitShift(weight: 10))
  }

  @Test("Contrast: at rate 0.01 all four together resist wrong labels, and at rate 0.0003 the bare network does, too")
  func care() async throws {
    let tumours = try BreastCancer.load()
    let runs = await Trials([Care.nothing, .all], seeds: [1, 2, 3, 4]) { care, seed in
      [0.01, 0.0003].map {
        NetworkRun(Arm(care: care, noise: 0.2), rate: $0, on: Split(tumours, seed: seed)).outcome.accuracy
      }
    }
    func mean(_ care: Care, _ place: Int) -> Double { Summary(of: runs[care].all.map { $0[place] }).mean }
    #expect(mean(.all, 0) > mean(.nothing, 0) + 2)
    #expect(mean(.nothing, 1) > mean(.nothing, 0) + 2)
  }

  // MARK: Exercises

  @Test("Exercise 1: with 1,000 rounds the trees of depth 1 do not catch up") func rounds() async throws {
    let lesson = try Lesson28.parse(["--rounds", "1000"])
    let tumours = try BreastCancer.load()
    let trees = await lesson.boosted(tumours, [1])[1].map(\.kept)
    let line = await Runs(seeds: lesson.common.seeds(20)) { seed in
      Simple.line.outcome(on: Split(tumours, seed: seed), penalty: 1)
    }
    #expect(trees.logLoss.mean > line.logLoss.mean)
  }

  @Test("Exercise 2: at w = 100 the threshold misses less than the weighed line, with more false alarms")
  func heavyWeight() async throws {
    let heavy = try Lesson28.parse(["--weight", "100"])
    let runs = await heavy.weighed(try BreastCancer.load())[.line]
    #expect(heavy.weights == [1, 3, 10, 30, 100] && heavy.place == 4)
    #expect(runs.movedRecalls.mean[4] > runs.recalls.mean[4] && runs.movedPrecisions.mean[4] < runs.precisions.mean[4])
  }

  @Test("Exercise 3: at a hundredth of λ the line's log loss is above that of the trees, from two first seeds")
  func hardlyAPenalty() async throws {
    let tumours = try BreastCancer.load()
    for first in ["0", "271"] {
      let lesson = try Lesson28.parse(["--penalty", "0.01", "--seed", first])
      let line = await lesson.weighed(tumours)[.line].map { $0.weighed[0] }
      let trees = await lesson.trees(tumours)[1].map(\.kept)
      #expect(line.logLoss.mean > 1.3 * trees.logLoss.mean)
    }
  }

  // MARK: Refusal

  @Test("Refusal: a weight below 1, and no penalty at all") func refuses() throws {
    let light = try #require(throws: (any Error).self) { try Lesson28.parse(["--weight=0.5"]) }
    #expect(
      Lesson28.message(for: light) == "The value '0.5' is invalid for '--weight <weight>': It must be from 1 to 100.")
    let free = try #require(throws: (any Error).self) { try Lesson28.parse(["--penalty=0"]) }
    #expect(Lesson28.message(for: free).contains("'0' is invalid for '--penalty <penalty>'"))
  }
}
