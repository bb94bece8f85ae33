import ArgumentParser
import Datasets
import Descent
import Experiments
import Notebook

/// Lesson 27 · Large batches and data parallelism
///
/// Workers that weigh their gradients are one worker with a larger batch; that saves steps until the noise is averaged away.
struct Lesson27: Lesson {
  static let card = LessonCard.number(27)
  @OptionGroup var common: CommonOptions
  @Option("Workers that share a batch of 64", .from(2...16)) var workers = 4
  @Option("Learning rate of a batch of 8", .from(0.0005...0.05)) var baseRate = 0.01
  @Option("Training loss at which the race of batch sizes ends", .from(0.1...1)) var target = 0.3

  func write(in notebook: Notebook) async throws {
    try trainWithProcesses()
    let digits = try Digits.load()
    await tellOfShares(digits, in: notebook)
    await tellOfOneNetwork(digits, in: notebook)
    tellOfTraffic(Training.task(digits, seed: common.seed), in: notebook)
    await tellOfRules(digits, in: notebook)
    await tellOfNoise(digits, in: notebook)
    notebook.section("What to notice")
    notebook.list([
      "Weigh each worker by its samples: a last batch that does not come out even is enough to go wrong.",
      "Broadcast the start, then compare the weights.",
      "Count steps and samples apart: the one costs time, the other work.",
    ])
    try await setExercises(digits, in: notebook)
    notebook.answer(
      """
      When they start alike and weigh their gradients by their shares: then they are one network with a larger batch. That
      saves steps, if the rate grows with the batch, until the noise of the gradient is averaged away.
      """)
  }

  private func setExercises(_ digits: Digits, in notebook: Notebook) async throws {
    let usual = try Self.parse(["--seed", "\(common.seed)"])
    try await exercise(
      "--workers 16", "Predict: how far is the first joint gradient off now, with batch normalisation and without?",
      in: notebook
    ) { lesson in
      func off(_ isNormalised: Bool) async -> Double {
        await Runs(seeds: lesson.common.seeds(10)) {
          JointGradient.equal(lesson.workers, isNormalised: isNormalised, on: Training.task(digits, seed: $0))
        }.weighed.mean
      }
      let (with, without) = await (off(true), off(false))
      return """
        Without by \(significant(without, 2)), rounding as before; with it by \(percent(with, 0)). Means and variances of 4 digits
        say little of those of 64.
        """
    }
    try await exercise(
      "--base-rate 0.04",
      "The batch of 8 takes 0.04 instead of 0.01. Predict: up to which batch do all stay within 3 points of it?",
      in: notebook
    ) { lesson in
      let (slow, there) = await (usual.scaling(digits, [.linear]), lesson.scaling(digits, [.linear]))
      let (before, after) = (lastGood(slow), lastGood(there))
      let next = Arm(rule: .linear, batchSize: min(2 * after, 512))
      let rate = next.rule.rate(lesson.baseRate, times: next.workers)
      return """
        Up to \(after), with 0.01 up to \(before). The next, \(next.batchSize), has a rate of \(plain(rate)) and reads
        \(fixed(there[next].accuracy.mean, 0)) %. A base rate nearer to the largest that works at all leaves less room to scale.
        """
    }
    try await exercise(
      "--target 0.1",
      "Later the gradient is smaller, and samples disagree as before. Predict: does B* grow or shrink?", in: notebook
    ) { lesson in
      let (first, later) = await (law(usual.race(digits)), law(lesson.race(digits)))
      return """
        It grows, from \(fixed(first.criticalBatch, 0)) at a loss of 0.3 to \(fixed(later.criticalBatch, 0)): with less signal for
        the same noise more samples have to be averaged. A batch that is too large at the start may be right at the end.
        """
    }
  }
}

// MARK: - One batch

