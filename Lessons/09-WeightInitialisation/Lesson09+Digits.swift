import Datasets
import Descent
import Gnuplot
import Notebook

/// Real data: which first weights train, what n is, and why weights must not be zero.
extension Lesson09 {
  func tellOfTraining(_ training: Comparison, in notebook: Notebook) {
    notebook.section("Handwritten digits")
    notebook.text(
      """
      Now train networks \(deep), with 64 units in each, for \(DigitsTask.steps) mini-batches of \(batch). All rules get
      the same seeds, and each its own best learning rate for each optimizer: the one at which most training digits are
      read.
      """)
    let n = 64
    func rates(_ activation: Activation, _ method: Method) -> String {
      listed(training.setup(.he, activation, method).usualRates.map(plain))
    }
    notebook.table(
      columns: [
        "weights", "gain", "first ‖∇L‖", "ReLU, gradient descent", "ReLU, Adam", "tanh, gradient descent", "tanh, Adam",
      ],
      rows: training.rules.map { rule in
        [
          rule.distribution, significant(rule.gain(fanIn: n), 3), significant(training.firstGradient(rule), 2),
          training.cell(rule, .relu, .gradientDescent), training.cell(rule, .relu, .adam),
          training.cell(rule, .tanh, .gradientDescent), training.cell(rule, .tanh, .adam),
        ]
      },
      caption: """
        Test accuracy over \(training.study.seeds) seeds, and in brackets the best of the usual learning rates. They are
        \(rates(.relu, .gradientDescent)) for ReLU by gradient descent, \(rates(.relu, .adam)) by Adam;
        \(rates(.tanh, .gradientDescent)) for tanh by gradient descent, \(rates(.tanh, .adam)) by Adam. The gain is that of
        ReLU, the gradient that of the ReLU network's first step. Guessing gives 10 %.
        """)
    tellOfMatchedRates(training, in: notebook)
    notebook.figure(
      accuracyFigure(training.study, training.setups),
      caption: """
        The table as a picture, placed by the gain; means, with bands from the least seed to the greatest. Adam divides
        the gradient of each weight by its own size (\(lesson(3))), so that a gradient that is too small or too large is
        no matter to it; a signal that carries nothing, or a network in which neighbouring inputs part at every layer,
        is. For tanh the gain is that of small inputs. It forgives more on the large side: its outputs shrink what is too
        large.
        """)
  }

