import Notebook
import Numerics

/// What a sweep over learning rates needs to know of a trained network.
protocol TrainedNetwork: Sendable {
  /// What the learning rate is chosen by.
  var score: Double { get }
  /// What is reported.
  var accuracy: Double { get }
}

/// One method's networks over a range of learning rates, each rate with every seed.
struct RateSweep<Network: TrainedNetwork>: Sendable {
  let settings: [Setting]
  /// `networks[rate][seed]`
  let networks: [[Network]]

  var name: String { settings[0].method.name }
  var rates: [Double] { settings.map(\.learningRate) }

  /// The reported accuracies at each learning rate, over the seeds.
  var accuracies: [Summary] { networks.map { Summary(of: $0.map(\.accuracy)) } }

  /// The networks at the learning rate next to a given one.
  func networks(near rate: Double) -> [Network] {
    let distances = rates.map { abs(Double.log($0 / rate)) }
    return networks[distances.indices.min { distances[$0] < distances[$1] } ?? 0]
  }

  /// Medians: a seed whose network died at one rate must not decide between the rates.
  private var scores: [Double] { networks.map { Summary(of: $0.map(\.score)).median } }
  private var bestPlace: Int { scores.indices.max { scores[$0] < scores[$1] } ?? 0 }

  /// The learning rate with the best median score, and what it gives.
  var best: Setting { settings[bestPlace] }
  var bestNetworks: [Network] { networks[bestPlace] }

  /// The learning rates around the best whose median score is within `margin` of it, the ends by interpolation in log η.
  func window(within margin: Double) -> ClosedRange<Double> {
    let (scores, bestPlace, rates) = (scores, bestPlace, rates)
    let limit = scores[bestPlace] - margin
    func end(_ step: Int) -> Double {
      var place = bestPlace
      while scores.indices.contains(place + step), scores[place + step] >= limit { place += step }
      guard scores.indices.contains(place + step) else { return rates[place] }
      let way = (scores[place] - limit) / (scores[place] - scores[place + step])
      return rates[place] * Double.pow(rates[place + step] / rates[place], way)
    }
    return end(-1)...end(1)
  }
}

/// Trains every task with every setting, on all processors: `networks[setting][task]`.
func trainAll<Task: Sendable, Network: Sendable>(
  _ settings: [Setting], on tasks: [Task], _ label: String, train: @Sendable @escaping (Task, Setting) -> Network
) async -> [[Network]] {
  let jobs = settings.flatMap { setting in tasks.map { (task: $0, setting: setting) } }
  let networks = await inParallel(over: jobs, label) { train($0.task, $0.setting) }
  return settings.indices.map { Array(networks[($0 * tasks.count)..<(($0 + 1) * tasks.count)]) }
}

/// Trains every task with every method at each of its learning rates.
func sweep<Task: Sendable, Network: TrainedNetwork>(
  _ methods: ByMethod<Method>, ratesPerDecade: Int, on tasks: [Task], _ label: String,
  train: @Sendable @escaping (Task, Setting) -> Network
) async -> ByMethod<RateSweep<Network>> {
  let settings = methods.map { $0.settings(perDecade: ratesPerDecade) }
  var networks = await trainAll(Array(settings.all.joined()), on: tasks, label, train: train)[...]
  return settings.map { own in
    defer { networks = networks.dropFirst(own.count) }
    return RateSweep(settings: own, networks: Array(networks.prefix(own.count)))
  }
}
