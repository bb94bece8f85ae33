import Descent
import Testing

/// The weights w₀ … after each step of descending L = w²/2, whose gradient is w, from w₀ = 1.
func bowlPath(_ optimizer: some Optimizer, steps: Int, dtype: DType = .float64) -> [Double] {
  var optimizer = optimizer
  let weight = Parameter("weight", Tensor(1, dtype: dtype))
  return [1]
    + (0..<steps).map { _ in
      let gradients = valueAndGradients(of: weight) { square(weight.value) * 0.5 }.gradients
      optimizer.update(weight, with: gradients)
      return weight.tensor.item
    }
}

/// The steps taken when every gradient is 1.
func stepsOnASlope(_ optimizer: some Optimizer, count: Int) -> [Double] {
  var optimizer = optimizer
  let weight = Parameter("weight", Tensor(0, dtype: .float64))
  let slope = Gradients(names: ["weight"], tensors: [Tensor(1, dtype: .float64)])
  return (0..<count).map { _ in
    let before = weight.tensor.item
    optimizer.update(weight, with: slope)
    return weight.tensor.item - before
  }
}

@Suite("Optimizers") struct OptimizerTests {
  func expect(_ path: [Double], _ expected: [Double], within tolerance: Double = 5e-9) {
    // The expected numbers are written with eight digits or more.
    expectClose(path, expected, within: tolerance)
  }

  @Test("Gradient descent on w²/2 at 0.1 keeps 0.9 of w each step: 1, 0.9, 0.81, 0.729")
  func gradientDescent() { expect(bowlPath(SGD(learningRate: 0.1), steps: 3), [1, 0.9, 0.81, 0.729]) }

  @Test("Averaged momentum: V = 0.1, 0.189, … gives 1, 0.99, 0.9711, 0.944379")
  func averagedMomentum() {
    // V₁ = 0.1·1 = 0.1, w₁ = 1 − 0.01; V₂ = 0.09 + 0.099 = 0.189, w₂ = 0.99 − 0.0189
    let optimizer = Momentum(learningRate: 0.1, form: .exponentialAverage)
    expect(bowlPath(optimizer, steps: 3), [1, 0.99, 0.9711, 0.944379])
  }

  @Test("Classic momentum: V = 1, 1.8, 2.34 gives 1, 0.9, 0.72, 0.486")
  func classicMomentum() {
    expect(bowlPath(Momentum(learningRate: 0.1), steps: 3), [1, 0.9, 0.72, 0.486])
  }

  @Test("Classic momentum at η takes the path of averaged momentum at η/(1 − β)")
  func twoForms() {
    let classic = bowlPath(Momentum(learningRate: 0.01), steps: 200)
    let averaged = bowlPath(Momentum(learningRate: 0.1, form: .exponentialAverage), steps: 200)
    expectClose(classic, averaged, within: 1e-13)  // some hundred roundings of 1e-16
  }

  @Test("Nesterov: V₁ = 1, step 0.1·(1 + 0.9) = 0.19; V₂ = 0.9 + 0.81, step 0.1·(0.81 + 0.9·1.71)")
  func nesterov() { expect(bowlPath(Nesterov(learningRate: 0.1), steps: 2), [1, 0.81, 0.5751]) }

  @Test("RMSProp with the notes' correction: 1, 0.9, 0.80513167, 0.71551194")
  func correctedRMSProp() {
    let optimizer = RMSProp(learningRate: 0.1, alpha: 0.9, biasCorrection: true)
    expect(bowlPath(optimizer, steps: 3), [1, 0.9, 0.80513167, 0.71551194], within: 1e-8)
  }

  @Test("RMSProp in PyTorch's form has no correction: at 0.01 on a slope of 1 the first step is 0.1")
  func uncorrectedRMSProp() {
    // S = 0.01, 0.0199, 0.029701: steps 0.01/0.1, 0.01/0.141067, 0.01/0.172340
    expect(stepsOnASlope(RMSProp(learningRate: 0.01), count: 3), [-0.1, -0.070888, -0.058025], within: 1e-6)
  }

  @Test("Adam: 1, 0.9, 0.80041223, 0.70158627")
  func adam() { expect(bowlPath(Adam(learningRate: 0.1), steps: 3), [1, 0.9, 0.80041223, 0.70158627], within: 1e-8) }

