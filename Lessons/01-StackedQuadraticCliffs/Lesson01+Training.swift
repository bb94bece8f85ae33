import Notebook
import Numerics

// The second half of the lesson: how a large slope becomes nan, and what all this does to training.

extension Lesson01 {
  func overflow(_ own: Study, _ notebook: Notebook) {
    notebook.section("From large to inf, from inf to nan")
    let formats = [
      ("Float16, up to \(grouped(65504))", 65504),
      ("Float, up to \(significant(Double(Float.greatestFiniteMagnitude), 3))", Double(Float.greatestFiniteMagnitude)),
      ("Double, up to \(significant(.greatestFiniteMagnitude, 3))", .greatestFiniteMagnitude),
    ]
    let starts = [(value: -1e-6, decimals: 6), (value: -0.1, decimals: 1), (value: -10, decimals: 0)]
    notebook.text(
      """
      Note 1 lets what is too large for float32 or “double64” (it means float64) overflow to nan. Does it? Outside [0, 1]
      the parabola is no longer tame. Write u = −r·x for a negative x; then a layer makes u² + r·u of it, so once u is
      large a layer doubles its number of digits.
      """)
    notebook.table(
      columns: ["layers until inf, starting from"] + starts.map { fixed($0.value, $0.decimals) },
      rows: formats.map { name, largest in
        [name]
          + starts.map { overflowLayer(of: own.layer, from: $0.value, largest: largest).map(String.init) ?? "–" }
      },
      caption: """
        The range of exponents is eight times that of the format before, which is three doublings: three layers more.
        """)
    let outside = (-12...308).flatMap { exponent in [-.pow(10, Double(exponent)), 1 + .pow(10, Double(exponent))] }
    let ends = outside.map { own.layer.stacked(100, at: $0) }
    let infinite = ends.count { $0.value == -.infinity && $0.slope.isInfinite }
    let nan = ends.count { $0.value.isNaN || $0.slope.isNaN }
    notebook.claim(
      "1.7", "A gradient that is too large for its format overflows to nan.",
      source: .note(1, "Gradient Exploding/Vanishing", slip: "C3"), verdict: .doesNotHold,
      when: infinite == outside.count && nan == 0,
      measured: """
        100 layers from \(outside.count) inputs outside [0, 1]: value −inf and slope ±inf for \(infinite), nan for \(nan)
        """)
    notebook.text(
      """
      So overflow gives inf. Nan takes a second ingredient, inf − inf or 0 · inf. (Even the way of writing counts: at a huge x
      the expanded −r·x² + r·x is −inf + inf, which is nan; r·x·(1 − x) is −inf.) In training the update supplies it.
      """)
  }

  func training(_ own: Study, _ chaotic: Study, _ notebook: Notebook) async {
    notebook.section("What it does to training")
    notebook.text(
      """
      Now the input itself is learned: minimise (fᵏ(x) − \(target.formatted))² over x by 200 steps of gradient descent with
      rate \(learningRate.formatted)\(clip.map { " and gradients clipped at \($0.formatted)" } ?? ""), from 2,000 starts spread
      evenly over [0, 1]; nothing here is random. A descent is *solved* if its loss is below 0.001, *stuck* if it never got
      further than 0.0001 from its start with a loss above 0.01, and *on a terrace* if its output is within 0.01 of one of
      the heights of figure 1.
      """)
    notebook.equation(
      latex: #"x \leftarrow x - \eta \cdot 2\,\bigl(f^k(x) - y\bigr)\,(f^k)'(x)"#,
      plain: "x ← x − η · 2 (fᵏ(x) − y) (fᵏ)′(x)")
    let depths = Array(1...20)
    let runs = [own, chaotic].flatMap { study in depths.map { descent(study.layer, depth: $0) } }
    let fates = await inParallel(over: runs, "descents") { $0.fates() }
    let (ownFates, chaoticFates) = (Array(fates.prefix(depths.count)), Array(fates.suffix(depths.count)))
    let twelve = ownFates[11]
    notebook.figure(
      fatesFigure([(own.label, ownFates), (chaotic.label, chaoticFates)]),
      caption: """
        At \(own.label) with twelve layers \(percent(twelve.share(.nan))) of the descents end as nan and
        \(percent(twelve.share(.terrace))) on a terrace, which is flat but not at the target; with twenty
        \(percent(ownFates[19].share(.stuck))) are stuck. At \(chaotic.label), where nothing vanishes,
        \(percent(chaoticFates[11].share(.nan), 0)) end as nan with twelve layers.
        """)
    fall(own, ownFates, notebook)
    let uphill = uphillShares(own)
    notebook.claim(
      "1.9", "The update θ ← θ + η ∂L/∂θ lowers the loss.",
      source: .note(1, "Gradient Exploding/Vanishing", slip: "C2"),
      verdict: .doesNotHold, when: uphill.minus == 0 && uphill.plus == 1,
      measured: """
        one layer, one step: the loss rises for \(percent(uphill.plus, 0)) of the starts with the plus, for
        \(percent(uphill.minus, 0)) with a minus
        """)
    await remedies(own, chaotic, notebook)
  }
}

