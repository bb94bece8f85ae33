import Datasets
import Descent
import Experiments
import Notebook
import Numerics

extension Lesson12 {
  /// Above the window, where the first gradients of every run are inf.
  static let aboveWindow = 20
  /// A scale that a run does not change, to see what the order of clipping and unscaling does.
  static let fixedScale = 1024.0
  /// A start too low for gradients of 2⁻²⁴ times their size: four doublings in a run are too few.
  static let lowScaler = GradientScaler(initialScale: 1, growthInterval: 25)

  var scaler: GradientScaler { GradientScaler(growthInterval: growthInterval) }

  /// Clipped at a scale of 1024, in the right order or in the wrong one.
  func clipped(first: Bool, to limit: Double) -> Setting {
    Setting(
      scaler: GradientScaler(initialScale: Self.fixedScale), clipping: .globalNorm(limit), clipsFirst: first)
  }
  /// Clipped above the window, without a scaler; t is meant for gradients of their usual size.
  var clippedOnly: Setting {
    Setting(exponent: Self.aboveWindow, clipping: .globalNorm(maxNorm * power(Self.aboveWindow)))
  }

  /// The trainings of some settings, or of all that the page tells of, each from ten seeds.
  func trials(_ digits: Digits, _ some: [Setting]? = nil) async -> Trials<Setting, Run> {
    let all =
      Setting.exponents.flatMap { [Setting(exponent: $0), Setting(exponent: $0, scaler: scaler)] }
      + Setting.fewExponents.flatMap { k in [NumberFormat.float32, .bfloat16].map { Setting(format: $0, exponent: k) } }
      + [-24, 0].map { Setting(exponent: $0, scaler: Self.lowScaler) }
      + [clippedOnly, clipped(first: true, to: maxNorm), clipped(first: false, to: maxNorm)]
    return await Trials(some ?? all, seeds: common.seeds(10), "mixed precision") { train(digits, $0, seed: $1) }
  }

  // MARK: The hunt in a network

  func tellOfTheHunt(
    _ trials: Trials<Setting, Run>, _ overflows: Trials<NumberFormat, OverflowRun>, in notebook: Notebook
  ) {
    let broken = Setting.exponents.flatMap { k in
      trials[Setting(exponent: k)].all.filter { !$0.isAlive }.map { (exponent: k, finds: $0.finds) }
    }
    notebook.section("The hunt in a network")
    notebook.text(
      """
      In **mixed precision** the layers compute in 16 bits, in half the memory and faster; the weights that are updated stay in
      Float32. Take a network of \(Digits.pixelCount) pixels, 32 ReLU units and \(Digits.classCount) digits in Float16, with η =
      \(plain(Setting.learningRate)) on mini-batches of \(Setting.batchSize) for \(Setting.steps) steps. So that small gradients
      do not become zero in 16 bits, somebody has multiplied the loss by 2ᵏ and the learning rate by 2⁻ᵏ.
      """)
    if let (exponent, finds) = broken.first {
      notebook.text(
        """
        At k = \(signed(exponent)) a run's loss is nan at step \(finds.first { $0.name == "loss" }?.step ?? 0). The hunter has noted:
        """)
      notebook.table(
        columns: ["step", "tensor", "holds", "how many"],
        rows: finds.prefix(5).map { ["\($0.step)", $0.name, $0.kind.rawValue, "\($0.count)"] },
        caption: "First finds, in the order of computing; ∂ marks gradients.")
      notebook.text(
        """
        It began with \(counted(finds[0].count, "number")) in \(finds[0].name), too large for Float16. The loss of step
        \(finds[0].step) was still finite; its update spoiled the weights. So look at the gradients *before* the update,
        skip a step that is not finite, and make the factor smaller. How small?
        """)
    }
    let stories = overflows.arms.flatMap { overflows[$0].all.map(\.finds) } + broken.map(\.finds)
    let ended = stories.count { $0.beginWithInfinity && $0.first(.notANumber) != nil }
    notebook.claim(
      "12.2", "An update that is too large for its format overflows to nan.",
      test: "In every run that broke, of either kind, the first number that was not finite is inf, and a nan follows.",
      source: .note(
        1, "Gradient Exploding/Vanishing",
        corrected: Correction(
          "C3", .imprecise, "Overflow gives inf; nan follows from 0 · inf or inf − inf. The type is float64.")
      ),
      rows: ["1.17"], verdict: .holdsIf("one waits: inf comes first, and nan follows from it"),
      when: ended == stories.count, measured: "\(ended) of \(stories.count)", runs: stories.count)
    let late = broken.count { _, finds in
      let loss = finds.first { $0.name == "loss" }?.step ?? Setting.steps
      return finds[0].name.hasPrefix("∂") && finds[0].step < loss
    }
    notebook.claim(
      "12.3", "To catch a nan in time it is enough to watch the loss.",
      test: """
        In 9 of 10 Float16 runs that end as nan a gradient is inf at a step whose loss is still finite: then it does not hold.
        """,
      source: .folklore, verdict: .doesNotHold, when: !broken.isEmpty && 10 * late >= 9 * broken.count,
      measured: "too late in \(late) of \(broken.count)", runs: broken.count)
  }

