import ArgumentParser
import Datasets
import Descent
import Experiments
import Notebook

/// Lesson 35 · Pruning
///
/// Rank the weights of all layers together, cut, train on: nine tenths can go. Only whole units make a network smaller.
@main struct Lesson35: Lesson {
  static let card = LessonCard.number(35)
  @OptionGroup var common: CommonOptions
  @Option("Share of the weights that goes before training on", .from(0.5...0.99)) var amount = 0.9
  @Option("Epochs of training on after a cut", .from(1...10)) var epochsAfter = 1
  @Option("Rounds of cut and training in which that share goes", .from(1...5)) var rounds = 1

  var plan: Plan { Plan(amount: amount, rounds: rounds, epochs: epochsAfter) }
  /// Sizes of cuts: first the notes', a fifth.
  var amounts: [Double] { Set([0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, amount]).sorted() }
  /// How long weights that are left train on: "1 epoch".
  var later: String { counted(epochsAfter * rounds, "epoch") + (rounds == 1 ? "" : " in \(rounds) rounds") }

  func write(in notebook: Notebook) async throws {
    tellOfTwelveWeights(in: notebook)
    let digits = try Digits.load()
    let task = LeNetTask(digits)
    let nets = await Runs(seeds: common.seeds(6), "networks") { Trained(task, seed: $0) }
    let trials = await trials(task, nets)
    let cuts = Runs(await inParallel(over: nets.all, "cuts") { [amounts] in Cuts(task, $0, amounts: amounts) })
    let units = Runs(await inParallel(over: nets.all, "units") { Units(task, $0) })
    tellOfCuts(nets.accuracy, cuts, trials, in: notebook)
    tellOfShares(cuts, in: notebook)
    tellOfNorms(cuts, units, in: notebook)
    tellOfUnits(cuts, units, trials, task, nets, in: notebook)
    await tellOfWidthAndDepth(digits, in: notebook)
    notebook.section("What to notice")
    notebook.list([
      "A share of zeros is no saving. Ask which file got smaller, and which product is no longer computed.",
      "Compare with a cut by chance and with the small network from scratch; else any ranking looks wise.",
    ])
    try await setExercises(task, nets, in: notebook)
    notebook.answer(
      """
      Nine tenths of its weights, if the smallest of all layers together go and the rest trains on for a while. But zeros take
      as much room as other numbers: a network gets smaller when whole units are cut out.
      """)
  }

  /// What comes of training on; the longest first.
  func trials(_ task: LeNetTask, _ nets: Runs<Trained>, _ arms: [Arm] = Arm.all) async -> Trials<Arm, Run> {
    let seeds = nets.all.map(\.seed)
    return await Trials(arms, seeds: seeds, "training on") { [plan] arm, seed in
      Run(task, nets.all[seeds.firstIndex(of: seed) ?? 0], arm, plan)
    }
  }

