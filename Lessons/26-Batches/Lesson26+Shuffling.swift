import Datasets
import Experiments
import Notebook

/// How much shuffling is enough.
extension Lesson26 {
  func tellOfShuffling(_ trials: Trials<Arm, Run>, in notebook: Notebook) async {
    let (seeds, epochs) = (trials.seeds.count, training.epochs)
    let both = [0, momentum]
    let rows: [(String, Order)] = [
      ("sorted by class", .sorted), ("through a buffer of \(buffer)", .buffer(buffer)),
      ("batches of one class, in random order", .classes), ("shuffled once", .once),
      ("shuffled in every epoch", .everyEpoch), ("drawn with replacement", .replacement),
    ]
    notebook.section("How much shuffling?")
    notebook.table(
      columns: ["order, \(epochs) epochs", "plain", "momentum \(plain(momentum))"],
      rows: rows.map { name, order in
        [name] + both.map { "\(trials[arm(order, $0)].accuracy.plusMinus(1)) %" }
      })
    notebook.text(
      """
      Mean ± standard deviation of \(seeds) seeds. The last three rows hardly differ: it is the first shuffle that counts.

      A file too large for memory is often shuffled through a **buffer** of b samples: each read puts out one of them at random
      and takes its place. A sample survives a read with probability 1 − 1/b, the β of an exponential average (\(lesson(2))).
      So when a run of r has just been read, its share of the buffer is
      """)
    notebook.equation(latex: #"1 - \left(1 - \frac{1}{b}\right)^r"#, plain: "1 − (1 − 1/b)ʳ")
    let run = training.samples / 10
    notebook.text(
      """
      Runs of \(run) and a buffer as long: \(percent(newestShare(buffer: Double(run), run: run), 0)), where a fair sample of the file has
      10 %. With b = \(6 * run) it is \(percent(newestShare(buffer: Double(6 * run), run: run), 0)).
      """)
    let lengths = self.lengths
    let shares = await Runs(seeds: common.seeds(10), "buffers") { seed in
      lengths.map { measuredNewestShare(buffer: $0, run: run, seed: seed) }
    }
    notebook.figure(
      bufferFigure(
        trials, lengths: lengths, momentum: momentum, run: run,
        shares: SeriesSummary(of: shares.all).mean),
      caption: """
        Left: after \(epochs) epochs, mean, least and greatest of \(seeds) seeds; dashed, shuffled in every epoch. Right: a long file
        with runs of r = \(run).
        """)
    func gaps(_ order: Order, _ value: (Run) -> Double = { $0.accuracy }) -> [Double] {
      both.map { trials.gap(arm(order, $0), arm(.everyEpoch, $0), value) }
    }
    func areBehind(_ order: Order, by points: Double) -> Bool {
      both.allSatisfy { trials.isBehind(arm(order, $0), arm(.everyEpoch, $0), by: points) { $0.accuracy } }
    }
    let habit = gaps(.once) + gaps(.once) { $0.late }
    notebook.claim(
      "26.3", "One shuffle is not enough, each epoch needs its own (within \(10 * epochs) epochs).",
      test: """
        does not hold if shuffling in every epoch reads at most 1 point more than shuffling once, on average, after \(epochs) and
        after \(10 * epochs) epochs, by both methods
        """,
      source: .folklore, verdict: .doesNotHold, when: habit.allSatisfy { $0 <= 1 },
      measured: "at most \(signed(habit.max() ?? .nan)) points by doing so", runs: 2 * seeds)
    let (one, six) = (gaps(.buffer(run)), gaps(.buffer(6 * run)))
    notebook.claim(
      "26.4",
      "A shuffle buffer must hold several runs of the file: one is not enough, six are (within \(epochs) epochs).",
      test: """
        after \(epochs) epochs, a buffer of one run reads at least 10 points less than a full shuffle in 5 of 6 seeds, and one of
        six runs at most 2 points less on average, by both methods
        """,
      source: .ours, verdict: .holds,
      when: areBehind(.buffer(run), by: 10) && six.allSatisfy { $0 <= 2 },
      measured: """
        one run: \(fixed(one[0], 0)) points less, with momentum \(fixed(one[1], 0)); six: \(fixed(six[0], 1)) and
        \(fixed(six[1], 1))
        """, runs: 4 * seeds)
    let classes = gaps(.classes)
    notebook.claim(
      "26.5", "It is enough to put batches in random order, whatever stands in each (within \(epochs) epochs).",
      test: """
        does not hold if batches of one class in random order read at least 1 point less than a full shuffle after \(epochs) epochs,
        in 5 of 6 seeds, by both methods
        """,
      source: .folklore, verdict: .doesNotHold,
      when: areBehind(.classes, by: 1),
      measured: "\(fixed(classes[0], 1)) points less, with momentum \(fixed(classes[1], 1))", runs: 2 * seeds)
  }
}
