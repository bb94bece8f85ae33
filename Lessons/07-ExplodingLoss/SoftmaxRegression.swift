import Datasets
import Descent

/// Softmax regression from pixels to digits: the same linear model as in `LinearRegression`, with cross-entropy.
struct SoftmaxRegression {
  private let pixels: Tensor
  private let labels: [Int]
  private let model: Dense

  init(_ digits: Digits) {
    pixels = digits.pixels.cast(to: .float64)
    labels = digits.labels
    model = Dense(
      "softmax", weight: .zeros([Digits.classCount, Digits.pixelCount], dtype: .float64),
      bias: .zeros([Digits.classCount], dtype: .float64))
  }

  private var loss: Tensor { softmaxCrossEntropy(model(pixels), labels: labels) }

  /// The largest eigenvalue of the Hessian at weights of zero, by power iteration.
  ///
  /// There all classes are equally likely, and the Hessian is (I − 11ᵀ/10)/10 for the classes times XᵀX/n for the
  /// pixels: its largest eigenvalue is a tenth of that of the linear regression.
  func curvatureAtZero(using generator: inout RandomGenerator) -> Double {
    reset()
    return largestEigenvalue(of: model, startingFrom: .normal(like: model, using: &generator)) { loss }.value
  }

  /// Gradient descent from weights of zero.
  func descend(learningRate: Double, steps: Int) -> Run {
    reset()
    return Run(
      learningRate: learningRate, losses: fullBatchDescent(model, learningRate: learningRate, steps: steps) { loss })
  }

  /// How high the loss rises per unit of a very large learning rate: lim max L/η.
  ///
  /// Weights are then so large that softmax says 1 for the largest logit and 0 for the others. What is left is the
  /// perceptron with all its mistakes corrected at once, whose weights and loss are proportional to η.
  func highestLossPerRate(steps: Int = 50) -> Double {
    let huge = 1e9
    return descend(learningRate: huge, steps: steps).highest / huge
  }

  private func reset() {
    for parameter in model.parameters { parameter.assign(.zeros(parameter.tensor.shape, dtype: .float64)) }
  }
}
