import Datasets
import Descent
import Notebook

/// One training run of the ReLU network 64-32-10 on mini-batches of 64 digits.
struct ReluRun: Sendable {
  let run: Run
  /// The mean loss of the last epoch's mini-batches.
  let lastEpoch: Double
  /// The share of the test digits that are read correctly in the end.
  let testAccuracy: Double
  /// The share of the hidden units that in the end answer 0 to every digit of the training part.
  let silentUnits: Double

  /// Trains for ten epochs; the seed of the task decides the split, the first weights and the order of the batches.
  init(_ task: DigitsTask, loss kind: NetworkLoss, learningRate: Double) {
    let (epochs, batchSize) = (10, 64)
    var generator = task.generator
    let network = DigitsTask.network(using: &generator)
    var optimizer = SGD(learningRate: learningRate)
    let log: TrainingLog
    switch kind {
    case .crossEntropy:
      log = task.train(network, with: &optimizer, batchSize: batchSize, epochs: epochs, using: &generator) {
        network($0)
      }
    case .squared:
      let (pixels, targets) = (task.training.pixels, task.training.oneHot.cast(to: .float32))
      log = train(
        network, with: &optimizer, samples: task.training.count, batchSize: batchSize, epochs: epochs,
        incomplete: .drop, using: &generator
      ) { batch in
        squaredError(network(pixels.take(rows: batch)), targets.take(rows: batch), reduction: .sum)
          * (0.5 / Double(batch.count))
      }
    }
    run = Run(learningRate: learningRate, losses: log.losses)
    lastEpoch = log.finalLoss
    testAccuracy = task.testAccuracy { network($0) }
    silentUnits = network.layers[0].deadShare(on: task.training.pixels)
  }
}