  @Test("RAdam's factor is nil for five updates, then 0.02582, 0.04900 at 10, 0.21534 at 100, 0.64533 at 1000")
  func rectification() {
    // β₂ = 0.999: ρ∞ = 1999, ρ₅ = 4.996 and ρ₆ = 5.994: √(1.994 · 3.994 · 1999 / (1995 · 1997 · 5.994)).
    #expect((1...5).allSatisfy { RAdam.rectification(step: $0) == nil })
    let factors = [6, 10, 100, 1000].map { RAdam.rectification(step: $0) ?? .nan }
    expect(factors, [0.02582, 0.04900, 0.21534, 0.64533], within: 5e-6)
    #expect(RAdam.rectification(step: 3, beta2: 0.5) == nil)  // ρ∞ = 3 is never above 5
    #expect(abs((RAdam.rectification(step: 100_000) ?? 0) - 1) < 1e-12)  // 0.999¹⁰⁰⁰⁰⁰ is 1e-43
  }

  @Test("RAdam on a slope of 1 steps by η m̂ = η five times, then by rₜ η")
  func rAdamOnASlope() {
    let steps = stepsOnASlope(RAdam(learningRate: 0.1, epsilon: 0), count: 6)
    expect(steps, [-0.1, -0.1, -0.1, -0.1, -0.1, -0.002582], within: 5e-7)
    // Where √v̂ does not divide yet, a slope of 3 gives a step of 3 η.
    var optimizer = RAdam(learningRate: 0.1)
    let weight = Parameter("weight", Tensor(0, dtype: .float64))
    optimizer.update(weight, with: Gradients(names: ["weight"], tensors: [Tensor(3, dtype: .float64)]))
    #expect(abs(weight.tensor.item + 0.3) < 1e-15)
  }

  @Test(
    "AMSGrad without correction: on slopes 3, −1 at β₁ = 0, β₂ = 0.1 steps of 1.054093 and 0.351364, as v̄ stays 8.1")
  func uncorrectedAMSGrad() {
    // v = 0.9·9 = 8.1 and √8.1 = 2.846050: steps 3/2.846050 down and 1/2.846050 up; with v = 1.71 it would be 0.764719.
    var optimizer = AMSGrad(learningRate: 1, beta1: 0, beta2: 0.1, epsilon: 0, biasCorrection: false)
    let weight = Parameter("weight", Tensor(0, dtype: .float64))
    let path = [3.0, -1].map { slope in
      optimizer.update(weight, with: Gradients(names: ["weight"], tensors: [Tensor(slope, dtype: .float64)]))
      return weight.tensor.item
    }
    expect(path, [-1.054093, -0.702728], within: 1e-6)
  }

  @Test("The correction may be switched off between updates: Adam's second step on a slope of 1 is then 0.19/√0.001999")
  func correctionSwitchedOff() {
    // m = 0.19, v = 0.001999: 0.19/0.0447102 = 4.249592 times η, instead of η.
    var optimizer = Adam(learningRate: 1, epsilon: 0)
    let first = stepsOnASlope(optimizer, count: 1)[0]
    let weight = Parameter("weight", Tensor(0, dtype: .float64))
    let slope = Gradients(names: ["weight"], tensors: [Tensor(1, dtype: .float64)])
    optimizer.update(weight, with: slope)
    optimizer.biasCorrection = false
    optimizer.update(weight, with: slope)
    expect([first, weight.tensor.item - first], [-1, -4.249592], within: 1e-6)
  }

