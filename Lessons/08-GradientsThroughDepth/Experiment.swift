import Datasets
import Descent
import Experiments
import Numerics

/// A network for the digits: equally wide hidden layers of one recipe, no biases at the start.
struct Network: Hashable, Sendable {
  let recipe: Recipe
  let depth: Int
  let width: Int

  init(_ activation: Activation, _ gain: Double, depth: Int, width: Int = 64) {
    (recipe, self.depth, self.width) = (Recipe(activation, gain), depth, width)
  }

  /// Draws the weights of all layers, the output layer included, from N(0, g²/n).
  func drawn(_ dtype: DType = .float32, using generator: inout RandomGenerator) -> MultilayerPerceptron {
    let widths = [Digits.pixelCount] + Array(repeating: width, count: depth) + [Digits.classCount]
    let model = MultilayerPerceptron(
      widths, activation: recipe.activation, initialization: .lecunNormal, dtype: dtype, using: &generator)
    for layer in model.layers { layer.weight.assign(layer.weight.tensor * recipe.gain) }
    return model
  }
}

// MARK: - Before training

/// What becomes of the gradient, and of the differences between digits, in the layers of a network that is just drawn.
struct Run: Sendable {
  /// ‖∂L/∂hₖ‖ of each hidden layer, first to last.
  let gradients: [Double]
  /// How much a layer's answers differ from digit to digit, as a share of the answers: √(Σ(h − mean)²/Σh²).
  let differences: [Double]
  /// ‖∂L/∂W‖ of each hidden layer and of the output layer.
  let weightGradients: [Double]
  /// ⟨W, ∂L/∂W⟩ of each hidden layer and of the output layer.
  let weightProducts: [Double]
  /// ‖W‖, the greatest stretch, of hidden layers 2 to last; empty where it was not asked for.
  let norms: [Double]
  /// ⟨x²⟩, the mean square of an input.
  let inputSquare: Double

  /// Draws a network in double precision and shows it centred digits.
  init(_ network: Network, digits: Digits, samples: Int = 128, withNorms: Bool = false, seed: UInt64) {
    let task = DigitsTask(digits, seed: seed, centred: true)
    var generator = task.generator
    let model = network.drawn(.float64, using: &generator)
    let shown = task.training[0..<samples]
    let pixels = shown.pixels.cast(to: .float64)
    let probe = Probe()
    let (_, found) = valueAndGradients(of: model) {
      softmaxCrossEntropy(model(pixels, hook: probe.callAsFunction), labels: shown.labels)
    }
    let hidden = probe.readings.dropLast()
    gradients = hidden.map { $0.gradient?.norm ?? .nan }
    differences = hidden.map { ($0.output - $0.output.mean(axes: [0])).norm / $0.output.norm }
    let weights = model.layers.map {
      ($0.weight.tensor, found[$0.weight.name] ?? .zeros($0.weight.tensor.shape, dtype: .float64))
    }
    weightGradients = weights.map { $0.1.norm }
    weightProducts = weights.map { ($0.0 * $0.1).sum().item }
    norms = withNorms ? weights[1..<network.depth].map { $0.0.singularValues[0] } : []
    inputSquare = (pixels * pixels).mean().item
  }

  private var passages: Double { Double(gradients.count - 1) }
  /// ‖∂L/∂h₁‖/‖∂L/∂h_last‖: what is left of the gradient at the first layer.
  var gradientLeft: Double { gradients[0] / gradients[gradients.count - 1] }
  /// The mean factor of a layer for the gradient.
  var backward: Double { .pow(gradientLeft, 1 / passages) }
  /// What is left of the differences at the last layer.
  var differencesLeft: Double { differences[differences.count - 1] / differences[0] }
  /// The mean factor of a layer for the differences, as far as rounding does not hide them.
  var forward: Double {
    let last = differences.lastIndex { $0 > 1e-9 * differences[0] } ?? 0
    return last > 0 ? .pow(differences[last] / differences[0], 1 / Double(last)) : .nan
  }
  /// ‖∂L/∂W₂‖/‖∂L/∂h_last‖: the gradient at the second layer's weights, beside that at the last layer's answer.
  var firstToLast: Double { weightGradients[1] / gradients[gradients.count - 1] }
  /// ‖∂L/∂W₂‖/‖∂L/∂W‖ of the output layer.
  var weightGradientLeft: Double { weightGradients[1] / weightGradients[gradients.count] }
  /// The product of the layers' norms.
  var promised: Double { norms.reduce(1, *) }
}

extension Runs<Run> {
  /// What theory expects of the mean factor.
  func theory(_ network: Network) -> Double {
    network.recipe.factor(depth: network.depth, inputSquare: self.inputSquare.mean)
  }
  /// The geometric mean over the seeds.
  func typical(_ property: (Run) -> Double) -> Double { geometricMean(all.map(property)) }
}

// MARK: - Training

/// The ways of training that are compared.
enum Method: String, CaseIterable, Sendable {
  case gradientDescent = "gradient descent"
  case adam = "Adam"

  /// The rates that the pilot tries.
  var rates: [Double] { self == .adam ? [0.0003, 0.001, 0.003, 0.01] : [0.03, 0.1, 0.3, 1] }
}

/// A network and a way of training it.
struct Training: Hashable, Sendable {
  let network: Network
  let method: Method
}

/// How one training went.
struct TrainedRun: Sendable {
  /// The mean loss of the last epoch's mini-batches.
  let loss: Double
  /// The share of the test digits that are read, in percent, after each of the numbers of steps asked for.
  let accuracies: [Double]
  /// ‖ΔW₁‖/‖W₁‖ of the first layer after one epoch.
  let firstWeightsMoved: Double

  /// The same after the last step.
  var accuracy: Double { accuracies.last ?? .nan }

  /// Trains on mini-batches of 64 centred digits.
  init(
    _ training: Training, at rate: Double, epochs: Int, measuringAt places: [Int] = [], digits: Digits, seed: UInt64
  ) {
    let task = DigitsTask(digits, seed: seed, centred: true)
    var generator = task.generator
    let model = training.network.drawn(using: &generator)
    let first = model.layers[0].weight.tensor
    var moved = Double.nan
    func log(_ optimizer: some Optimizer) -> TrainingLog {
      var optimizer = optimizer
      return task.train(
        model, with: &optimizer, epochs: epochs, measuringAt: places, using: &generator,
        afterStep: { step in
          if step.epoch == 0 && step.isLastOfEpoch {
            moved = (model.layers[0].weight.tensor - first).norm / first.norm
          }
          return true
        }, logits: { model($0) })
    }
    let log =
      switch training.method {
      case .gradientDescent: log(SGD(learningRate: rate))
      case .adam: log(Adam(learningRate: rate))
      }
    (loss, accuracies, firstWeightsMoved) = (log.finalLoss, log.measurements.map { 100 * $0 }, moved)
  }
}
