import Datasets
import Experiments
import Notebook
import Numerics

// MARK: - Training

extension Lesson10 {
  /// The depths that are trained, ascending.
  var depths: [Int] { [10, 20].filter { $0 < depth } + [depth] }

  func arm(_ design: Design, _ layers: Int) -> Arm {
    Arm(design: design, depth: layers, weights: weights, alpha: alpha)
  }

  /// Each arm at the rate that the pilot chose.
  func tuned(_ arms: [Arm], _ digits: Digits) async -> TunedTrials<Arm, Run> {
    await TunedTrials(
      arms, rates: \.rates, pilotSeeds: common.pilotSeeds(3), seeds: common.seeds(6), by: \.finalLoss
    ) { trained($0, at: $1, digits, seed: $2) }
  }

  /// Accuracy by step: an arm of ten times as many steps gets the rate that a pilot of the same length chose, another one
  /// that of its short run.
  private func longRuns(
    _ arms: [Arm], _ tuned: TunedTrials<Arm, Run>, _ digits: Digits
  ) async -> TunedTrials<Arm, Run> {
    await TunedTrials(
      arms,
      rates: { $0.epochs == Arm.longEpochs ? $0.rates : [tuned.rate($0.lasting(Arm.shortEpochs))] },
      pilotSeeds: common.pilotSeeds(1), seeds: common.seeds(3), by: \.finalLoss
    ) { arm, rate, seed in
      trained(arm, at: rate, digits, measuringAt: logarithmicPlaces(upTo: 22 * arm.epochs, density: 4), seed: seed)
    }
  }

