import Datasets
import Descent

/// How a penalty of strength λ on the weights enters the training of a classifier.
enum Regularization: Sendable, Hashable {
  /// λ Σ|w|, taken exactly after each gradient step: soft thresholding.
  case l1Proximal
  /// λ Σ|w|, added to the loss and differentiated along with it.
  case l1InLoss
  /// λ Σw², added to the loss.
  case l2
  /// λ Σw, added to the loss: L1 without its absolute value.
  case signedSum
  /// λ Σw² over weights and biases, added to the loss.
  case l2WithBiases
  /// Nothing in the loss; the optimizer's own weight decay, set to 2λ, which reaches weights and biases.
  case weightDecay
}

/// Softmax regression on the digits: 64 pixels, 10 classes, full-batch gradient descent from small normal weights.
///
/// The start is not zero: a pixel that is blank in every digit has no gradient, so its weights would be exactly zero
/// under any penalty, and the count of zeros would flatter all of them. Biases are not penalised
/// unless a case says so.
struct SparseDigits: Sendable {
  static let learningRate = 0.3
  static let initialDeviation = 0.01
  static let steps = 600

  private let train: Digits
  private let test: Digits
  private let initialWeights: Tensor

  /// A split and a start, both from one seed; every regularisation starts from the same.
  init(_ digits: Digits, seed: UInt64) {
    var generator = RandomGenerator(seed: seed)
    (train, test) = digits.split(using: &generator)
    initialWeights = Initialization.normal(standardDeviation: Self.initialDeviation)(
      fanIn: Digits.pixelCount, fanOut: Digits.classCount, using: &generator)
  }

  /// Trains with one regularisation of strength λ, from the same start each time.
  func outcome(of regularization: Regularization, strength: Double, steps: Int = Self.steps) -> Outcome {
    let model = Dense("classifier", weight: initialWeights, bias: .zeros([Digits.classCount]))
    let weights = model.penalizedParameters
    var optimizer = SGD(
      learningRate: Self.learningRate, weightDecay: regularization == .weightDecay ? 2 * strength : 0)
    for _ in 0..<steps {
      let (_, gradients) = valueAndGradients(of: model) {
        let loss = softmaxCrossEntropy(model(train.pixels), labels: train.labels)
        return switch regularization {
        case .l1Proximal, .weightDecay: loss
        case .l1InLoss: loss + l1Penalty(weights, strength: strength)
        case .l2: loss + l2Penalty(weights, strength: strength)
        case .l2WithBiases: loss + l2Penalty(model.parameters, strength: strength)
        case .signedSum: loss + model.weight.value.sum() * strength
        }
      }
      optimizer.update(model, with: gradients)
      if regularization == .l1Proximal {
        l1ProximalStep(weights, strength: strength, learningRate: Self.learningRate)
      }
    }
    return Outcome(
      accuracy: accuracy(model(test.pixels), labels: test.labels), weights: model.weight.tensor.scalars)
  }

  /// What training leaves, for one split of the data.
  struct Outcome: Sendable {
    /// Share of the test digits that are named right.
    let accuracy: Double
    /// The weights, `[10, 64]` row by row: ten pictures of eight by eight.
    let weights: [Double]

    /// Share of the weights that are exactly zero.
    var zeroShare: Double { Double(weights.count { $0 == 0 }) / Double(weights.count) }
    /// Share of those zeros that belong to pixels of the left or the right column.
    var zeroShareInOuterColumns: Double {
      let zeros = weights.indices.filter { weights[$0] == 0 }
      return Double(zeros.count { [0, 7].contains($0 % 8) }) / Double(zeros.count)
    }
    /// Share of the weights that look like zero.
    var smallShare: Double { Double(weights.count { abs($0) < 1e-3 }) / Double(weights.count) }
    /// Euclidean norm of all weights.
    var norm: Double { weights.norm }
    /// The sum of all weights.
    var sum: Double { weights.reduce(0, +) }
    /// The largest difference between a weight here and there.
    func distance(to other: Outcome) -> Double {
      weights.indices.reduce(0) { max($0, abs(weights[$1] - other.weights[$1])) }
    }
  }
}
