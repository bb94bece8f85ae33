import ArgumentParser
import Datasets
import Descent
import Experiments
import Notebook

/// Lesson 33 · Adapter fusion
///
/// A few words choose and mix what adapters have learnt; they add nothing that none has.
@main struct Lesson33: Lesson {
  static let card = LessonCard.number(33)
  @OptionGroup var common: CommonOptions
  @Option("Words of the task to learn from", .from(10...3000)) var words = 100
  @Option("Numbers d in a query of the attention", .from(1...32)) var queryWidth = 8
  @Option("Steps of the second stage", .from(20...400)) var steps = 100

  var attention: Method { .attention(queryWidth: queryWidth) }
  var others: Method { .attention(queryWidth: queryWidth, withoutOwn: true) }
  func arm(_ task: Task, _ method: Method, words: Int? = nil) -> Arm {
    Arm(task: task, method: method, words: words ?? self.words)
  }

  func write(in notebook: Notebook) async throws {
    tellOfTheShares(in: notebook)
    let learnt = try await Learnt()
    tellOfTheAdapters(learnt, in: notebook)
    let tuned = await fusions(learnt)
    tellOfChoosing(tuned, learnt, in: notebook)
    tellOfLearning(tuned, in: notebook)
    await tellOfLetters(tuned, learnt, in: notebook)
    notebook.section("What to notice")
    notebook.list([
      "Before you train a mix, read your words with each adapter alone.",
      "Compare a clever mix with one that does not look at its input.",
      "A mix can only be as good as what is in it. When it stops gaining, more words help only if more is trained.",
    ])
    try await setExercises(tuned, learnt, in: notebook)
    notebook.answer(
      """
      Yes: a few words can tell which adapter fits, and in which shares several should be mixed where none fits alone. But a mix
      teaches nothing that no adapter has learnt.
      """)
  }

  /// Runs of some arms from the same seeds, each at the rate that a pilot chose for it.
  func runs(_ learnt: Learnt, _ arms: [Arm], seeds: Int = 5) async -> TunedTrials<Arm, Run> {
    await TunedTrials(
      arms, rates: \.method.rates, pilotSeeds: common.pilotSeeds(1), seeds: common.seeds(seeds), by: \.validationBits
    ) { arm, rate, seed in
      Run(
        arm.method, rate: rate, steps: steps, on: learnt.task(arm.task, words: arm.words, seed: seed),
        own: arm.task.own, learnt)
    }
  }

  /// All methods on all tasks.
  func fusions(_ learnt: Learnt) async -> TunedTrials<Arm, Run> {
    let methods: [Method] =
      [.all, .newAdapter, attention, .fixedShares, .equalShares] + Task.single.indices.map { .alone($0) }
    return await runs(
      learnt, Task.allCases.flatMap { task in methods.map { arm(task, $0) } } + Task.single.map { arm($0, others) })
  }

  // MARK: On paper

  private func tellOfTheShares(in notebook: Notebook) {
    let two = shares(ofScores: [2, -2])
    notebook.section("Two that disagree")
    notebook.text(
      """
      An **adapter** is a small trained module in a frozen network: to what a layer gives, h, it adds a change δ (\(lesson(32))). Now there are
      two, trained for different tasks, and at h = 1 one would add 2, the other −2. Add both, or take their mean, and nothing
      changes: h stays 1. Somebody must choose.

      Give each a score and turn the scores into shares that add up to 1: the share of score s is eˢ divided by the sum of all eˢ. With
      the score h · δ, the scores at h = 1 are 2 and −2, the shares \(fixed(two[0], 3)) and \(fixed(two[1], 3)), and the output is
      1 + \(fixed(two[0], 3)) · 2 − \(fixed(two[1], 3)) · 2 = \(fixed(1 + 2 * two[0] - 2 * two[1], 2)): nearly the first adapter's. At h = −1 the
      scores change places, and the second is heard. **Adapter fusion** is this with vectors, and matrices Q and K that learn what makes a good score:
      """)
    notebook.equation(
      latex: #"""
        h' = h + \sum_i a_i\,\delta_i, \qquad a_i = \frac{e^{s_i}}{\sum_j e^{s_j}}, \qquad
        s_i = \frac{(Q h)\cdot(K \delta_i)}{\sqrt{d}}
        """#,
      plain: "h′ = h + Σᵢ aᵢ δᵢ,   aᵢ = exp(sᵢ)/Σⱼ exp(sⱼ),   sᵢ = (Q h)·(K δᵢ)/√d")
    notebook.text(
      """
      This is attention as in a transformer, over adapters instead of letters; d is how many numbers a query has. Note 1: the query comes from the
      adapter's input, key and value from its output. Here the value is the output itself. With Q = 0 all scores are 0 and the mix is the mean.
      """)
    notebook.code(
      """
                    ┌─ Spanish adapter ─── δ₁ ─┐
      frozen ─ h ─┬─┼─ names' adapter ──── δ₂ ─┼─ shares a₁ a₂ a₃ ─ + ─ h′
      layer       │ └─ backwards adapter ─ δ₃ ─┘        ↑           │
                  ├───────────── query ─────────────────┘           │
                  └─────────────────────────────────────────────────┘
      """, language: "text")
    notebook.shows("1.153", "1.158")
    let pull = scoreGradients(shares: [0.5, 0.5], slopes: [-2, 2])
    notebook.folded("How training moves a share") {
      notebook.text(
        """
        Let g be the gradient of the loss L by the mix Σ aᵢ δᵢ. A change of score sᵢ moves its own share by aᵢ(1 − aᵢ) and the others' by −aᵢ aⱼ, so

        ∂L/∂sᵢ = aᵢ (g·δᵢ − Σⱼ aⱼ g·δⱼ).

        So a score goes up if its adapter lowers the loss more than the mix does. With g = −1 and shares of ½ for the changes 2 and −2 the gradients are
        \(plain(pull[0])) and \(plain(pull[1])). A share near 0 hardly has a gradient left: a choice is never complete.
        """)
    }
  }

  // MARK: The first stage

  private func tellOfTheAdapters(_ learnt: Learnt, in notebook: Notebook) {
    notebook.section("Three that know something")
    notebook.text(
      """
      W₀, a transformer of 19,259 numbers, has learnt from 40,000 English words which letter comes next. Stage 1: with W₀ frozen, three sets of adapters, together Ψ, learn
      from \(grouped(Learnt.wordsPerAdapter)) words each, for \(Learnt.steps) steps of 32: Spanish, names of people and places, and English written backwards.
      A set is four adapters, placed as in lesson 32: 2,208 numbers. This is what each writes (read the last row from its end):
      """)
    func words(_ model: LetterModel) -> String {
      var generator = RandomGenerator(seed: 33)
      return Letters.draw(40, using: &generator) { model($0, at: $1) }
        .presentable(6, lengths: 5...8).joined(separator: ", ")
    }
    notebook.table(
      columns: ["adapters", "words"],
      rows: [["none", words(learnt.base.model())]]
        + Task.single.indices.map { [Task.single[$0].words, words(learnt.model($0))] })
  }
}

extension Task {
  /// In prose and tables.
  var words: String {
    switch self {
    case .spanish: "Spanish"
    case .names: "names"
    case .backwards: "backwards"
    case .mixture: "mixture"
    }
  }
}
