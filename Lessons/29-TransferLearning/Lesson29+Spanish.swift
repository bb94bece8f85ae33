import Datasets
import Descent
import Experiments
import Notebook

/// How most tests came to be.
let afterTrials = "none; written after trials"

extension Sweep<Arm, Run> {
  /// By how many bits an arm is worse than another, each at its best rate.
  func loss(_ first: Arm, than second: Arm) -> Summary {
    trials.difference(RatedArm(first, at: rate(first)), RatedArm(second, at: rate(second)), \.bits)
  }
  /// The mean bits of an arm at its best rate, as they are printed.
  func bits(_ arm: Arm) -> String { fixed(self[arm].bits.mean, 2) }
  /// The lowest and the highest rate of an arm that are at most 0.05 bits worse than its best: "0.001 to 0.02".
  func good(_ arm: Arm) -> String {
    let means = curve(arm, \.bits).map(\.mean)
    let good = zip(rates[arm, default: []], means).filter { $0.1 <= (means.min() ?? 0) + 0.05 }.map(\.0)
    let ends = good.count == 1 ? good : [good.first ?? .nan, good.last ?? .nan]
    return ends.map { plain($0) }.joined(separator: " to ")
  }
}

/// English to Spanish.
extension Lesson29 {
  func tellOfSpanish(
    _ sweep: Sweep<Arm, Run>, far: Sweep<Arm, Run>, _ corpus: Corpus, remade: EnglishBase, in notebook: Notebook
  ) {
    let seeds = sweep.trials.seeds.count
    let untouched = corpus.untouched()
    let rates = sizes.map { (tuned: sweep.rate(tuned($0)), scratch: sweep.rate(scratch($0))) }
    let isMoving = zip(rates, rates.dropFirst()).allSatisfy { $0.tuned < $1.tuned }
    let numbers = listed(sizes.map(grouped))
    notebook.section("From English to Spanish")
    notebook.text(
      """
      A transformer of 19,259 numbers has read 40,000 English words, and says letter by letter which one comes next.
      Now it learns Spanish from \(numbers) words, in \(steps) steps of Adam with up to 32 words each. What counts is
      **bits per character** on 500 other words: how many yes-or-no questions the next letter leaves open. As it is,
      the English model needs \(fixed(untouched, 2)); guessing evenly needs 4.75.

      **Fine-tuning** fits a trained model to a small sample: *full* fine-tuning trains all its numbers; *from scratch*
      they start at random. Or the body is **frozen** as a feature extractor, and only the last layer, 891 numbers, is
      trained: that is often done with small samples, says note 3; large ones let everything be tuned, at a lower rate.
      """)
    notebook.shows("1.133", "1.134", "1.135")
    notebook.figure(
      valleysFigure(
        sizes.map { ($0, tuned($0), scratch($0), head($0)) }, sweep, untouched: untouched,
        isMoving: isMoving),
      caption: """
        Mean, least and greatest of \(seeds) draws of the words, after the last step. Discs: the best rates; the last
        layer is drawn at its own.
        """, cover: true, thumbnail: [0, 2])
    notebook.table(
      columns: ["words", "from scratch", "last layer alone", "all tuned", "at the rate", "distance gone"],
      rows: sizes.map { words in
        [
          grouped(words), sweep.bits(scratch(words)), sweep.bits(head(words)), sweep.bits(tuned(words)),
          plain(sweep.rate(tuned(words))), fixed(sweep[tuned(words)].distance.mean, 2),
        ]
      },
      caption: """
        Bits, each at its best rate. Distance: by how much the weights below the last layer changed, as a share of their
        length at the start.
        """)
    notebook.text(
      """
      \(isMoving ? "As in the formula, more words lengthen the best way, and allow a higher rate. " : "")Rates tried
      that come within 0.05 bits of the best: \(sweep.good(tuned(small))) with \(grouped(small)) words,
      \(sweep.good(tuned(large))) with \(grouped(large)). (Note 4 links to a thread on good ranges for BERT; BERT's
      authors list 2, 3 and 5 × 10⁻⁵, for 2 to 4 epochs.)
      """)
    notebook.shows("4.71")
    notebook.reference("[Devlin et al. 2019](https://arxiv.org/abs/1810.04805), appendix A.3: rates for tuning BERT")
    let edge = sweep.arms.filter(sweep.isAtTheEdge) + far.arms.filter(far.isAtTheEdge)
    let ways = sweep.arms.count + far.arms.count
    notebook.folded("How rates were chosen, and where the model comes from") {
      notebook.text(
        """
        The rate warms up for 10 steps and falls to 0 along half a cosine. The best rate has the lowest mean bits on
        200 validation words.
        \(edge.isEmpty
          ? "None lies at an end of its list."
          : "Of \(ways) ways \(edge.count) have it at an end of their list, so another rate may be better: \(edge.map(\.name).joined(separator: "; ")).")
        In 1,500 steps, at rates of their own, tuning stays ahead with 50 and with 1,000 words; whether scratch ever
        catches up, \(lesson(30)) asks. The English model, 600 steps of 64 words at rates up to 0.005, is shipped, and
        each run makes it anew.
        """)
    }
    let base = corpus.base
    let gaps = zip(remade.firstLosses, base.firstLosses).map { abs($0 - $1) }
    notebook.claim(
      "29.1", "A pre-trained model can be made again from its seed.",
      test: "the first 100 losses are those of the shipped model to 10⁻⁵, and its English bits to 0.003", source: .ours,
      verdict: .holds,
      when: gaps.count == 100 && gaps.allSatisfy { $0 < 1e-5 } && abs(remade.bits - base.bits) < 0.003,
      measured: "\(fixed(remade.bits, 3)) bits, shipped \(fixed(base.bits, 3))",
      detail: "another kind of processor rounds in another way, and after some hundred steps the numbers differ",
      revised: afterTrials, runs: 1)
    let (ahead, behind) = (sweep.loss(head(large), than: tuned(large)), sweep.loss(scratch(large), than: tuned(large)))
    notebook.claim(
      "29.2", "For a large sample, tune everything.",
      test: """
        with \(grouped(large)) words all tuned ends at least 0.05 bits below the last layer alone, and below scratch,
        each at its best rate, in each of \(seeds) seeds
        """,
      source: .note(3, "Transfer Learning"), rows: ["3.60"], verdict: .holds,
      when: ahead.minimum >= 0.05 && behind.minimum >= 0.05,
      measured: "\(fixed(ahead.mean, 2)) bits below the last layer, \(fixed(behind.mean, 2)) below scratch",
      revised: afterTrials, runs: 3 * seeds)
    notebook.claim(
      "29.3", "Use a lower rate: you are tuning, not training.",
      test: "the best rate of tuning is below that from scratch at two numbers of words or more, and above it at none",
      source: .note(3, "Transfer Learning"), rows: ["3.62"], verdict: .holds,
      when: rates.count { $0.tuned < $0.scratch } >= 2 && rates.allSatisfy { $0.tuned <= $0.scratch },
      measured: listed(rates.map { "\(plain($0.tuned)) against \(plain($0.scratch))" }),
      detail: "for \(numbers) words", revised: afterTrials,
      runs: 2 * sizes.count * seeds)
  }

