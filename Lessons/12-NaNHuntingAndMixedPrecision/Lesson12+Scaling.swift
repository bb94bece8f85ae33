import Datasets
import Descent
import Gnuplot
import Notebook

extension Lesson12 {
  /// What 16 bits hold, what becomes zero in them, and the window of gradients with which Float16 trains.
  func tellOfSixteenBits(_ study: ScaleStudy, in notebook: Notebook) {
    notebook.section("Sixteen bits")
    notebook.text(
      """
      Half the bits take half the memory, and processors made for them multiply several times as fast. Float16 has a finer
      step and bfloat16 a wider range:
      """)
    notebook.table(
      columns: [
        "format", "largest", "smallest normal", "smallest", "step above 1", "eˣ is inf above", "x² is inf above",
      ],
      rows: NumberFormat.allCases.map { format in
        [
          format.rawValue, significant(format.largest, 5), significant(format.smallestNormal, 3),
          significant(format.smallest, 3), significant(format.epsilon, 2), fixed(format.exponentialLimit, 2),
          significant(format.squareLimit, 4),
        ]
      })
    notebook.text(
      """
      In **mixed precision** the layers compute in 16 bits and the weights that are updated stay in Float32: a step of
      10⁻⁴ would be lost beside a weight of 1, for in Float16 1 + 10⁻⁴ is \(plain(HalfFormat.float16.rounded(1 + 1e-4))). A
      network of \(Digits.pixelCount) pixels, 32 ReLU units and \(Digits.classCount) digits learns with η =
      \(plain(HalfSetting.learningRate)) on mini-batches of \(HalfSetting.batchSize) for \(HalfSetting.epochs) epochs, its
      weights, activations and all gradients rounded to the format.

      Gradients are small: depth can make them so (\(lesson(8))), and the better a network reads the smaller they are. At the
      end of training Float16 makes \(percent(study.zeroShare(at: 0))) of those by the logits zero (Figure 2). To see what smaller and larger ones do, multiply the loss by
      2ᵏ and the learning rate by 2⁻ᵏ. In Float32 that changes not a single bit of the trained weights, from
      k = \(signed(study.exponents.first ?? 0)) to \(signed(study.exponents.last ?? 0)).
      """)
    notebook.figure(
      underflowFigure(study),
      caption: """
        Left, the magnitudes in Float32 after training, over an epoch of \(study.seeds.count) networks. Right, the share of
        zeros when they are computed in Float16, and dashed the share of the left picture with |g| · 2ᵏ ≤ 2⁻²⁵, half of the
        smallest number (a tie, and zero is even).
        """)
    let window = study.window
    notebook.figure(
      windowFigure(study),
      caption: """
        Means over \(study.seeds.count) seeds, with bands from the least to the greatest. Dashed, two limits that are
        known beforehand: no gradient by a logit exceeds 1/\(HalfSetting.batchSize), so from k =
        \(signed(Int(study.floor))) down all are zero; and the largest gradient of Float32's runs is inf above k =
        \(fixed(Summary(of: study.ceilings).mean, 1)).
        """, cover: true)
    notebook.text(
      window.isEmpty
        ? "Without a scaler there is no k at which Float16 trains like Float32."
        : """
        Between the cliffs lies a window of 2\(superscript(window[window.count - 1] - window[0])), from k =
        \(signed(window[0])) to \(signed(window[window.count - 1])), in which Float16 is as good as Float32 (within 1.5
        points). It bears more zeros than one would think: at k = \(signed(window[0])) Float16 would lose
        \(percent(study.zeroShare(at: window[0]), 0)) of the gradients by the logits at the end of Float32's training, and still
        the accuracy is \(fixed(study.accuracy(window[0], scaled: false).mean, 1)) %.
        Right of the window a single inf ends the run. The hunter saw it happen:
        """)
    guard let exponent = study.exponents.first(where: { !study.broken(at: $0).isEmpty }),
      let broken = study.broken(at: exponent).first
    else { return }
    notebook.table(
      columns: ["step", "in", "are", "of them"],
      rows: broken.finds.prefix(6).map { ["\($0.step)", $0.name, $0.kind.rawValue, "\($0.count)"] },
      caption: """
        A run that broke, at k = \(signed(exponent)): what was inf or nan for the first time, in the order in which it was
        computed. The loss of step \(broken.finds[0].step) was still finite.
        """)
  }