extension Lesson01 {
  private func descent(_ layer: Parabola, depth: Int) -> StackDescent {
    StackDescent(layer: layer, depth: depth, target: target, learningRate: learningRate, clip: clip ?? .infinity)
  }

  /// How one descent goes from a number to nan, step by step, and how long that takes for all that leave [0, 1].
  private func fall(_ own: Study, _ fates: [Fates], _ notebook: Notebook) {
    let descent = descent(own.layer, depth: 12)
    if let path = descent.firstFall() {
      notebook.table(
        columns: ["x", "f¹²(x)", "gradient", "next x = x − η · gradient"],
        rows: path.indices.dropLast().map { step in
          let x = path[step]
          return [x, own.layer.stacked(12, at: x).value, descent.gradient(at: x), path[step + 1]].map {
            significant($0, 5)
          }
        },
        caption: """
          The end of one descent through twelve layers. A single step across a cliff leaves [0, 1]; the next gradient is
          inf and throws x to infinity; there the update subtracts infinity from infinity.
          """)
    }
    let deep = fates.dropFirst(5)
    let departures = deep.map(\.departures).reduce(0, +)
    notebook.claim(
      "1.8", "A descent that leaves [0, 1] is nan at most three steps later (six layers or more).", source: .ours,
      verdict: .holds,
      when: departures > 0 && deep.allSatisfy { $0.longestFall <= 3 && $0.departures == $0.ends[.nan, default: 0] },
      measured: """
        k = 6 … \(fates.count): \(grouped(departures)) left, \(grouped(deep.map { $0.ends[.nan, default: 0] }.reduce(0, +)))
        ended as nan; longest fall \(fates[7].longestFall) steps at k = 8, \(fates[19].longestFall) at k = 20
        """)
  }

  /// The shares of the starts whose loss rises in one step through one layer, with a plus and with a minus.
  private func uphillShares(_ own: Study) -> (plus: Double, minus: Double) {
    let starts = (0..<2000).map { (Double($0) + 0.5) / 2000 }
    func share(_ sign: Double) -> Double {
      var descent = descent(own.layer, depth: 1)
      descent.sign = sign
      return Double(starts.count { descent.loss(at: descent.updated($0)) > descent.loss(at: $0) }) / 2000
    }
    return (share(1), share(-1))
  }

