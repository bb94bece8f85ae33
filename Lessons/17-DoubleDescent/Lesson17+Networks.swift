import Datasets
import Experiments
import Notebook

// MARK: - Trained networks

extension Lesson17 {
  static let units = [8, 12, 16, 32, 64, 128, 256, 512]
  static let places = [1, 2, 3, 5, 8, 13, 20, 30, 50, 100, 200, 400, 700, 1200, 2000]

  func tellOfNetworks(_ digits: Digits, in notebook: Notebook) async {
    let clean = Self.units.dropLast(2).map { Network(units: $0, noise: 0) }
    let arms = Self.units.reversed().map { Network(units: $0) } + clean.reversed()
    let trials = await Trials(arms, seeds: common.seeds(12), "networks") { NetworkRun($0, digits: digits, seed: $1) }
    let constant = [Network.fitting, 12].map { Network(units: $0, epochs: 2000, isDecayed: false) }
    let long = await Trials(constant, seeds: common.seeds(3), "epochs") {
      NetworkRun($0, measuringAt: Self.places, digits: digits, seed: $1)
    }
    let (small, middle, large) = (
      Network(units: 12), Network(units: Network.fitting), Network(units: Self.units[Self.units.count - 1])
    )
    func wrong(_ errors: Summary) -> String { "\(fixed(errors.mean, 1)) %" }
    notebook.section("Networks that are trained")
    notebook.text(
      """
      Note 4 warns of double descent and links to Nakkiran and others, who saw it in large networks. Ours have one hidden
      layer and learn from 300 digits, a fifth of their labels wrong: 200 epochs of Adam, its rate going down to 0. With
      \(middle.units) units the network comes to know nearly all labels by heart, \(wrong(trials[middle].trainingError))
      missed. That is where it reads test digits badly: \(wrong(trials[middle].error)), against \(wrong(trials[small].error))
      with \(small.units) units and \(wrong(trials[large].error)) with \(large.units).
      """)
    notebook.figure(
      networksFigure(trials, long, places: Self.places),
      caption: """
        Left, mean of twelve seeds, the rate going down to 0; right, of three, a fifth of the labels wrong and a constant rate.
        Bands from least to greatest.
        """)
    /// No width is two points worse than a smaller one.
    func isFlat(_ errors: [Double]) -> Bool {
      errors.indices.dropFirst().allSatisfy { errors[$0] < 2 + (errors[..<$0].min() ?? 0) }
    }
    let cleanErrors = clean.map { trials[$0].error.mean }
    let stopped = Self.units.map { trials[Network(units: $0)].stoppedError.mean }
    notebook.text(
      """
      Stop each network at the epoch that reads most of 300 validation digits (\(lesson(13))), before it knows the wrong
      labels. Then \(middle.units) units come to \(wrong(trials[middle].stoppedError)) and \(large.units) to
      \(wrong(trials[large].stoppedError))\(isFlat(stopped) ? ": nothing is left of the bump" : "").
      """)
    let seeds = trials.seeds.count
    let up = trials.difference(middle, small, \.error)
    let down = trials.difference(middle, large, \.error)
    func isClear(_ difference: Summary) -> Bool {
      difference.mean > 2 * difference.standardDeviation / Double(seeds).squareRoot()
    }
    notebook.claim(
      "17.7", "Mind the double descent effect: a wider network may read worse, and a still wider one better again.",
      test: """
        within 200 epochs: with a fifth of the labels wrong 64 units end worse than 12, and 512 better than 64, by more than
        two standard errors of their mean difference; the condition is shown if with right labels no width is two points worse, on average, than a
        smaller one, nor any when stopped by validation
        """,
      source: .note(4, "Advanced logging"), rows: ["4.33"],
      verdict: .holdsIf("labels are wrong and training goes on to the end"),
      when: isClear(up) && isClear(down) && isFlat(cleanErrors) && isFlat(stopped),
      measured: "up by \(up.plusMinus(1)) points, down by \(down.plusMinus(1))",
      revised: """
        over six seeds it asked for half a point on average, which chance may give; before that for 5 of 6 seeds each way,
        and another first seed gave 4
        """, runs: seeds)
    let (ends, wide) = (long.arms.map { long[$0].error }, long[constant[0]])
    notebook.text(
      """
      We expected the same order after ten times as many epochs. But then \(small.units) units, too, know their labels by
      heart, \(wrong(long[constant[1]].trainingError)) missed (Figure 4, right). They end at \(wrong(ends[1])),
      \(middle.units) units at \(wrong(ends[0])).
      \(ends[1].mean > ends[0].mean ? "The bump has moved to a smaller width: what counts is what the training can fit." : "")
      """)
    let risen = wide.count { risesForGood($0.errors, by: 5) }
    let mean = wide.errors.mean
    notebook.claim(
      "17.8", "Within 2,000 epochs longer training, too, brings the error down twice.",
      test: """
        \(middle.units) units at a constant rate, with wrong labels: does not hold if in 3 of 3 seeds the error rises by more
        than 5 points from its least and does not fall back by half of its rise
        """,
      source: .paper("Nakkiran and others 2019, section 6", "https://arxiv.org/abs/1912.02292"), verdict: .doesNotHold,
      when: risen == wide.seedCount,
      measured: "least \(fixed(mean.min() ?? .nan, 1)) %, at the end \(wrong(wide.error))",
      detail: "the paper's networks and data are far larger",
      revised: """
        it asked only for a last error more than 5 points above the least, at first of 400 epochs, and came out so; a second
        descent may leave that true
        """,
      runs: wide.seedCount)
  }
}
