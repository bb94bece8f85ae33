import Datasets
import Experiments
import Notebook
import Numerics

// What cliffs and terraces do to training: a descent through the stack, then a real network.

extension Lesson01 {
  func tellDescents(_ own: StackRun, in notebook: Notebook) async {
    notebook.section("Walking down")
    let target = 0.7
    notebook.text("Now learn: minimise L = (fᵏ(x) − \(plain(target)))² over x by 200 steps of gradient descent,")
    notebook.equation(
      latex: #"x \leftarrow x - \eta \, \frac{dL}{dx}, \qquad \frac{dL}{dx} = 2 \bigl(f^k(x) - 0.7\bigr) (f^k)'(x)"#,
      plain: "x ← x − η dL/dx,   dL/dx = 2 (fᵏ(x) − 0.7) (fᵏ)′(x)")
    notebook.text(
      """
      from 2,000 starts spread evenly over [0, 1]. (Note 1 prints a plus before η; that climbs.) A descent is *solved* if its loss ends below 0.001, *stuck* if it never moved by 0.0001 with a loss above 0.01,
      *on a terrace* if its output is within 0.01 of one, else *elsewhere*: still under way.
      """)
    let plainDescent = StackDescent(layer: own.layer, depth: 1, target: target, learningRate: learningRate)
    var slow = plainDescent
    slow.learningRate = learningRate / 1000
    var clipped = plainDescent
    clipped.clip = 1
    let ways = [
      ("η = \(plain(learningRate))", plainDescent), ("η/1000", slow), ("η, gradient clipped at 1", clipped),
    ]
    let depths = Array(1...20)
    let all = await inParallel(over: ways.flatMap { way in depths.map { (way.1, $0) } }, "descents") { way, depth in
      var descent = way
      descent.depth = depth
      return descent.fates()
    }
    let fates = ways.indices.map { Array(all[($0 * depths.count)..<(($0 + 1) * depths.count)]) }
    notebook.figure(
      fatesFigure(ways.indices.map { (ways[$0].0, fates[$0]) }),
      caption: """
        With η and eight layers \(percent(fates[0][7].share(.terrace))) end on a terrace; with twenty \(percent(fates[0][19].share(.stuck))) are stuck.
        """)
    var deep = plainDescent
    deep.depth = 12
    let path = deep.path(from: 0.00025, steps: 200)
    if let nan = path.firstIndex(where: \.isNaN), nan >= 3 {
      notebook.text(
        """
        How does a descent become nan, not a number? One, with twelve layers: x = \(nan > 3 ? "…, " : "")\(listed(path[(nan - 3)...nan].map { significant($0, 5) })). A step across a cliff leaves [0, 1]. Out there each layer nearly squares its input, so the gradient overflows to inf, and
        an update or two later inf − inf makes nan (\(lesson(12))).
        """)
    }
    let departures = fates[0].map(\.departures).reduce(0, +)
    let lost = fates[0].map { $0.ends[.nan, default: 0] }.reduce(0, +)
    let longest = fates[0].map(\.longestFall).max() ?? 0
    notebook.claim(
      "1.3", "A gradient can suddenly become so large that weights and loss are meaningless.",
      test: "each descent that leaves [0, 1], at any depth up to 20, is nan at most four steps later",
      source: .note(1, "Loss Exploding"), rows: ["1.08", "1.09"], verdict: .holds,
      when: departures > 0 && departures == lost && longest <= 4,
      measured: "\(grouped(departures)) left [0, 1], \(grouped(lost)) became nan, \(longest) steps later at most",
      revised: "It was “three, with six layers or more”, read off the runs; with four or five layers it takes four.",
      runs: depths.count * 2000)
    let eight = fates.map { $0[7] }
    slow.depth = 8
    let patient = slow.fates(steps: 2000)
    notebook.claim(
      "1.4", "A small learning rate and gradient clipping are remedies for exploding gradients.",
      test: """
        eight layers: at least 5 % are nan at η = 0.01, at most 1 % with η/1000 and clipped at 1, where fewer than 15 % are solved
        """,
      source: .note(1, "Remediation for Exploding Gradient"), rows: ["1.52", "1.53"],
      verdict: .holdsIf("it is enough to stay finite; in 200 steps most still miss the target"),
      when: eight[0].share(.nan) >= 0.05
        && eight.dropFirst().allSatisfy { $0.share(.nan) <= 0.01 && $0.share(.solved) < 0.15 },
      measured: "nan at η, η/1000 and clipped: \(listed(eight.map { percent($0.share(.nan)) }))",
      detail: """
        solved \(listed(eight.map { percent($0.share(.solved)) })), with η/1000 and 2,000 steps \(percent(patient.share(.solved))); more in \(lesson(6))
        """, runs: 2000)
    notebook.shows("1.12")
  }

  // MARK: A network

