/// Watches trainings from outside, such as a writer of event files: ``train(_:with:samples:batchSize:epochs:incomplete:schedule:clipping:measuringAt:measure:using:loss:afterStep:)``
/// tells those of its task.
///
/// ```swift
/// await TrainingObservers.adding(ratios) { await Trials(arms, seeds: seeds) { arm, seed in … } }
/// ```
public protocol TrainingObserver: Sendable {
  /// A training of so many steps begins.
  ///
  /// - Returns: what is told of its steps.
  func begin(steps: Int) -> any ObservedTraining
}

/// One training that is watched; it is called by one task alone.
public protocol ObservedTraining: AnyObject {
  /// A step was made.
  func observe(_ step: ObservedStep)
  /// No step follows.
  func end()
}

/// What a step of training did to the weights.
public struct ObservedStep: Sendable {
  /// The step's number, its loss and its gradients.
  public let training: TrainingStep
  /// The learning rate of the update.
  public let learningRate: Double
  /// The parameters' names, in the model's order.
  public let names: [String]
  /// The parameters before the update and after it.
  public let before, after: [Tensor]

  /// The length of each parameter's update in units of the parameter's own; see ``updateRatios(from:to:)``.
  public var updateRatios: [Double] { Descent.updateRatios(from: before, to: after) }
}

/// How far each tensor has come in units of its own length, ‖w′ − w‖ / ‖w‖; infinite or nan where ‖w‖ is 0.
///
/// - Precondition: there are as many after as before, of the same shapes.
public func updateRatios(from before: [Tensor], to after: [Tensor]) -> [Double] {
  precondition(before.count == after.count, "\(before.count) tensors cannot have become \(after.count).")
  return before.indices.map { (after[$0] - before[$0]).norm / before[$0].norm }
}

/// Who watches the trainings of this task and of those that it starts.
public enum TrainingObservers {
  /// All of them.
  @TaskLocal public static var current: [any TrainingObserver] = []

  /// Runs work with one more observer.
  public static func adding<Result>(
    _ observer: some TrainingObserver, isolation: isolated (any Actor)? = #isolation, _ work: () async throws -> Result
  ) async rethrows -> Result {
    try await $current.withValue(current + [observer], operation: work, isolation: isolation)
  }

  /// Runs work with one more observer.
  public static func adding<Result>(_ observer: some TrainingObserver, _ work: () throws -> Result) rethrows -> Result {
    try $current.withValue(current + [observer], operation: work)
  }
}