  /// Whether a learning rate for them can save weights that are too large.
  private func tellOfMatchedRates(_ training: Comparison, in notebook: Notebook) {
    let normal = training.setup(.standardNormal)
    let failures = training.study.failures(normal)
    let gain = normal.rule.gain(fanIn: normal.width)
    let question =
      failures.runs > 0
      ? """
      With N(0, 1), \(failures.runs) of \(failures.of) ReLU runs by gradient descent end because the loss is not finite
      any more. Is the rule to blame, or the learning rate?
      """ : "Do other weights ask for another learning rate?"
    notebook.text(
      """
      \(question) Multiply all weights of a ReLU network with L hidden layers by c, and its answer grows as c to the power
      L + 1, the gradient of the answer by each matrix as c to the power L. For steps that change the weights by the same
      share, the learning rate must shrink:
      """)
    notebook.equation(latex: #"\eta(c) = \eta(1)\,c^{1-L}"#, plain: "η(c) = η(1) c¹⁻ᴸ")
    let (he, best) = (training.accuracy(.he), training.accuracy(.standardNormal))
    let isLate = best.mean < he.mean - 15
    notebook.text(
      normal.matchedRates.isEmpty
        ? "With one hidden layer the exponent is 0, and the usual rates will do."
        : """
        The weights of N(0, 1) are \(significant(gain, 3)) times as large as He's, which makes a factor of
        \(significant(matchedRate(1, gain: gain, depth: depth), 1)). With usual rates times this factor it reads
        \(training.cell(.standardNormal, .relu, .gradientDescent, usual: false)), and N(0, 1/√n) likewise
        \(training.cell(.inverseRoot, .relu, .gradientDescent, usual: false)):
        \(isLate ? "far behind" : "not far from") N(0, 2/n), and with rates that nobody would start from. Weights that
        are much too small have no such way out: where the signal is lost before the last layer, only its biases learn, and
        all they can learn is how often each digit occurs.
        """)
  }

  func tellOfMeaning(_ meaning: Meaning, in notebook: Notebook) {
    notebook.section("What n is")
    let (n, both) = (meaning.width, meaning.setups(batch: batch))
    let he = FirstWeights.he
    func cells(_ name: String, _ variance: (Double) -> Double) -> [String] {
      [name]
        + [batch, n].map { value in
          let deviation = variance(Double(value)).squareRoot()
          return "\(significant(deviation, 3)), \(significant(FirstWeights.fixed(deviation).gain(fanIn: n), 3))"
        }
    }
    notebook.text(
      """
      Note 1 gives the remedy as N(0, 1/√n), and says that n is the batch size: a large batch is said to have a small
      variance anyway. That mixes up two things. The mean of a large batch varies little; but the weights are drawn
      before there is a batch, and no term of the gain knows of it. And the square root belongs to the standard deviation:
      the variance is 1/n. Two slips make four readings:
      """)
    notebook.table(
      columns: ["σ and gain for ReLU", "n is the batch size, \(batch)", "n is the fan-in, \(n)"],
      rows: [
        cells("1/√n is the variance", { 1 / $0.squareRoot() }), cells("1/√n is the standard deviation", { 1 / $0 }),
        cells("He: 2/n is the variance", { 2 / $0 }),
      ],
      caption: "The fan-in is \(n). With the right n only the factor 2 for ReLU is missing from the second row.")
    let coincidence =
      2 * batch == n
      ? """
      With batches of \(batch) and \(n) inputs the note's 1/√B, read as the standard deviation, happens to be He's
      √(2/n), to the last digit. One would think it right. Change the width, and it goes wrong; change the batch
      size, and it goes wrong again:
      """
      : """
      The note's 1/√B, read as the standard deviation, is He's √(2/n) where the batch size is half the fan-in. Only
      there it is right; with batches of \(batch) its gain is \(significant(both.note.rule.gain(fanIn: n), 3)):
      """
    notebook.text(coincidence)
    let widths = meaning.byWidth.places
    notebook.figure(
      meaningFigure(meaning),
      caption: """
        Above, the gain of a ReLU layer, measured (dots) and in closed form (dashed); below, the test accuracy of
        networks \(deep), each at its best learning rate (bands from the least seed to the greatest). Left, B is fixed and
        the fan-in varies: \(he.distribution) keeps its gain from \(widths[0]) to \(widths[widths.count - 1]) inputs.
        Right, the fan-in is fixed and the batch size varies. All networks take \(DigitsTask.steps) steps, so that small
        batches have seen fewer digits; narrow networks are harder to train for any rule.
        """)
  }

  func tellOfZeros(_ relu: ZeroStart, _ sigmoid: ZeroStart, in notebook: Notebook) {
    notebook.section("Why not zero?")
    notebook.text(
      """
      If small is the danger, zero is the end of it. In a network 64-32-10 with ReLU and zero weights every hidden unit
      answers 0, so that no gradient reaches any weight: after ten epochs the largest weight of the hidden layer is
      \(plain(relu.largestWeight)). Only the last biases learn. The loss ends at \(fixed(relu.loss, 4)); guessing by how
      often each digit occurs costs \(fixed(relu.guessing, 4)). With a sigmoid, whose answer at 0 is ½, the weights do
      move, but all 32 hidden units see the same gradient and stay one unit: their weights differ by
      \(plain(sigmoid.difference)). Random weights are there to be different; the gain says how large.
      """)
  }
}
