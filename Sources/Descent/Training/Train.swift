/// What happened in one step of training.
public struct TrainingStep: Sendable {
  /// The step's number, counted from 0 over all epochs.
  public let step: Int
  /// The epoch's number, counted from 0.
  public let epoch: Int
  /// The loss of the mini-batch before the update.
  public let loss: Double
  /// The gradients before clipping.
  public let gradients: Gradients
}

/// Trains a model on mini-batches: shuffle, and for each batch the loss, its gradients, clipping, and the update.
///
/// ```swift
/// train(model, with: &optimizer, samples: 1437, batchSize: 64, epochs: 10, using: &generator) { batch in
///   softmaxCrossEntropy(model(pixels.rows(batch)), labels: batch.map { labels[$0] })
/// }
/// ```
///
/// - Parameters:
///   - samples: how many samples there are.
///   - incomplete: what becomes of the samples that do not fill a batch.
///   - schedule: sets the learning rate from the number of the epoch; the optimizer's own rate without one.
///   - clipping: applied to the gradients before the update.
///   - generator: shuffles the samples, afresh for each epoch.
///   - loss: the loss of the samples with the given numbers.
///   - afterStep: called after each update; returning false ends the training.
/// - Returns: the loss of each step's mini-batch.
@discardableResult
public func train(
  _ model: some Model, with optimizer: inout some Optimizer, samples: Int, batchSize: Int, epochs: Int,
  incomplete: IncompleteBatch = .keep, schedule: (any Schedule)? = nil, clipping: Clipping = .none,
  using generator: inout RandomGenerator, loss: ([Int]) -> Tensor, afterStep: (TrainingStep) -> Bool = { _ in true }
) -> [Double] {
  var losses: [Double] = []
  for epoch in 0..<epochs {
    if let schedule { optimizer.learningRate = schedule(epoch) }
    for batch in batches(of: batchSize, from: samples, incomplete: incomplete, using: &generator) {
      let (batchLoss, gradients) = valueAndGradients(of: model) { loss(batch) }
      optimizer.update(model, with: gradients.clipped(by: clipping))
      losses.append(batchLoss)
      let report = TrainingStep(step: losses.count - 1, epoch: epoch, loss: batchLoss, gradients: gradients)
      if !afterStep(report) { return losses }
    }
  }
  return losses
}
