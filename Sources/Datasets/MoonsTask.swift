import Descent

/// The classic assignment: 300 points on two noisy half circles, and a small network to part them, for one seed.
///
/// The network has ReLU layers of 5 and 2 units and one logit. With so few units some draws of the weights are dead:
/// the network says the same for every point, and no gradient gets through. Such a start is drawn again, and counted.
public struct MoonsTask: Sendable {
  /// The points and their classes.
  public let moons: LabelledPoints
  /// The classes 0 and 1 as a column: shape `[count, 1]`.
  public let targets: Tensor
  /// The weights that every way of training starts from.
  public var start: ModelState
  /// How many draws of the weights came before: their networks were dead.
  public let deadDraws: Int
  /// The generator that shuffles, the same for every way of training.
  public let shuffling: RandomGenerator

  /// Makes the task of a seed, which decides the points, the start and the order of the mini-batches.
  public init(seed: UInt64, samples: Int = 300, noise: Double = 0.2) {
    var generator = RandomGenerator(seed: seed)
    moons = LabelledPoints.moons(count: samples, noise: noise, using: &generator)
    targets = Tensor(shape: [samples, 1], moons.labels.map(Double.init))
    shuffling = generator.split()
    var network = Self.network(using: &generator)
    var deadDraws = 0
    while Self.isDead(network(moons.points)) {
      deadDraws += 1
      network = Self.network(using: &generator)
    }
    start = network.state
    self.deadDraws = deadDraws
  }

  /// A network 2-5-2-1 with He's normal weights.
  public static func network(using generator: inout RandomGenerator) -> MultilayerPerceptron {
    MultilayerPerceptron([2, 5, 2, 1], activation: .relu, using: &generator)
  }

  /// A network with the weights of this task's start.
  public func startingNetwork() -> MultilayerPerceptron {
    var unused = shuffling
    let network = Self.network(using: &unused)
    network.state = start
    return network
  }

  /// The binary cross-entropy of a network on the points with these numbers.
  public func loss(of network: MultilayerPerceptron, on batch: [Int]) -> Tensor {
    binaryCrossEntropy(logits: network(moons.points.take(rows: batch)), targets: targets.take(rows: batch))
  }

  /// Whether a network says the same for every sample: its ReLUs are off everywhere, and only its last bias can learn.
  public static func isDead(_ logits: Tensor) -> Bool {
    let values = logits.scalars
    return values.allSatisfy { $0 == values[0] }
  }
}
