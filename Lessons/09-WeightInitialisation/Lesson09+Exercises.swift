import Datasets
import Descent
import Notebook
import Numerics

extension Lesson09 {
  /// What to try next.
  func setExercises(
    _ signals: SignalStudy, _ meaning: Meaning, _ tasks: [DigitsTask], in notebook: Notebook
  ) async {
    let (other, n) = (64, meaning.width)
    let note = FirstWeights.batchDeviation(other)
    let setups = meaning.setups(batch: other)
    let trained = (meaning.training.accuracy(setups.he), meaning.training.accuracy(setups.note))
    notebook.exercise(
      "--batch \(other)",
      """
      What is the gain of the note's rule now, where are its dots in figure 4, and what becomes of the training? Why did it
      look right with batches of 32?
      """,
      answer: """
        √(n/(2B)) = √(\(n)/\(2 * other)) = \(fixed(note.gain(fanIn: n), 3)), and ReLU networks read \(mean(trained.1)), with
        N(0, 2/n) \(mean(trained.0)). At half the fan-in 1/B is 2/n: a coincidence.
        """)
    let own = FirstWeights.fixed(0.25)
    let study = await SignalStudy([own], width: 64, depth: signals.depth, seeds: common.seeds(10))
    notebook.exercise(
      "--std 0.25",
      """
      Work out the gain of σ = 0.25 at 64 inputs, and what \(signals.depth) such layers make of a signal of 1. Which σ has
      the gain 1?
      """,
      answer: """
        √(64 · 0.25² / 2) = √2 = \(fixed(own.gain(fanIn: 64), 3)), so 2 to the power \(signals.depth / 2), which is
        \(significant(study.theory(own)[signals.depth], 5)); measured \(significant(study.sizes(own)[signals.depth], 2)) with
        a gain of \(fixed(study.gains(own).mean, 3)). The gain is 1 at σ = √(2/64) =
        \(fixed(FirstWeights.he.variance(fanIn: 64).squareRoot(), 3)).
        """)
    let rules: [FirstWeights] = [.standardNormal, .pyTorch, .small, .he]
    let shallow = await Comparison(
      Array(tasks.prefix(3)), rules: rules, activations: [.relu], methods: [.gradientDescent], depth: 2)
    func read(_ rule: FirstWeights) -> String { mean(shallow.accuracy(rule, usual: true)) }
    let gain = FirstWeights.pyTorch.gain(fanIn: n)
    notebook.exercise(
      "--depth 2",
      """
      What do N(0, 1) and PyTorch's weights read by gradient descent with two hidden layers of ReLU? Most claims about
      training do not come out in this run: why?
      """,
      answer: """
        At usual rates N(0, 1) reads \(read(.standardNormal)), PyTorch's weights \(read(.pyTorch)), N(0, 2/n)
        \(read(.he)), and even N(0, 0.01²) \(read(.small)). Two layers with a gain of \(fixed(gain, 2)) leave
        \(fixed(.pow(gain, 2), 2)) of a signal, ten \(significant(.pow(gain, 10), 1)): it is depth that makes the first
        weights matter, and in shallow networks nobody notices them.
        """)
  }
}
