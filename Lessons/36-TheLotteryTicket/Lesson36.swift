import ArgumentParser
import Datasets
import Descent
import Experiments
import Notebook

/// Lesson 36 · The lottery ticket
///
/// Choosing weights is learning: the chosen few, back at their first values, have learnt already.
@main struct Lesson36: Lesson {
  static let card = LessonCard.number(36)
  @OptionGroup var common: CommonOptions
  @Option("Learning rate of Adam", .from(0.0002...0.02)) var rate = 0.002
  @Option("Passes over the training digits in each training", .from(1...40), unit: "epochs") var epochs = 15
  @Option("Rounds of training, pruning and going back", .from(5...8)) var rounds = 5

  /// "14 %": the share of the weights that is kept after a round.
  func share(_ round: Int) -> String {
    let share = Ticket.keptShares(rounds: round)[round]
    return percent(share, share < 0.1 ? 1 : 0)
  }

  func write(in notebook: Notebook) async throws {
    tellOfFourWeights(in: notebook)
    let recipe = Recipe(try Digits.load(), rate: rate, epochs: epochs)
    let tickets = await tickets(common.seeds(8), by: recipe)
    let trials = await self.trials(arms, tickets, by: recipe)
    tellOfTheDigits(trials, in: notebook)
    tellOfChoosing(trials, tickets, in: notebook)
    tellOfSigns(trials, in: notebook)
    await tellOfThePrice(trials, tickets, by: recipe, in: notebook)
    notebook.section("What to notice")
    notebook.list([
      "Compare a pruned network with others of its size: other weights, other first values.",
      "Cover the weights in each step of training, not only at its start, and rank only those that are left.",
      "If you want a small network, go on from the trained weights. Go back to learn what pruning has found.",
    ])
    try await setExercises(in: notebook)
    notebook.answer(
      """
      Yes: about a seventh of them, put back to their first values, learns as well as all. For choosing them was
      learning: before they are trained again, they already read most digits.
      """)
  }

  /// Everything of the first figure and of the table.
  private var arms: [Arm] {
    [Arm(round: 0)]
      + (1...rounds).flatMap { round in
        [
          Arm(round: round), Arm(.fresh, round: round), Arm(at: .random, round: round), Arm(.signs, round: round),
          Arm(.randomSigns, round: round),
        ]
      } + (2...5).flatMap { [Arm(at: .oneShot, round: $0), Arm(.trained, round: $0)] } + [
        Arm(at: .largestFirst, round: 4)
      ]
  }

  /// The rounds of some seeds.
  func tickets(_ seeds: [UInt64], by recipe: Recipe) async -> [UInt64: Ticket] {
    let rounds = rounds
    let runs = await Runs(seeds: seeds, "tickets") { seed in Ticket(by: recipe, rounds: rounds, seed: seed) }
    return Dictionary(uniqueKeysWithValues: zip(seeds, runs.all))
  }

  /// Trains some arms from the seeds of the tickets.
  func trials(_ arms: [Arm], _ tickets: [UInt64: Ticket], seeds: Int = 8, by recipe: Recipe) async -> Trials<Arm, Run> {
    await Trials(arms, seeds: common.seeds(seeds).filter { tickets[$0] != nil }, "networks") { arm, seed in
      Self.ticket(seed, tickets).run(arm, by: recipe)
    }
  }

  static func ticket(_ seed: UInt64, _ tickets: [UInt64: Ticket]) -> Ticket {
    guard let ticket = tickets[seed] else { fatalError("The rounds of seed \(seed) were not run.") }
    return ticket
  }
}

// MARK: - On paper

