import Descent
import Notebook

/// Real data: from which first rates decay helps, and whether Adam does without.
extension Lesson05 {
  func readDigits(in notebook: Notebook, _ tasks: [HandwrittenDigits]) async {
    let study = await DigitsStudy(
      .gradientDescent, tasks, plans: Plan.allCases, rates: [0.1, 0.2, 0.3, 0.5, 0.7, 1])
    notebook.section("Where it decides: handwritten digits")
    notebook.text(
      """
      Now a noisy task: 1437 handwritten digits, 64 pixels each, in mini-batches of \(batchSize), for
      \(DigitsStudy.epochs) epochs through a network of 32 hidden units. Each rule starts from six first rates. The
      staircase has four stairs, and the cosine ends with the run.
      """)
    notebook.table(
      columns: ["first rate"] + study.plans.map(\.rawValue) + ["staircase lower than constant"],
      rows: study.rates.map { rate in
        [plain(rate)] + study.plans.map { significant(study.losses($0, rate).mean, 2) }
          + ["\(study.wins(.staircase, rate, over: .constant, rate)) of \(study.seeds)"]
      }, caption: "Mean training loss at the end, over \(study.seeds) seeds.")
    notebook.figure(
      digitsFigure(study, plans: [.constant, .everyEpoch, .staircase]),
      caption: """
        Training loss and test accuracy at the end against the first rate: mean and range over \(study.seeds) seeds. To
        the left of the crossing decay costs, to the right of it decay rescues.
        """)
    claimDigits(in: notebook, study)
    let adam = await DigitsStudy(.adam, tasks, plans: [.constant, .cosine], rates: [0.003, 0.01, 0.03])
    claimAdam(in: notebook, adam)
  }

  private func claimDigits(in notebook: Notebook, _ study: DigitsStudy) {
    let (low, high) = (study.rates[0], study.rates[4])
    let all = study.seeds
    func accuracy(_ plan: Plan, _ rate: Double) -> String { study.accuracies(plan, rate).plusMinus(1) }
    func loss(_ plan: Plan, _ rate: Double) -> String { significant(study.losses(plan, rate).mean, 2) }
    let rescued = study.wins(.staircase, high, over: .constant, high)
    notebook.claim(
      "5.10", "Where the rate is so high that the loss stops falling, decay helps.",
      source: .note(3, "Step 6: Look at learning curves"), verdict: .holds,
      when: min(rescued, study.wins(.cosine, high, over: .constant, high)) > all * 3 / 4,
      measured: """
        from \(plain(high)): training loss \(loss(.constant, high)) constant, \(loss(.staircase, high)) staircase, lower for
        \(rescued) of \(all) seeds; test accuracy \(accuracy(.constant, high)) % and \(accuracy(.staircase, high)) %
        """, seeds: all)
    let losers = [Plan.everyEpoch, .staircase, .cosine].map { study.wins(.constant, low, over: $0, low) }
    notebook.claim(
      "5.11", "At a rate that is low already, decay costs.", source: .ours, verdict: .holds,
      when: losers.allSatisfy { $0 > all * 3 / 4 },
      measured: """
        from \(plain(low)): training loss \(loss(.constant, low)) constant, \(loss(.staircase, low)) staircase,
        \(loss(.cosine, low)) cosine, \(loss(.everyEpoch, low)) at 1/(1 + e); higher for \(losers[1]), \(losers[2]) and
        \(losers[0]) of \(all) seeds
        """, seeds: all)
    let rates = Array(study.rates[3...])
    func goodRuns(_ plan: Plan, _ rate: Double) -> Int { study[plan, rate].count { $0.accuracy >= 0.95 } }
    let good = Plan.allCases.map { plan in
      "\(plan.rawValue) \(listed(rates.map { "\(goodRuns(plan, $0))" }))"
    }
    notebook.claim(
      "5.12", "Decay widens the range of first rates that work, upwards.", source: .ours, verdict: .holds,
      when: goodRuns(.constant, study.rates[3]) > all * 3 / 4
        && [Plan.everyEpoch, .staircase, .cosine].allSatisfy { goodRuns($0, high) > goodRuns(.constant, high) },
      measured: """
        of \(all) runs from \(listed(rates.map(plain))) these reach 95 % on the test digits: \(good.joined(separator: "; "))
        """, seeds: all)
    let tuned = [Plan.constant, .staircase, .cosine].map { plan in
      let rate = study.bestRate(plan)
      return "\(plan.rawValue) from \(plain(rate)) ends at \(loss(plan, rate)) and \(accuracy(plan, rate)) %"
    }
    notebook.text(
      """
      And if each rule may choose its own first rate? Then they come close: \(listed(tuned)). Decay does not stand in for
      the choice of a rate. It forgives one that is too high, and \(lesson(7)) asks when that is.
      """)
  }

  private func claimAdam(in notebook: Notebook, _ study: DigitsStudy) {
    let high = study.rates[2]
    let all = study.seeds
    func loss(_ plan: Plan, _ rate: Double) -> String { significant(study.losses(plan, rate).mean, 2) }
    notebook.section("Does Adam do without?")
    notebook.text(
      """
      Note 3 grants a schedule to gradient descent with momentum; with Adam, it says, a constant rate will do. But Adam
      divides by √v̂, which changes the length of its steps and not their noise. The same digits, three rates:
      """)
    notebook.table(
      columns: ["first rate", "constant", "cosine", "cosine lower", "accuracy, constant", "accuracy, cosine"],
      rows: study.rates.map { rate in
        [plain(rate)] + study.plans.map { loss($0, rate) }
          + ["\(study.wins(.cosine, rate, over: .constant, rate)) of \(all)"]
          + study.plans.map { study.accuracies($0, rate).plusMinus(1) + " %" }
      }, caption: "Adam: mean training loss and test accuracy at the end, over \(all) seeds.")
    let best = (constant: study.bestRate(.constant), cosine: study.bestRate(.cosine))
    let wins = study.wins(.cosine, best.cosine, over: .constant, best.constant)
    notebook.claim(
      "5.13", "Adam does not need a schedule; a constant rate is as good.",
      source: .note(3, "Rule of Thumb", slip: "C58"), verdict: .doesNotHold,
      when: wins > all * 3 / 4 && study.wins(.cosine, high, over: .constant, high) > all * 3 / 4,
      measured: """
        each at its best rate: training loss \(loss(.constant, best.constant)) constant from \(plain(best.constant)),
        \(loss(.cosine, best.cosine)) cosine from \(plain(best.cosine)), lower for \(wins) of \(all) seeds
        """, seeds: all)
    notebook.text(
      """
      It is the story of Figure 4 again: below its best rate Adam does without decay, above it decay decides. The lower
      end is where the advice comes from.
      """)
    notebook.answer(
      """
      It lowers the noise floor. That decides the outcome where mini-batches are noisy and the first rate is high; elsewhere
      decay only shortens the way.
      """)
  }
}
