import Datasets
import Descent
import Experiments
import Notebook

// MARK: Letters

extension Lesson32 {
  func arm(_ size: Int, _ bend: Activation, at sites: Sites = .both) -> Arm { .adapter(size, bend, at: sites) }

  /// Each way of training the English model on 1,000 Spanish words, at the rate that a pilot chose for it.
  func letters(_ base: EnglishBase, _ words: WordList) async -> TunedTrials<Arm, Run> {
    let adapters = sizes.reversed().flatMap { [arm($0, .relu), arm($0, .identity)] }
    let sites = [arm(8, .relu, at: .feedForward), arm(8, .relu, at: .attention)]
    return await letters(base, words, adapters + [.lora(16), .all, .lora(4), .lora(1)] + sites)
  }

  func letters(_ base: EnglishBase, _ words: WordList, _ arms: [Arm]) async -> TunedTrials<Arm, Run> {
    await TunedTrials(
      arms, rates: \.rates, pilotSeeds: common.pilotSeeds(2), seeds: common.seeds(5), by: \.validationBits
    ) { arm, rate, seed in
      let writes = seed == common.seed && arm == self.arm(bottleneck, .relu)
      return Run(
        arm, rate: rate, writing: writes ? 30 : 0, base: base, task: LetterTask(words, words: 1000, seed: seed))
    }
  }

  /// By how many bits a linear adapter is behind one with ReLU.
  func gap(_ tuned: TunedTrials<Arm, Run>, _ size: Int) -> Summary {
    tuned.trials.difference(arm(size, .identity), arm(size, .relu), \.bits)
  }