  @Test(
    "On a slope of 1 corrected Adam steps by η; uncorrected by 0.1/√0.001 = 3.162278 η at first, 6.5279 η at the tenth")
  func adamOnASlope() {
    for step in stepsOnASlope(Adam(learningRate: 0.01), count: 20) { #expect(abs(step + 0.01) < 1e-9) }  // ε = 1e-8
    let raw = stepsOnASlope(Adam(learningRate: 1, biasCorrection: false), count: 100)
    #expect(abs(-raw[0] - 3.162278) < 1e-5)
    #expect(abs(-raw[9] - 6.5279) < 1e-4)
    #expect(abs(-raw[99] - 3.2408) < 1e-4)
  }

  @Test("ε = 1e-8 inside the root shrinks the step for a gradient of 1e-6 a hundredfold; outside by 1 %")
  func epsilon() {
    func firstStep(_ placement: EpsilonPlacement, gradient: Double) -> Double {
      var optimizer = Adam(learningRate: 1, epsilonPlacement: placement)
      let weight = Parameter("weight", Tensor(0, dtype: .float64))
      optimizer.update(weight, with: Gradients(names: ["weight"], tensors: [Tensor(gradient, dtype: .float64)]))
      return -weight.tensor.item
    }
    #expect(abs(firstStep(.insideRoot, gradient: 1e-6) - 0.0099995) < 1e-7)  // 1e-6/√(1e-12 + 1e-8)
    #expect(abs(firstStep(.outsideRoot, gradient: 1e-6) - 0.990099) < 1e-6)  // 1e-6/(1e-6 + 1e-8)
  }

  @Test("Weight decay λ is the L2 penalty ½λ‖θ‖²: the same path, for every optimizer that has it")
  func weightDecay() {
    func check(_ decayed: some Optimizer, _ plain: some Optimizer) {
      var (decayed, plain) = (decayed, plain)
      let (a, b) = (
        Parameter("weight", Tensor([1, -2], dtype: .float64)), Parameter("weight", Tensor([1, -2], dtype: .float64))
      )
      for _ in 0..<50 {
        decayed.update(a, with: valueAndGradients(of: a) { (a.value * 0.5).sum() }.gradients)
        plain.update(
          b, with: valueAndGradients(of: b) { (b.value * 0.5).sum() + square(b.value).sum() * 0.15 }.gradients)
      }
      expectClose(a.tensor.scalars, b.tensor.scalars, within: 1e-12)  // 50 steps of rounding
    }
    check(SGD(learningRate: 0.1, weightDecay: 0.3), SGD(learningRate: 0.1))
    check(Momentum(learningRate: 0.1, weightDecay: 0.3), Momentum(learningRate: 0.1))
    check(Nesterov(learningRate: 0.1, weightDecay: 0.3), Nesterov(learningRate: 0.1))
    check(RMSProp(learningRate: 0.1, weightDecay: 0.3), RMSProp(learningRate: 0.1))
    check(Adam(learningRate: 0.1, weightDecay: 0.3), Adam(learningRate: 0.1))
    check(RAdam(learningRate: 0.1, weightDecay: 0.3), RAdam(learningRate: 0.1))
  }

  @Test("Every optimizer finds the bottom of the bowl, in either dtype", arguments: DType.allCases)
  func bottom(dtype: DType) {
    #expect(abs(bowlPath(SGD(learningRate: 0.1), steps: 200, dtype: dtype).last ?? 1) < 1e-6)
    #expect(abs(bowlPath(Momentum(learningRate: 0.1), steps: 400, dtype: dtype).last ?? 1) < 1e-6)
    #expect(abs(bowlPath(Nesterov(learningRate: 0.1), steps: 200, dtype: dtype).last ?? 1) < 1e-6)
    #expect(abs(bowlPath(Adam(learningRate: 0.1), steps: 2000, dtype: dtype).last ?? 1) < 1e-3)
    // RMSProp at a constant rate ends in a cycle as wide as its step.
    #expect(abs(bowlPath(RMSProp(learningRate: 0.01), steps: 2000, dtype: dtype).last ?? 1) < 0.02)
  }

  @Test("A copy of an optimizer has a memory of its own")
  func copies() {
    var original = Momentum(learningRate: 0.1)
    let weight = Parameter("weight", Tensor(0, dtype: .float64))
    let slope = Gradients(names: ["weight"], tensors: [Tensor(1, dtype: .float64)])
    original.update(weight, with: slope)
    var copy = original
    copy.update(weight, with: slope)
    copy.update(weight, with: slope)
    let before = weight.tensor.item
    original.update(weight, with: slope)
    #expect(abs(weight.tensor.item - before + 0.19) < 1e-15)  // V = 0.9·1 + 1: the copy's updates left it alone
  }

  @Test("A state taken before an update keeps its numbers")
  func stateIsAValue() {
    let weight = Parameter("weight", Tensor([1, 2]))
    let before = weight.state
    var optimizer = SGD(learningRate: 1)
    optimizer.update(weight, with: Gradients(names: ["weight"], tensors: [Tensor([1, 1])]))
    #expect(before["weight"] == Tensor([1, 2]) && weight.tensor == Tensor([0, 1]))
    weight.state = before
    #expect(weight.tensor == Tensor([1, 2]))
  }

  @Test("Refusal: gradients of another shape stop the program")
  func wrongShape() async {
    await #expect(processExitsWith: .failure) {
      var optimizer = SGD(learningRate: 1)
      optimizer.update(
        Parameter("weight", Tensor([1, 2])), with: Gradients(names: ["weight"], tensors: [Tensor([1, 2, 3])]))
    }
  }
}
