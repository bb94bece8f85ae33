import Datasets
import Descent
import Foundation
import Testing

/// What `Fixtures/make_baseline_fixtures.py` made with scikit-learn.
struct BaselineFixtures: Decodable {
  struct Case: Decodable {
    /// Of the training and of the test part.
    let training, probabilities: [Double]
    let predicted: [Int]
    let logLoss, recall, precision: Double
    let weights: [Double]?
    let intercept: Double?
    let feature: Int?
    let threshold: Double?
  }

  let scikitLearn: String
  let rounds: Int
  let cases: [String: Case]

  static func load() throws -> BaselineFixtures {
    let url = try #require(Bundle.module.url(forResource: "baselines", withExtension: "json"))
    return try JSONDecoder().decode(BaselineFixtures.self, from: Data(contentsOf: url))
  }
}

@Suite("Baselines agree with scikit-learn on the breast tumours") struct BaselineAgreementTests {
  /// The first 250 tumours to learn from and the other 319 to test; class 1 is malignant, and weighs 3 where `isWeighted`.
  private struct Parts {
    let training, test: Tensor
    let trainingLabels, testLabels: [Int]

    init(isScaled: Bool) throws {
      let tumours = try BreastCancer.load()
      let rows = (Array(0..<250), Array(250..<tumours.count))
      let (training, test) = (tumours.features.take(rows: rows.0), tumours.features.take(rows: rows.1))
      let scaler = StandardScaler(fittedTo: training)
      (self.training, self.test) = isScaled ? (scaler.transform(training), scaler.transform(test)) : (training, test)
      (trainingLabels, testLabels) = (rows.0.map { 1 - tumours.labels[$0] }, rows.1.map { 1 - tumours.labels[$0] })
    }
  }

  /// Fits a model, and compares its probabilities, and on the test part the classes, recall and precision, too.
  private func compare<Classifier: BinaryClassifier>(
    _ model: Classifier, with name: String, isScaled: Bool = false, onTest: Bool = true,
    onlyWeighted: Bool = false, tolerance: Double
  ) throws -> (fitted: [Classifier], expected: [BaselineFixtures.Case]) {
    let (parts, fixtures) = (try Parts(isScaled: isScaled), try BaselineFixtures.load())
    var (all, cases) = ([Classifier](), [BaselineFixtures.Case]())
    for (suffix, weight) in [("", 1.0), (" weighted", 3.0)] where !onlyWeighted || weight > 1 {
      let expected = try #require(fixtures.cases[name + suffix])
      var model = model
      model.fit(
        parts.training, labels: parts.trainingLabels, sampleWeights: parts.trainingLabels.map { $0 == 1 ? weight : 1 })
      all.append(model)
      cases.append(expected)
      let training = model.predictProbabilities(parts.training)
      #expect(training.shape == [250, 2] && expected.training.count == 250)
      let apart = (0..<250).map { abs(training[$0, 1] - expected.training[$0]) }.max() ?? .nan
      #expect(apart < tolerance, "\(name + suffix) is off by \(apart) in training")
      guard onTest else { continue }
      let test = model.predictProbabilities(parts.test)
      #expect(test.shape == [319, 2] && expected.probabilities.count == 319)
      let largest = (0..<319).map { abs(test[$0, 1] - expected.probabilities[$0]) }.max() ?? .nan
      #expect(largest < tolerance, "\(name + suffix) is off by \(largest)")
      let predicted = model.predict(parts.test)
      let differing = (0..<319).filter { predicted[$0] != expected.predicted[$0] }
      #expect(differing == [])
      let confusion = ConfusionMatrix(predicted: predicted, labels: parts.testLabels)
      #expect(abs(confusion.recall - expected.recall) < 1e-12)
      #expect(abs((confusion.precision.isNaN ? 0 : confusion.precision) - expected.precision) < 1e-12)
    }
    return (all, cases)
  }

  @Test("The majority is DummyClassifier") func majority() throws {
    _ = try compare(MajorityClassifier(), with: "majority", tolerance: 1e-14)  // one quotient
  }

  @Test("Logistic regression has its weights, intercept and probabilities", arguments: [1, 100])
  func regression(penalty: Int) throws {
    let (fitted, expected) = try compare(
      LogisticRegression(penalty: Double(penalty)), with: "regression \(penalty)", isScaled: true, tolerance: 1e-6)
    #expect(fitted.count == 2)
    for (model, expected) in zip(fitted, expected) {
      let weights = try #require(expected.weights)
      #expect(weights.count == 30 && model.weights.count == 30)
      // Both stop where the loss is within 10⁻¹⁰ of its least; a flat direction may differ by the root of that.
      #expect(zip(model.weights, weights).allSatisfy { abs($0 - $1) < 1e-5 })
      #expect(abs(model.intercept - (expected.intercept ?? .nan)) < 1e-5)
    }
  }

  @Test(
    "Trees of depth 1 and 2 part the samples in the same way, the first question up to scikit-learn's 32 bits",
    arguments: [1, 2])
  func trees(depth: Int) throws {
    // Of equally good questions in a small node scikit-learn draws one, so only the stump is compared on new samples.
    let (fitted, expected) = try compare(
      DecisionTree(depth: depth), with: "tree \(depth)", onTest: depth == 1, tolerance: 1e-12)
    for (model, expected) in zip(fitted, expected) {
      let split = try #require(model.tree?.nodes[0].split)
      #expect(split.feature == expected.feature)
      #expect(abs(split.threshold / (expected.threshold ?? .nan) - 1) < 1e-7)
    }
  }

  @Test("Boosted trees of depth 1, 2 and 3 part the samples in the same way for 40 rounds", arguments: [1, 2, 3])
  func boosting(depth: Int) throws {
    let rounds = try BaselineFixtures.load().rounds
    // scikit-learn keeps gradients in 32 bits: 1e-7 a round. Below the root its thresholds lie elsewhere between the same
    // two samples of a node, so that new samples may go another way. Without weights two questions at the third level of the
    // first tree gain the same to 1e-14, and rounding draws one.
    _ = try compare(
      GradientBoosting(rounds: rounds, depth: depth), with: "boosting \(depth)", onTest: depth == 1,
      onlyWeighted: depth == 3,
      tolerance: 1e-5)
  }

  @Test("The log loss of the regression is scikit-learn's") func logLoss() throws {
    let (parts, fixtures) = (try Parts(isScaled: true), try BaselineFixtures.load())
    var model = LogisticRegression()
    model.fit(parts.training, labels: parts.trainingLabels)
    let targets = Tensor(parts.testLabels.map(Double.init), dtype: .float64)
    let loss = binaryCrossEntropy(logits: model.logits(parts.test), targets: targets).item
    #expect(abs(loss - (fixtures.cases["regression 1"]?.logLoss ?? .nan)) < 1e-6)
  }
}
