import Descent
import Notebook
import Numerics

/// What infinitely wide layers of tanh do to standard normal inputs: the sums of each layer are normal.
///
///     qₗ₊₁ = s E[tanh²(√qₗ z)],   q₁ = s = n Var(w),   z ~ N(0, 1)
///
/// Source: Poole et al. 2016, arXiv:1606.05340, equation 3.
struct WideTanh: Sendable {
  /// The variances qₗ of the sums, of layer 1 first.
  let variances: [Double]

  init(scale: Double, depth: Int) {
    variances = (1..<depth).reduce(into: [scale]) { variances, layer in
      variances.append(scale * tanhMeanSquare(variance: variances[layer - 1]))
    }
  }

  /// The root of the mean square of a layer's outputs; layers are counted from 1.
  func size(layer: Int) -> Double { tanhMeanSquare(variance: variances[layer - 1]).squareRoot() }

  /// The share of a layer's outputs that are beyond ±limit.
  func share(beyond limit: Double, layer: Int) -> Double {
    .erfc(.atanh(limit) / (2 * variances[layer - 1]).squareRoot())
  }

  /// The share of a layer's outputs between two numbers from −1 to 1.
  func share(from low: Double, to high: Double, layer: Int) -> Double {
    func below(_ y: Double) -> Double {
      abs(y) >= 1 ? (y < 0 ? -1 : 1) : .erf(.atanh(y) / (2 * variances[layer - 1]).squareRoot())
    }
    return (below(high) - below(low)) / 2
  }
}

/// E[tanh²(√q z)] over normal z.
func tanhMeanSquare(variance: Double) -> Double {
  normalMean(standardDeviation: variance.squareRoot()) { .tanh($0) * .tanh($0) }
}

/// The outputs of chosen layers of tanh under several rules, over several seeds.
struct SaturationStudy: Sendable {
  let rules: [FirstWeights]
  let layers: [Int]
  let width: Int
  let seeds: Int
  private var outputs: [FirstWeights: [Int: [Double]]] = [:]

  init(_ rules: [FirstWeights], layers: [Int], width: Int, seeds: [UInt64]) async {
    (self.rules, self.layers, self.width, self.seeds) = (rules, layers, width, seeds.count)
    let depth = layers.max() ?? 1
    for rule in rules {
      let runs = await forEachSeed(seeds, "tanh") { seed in
        let signals = signals(from: rule, .tanh, width: width, depth: depth, seed: seed)
        return layers.map { signals[$0].scalars }
      }
      for (place, layer) in layers.enumerated() { outputs[rule, default: [:]][layer] = runs.flatMap { $0[place] } }
    }
  }

  /// The deepest of the layers.
  var last: Int { layers.max() ?? 1 }

  /// The outputs of a layer, of all units, inputs and seeds.
  func outputs(_ rule: FirstWeights, layer: Int) -> [Double] { outputs[rule]?[layer] ?? [] }

  /// The share of the outputs beyond ±limit.
  func share(_ rule: FirstWeights, beyond limit: Double, layer: Int) -> Double {
    let outputs = outputs(rule, layer: layer)
    return Double(outputs.count { abs($0) > limit }) / Double(outputs.count)
  }

  /// The root of the mean square of the outputs.
  func size(_ rule: FirstWeights, layer: Int) -> Double {
    let outputs = outputs(rule, layer: layer)
    return outputs.norm / Double(outputs.count).squareRoot()
  }

  /// The closed form, for infinitely wide layers.
  func theory(_ rule: FirstWeights) -> WideTanh {
    WideTanh(scale: Double(width) * rule.variance(fanIn: width), depth: last)
  }
}
