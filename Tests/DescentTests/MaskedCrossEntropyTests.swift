import Descent
import Testing

/// What `Fixtures/make_masked_fixtures.py` made with PyTorch.
struct MaskedFixtures: Decodable {
  struct Case: Decodable {
    let shape: [Int]
    let logits, gradient: [Double]
    let labels: [Int?]
    let loss: Double
  }

  let torch: String
  let cases: [String: Case]
}

@Suite("Cross-entropy with padding") struct MaskedCrossEntropyTests {
  @Test("By hand: classes ¾ and ¼ at two places, the third is padding: the mean of ln 4/3 and ln 4 is ln 4 − ½ ln 3")
  func byHand() {
    let rows = Tensor(rows: [[1.0986122886681098, 0], [1.0986122886681098, 0], [7, 9]], dtype: .float64)
    let (loss, gradient) = valueAndGradient(at: rows) { softmaxCrossEntropy($0, labels: [0, 1, nil]) }
    #expect(abs(loss - 0.8369882167858358) < 1e-15)  // 1.3862943611198906 − 0.5493061443340549
    // (softmax − one-hot)/2, with 2 labels and not 3 places: (¾ − 1)/2 and (¼ − 0)/2, then (¾ − 0)/2 and (¼ − 1)/2.
    expectClose(gradient.scalars, [-0.125, 0.125, 0.375, -0.375, 0, 0], within: 1e-15)
  }

  @Test("Padding gets a gradient of exactly 0, even where it holds nan or inf", arguments: DType.allCases)
  func padding(dtype: DType) {
    let logits = Tensor(rows: [[1, 2], [.nan, .infinity], [-1, 0.5]], dtype: dtype).reshaped([1, 3, 2])
    let (loss, gradient) = valueAndGradient(at: logits) { softmaxCrossEntropy($0, labels: [1, nil, 0]) }
    #expect(loss.isFinite && gradient.shape == [1, 3, 2])
    #expect(gradient.scalars[2...3] == [0, 0] && gradient.scalars[0] != 0 && gradient.scalars[4] != 0)
  }

  @Test(
    "The rows with a label, taken out before the last layer, give the same loss, and the same gradients but for rounding"
  )
  func takenBefore() {
    var generator = RandomGenerator(seed: 1)
    let head = Dense("head", from: 3, to: 4, using: &generator)
    let hidden = Parameter("hidden", .normal([5, 3], using: &generator))
    let labels = [2, nil, 0, nil, 3]
    let places = labels.indices.filter { labels[$0] != nil }
    func gradients(_ loss: () -> Tensor) -> (loss: Double, gradients: Gradients) {
      valueAndGradients(of: Inputs(parameters: head.parameters + [hidden]), loss)
    }
    let masked = gradients { softmaxCrossEntropy(head(hidden.value), labels: labels) }
    let taken = gradients {
      softmaxCrossEntropy(head(hidden.value.take(rows: places)), labels: places.compactMap { labels[$0] })
    }
    #expect(masked.loss == taken.loss)
    // The weight's gradient sums 3 rows, or 5 of which 2 are zero, in an order that is the matrix product's own.
    for (a, b) in zip(masked.gradients.tensors, taken.gradients.tensors) {
      expectClose(a.scalars, b.scalars, within: 1e-7)
    }
    #expect(masked.gradients.norm > 0.1)
  }

  @Test("Agrees with PyTorch's cross_entropy with ignore_index, gradient included, to 1e-10")
  func agrees() throws {
    let cases = try fixture("masked", as: MaskedFixtures.self).cases
    #expect(cases.count == 5)
    for (name, expected) in cases {
      let logits = Tensor(shape: expected.shape, expected.logits, dtype: .float64)
      let (loss, gradient) = valueAndGradient(at: logits) { softmaxCrossEntropy($0, labels: expected.labels) * 3 }
      #expect(abs(loss / 3 - expected.loss) < 1e-10 * max(1, expected.loss), "\(name)")
      expectClose(gradient.scalars, expected.gradient, within: 1e-10, "\(name)")
    }
  }

  @Test("A guess among 27 letters costs log₂ 27 = 4.755 bits, a sure one none, one among two 1 bit")
  func bits() {
    let guess = softmaxCrossEntropy(
      .zeros([2, 11, 27], dtype: .float64), labels: [1, 5, 0] + Array(repeating: nil, count: 19))
    #expect(abs(bitsPerCharacter(guess.item) - 4.754887502163468) < 1e-14)
    #expect(bitsPerCharacter(0) == 0)
    #expect(abs(bitsPerCharacter(0.6931471805599453) - 1) < 1e-15)
  }
}
