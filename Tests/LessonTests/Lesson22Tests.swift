import Datasets
import Descent
import Experiments
import Numerics
import Testing

@testable import Lesson22

@Suite("Lesson 22 · Reading learning curves") struct Lesson22Tests {
  // MARK: By hand

  /// Four curves of which only the training loss is told; validation follows it, at the given accuracies.
  private func symptoms(
    _ loss: [Double], validationLoss: [Double]? = nil, accuracy: Double = 0.9, validation: [Double]? = nil
  ) -> Symptoms {
    let flat = loss.map { _ in accuracy }
    return Symptoms(
      Curves(
        loss: loss, accuracy: flat, validationLoss: validationLoss ?? loss,
        validationAccuracy: validation ?? flat.map { $0 - 0.02 }))
  }

  @Test(
    "By hand: 2.3, 1, 0.95, 0.94, 0.935 has a kink of 11.3 and was decayed too early; 2.3, 1.5, 1, 0.7, 0.5 has not")
  func kinks() {
    let (a, b) = (symptoms([2.3, 1, 0.95, 0.94, 0.935]), symptoms([2.3, 1.5, 1, 0.7, 0.5]))
    // (1.3/2.3) / 0.05 = 11.304; of B's first two epochs the second has the larger one, (0.5/1.5) / 0.3 = 1.111
    #expect(abs(a.kink - 11.304) < 1e-3 && abs(b.kink - 1.111) < 1e-3)
    #expect(a.diagnosis() == .decayedTooEarly && b.diagnosis() == .unfinished)
    #expect(abs(b.lastFall - 2 / 7.0) < 1e-14)  // 1 − 0.5/0.7
  }

  @Test("By hand: of the losses 4, 2, 1, 2, 1 half of the last two epochs rise, and they change by 1 at a mean of 1.5")
  func rises() {
    let symptoms = symptoms([4, 2, 1, 2, 1])
    #expect(symptoms.rises == 0.5 && abs(symptoms.roughness - 2 / 3.0) < 1e-15)
  }

  @Test("By hand: validation losses 1, 0.5, 0.75 end 50 % above the lowest; accuracies 0.5, 0.75, 0.5 a quarter below")
  func validation() {
    let symptoms = symptoms(
      [1, 0.5, 0.25], validationLoss: [1, 0.5, 0.75], accuracy: 1, validation: [0.5, 0.75, 0.5])
    #expect(symptoms.lossRise == 0.5 && symptoms.accuracyFall == 0.25 && symptoms.gap == 0.5)
    #expect(symptoms.diagnosis() == .overfitted)
  }

  @Test("By hand: each rule has its curve, and a loss that is not finite diverges whatever else it does")
  func rules() {
    #expect(symptoms([2.3, 2.4, 2.2, 2.5, 2.3]).diagnosis() == .diverging)  // above 0.85 · 2.303, rises in 1 of 2
    #expect(symptoms([2.3, 0.1, .infinity]).diagnosis() == .diverging)
    #expect(symptoms([2.3, 1, 0.5, 0.9, 0.6]).diagnosis() == .tooHigh)
    #expect(symptoms([2.3, 1.6, 1.1, 0.8, 0.79]).diagnosis() == .underfitted)  // 1.3 % in the last epoch
    #expect(symptoms([2.3, 1.6, 1.1, 0.8, 0.79], accuracy: 0.97).diagnosis() == .healthy)
    #expect(symptoms([2.3, 0.9, 0.2, 0.09, 0.06]).diagnosis() == .underfitted)  // it falls, but is below 0.1
  }

  @Test("By hand: a treatment changes one thing: a rate, the epochs, the decay, or the data at as many steps")
  func treatments() {
    let plan = Plan(digits: 200, rate: 0.5, decay: 0.05, epochs: 40)
    #expect(plan.treated(for: .unfinished) == plan.with { $0.rate = 5 })
    #expect(plan.treated(for: .tooHigh) == plan.with { $0.rate = 0.05 })
    #expect(plan.treated(for: .healthy) == plan.with { $0.epochs = 80 })
    #expect(plan.treated(for: .underfitted) == plan.with { $0.decay = 0.001 })
    #expect(plan.treated(for: .decayedTooEarly) == plan.with { $0.course = .drop(after: 30) })
    #expect(plan.treated(for: .overfitted) == plan.with { ($0.digits, $0.epochs) = (800, 10) })
    #expect(Plan(digits: 800).treated(for: .overfitted).digits == 1280)  // all there are beside the validation part
    #expect(Plan().treated(for: .underfitted) == Plan(hidden: 128))
  }

  // MARK: Theory

  @Test("Theory: 20 inputs and 100 samples with noise of variance 1 leave 0.8, with new noise 1.2") func leastSquares()
  {
    let errors = leastSquaresErrors(inputs: 20, samples: 100)
    #expect(errors.training == 0.8 && errors.fresh == 1.2)
    #expect(leastSquaresErrors(inputs: 20, samples: 100, variance: 4).fresh == 4.8)
  }

  @Test("Theory: measured least squares follow σ²(1 ∓ d/n) from a tenth to four fifths", arguments: Fit.inputs)
  func fits(d: Int) {
    let (fit, theory) = (
      Fit(inputs: d, draws: 1000, seed: 3), leastSquaresErrors(inputs: d, samples: Fit.samples)
    )
    // A draw's error is a mean of 40 squares or fewer, of deviation √(2/40) = 0.22 at most 1.8; of 1000 draws 0.013.
    #expect(abs(fit.training - theory.training) < 0.04 && abs(fit.fresh - theory.fresh) < 0.05)
  }

