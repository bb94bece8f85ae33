import Datasets
import Descent
import Gnuplot
import Notebook

extension Lesson06 {
  /// What clipping leaves as it is: the size of gradients, and entries that are not finite.
  func tellOfTheLimits(_ races: Races, in notebook: Notebook) {
    notebook.section("What clipping does not do")
    notebook.text(
      """
      It does not make gradients small: with their norms clipped the walks met one of norm
      \(significant(races.largestGradient(.norm), 3)), without clipping one of \(significant(races.largestGradient(.none), 3)).
      It bounds the step. Nor does it mend a gradient that has become inf or nan. \(lesson(12))
      hunts those down. (The check in note 2 prints “inf” where it finds nan, and “nan” where it finds inf.)
      """)
    let broken: [[Float]] = [[.infinity, 1, 2], [.nan, 1, 2], [3e38, 3e38]]
    notebook.table(
      columns: ["gradient", "norm clipped, squares in Float32", "norm clipped, scaled first", "each value clipped"],
      rows: broken.map { gradient in
        let wide = gradient.map(Double.init)
        return [
          vector(wide), vector(carelessNormClip(gradient, to: 1).map(Double.init)),
          vector(wide.clipped(by: .globalNorm(1))), vector(wide.clipped(by: .value(1))),
        ]
      },
      caption: """
        With t = 1. In the last row both entries are finite, but their squares are not: the careless norm makes nothing of
        a huge gradient, without a word.
        """)
  }

  /// The same rules on real data, at a learning rate that kills the network without clipping.
  func tellOfTheDigits(_ trials: DigitsTrials, in notebook: Notebook) {
    let dead = trials.bold[0]
    notebook.section("Handwritten digits")
    notebook.text(
      """
      Cliffs are not a peculiarity of recurrent networks. A network of \(Digits.pixelCount) pixels, 32 ReLU units and
      \(Digits.classCount) digits, trained on mini-batches of 64 at the bold learning rate η = \(plain(trials.boldRate)),
      dies: after ten epochs \(percent(dead.silentUnits, 0)) of its hidden units answer 0 to every test digit, and a ReLU
      that answers 0 has no gradient to come back by. With clipping:
      """)
    notebook.table(
      columns: ["rule", "test accuracy", "least seed", "silent units", "mean turn", "largest turn"],
      rows: trials.bold.map { trial in
        [
          trial.rule.words, "\(trial.accuracy.plusMinus(1)) %", "\(fixed(trial.accuracy.minimum, 1)) %",
          percent(trial.silentUnits, 0), "\(fixed(trial.turn.mean, 1))°", "\(fixed(trial.turn.maximum, 1))°",
        ]
      },
      caption: """
        η = \(plain(trials.boldRate)), \(dead.runs.count) seeds. The turn is the angle between a gradient and its clipped
        self.
        """)
    let careful = trials.sweeps.map { $0[0] }
    notebook.figure(
      digitsFigure(trials),
      caption: """
        Means, with bands from the least seed to the greatest. Left, by epoch; right, at the end, by learning rate. The
        longest step counts: “\(careful[1].rule.words)” holds \(trials.reach(trials.sweeps[1])),
        “\(careful[2].rule.words)” \(trials.reach(trials.sweeps[2])). A tight threshold has its price
        where no clipping is needed: at η = \(plain(careful[0].learningRate)) “\(careful[2].rule.words)” reaches
        \(fixed(careful[2].accuracy.mean, 1)) %, no clipping \(fixed(careful[0].accuracy.mean, 1)) %.
        """)
    let (layer, value) = (trials.bold[3], trials.bold[4])
    notebook.figure(
      anglesFigure(Array(trials.bold[3...5])),
      caption: """
        The same runs at η = \(plain(trials.boldRate)): all their steps, by the angle of the turn. Clipping the norm turns
        none. Clipping each parameter's norm turns by up to \(fixed(layer.turn.maximum, 0))°, clipping each value by up to
        \(fixed(value.turn.maximum, 0))°; \(grouped(trials.parameterCount)) entries would allow
        arccos(1/√d) = \(fixed(largestTurn(dimensions: trials.parameterCount), 1))°.
        """)
  }

  /// "(0.6, 0.8)", with three decimals at most.
  func vector(_ entries: [Double]) -> String {
    let texts = entries.map { entry in
      abs(entry) < 1e6 ? plain((entry * 1000).rounded() / 1000).replacing("-", with: "−") : significant(entry, 1)
    }
    return "(" + texts.joined(separator: ", ") + ")"
  }
}
