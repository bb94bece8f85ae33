import Descent
import Testing

@Suite("Numbers at the edge") struct EdgeTests {
  static let extremes = [-1e4, -710, -104, -1, -1e-300, 0, 5e-324, 1e-40, 1, 89, 710, 1e4]
  static let functions: [(name: String, apply: @Sendable (Tensor) -> Tensor)] = [
    ("sigmoid", sigmoid), ("tanh", tanh), ("relu", relu), ("silu", silu), ("softplus", softplus),
    ("gelu", { gelu($0) }), ("gelu, tanh", { gelu($0, form: .tanh) }), ("softmax", { softmax($0) }),
    ("logSoftmax", { logSoftmax($0) }), ("logSumExp", { logSumExp($0) }),
  ]

  @Test(
    "Functions and their gradients are finite from −10 000 to 10 000, subnormal numbers included",
    arguments: functions.indices, DType.allCases)
  func finite(index: Int, dtype: DType) {
    let (name, function) = Self.functions[index]
    let (value, gradient) = valueAndGradient(at: Tensor(Self.extremes, dtype: dtype)) { function($0).sum() }
    #expect(value.isFinite && gradient.isFinite, "\(name)")
  }

  @Test("The smooth rectifiers are 0 far to the left and x far to the right, where squares and cubes overflow too")
  func overflow() {
    let far = Tensor([-1e30, 1e30])  // x² is beyond float32
    for function in [silu, softplus, { gelu($0) }, { gelu($0, form: .tanh) }] as [(Tensor) -> Tensor] {
      #expect(function(far) == Tensor([0, 1e30]))
      #expect(valueAndGradient(at: far) { function($0).sum() }.gradient == Tensor([0, 1]))
    }
  }

  @Test("GELU keeps its relative precision far to the left: gelu(−30) = −30 · Φ(−30) = −1.472…·10⁻¹⁹⁶")
  func farTail() {
    // Φ(−30) = 4.906713927148187e-198 (Mills' ratio).
    #expect(abs(gelu(Tensor([-30], dtype: .float64)).scalars[0] / -1.4720141781444561e-196 - 1) < 1e-12)
  }

  @Test("Log-sum-exp of minus infinities alone is −∞ with gradient 0; one ∞ makes it ∞; nan stays nan")
  func infinities() {
    let nothing = Tensor(repeating: -.infinity, shape: [2, 3])
    let gradient = valueAndGradient(at: nothing) { logSumExp($0, axis: 1, keepingAxis: true).sum() }.gradient
    #expect(gradient == .zeros([2, 3]))
    #expect(logSumExp(nothing) == Tensor([-.infinity, -.infinity]))
    #expect(logSumExp(Tensor([1, .infinity, -.infinity])).item == .infinity)
    #expect(logSumExp(Tensor([1, .nan, .infinity])).item.isNaN)
    // A masked class gets probability 0 and does not disturb the others.
    #expect(softmax(Tensor([0, -.infinity, 0])).scalars == [0.5, 0, 0.5])
    #expect(logSumExp(Tensor([2, -.infinity], dtype: .float64)).item == 2)
    #expect(logSoftmax(Tensor([2, -.infinity], dtype: .float64)).scalars == [0, -.infinity])
  }

  @Test("By hand: log-sum-exp of n equal numbers x is x + ln n, at ±10 000 and in float32 as well")
  func shifted() {
    let ln2 = 0.6931471805599453
    for x in [-1e4, 0, 1e4] {
      // A double near 10⁴ has a spacing of 2e-12, a float one of 1e-3.
      #expect(abs(logSumExp(Tensor([x, x], dtype: .float64)).item - (x + ln2)) <= 2e-12)
      #expect(abs(logSumExp(Tensor([x, x])).item - (x + ln2)) <= 1e-3)
      #expect(abs(logSoftmax(Tensor([x, x])).scalars[0] + ln2) < 1e-6)  // not 1e-3: the subtraction is in double
    }
  }

  /// Each loss of logits, with all its options.
  static let losses: [(name: String, loss: @Sendable (Tensor, Reduction) -> Tensor)] = [
    ("softmax cross-entropy", { softmaxCrossEntropy($0, labels: classes(of: $0), reduction: $1) }),
    (
      "smoothed",
      { softmaxCrossEntropy($0, labels: classes(of: $0), smoothing: 0.1, classWeights: [1, 2], reduction: $1) }
    ),
    ("shares", { softmaxCrossEntropy($0, targets: Tensor(0.5, dtype: $0.dtype) + $0 * 0, reduction: $1) }),
    ("binary", { binaryCrossEntropy(logits: $0, targets: $0 * 0 + 1, reduction: $1) }),
    ("binary, smoothed", { binaryCrossEntropy(logits: $0, targets: $0 * 0, smoothing: 0.1, reduction: $1) }),
    ("squared", { squaredError($0, $0 * 0 + 1, reduction: $1) }),
  ]

