import Datasets
import Descent
import Experiments
import Notebook

// MARK: - Many places

extension Lesson21 {
  static let draws = 20_000, runs = 12
  /// What is said of a test that was written after a first look at what it tests.
  static let late = "none; written after a first look"

  func landscapes(_ count: Int = 6) async -> Runs<Landscape> {
    let penalty = penalty
    return await Runs(seeds: common.seeds(count), "landscapes") { Landscape(seed: $0, penalty: penalty) }
  }

  func tellOfPlaces(_ landscapes: Runs<Landscape>, in notebook: Notebook) {
    let shares = sharesOfMinima(sizes: 5, draws: Self.draws, seed: common.seed)
    let (sets, first) = (landscapes.seedCount, landscapes.all[0])
    func sum(_ property: (Landscape) -> Int) -> Int { landscapes.all.map(property).reduce(0, +) }
    let (places, saddles, runs) = (sum(\.points.count), sum(\.saddles), sum(\.ends.count))
    notebook.section("How many places are minima?")
    notebook.text(
      """
      Draw the curvatures at random: the eigenvalues of a symmetric n × n matrix of normal numbers (with twice the
      variance on its diagonal). If each were a coin, all would be positive with a chance of 2⁻ⁿ. But eigenvalues keep away from each other, and to have all on one side
      is rarer by far:
      """)
    notebook.equation(
      latex:
        #"P_1 = \tfrac12,\qquad P_2 = \frac{2-\sqrt2}{4},\qquad P_3 = \frac{\pi-2\sqrt2}{4\pi},\qquad P_n \sim 3^{-n^2/4}"#,
      plain: "P₁ = 1/2,  P₂ = (2 − √2)/4,  P₃ = (π − 2√2)/4π,  Pₙ ~ 3^(−n²/4)")
    notebook.text(
      """
      So in many dimensions local minima are very unlikely, as note 2 says. But a loss is not drawn at random. We search a small one: a
      network of 4 tanh units, 17 numbers in all, on 60 points of two moons, with a penalty of ½λ on their
      squares (λ = \(plain(penalty))). From 60 starts, after up to 200 steps of gradient descent, Levenberg and Marquardt's method walks to
      a place without a gradient, uphill as readily as down. \(sets) data sets give \(places) places of different loss.
      """)
    notebook.figure(
      stairsFigure(shares, landscapes),
      caption: """
        Left: \(grouped(Self.draws)) matrices of each size. Right: a dot for each place of \(sets) data sets, without the all-zero weights,
        far to the right; rings (drawn lower), where \(runs) runs of gradient descent end.
        """)
    let agreement = landscapes.agreement
    notebook.text(
      """
      The places form stairs: the lower the loss, the fewer ways down. The top step is known beforehand: at all-zero weights the loss is
      ln 2, and each hidden unit has one way down, of curvature λ − ‖m‖, where m is the mean of (y − ½)x over the points x with their
      labels y, 0 or 1: \(fixed(penalty - first.small.pull, 5)) for the first data set. The Hessian agrees: \(first.zero.index) negative eigenvalues, the smallest \(fixed(first.zero.least, 5)).
      """)
    let misses = (0..<3).map { place in
      let chance = chanceOfMinimum(dimensions: place + 1)
      return abs(shares[place] - chance) / (chance * (1 - chance) / Double(Self.draws)).squareRoot()
    }
    let minima = sum(\.endsInMinimum)
    notebook.claim(
      "21.2", "In a high-dimensional space a local minimum is very unlikely.",
      test: """
        the condition is shown if random matrices of sizes 1 to 3 agree with the exact chance within 4 standard errors, and more than 95 %
        of all runs of gradient descent on the 17 numbers end in a minimum within 40,000 steps
        """,
      source: .note(
        2, "Local Optima",
        corrected: Correction(
          "C49", .imprecise,
          "True of random places of high loss; gradient descent ends in a local minimum nearly always.")),
      rows: ["2.54"], verdict: .holdsIf("the place is drawn at random, not reached by training"),
      when: misses.allSatisfy { $0 <= 4 } && 100 * minima > 95 * Self.runs * sets,
      measured: "\(minima) of \(Self.runs * sets) runs end in a minimum",
      revised: "two claims, of random places and of training; the second failed", runs: Self.runs * sets)
    notebook.claim(
      "21.3", "Instead of local minima one is more likely to meet saddle points.",
      test: """
        more than half of the different places that the search finds are saddles, in all data sets, and fewer than 1 in 20 ends of runs
        """,
      source: .note(2, "Local Optima"), rows: ["2.55"], verdict: .holdsIf("one counts places, not where training ends"),
      when: landscapes.count { 2 * $0.saddles > $0.points.count } == sets && 20 * (runs - minima) < runs,
      measured: "\(saddles) of \(places) places, \(runs - minima) of \(runs) ends",
      revised: "it asked nothing of the ends", runs: sets)
    notebook.claim(
      "21.4", "The lower the loss of a place without a gradient, the fewer ways lead down from it.",
      test: "the rank correlation of loss and number of ways down is at least 0.5 in all data sets",
      source: .paper("Dauphin et al. 2014, figure 1", "https://arxiv.org/abs/1406.2572"), verdict: .holds,
      when: agreement.minimum >= 0.5, measured: "rank correlation \(agreement.range(2))", revised: Self.late, runs: sets
    )
    notebook.reference("Dean and Majumdar 2006, “Large deviations of extreme eigenvalues of random matrices”.")
  }

  func tellOfMinima(_ landscapes: Runs<Landscape>, in notebook: Notebook) {
    let runs = landscapes.all.map(\.ends.count).reduce(0, +)
    let worse = landscapes.all.map(\.endsWorse).reduce(0, +)
    let shown = landscapes.all.first { $0.minima.count > 1 } ?? landscapes.all[0]
    let pair = shown.minima.count > 1 ? "the two lowest minima" : "the minimum and its copy with all signs changed,"
    notebook.section("And the minima?")
    notebook.text(
      """
      A run that comes near a saddle leaves it again, for whatever it has along a way down grows. It ends in a minimum: in the lowest
      that we know for \(runs - worse) of \(runs) runs, in a worse one for \(worse).
      """)
    notebook.figure(
      minimaFigure(shown),
      caption: """
        A and B are \(pair) of a data set. On the straight line between them the loss rises by \(fixed(shown.barrier, 2)) above the higher one.
        """)
    notebook.shows("2.53")
    notebook.claim(
      "21.5", "Where the gradient is zero, local minima are a concern: training may not end in the lowest.",
      test: "over all data sets, more than one run in ten ends in a minimum at least 10⁻⁵ above the lowest place found",
      source: .note(2, "Local Optima"), rows: ["2.52"], verdict: .holds, when: 10 * worse > runs,
      measured: "\(worse) of \(runs) runs, by at most \(percent(landscapes.worst.maximum))", revised: Self.late,
      runs: runs)
    notebook.text(
      """
      Not every stall is a saddle: the talk “Do less alchemy” of note 4 shows one in a ravine, whose gradient is small and not zero.
      """)
    notebook.shows("4.02")
    notebook.reference(
      "[Rahimi and Recht 2017](http://www.argmin.net/2017/12/05/kitchen-sinks/), the text of the talk of note 4.")
    notebook.reference(
      "[Lee et al. 2016](https://arxiv.org/abs/1602.04915): from nearly every start gradient descent avoids saddles.")
  }
}