  private func tellOfTwelveWeights(in notebook: Notebook) {
    notebook.section("Half of twelve weights")
    notebook.text(
      """
      Three units read four inputs; a row of W is a unit's weights. To **prune** half of them by **magnitude** is to make the six
      smallest |w| 0, here all up to 0.3. A **mask** M says which; W ⊙ M is left, number by number.
      """)
    notebook.equation(
      latex: #"""
        W = \begin{bmatrix} 0.9 & -0.1 & 0.2 & 0.05 \\ -0.6 & 0.7 & -0.3 & 0.8 \\ 0.4 & 0.25 & -0.15 & 1 \end{bmatrix},
        \qquad M = \begin{bmatrix} 1 & 0 & 0 & 0 \\ 1 & 1 & 0 & 1 \\ 1 & 0 & 0 & 1 \end{bmatrix}
        """#,
      plain: "W = [0.9 −0.1 0.2 0.05; −0.6 0.7 −0.3 0.8; 0.4 0.25 −0.15 1],   M = [1 0 0 0; 1 1 0 1; 1 0 0 1]")
    notebook.text(
      """
      This is **unstructured** pruning: single weights go, and w² would rank them as |w| does. **Structured** pruning takes whole
      units: rows of W (in a convolution, filters), with their biases and the columns by which the next layer reads them. The
      |w| of the rows add up to 1.25, 2.40 and 1.80: the first goes. Note 1 names a whole layer; that needs a bypass around it.
      """)
    notebook.folded("In PyTorch") {
      notebook.text(
        """
        `l1_unstructured` keeps W as `weight_orig` beside a `weight_mask` and multiplies at each use; `importance_scores` would
        replace |w|. M, from note 1, fits a `Linear(4, 3)`, not the note's `Linear(3, 4)`. A second cut counts from what the
        first left: twice a fifth leaves 64 %. `ln_structured(module, "weight", amount, n, dim)` masks rows or columns; for
        these L1, the sum of |w|, and L2, the length, may disagree.
        """)
    }
    notebook.shows(
      "1.108", "1.109", "1.118", "1.119", "1.120", "1.121", "1.122", "1.123", "1.124", "1.125", "1.126", "1.127")
  }

  private func tellOfCuts(_ whole: Summary, _ cuts: Runs<Cuts>, _ trials: Trials<Arm, Run>, in notebook: Notebook) {
    let seeds = trials.seeds.count
    let (global, local): (Arm, Arm) = (.weights(.global), .weights(.local))
    let cost = trials.difference(.whole, global, \.after)
    notebook.section("How much can go?")
    notebook.text(
      """
      Note 1 prunes LeNet: two convolutions, `conv1` and `conv2` (6 and 16 filters of 5 × 5), each with ReLU and 2 × 2
      max-pooling, then dense layers of 120, 84 and 10 units. A picture of 32 × 32 leaves 16 maps of 5 × 5, hence 400 inputs of
      the first dense layer, `fc1`. In all there are 61,470 weights; the 236 biases stay. Ours learns 1,200 handwritten digits,
      enlarged from 8 × 8, in 8 epochs (Adam, η = 0.002), and reads \(fixed(whole.mean, 1)) % of 597 others (\(seeds) seeds).

      Note 1's call, `prune.global_unstructured` with `L1Unstructured` and `amount=0.2`, takes the 12,294 smallest weights of all
      five layers together (single ones, not “individual neurons”): \(fixed(cuts.global.places[0].mean, 1)) % are read.
      **Global** pruning is this one ranking; **local** pruning ranks each layer for itself.
      """)
    notebook.figure(
      kneeFigure(
        whole, cuts, amount,
        lifts: [global, local, .weights(.random)].map { (trials[$0].before.mean, trials[$0].after.mean) },
        later, isWon: amount >= 0.9 && cost.mean <= 2),
      caption: """
        Lines: after one cut; mean, least and greatest of \(seeds) seeds. Discs: means after training on (\(later)), removed
        weights held at zero.
        """, cover: true)
    notebook.text(
      """
      With \(percent(amount, 0)) removed in one ranking, training on (\(later)) leads from
      \(fixed(trials[global].before.mean, 1)) to \(fixed(trials[global].after.mean, 1)) %; the whole network, trained as long,
      reads \(fixed(trials[.whole].after.mean, 1)) %. After a ranking for each layer it is
      \(fixed(trials[local].after.mean, 1)) %, after a cut by chance \(fixed(trials[.weights(.random)].after.mean, 1)) %.
      """)
    notebook.claim(
      "35.1",
      """
      \(amount == 0.9 ? "Nine tenths" : percent(amount, 0)) of the weights can go without loss if the rest trains on (here
      \(percent(amount, 0)) and \(later)).
      """,
      test: "one ranking, trained on, reads on average at most 2 points less than the whole, trained on as long",
      source: .paper("Han et al. 2015", "https://arxiv.org/abs/1506.02626"), verdict: .holds, when: cost.mean <= 2,
      measured: "\(signed(-cost.mean)) points", runs: 2 * seeds)
    let leads = [0.6, 0.7, 0.8, 0.9].map { amount in
      let place = amounts.firstIndex(of: amount) ?? 0
      return cuts.count { $0.global[place] > $0.local[place] }
    }
    let lead = trials.difference(global, local, \.after).mean
    let small = cuts.global.places[0].mean - cuts.local.places[0].mean
    notebook.claim(
      "35.2", "One ranking over all layers is better than one for each layer.",
      test: """
        with 60, 70, 80 and 90 % removed, global reads more than local in 5 of 6 seeds each, and after training on (\(later)) with
        \(percent(amount, 0)) removed; with 20 % they differ by at most 1.5 points on average
        """,
      source: .folklore, rows: ["1.110", "1.111"], verdict: .holdsIf("more than half of the weights go"),
      when: leads.allSatisfy { 6 * $0 >= 5 * seeds }
        && 6 * trials.count(global, local) { $0.after > $1.after } >= 5 * seeds && abs(small) <= 1.5,
      measured: "\(signed(lead, 0)) points with \(percent(amount, 0)) removed, \(signed(small)) with 20 %",
      detail: "the order is the same after ten epochs, and with 0.5 and 2.5 times the rate (one seed)", runs: seeds)
    notebook.shows("1.96", "1.98", "1.99", "1.100", "1.101", "1.102", "1.103")
  }

  private func tellOfShares(_ cuts: Runs<Cuts>, in notebook: Notebook) {
    func shares(_ amount: Double) -> [(measured: Double, predicted: Double)] {
      let place = amounts.firstIndex(of: amount) ?? 0
      return keptShares(removing: amount).enumerated().map { layer, predicted in
        (Summary(of: cuts.all.map { $0.kept[place][layer] }).mean, predicted)
      }
    }
    let largest = [0.2, 0.5].map { shares($0).map { abs($0.measured - $0.predicted) }.max() ?? .nan }
    let fc1 = shares(0.9)[2]
    notebook.section("Why one ranking?")
    notebook.text(
      """
      Layers start out unequal. A first weight is drawn between ±1/√n, n the number of its unit's inputs: within ±0.2 in `conv1`,
      ±0.05 in `fc1`. If training changed nothing, one ranking would cut at the magnitude t below which the layers, of Nₗ
      weights each, together have as many as shall go:
      """)
    notebook.equation(
      latex:
        #"\sum_l N_l \min(t\sqrt{n_l}, 1) = \mathrm{amount} \cdot \sum_l N_l, \qquad \mathrm{kept}_l = 1 - \min(t\sqrt{n_l}, 1)"#,
      plain: "Σ Nₗ min(t√nₗ, 1) = amount · Σ Nₗ,   keptₗ = 1 − min(t√nₗ, 1)")
    notebook.figure(
      sharesFigure(cuts),
      caption: """
        Dots: trained networks, mean of \(cuts.seedCount) seeds. Dashed: the equation, which knows nothing of the training; it
        bends where `fc1` would be empty.
        """)
    notebook.text(
      """
      So one knows before training where a trained network loses most: in `fc1`, which has 78 % of the weights and the smallest
      ones. The 150 weights of `conv1`, through which everything must pass, are spared; a ranking for each layer leaves 15 of
      them when 90 % go. For large cuts the prediction ends: what is left then, training has made large.
      """)
    notebook.claim(
      "35.3", "What each layer loses to one ranking can be computed before training, from its number of inputs.",
      test: """
        each layer's mean share is within 5 points of the equation with 20 % removed, and within 10 with 50 %; with 90 % it is
        more than twice the predicted share in `fc1`
        """,
      source: .ours, verdict: .holdsIf("at most half of the weights go"),
      when: largest[0] <= 0.05 && largest[1] <= 0.1 && fc1.measured > 2 * fc1.predicted,
      measured: "at most \(fixed(100 * largest[0], 1)) points off at 20 %, \(fixed(100 * largest[1], 1)) at 50 %",
      detail: "with 90 %, `fc1` keeps \(percent(fc1.measured)) where \(percent(fc1.predicted)) was predicted",
      runs: cuts.seedCount)
  }
}
