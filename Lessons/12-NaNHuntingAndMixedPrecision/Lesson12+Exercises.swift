import Descent
import Notebook

extension Lesson12 {
  /// What to try next.
  func setExercises(_ race: Race, _ study: ScaleStudy, _ clipping: ClippingStudy, in notebook: Notebook) {
    let fast = race.problem.growing(by: 4)
    let (full, late) = (fast.predictedInfinity(in: .float32), fast.predictedNaN(in: .float32))
    notebook.exercise(
      "--ratio 4",
      "The error now grows by 4 a step. At which step does the loss overflow in Float32, and how late is a check for nan?",
      answer: """
        At step \(full), and the first nan comes at step \(late), \(late - full) later. From the overflow of r² to that of r
        it is always half of the format's exponents, 64 bits in Float32, and an error that grows by ρ gains log₂ ρ bits a step.
        """)
    notebook.exercise(
      "--growth-interval 1",
      "The scale is doubled after every clean step. What share of the steps is skipped at k = 0, and why?",
      answer: """
        \(percent(study.impatient, 0)), about half: once the scale has found its ceiling, one clean step doubles it and the
        next is skipped and halves it. After PyTorch's 2,000 clean steps the same mistake costs one step in 2,001.
        """)
    notebook.exercise(
      "--max-norm \(plain(ClippingStudy.scale))",
      "Clip first and unscale afterwards works again. Why, and what would go wrong with a scaler that adapts its scale?",
      answer: """
        The scaled gradients are s = \(plain(ClippingStudy.scale)) times as long: clipped to st they are what the gradients are
        clipped to t, and t = 1 trains as well in either order (\(fixed(clipping.scaledThreshold.mean, 1)) % with st, clipped
        first; \(fixed(clipping.unitThreshold.mean, 1)) % with t, unscaled first). But when s changes, so does the threshold.
        """)
  }
}