  func tellOfLetters(_ tuned: TunedTrials<Arm, Run>, _ base: EnglishBase, in notebook: Notebook) {
    let seeds = tuned.trials.seeds.count
    func bits(_ arm: Arm) -> Summary { tuned[arm].bits }
    func curve(_ arms: [Arm]) -> [(numbers: Double, bits: Summary)] { arms.map { (tuned[$0].numbers.mean, bits($0)) } }
    let (bent, linear) = (sizes.map { arm($0, .relu) }, sizes.map { arm($0, .identity) })
    let ranks = [1, 4, 16].map { Arm.lora($0) }
    let narrow = [1, 4].map { gap(tuned, $0) }
    let (middle, wide) = (gap(tuned, 16), gap(tuned, 64))
    // 896 numbers against 1,168, and 3,584 against 4,288.
    let spares = zip(ranks, [4, 16]).allSatisfy { bits($0).mean < bits(arm($1, .relu)).mean }
    let isAsExpected = narrow.allSatisfy { $0.mean <= 0.01 } && wide.mean > 0.01
    notebook.section("From English to Spanish")
    notebook.text(
      """
      A transformer of 19,259 numbers has learnt from 40,000 English words which letter comes next. Frozen, with adapters, it learns from
      1,000 Spanish words: 150 steps of 32. What counts is **bits per character** on 500 other words: how many yes-or-no questions the next letter leaves
      open, so lower is better. Each of its two blocks has an adapter after attention and one after the feed-forward part, four of
      65 m + 32 numbers. **LoRA**, the rival, puts a product of two thin matrices *beside* each matrix: W + B A.
      """)
    let written = tuned[arm(bottleneck, .relu)].all[0].words.presentable(6)
    let english = words(of: base.model()).presentable(6)
    if written.count > 3 && english.count > 3 {
      notebook.text(
        "Frozen, the model writes *\(english.joined(separator: ", "))*; with adapters *\(written.joined(separator: ", "))*."
      )
    }
    notebook.figure(
      lettersFigure(
        bent: curve(bent), linear: curve(linear), lora: curve(ranks), all: bits(.all).mean,
        width: Double(4 * adapterNumbers(bottleneck: 32)), isAsExpected: isAsExpected),
      caption: """
        Mean, least and greatest of \(seeds) seeds; m = \(listed(sizes.map { "\($0)" })), LoRA's rank r = 1, 4 and 16. Dashed: m = 32.
        """)
    let edge = tuned.armsAtTheEdge
    notebook.text(
      """
      More numbers, fewer bits: m is to an adapter what the rank is to LoRA\(spares ? ", which needs fewer" : ""). And the ReLU? With m = 1 it puts an adapter
      \(ahead(narrow[0].mean)), with m = 4 \(ahead(narrow[1].mean))\(isAsExpected ? ": the network has bends enough" : ""). With m = 16 it is
      \(ahead(middle.mean)), with m = 64 \(ahead(wide.mean)). A linear adapter, I + U D, is one matrix for 32 numbers, and m beyond 32 adds nothing to
      what it can be; each further ReLU unit is a further bend.
      """)
    notebook.folded("How the rates were chosen") {
      notebook.text(
        """
        Adam; the rate warms up for 10 steps and falls to zero along half a cosine. Each point has the best of four, on 200 validation words, from two seeds
        of their own: \(plain(Arm.lora(1).rates[0])) to \(plain(Arm.lora(1).rates[3])) where least is trained, \(plain(Arm.all.rates[0])) to \(plain(Arm.all.rates[3])) where all is. \(edge.isEmpty
          ? "None lies at an end of its list."
          : "At an end of its list lies that of \(counted(edge.count, "arm")) of \(tuned.arms.count): \(listed(edge.map { $0.words })).")
        """)
      notebook.text(
        """
        In ten times the steps both kinds still end alike with m = 8; with m = 64 the one with ReLU learns the 1,000 words by heart and ends
        behind (a test does it).
        """)
    }
    notebook.claim(
      "32.4", "The bottleneck m serves the same purpose as LoRA's rank r.",
      test: """
        after 150 steps the mean bits fall from m = 1 to 4, 16 and 64, with ReLU, and from r = 1 to 4 and 16
        """,
      source: .note(1, "Adapter: Parameter-Efficient Transfer Learning for NLP"), rows: ["1.150"], verdict: .holds,
      when: isFalling([1, 4, 16, 64].map { bits(arm($0, .relu)).mean }) && isFalling(ranks.map { bits($0).mean }),
      measured: """
        \(fixed(bits(arm(1, .relu)).mean, 2)) to \(fixed(bits(arm(64, .relu)).mean, 2)) bits, LoRA \(fixed(bits(.lora(1)).mean, 2)) to
        \(fixed(bits(.lora(16)).mean, 2))
        """, runs: seeds)
    notebook.claim(
      "32.5", "The non-linearity in an adapter makes it learn better (Spanish, within 150 steps).",
      test: """
        with m = 1 and 4 it puts adapters at most 0.01 bits ahead, on average; with m = 64 it puts them ahead in 4 of 5 seeds
        """,
      source: .folklore,
      verdict: .holdsIf("the adapter is twice as wide as the network"),
      when: narrow.allSatisfy { $0.mean <= 0.01 }
        && 5 * tuned.trials.count(arm(64, .relu), arm(64, .identity)) { $0.bits < $1.bits } >= 4 * seeds,
      measured: "\(fixed(wide.mean, 3)) bits ahead at m = 64, \(fixed(narrow[0].mean, 3)) at m = 1",
      revised: """
        we had expected no more than 0.02 bits between the two at any m; first runs showed more at m = 64
        """, runs: seeds)
    let (both, feedForward, attention) = (
      arm(4, .relu), arm(8, .relu, at: .feedForward), arm(8, .relu, at: .attention)
    )
    notebook.claim(
      "32.6", "One adapter a block, after the feed-forward part, does as well as two half as wide.",
      test: """
        with m = 8 there alone it ends at most 0.02 bits behind m = 4 at both places, on average; after
        attention alone at least 0.02 bits behind the feed-forward part in 4 of 5 seeds
        """,
      source: .paper("Pfeiffer et al. 2020", "https://arxiv.org/abs/2005.00247"), verdict: .holds,
      when: tuned.trials.difference(feedForward, both, \.bits).mean <= 0.02
        && 5 * tuned.trials.count(attention, feedForward) { $0.bits >= $1.bits + 0.02 } >= 4 * seeds,
      measured: """
        \(fixed(bits(feedForward).mean, 2)) bits, at both places \(fixed(bits(both).mean, 2)), after attention alone
        \(fixed(bits(attention).mean, 2))
        """, runs: seeds)
  }

