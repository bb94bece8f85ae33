import Descent
import Testing

@Suite("Schedules") struct ScheduleTests {
  @Test("Step 0 is the first update: every schedule starts with its initial rate", arguments: [0.1, 3])
  func firstStep(initial: Double) {
    let schedules: [any Schedule] = [
      ConstantRate(initial), InverseTimeDecay(initial: initial, decay: 1),
      StaircaseDecay(initial: initial, decay: 1, interval: 5), CompoundingDecay(initial: initial, decay: 1),
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

  @Test("Compounding divides again and again: after five epochs 1/6! of the start, not 1/6")
  func compounding() {
    let schedule = CompoundingDecay(initial: 1, decay: 1)
    #expect(abs(schedule(5) - 1 / 720.0) < 1e-17)  // five quotients, each right to half an ulp of 1e-3
    let travel = (0..<200).reduce(0) { $0 + schedule($1) }
    #expect(abs(travel - 1.718281828459045) < 1e-14)  // Σ 1/(s + 1)! = e − 1
    #expect(schedule(400) == 0)  // underflow, not nan
  }

  @Test("Refusal: there is no step before the first")
  func negativeStep() async {
    await #expect(processExitsWith: .failure) { _ = InverseTimeDecay(initial: 0.1, decay: 1)(-1) }
  }
}
