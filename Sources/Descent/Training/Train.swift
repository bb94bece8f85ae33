/// What happened in one step of training.
public struct TrainingStep: Sendable {
  /// The step's number, counted from 0 over all epochs.
  public let step: Int
  /// The epoch's number, counted from 0.
  public let epoch: Int
  /// Whether the epoch ends with this step.
  public let isLastOfEpoch: Bool
  /// The loss of the mini-batch before the update.
  public let loss: Double
  /// The gradients before clipping.
  public let gradients: Gradients
}

/// A schedule with the unit of its steps: what sets the learning rate while a model is trained.
///
/// ```swift
/// .perEpoch(StepDecay(initial: 0.1, interval: 30))
/// .perStep(CosineAnnealing(initial: 0.1, steps: 900).warmedUp(over: 100))
/// ```
public enum TrainingSchedule: Sendable {
  /// Asked at the start of each epoch, with the epoch's number.
  case perEpoch(any Schedule)
  /// Asked before each update, with the number of the step over all epochs.
  case perStep(any Schedule)
}

/// Trains a model on mini-batches: shuffle, and for each batch the loss, its gradients, clipping, and the update.
///
/// ```swift
/// let log = train(model, with: &optimizer, samples: 1437, batchSize: 64, epochs: 10, using: &generator) { batch in
///   softmaxCrossEntropy(model(pixels.take(rows: batch)), labels: batch.map { labels[$0] })
/// }
/// print(log.finalLoss)
/// ```
///
/// Training ends after the first step whose loss is not finite: its update is made and `afterStep` is told, and no step
/// follows, for none could mend it. The ``TrainingObservers`` of the task see each step.
///
/// - Parameters:
///   - samples: how many samples there are.
///   - incomplete: what becomes of the samples that do not fill a batch.
///   - order: gives the samples of each epoch, in the order in which batches take them; without it each epoch shuffles them.
///   - schedule: sets the learning rate; the optimizer's own rate without one.
///   - clipping: applied to the gradients before the update.
///   - perturbation: where each step's gradients are taken, if not at the weights themselves.
///   - generator: shuffles the samples, afresh for each epoch; `order` is given it.
///   - measuringAt: after how many steps `measure` is called, such as 0, 10, 100 and 1000.
///   - measure: gives the log's `measurements`, such as the accuracy on other samples.
///   - loss: the loss of the samples with the given numbers.
///   - afterStep: called after each update; returning false ends the training.
/// - Returns: the loss of each step's mini-batch, where the run broke, and what was measured.
/// - Precondition: `samples` and `epochs` are not negative, `batchSize` is at least 1, and `order` gives as many samples.
@discardableResult
public func train(
  _ model: some Model, with optimizer: inout some Optimizer, samples: Int, batchSize: Int, epochs: Int,
  incomplete: IncompleteBatch = .keep, order: ((_ epoch: Int, inout RandomGenerator) -> [Int])? = nil,
  schedule: TrainingSchedule? = nil, clipping: Clipping = .none, perturbation: (any WeightPerturbation)? = nil,
  measuringAt places: [Int] = [], measure: () -> Double = { .nan }, using generator: inout RandomGenerator,
  loss: ([Int]) -> Tensor, afterStep: (TrainingStep) -> Bool = { _ in true }
) -> TrainingLog {
  precondition(
    samples >= 0 && batchSize >= 1 && epochs >= 0,
    "Training cannot use \(samples) samples in batches of \(batchSize) for \(epochs) epochs.")
  let perEpoch = (incomplete == .keep ? samples + batchSize - 1 : samples) / batchSize
  var log = TrainingLog(stepsPerEpoch: perEpoch, epochs: epochs)
  let watched = TrainingObservers.current.map { $0.begin(steps: perEpoch * epochs) }
  defer { for training in watched { training.end() } }
  var (perturbation, measured) = (perturbation, [Int: Double]())
  if places.contains(0) { measured[0] = measure() }
  training: for epoch in 0..<epochs {
    if case .perEpoch(let schedule) = schedule { optimizer.learningRate = schedule(epoch) }
    let order = order?(epoch, &generator) ?? generator.permutation(of: samples)
    precondition(order.count == samples, "An epoch takes \(samples) samples, but its order names \(order.count).")
    for (number, batch) in batches(of: batchSize, in: order, incomplete: incomplete).enumerated() {
      if case .perStep(let schedule) = schedule { optimizer.learningRate = schedule(log.losses.count) }
      let (batchLoss, gradients) = valueAndGradients(of: model, movedBy: &perturbation) { loss(batch) }
      let before = watched.isEmpty ? [] : model.parameters.map(\.tensor)
      optimizer.update(model, with: gradients.clipped(by: clipping))
      log.losses.append(batchLoss)
      let report = TrainingStep(
        step: log.losses.count - 1, epoch: epoch, isLastOfEpoch: number == perEpoch - 1, loss: batchLoss,
        gradients: gradients)
      if !watched.isEmpty {
        let step = ObservedStep(
          training: report, learningRate: optimizer.learningRate, names: gradients.names, before: before,
          after: model.parameters.map(\.tensor))
        for training in watched { training.observe(step) }
      }
      if places.contains(log.losses.count) { measured[log.losses.count] = measure() }
      if !afterStep(report) || !batchLoss.isFinite { break training }
    }
  }
  log.measurements = places.map { measured[$0] ?? measure() }
  return log
}