extension Lesson27 {
  private func tellOfShares(_ digits: Digits, in notebook: Notebook) async {
    notebook.section("Three numbers")
    notebook.text(
      """
      Three samples have the gradients 1, 4 and 6; their mean is 11/3. Two workers share them: one gets (1, 4) and finds
      2.5, the other gets (6) and finds 6. The mean of both, 4.25, is wrong: the lonely sample counted as much as two.
      Weigh each worker by its share, ⅔ · 2.5 + ⅓ · 6 = 11/3, and it is right.

      That is **data parallelism**: each worker holds the network and a part of the batch, and one sum is exchanged.
      """)
    notebook.code(
      """
      B samples ─┬─ b₀ → worker 0 → b₀/B · g₀ ─┐
                 ├─ b₁ → worker 1 → b₁/B · g₁ ─┼─ sum → the same step for all
                 └─ b₂ → worker 2 → b₂/B · g₂ ─┘
      """, language: "text")
    notebook.equation(
      latex: #"g = \frac{1}{B}\sum_{i=1}^{B} g_i = \sum_w \frac{b_w}{B}\, \bar g_w, \qquad B = \sum_w b_w"#,
      plain: "g = (1/B) Σ gᵢ = Σ (b_w/B) ḡ_w,   B = Σ b_w")
    notebook.text(
      """
      B is the **effective batch size**. With a network 64-32-10 on digits, how far the joint gradient is from that of one worker:
      """)
    notebook.shows("3.72", "4.24")
    let equal = shards(of: Array(0..<Training.sharedBatch), workers: workers).map(\.count)
    let splits = [equal, [20, 20, 20, 4], [40, 5, 3, 2]]
    var rows: [[String]] = []
    for sizes in splits {
      let runs = await Runs(seeds: common.seeds(10)) { JointGradient(sizes, on: Training.task(digits, seed: $0)) }
      let name = Set(sizes).count == 1 ? "\(sizes.count) × \(sizes[0])" : sizes.map { "\($0)" }.joined(separator: ", ")
      rows.append(
        [name] + [runs.plain.mean, runs.weighed.mean].map { $0 < 1e-4 ? significant($0, 1) : percent($0, 0) })
    }
    notebook.table(columns: ["samples of each worker", "plain mean off by", "weighed mean off by"], rows: rows)
  }

  private func tellOfOneNetwork(_ digits: Digits, in notebook: Notebook) async {
    let (seeds, count) = (common.seeds(10), workers)
    let unnormed = await Runs(seeds: seeds) { Shared(count, isNormalised: false, on: Training.task(digits, seed: $0)) }
    let normed = await Runs(seeds: seeds) { Shared(count, isNormalised: true, on: Training.task(digits, seed: $0)) }
    let strangers = await Runs(seeds: seeds) { Strangers(count, on: Training.task(digits, seed: $0)) }
    notebook.section("One network on several machines")
    notebook.text(
      """
      Each addition rounds: in 32 bits (10⁸ + 1) − 10⁸ is 0, and (10⁸ − 10⁸) + 1 is 1. So the *order* of the sum matters, and
      after \(Training.sharedSteps) steps the weights of \(count) workers and of one differ by
      \(significant(unnormed.distance.mean, 1)) of their length.

      Sums in one order have the same bits. This lesson simulates its workers one after the other and adds neighbours
      first, ((0 + 1) + (2 + 3)), as **Open MPI** does by recursive doubling: log₂ W times, everybody swaps sums with a
      partner. Where it is installed, `swift run Lesson27` also starts the \(count) workers as real processes. They compare their
      last weights with the simulation's; one different bit is an error. `mpirun -n 8 .build/debug/Lesson27` starts eight by hand.
      """)
    let close = unnormed.count { $0.distance < 1e-4 && $0.differing <= 2 }
    let apart = normed.count { $0.gradient > 0.05 && $0.distance > 0.01 }
    let c65 = Correction(
      "C65", .imprecise, "Only if no layer normalises over the batch; to the last bit only if sums have one order.")
    notebook.claim(
      "27.1", "Results are the same on several GPUs if the batch over all of them stays the same.",
      test: """
        300 steps with B = 64, against one worker. Without normalisation: weights within 10⁻⁴ of their length, at most 2 of 600
        test digits read otherwise, in 9 of 10 seeds. The condition is shown if with batch normalisation of each share
        the first gradient is off by 5 % and the weights by 1 % in 10 of 10
        """,
      source: .note(4, "Batch size", corrected: c65), rows: ["4.27"],
      verdict: .holdsIf("no layer looks across the batch, as batch normalisation does"),
      when: 10 * close >= 9 * seeds.count && apart == seeds.count,
      measured: "with batch normalisation the first gradient is off by \(percent(normed.gradient.mean, 0))",
      detail: """
        without it \(unnormed.all.reduce(0) { $0 + $1.differing }) of 6,000 answers differ, with it the weights by
        \(percent(normed.distance.mean, 0)): another network, which reads \(fixed(normed.accuracy.mean, 1)) % against
        \(fixed(normed.accuracyOfOne.mean, 1)) %
        """,
      runs: 2 * seeds.count)
    notebook.text(
      """
      **Batch normalisation** (\(lesson(10))) breaks this: each worker brings its own share to mean 0, where one worker
      would take all \(Training.sharedBatch) digits. Means and variances must then be exchanged, too.

      Workers have to agree on the order of the samples, too, and on the start. If each draws first weights of its own, all
      still take the same steps, so for any two
      """)
    notebook.equation(
      latex: #"\theta_a(t) - \theta_b(t) = \theta_a(0) - \theta_b(0) \quad \text{for ever.}"#,
      plain: "θₐ(t) − θ_b(t) = θₐ(0) − θ_b(0) for ever.")
    let c63 = Correction("C63", .imprecise, "The start, the order of samples and any batch statistics as well.")
    notebook.claim(
      "27.2", "The gradient is the only thing that has to be communicated.",
      test: """
        workers with starts of their own exchange only gradients: the condition is shown if after \(Training.sharedSteps) steps
        the distance of two workers' weights is what it was, to 10⁻⁴ of it, in 10 of 10 seeds
        """,
      source: .note(3, "Large-Batch Learning", corrected: c63), rows: ["3.74"],
      verdict: .holdsIf("all have the same first weights"),
      when: strangers.change.maximum < 1e-4,
      measured: "the distance changes by at most \(significant(strangers.change.maximum, 1)) of itself",
      runs: seeds.count)
    let lost = Summary(of: seeds.indices.map { unnormed.all[$0].accuracy - strangers.all[$0].accuracy })
    notebook.claim(
      "27.3", "Such strangers, who follow gradients taken at other weights, read far less.",
      test: "10 points less than workers with one start in 8 of 10 seeds; seen to be wrong if in none", source: .ours,
      verdict: .doesNotHold, when: lost.maximum < 10, measured: "\(fixed(lost.mean, 1)) points less",
      detail: "\(lost.range(1)) points by seed", runs: seeds.count)
    notebook.text(
      """
      We expected strangers to fail. But they read \(fixed(strangers.accuracy.mean, 1)) % of the test digits, workers with one
      start \(fixed(unnormed.accuracy.mean, 1)) %. That makes a missing broadcast hard to find: it looks like a worse run.
      """)
  }