  /// The scale, and how it looks after itself.
  func tellOfTheScaler(_ study: ScaleStudy, in notebook: Notebook) {
    notebook.section("A scale that looks after itself")
    notebook.text(
      "So move the gradients into the window: multiply the loss by a scale s, and divide the gradients by it.")
    notebook.equation(
      latex: #"g = \frac1s \cdot \frac{\partial (s L)}{\partial \theta}, \qquad 2^{-24} \lesssim s |g| \le 65504"#,
      plain: "g = (1/s) · ∂(s L)/∂θ,   2⁻²⁴ ≲ s |g| ≤ 65504")
    notebook.text(
      """
      Which s? One that is too large shows itself by inf, one that is too small does not show at all. So a scaler starts high.
      When a gradient is inf or nan it halves the scale and skips the step; after so many clean steps in a row (here
      \(grouped(growthInterval)), in PyTorch 2,000) it doubles it. In this course's framework a skipped step has no gradients,
      so that nothing can be updated with them:
      """)
    notebook.code(
      """
      var scaler = GradientScaler()  // from 65536
      let (_, scaled) = valueAndGradients(of: model) { scaler.scaled(loss()) }
      if let gradients = scaler.unscale(scaled) {
        optimizer.update(model, with: gradients.clipped(by: .globalNorm(1)))
      }
      """)
    notebook.figure(
      scaleFigure(study),
      caption: """
        Seed \(study.seeds[0]). The steps on which the scale falls are skipped. Dashed, the scale at which the largest
        gradient of Float32's run would be inf.
        """)
    let chosen = study.runs(study.chosen, scaled: true)
    notebook.table(
      columns: [
        "k", "Float16", "end as nan", "with a scaler", "least seed", "skipped",
      ],
      rows: Set([study.exponents[0], study.chosen, 0, 18, 22]).sorted().map { exponent in
        let (bare, scaled) = (study.accuracy(exponent, scaled: false), study.accuracy(exponent, scaled: true))
        let skipped = Summary(of: study.runs(exponent, scaled: true).map { Double($0.skippedCount) })
        return [
          signed(exponent), "\(bare.plusMinus(1)) %", "\(study.runs(exponent, scaled: false).count { !$0.isAlive })",
          "\(scaled.plusMinus(1)) %", "\(fixed(scaled.minimum, 1)) %",
          skipped.minimum == skipped.maximum
            ? fixed(skipped.minimum, 0) : "\(fixed(skipped.minimum, 0))–\(fixed(skipped.maximum, 0))",
        ]
      },
      caption: """
        Test accuracy over \(study.seeds.count) seeds, and how many of the \(HalfSetting.steps) steps the scaler skipped.
        Float32 reaches \(study.reference.plusMinus(1)) % at every k,
        bfloat16, without a scaler, \(accuracySummary(study.brain[0]).plusMinus(1)) % at k = \(signed(study.exponents[0]))
        and \(accuracySummary(study.brain[2]).plusMinus(1)) % at k = \(signed(study.exponents[study.exponents.count - 1])).
        """)
    let slides = Summary(of: chosen.map { Double($0.slide) })
    let predicted = study.seeds.indices.map { Double(study.predictedSlide(study.chosen, seed: $0)) }
    notebook.text(
      """
      At k = \(signed(study.chosen)) the scale slides for \(fixed(slides.minimum, 0)) to \(fixed(slides.maximum, 0)) steps, one
      for each halving; log₂(\(plain(GradientScaler().scale)) · 2ᵏ · max|g| / 65504), rounded up, with Float32's first gradient says
      \(fixed(predicted.min() ?? 0, 0)) to \(fixed(predicted.max() ?? 0, 0)). Each later doubling that was one too many costs
      one more step. Nothing else is lost: a skipped step leaves weights and optimizer as they were.
      """)
  }

  /// Unscale, then clip.
  func tellOfClipping(_ study: ClippingStudy, _ scales: ScaleStudy, in notebook: Notebook) {
    notebook.section("Unscale, then clip")
    notebook.text(
      """
      A threshold is meant for gradients, not for scaled ones. With s = \(plain(ClippingStudy.scale)) and in the wrong order
      a gradient is cut to t and then divided by s: no step can be longer than ηt/s.
      """)
    notebook.table(
      columns: ["order", "test accuracy", "least seed", "longest step"],
      rows: study.trials.map { trial in
        [
          trial.words, "\(trial.accuracy.plusMinus(1)) %", "\(fixed(trial.accuracy.minimum, 1)) %",
          significant(trial.longestStep, 2),
        ]
      },
      caption: "k = 0, \(scales.seeds.count) seeds.")
    notebook.text(
      """
      And clipping does not replace the scaler. At k = \(ScaleStudy.clippedExponent), with the norm clipped and no scaler,
      \(scales.clippedOnly.count { !$0.isAlive }) of \(scales.clippedOnly.count) runs end as nan: an infinite norm makes the
      factor t/‖g‖ zero, and 0 · inf is nan (\(lesson(6))).
      """)
  }
}
