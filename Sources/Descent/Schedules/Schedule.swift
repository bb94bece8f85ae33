/// The learning rate as a function of the step.
///
/// Step 0 is the first update. A step may be a mini-batch or an epoch: ``TrainingSchedule`` says which. Schedules are put
/// together by ``warmedUp(over:)`` and ``then(_:at:)``.
public protocol Schedule: Sendable {
  /// The learning rate of the update with this number, counted from 0.
  func callAsFunction(_ step: Int) -> Double
}

func checkStep(_ step: Int) {
  precondition(step >= 0, "A schedule starts at step 0, but was asked for step \(step).")
}
