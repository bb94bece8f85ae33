import Descent
import Numerics
import Testing

@Suite("Baselines") struct BaselineTests {
  private func column(_ values: [Double]) -> Tensor { Tensor(shape: [values.count, 1], values, dtype: .float64) }

  /// 60 samples of three normal features whose classes overlap.
  private func cloud() -> (features: Tensor, labels: [Int]) {
    var generator = RandomGenerator(seed: 28)
    let features = Tensor.normal([60, 3], dtype: .float64, using: &generator)
    return (features, (0..<60).map { features[$0, 0] - features[$0, 2] + generator.normal() > 0 ? 1 : 0 })
  }

  static let models: [any BinaryClassifier] = [
    MajorityClassifier(), LogisticRegression(penalty: 0.3), DecisionTree(depth: 2),
    GradientBoosting(rounds: 12, depth: 2),
  ]

  // MARK: By hand

  @Test("By hand: of labels 0, 1, 1, 1 the majority says 1 with ¾; with a weight of 6 on the first, 0 with ⅔")
  func majority() {
    var model = MajorityClassifier()
    model.fit(column([5, 6, 7, 8]), labels: [0, 1, 1, 1])
    #expect(model.predict(column([0, 9])) == [1, 1])
    #expect(abs(model.predictProbabilities(column([0]))[0, 1] - 0.75) < 1e-15)
    model.fit(column([5, 6, 7, 8]), labels: [0, 1, 1, 1], sampleWeights: [6, 1, 1, 1])
    let probabilities = model.predictProbabilities(column([0]))
    #expect(probabilities.shape == [1, 2] && abs(probabilities[0, 0] - 2.0 / 3) < 1e-15)
    #expect(model.predict(column([0])) == [0] && model.predict(column([0]), threshold: 0.3) == [1])
  }

  @Test("By hand: samples at −1 and 1 under a penalty of 1 have the slope w = 2σ(−w) = 0.675, and no intercept")
  func line() {
    var model = LogisticRegression()
    model.fit(column([-1, 1]), labels: [0, 1])
    let slope = model.weights[0]
    #expect(abs(slope - 2 / (1 + .exp(slope))) < 1e-7 && abs(slope - 0.675) < 5e-4)  // the fit ends within √10⁻¹²
    #expect(abs(model.intercept) < 1e-12)
  }

  @Test("By hand: where the features say nothing, the intercept is the log-odds: ln 3 for three of four")
  func interceptAlone() {
    var model = LogisticRegression()
    model.fit(column([0, 0, 0, 0]), labels: [0, 1, 1, 1])
    #expect(model.weights == [0] && abs(model.intercept - .log(3)) < 1e-6)
    // The free intercept pays no penalty, however large that is.
    var strong = LogisticRegression(penalty: 1e6)
    strong.fit(column([0, 1, 0, 1]), labels: [0, 1, 1, 1])
    #expect(abs(strong.weights[0]) < 1e-5 && abs(strong.intercept - .log(3)) < 1e-5)
  }

  @Test("Without a penalty a separable set has no minimum: the fit stops far out, and is right")
  func separable() {
    var model = LogisticRegression(penalty: 0)
    model.fit(column([-2, -1, 1, 2]), labels: [0, 0, 1, 1])
    #expect(model.weights[0] > 10 && model.weights[0].isFinite && model.steps < 100)
    #expect(model.predict(column([-0.5, 0.5])) == [0, 1])
  }

  @Test("By hand: the stump on 1, 2, 3, 4 with labels 0, 1, 1, 1 asks x ≤ 1.5, and both leaves are sure")
  func stump() throws {
    var model = DecisionTree()
    model.fit(column([1, 2, 3, 4]), labels: [0, 1, 1, 1])
    let split = try #require(model.tree?.nodes[0].split)
    // Σy²/n of the parts: 0 + 9/3, before 9/4.
    #expect(split.threshold == 1.5 && abs(split.gain - 0.75) < 1e-15)
    #expect(model.logits(column([1.5, 1.6])).scalars == [-.infinity, .infinity])
    #expect(model.predictProbabilities(column([1, 2])).scalars == [1, 0, 0, 1])
    #expect(model.tree?.nodes.count == 3)
  }

  @Test("By hand: one round on 1, 2, 3, 4 with labels 0, 0, 1, 1 gains 4 at x ≤ 2.5, and the logits are −0.2 and 0.2")
  func oneRound() throws {
    var model = GradientBoosting(rounds: 1, depth: 1)
    model.fit(column([1, 2, 3, 4]), labels: [0, 0, 1, 1])
    let split = try #require(model.trees[0].nodes[0].split)
    // F₀ = 0: g = (½, ½, −½, −½) and h = ¼; gain 1/.5 + 1/.5 − 0, leaves −1/.5 and 1/.5, times 0.1.
    #expect(split.threshold == 2.5 && split.gain == 4)
    #expect(model.logits(column([1, 2.5, 2.6, 9])).scalars == [-0.2, -0.2, 0.2, 0.2])
    let losses = model.stagedLogits(column([1, 2, 3, 4])).map {
      binaryCrossEntropy(logits: $0, targets: Tensor([0, 0, 1, 1], dtype: .float64)).item
    }
    #expect(losses.count == 2 && abs(losses[0] - .log(2)) < 1e-15)
    #expect(abs(losses[1] - 0.598139) < 5e-7)  // ln(1 + e^−0.2), six decimals
    #expect(model.keeping(rounds: 0).logits(column([1])).scalars == [0])
  }

