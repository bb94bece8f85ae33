import Descent
import Notebook

extension Lesson11 {
  /// One large gradient after a quiet time.
  func tellOfTheSpike(_ spikes: [Spike], in notebook: Notebook) {
    let spike = spikes[0]
    notebook.section("A large gradient after a quiet time")
    notebook.text(
      """
      Another tale about Adam's long run: when v̂ has become tiny, one large gradient must throw the weights far away. It
      does not, because the same gradient is in v̂ as well. Let all gradients be 1 but one, which is G. Then, exactly,
      """)
    notebook.equation(
      latex: #"""
        \frac{|\Delta w_k|}{\eta} = \frac{1 + (1-\beta_1)(G-1)\,\beta_1^k}{\sqrt{1 + (1-\beta_2)(G^2-1)\,\beta_2^k}} \;\le\; \sqrt{\frac{\beta_1^2}{\beta_2} + \frac{(1-\beta_1)^2}{1-\beta_2}}
        """#,
      plain: """
        |Δwₖ|/η = (1 + (1 − β₁)(G − 1) β₁ᵏ) / √(1 + (1 − β₂)(G² − 1) β₂ᵏ)
                ≤ √(β₁²/β₂ + (1 − β₁)²/(1 − β₂))
        """)
    let (hundred, thousand) = (spikes[1], spikes[2])
    notebook.figure(
      spikeFigure(spikes),
      caption: """
        Measured (broad) and theory (dashed), with β₁ = \(plain(spike.beta1)) and β₂ = \(plain(spike.beta2)). Left, no
        step is longer than \(fixed(spike.stepBound, 3)) η. Right, the last step below nine tenths of the usual η is number
        \(grouped(Int(hundred.suppressedSteps(below: 0.9)))) with G = \(plain(hundred.size)), number
        \(grouped(Int(thousand.suppressedSteps(below: 0.9)))) with G = \(plain(thousand.size)).
        """)
    notebook.text(
      """
      However large the spike, it pushes by less than \(fixed(spike.pushAtInfinity, 1)) η in all; plain gradient descent would
      move by G times the usual. The harm comes after: until v̂ has forgotten the spike all steps are short, for thousands of steps.
      What Adam forgets too soon near a minimum it remembers too long here.
      """)
  }

  /// The counter-example of Reddi, Kale and Kumar.
  func tellOfRareGradients(_ study: RareStudy, in notebook: Notebook) {
    let experiment = RareGradients.experiment
    notebook.section("When large gradients are rare")
    notebook.text(
      """
      The failure that Adam is known for has the same root. Reddi, Kale and Kumar let x move in [−1, 1] on a loss with the
      slope C = \(plain(RareStudy.slope)) in every third step and −1 in the others. On average it slopes upwards, so −1 is
      best. With β₁ = 0, β₂ = 1/(1 + C²) and rates 1/√t, Adam's first steps are
      """)
    notebook.table(
      columns: ["step"] + (1...8).map { "\($0)" },
      rows: [
        ["Adam"] + study.adam.prefix(8).map { fixed($0, 3) },
        ["AMSGrad"] + study.amsGrad.prefix(8).map { fixed($0, 3) },
      ])
    let period = RareGradients.theorem(slope: RareStudy.slope)
    let theoremDecay = 1 / (1 + RareStudy.slope * RareStudy.slope)
    let steps = period.steps(beta1: 0, beta2: theoremDecay)
    notebook.text(
      """
      When the large slope comes it is in v at once, and in the long run its step is \(fixed(-steps[0], 2)) η long; one step
      later only β₂ = \(fixed(theoremDecay, 1)) of its square is left in v, and the small slopes make steps of
      \(listed(steps.dropFirst().map { "\(fixed($0, 2)) η" })) the other way. So a period carries Adam
      \(fixed(steps.reduce(0, +), 3)) η towards 1, the worst place. Over its last \(grouped(RareStudy.tail)) of
      \(grouped(study.adam.count)) steps its mean is \(fixed(study.tailMean(study.adam), 3)), that of AMSGrad
      \(fixed(study.tailMean(study.amsGrad), 3)).
      """)
    notebook.figure(
      rareFigure(study),
      caption: """
        Left, the means of each period. Right, their experiment with other slopes, at β₁ = 0.9 and the constant rate
        \(plain(RareStudy.rate)): the mean of x over the last hundred periods of \(grouped(RareStudy.steps)) steps. Dashed, the
        memory at which the drift of a period, in closed form, changes its sign.
        """)
    notebook.text(
      """
      The right panel is the experiment of the same paper: slope \(plain(experiment.rare)) in every \(experiment.period)st
      step, \(plain(experiment.common).replacing("-", with: "−")) in the others. It shows what the cure is: memory. From
      1/(1 − β₂) = \(grouped(Int(study.criticalMemory.rounded()))) steps on, some
      \(fixed(study.criticalMemory / Double(experiment.period), 0)) periods, Adam goes the right way, too. With β₂ =
      \(plain(study.beta2)) its mean place is \(fixed(study.place, 3)), and \(fixed(study.correctedPlace, 3)) with the
      bias correction, which their Adam does without.
      """)
  }
}