  /// Random networks, each with the digits, weights and turn of its seed.
  func networkTrials(_ digits: Digits, _ designs: [Design]) async -> Trials<Design, NetworkRun> {
    // At some gains two of the designs are one.
    await Trials(
      designs.enumerated().filter { !designs[..<$0].contains($1) }.map(\.element), seeds: common.seeds(10), "networks"
    ) { design, seed in
      NetworkRun(design, digits: digits, points: 201, seed: seed)
    }
  }

  func tellNetworks(in notebook: Notebook) async throws {
    notebook.section("And in a network")
    let digits = try Digits.load()
    let depths = [1, 4, 16]
    func designs(_ depth: Int) -> [(name: String, design: Design)] {
      [
        ("tanh, gain \(plain(gain))", Design(activation: .tanh, gain: gain, depth: depth)),
        ("tanh, gain 1", Design(activation: .tanh, gain: 1, depth: depth)),
        ("ReLU, gain √2", Design(activation: .relu, gain: 2.0.squareRoot(), depth: depth)),
      ]
    }
    notebook.text(
      """
      Weights take the place of r. Take an untrained network for digits, with layers of 64 units and random weights from N(0, g²/64); g is their *gain* (\(lesson(9))). Turn its first weights from one draw W to another,
      W cos φ + W′ sin φ, and watch the loss of eight digits: a walk through the loss surface on which the weights stay as large as they were.
      """)
    let seed = common.seed
    let shown = await inParallel(over: depths.flatMap { designs($0).map(\.design) }, "walks") {
      NetworkRun($0, digits: digits, points: 601, seed: seed)
    }
    let panels = depths.enumerated().map { place, depth in
      (depth, designs(depth).enumerated().map { ($0.element.name, shown[3 * place + $0.offset]) })
    }
    notebook.figure(
      networksFigure(panels), caption: "One seed. Only the number of layers differs from panel to panel.")
    let (tanhLarge, tanhOne) = (designs(16)[0].design, designs(16)[1].design)
    let (reluLarge, reluRight) = (Design(activation: .relu, gain: gain, depth: 16), designs(16)[2].design)
    let shallow = Design(activation: .tanh, gain: gain, depth: 1)
    let trials = await networkTrials(digits, [tanhLarge, tanhOne, reluLarge, reluRight, shallow])
    let seeds = trials[tanhLarge].seedCount
    func ratio(_ design: Design) -> String { fixed(trials[design].unevenness.median, 1) }
    func slope(_ design: Design) -> String { significant(trials[design].medianSlope.median, 2) }
    notebook.text(
      """
      The median slope |dL/dφ| of sixteen layers, over \(seeds) networks: for tanh \(slope(tanhLarge)) with gain \(plain(gain)) and \(slope(tanhOne)) with gain 1; for ReLU \(slope(reluLarge)) with gain \(plain(gain)) and
      \(slope(reluRight)) with gain √2. Such slopes want very different learning rates. So one chooses first weights whose factors are near 1: \(lesson(8)).
      """)
    let (bend, relu) = (
      trials.count(tanhLarge, tanhOne) { $0.largestSlope >= 100 * $1.largestSlope },
      trials.count(reluLarge, tanhLarge) { $0.medianSlope > $1.medianSlope }
    )
    notebook.claim(
      "1.5", "Non-linearity introduces lots of abrupt cliffs.",
      test: """
        sixteen layers of tanh: in 9 of 10 seeds the walk's largest slope with gain 4 is at least 100 times that with gain 1
        """,
      source: .note(1, "Phenomena and Definitions"), rows: ["1.18", "1.20"],
      verdict: .holdsIf("the weights stretch as well"),
      when: 10 * bend >= 9 * seeds,
      measured: "over 100 times as steep with gain \(plain(gain)) in \(bend) of \(seeds) networks", runs: seeds)
    notebook.claim(
      "1.6", "Activation functions are often non-linear, which is why ReLU is a remedy for exploding gradients.",
      test: "sixteen layers of gain 4: the median slope with ReLU is below that with tanh in 9 of 10 seeds",
      source: .note(1, "Phenomena and Definitions"), rows: ["1.21"], verdict: .doesNotHold,
      when: 10 * relu >= 9 * seeds,
      measured: "steeper than tanh with ReLU in \(relu) of \(seeds) networks of gain \(plain(gain))",
      detail: "with gain √2 ReLU's is \(slope(reluRight)): the gain decides. For vanishing gradients see \(lesson(8))",
      runs: seeds)
    let uneven = trials.count(tanhLarge, shallow) { $0.unevenness > $1.unevenness }
    notebook.claim(
      "1.7", "We expected a deep network to be more uneven than a shallow one: steep places beside flat ones.",
      test: "tanh, gain 4: in 9 of 10 seeds the largest slope over the median one is larger with 16 layers than with 1",
      source: .ours, verdict: .holds, when: 10 * uneven >= 9 * seeds,
      measured: "more uneven with 16 layers than with 1 in \(uneven) of \(seeds) networks",
      detail: "typically \(ratio(tanhLarge)) with 16 layers, \(ratio(shallow)) with 1", runs: seeds)
  }
}