  /// What a small rate and clipping do for eight layers.
  private func remedies(_ own: Study, _ chaotic: Study, _ notebook: Notebook) async {
    notebook.section("Do the remedies help?")
    let depth = 8
    var plain = descent(own.layer, depth: depth)
    plain.clip = .infinity
    var slow = plain
    slow.learningRate = learningRate / 1000
    var clipped = plain
    clipped.clip = clip ?? 1
    let rules = [("η", plain), ("η/1000", slow), ("η, clipped at \(clipped.clip.formatted)", clipped)]
    let runs = [own, chaotic].flatMap { study in
      rules.map { rule in
        var descent = rule.1
        descent.layer = study.layer
        return (name: "\(study.label), \(rule.0)", descent: descent)
      }
    }
    let fates = await inParallel(over: runs.map(\.descent), "remedies") { $0.fates() }
    notebook.table(
      columns: ["eight layers", "nan", "stuck", "on a terrace", "elsewhere", "solved"],
      rows: zip(runs, fates).map { run, fates in
        [run.name] + [.nan, .stuck, .terrace, .elsewhere, .solved].map { percent(fates.share($0)) }
      },
      caption: """
        The notes' two remedies on the same 2,000 starts, with η = \(learningRate.formatted); \(lesson(6)) takes clipping
        further.
        """)
    notebook.claim(
      "1.10", "A small learning rate and gradient clipping are remedies for exploding gradients.",
      source: .note(1, "Remediation for Exploding Gradient"),
      verdict: .holdsIf("it is enough not to end as nan; at r = 3.5 neither finds the minimum"),
      when: fates[0].share(.nan) > 0.05 && fates[1].share(.nan) < 0.01 && fates[2].share(.nan) == 0
        && fates[1].share(.solved) < 0.15 && fates[2].share(.solved) < 0.15,
      measured: """
        nan \(percent(fates[0].share(.nan))), with a thousandth of the rate \(percent(fates[1].share(.nan))), clipped
        \(percent(fates[2].share(.nan))); solved \(listed(fates.prefix(3).map { percent($0.share(.solved)) }))
        """)
  }

  func lookBack(_ notebook: Notebook) {
    notebook.section("What to take along")
    notebook.list([
      """
      Exploding and vanishing are one phenomenon: a product of many factors. What keeps a deep network trainable is that the
      factors stay near 1, and that is a matter of weights, normalisation and skip connections more than of the bend.
      """,
      "The largest gradient says little about the typical one: look at the median too.",
      "Look for inf before nan. Inf tells where the numbers became too large; nan comes a step later, from elsewhere.",
      "A smaller rate and clipping keep a run alive. They do not bring back a gradient that has vanished.",
    ])
  }

  func exercises(_ notebook: Notebook) {
    let doubling = Parabola(r: 3.2).landscapes(upTo: 40)
    notebook.exercise(
      "--r 3.2", "How does the number of laps grow now, and to how many terraces does that lead?",
      answer: """
        By two a layer: \(listed(doubling.prefix(4).map { "\($0.laps)" })) … \(doubling[39].laps) after 40, so 2k, on
        \(Parabola(r: 3.2).terraces(depth: 40).count) terraces: the cycle has two outputs.
        """)
    let window = Parabola(r: 3.83).landscapes(upTo: 20)
    let vanishing = Parabola(r: 3.83).steepness(upTo: 80, points: 10_001).first { $0.median < 1 }
    notebook.exercise(
      "--r 3.83",
      "The attracting cycle has three outputs. By which factor do the laps grow per layer, and does the slope still vanish?",
      answer: """
        By the golden ratio: \(grouped(window[18].laps)) after 19 layers and \(grouped(window[19].laps)) after 20, a factor
        of \(fixed(Double(window[19].laps) / Double(window[18].laps), 4)). The median slope vanishes all the same, but falls
        below 1 only at k = \(vanishing?.depth ?? 0).
        """)
    var slow = StackDescent(layer: Parabola(r: 3.5), depth: 8, learningRate: 1e-5)
    let slowFates = slow.fates()
    slow.layer = Parabola(r: 4)
    notebook.exercise(
      "--learning-rate 1e-5", "Who profits from a rate a thousand times smaller at eight layers, r = 3.5 or r = 4?",
      answer: """
        r = 4: \(percent(slow.fates().share(.solved))) are solved, where all were nan, because small steps hold on steep slopes.
        At r = 3.5 the share of nan falls to \(percent(slowFates.share(.nan))), but only \(percent(slowFates.share(.solved))) are
        solved; \(percent(slowFates.share(.terrace))) end on a terrace, where there is no slope to follow.
        """)
  }
}