  // MARK: The window

  func tellOfTheWindow(_ trials: Trials<Setting, Run>, in notebook: Notebook) {
    let (exponents, reference, window) = (Setting.exponents, trials.reference.accuracy, trials.window)
    let (least, greatest) = (exponents[0], exponents[exponents.count - 1])
    let isSame = Setting.fewExponents.allSatisfy { k in
      trials.count(Setting(format: .float32, exponent: k), Setting(format: .float32)) { $0.weights == $1.weights }
        == trials.seeds.count
    }
    notebook.section("The window")
    notebook.text(
      """
      Try every second k from \(signed(least)) to \(signed(greatest)). 2ᵏ and 2⁻ᵏ cancel: in Float32, at \(Setting.fewExponents.count) of them,
      \(isSame ? "not a single bit" : "little") of the trained weights changes. Whatever changes in Float16 is Float16's doing,
      with gradients of any size (\(lesson(8)) makes them by depth).
      """)
    notebook.figure(
      windowFigure(trials, scaler: scaler),
      caption: """
        Means over \(trials.seeds.count) seeds; bands from the least to the greatest. Dashed, two limits predicted without Float16.
        """, cover: true)
    notebook.text("The two limits come from Float16's smallest number, 2⁻²⁴, and its largest:")
    notebook.equation(
      latex: #"""
        \underbrace{2^k \cdot \tfrac{1}{64} \le 2^{-25}}_{\text{all gradients become 0}} \iff k \le -19
        \qquad\qquad \underbrace{2^k \cdot \max |g| > 65504}_{\text{the largest becomes inf}}
        """#,
      plain: "2ᵏ · 1/64 ≤ 2⁻²⁵ ⇔ k ≤ −19: all gradients become 0;   2ᵏ · max |g| > 65504: the largest becomes inf")
    notebook.text(
      """
      In a mean over \(Setting.batchSize) samples no gradient by a logit exceeds 1/\(Setting.batchSize), and half of the
      smallest number rounds to 0. max |g|, from Float32's runs, puts the right limit at k =
      \(fixed(Summary(of: trials.ceilings).mean, 1)).
      """)
    if let low = window.first, let high = window.last {
      notebook.text(
        """
        Between them lies a window of 2\(superscript(high - low)), from k = \(signed(low)) to \(signed(high)), in which Float16
        is as good as Float32, within 1.5 points. bfloat16, less precise but with Float32's range, needs no window.
        """)
    }
    func mean(_ k: Int) -> Double { trials[Setting(exponent: k)].accuracy.mean }
    let gap =
      Setting.fewExponents.map { k in
        abs(trials[Setting(format: .bfloat16, exponent: k)].accuracy.mean - reference.mean)
      }.max() ?? .infinity
    let width = (window.last ?? 0) - (window.first ?? 0)
    notebook.claim(
      "12.4", "What Float16 lacks is range: it trains in a window of gradient sizes, bfloat16 at any.",
      test: """
        The longest stretch of k with a mean accuracy within 1.5 points of Float32's and no nan spans at least 24 of Float16's
        40 powers of two (the rest is for the spread of a run's own gradients); at both ends of the list it reads below 20 %, and
        bfloat16 stays within 1.5 points.
        """,
      source: .paper("Kalamkar et al. 2019", "https://arxiv.org/abs/1905.12322"), verdict: .holds,
      when: width >= 24 && mean(least) < 20 && mean(greatest) < 20 && gap < 1.5,
      measured: "a window of 2\(superscript(width))",
      detail: """
        Float32 \(reference.plusMinus(1)) %, bfloat16 within \(fixed(gap, 1)) points; Float16 \(fixed(mean(least), 1)) % at
        k = \(signed(least)), \(fixed(mean(greatest), 1)) % at \(signed(greatest)).
        """, runs: (exponents.count + 2 * Setting.fewExponents.count) * trials.seeds.count)
  }

  // MARK: The scaler

  func tellOfTheScaler(_ trials: Trials<Setting, Run>, in notebook: Notebook) {
    let seeds = trials.seeds.count
    func scaled(_ k: Int) -> Runs<Run> { trials[Setting(exponent: k, scaler: scaler)] }
    notebook.section("A scale that adjusts itself")
    notebook.text(
      "So move the gradients into the window: multiply the loss by a **loss scale** s, and divide the gradients by it.")
    notebook.equation(
      latex: #"g = \frac1s \cdot \frac{\partial (s L)}{\partial \theta}, \qquad 2^{-24} \lesssim s |g| \le 65504"#,
      plain: "g = (1/s) · ∂(s L)/∂θ,   2⁻²⁴ ≲ s |g| ≤ 65504")
    notebook.text(
      """
      One that is too large gives itself away by an inf; one that is too small says nothing. So a scaler starts high,
      at 65536. Where a gradient is inf or nan it halves the scale and skips the step; after
      \(counted(growthInterval, "clean step")) in a row (in PyTorch 2,000) it doubles it:
      """)
    notebook.code(
      """
      var scaler = GradientScaler()
      let (_, scaled) = valueAndGradients(of: model) { scaler.scaled(loss()) }
      if let gradients = scaler.unscale(scaled) {  // nil: skip this step
        optimizer.update(model, with: gradients.clipped(by: .globalNorm(1)))
      }
      """)
    notebook.figure(
      scaleFigure([(0, scaled(0).all[0], .green), (16, scaled(16).all[0], .vermilion)], ceiling: trials.ceilings[0]),
      caption: "One seed. Dashed, the scale at which the largest gradient of Float32's run would be inf.")
    let predicted = trials.reference.all.map { run in
      halvings(
        scale: GradientScaler().scale, exponent: 16,
        ceiling: gradientCeiling(ofLargest: run.largestGradients[0], format: HalfFormat.float16.largest))
    }
    notebook.text(
      """
      A halving costs one step and nothing else: weights and optimizer stay as they were. At k = 16 the first clean step comes
      after \(fixed(scaled(16).slide.minimum, 0)) to \(fixed(scaled(16).slide.maximum, 0)) of them; Float32's first gradients
      predict \(predicted.min() ?? 0) to \(predicted.max() ?? 0).
      """)
    let worst = Setting.exponents.map { scaled($0).accuracy.mean }.min() ?? .nan
    let reference = trials.reference.accuracy.mean
    notebook.claim(
      "12.5", "With a scaler that starts at 65536 Float16 trains at gradient sizes from 2⁻²⁴ to 2²² times the usual.",
      test: """
        At every k the mean accuracy after \(Setting.steps) steps is at most 3 points below Float32's (at k = 22 a fifth of the
        steps goes into finding the scale).
        """,
      source: .paper("Micikevicius et al. 2018, section 3.2", "https://arxiv.org/abs/1710.03740"), verdict: .holds,
      when: worst >= reference - 3, measured: "lowest mean \(fixed(worst, 1)) %, Float32 \(fixed(reference, 1)) %",
      detail: """
        Weakest seed \(fixed(Setting.exponents.map { scaled($0).accuracy.minimum }.min() ?? .nan, 1)) %.
        """, runs: (Setting.exponents.count + 1) * seeds)
    let (starved, fed) = (Setting(exponent: -24, scaler: Self.lowScaler), Setting(scaler: Self.lowScaler))
    let alike = trials.count(starved, fed) { $0.scales == $1.scales && !$0.hasMoved && $1.hasMoved }
    notebook.text(
      """
      A scaler never looks at the *size* of the gradients. Started at 1, at k = −24, \(trials[starved].count { !$0.hasMoved }) of
      \(seeds) runs see only zeros to the end: zeros are clean. And unscaling casts nothing from Float16 to Float32, it only
      divides by s: the gradient of a Float32 weight is Float32 already.
      """)
    notebook.shows("2.79", "2.82")
    notebook.claim(
      "12.6", "The scaler's update increases its factor when gradients are too low.",
      test: """
        Started at 1 and doubled after 25 clean steps, the scale is the same at every step whether all gradients are zero
        (k = −24) or of their usual size (k = 0), in 9 of 10 seeds: then it does not hold.
        """,
      source: .note(
        2, "Gradient Clipping Code",
        corrected: Correction(
          "C54", .wrong,
          "The scale doubles after 2,000 clean steps in a row, also of zeros, and halves on inf or nan.")
      ),
      rows: ["2.83"], verdict: .doesNotHold, when: 10 * alike >= 9 * seeds,
      measured: "the same, low or not, in \(alike) of \(seeds)", runs: 2 * seeds)
  }

  // MARK: Clipping

  func tellOfClipping(_ trials: Trials<Setting, Run>, in notebook: Notebook) {
    let seeds = trials.seeds.count
    let (right, wrong) = (clipped(first: false, to: maxNorm), clipped(first: true, to: maxNorm))
    notebook.section("Unscale, then clip")
    notebook.text(
      """
      A threshold t is meant for gradients, not for scaled ones. At s = \(plain(Self.fixedScale)) and t = \(plain(maxNorm)),
      unscaled and then clipped, the network reads \(fixed(trials[right].accuracy.mean, 1)) % of the digits; clipped and then
      unscaled, \(fixed(trials[wrong].accuracy.mean, 1)) %: there no step is longer than ηt/s. Nor does clipping replace the
      scaler: an infinite norm makes the factor t/‖g‖ zero, and 0 · inf is nan (\(lesson(6))).
      """)
    let ended = trials[clippedOnly].count { !$0.isAlive }
    notebook.claim(
      "12.7", "In mixed precision, gradient clipping keeps the norm from going to infinity.",
      test: """
        At k = \(Self.aboveWindow), where the first gradients overflow, clipped and without a scaler, 9 of 10 runs end as nan:
        then it does not hold.
        """,
      source: .note(
        2, "Gradient Clipping Code",
        corrected: Correction(
          "C53", .wrong,
          "Clipping comes after the backward pass: of an infinite norm it makes nan. Skip that step.")
      ),
      rows: ["2.78"], verdict: .doesNotHold, when: 10 * ended >= 9 * seeds,
      measured: "without a scaler nan in \(ended) of \(seeds)",
      runs: seeds)
    let worse = trials.count(right, wrong) { $0.accuracy > $1.accuracy + 30 }
    let bound = Setting.learningRate * maxNorm / Self.fixedScale
    notebook.claim(
      "12.8", "Unscale the gradients before they are clipped.",
      test: """
        At s = \(plain(Self.fixedScale)), t = \(plain(maxNorm)) the other order reads over 30 points less after
        \(Setting.steps) steps in 9 of 10 seeds, and takes no step longer than ηt/s.
        """,
      source: .note(2, "Gradient Clipping Code"), rows: ["2.80", "2.81"], verdict: .holds,
      // The norm of Float32 numbers, rounded to 2⁻²⁴ each.
      when: 10 * worse >= 9 * seeds && trials[wrong].longestStep.maximum <= bound * 1.001,
      measured: "worse in \(worse) of \(seeds)", runs: 2 * seeds)
  }

  // MARK: Exercises

  func setExercises(_ digits: Digits, in notebook: Notebook) async throws {
    try await exercise(
      "--ratio 4", "Predict: at which step is the first inf in Float32 now, and how much later the first nan?",
      in: notebook
    ) { lesson in
      let run = Regression(digits, ratio: lesson.ratio, seed: lesson.common.seed).run(in: .float32)
      return """
        At step \(run.firstInfinity), and the nan \(counted(run.delay, "step")) later: half of Float32's powers of two, as before,
        but \(plain(.log2(lesson.ratio))) of them a step.
        """
    }
    try await exercise(
      "--growth-interval 1",
      "The scale is doubled after every clean step. Predict: what share of the steps is skipped at k = 0?", in: notebook
    ) { lesson in
      let setting = Setting(scaler: lesson.scaler)
      let runs = await lesson.trials(digits, [setting])[setting]
      return """
        \(percent(runs.skipped.mean / Double(Setting.steps), 0)). Once the scale has found its ceiling, a clean step doubles it,
        and the next is skipped and halves it. After 2,000 clean steps the same mistake costs one step in 2,001.
        """
    }
    try await exercise(
      "--max-norm \(exact(Self.fixedScale))",
      "Predict: does clipping first train now? What would go wrong if the scale adapted?", in: notebook
    ) { lesson in
      let (first, last) = (lesson.clipped(first: true, to: lesson.maxNorm), lesson.clipped(first: false, to: 1))
      let trials = await lesson.trials(digits, [first, last])
      return """
        It does, to \(fixed(trials[first].accuracy.mean, 1)) %: st clips scaled gradients as t = 1 clips those unscaled, and
        \(trials.count(first, last) { $0.weights == $1.weights }) of \(trials.seeds.count) networks end with the same bits. But a
        scale that changes would change the threshold with it.
        """
    }
  }
}

/// "−16", with a true minus sign.
func signed(_ number: Int) -> String { fixed(Double(number), 0) }
