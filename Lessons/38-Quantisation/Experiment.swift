import Datasets
import Descent
import Experiments

/// Where a number between two levels goes.
enum Rounding: String, CaseIterable, Sendable {
  /// To the nearer level.
  case nearest
  /// To the lower one.
  case down

  var rule: FloatingPointRoundingRule { self == .nearest ? .toNearestOrEven : .down }
}

/// How weights become whole numbers.
struct Format: Hashable, Sendable {
  var bits = 8
  /// Whether each output, a row or a filter, has a scale of its own.
  var perOutput = false
  var scale = QuantizedTensor.Scale.largest
  var rounding = Rounding.nearest

  func quantized(_ weight: Tensor) -> QuantizedTensor {
    QuantizedTensor(
      symmetric: weight, bits: bits, axis: perOutput ? 0 : nil, scale: scale, rounding: rounding.rule)
  }
}

/// What is done to a trained network before it reads the test digits.
enum Arm: Hashable, Sendable {
  /// Its weights are rounded.
  case rounded(Format)
  /// One unit is enlarged by a factor, without a change of the function, then the weights are rounded; nil for none.
  case enlarged(Format?, by: Double)
  /// Its dense layers compute in whole numbers; all layers' weights are rounded, or only these layers'.
  case wholeNumbers(Format, isComplete: Bool)
  /// It learns on for some epochs, through rounded weights or not, and then its weights are rounded or not.
  case trained(through: Format?, to: Format?, epochs: Int)
}

/// A trained LeNet as a value.
struct Trained: Sendable {
  let state: ModelState
  /// Random numbers for what comes next.
  let generator: RandomGenerator
  /// The unit of `fc1` that is the most active on the training digits.
  let unit: Int
  /// The largest weight of that unit, in units of the largest of all others.
  let ratio: Double
  /// The logits of the test digits.
  let logits: Tensor
  /// The share of the test digits that it reads, in percent.
  let accuracy: Double

  init(_ task: LeNetTask, seed: UInt64, epochs: Int = 8) {
    let (network, generator) = task.trained(seed: seed, epochs: epochs)
    state = network.state
    self.generator = generator
    var activity: [Double] = []
    _ = network(
      task.training.pixels,
      hook: { output, name in
        if name == "fc1" { activity = output.mean(axes: [0]).scalars }
        return output
      })
    let unit = activity.indices.max { activity[$0] < activity[$1] } ?? 0
    self.unit = unit
    let largest = QuantizedTensor(symmetric: network.fc1.weight.tensor, axis: 0).scales.scalars
    ratio = largest[unit] / (largest.indices.filter { $0 != unit }.map { largest[$0] }.max() ?? .nan)
    logits = network(task.test.pixels)
    accuracy = 100 * Descent.accuracy(logits, labels: task.test.labels)
  }

  /// A network with these numbers, one of its own each time.
  var network: LeNet {
    var unused = generator
    let network = LeNet(using: &unused)
    network.state = state
    return network
  }

  /// The logits of the test digits after something was done to a network of its own.
  func logits(_ arm: Arm, _ task: LeNetTask) -> Tensor {
    let (network, pixels) = (network, task.test.pixels)
    switch arm {
    case .rounded(let format): network.round(to: format)
    case .enlarged(let format, let factor):
      network.enlarge(unit: unit, by: factor)
      if let format { network.round(to: format) }
    case .wholeNumbers(let format, let isComplete):
      let convolutions = [network.conv1.weight, network.conv2.weight]
      if isComplete { for weight in convolutions { weight.assign(format.quantized(weight.tensor).dequantized) } }
      return network.wholeNumbers(format, pixels).logits
    case .trained(let through, let format, let epochs):
      var generator = generator
      task.train(network, epochs: epochs, using: &generator) { pixels in
        through.map { network.logits(pixels, roundedTo: $0) } ?? network(pixels)
      }
      if let format { network.round(to: format) }
    }
    return network(pixels)
  }
}

/// Trained networks, one a seed.
@dynamicMemberLookup struct Nets: Sendable {
  let seeds: [UInt64]
  let runs: Runs<Trained>

  subscript(seed: UInt64) -> Trained {
    guard let place = seeds.firstIndex(of: seed) else { fatalError("There is no network of seed \(seed).") }
    return runs.all[place]
  }

  subscript(dynamicMember property: KeyPath<Trained, Double>) -> Summary { runs[dynamicMember: property] }
}