  func tellOfTraining(_ digits: Digits, _ passages: Trials<Start, Passage>, in notebook: Notebook) async {
    // The deepest first: the last jobs are then short, and both processors are done at about the same time.
    let tuned = await tuned(depths.reversed().flatMap { depth in Design.allCases.map { arm($0, depth) } }, digits)
    let (depth, seeds, short, long) = (depth, tuned.trials.seeds.count, Arm.shortSteps, Arm.longSteps)
    func runs(_ design: Design, _ layers: Int) -> Runs<Run> { tuned[arm(design, layers)] }
    func mean(_ design: Design, _ layers: Int) -> Double { runs(design, layers).accuracy.mean }
    let learning = Design.allCases.filter { mean($0, depth) > 50 }
    let slow = [Design.plain, .normalized, .bypass]
    let middle = depths[depths.count - 2]
    func late(_ design: Design) -> Arm {
      arm(design, depth).lasting(slow.contains(design) ? Arm.longEpochs : 3 * Arm.shortEpochs)
    }
    let middlePlain = arm(.plain, middle).lasting(Arm.longEpochs)
    let longRuns = await longRuns(Design.allCases.map(late) + [middlePlain], tuned, digits)

    notebook.section("\(depth) layers in \(short) steps")
    notebook.text(
      """
      Now train, with only 32 units a layer to be quick: gradient descent on batches of 64 digits, \(Arm.shortEpochs) epochs or
      \(short) steps. At test time BN uses running averages of μ and v. \(startWords) Each design and depth has the rate
      whose training loss was lowest on other seeds.
      """)
    notebook.figure(
      trainingFigure(
        depths: depths, byDepth: { design in depths.map { runs(design, $0).accuracy } },
        byStep: { longRuns[late($0)].accuracies.places }, slow: slow, learning: learning),
      caption: """
        Left, after \(short) steps, mean and range of \(seeds) seeds. Right, \(depth) layers, \(longRuns.trials.seeds.count) seeds; dashed,
        \(short) steps. Plain, normalised and bypass get ten times as many, at
        a rate chosen anew, the others three times.
        """, cover: true)
    notebook.table(
      columns: ["design"] + depths.map { "\($0) layers" } + ["rate at \(depth)"],
      rows: Design.allCases.map { design in
        [design.rawValue]
          + depths.map { layers in
            let broken = runs(design, layers).count(\.isBroken)
            return runs(design, layers).accuracy.plusMinus(1) + (broken > 0 ? " (\(broken) broken)" : "")
          } + [plain(tuned.rate(arm(design, depth)))]
      },
      caption: "Test accuracy in percent after \(short) steps.\(edgeWords(tuned, longRuns))")
    let (before, after) = (mean(.plain, middle), longRuns[middlePlain].accuracy)
    let reached = slow.map { "\($0.rawValue) \(fixed(longRuns[late($0)].accuracy.mean, 0)) %" }
    notebook.text(
      """
      Is it “cannot” or “not yet”? With \(middle) layers\(after.mean > 75 ? " it is “not yet”:" : "") plain gets from
      \(fixed(before, 0)) % after \(short) steps to \(fixed(after.mean, 0)) % after \(long). With \(depth) layers, \(long) steps lead to: \(listed(reached)).
      """)

    let sized = passages[Start(design: .plain)].factor.mean
    let unread = runs(.plain, depth).count { $0.accuracy < 50 }
    notebook.claim(
      "10.5", "A gradient that keeps its size is enough: \(depth) layers then learn within \(short) steps.",
      test: """
        it does not hold if with He's weights the plain network's mean factor is within 3 % of 1, and it reads less than half
        of the digits in 5 of 6 seeds
        """, source: .folklore, verdict: .doesNotHold,
      when: weights != .pyTorch && abs(sized - 1) < 0.03 && 6 * unread >= 5 * seeds,
      measured: "factor \(fixed(sized, 2)), less than half in \(unread) of \(seeds)", runs: seeds)
    let shallow = depths[0]
    func lost(_ design: Design) -> Summary {
      tuned.trials.difference(arm(design, shallow), arm(design, depth)) { $0.accuracy }
    }
    func losers(_ design: Design) -> Int {
      tuned.trials.count(arm(design, shallow), arm(design, depth)) { $1.accuracy < $0.accuracy / 2 }
    }
    notebook.claim(
      "10.6", "Do not go too deep.",
      test: """
        \(short) steps, from \(shallow) to \(depth) layers: plain, normalised and bypass lose more than half of their accuracy in 5 of 6
        seeds each, both and scaled bypass in at most 1
        """, source: .note(1, "Remediation for Vanishing Gradient"), rows: ["1.43"],
      verdict: .holdsIf("a layer does not start as a small addition"),
      when: slow.allSatisfy { 6 * losers($0) >= 5 * seeds }
        && [Design.both, .scaledBypass].allSatisfy { 6 * losers($0) <= seeds },
      measured: "lost: plain \(fixed(lost(.plain).mean, 0)) points, both \(fixed(lost(.both).mean, 0))",
      detail: Design.allCases.map { "\($0.rawValue) \(lost($0).range(0)) points" }.joined(separator: "; "),
      revised: """
        The first rule was 25 points. From some first seeds the pilot gives both together a low rate, with which they lose
        as many in \(short) steps, and are still ahead.
        """, runs: seeds)
    let level = tuned.trials.count(arm(.scaledBypass, depth), arm(.both, depth)) {
      $0.accuracy > 75 && $0.accuracy > $1.accuracy - 5
    }
    notebook.claim(
      "10.7", "A bypass whose branch starts at zero needs no normalisation.",
      test: """
        \(depth) layers, \(short) steps: it reads over 75 %, and at most 5 points less than both together, in 5 of 6 seeds
        """, source: .paper("De & Smith 2020", "https://arxiv.org/abs/2002.10444"), verdict: .holds,
      when: alpha == 0 && 6 * level >= 5 * seeds,
      measured: "\(level) of \(seeds) seeds", runs: seeds)
    let early = runs(.both, depth).all
    let behind = slow.reduce(0) { count, design in
      let runs = longRuns[late(design)].all
      return count + runs.indices.count { runs[$0].accuracy < early[$0].accuracy }
    }
    let pairs = slow.count * longRuns.trials.seeds.count
    notebook.claim(
      "10.8", "What \(depth) layers do not learn in \(short) steps they learn in \(long).",
      test: """
        it does not hold if plain, normalised and bypass, each at a rate chosen anew, read less after \(long) steps than both
        together after \(short), in 9 of 10 pairs of one seed
        """, source: .ours, verdict: .doesNotHold, when: 10 * behind >= 9 * pairs,
      measured: "less in \(behind) of \(pairs) pairs", runs: pairs)
    notebook.answer(
      learning == [.both, .scaledBypass]
        ? """
        Both together, or a bypass whose layers start at zero: either way each layer begins as a small addition to what comes
        in. Normalisation alone makes gradients explode; a bypass alone makes everything grow like money at compound
        interest.
        """
        : """
        Here \(depth) layers learn within \(short) steps
        \(learning.isEmpty ? "with none of the five designs" : "with these designs: \(listed(learning.map(\.rawValue)))").
        """)
  }