  @Sendable static func classes(of logits: Tensor) -> [Int] { (0..<logits.shape[0]).map { $0 % 2 } }

  @Test("Logits of ±10 000 give finite losses and gradients", arguments: losses.indices, DType.allCases)
  func hugeLogits(index: Int, dtype: DType) {
    let logits = Tensor(rows: [[1e4, -1e4], [1e4, 1e4], [-1e4, -1e4], [-1e4, 1e4], [0, 0]], dtype: dtype)
    let (name, loss) = Self.losses[index]
    for reduction in Reduction.allCases {
      let (value, gradient) = valueAndGradient(at: logits) { loss($0, reduction).sum() }
      #expect(value.isFinite && gradient.isFinite && value > 0, "\(name), \(reduction)")
    }
  }

  @Test("An empty batch: its losses are none, their sum is 0, their mean nan", arguments: losses.indices)
  func emptyBatch(index: Int) {
    let (name, loss) = Self.losses[index]
    let empty = Tensor.zeros([0, 2])
    #expect(loss(empty, .none).count == 0 && loss(empty, .sum).item == 0 && loss(empty, .mean).item.isNaN, "\(name)")
    #expect(valueAndGradient(at: empty) { loss($0, .sum) }.gradient == empty)
  }

  @Test("A batch of one: mean, sum and the loss itself are the same number", arguments: losses.indices)
  func batchOfOne(index: Int) {
    let (name, loss) = Self.losses[index]
    let logits = Tensor(rows: [[0.3, -0.7]], dtype: .float64)
    let rows = loss(logits, .none)
    #expect(loss(logits, .sum).item == rows.sum().item, "\(name)")
    // The means divide by 1 sample or 2 entries; with class weights by that of the sample's class, 1.
    #expect(abs(loss(logits, .mean).item - rows.sum().item / Double(rows.count)) < 1e-15, "\(name)")
  }

  @Test("Without options the losses are the plain ones")
  func plain() {
    var generator = RandomGenerator(seed: 5)
    let logits = Tensor.normal([4, 3], dtype: .float64, using: &generator)
    let targets = sigmoid(Tensor.normal([4, 3], dtype: .float64, using: &generator))
    let labels = [2, 0, 1, 1]
    func close(_ a: Tensor, _ b: Tensor) -> Bool { abs(a.item - b.item) < 1e-15 * 10 }  // sums in another order
    #expect(
      close(softmaxCrossEntropy(logits, labels: labels, reduction: .mean), softmaxCrossEntropy(logits, labels: labels)))
    #expect(
      close(
        binaryCrossEntropy(logits: logits, targets: targets, reduction: .mean),
        binaryCrossEntropy(logits: logits, targets: targets)))
    #expect(close(squaredError(logits, targets), meanSquaredError(logits, targets)))
  }

  @Test("Refusal: weights that would enlarge the loss stop the program")
  func weights() async {
    await #expect(processExitsWith: .failure) {
      _ = squaredError(Tensor([1, 2]), Tensor([1, 2]), weights: .ones([2, 2]), reduction: .sum)
    }
  }

  @Test("Subnormal numbers go through sums, products and gradients without being flushed to zero")
  func subnormal() {
    let tiny = Tensor([5e-324, 1e-310], dtype: .float64)
    #expect((tiny * 2).scalars == [1e-323, 2e-310])
    #expect(tiny.sum().item == 5e-324 + 1e-310)
    #expect(valueAndGradient(at: tiny) { ($0 * 1e-310).sum() }.gradient.scalars == [1e-310, 1e-310])
    let smallest = Double(Float.leastNonzeroMagnitude)
    #expect((Tensor([smallest]) * 3).scalars == [3 * smallest])
    #expect(exp(Tensor([-745], dtype: .float64)).scalars == [5e-324])
  }

  @Test("Size-one and zero-size axes broadcast together: [1, 3] and [0, 1] make [0, 3], and gradients are zeros")
  func zeroSizeBroadcast() {
    let (row, nothing) = (Parameter("row", .ones([1, 3])), Parameter("nothing", .zeros([0, 1])))
    let (loss, gradients) = valueAndGradients(of: Inputs(parameters: [row, nothing])) {
      let sum = row.value + nothing.value
      #expect(sum.shape == [0, 3])
      return sum.sum() + maximum(row.value, nothing.value).sum() + (row.value * nothing.value / row.value).sum()
    }
    #expect(loss == 0 && gradients.tensors == [.zeros([1, 3]), .zeros([0, 1])])
  }
}
