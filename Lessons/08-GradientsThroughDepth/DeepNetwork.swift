import Datasets
import Descent
import Notebook
import Numerics

/// A network of `depth` hidden layers of one width, with the weights of a recipe and biases of zero.
func deepNetwork(
  _ recipe: Recipe, depth: Int, width: Int, dtype: DType = .float32, using generator: inout RandomGenerator
) -> MultilayerPerceptron {
  let widths = [Digits.pixelCount] + Array(repeating: width, count: depth) + [Digits.classCount]
  let network = MultilayerPerceptron(
    widths, activation: recipe.activation, initialization: .lecunNormal, dtype: dtype, using: &generator)
  for layer in network.layers { layer.weight.assign(layer.weight.tensor * recipe.gain) }
  return network
}

/// What happens to some digits and to the gradient in each layer of a network that is not yet trained.
struct LayerProfile: Sendable {
  /// ‖∂L/∂hₖ‖ of each hidden layer, first to last.
  let gradientNorms: [Double]
  /// How much the layer's answers to the digits differ: the root of Σ(hₖ − mean)² over digits and units.
  let spreads: [Double]
  /// ‖∂L/∂W‖ of each hidden layer and of the output layer.
  let weightGradientNorms: [Double]
  /// The scalar product ⟨W, ∂L/∂W⟩ of each hidden layer and of the output layer.
  let weightProducts: [Double]

  init(_ network: MultilayerPerceptron, on digits: Digits) {
    let pixels = digits.pixels.cast(to: network.parameters[0].tensor.dtype)
    let probe = Probe()
    let (_, gradients) = valueAndGradients(of: network) {
      softmaxCrossEntropy(network(pixels, hook: probe.callAsFunction), labels: digits.labels)
    }
    let hidden = probe.readings.dropLast()
    gradientNorms = hidden.map { $0.gradient?.norm ?? 0 }
    spreads = hidden.map { ($0.output - $0.output.mean(axes: [0])).norm }
    let weights = network.layers.map { layer in
      (layer.weight.tensor, gradients[layer.weight.name] ?? .zeros(layer.weight.tensor.shape, dtype: .float64))
    }
    weightGradientNorms = weights.map { $0.1.norm }
    weightProducts = weights.map { ($0.0 * $0.1).sum().item }
  }

  var depth: Int { gradientNorms.count }
  /// ‖∂L/∂h₁‖/‖∂L/∂h_L‖: what is left of the gradient at the first layer.
  var ratio: Double { gradientNorms[0] / gradientNorms[depth - 1] }
  /// The mean factor per layer of the gradient on its way back.
  var backward: Double { .pow(ratio, 1 / Double(depth - 1)) }
  /// The mean factor per layer of the digits' differences on their way forth, as far as rounding does not hide them.
  var forward: Double {
    let last = spreads.lastIndex { $0 > 1e-9 * spreads[0] } ?? 0
    return last > 0 ? .pow(spreads[last] / spreads[0], 1 / Double(last)) : .nan
  }
}

/// The profiles of one recipe, one for each seed.
struct ProfileStudy: Sendable {
  let recipe: Recipe
  let profiles: [LayerProfile]
  /// The mean square of an input, over the digits that are shown.
  let inputSquare: Double

  /// Draws a network for each seed and shows it centred digits.
  init(
    _ recipe: Recipe, depth: Int, width: Int = 64, digits: Digits, samples: Int = 256, seeds: [UInt64]
  ) async {
    let runs = await forEachSeed(seeds, "layers") { seed in
      let task = DigitsTask(digits, seed: seed, centred: true)
      var generator = task.generator
      let network = deepNetwork(recipe, depth: depth, width: width, dtype: .float64, using: &generator)
      let shown = task.training[0..<samples]
      let squares = (shown.pixels * shown.pixels).mean().item
      return (LayerProfile(network, on: shown), squares)
    }
    self.recipe = recipe
    profiles = runs.map(\.0)
    inputSquare = Summary(of: runs.map(\.1)).mean
  }

  var depth: Int { profiles[0].depth }
  var backward: Summary { Summary(of: profiles.map(\.backward)) }
  var forward: Summary { Summary(of: profiles.map(\.forward)) }
  var theory: WideNetwork { WideNetwork(recipe: recipe, inputSquare: inputSquare) }

  /// The geometric mean over the seeds of ‖∂L/∂hₖ‖, first layer to last.
  var gradientNorms: [Double] { geometricMeans(profiles.map(\.gradientNorms)) }
  /// The geometric mean over the seeds of ‖∂L/∂W‖, first layer to the output layer.
  var weightGradientNorms: [Double] { geometricMeans(profiles.map(\.weightGradientNorms)) }

  /// What theory expects of ‖∂L/∂hₖ‖, first layer to last, given the last.
  var expectedGradientNorms: [Double] {
    let factors = theory.factors(depth: depth)
    let last = gradientNorms[depth - 1]
    return factors.indices.map { layer in factors[(layer + 1)...].reduce(last, *) }
  }
}

/// In which layer single precision gives out: a ReLU network of standard normal weights, 64 units wide.
struct OverflowStudy: Sendable {
  /// The first layer with a number that is inf, and the first with one that is nan, for each seed; nil where there is none.
  let layers: [(infinite: Int?, notANumber: Int?)]
  /// For how many seeds the loss is nan.
  let lostLosses: Int

  init(digits: Digits, depth: Int = 60, seeds: [UInt64]) async {
    let runs = await forEachSeed(seeds, "overflow") { seed in
      let task = DigitsTask(digits, seed: seed, centred: true)
      var generator = task.generator
      let network = deepNetwork(Recipe(.relu, 8), depth: depth, width: 64, using: &generator)
      let probe = Probe()
      let shown = task.training[0..<256]
      let logits = network(shown.pixels, hook: probe.callAsFunction)
      let outputs = probe.readings.map(\.output.scalars)
      return (
        outputs.firstIndex { $0.contains { $0.isInfinite } }.map { $0 + 1 },
        outputs.firstIndex { $0.contains { $0.isNaN } }.map { $0 + 1 },
        softmaxCrossEntropy(logits, labels: shown.labels).item.isNaN
      )
    }
    layers = runs.map { (infinite: $0.0, notANumber: $0.1) }
    lostLosses = runs.count { $0.2 }
  }
}

/// The geometric means of several series of positive numbers of one length, place by place.
func geometricMeans(_ series: [[Double]]) -> [Double] {
  SeriesSummary(of: series.map { $0.map { Double.log($0) } }).mean.map { Double.exp($0) }
}