  @Test("Theory: a tenth of the rate for ten times the epochs ends at nearly the same loss; at high rates it does not")
  func clock() throws {
    let digits = try Self.digits.get()
    func end(_ rate: Double, _ epochs: Int) -> Double {
      Run(Plan(rate: rate, epochs: epochs), on: digits, seed: 7).symptoms.loss
    }
    // Of a fall by more than one, the two clocks differ by terms of the size of the rate.
    #expect(abs(end(0.0003, 100) - end(0.003, 10)) < 0.15)
    #expect(end(1.5, 4) > 5 * end(0.15, 40))
  }

  @Test("Theory: momentum 0.9 loses 9 steps at its start: 100 steps along a slope come as far as 91 at full speed")
  func lost() {
    let weight = Parameter("w", Tensor([0], dtype: .float64))
    var optimizer = Momentum(learningRate: 0.1)
    for _ in 0..<100 {
      let (_, gradients) = valueAndGradients(of: weight) { -weight.value.sum() }
      optimizer.update(weight, with: gradients)
    }
    #expect(abs(lostSteps(momentum: 0.9) - 9) < 1e-14)
    // Σ (1 − 0.9ᵗ)/(1 − 0.9) · 0.1 for t = 1 … 100 is 100 − 9 (1 − 0.9¹⁰⁰), and 0.9¹⁰⁰ < 3e-5.
    #expect(abs(weight.tensor.scalars[0] - 91) < 3e-4)
    #expect(between([2, 4, 8], at: 1.25) == 5 && between([2, 4, 8], at: 2) == 8)
  }

  // MARK: Contrast

  static let digits = Result { try Digits.load() }

  func run(_ plan: Plan, seed: UInt64 = 7) throws -> Run { Run(plan, on: try Self.digits.get(), seed: seed) }

  @Test("Contrast: the rules name each patient from other seeds, too", arguments: Patient.allCases)
  func names(patient: Patient) throws {
    let right = try (500..<505).count { try run(patient.plan, seed: $0).diagnosis == patient.diagnosis }
    #expect(right >= 3)  // the rate that is just too high is named in about 19 of 20
  }

  @Test("Contrast: ten times the epochs cure what is unfinished, and neither the overfitted nor the underfitted run")
  func tenTimes() throws {
    func gain(_ patient: Patient) throws -> Double {
      try run(patient.plan.with { $0.epochs *= 10 }).validation - run(patient.plan).validation
    }
    for patient in [Patient.tooLow, .tooShort] { #expect(try gain(patient) >= 5) }
    // One run's 500 digits have a standard error of 1 to 2 points.
    for patient in [Patient.overfitted, .underfitted] { #expect(try gain(patient) < 4) }
  }

  @Test("Contrast: the wrong cure does not help: ten times the rate ruins a rate too high, longer does not mend it")
  func wrongCures() throws {
    let plan = Patient.diverging.plan
    #expect(try run(plan.treated(for: .unfinished)).validation < 30)
    #expect(try run(plan.with { $0.epochs *= 2 }).validation < 30)
    #expect(try run(plan.treated(for: .diverging)).validation > 90)
  }

  @Test("Contrast: the finder's pick trains; ten times that does not reach it") func finder() throws {
    let search = Search(Patient.healthy.plan, on: try Self.digits.get(), seed: 7)
    #expect(search.tenth.validation > 92 && search.tenthRate > 0.02 && search.tenthRate < 0.4)
    #expect(
      try run(Patient.healthy.plan.with { $0.rate = 10 * search.tenthRate }).validation < search.tenth.validation - 3)
  }

  // MARK: Exercises

  func examine(_ arguments: String...) async throws -> Lesson22.Examination {
    await (try Lesson22.parse(arguments)).examine(try Self.digits.get())
  }

  @Test("Exercise 1: a constant 0.25 is not too high") func quarter() async throws {
    #expect(try await examine("--learning-rate", "0.25").before.validation.mean > 94)
  }

  @Test("Exercise 2: weight decay 0.01 has a small gap and is not ill") func smallGap() async throws {
    let examined = try await examine("--learning-rate", "0.02", "--decay", "0.01")
    #expect(examined.diagnosis == .healthy && examined.votes >= 8)
    #expect(examined.before.gap.mean < 3 && examined.before.validation.mean > 94)
  }

  @Test("Exercise 3: 0.003 for 10 epochs is unfinished, and ten times the rate brings ten points") func slow()
    async throws
  {
    let examined = try await examine("--learning-rate", "0.003", "--epochs", "10")
    #expect(examined.diagnosis == .unfinished && examined.votes == 10 && examined.gain > 10)
  }

  // MARK: Refusal

  @Test("Refusal: curves of two lengths stop the program, and knobs at their ends are told of without a trap")
  func refusal() async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Symptoms(Curves(loss: [2, 1], accuracy: [0, 1], validationLoss: [2], validationAccuracy: [0, 1]))
    }
    let message = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(message.contains("Four curves of one length, of 2 or more."))
    let wild = try await examine("--learning-rate", "10", "--decay", "1", "--epochs", "5")
    #expect(wild.diagnosis == .diverging)
    let frozen = try await examine("--learning-rate", "0.00001", "--epochs", "5")
    // The loss stands still, which the rules call underfitted; that more units do not help refutes the name.
    #expect(frozen.before.validation.mean < 30 && frozen.diagnosis == .underfitted && frozen.isRefuted)
  }
}
