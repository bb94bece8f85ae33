import Descent
import Notebook
import Numerics

private let micikevicius = Source.paper(
  "Micikevicius et al. 2018, section 3.2", "https://arxiv.org/abs/1710.03740")
private let pyTorch = Source.paper(
  "PyTorch, automatic mixed precision examples", "https://pytorch.org/docs/stable/notes/amp_examples.html")

extension Lesson12 {
  /// What the second part decides: training in 16 bits, with and without a scale.
  func stateClaimsOnScaling(
    _ races: [Race], _ study: ScaleStudy, _ clipping: ClippingStudy, in notebook: Notebook
  ) {
    let (seeds, reference) = (study.seeds.count, study.reference)
    let (least, greatest) = (study.exponents[0], study.exponents[study.exponents.count - 1])
    notebook.claim(
      "12.9", "In Float32 a loss times 2ᵏ with a learning rate times 2⁻ᵏ trains the same network, to the last bit.",
      source: .ours, verdict: .holds, when: study.isSingleTheSame,
      measured: """
        weights after \(HalfSetting.steps) steps at k = \(signed(least)), 0 and \(signed(greatest)):
        \(study.isSingleTheSame ? "the same" : "different")
        """, seeds: seeds)
    let window = study.window
    let (low, high) = (window.first ?? 0, window.last ?? 0)
    notebook.claim(
      "12.10", "Float16 trains like Float32 while the gradients lie in a window, and fails on either side of it.",
      source: micikevicius, verdict: .holds,
      when: high - low >= 24 && study.accuracy(least, scaled: false).mean < 20
        && study.accuracy(22, scaled: false).mean < 20 && Double(low) > study.floor
        && Double(high) < Summary(of: study.ceilings).maximum,
      measured: """
        \(reference.plusMinus(1)) % in Float32; as good from k = \(signed(low)) to \(signed(high)), a window of
        2\(superscript(high - low)); \(study.accuracy(least, scaled: false).plusMinus(1)) % at k = \(signed(least)),
        \(study.accuracy(18, scaled: false).plusMinus(1)) % at 18 and \(study.accuracy(22, scaled: false).plusMinus(1)) % at 22
        """, seeds: seeds)
    let misses = study.underflows.flatMap { flow in zip(flow.measured, flow.predicted).map { abs($0 - $1) } }
    notebook.claim(
      "12.11", "How many gradients Float16 makes zero can be counted in Float32: those with |g| · 2ᵏ ≤ 2⁻²⁵.",
      source: .ours, verdict: .holds, when: (misses.max() ?? 1) < 0.005,
      measured: """
        \(misses.count) shares from \(percent(study.zeroShare(at: greatest))) to \(percent(study.zeroShare(at: least)));
        measured and counted differ by at most \(percent(misses.max() ?? 1, 2))
        """, seeds: seeds)
    notebook.claim(
      "12.12", "With a scaler that adapts itself Float16 trains whatever the size of the gradients.",
      source: micikevicius,
      verdict: .holdsIf("the first scale lifts the gradients above zero"),
      when: study.isRescued && study.starved.allSatisfy { !$0.hasMoved },
      measured: """
        k = \(signed(least)) to \(signed(greatest)): mean accuracy at least \(fixed(study.worstMean(scaled: true), 1)) %,
        weakest seed
        \(fixed(study.exponents.map { study.accuracy($0, scaled: true).minimum }.min() ?? .nan, 1)) %; from a scale of 1 at
        k = \(signed(ScaleStudy.starvedExponent)) \(study.starved.count { !$0.hasMoved }) of \(seeds) runs never start
        """, seeds: seeds)
    let skips = study.exponents.filter { $0 <= -4 }.flatMap { study.runs($0, scaled: true).map(\.skippedCount) }
    notebook.claim(
      "12.13", "The scaler pays one step for each halving that it needs, and nothing where the gradients are small.",
      source: .ours, verdict: .holds, when: study.worstSlide <= 2 && skips.allSatisfy { $0 == 0 },
      measured: """
        its first slide is within \(study.worstSlide) of the predicted number of steps at every k; up to k = −4 it skipped
        \(skips.max() ?? 0) steps, and at k = 22
        \(fixed(Summary(of: study.runs(22, scaled: true).map { Double($0.skippedCount) }).mean, 1)) on average
        """, seeds: seeds)
    let (starved, fed) = (study.starved, study.fed)
    notebook.claim(
      "12.14", "The scaler increases its scale when the gradients are too low.",
      source: .note(2, "Gradient Clipping Code", slip: "C54"), verdict: .doesNotHold,
      when: starved.allSatisfy { !$0.hasMoved } && fed.allSatisfy(\.hasMoved)
        && zip(starved, fed).allSatisfy { $0.scales == $1.scales },
      measured: """
        it counts clean steps: from a scale of 1, doubled every 25 of them, it grows \(starved[0].growths) times, at the same
        steps in \(zip(starved, fed).count { $0.scales == $1.scales }) of \(seeds) pairs, whether all gradients are zero (k =
        \(signed(ScaleStudy.starvedExponent))) or of their usual size (k = 0)
        """, seeds: seeds)
    let tiny = Gradients(names: ["weight"], tensors: [Tensor([0x1p-20, 1])])
    var scaler = GradientScaler()
    let unscaled = scaler.unscale(tiny)?.tensors[0] ?? tiny.tensors[0]
    let cast = unscaled.rounded(to: .float16)
    notebook.claim(
      "12.15", "Unscaling turns gradients from float16 into float32.",
      source: .note(2, "Gradient Clipping Code", slip: "C55"), verdict: .doesNotHold,
      when: unscaled.dtype == tiny.tensors[0].dtype && unscaled.scalars == [0x1p-36, 0x1p-16] && cast.scalars[0] == 0,
      measured: """
        \(tiny.tensors[0].dtype) before and \(unscaled.dtype) after, each entry divided by 65536: 2⁻²⁰ becomes
        \(significant(unscaled.scalars[0], 3)), which Float16 would make \(fixed(cast.scalars[0], 0)). The gradient of a
        Float32 weight is Float32 all along
        """)
    let (free, right, wrong) = (clipping.trials[0], clipping.trials[1], clipping.trials[2])
    let worse = zip(right.runs, wrong.runs).count { $0.accuracy > $1.accuracy + 0.3 }
    notebook.claim(
      "12.16", "Unscale before you clip: in the other order a step is 1/s of what it should be.", source: pyTorch,
      verdict: .holds,
      when: worse == seeds && wrong.longestStep <= HalfSetting.learningRate * maxNorm / ClippingStudy.scale * 1.001,
      measured: """
        \(right.accuracy.plusMinus(1)) % against \(wrong.accuracy.plusMinus(1)) %, worse by more than 30 points in \(worse) of
        \(seeds) pairs (without clipping \(free.accuracy.plusMinus(1)) %); longest step
        \(significant(wrong.longestStep, 3)), ηt/s is
        \(significant(HalfSetting.learningRate * maxNorm / ClippingStudy.scale, 3))
        """, seeds: seeds)
    let ended = study.clippedOnly.count { !$0.isAlive }
    notebook.claim(
      "12.17", "Clipping keeps the gradient's norm finite in mixed precision.",
      source: .note(2, "Gradient Clipping Code", slip: "C53"), verdict: .doesNotHold, when: ended == seeds,
      measured: """
        at k = \(ScaleStudy.clippedExponent) \(ended) of \(seeds) clipped runs end as nan; with a scaler and no clipping
        \(study.runs(ScaleStudy.clippedExponent, scaled: true).count { !$0.isAlive })
        """, seeds: seeds)
    let brain = study.brain.map(accuracySummary)
    let gap = brain.map { abs($0.mean - reference.mean) }.max() ?? .infinity
    notebook.claim(
      "12.18", "bfloat16, which has Float32's range, needs no scale.",
      source: .paper("Kalamkar et al. 2019", "https://arxiv.org/abs/1905.12322"), verdict: .holds, when: gap < 1.5,
      measured: """
        \(listed(brain.map { "\(fixed($0.mean, 1)) %" })) at k = \(signed(least)), 0 and \(signed(greatest)), Float32
        \(fixed(reference.mean, 1)) %
        """, seeds: seeds)
  }
}
