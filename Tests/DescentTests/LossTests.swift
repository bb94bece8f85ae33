import Descent
import Testing

@Suite("Losses") struct LossTests {
  @Test("Equal logits for ten classes cost ln 10 = 2.302585, whatever the label")
  func uniformGuess() {
    let loss = softmaxCrossEntropy(.zeros([3, 10], dtype: .float64), labels: [0, 5, 9]).item
    #expect(abs(loss - 2.302585092994046) < 1e-15)
  }

  @Test("Logits (ln 3, 0) give the classes ¾ and ¼: the loss of class 0 is ln 4/3, its derivative −¼ and ¼")
  func softmaxByHand() {
    let logits = Tensor(rows: [[1.0986122886681098, 0]], dtype: .float64)
    let (loss, gradient) = valueAndGradient(at: logits) { softmaxCrossEntropy($0, labels: [0]) }
    #expect(abs(loss - 0.28768207245178096) < 1e-15)
    #expect(abs(gradient[0, 0] + 0.25) < 1e-15 && abs(gradient[0, 1] - 0.25) < 1e-15)
  }

  @Test("Logits of ±10 000 cost 0 when right and 20 000 when wrong, in float32 too", arguments: DType.allCases)
  func hugeLogits(dtype: DType) {
    let logits = Tensor(rows: [[1e4, -1e4]], dtype: dtype)
    #expect(softmaxCrossEntropy(logits, labels: [0]).item == 0)
    #expect(softmaxCrossEntropy(logits, labels: [1]).item == 20_000)
    let right = binaryCrossEntropy(logits: Tensor([1e4, -1e4], dtype: dtype), targets: Tensor([1, 0], dtype: dtype))
    #expect(right.item == 0)
    let wrong = binaryCrossEntropy(logits: Tensor([1e4, -1e4], dtype: dtype), targets: Tensor([0, 1], dtype: dtype))
    #expect(wrong.item == 10_000)
  }

  @Test("A logit of 0 costs ln 2 for either target and is pushed by ½ towards it")
  func binaryByHand() {
    let targets = Tensor([1, 0], dtype: .float64)
    let (loss, gradient) = valueAndGradient(at: .zeros([2], dtype: .float64)) {
      binaryCrossEntropy(logits: $0, targets: targets)
    }
    #expect(abs(loss - 0.6931471805599453) < 1e-15)
    #expect(gradient.scalars == [-0.25, 0.25])  // (σ(0) − y)/2
  }

  @Test("The mean squared error of (1, 2) against (0, 4) is (1 + 4)/2")
  func squaredError() { #expect(meanSquaredError(Tensor([1, 2]), Tensor([0, 4])).item == 2.5) }

  @Test("Whole numbers as labels go with rows over all leading axes, as labels with padding do")
  func leadingAxes() {
    // [batch, places, classes] with as many of each, so that the classes cannot be taken for the places
    let logits = Tensor(shape: [2, 2, 2], [0, 1, 0, 2, 0, 3, 4, 0])
    #expect(accuracy(logits, labels: [1, 1, 1, 0]) == 1 && accuracy(logits, labels: [1, 1, 0, 0]) == 0.75)
    let rows = logits.reshaped([4, 2])
    #expect(softmaxCrossEntropy(logits, labels: [1, 0, 1, 0]) == softmaxCrossEntropy(rows, labels: [1, 0, 1, 0]))
    #expect(
      softmaxCrossEntropy(logits, labels: [1, 0, 1, 0]) == softmaxCrossEntropy(logits, labels: [1, 0, 1, Optional(0)]))
  }

  @Test("Binary accuracy counts the right side of zero")
  func binarySides() {
    #expect(binaryAccuracy(logits: Tensor([2, -1, 0.5, -3]), targets: Tensor([1, 0, 0, 1])) == 0.5)
  }

  @Test("Refusal: a label beyond the classes stops the program")
  func label() async {
    await #expect(processExitsWith: .failure) { _ = softmaxCrossEntropy(.zeros([1, 3]), labels: [3]) }
  }
}