  private var startWords: String {
    switch weights {
    case .own: "The plain network starts from He's weights, the others from PyTorch's."
    case .he: "All start from He's weights."
    case .pyTorch: "All start from PyTorch's weights."
    }
  }

  /// Which chosen rates lie at an end of their list.
  private func edgeWords(_ tuned: TunedTrials<Arm, Run>, _ long: TunedTrials<Arm, Run>) -> String {
    let names = [(tuned, ""), (long, " in the long run")].flatMap { trials, when in
      trials.armsAtTheEdge.map { "\($0.design.rawValue) with \($0.depth)\(when)" }
    }
    return names.isEmpty ? "" : " At an end of its list of rates: \(listed(names))."
  }

  // MARK: - Exercises

  func setExercises(_ digits: Digits, in notebook: Notebook) async throws {
    func outcome(_ design: Design, of lesson: Lesson10) async -> String {
      let arm = lesson.arm(design, lesson.depth)
      let tuned = await lesson.tuned([arm], digits)
      let broken = tuned[arm].count(\.isBroken)
      return "\(fixed(tuned[arm].accuracy.mean, 0)) % of the test digits"
        + (broken > 0 ? " (\(broken) of \(tuned[arm].seedCount) runs broken)" : "")
    }
    func growth(_ design: Design, of lesson: Lesson10, _ weights: Weights? = nil) async -> Double {
      let runs = await Runs(seeds: lesson.common.seeds(3)) { seed in
        passage(through: design, depth: lesson.depth, alpha: lesson.alpha, digits: digits, seed: seed) {
          (weights ?? lesson.weights).initialization(of: design, inputs: $0)
        }
      }
      return runs.totalGrowth.mean
    }
    try await exercise(
      "--alpha 1", "The scale of the branch starts at 1 instead of 0, and can still be learnt. Predict: does it train?",
      in: notebook
    ) { lesson in
      """
      It starts as a bypass alone, whose gradient grows by \(significant(await growth(.scaledBypass, of: lesson), 2)) over
      \(lesson.depth) layers, and ends with \(await outcome(.scaledBypass, of: lesson)). What counts is where α starts.
      """
    }
    try await exercise(
      "--weights he",
      "He's weights are √6 times as large as PyTorch's. Predict: do the bypass alone and both together still learn?",
      in: notebook
    ) { lesson in
      """
      The bypass ends with \(await outcome(.bypass, of: lesson)): its gradient grows by
      \(significant(await growth(.bypass, of: lesson), 2)), with PyTorch's weights by
      \(significant(await growth(.bypass, of: lesson, .pyTorch), 2)). Both together end with
      \(await outcome(.both, of: lesson)): BN divides the size of the weights out again.
      """
    }
    try await exercise(
      "--depth 100",
      """
      Predict from the factor 1.2112: by how much does the gradient grow over 100 normalised layers, and after how many would it not
      fit into 32 bits? And by how much with both?
      """, in: notebook
    ) { lesson in
      let limit = (Double.log(Double(Float.greatestFiniteMagnitude)) / .log(normalizedFactor)).rounded(.up)
      let steps = Double(lesson.depth - 1)
      return """
        By \(significant(await growth(.normalized, of: lesson), 2)), theory \(significant(.pow(normalizedFactor, steps), 2));
        after \(fixed(limit, 0)). With both by \(fixed(await growth(.both, of: lesson), 0)). There the formula says
        \(fixed(growthWithBoth(toLayer: 1, depth: lesson.depth), 0)): it is for layers much wider than the network is deep, and
        64 units are not. It remains far from exponential.
        """
    }
  }
}