/// How a changed network reads the test digits.
struct Run: Sendable {
  /// The share that is read, in percent.
  let accuracy: Double
  /// The share that gets another answer than before, in percent.
  let changed: Double
  /// The length of the logits' error, in units of the logits' own length.
  let error: Double

  init(_ arm: Arm, _ trained: Trained, _ task: LeNetTask) {
    let logits = trained.logits(arm, task)
    accuracy = 100 * Descent.accuracy(logits, labels: task.test.labels)
    changed = 100 - 100 * Descent.accuracy(logits, labels: trained.logits.argmax(axis: 1))
    error = (logits - trained.logits).norm / trained.logits.norm
  }
}

extension LeNet {
  /// Puts the rounded weights in the place of the weights; biases stay.
  func round(to format: Format) {
    for weight in penalizedParameters { weight.assign(format.quantized(weight.tensor).dequantized) }
  }

  /// Makes a unit of `fc1` so many times as large, and its weights in `fc2` so many times as small: ReLU(cz) is c ReLU(z),
  /// so that the answers stay.
  func enlarge(unit: Int, by factor: Double) {
    let count = fc1.bias.tensor.count
    var factors = [Double](repeating: 1, count: count)
    factors[unit] = factor
    fc1.weight.assign(fc1.weight.tensor * Tensor(factors).reshaped([count, 1]))
    fc1.bias.assign(fc1.bias.tensor * Tensor(factors))
    fc2.weight.assign(fc2.weight.tensor * Tensor(factors.map { 1 / $0 }))
  }

  /// The logits with rounded weights; gradients go to the weights below as if there were no rounding.
  func logits(_ x: Tensor, roundedTo format: Format) -> Tensor {
    func rounded(_ weight: Parameter) -> Tensor {
      weight.value.customGradient(forward: { format.quantized($0).dequantized }, backward: { $0 })
    }
    var x = x
    for layer in [conv1, conv2] {
      x = maxPooling(
        convolution(x, rounded(layer.weight), bias: layer.bias.value, activation: layer.activation), size: 2)
    }
    x = Flatten()(x)
    for layer in [fc1, fc2, fc3] {
      x = layer.activation(matmul(x, rounded(layer.weight).transposed) + layer.bias.value)
    }
    return x
  }

  /// The logits where dense layers compute in whole numbers.
  ///
  /// - Returns: besides, the largest magnitude of a sum of whole numbers, and how many of the sums are not exact.
  func wholeNumbers(_ format: Format, _ x: Tensor) -> (logits: Tensor, largestSum: Int, inexact: Int) {
    var x = Flatten()(maxPooling(conv2(maxPooling(conv1(x), size: 2)), size: 2))
    var (largest, inexact) = (0, 0)
    for layer in [fc1, fc2, fc3] {
      let quantized = QuantizedDense(layer, weight: format.quantized(layer.weight.tensor))
      let input = QuantizedTensor(asymmetric: x)
      let sums = quantizedSums(input, quantized.weight)
      // Double holds whole numbers up to 2⁵³ and adds them without rounding.
      func numbers(_ tensor: QuantizedTensor) -> Tensor {
        Tensor(shape: tensor.shape, tensor.integers.map { Double($0 - tensor.zeroPoint) }, dtype: .float64)
      }
      let exact = matmul(numbers(input), numbers(quantized.weight).transposed).scalars
      inexact += sums.indices.count { Double(sums[$0]) != exact[$0] }
      largest = sums.reduce(largest) { max($0, Int($1.magnitude)) }
      x = quantized(x)
    }
    return (x, largest, inexact)
  }

  /// A file of the network in which the weights of some layers are whole numbers.
  ///
  /// - Parameter isWhole: is given a layer's name.
  func file(_ format: Format, _ isWhole: (String) -> Bool) -> SafeTensors {
    let weights = Set(penalizedParameters.map(\.name).filter(isWhole))
    return SafeTensors(
      parameters.flatMap { parameter in
        weights.contains(parameter.name)
          ? format.quantized(parameter.tensor).stored(as: parameter.name)
          : [StoredTensor(parameter.name, parameter.tensor, as: .float32)]
      })
  }
}

/// What whole numbers of 8 bits come to in one network.
struct Sums: Sendable {
  /// The largest magnitude of a sum, and how many sums are not exact.
  let largest, inexact: Int

  init(_ format: Format, _ trained: Trained, _ task: LeNetTask) {
    let result = trained.network.wholeNumbers(format, task.test.pixels)
    (largest, inexact) = (result.largestSum, result.inexact)
  }
}
