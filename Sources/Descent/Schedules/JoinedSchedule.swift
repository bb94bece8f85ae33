/// Two schedules in a row: α(s) = α₁(s) before step n, and α₂(s − n) from step n on.
///
/// Source: PyTorch's `SequentialLR` (milestones); optax's `join_schedules`.
public struct JoinedSchedule: Schedule {
  /// The schedule α₁ of the steps 0 ..< n.
  public let first: any Schedule
  /// The schedule α₂ of the steps from n on, which it counts from 0.
  public let second: any Schedule
  /// The step n.
  public let start: Int

  /// The learning rate of step s.
  public func callAsFunction(_ step: Int) -> Double {
    checkStep(step)
    return step < start ? first(step) : second(step - start)
  }
}

extension Schedule {
  /// This schedule for the first `start` steps, and then another one from its beginning.
  ///
  /// - Precondition: `start` is not negative.
  public func then(_ next: some Schedule, at start: Int) -> JoinedSchedule {
    precondition(start >= 0, "A schedule cannot be followed by another one at step \(start).")
    return JoinedSchedule(first: self, second: next, start: start)
  }

  /// Linear warm-up before this schedule α: α(0)·(s + 1)/n for the steps s < n, and then α(s − n).
  ///
  /// - Precondition: `steps`, n, is not negative; 0 leaves the schedule as it is.
  /// - Source: Goyal et al. 2017, arXiv:1706.02677, section 2.2.
  public func warmedUp(over steps: Int) -> JoinedSchedule {
    precondition(steps >= 0, "A warm-up cannot take \(steps) steps.")
    let ramp = LinearRamp(rate: self(0), from: 1 / Double(max(steps, 1)), steps: max(steps - 1, 1))
    return ramp.then(self, at: steps)
  }
}
