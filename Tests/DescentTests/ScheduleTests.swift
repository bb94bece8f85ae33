import Descent
import Testing

@Suite("Schedules") struct ScheduleTests {
  @Test("Step 0 is the first update: every schedule starts with its initial rate", arguments: [0.1, 3])
  func firstStep(initial: Double) {
    let schedules: [any Schedule] = [
      ConstantRate(initial), InverseTimeDecay(initial: initial, decay: 1),
      StaircaseDecay(initial: initial, decay: 1, interval: 5),
      CosineAnnealing(initial: initial, final: 0.01, steps: 12),
      CosineWarmRestarts(initial: initial, final: 0.01, period: 4, growth: 2),
      StepDecay(initial: initial, interval: 5), MultiStepDecay(initial: initial, milestones: [3, 6]),
      ExponentialDecay(initial: initial, factor: 0.9), InverseSquareRootDecay(initial: initial),
      LinearRamp.toZero(from: initial, steps: 10), LinearRamp(rate: 4 * initial, from: 0.25, steps: 10),
      OneCycle(peak: 16 * initial, steps: 10, divisor: 16), Cyclic(lowest: initial, highest: 9, stepsUp: 4),
    ]
    for schedule in schedules { #expect(schedule(0) == initial) }
  }

  @Test("0.1/(1 + e) is 0.1, 0.05, 0.0333, 0.025 and 0.1/11 at epoch 10")
  func inverseTime() {
    let schedule = InverseTimeDecay(initial: 0.1, decay: 1)
    #expect([0, 1, 2, 3, 10].map { schedule($0) } == [0.1, 0.05, 0.1 / 3, 0.025, 0.1 / 11])
  }

  @Test("A staircase of 1000 keeps 0.1 until step 999, then takes 0.05, 0.0333, …")
  func staircase() {
    let schedule = StaircaseDecay(initial: 0.1, decay: 1, interval: 1000)
    #expect([0, 999, 1000, 1999, 2000, 4000].map { schedule($0) } == [0.1, 0.1, 0.05, 0.05, 0.1 / 3, 0.02])
  }

  @Test("A warm-up over 4 steps takes 1/4, 2/4, 3/4, 4/4 of the first rate, then the schedule begins")
  func warmUp() {
    let decay = StepDecay(initial: 8, factor: 0.5, interval: 2)
    let warmed = decay.warmedUp(over: 4)
    #expect((0..<8).map { warmed($0) } == [2, 4, 6, 8, 8, 8, 4, 4])
    #expect((0..<3).map { decay.warmedUp(over: 1)($0) } == [8, 8, 8])
    #expect((0..<5).map { decay.warmedUp(over: 0)($0) } == (0..<5).map { decay($0) })
  }

  @Test("A schedule that follows another at step 3 counts from 0 there, and joints can be joined again")
  func joints() {
    let joined = ConstantRate(5).then(LinearRamp.toZero(from: 4, steps: 4), at: 3).then(ConstantRate(1), at: 5)
    #expect((0..<7).map { joined($0) } == [5, 5, 5, 4, 3, 1, 1])
    #expect(ConstantRate(5).then(ConstantRate(1), at: 0)(0) == 1)
  }

  @Test("A cosine from 0.1 to 0.02 in 12 steps stands at 0.08 after 4, at 0.06 after 6, at 0.04 after 8")
  func cosine() {
    let schedule = CosineAnnealing(initial: 0.1, final: 0.02, steps: 12)
    // 0.02 + 0.08 · (1 + cos(π s / 12)) / 2 with cos 60° = 1/2, cos 90° = 0, cos 120° = −1/2, cos 180° = −1
    for (step, rate) in [(4, 0.08), (6, 0.06), (8, 0.04), (12, 0.02)] {
      #expect(abs(schedule(step) - rate) < 1e-16)  // a few roundings of numbers below 0.1
    }
    #expect(abs(schedule(24) - 0.1) < 1e-16)  // after T it rises again, as PyTorch's does
  }

  @Test("Refusal: a way down needs at least one step")
  func cosineWithoutSteps() async {
    await #expect(processExitsWith: .failure) { _ = CosineAnnealing(initial: 0.1, steps: 0) }
  }

  @Test("α/√t with t from 1 is α, α/√2, α/√3; linear decay to zero over four steps is α, ¾, ½, ¼, 0, 0")
  func formulas() {
    let root = InverseSquareRootDecay(initial: 1)
    #expect([0, 1, 3].map { root($0) } == [1, 1 / 2.0.squareRoot(), 0.5])
    let line = LinearRamp.toZero(from: 2, steps: 4)
    #expect([0, 1, 2, 3, 4, 9].map { line($0) } == [2, 1.5, 1, 0.5, 0, 0])
  }

  @Test("One cycle whose rise is no step long starts at its peak: share · steps = 1, and then 0.9698464310 of 10 steps")
  func shortestRise() {
    let schedule = OneCycle(peak: 1, steps: 10, warmupShare: 0.1)
    #expect(schedule(0) == 1)
    // Step 1 of 9 on the way down to 1/(25 · 10⁴): (1 + cos 20°)/2 + (1 − cos 20°)/2 · 4 · 10⁻⁶
    #expect(abs(schedule(1) - 0.9698464310) < 1e-10)
    for (steps, share) in [(4, 0.25), (5, 0.2), (20, 0.05), (1000, 0.001)] {
      #expect(OneCycle(peak: 3, steps: steps, warmupShare: share)(0) == 3)
    }
    // With share · steps below 1 the fall has begun before step 0.
    #expect(OneCycle(peak: 1, steps: 3, warmupShare: 0.3)(0) < 1)
  }

  @Test("A plateau of negative losses is not seen, and a reduction by less than 10⁻⁸ is left out, as in PyTorch")
  func plateauLimits() {
    var negative = ReduceOnPlateau(initial: 1, patience: 0)
    for _ in 0..<5 { negative.observe(-1) }
    #expect(negative.learningRate == 1)
    var small = ReduceOnPlateau(initial: 1e-7, factor: 0.95, patience: 0)
    for _ in 0..<5 { small.observe(1) }
    #expect(small.learningRate == 1e-7)
  }

  @Test("Refusal: there is no step before the first")
  func negativeStep() async {
    await #expect(processExitsWith: .failure) { _ = InverseTimeDecay(initial: 0.1, decay: 1)(-1) }
  }
}