  // MARK: - On the way

  func tellOfPaths(
    _ paths: Trials<Double, Run>, gentle: Double, _ sweep: Sweep<Arm, Run>, _ corpus: Corpus, in notebook: Notebook
  ) async throws {
    let seeds = paths.seeds.count
    let (slow, fast, bold) = (paths[gentle], paths[5 * gentle], paths[rate])
    let back = Runs(await inParallel(over: bold.all, "ways back") { WayBack(from: $0.state, corpus) })
    let isOneValley =
      fast.stopped.mean < slow.bits.mean + 0.05 && fast.stoppedDistance.mean < 1.6 * slow.stoppedDistance.mean
    let misses = back.bits.mean > slow.bits.mean + 0.05
    let wayBack =
      !misses
      ? rate > gentle ? "And going back is as good." : ""
      : bold.stopped.mean > back.bits.mean
        ? "Going back is not as good."
        : """
        We were wrong about the way back: its best place needs \(fixed(back.bits.mean, 2)). The way out was not
        straight, so to go back is not the same as to have stopped.
        """
    notebook.section("How far, not how fast")
    notebook.text(
      """
      With \(grouped(small)) words, look every fifth step: at the best rate, at five times that, and at
      \(plain(rate)). In the formula only the share of the way counts. So we expected a way back: somewhere on the
      straight line from the end at \(plain(rate)) to the start, weights as good as gently tuned ones.
      """)
    notebook.figure(
      pathsFigure(paths, back: (rate, back), isOneValley: isOneValley, misses: misses),
      caption: """
        Read on 200 validation words; means of \(seeds) seeds. Discs: the best look. Dotted: straight back from the
        end at \(plain(rate)), at distance \(fixed(bold.distance.mean, 2)).
        """)
    notebook.text(
      """
      \(isOneValley ? "Five times as fast, tuning passes the same valley sooner, and goes on. " : "")The fast run needs
      \(fixed(fast.stopped.mean, 2)) bits at its best look, \(fixed(fast.bits.mean, 2)) at its last step.
      \(isOneValley ? "So stopping early (\(lesson(13))) does what a low rate does, for those who look often." : "")
      The run at \(plain(rate)) needs \(fixed(bold.stopped.mean, 2)) at its best look. \(wayBack)
      """)
    func spanish(_ words: Int) -> [String] { corpus.task(words: words, seed: common.seed).training }
    func writing(_ state: ModelState, learnt: [String]) -> Writing {
      Writing(state, corpus, learnt: learnt, seed: common.seed)
    }
    let gently = writing(slow.all[0].state, learnt: spanish(small))
    let boldly = writing(bold.all[0].state, learnt: spanish(small))
    func row(_ name: String, _ writing: Writing) -> [String] {
      [name, writing.words.joined(separator: ", "), percent(writing.known, 0)]
    }
    notebook.table(
      columns: ["model", "writes", "known"],
      rows: [
        row("English, as it is", writing(corpus.base.state, learnt: try EnglishBase.task(seed: 0).training)),
        row("\(grouped(small)) words, η = \(plain(gentle))", gently),
      ] + (rate == gentle ? [] : [row("\(grouped(small)) words, η = \(plain(rate))", boldly)]) + [
        row("\(grouped(large)) words, best η", writing(sweep[tuned(large)].all[0].state, learnt: spanish(large))),
        row(
          "\(grouped(large)) words, from scratch",
          writing(sweep[scratch(large)].all[0].state, learnt: spanish(large))),
      ],
      caption: """
        The first words of 4 to 9 letters that each writes, vulgar ones left out, and the share of 200 that stand among
        those it learnt from.
        """)
    if boldly.known >= 0.5 && gently.known < 0.1 {
      notebook.text(
        "The best Spanish is the ruined model's: it recites. Those tuned gently make up words that could be Spanish.")
    }
    let last = sweep[head(small)].bits
    notebook.claim(
      "29.4", "For a small sample, freeze all layers but the last.",
      test: """
        with \(grouped(small)) words, after \(steps) steps: tuning everything at η = \(plain(rate)) ends at least 0.5
        bits above the last layer alone at its best rate, in each of \(seeds) seeds; at its own best rate it ends
        below it, on average
        """,
      source: .note(3, "Transfer Learning"), rows: ["3.58", "3.59"],
      verdict: .holdsIf("everything would be tuned boldly"),
      when: bold.bits.minimum >= last.maximum + 0.5 && sweep.loss(head(small), than: tuned(small)).mean > 0,
      measured:
        "\(fixed(last.mean, 2)) bits; all boldly \(fixed(bold.bits.mean, 2)), all gently \(sweep.bits(tuned(small)))",
      revised: afterTrials, runs: 3 * seeds)
    notebook.claim(
      "29.5", "Weights that have gone too far can be called back, on the straight line to their start.",
      test: """
        with \(grouped(small)) words: on the straight line from the end at η = \(plain(rate)) to the English weights,
        at the place of 21 that the validation words choose, it needs at most 0.05 bits more than the run at the best
        rate, on average
        """,
      source: .ours, verdict: .doesNotHold, when: misses,
      measured: "\(fixed(back.bits.mean, 2)) bits, \(fixed(slow.bits.mean, 2)) by gentle tuning",
      detail: "we expected it to hold; the best place is at \(percent(back.share.mean, 0)) of the way out",
      runs: 2 * seeds)
  }
}
