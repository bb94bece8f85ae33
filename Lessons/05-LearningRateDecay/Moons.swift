import Datasets
import Descent

/// An optimizer with the notes' settings.
enum Method: Sendable {
  case gradientDescent, momentum, adam

  /// The optimizer; the schedule sets its rate. Momentum is the exponential average, β = 0.9.
  var optimizer: any Optimizer {
    switch self {
    case .gradientDescent: SGD(learningRate: 0)
    case .momentum: Momentum(learningRate: 0, form: .exponentialAverage)
    case .adam: Adam(learningRate: 0)
    }
  }
}

extension MoonsTask {
  static let batchSize = 64

  /// Trains from the common start; the same mini-batches come in the same order whatever the method and the rates.
  func train(_ method: Method, at schedule: any Schedule, epochs: Int) -> MoonsRun {
    var (optimizer, shuffling) = (method.optimizer, shuffling)
    let network = startingNetwork()
    func cost() -> Double { binaryCrossEntropy(logits: network(moons.points), targets: targets).item }
    var costs = [cost()]
    Descent.train(
      network, with: &optimizer, samples: moons.count, batchSize: Self.batchSize, epochs: epochs,
      schedule: .perEpoch(schedule), using: &shuffling
    ) {
      loss(of: network, on: $0)
    } afterStep: { step in
      if step.isLastOfEpoch { costs.append(cost()) }
      return true
    }
    let logits = network(moons.points)
    return MoonsRun(
      costs: costs, accuracy: binaryAccuracy(logits: logits, targets: targets), isDead: Self.isDead(logits))
  }
}

/// What came of training on the moons.
struct MoonsRun: Sendable {
  /// The cost over all points at the start and after each epoch.
  let costs: [Double]
  /// The share of the points on the right side at the end.
  let accuracy: Double
  /// Whether the network says the same for every point at the end.
  let isDead: Bool

  var finalCost: Double { costs[costs.count - 1] }

  /// How much the cost changes from one epoch to the next, on average over the last fifth of the epochs.
  var wobble: Double {
    let tail = Array(costs.suffix(costs.count / 5 + 1))
    return tail.indices.dropFirst().reduce(0) { $0 + abs(tail[$1] - tail[$1 - 1]) } / Double(tail.count - 1)
  }

  /// The cost when the rates of a constant schedule had added up to `travel`, linear between epochs.
  func cost(at travel: Double, rate: Double) -> Double? {
    let position = travel / rate
    // Compared before it becomes an Int, which has no room for the position if the rate is tiny.
    guard position < Double(costs.count - 1) else { return nil }
    let epoch = Int(position)
    return costs[epoch] + (position - Double(epoch)) * (costs[epoch + 1] - costs[epoch])
  }
}