  private func tellOfTraffic(_ task: DigitsTask, in notebook: Notebook) {
    let (small, large) = (Traffic(batchSize: 64, on: task), Traffic(batchSize: 128, on: task))
    let parameters = small.dataParallel / 2
    notebook.section("What travels")
    notebook.text(
      """
      If W workers send P numbers each to one, which sends the sum back, that one handles 2(W − 1)P. In a **ring**, where
      each passes pieces of the sum to the next, it is 2(W − 1)/W · P for each. **Model parallelism** cuts the network
      instead, as one that is too large for a machine must be: activations go forward and their gradients back, 2Bd numbers at
      a cut of width d. In all that is 2(W − 1)Bd against 2(W − 1)P: data parallelism sends less where B > P/d, here
      \(grouped(parameters)) / 32 = \(fixed(Double(parameters) / 32, 0)).
      """)
    let c62 = Correction("C62", .wrong, "Networks too large for one device are cut as a matter of course.")
    notebook.claim(
      "27.4",
      "Today one uses data parallelism: model parallelism needs much communication, data parallelism often little.",
      test: """
        floats that two workers send in one step, counted: the condition is shown if with B = 64, below P/d, the network cut
        behind the hidden layer costs less, and with B = 128 the batch cut
        """,
      source: .note(3, "Large-Batch Learning", corrected: c62), rows: ["3.71", "3.73"],
      verdict: .holdsIf("the batch times the width of the cut exceeds the parameters"),
      when: small.modelParallel < small.dataParallel && large.modelParallel > large.dataParallel,
      measured: "B = 64: network cut \(grouped(small.modelParallel)), batch cut \(grouped(small.dataParallel)) floats",
      detail: "B = 128: \(grouped(large.modelParallel)) and \(grouped(large.dataParallel))")
  }
}
