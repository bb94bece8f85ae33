import Descent
import Notebook
import Numerics

private let micikevicius = Source.paper(
  "Micikevicius et al. 2018, section 3.2", "https://arxiv.org/abs/1710.03740")
private let ieee = Source.paper("IEEE 754-2019")
private let pyTorch = Source.paper(
  "PyTorch, automatic mixed precision examples", "https://pytorch.org/docs/stable/notes/amp_examples.html")

extension Lesson12 {
  /// What the first part decides: where a nan comes from, and which check finds it.
  func stateClaims(_ races: [Race], _ study: ScaleStudy, _ clipping: ClippingStudy, in notebook: Notebook) {
    let seeds = races.count
    let diverging = races.flatMap { race in NumberFormat.allCases.map { race[$0] } }
    let firsts = diverging.map(\.finds) + study.broken.map(\.finds)
    let startWithInf = firsts.count { $0.first?.kind == .infinite }
    notebook.claim(
      "12.1", "An update that is too large for its format overflows to nan.",
      source: .note(1, "Gradient Exploding/Vanishing", slip: "C3"), verdict: .doesNotHold,
      when: startWithInf == firsts.count && !firsts.isEmpty,
      measured: """
        the first number that was not finite was inf in \(startWithInf) of \(firsts.count) runs; in the regression in
        Float32 at step \(races[0][.float32].firstInfinity?.step ?? 0), the first nan at step
        \(races[0][.float32].firstNaN?.step ?? 0)
        """, seeds: seeds)
    let steps = races.flatMap { race in
      NumberFormat.allCases.flatMap { format -> [(measured: Int, predicted: Int)] in
        let run = race[format]
        return [
          (run.firstInfinity?.step ?? -1, race.problem.predictedInfinity(in: format)),
          (run.firstNaN?.step ?? -1, race.problem.predictedNaN(in: format)),
        ]
      }
    }
    let gaps = steps.map { abs($0.measured - $0.predicted) }
    notebook.claim(
      "12.2",
      "The first inf comes when the square of the error outgrows the format, the first nan when the error does.",
      source: .ours, verdict: .holds,
      when: steps.allSatisfy { abs($0.measured - $0.predicted) <= max(1, $0.predicted / 20) },
      measured: """
        in \(NumberFormat.allCases.count) formats \(gaps.count { $0 == 0 }) of \(gaps.count) first steps are those that e₀, ρ
        and X v predict, none is off by more than \(gaps.max() ?? 0)
        """, seeds: seeds)
    let delays = diverging.map(\.delay)
    notebook.claim(
      "12.3", "A check for nan alone notices the same failure after about twice as many steps.", source: .ours,
      verdict: .holds,
      when: zip(diverging, delays).allSatisfy { run, delay in delay + 1 >= (run.firstInfinity?.step ?? 0) },
      measured: """
        \(races[0][.float16].delay) steps later in Float16, \(races[0][.float32].delay) in Float32 and
        \(races[0][.float64].delay) in Float64
        """, seeds: seeds)
    let dead = study.broken.filter { !$0.isAlive }
    let leads = dead.map { run in
      (run.finds.first { $0.name == "loss" }?.step ?? HalfSetting.steps) - (run.finds.first?.step ?? 0)
    }
    let isBackward = dead.allSatisfy { $0.finds.first?.name.hasPrefix("∂") ?? false }
    notebook.claim(
      "12.4", "It is enough to check the loss.", source: .ours, verdict: .doesNotHold,
      when: !dead.isEmpty && isBackward && leads.allSatisfy { $0 >= 1 },
      measured: """
        in \(dead.count) of \(dead.count) runs in Float16 that end as nan a gradient was inf first, and the loss was still
        finite then; at the next step, when it no longer was, the weights were lost
        """, seeds: study.seeds.count)
    let (infinite, notANumber) = (Checks([.infinity, 1]), Checks([.nan, 1]))
    notebook.claim(
      "12.5", "What `isnan` finds in a gradient is inf, and what `isinf` finds is nan.",
      source: .note(2, "Gradient Clipping Code", slip: "C51"), verdict: .doesNotHold,
      when: infinite.noteSays == "nan" && notANumber.noteSays == "inf" && !infinite.anyNaN && !notANumber.anyInfinite,
      measured: """
        of (inf, 1) note 2 prints “\(infinite.noteSays)”, of (nan, 1) “\(notANumber.noteSays)”: the labels are exchanged, and
        the earlier of the two signs is taken for the later
        """)
    let (opposite, large) = (Checks([.infinity, -.infinity]), Checks([3e38, 3e38]))
    notebook.claim(
      "12.6", "The sum of all parameters, which note 2 prints, tells whether one is inf or nan.",
      source: .note(2, "Gradient Clipping Code"), verdict: .doesNotHold,
      when: large.sum.isInfinite && large.allFinite && opposite.sum.isNaN && !opposite.anyNaN
        && large.sumOfZeroTimes == 0 && [infinite, notANumber, opposite].allSatisfy { $0.sumOfZeroTimes.isNaN },
      measured: """
        the sum of (3e38, 3e38) is \(short(large.sum)), of (inf, −inf) \(short(opposite.sum)); the sum of 0 · x, which
        tells it, is \(short(large.sumOfZeroTimes)) and \(short(opposite.sumOfZeroTimes))
        """)
    let careful = [Double.nan, 1].clipped(by: .shrink(factor: 0.1, above: 1))
    notebook.claim(
      "12.7", "A test such as ‖g‖ > t, or a maximum, notices a nan.", source: ieee, verdict: .doesNotHold,
      when: !(notANumber.sum > 1) && Swift.max(Float.nan, 1).isNaN && Swift.max(1, Float.nan) == 1 && careful[1] == 1,
      measured: """
        nan > 1 is \(notANumber.sum > 1), so a gradient (nan, 1) passes; max(nan, 1) is \(short(Swift.max(Float.nan, 1))),
        max(1, nan) is \(short(Swift.max(1, Float.nan)))
        """)
    let half = HalfFormat.float16
    let edges: [(Double, Double)] = [
      (65519.99, 65504), (65520, .infinity), (0x1p-25, 0), (0x1p-25 * 1.0001, 0x1p-24), (1.5 * 0x1p-24, 0x1p-23),
    ]
    notebook.claim(
      "12.8", "Float16 ends at 65504 above and at 2⁻²⁴ below; from half-way beyond, a number is inf or 0.",
      source: ieee,
      verdict: .holds, when: edges.allSatisfy { half.rounded($0.0) == $0.1 },
      measured: """
        65519.99 becomes \(fixed(half.rounded(65519.99), 0)) and 65520 \(fixed(half.rounded(65520), 0)); 2⁻²⁵ becomes
        \(fixed(half.rounded(0x1p-25), 0)) and 1.0001 · 2⁻²⁵ \(significant(half.rounded(0x1p-25 * 1.0001), 3)), which is 2⁻²⁴
        """)
  }

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
      verdict: .holds, when: study.isRescued,
      measured: """
        k = \(signed(least)) to \(signed(greatest)): mean accuracy at least \(fixed(study.worstMean(scaled: true), 1)) %,
        weakest seed
        \(fixed(study.exponents.map { study.accuracy($0, scaled: true).minimum }.min() ?? .nan, 1)) %
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
    let starved = study.starved
    notebook.claim(
      "12.14", "The scaler increases its scale when the gradients are too low.",
      source: .note(2, "Gradient Clipping Code", slip: "C54"), verdict: .doesNotHold,
      when: starved.allSatisfy { !$0.hasMoved && $0.scales.allSatisfy { $0 == 0 } },
      measured: """
        from a scale of 1 and at k = \(signed(ScaleStudy.starvedExponent)) every gradient was zero for all
        \(HalfSetting.steps) steps in \(starved.count { !$0.hasMoved }) of \(starved.count) runs, and the scale stayed
        \(plain(.exp2(starved[0].scales.last ?? 0))): it counts 2,000 clean steps, whatever their gradients
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
