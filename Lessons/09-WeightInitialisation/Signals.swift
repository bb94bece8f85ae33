import Descent
import Notebook
import Numerics

/// What standard normal inputs become, layer by layer, in a network without biases whose layers are all `width` wide.
///
/// - Returns: the inputs and the outputs of each layer, `depth + 1` tensors `[inputs, width]` in double precision.
func signals(
  from rule: FirstWeights, _ activation: Activation, width: Int, depth: Int, inputs: Int = 256, seed: UInt64
) -> [Tensor] {
  var generator = RandomGenerator(seed: seed)
  var signals = [Tensor.normal([inputs, width], dtype: .float64, using: &generator)]
  for number in 0..<depth {
    let layer = Dense(
      "layers.\(number)", from: width, to: width, activation: activation,
      initialization: rule.initialization(fanIn: width), dtype: .float64, using: &generator)
    signals.append(layer(signals[number]))
  }
  return signals
}

extension Tensor {
  /// The size of a signal: the root of its mean square (its rms).
  var size: Double { norm / Double(count).squareRoot() }
}

/// The gain of one layer, averaged over all layers in ratio: the size at the end by the size at the start, rooted.
func measuredGain(_ sizes: [Double]) -> Double {
  .pow(sizes[sizes.count - 1] / sizes[0], 1 / Double(sizes.count - 1))
}

/// Several rules on the same inputs, over several seeds.
struct SignalStudy: Sendable {
  let rules: [FirstWeights]
  let width: Int
  let depth: Int
  let seeds: Int
  private var sizes: [FirstWeights: [[Double]]] = [:]

  init(_ rules: [FirstWeights], width: Int, depth: Int, inputs: Int = 128, seeds: [UInt64]) async {
    (self.rules, self.width, self.depth, self.seeds) = (rules, width, depth, seeds.count)
    let jobs = rules.flatMap { rule in seeds.map { (rule, $0) } }
    let results = await inParallel(over: jobs, "signals") { rule, seed in
      signals(from: rule, .relu, width: width, depth: depth, inputs: inputs, seed: seed).map(\.size)
    }
    for (job, result) in zip(jobs, results) { sizes[job.0, default: []].append(result) }
  }

  /// The gains per layer, one for each seed.
  func gains(_ rule: FirstWeights) -> Summary { Summary(of: (sizes[rule] ?? []).map(measuredGain)) }

  /// The median size after 0, 1, … `depth` layers.
  func sizes(_ rule: FirstWeights) -> [Double] { SeriesSummary(of: sizes[rule] ?? []).median }

  /// The size after each layer that theory expects, gain^layer.
  func theory(_ rule: FirstWeights) -> [Double] {
    (0...depth).map { .pow(rule.gain(fanIn: width), $0) }
  }

  /// By how much a measured gain differs from the theoretical one at most, as a share, over all rules and seeds.
  var largestMiss: Double {
    rules.flatMap { rule in (sizes[rule] ?? []).map { abs(measuredGain($0) / rule.gain(fanIn: width) - 1) } }.max()
      ?? .nan
  }
}

/// The gains of rules on layers of several widths, or on batches of several sizes.
struct GainStudy: Sendable {
  static let depth = 10
  let places: [Int]
  private let studies: [SignalStudy]

  /// On layers of these widths.
  init(_ rules: [FirstWeights], widths: [Int], seeds: [UInt64]) async {
    places = widths
    var studies: [SignalStudy] = []
    for width in widths {
      studies.append(await SignalStudy(rules, width: width, depth: Self.depth, inputs: 64, seeds: seeds))
    }
    self.studies = studies
  }

  /// On layers of one width with batches of these sizes; the rules may look at the size.
  init(_ rules: @Sendable (Int) -> [FirstWeights], batches: [Int], width: Int, seeds: [UInt64]) async {
    places = batches
    var studies: [SignalStudy] = []
    for batch in batches {
      studies.append(await SignalStudy(rules(batch), width: width, depth: Self.depth, inputs: batch, seeds: seeds))
    }
    self.studies = studies
  }

  /// The mean gain at each place of the rule that stands at this position in the list.
  func measured(_ position: Int) -> [Double] { studies.map { $0.gains($0.rules[position]).mean } }
  /// The closed form at each place.
  func theory(_ position: Int) -> [Double] { studies.map { $0.rules[position].gain(fanIn: $0.width) } }
}
