import Datasets
import Descent

/// What came of training the shared digits network from one seed.
struct Run: Sendable {
  /// Mean loss of each epoch.
  let losses: [Double]
  /// Share of the test digits that are read correctly, in percent, after each epoch.
  let accuracies: [Double]
  /// Steps in an epoch.
  let stepsPerEpoch: Int
  /// Numbers that are trained.
  let parameterCount: Int
  /// The share at the end.
  var accuracy: Double { accuracies.last ?? 0 }
}

/// Trains the digits network as the lessons do: gradient descent on mini-batches of 64.
func trained(_ digits: Digits, learningRate: Double, epochs: Int, seed: UInt64) -> Run {
  let task = DigitsTask(digits, seed: seed)
  var generator = task.generator
  let network = DigitsTask.network(using: &generator)
  var optimizer = SGD(learningRate: learningRate)
  var accuracies: [Double] = []
  let log = task.train(
    network, with: &optimizer, epochs: epochs, using: &generator,
    afterStep: { step in
      if step.isLastOfEpoch { accuracies.append(100 * task.testAccuracy { network($0) }) }
      return true
    }
  ) { network($0) }
  // A run that breaks keeps what it had, so that all series have one length.
  let last = accuracies.last ?? 100 * task.testAccuracy { network($0) }
  return Run(
    losses: log.epochMeans, accuracies: accuracies + Array(repeating: last, count: epochs - accuracies.count),
    stepsPerEpoch: log.stepsPerEpoch,
    parameterCount: network.parameters.reduce(0) { $0 + $1.tensor.shape.reduce(1, *) })
}
