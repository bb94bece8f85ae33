import Descent
import Notebook

/// What to remember, and what to try.
extension Lesson05 {
  func takeAlong(in notebook: Notebook) {
    notebook.section("What to take along")
    notebook.list([
      """
      A schedule is a function of the epoch that starts from α₀ each time. Store nothing back.
      """,
      """
      Start with a constant rate and decide on a schedule last, as note 3 advises, and sweep the first rate again with it:
      tried at one rate only, decay can look like a cure (the rate was too high) or like a cost (it was too low).
      """,
      """
      Add up your rates. Where the task is calm, two schedules with the same sum end at the same place.
      """,
      """
      Note 2 calls decay less commonly used. The
      [Deep Learning Tuning Playbook](https://github.com/google-research/tuning_playbook) does not know the best schedule,
      but is sure that some schedule matters (C47). PyTorch's exponential one, cut short in note 2, is `ExponentialLR`
      (C48).
      """,
      """
      Where note 3 reads learning curves and warns of *weight decay* that came too early, it means learning-rate decay
      (C57): a loss that goes flat because the rate is gone, like the purple lines above.
      """,
    ])
  }

  func askQuestions(in notebook: Notebook, _ moons: MoonsStudy, _ calmer: [HandwrittenDigits]) async {
    let rule = moons.rule
    notebook.exercise(
      "--decay \(plain(rule.decay / Double(rule.interval))) --interval 1",
      """
      The staircase without stairs: a small decay in each epoch instead of a large one in each
      \(rule.interval)th. Is it better?
      """,
      answer: """
        It comes out alike: the rates add up to \(significant(moons.travel(.smooth) / moons.rate, 3)) α₀ instead of
        \(significant(moons.travel(.decayed) / moons.rate, 3)) α₀, and the median accuracy is
        \(fixed(moons.accuracies(.smooth).median, 1)) instead of \(fixed(moons.accuracies(.decayed).median, 1)) %.
        """)
    let mistake = moons.compounded
    notebook.exercise(
      "--compound",
      """
      Now the staircase stores its rate back and decays it again in every epoch. From which epoch on is the rate below a
      millionth of α₀, and at which cost does the run stop?
      """,
      answer: """
        \(mistake.end.map { "From epoch \($0) on" } ?? "Not in so few epochs"). For \(rule.interval) epochs nothing happens,
        then each divides the rate by \(plain(1 + rule.decay)). All rates add up to
        \(significant(mistake.travel / moons.rate, 4)) α₀, so the cost stays about where the constant rate stood after
        \(mistake.stop) epochs, at \(significant(mistake.cost, 2)) (median).
        """)
    let rate = 0.7
    let study = await DigitsStudy(.gradientDescent, calmer, plans: [.constant, .staircase], rates: [rate])
    notebook.exercise(
      "--batch-size 64",
      "Mini-batches of 64 have a gradient with an eighth of the variance. Does the staircase still rescue the rate 0.7?",
      answer: """
        There is nothing left to rescue: the constant rate ends at a training loss of
        \(significant(study.losses(.constant, rate).mean, 3)), the staircase at
        \(significant(study.losses(.staircase, rate).mean, 3)), lower for
        \(study.wins(.staircase, rate, over: .constant, rate)) of \(study.seeds) seeds.
        """)
  }
}
