import Descent
import Notebook

/// What the lesson measures in the ravine.
struct RavineStudy: Sendable {
  /// The ravine of the figures, turned as the reader wishes.
  let task: RavineTask
  let sweeps: ByMethod<RavineSweep>
  /// Each method's best run: on that ravine, on the upright one, and on one that is turned by 45°.
  let best, upright, turned: ByMethod<RavineRun>
  /// Gradients and updates along the best runs.
  let directions, turnedDirections: ByMethod<Directions>
  /// RMSProp with a memory of ten steps instead of a thousand: its sweep, and one long run on the upright ravine.
  let forgetful: RavineSweep
  let cycle: RMSPropCycle
  /// Adam's best run on the upright ravine, gone on with.
  let departure: AdamDeparture

  static let longRun = 8000

  init(beta: Double, rotation: Double) async {
    let methods = ByMethod(beta: beta)
    let forgetfulMethod = Method.rmsProp(alpha: 0.9)
    let (task, upright, turned) = (RavineTask(rotation: rotation), RavineTask(), RavineTask(rotation: 45))
    let jobs = [task, upright, turned].flatMap { task in methods.all.map { (task, $0) } } + [(task, forgetfulMethod)]
    let all = await inParallel(over: jobs, "ravine") { task, method in task.sweep(method) }
    self.task = task
    sweeps = ByMethod(all[0..<4])
    best = sweeps.map(\.best)
    self.upright = ByMethod(all[4..<8]).map(\.best)
    self.turned = ByMethod(all[8..<12]).map(\.best)
    forgetful = all[12]
    directions = best.map { Directions(task, by: $0.setting.optimizer) }
    turnedDirections = self.turned.map { Directions(turned, by: $0.setting.optimizer) }
    cycle = RMSPropCycle(upright, decay: 0.9, rate: 0.1, steps: Self.longRun)
    let adam = self.upright.adam
    departure = AdamDeparture(
      upright, Adam(learningRate: adam.setting.learningRate), settled: adam.steps ?? upright.horizon,
      steps: Self.longRun)
  }
}
