import Descent
import Notebook
import Numerics

extension Lesson08 {
  /// What to try next.
  func setExercises(_ measured: Measurements, in notebook: Notebook) {
    let study = measured.passages
    let shift = Double(study.layers) * Double.log10(1.1 / gain)
    func grown(_ curve: KeyPath<Passage, [Double]>) -> String { significant(.pow(10, study.whole(curve) + shift), 2) }
    notebook.exercise(
      "--gain 1.1",
      "How much does a vector grow through fifty fresh matrices of gain 1.1? What does the product of their norms promise?",
      answer: """
        By \(grown(\.vector)) on average over the seeds; theory says
        1.1⁵⁰ e^(−50/128) = \(significant(.pow(1.1 * study.theory / gain, study.layers), 2)). The norms promise
        \(grown(\.bound)).
        """)
    let saturated = measured.swept(.sigmoid, 16)
    notebook.exercise(
      "--activation sigmoid --gain \(plain(saturated.recipe.gain))",
      "Can a large gain save a sigmoid network? What does the factor do beyond the gain that makes it 1?",
      answer: """
        By theory the factor is 1 near gain \(fixed(measured.sigmoidGain, 1)). At \(saturated.recipe.gainWords) it is
        \(fixed(saturated.theory.factor(depth: 20), 2)) (\(fixed(saturated.backward.mean, 2)) measured): the
        gradient explodes, though slowly, because hardly any unit has a slope left.
        """)
    let (network, customary) = (
      Measurements.exercise, Network(recipe: Measurements.trained[0], depth: Measurements.exercise.depth)
    )
    notebook.exercise(
      "--activation sigmoid --gain \(plain(network.recipe.gain)) --depth \(network.depth)",
      """
      At gain 1 plain gradient descent learns nothing with five layers of sigmoids. Does it at
      \(network.recipe.gainWords)? How much of the gradient
      at the fifth layer is left at the first?
      """,
      answer: """
        \(significant(measured.exercise.hiddenRatio, 2)) instead of
        \(significant(measured.profile(of: customary).hiddenRatio, 2)), and so it does:
        \(fixed(measured.accuracy(network, .gradientDescent).mean, 1)) % instead of
        \(fixed(measured.accuracy(customary, .gradientDescent).mean, 1)) %. Adam comes from
        \(fixed(measured.accuracy(customary, .adam).mean, 1)) to \(fixed(measured.accuracy(network, .adam).mean, 1)) %.
        """)
  }
}