extension Lesson36 {
  private func tellOfFourWeights(in notebook: Notebook) {
    notebook.section("Four weights")
    notebook.text(
      """
      A network has four weights. They start at (0.5, −0.4, 0.1, −0.05), and training takes them to (0.7, −0.1, 0.6,
      0.2). **Prune**: the smaller half, by size, is 0 from now on. The first and the third stay. One could now use
      them as they are, or train them on, as in \(lesson(35)).

      But **go back**: those that stay get the values from before all training, (0.5, 0, 0.1, 0), and are trained
      again, alone. If this takes them to (0.8, 0, −0.3, 0), the next round keeps half of what is left, and that is the
      first.

      By their first values the first and the second would have stayed: training chose, not the draw.
      """)
    notebook.section("Train, prune, go back")
    notebook.text(
      """
      Frankle & Carbin's **lottery ticket hypothesis** says: a large network, before training, contains a small one
      that can do without the rest. Trained alone from the same first values θ₀ it gets as far, in about as many steps.
      They call it a **winning ticket**, because whoever draws many weights has bought many small networks at once.
      Rounds of pruning find it. With a **mask** m of ones and zeros:
      """)
    notebook.equation(
      latex: #"""
        \theta_0 \xrightarrow{\ \text{train}\ } \theta, \qquad m_i = 1 \text{ where } |\theta_i| \text{ is large}, \qquad
        \theta_0 \leftarrow m \odot \theta_0
        """#,
      plain: "θ₀ → train → θ,   mᵢ = 1 where |θᵢ| is large,   θ₀ ← m ⊙ θ₀")
    notebook.code(
      """
      let first = network.state
      for round in 1...5 {
        train(network)
        let masks = weights.map { magnitudeMask(of: $0.value, removing: gone(after: round)) }
        network.state = first
        for (weight, mask) in zip(weights, masks) { weight.mask = mask }
      }
      """)
  }
}

// MARK: - Digits

extension Lesson36 {
  private func tellOfTheDigits(_ trials: Trials<Arm, Run>, in notebook: Notebook) {
    let seeds = trials.seeds.count
    let (whole, seventh, fourteenth, last) = (Arm(round: 0), Arm(round: 3), Arm(round: 4), Arm(round: 5))
    func loss(_ arm: Arm) -> Double { -trials.difference(arm, whole, \.accuracy).mean }
    notebook.section("Digits")
    notebook.text(
      """
      A network 64-100-50-10 has 11,900 weights, drawn evenly between ±1/√inputs, and biases that start at 0. Adam
      trains it with a rate of \(plain(rate)) for \(counted(epochs, "epoch")) of 18 steps on 1,200 digits; the last 397
      of the file are tested. Each round prunes half of what is left of each layer, of the last layer a quarter.
      That leaves \(listed((1...rounds).map(share))).

      Beside the ticket **another draw** is trained on the same batches: new first values under the ticket's mask.
      """)
    let isMost =
      trials[seventh].untrained.mean > 50 && loss(seventh) < 1 && trials[Arm(.fresh, round: 3)].untrained.mean < 20
    notebook.figure(
      roundsFigure(
        trials, rounds: rounds, shares: (0...rounds).map(share),
        title: isMost
          ? "A seventh of the weights does as well, and reads before it is trained"
          : "What is read with fewer and fewer weights"),
      caption: """
        Mean, least and greatest of \(seeds) seeds. The thin lines are read before training, all weights at values that
        were drawn, or 0. Dashed: guessing.
        """, cover: true)
    func level(_ run: Run) -> Double { run.accuracy - 2 }
    let times = trials.seeds.indices.map { place in
      [whole, seventh, Arm(.fresh, round: 3)].map {
        trials[$0].all[place].epochs(until: level(trials[whole].all[place]))
      }
    }
    let medians = (0..<3).map { arm in Summary(of: times.map { $0[arm] }).median }
    func told(_ epochs: Double) -> String {
      epochs.isFinite ? "after \(plain(epochs)) \(epochs == 1 ? "epoch" : "epochs")" : "never"
    }
    notebook.claim(
      "36.1",
      """
      A network contains a small one that, trained alone from its own first values, reads about as well in about as
      many steps.
      """,
      test: """
        with \(share(3)) kept, in \(counted(epochs, "epoch")), it reads at most 1 point less than the whole network on
        average; and at the median it needs at most 1 epoch more to come within 2 points of what the whole network
        reads at the end
        """,
      source: .note(1, "Best Practices and Lottery Ticket Hypothesis"), rows: ["1.105"], verdict: .holds,
      when: loss(seventh) <= 1 && medians[1] <= medians[0] + 1,
      measured: "\(signed(-loss(seventh))) points; within 2 \(told(medians[1])), the whole \(told(medians[0]))",
      detail: "another draw under the mask, at the median: \(told(medians[2]))",
      revised: "it asked for no more epochs; this held from nine first seeds, from one of them by only half an epoch",
      runs: seeds)
    notebook.reference(
      "[Frankle & Carbin 2019](https://arxiv.org/abs/1803.03635): the lottery ticket hypothesis, and the rounds that find tickets"
    )
    notebook.claim(
      "36.2", "A part of a large network can do what the whole network can.",
      test: """
        with \(listed([1, 2, 3].map(share))) kept the ticket reads at most 1 point less than the whole on average, with
        \(share(5)) at least 1.5 points less
        """,
      source: .note(
        1, "Best Practices and Lottery Ticket Hypothesis",
        corrected: Correction(
          "C24", .imprecise,
          "It is a hypothesis with experiments for it, not a proof; and good initialisation means going back to the original one."
        )),
      rows: ["1.104"], verdict: .holdsIf("the part is large enough, here a seventh"),
      when: (1...3).allSatisfy { loss(Arm(round: $0)) <= 1 } && loss(last) >= 1.5,
      measured: "\(signed(-loss(last))) points with \(share(5)) kept", revised: revised, runs: seeds)
    let behind = trials.difference(fourteenth, Arm(.fresh, round: 4), \.accuracy)
    notebook.claim(
      "36.3", "With good first values more than 90 % of the weights can go.",
      test: """
        with \(share(4)) kept the ticket reads at most 3 points less than the whole on average, and another draw under
        its mask at least 2 points less than the ticket
        """,
      source: .note(1, "Best Practices and Lottery Ticket Hypothesis"), rows: ["1.106"],
      verdict: .holdsIf("up to 3 points may go with them"), when: loss(fourteenth) <= 3 && behind.mean >= 2,
      measured: "\(signed(-loss(fourteenth))) points, another draw \(signed(-loss(fourteenth) - behind.mean))",
      revised: revised, runs: seeds)
  }

  /// What the page says of each test.
  var revised: String { "none; written after trials" }
}
