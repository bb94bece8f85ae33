import Descent
import Notebook

extension Lesson11 {
  /// What to try next.
  func setExercises(_ rare: RareStudy, in notebook: Notebook) {
    let limit = Bowl().limit(of: adam)
    let floor = Bowl().descend(by: changed { $0.epsilon = 1e-3 }, steps: 8000)
    notebook.exercise(
      "--epsilon 0.001",
      "Why does |w| never come back, although v̂ is forgotten as before? Which ε would have been enough?",
      answer: """
        The divisor cannot fall below ε, so the rate cannot rise above η/ε = \(fixed(adam.learningRate / 1e-3, 0)), and
        ηλ/ε stays below \(fixed(adam.learningRate / limit, 0)). In the last quarter |w| is at most
        \(significant(floor.lateMaximum, 1)). Anything above \(significant(limit, 3)) would do.
        """)
    let long = Bowl().descend(by: changed { ($0.beta2, $0.epsilon) = (0.999, 1e-8) }, steps: 30_000)
    let stuck = singlePrecisionDistances(steps: 30_000).last ?? .nan
    notebook.exercise(
      "--beta2 0.999 --steps 30000",
      "When does Adam burst with PyTorch's β₂? How small is |w| before, and what would become of it in single precision?",
      answer: """
        Foretold for step \(grouped(long.forecastStep ?? 0)), it turns at
        \(grouped(long.landmarks.turning ?? 0)), after |w| = \(significant(long.distances.min() ?? .nan, 1)). Float has no such
        numbers: |w| sticks at \(significant(stuck, 2)), \(fixed(stuck / Double(Float.leastNonzeroMagnitude), 0)) times the
        least number above zero, and never comes back.
        """)
    let place = Summary(
      of: RareGradients.experiment.run(
        ScalarAdam(learningRate: RareStudy.rate, beta2: 0.9999, epsilon: 0, biasCorrection: false),
        steps: RareStudy.steps
      ).suffix(100 * RareGradients.experiment.period)
    ).mean
    notebook.exercise(
      "--beta2 0.9999",
      "Where does Adam end in the experiment with the slopes 1010 and −10 now, and which β₂ would have been enough?",
      answer: """
        At \(fixed(place, 3)) instead of \(fixed(rare.place, 3)). The drift of a period turns at a memory of
        \(grouped(Int(rare.criticalMemory.rounded()))) steps, which is β₂ = \(fixed(1 - 1 / rare.criticalMemory, 5)).
        """)
  }

  private func changed(_ change: (inout ScalarAdam) -> Void) -> ScalarAdam {
    var adam = ScalarAdam(learningRate: adam.learningRate, beta2: 0.99)
    change(&adam)
    return adam
  }
}

/// |w| after each step of the framework's Adam, with PyTorch's settings, in the bowl ½w² from 1, in single precision.
func singlePrecisionDistances(beta2: Double = 0.999, steps: Int) -> [Double] {
  var adam = Adam(learningRate: 0.01, beta2: beta2)
  let weight = Parameter("weight", Tensor(1))
  return (0..<steps).map { _ in
    adam.update(weight, with: Gradients(names: ["weight"], tensors: [weight.tensor]))
    return abs(weight.tensor.item)
  }
}
