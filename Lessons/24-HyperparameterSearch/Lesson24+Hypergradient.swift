import Datasets
import Descent
import Experiments
import Notebook

/// A search without trials, and the exercises.
extension Lesson24 {
  static let starts = [0.001, 0.01, 0.1, 0.3, 1]

  /// Gradient descent from each start at κ = 0 and with a rate that moves.
  func rides(_ digits: Digits, epochs: Int) async -> Sweep<Double, Ride> {
    await Sweep([0, Ride.hyperRate], rates: Self.starts, seeds: common.seeds(6), "rates", by: \.late) {
      hyper, rate, seed in
      Ride(from: rate, hyperRate: hyper, epochs: epochs, on: Setting.task(digits, seed: seed))
    }
  }

  func tellOfTheHypergradient(_ digits: Digits, in notebook: Notebook) async {
    let epochs = 10 * Setting.epochs
    let rides = await rides(digits, epochs: epochs)
    func medians(_ hyperRate: Double, _ loss: (Ride) -> Double) -> [Double] {
      rides.curve(hyperRate, loss).map(\.median)
    }
    let (early, late) = (medians(Ride.hyperRate, \.early), medians(Ride.hyperRate, \.late))
    let still = medians(0, \.early)
    let (leastEarly, leastLate) = (still.min() ?? .nan, medians(0, \.late).min() ?? .nan)
    let share = productShare(widths: (64, 16, 10), batch: 16)
    notebook.section("Down the hypergradient")
    notebook.text(
      """
      Could the learning rate itself go down a gradient? The last step, without momentum, was −ηgₜ₋₁, so the slope of the loss
      by η is −gₜ·gₜ₋₁, a product of two gradients that are there. Descend on it at a rate κ:
      """)
    notebook.equation(
      latex: #"\eta \leftarrow \eta + \kappa\, g_t \cdot g_{t-1}"#, plain: "η ← η + κ gₜ·gₜ₋₁")
    notebook.text(
      """
      On ½w² from w = 1 with η = 0.1 and κ = 0.01: w = 0.9, then η = 0.1 + 0.01 · 0.9 · 1 = 0.109, and w = 0.8019. As long as
      gradients agree the rate grows; when they turn round, it falls.
      """)
    notebook.figure(
      ridesFigure(rides),
      caption:
        "Medians of 6 splits, κ = \(plain(Ride.hyperRate)), ten times the \(Setting.epochs) epochs. In a gap η is 0.")
    notebook.shows("3.27")
    notebook.claim(
      "24.8", "Gradient descent on the learning rate costs too much.",
      test: """
        does not hold if the product takes at most 5 % of a step's multiplications. Expected: from η = 0.001 it leaves less than
        half of the constant rate's training loss after \(Setting.epochs) epochs, yet from each start it stays behind the best
        constant rate, also after \(epochs) (medians)
        """,
      source: .note(3, "Hyperparameter Optimization"), rows: ["3.28"], verdict: .doesNotHold,
      when: share <= 0.05 && early[0] < still[0] / 2 && early.allSatisfy { $0 > leastEarly }
        && late.allSatisfy { $0 > leastLate },
      measured: "\(percent(share, 0)) more multiplications",
      detail: """
        training loss from 0.001: \(fixed(early[0], 2)) against \(fixed(still[0], 2)); best constant rate
        \(fixed(leastEarly, 2)); after \(epochs) epochs \(fixed(late[0], 2)) against \(significant(leastLate, 2))
        """, runs: 12 * Self.starts.count)
    notebook.text(
      """
      It looks one step ahead. On noisy mini-batches a shorter step is better for the very next loss, not for the hundredth, so
      the rate sinks; and κ is one more hyperparameter. For others note 3 has a point: whole trainings must be differentiated.
      Or just one step: note 4's regularisation learning networks give each weight a penalty, too many for any search.
      """)
    notebook.shows("4.58")
    notebook.reference("[Baydin et al. 2018](https://arxiv.org/abs/1703.04782): the hypergradient of the learning rate")
    notebook.reference("[Wu et al. 2018](https://arxiv.org/abs/1803.02021): why it is short-sighted")
    notebook.reference("[Shavitt & Segal 2018](https://arxiv.org/abs/1805.06440): regularisation learning networks")
  }

  func setExercises(
    _ digits: Digits, _ maps: Runs<Map>, _ searches: Trials<Arm, Run>, in notebook: Notebook
  ) async throws {
    try await exercise(
      "--start-momentum 0",
      "Predict where one at a time goes from no momentum, and whether it ends lower than from 0.99.",
      in: notebook
    ) { lesson in
      let mean = Map.mean(await lesson.maps(digits).all)
      let path = mean.oneAtATime(from: mean.row(of: lesson.startMomentum))
      return """
        The rate goes to \(significant(Map.rates[path[0].rate], 2)), the momentum then to
        \(significant(mean.momenta[path[path.count - 1].momentum], 2)), and the loss is \(fixed(mean.end(from: 0), 2)), against
        \(fixed(mean.end(from: 0.99), 2)) from 0.99. The first rate always lands on the valley's floor; what differs is how
        low the floor is there, and how far along it the best pair is.
        """
    }
    try await exercise(
      "--trials 8",
      """
      Half of 16 trials, where only the rate of four matters. Predict how many rates a grid of 8 tries, and which method loses
      more by the halving, grid or random.
      """, in: notebook
    ) { lesson in
      let arms = [Method.grid, .random].map { Arm($0, .oneMatters) }
      let runs = await lesson.searches(digits, arms)
      var usual = lesson
      usual.trials = 16
      let full = trials == 16 ? searches : await usual.searches(digits, arms)
      func change(_ arm: Arm) -> String {
        "\(fixed(runs[arm].end.median, 2)) against \(fixed(full[arm].end.median, 2))"
      }
      return """
        2 × 2 × 2 × 1: two, as many as with 16. Median losses with \(lesson.trials) against 16 trials:
        \(change(arms[0])) for the grid, \(change(arms[1])) for random.
        """
    }
    try await exercise(
      "--fix rate=0.01",
      "The rate is fixed at a thirtieth of what suits no momentum. Predict which momentum the search finds, and what is lost.",
      in: notebook
    ) { lesson in
      let (some, all) = (Arm(.random, try lesson.fixedSpace()), Arm(.random, .four))
      let runs = await lesson.searches(digits, [some])[some]
      let free = trials == lesson.trials ? searches : await lesson.searches(digits, [all])
      return """
        \(significant(runs.momentum.median, 2)) (median): it takes over the work of the rate, η/(1 − β) =
        \(significant(0.01 / (1 - runs.momentum.median), 1)). Random search has the median loss \(fixed(runs.end.median, 2)), with
        the rate free \(fixed(free[all].end.median, 2)).
        """
    }
  }
}
