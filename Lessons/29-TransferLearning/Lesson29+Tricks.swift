import Datasets
import Descent
import Experiments
import Notebook

/// Two tricks of note 3, a language that is far, and the exercises.
extension Lesson29 {
  func tellOfTricks(_ sweep: Sweep<Arm, Run>, in notebook: Notebook) {
    let seeds = sweep.trials.seeds.count
    let words = grouped(large)
    let (direct, first) = (newHead(first: false), newHead(first: true))
    let gain = sweep.loss(direct, than: first)
    let oldGain = sweep.loss(tuned(large), than: oldHeadFirst)
    let (lower, upper) = (only(.firstBlock), only(.secondBlock))
    notebook.section("Two tricks")
    notebook.text(
      """
      *First the last layer, then everything.* As long as a new last layer is random, its gradients spoil good features.
      With one, \(words) words give \(sweep.bits(direct)) bits; with the first \(steps / 3) of the \(steps) steps for it
      alone, \(sweep.bits(first)), and the body moves by \(fixed(sweep[first].distance.mean, 2)) instead of
      \(fixed(sweep[direct].distance.mean, 2)). With the old last layer it is \(sweep.bits(tuned(large))) and
      \(sweep.bits(oldHeadFirst)).

      *Freeze the lower layers.* With the first of two blocks frozen, and all below it, the gradients stop half-way:
      \(percent(productShare(frozenBlocks: 1), 0)) of a step's multiplications with weights are left. Do lower layers
      hold coarse features that both languages share, so that only upper ones need to change? Trained alone, at
      \(plain(sweep.rate(lower))), the first block ends at \(sweep.bits(lower)) bits, the second at
      \(sweep.bits(upper)):
      \(abs(sweep.loss(upper, than: lower).mean) < 0.03 ? "in this small network it makes no difference which" : "it matters which").
      """)
    notebook.shows("3.64")
    notebook.claim(
      "29.6", "Train the last layer first, then everything.",
      test: """
        with \(words) words, each at its best rate: with a new last layer it ends lower in each of \(seeds) seeds, by
        0.02 bits or more on average; with the old one it gains less than 0.02 on average
        """,
      source: .note(3, "Transfer Learning"), rows: ["3.61"], verdict: .holdsIf("the last layer is new"),
      when: gain.minimum > 0 && gain.mean >= 0.02 && oldGain.mean < 0.02,
      measured: "\(fixed(gain.mean, 3)) bits gained, with the old layer \(fixed(oldGain.mean, 3))",
      revised: afterTrials, runs: 4 * seeds)
    let cost = sweep.loss(only(.upper), than: tuned(large))
    notebook.claim(
      "29.7", "Freeze lower layers to save computation.",
      test: """
        with \(words) words, the first block and all below frozen, each at its best rate: at most 0.05 bits worse on
        average, for at most 3/4 of the multiplications
        """,
      source: .note(3, "Transfer Learning"), rows: ["3.63"], verdict: .holds,
      when: cost.mean <= 0.05 && productShare(frozenBlocks: 1) <= 0.75,
      measured: "\(fixed(cost.mean, 3)) bits worse", detail: "9,499 of 19,259 numbers are trained",
      revised: afterTrials, runs: 2 * seeds)
    notebook.reference(
      "[Kumar et al. 2022](https://arxiv.org/abs/2202.10054): the last layer first")
  }

  func tellOfDistance(_ near: Sweep<Arm, Run>, _ far: Sweep<Arm, Run>, _ corpus: Corpus, in notebook: Notebook) {
    let cells = [(small, false), (large, false), (small, true), (large, true)].map { words, isFar in
      let arms = [head(words, isFar: isFar), tuned(words, isFar: isFar), scratch(words, isFar: isFar)]
      let sweep = isFar ? far : near
      // Rounded as they are printed, so that the sentence and the table agree.
      return (words: words, isFar: isFar, bits: arms.map { (100 * sweep[$0].bits.mean).rounded() / 100 })
    }
    let isBest = cells.allSatisfy { $0.bits[1] == $0.bits.min() }
    func lead(_ cell: Int, _ arm: Int) -> Double { cells[cell].bits[2] - cells[cell].bits[arm] }
    let isLess = lead(2, 1) < lead(0, 1) && lead(3, 1) < lead(1, 1)
    notebook.section("Near and far")
    notebook.text(
      """
      A picture in note 3 sums up in four cells: much data or little, similar or not. Our language that is far is
      English read backwards: the same letters in an order that the model has never met.
      """)
    notebook.shows("3.65")
    notebook.table(
      columns: ["language", "words", "as it is", "last layer alone", "all tuned", "from scratch"],
      rows: cells.map { cell in
        [
          cell.isFar ? "English backwards" : "Spanish", grouped(cell.words),
          fixed(corpus.untouched(isFar: cell.isFar), 2),
        ] + cell.bits.map { fixed($0, 2) }
      }, caption: "Bits, each at its best rate")
    notebook.text(
      """
      \(isBest ? "Tuning everything, at a rate that fits, is best in all four. " : "")\(isLess ? "But English helps less with the language that is far. " : "")Bits
      ahead of scratch, in Spanish and backwards: tuning with \(grouped(small)) words \(signed(lead(0, 1), 2)) and \(signed(lead(2, 1), 2)), the
      last layer alone with \(grouped(large)) \(signed(lead(1, 0), 2)) and \(signed(lead(3, 0), 2)).
      """)
  }

  // MARK: - Exercises

  func setExercises(_ corpus: Corpus, in notebook: Notebook) async throws {
    try await exercise(
      "--words 1000",
      """
      The largest sample now has 20,000 words. In the formula k* cannot grow beyond 1. Predict: does the best rate
      rise from 1,000 to 20,000 words as it did from 50 to 1,000?
      """, in: notebook
    ) { lesson in
      let arm = lesson.tuned(lesson.large)
      let many = await lesson.sweep(corpus, [arm], seeds: common.seeds(1))
      return """
        No: in one run it is \(plain(many.rate(arm))), at distance \(fixed(many[arm].distance.mean, 2)), for
        \(many.bits(arm)) bits. Chance no longer shortens the way; it ends where Spanish is.
        """
    }
    try await exercise(
      "--steps 60", "Fewer than half the steps. Predict for 50 words: the best rate, and the distance.", in: notebook
    ) { lesson in
      let arm = lesson.tuned(lesson.small)
      let short = await lesson.sweep(corpus, [arm], seeds: common.seeds(1))
      return """
        In one run, \(plain(short.rate(arm))) at distance \(fixed(short[arm].distance.mean, 2)): the rate is higher,
        the distance the same. What must fit is rate times steps.
        """
    }
    try await exercise(
      "--rate 0.02",
      "Four times as bold as pre-training, and looked at every fifth step. Predict: can stopping still save the model?",
      in: notebook
    ) { lesson in
      let run = await lesson.paths(corpus, [lesson.rate])[lesson.rate]
      let first = Summary(of: run.all.map { $0.distances[1] }).mean
      return """
        Mostly: kept at its best look it needs \(fixed(run.stopped.mean, 2)) bits, after the last step
        \(fixed(run.bits.mean, 2)). Its first look comes at distance \(fixed(first, 2)), further than gentle tuning
        goes in all its steps.
        """
    }
  }
}