  @Test("By hand: positives of weight 3 start at ln 3, and the leaves are −4 and 4/3")
  func weightedRound() {
    var model = GradientBoosting(rounds: 1, learningRate: 1, depth: 1)
    model.fit(column([1, 2, 3, 4]), labels: [0, 0, 1, 1], sampleWeights: [1, 1, 3, 3])
    // p = ¾: g = (.75, .75, −.75, −.75), h = (.1875, .1875, .5625, .5625).
    #expect(abs(model.start - .log(3)) < 1e-15)
    #expect(abs(model.trees[0].nodes[1].value + 4) < 1e-14 && abs(model.trees[0].nodes[2].value - 4.0 / 3) < 1e-14)
  }

  @Test("By hand: of 4 positives 3 are found, with 1 false alarm: recall ¾, precision ¾, accuracy ⅘ of 10")
  func confusion() {
    let matrix = ConfusionMatrix(predicted: [1, 1, 1, 0, 1, 0, 0, 0, 0, 0], labels: [1, 1, 1, 1, 0, 0, 0, 0, 0, 0])
    #expect(matrix.truePositives == 3 && matrix.falseNegatives == 1)
    #expect(matrix.falsePositives == 1 && matrix.trueNegatives == 5)
    #expect(matrix.recall == 0.75 && matrix.precision == 0.75 && matrix.accuracy == 0.8)
    #expect(ConfusionMatrix(predicted: [0], labels: [0]).precision.isNaN)
  }

  @Test("By hand: a scaler fitted to 1 and 3 sends 5 to 3, and only shifts a constant feature")
  func scaler() {
    let scaler = StandardScaler(fittedTo: Tensor(rows: [[1, 7], [3, 7]]))
    #expect(scaler.transform(Tensor(rows: [[5, 9]])) == Tensor(rows: [[3, 2]], dtype: .float64))
  }

  // MARK: Theory

  @Test("A sample of weight 2 counts as if it were there twice, one of weight 0 as if it were not", arguments: models)
  func multiplicity(model: any BinaryClassifier) {
    let (features, labels) = cloud()
    let counts = (0..<60).map { $0 % 3 }
    let rows = counts.indices.flatMap { Array(repeating: $0, count: counts[$0]) }
    var (weighted, repeated) = (model, model)
    weighted.fit(features, labels: labels, sampleWeights: counts.map(Double.init))
    repeated.fit(features.take(rows: rows), labels: rows.map { labels[$0] })
    let (a, b) = (weighted.predictProbabilities(features).scalars, repeated.predictProbabilities(features).scalars)
    #expect(a.count == 120 && b.count == 120)
    // The thresholds of trees may lie between samples of weight 0, so the samples that count are compared.
    for row in rows { #expect(abs(a[2 * row] - b[2 * row]) < 1e-6) }
  }

  @Test("A tree answers the same when a feature is mapped monotonically: it looks at the order alone")
  func monotone() {
    let (features, labels) = cloud()
    let mapped = Tensor(shape: features.shape, features.scalars.map(Double.exp), dtype: .float64)
    for model in Self.models.suffix(2) {
      var (plain, other) = (model, model)
      plain.fit(features, labels: labels)
      other.fit(mapped, labels: labels)
      #expect(plain.logits(features) == other.logits(mapped))
    }
  }

  @Test("Newton's fit is where the gradient is 0, with weights and penalty") func stationary() {
    let (features, labels) = cloud()
    let weights = (0..<60).map { 1 + Double($0 % 4) }
    var model = LogisticRegression(penalty: 2)
    model.fit(features, labels: labels, sampleWeights: weights)
    let p = model.predictProbabilities(features)
    let errors = (0..<60).map { weights[$0] * (p[$0, 1] - Double(labels[$0])) }
    for feature in 0..<3 {
      let sum = (0..<60).reduce(0) { $0 + errors[$1] * features[$1, feature] }
      #expect(abs(sum + 2 * model.weights[feature]) < 1e-5)  // √(2 · 10⁻¹² · 150 · curvature)
    }
    #expect(abs(errors.reduce(0, +)) < 1e-5)
  }

  @Test("A model can be fitted anew, and the training loss of boosting falls with every round") func again() {
    let (features, labels) = cloud()
    var model = GradientBoosting(rounds: 30, depth: 2)
    model.fit(features, labels: labels)
    let first = model.logits(features)
    model.fit(features, labels: labels.map { 1 - $0 })
    model.fit(features, labels: labels)
    #expect(model.logits(features) == first && model.trees.count == 30)
    let targets = Tensor(labels.map(Double.init), dtype: .float64)
    let losses = model.stagedLogits(features).map { binaryCrossEntropy(logits: $0, targets: targets).item }
    #expect(losses.count == 31 && losses.indices.dropFirst().allSatisfy { losses[$0] < losses[$0 - 1] })
  }
}