  private func ahead(_ bits: Double) -> String { "\(fixed(abs(bits), 3)) bits \(bits < 0 ? "behind" : "ahead")" }

  private func isFalling(_ values: [Double]) -> Bool {
    values.indices.dropFirst().allSatisfy { values[$0] < values[$0 - 1] }
  }

  /// Some words that a model writes.
  private func words(of model: LetterModel) -> [String] {
    var generator = RandomGenerator(seed: common.seed)
    return Letters.draw(30, using: &generator) { model($0, at: $1) }
  }

  // MARK: Folding

  func tellOfFolding(
    _ tuned: TunedTrials<Arm, Run>, _ base: EnglishBase, _ words: WordList, in notebook: Notebook
  ) {
    let (linear, bent) = (tuned[arm(bottleneck, .identity)], tuned[arm(bottleneck, .relu)])
    let products = base.model().products
    func more(_ count: Int) -> String {
      count == products ? "the same" : "+\(percent(Double(count) / Double(products) - 1, 0))"
    }
    notebook.section("What is left to pay")
    notebook.text("Without the ReLU an adapter after a layer h = W x + a is a layer:")
    notebook.equation(
      latex: #"y = (I + U D)\,W x + (I + U D)\,a + U b + c"#, plain: "y = (I + U D) W x + (I + U D) a + U b + c")
    notebook.text(
      """
      W is changed by U D W, a product of thin matrices as LoRA's B A is, and the new matrix can take the place of the old one: the adapter is **folded**,
      and costs nothing when the network is used. With the ReLU no matrix does the same: D and U are paid for at each letter.
      """)
    func row(_ trained: String, _ run: Runs<Run>, _ products: KeyPath<Run, Int>) -> [String] {
      [trained, grouped(run.all[0].numbers), run.bits.plusMinus(3), more(run.all[0][keyPath: products])]
    }
    let task = LetterTask(words, words: 1, seed: common.seed)
    let frozen = Letters.bits(of: task.test) { base.model()($0, at: $1) }
    notebook.table(
      columns: ["trained", "numbers", "Spanish bits", "products a letter"],
      rows: [
        ["nothing", "0", fixed(frozen, 3), "\(grouped(products))"],
        row("linear adapters, m = \(bottleneck), folded", linear, \.foldedProducts),
        row("adapters with ReLU, m = \(bottleneck)", bent, \.products),
      ] + (bottleneck == 64 ? [] : [row("adapters with ReLU, m = 64", tuned[arm(64, .relu)], \.products)]) + [
        row("LoRA, r = 4, folded", tuned[.lora(4)], \.foldedProducts),
        row("all numbers", tuned[.all], \.products),
      ],
      caption: """
        Products with weights in the blocks and in the head. Mean ± standard deviation of \(linear.seedCount) seeds.
        """)
    let gain = bent.all[0].products - products
    notebook.text(
      """
      In time it is more, for each adapter waits for the layer before it (a test measures it).
      """)
    notebook.claim(
      "32.7", "An adapter's way down is like LoRA's A, its way up like B.",
      test: """
        folding trained linear adapters with m = \(bottleneck) into the layers before them changes no logit by more than 10⁻³, in every seed; no
        layer does the same as one with ReLU: what it adds to h and to −h, without the constant, is not opposite, by at least a tenth
        """,
      source: .note(1, "Adapter: Parameter-Efficient Transfer Learning for NLP"), rows: ["1.149"],
      verdict: .holdsIf("the adapter is linear"),
      when: linear.count { $0.foldingError <= 1e-3 && $0.foldedProducts == products } == linear.seedCount
        && bent.count { $0.crookedness >= 0.1 && $0.foldedProducts > products } == bent.seedCount,
      measured: "folded, logits change by \(significant(linear.foldingError.maximum, 1))",
      detail: """
        with ReLU it is off by at least \(fixed(bent.crookedness.minimum, 1)), over 200 random h
        """,
      runs: linear.seedCount + bent.seedCount)
    notebook.claim(
      "32.8", "Adapters make each use of the network dearer, LoRA does not.",
      test:
        "counted: products with weights a letter are more than the frozen network's with ReLU, and as many with LoRA folded",
      source: .paper("Hu et al. 2021, section 3", "https://arxiv.org/abs/2106.09685"),
      verdict: .holdsIf("the adapter has a non-linearity"),
      when: gain == 4 * adapterProducts(bottleneck: bottleneck) && linear.all[0].foldedProducts == products
        && tuned[.lora(4)].all[0].foldedProducts == products,
      measured: "\(more(bent.all[0].products)) products a letter with m = \(bottleneck)")
  }

  // MARK: Exercises

  func setExercises(
    _ tuned: TunedTrials<Arm, Run>, _ base: EnglishBase, _ words: WordList, in notebook: Notebook
  ) async throws {
    try await exercise(
      "--turn 180",
      """
      The moons were turned half-way round. Predict: what share does each frozen network read, and what does a linear adapter make of it?
      """, in: notebook
    ) { lesson in
      let trials = await lesson.moons([lesson.bottleneck])
      func runs(_ base: Activation) -> Runs<MoonsRun> {
        trials[MoonsArm(base: base, bottleneck: lesson.bottleneck, bend: .identity)]
      }
      return """
        Each moon comes to lie where the other was: the straight network reads \(fixed(runs(.identity).frozen.mean, 0)) %, the one with ReLU
        \(fixed(runs(.relu).frozen.mean, 0)) %, wrong with conviction. The adapter exchanges them: \(fixed(runs(.identity).adapted.mean, 0)) and
        \(fixed(runs(.relu).adapted.mean, 0)) %.
        """
    }
    try await exercise(
      "--turn 180 --bottleneck 1",
      "The same with one unit, in the network with ReLU. Predict: will a ReLU in the adapter help, or harm?",
      in: notebook
    ) { lesson in
      let trials = await lesson.moons([1])
      func share(_ bend: Activation) -> String {
        fixed(trials[MoonsArm(base: .relu, bottleneck: 1, bend: bend)].adapted.mean, 0)
      }
      return """
        It harms: \(share(.relu)) % with it, \(share(.identity)) % without. A ReLU unit is silent on one side of a line, where everything then stays as it was; a
        linear one turns what lies on both sides.
        """
    }
    try await exercise(
      "--bottleneck 32",
      "Predict: how many numbers do four adapters train, how many products more does a letter cost, and is a linear one with m = 64 any better?",
      in: notebook
    ) { lesson in
      let narrower = await lesson.letters(base, words, [lesson.arm(32, .identity)])[lesson.arm(32, .identity)]
      let run = narrower.all[0]
      return """
        4 · (65 · 32 + 32) = \(grouped(run.numbers)) numbers and 4 · 64 · 32 = \(grouped(run.products - base.model().products)) products.
        A linear one twice as wide ends at \(fixed(tuned[lesson.arm(64, .identity)].bits.mean, 3)) bits instead of
        \(fixed(narrower.bits.mean, 3)): it could be any matrix already.
        """
    }
  }
}

extension Arm {
  /// In prose.
  fileprivate var words: String {
    switch self {
    case .adapter(let size, let bend, let sites):
      "\(bend == .identity ? "linear" : "ReLU") m = \(size)\(sites == .both ? "" : " at one place")"
    case .lora(let rank): "LoRA r = \(rank)"
    case .all: "all numbers"
    }
  }
}
