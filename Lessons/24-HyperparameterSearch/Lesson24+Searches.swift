import Descent
import Experiments
import Notebook

/// Where to put the trials.
extension Lesson24 {
  func tellOfPoints(_ searches: Trials<Arm, Run>, in notebook: Notebook) {
    let seeds = searches.seeds.count
    func runs(_ method: Method, _ space: SearchSpace) -> Runs<Run> { searches[Arm(method, space)] }
    func wins(_ a: Method, over b: Method, _ space: SearchSpace) -> Int {
      searches.count(Arm(a, space), Arm(b, space)) { $0.end < $1.end }
    }
    notebook.section("\(counted(trials, "trial"))")
    notebook.text(
      """
      A **grid** tries all combinations of a few values. A **random** search draws each trial anew, uniformly in an interval.
      **Halton's** i-th point is i in base 2, mirrored at the point, in base 3 on the next axis, and so on: (1/2, 1/3),
      (1/4, 2/3), (3/4, 1/9), … Such points are *quasi-random*: no order to the eye, but no holes or clusters.
      """)
    notebook.shows("3.21")
    notebook.figure(
      pointsFigure(trials: trials, seed: common.seed),
      caption: """
        Crosses, the rates that are tried. Bottom right: mean distance from the best rate, wherever it lies, to the nearest one
        tried; dots, 1,000 draws; dashed, the formulas.
        """)
    notebook.shows("3.24")
    notebook.equation(
      latex: #"""
        d_{\mathrm{random}} = \frac{N+3}{2(N+1)(N+2)} \approx \frac{1}{2N}, \qquad
        d_{\mathrm{grid}} = \frac{1}{4m}\Bigl(1 + \frac{1}{3m}\Bigr), \quad m = N^{1/k}
        """#,
      plain: "d_random = (N + 3)/(2(N + 1)(N + 2)) ≈ 1/(2N),   d_grid = (1 + 1/(3m))/(4m),   m = N^(1/k)")
    notebook.text(
      """
      m is how many values a grid of N points has on each of k axes. Sixteen points on four axes have two, and
      d = \(fixed(gridDistance(values: 2), 3)); three random trials come nearly as close (\(fixed(randomDistance(points: 3), 3)))!
      Halton's points have N values on each axis, almost even: about what m = N would give.
      """)
    notebook.folded("Why") {
      notebook.text(
        """
        All N random points are further than r from a place x < ½ with the probability (1 − 2r)ᴺ, and (1 − x − r)ᴺ beyond the
        border, r > x. Integrate over r, then over x. Our grids are shifted at random, lest they be lucky: gaps of 1/m have the
        mean distance 1/(4m), and the two ends together add 1/(3m²).
        """)
    }
    notebook.text(
      """
      Each method now searches twice, on \(seeds) splits: over rate and momentum, which both matter, and over four (also weight
      decay and the scale of the first weights), of which all but the rate have ranges so narrow that they hardly matter.
      """)
    let (dull, both) = (wins(.random, over: .grid, .oneMatters), wins(.random, over: .grid, .two))
    notebook.claim(
      "24.4", "Where some hyperparameters are unimportant, random points avoid a grid's repetitions.",
      test: """
        after \(trials) trials random has the lower loss in at least 60 % of the searches where only the rate matters, and not
        where both do
        """,
      source: .note(3, "Hyperparameter Optimization"), rows: ["3.23"], verdict: .holds,
      when: 10 * dull >= 6 * seeds && 10 * both < 6 * seeds,
      measured: "lower in \(dull) of \(seeds), and in \(both) of \(seeds) where both matter",
      detail: """
        median loss \(fixed(runs(.random, .oneMatters).end.median, 2)) against \(fixed(runs(.grid, .oneMatters).end.median, 2)). A
        grid of rates and momenta does not repeat itself: it has many values of η/(1 − β)
        """, runs: 2 * seeds)
    /// After how many trials random has a lower median loss than the grid has after all; beyond them all if it has not.
    func enough(_ space: SearchSpace) -> Int {
      let grid = runs(.grid, space).end.median
      return (runs(.random, space).best.places.firstIndex { $0.median < grid } ?? trials) + 1
    }
    func told(_ count: Int) -> String { count > trials ? "not after \(trials)" : "after \(count)" }
    let (few, many) = (enough(.oneMatters), enough(.two))
    notebook.claim(
      "24.5", "With many hyperparameters, random search lowers the cost very much.",
      test: """
        the condition is shown if half of the trials are enough for random to have a lower median loss than the grid has after
        all, where only the rate of four matters, and not where both of two do
        """,
      source: .note(
        3, "Hyperparameter Optimization",
        corrected: Correction(
          "C60", .imprecise, "a trial costs the same; trials are saved where few of many hyperparameters matter")),
      rows: ["3.22"], verdict: .holdsIf("few of them matter"), when: 2 * few <= trials + 1 && 2 * many > trials + 1,
      measured: "lower \(told(few)) trials; where both matter, \(told(many))", runs: 2 * seeds)
    let pairs = [SearchSpace.two, .oneMatters].map { wins(.halton, over: .random, $0) }
    let near = [Method.random, .halton].map { distance($0, trials: trials, dimensions: 2, seed: common.seed) }
    notebook.claim(
      "24.6", "Explore with quasi-random points.",
      test: """
        Halton's points come at least 1.5 times as close to a best value on one axis as random ones, and have the higher loss in
        at most 60 % of the searches of both spaces
        """,
      source: .note(4, "Chapter structure"), rows: ["4.15"], verdict: .holds,
      when: near[0] / near[1] >= 1.5 && 10 * pairs.reduce(0, +) >= 4 * 2 * seeds,
      measured: "\(fixed(near[0] / near[1], 1)) times as close; lower loss in \(pairs.reduce(0, +)) of \(2 * seeds)",
      runs: 2 * seeds)
    notebook.reference(
      "[Bergstra & Bengio 2012](https://www.jmlr.org/papers/v13/bergstra12a.html): random search against grids")
  }

  func tellOfSearches(_ searches: Trials<Arm, Run>, _ space: SearchSpace, in notebook: Notebook) {
    let seeds = searches.seeds.count
    notebook.section("Explore, then exploit")
    notebook.text(
      """
      A **Bayesian** search explores with Halton's points for the first half of its trials, then fits a Gaussian process to the
      logarithms of the losses: a guess at the whole function, with a mean μ and a standard deviation σ at every place, sure
      near the trials and unsure far away. The next trial is where the **expected improvement** on the best value b so far is largest:
      """)
    notebook.equation(
      latex: #"\mathrm{EI} = (b - \mu)\,\Phi(z) + \sigma\,\varphi(z), \qquad z = \frac{b - \mu}{\sigma}"#,
      plain: "EI = (b − μ) Φ(z) + σ φ(z),   z = (b − μ)/σ")
    notebook.text(
      """
      Φ and φ are the normal distribution and its density. With σ = 1 and μ = b that is φ(0) = 0.399; one better, 1.083; one
      worse, still 0.083. A low mean counts, and so does ignorance.
      """)
    notebook.folded("Where μ and σ come from") {
      notebook.text(
        """
        Take the losses y at places x and x′ for normal numbers with the correlation exp(−|x − x′|²/2l²). Given y(0) = 1 and
        y(1) = 0, with l = 1, y(½) then has the mean 0.549 and the variance 0.030, y(1½) −0.333 and 0.151. The length l and the
        noise of y are those that make y most likely.
        """)
    }
    let wins = [SearchSpace.two, .oneMatters].map { space in
      searches.count(Arm(.bayesian, space), Arm(.halton, space)) { $0.end < $1.end }
    }
    let total = wins.reduce(0, +)
    notebook.figure(
      searchFigure(searches, count: trials),
      caption: "Medians of \(seeds) splits, for random and Bayesian with quartiles.")
    notebook.shows("4.13")
    notebook.claim(
      "24.7", "Exploit with a Bayesian search.",
      test:
        "it ends lower than Halton's points, from the same first half, in at least 55 % of the searches of both spaces",
      source: .note(4, "Chapter structure"), rows: ["4.16"], verdict: .holds,
      when: 100 * total >= 55 * 2 * seeds, measured: "lower in \(total) of \(2 * seeds)",
      detail: "\(wins[0]) of \(seeds) over rate and momentum, \(wins[1]) where only the rate matters", runs: 2 * seeds)
    notebook.reference("[Snoek, Larochelle & Adams 2012](https://arxiv.org/abs/1206.2944): Bayesian search")
    func losses(_ space: SearchSpace) -> String {
      "\(fixed(searches[Arm(.random, space)].end.median, 2)) and \(fixed(searches[Arm(.bayesian, space)].end.median, 2))"
    }
    let fixes = space.fixed.sorted { $0.key < $1.key }.map { "\($0.key)=\(plain($0.value))" }
    let extra = fix.isEmpty ? "" : "With \(listed(fixes)): \(losses(space))."
    notebook.text(
      """
      Over all four in wide ranges random and Bayesian search have the median losses \(losses(.four)); over rate and momentum,
      with decay and scale fixed where they usually are, \(losses(.two)). So allow some to stay fixed (note 4), here by
      `--fix NAME=NUMBER`. \(extra)
      """)
    notebook.shows("4.08")
  }
}
