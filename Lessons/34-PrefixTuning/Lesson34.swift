import ArgumentParser
import Datasets
import Descent
import Experiments
import Notebook

/// Lesson 34 · Prefix-tuning
///
/// Made-up keys and values in front of what a frozen network reads steer it: the key decides when it is looked at, the value
/// what it says.
@main struct Lesson34: Lesson {
  static let card = LessonCard.number(34)
  @OptionGroup var common: CommonOptions
  @Option("Pairs of key and value in the longer prefix", .from(1...16)) var prefix = 4
  @Option("Letters that the words are to have", .from(3...9)) var length = 6
  @Option("Words to learn from", .from(20...400)) var words = 200

  var start: Property { .start("un") }
  var properties: [Property] { [start, .length(length)] }
  /// The knob's prefix, and one of a single pair.
  var prefixes: [Method] { Set([1, prefix]).sorted().map { .prefix($0) } }
  var methods: [Method] { prefixes + [.soft(4), .lora, .head, .all] }
  var halves: [Method] { [.half(key: true), .half(key: false)] }
  /// "six".
  var word: String { ["three", "four", "five", "six", "seven", "eight", "nine"][length - 3] }

  func write(in notebook: Notebook) async throws {
    let letters = try Material(properties)
    tellOfTheCoin(in: notebook)
    tellOfPairs(in: notebook)
    let trials = await trials(methods + halves, properties, letters)
    await tellOfWords(trials, letters, in: notebook)
    await tellOfMethods(trials, letters, in: notebook)
    try await tellOfPictures(letters, in: notebook)
    notebook.section("What to notice")
    let (own, lora) = (trials.rate(Arm(.prefix(prefix), .length(length))), trials.rate(Arm(.lora, .length(length))))
    let isLouder = own > lora
    notebook.list([
      "One frozen network, many prefixes: a task is a few hundred numbers, put in front or taken away.",

      """
      A prefix wants a large rate\(isLouder ? " (here η = \(plain(own)), LoRA \(plain(lora)))" : ""). Try that before you build
      something around it.
      """,
    ])
    try await setExercises(in: notebook)
    notebook.answer(
      """
      Leave it alone, and put something made-up in front of what it reads, for every layer to look at; only that is trained. It
      learns when to be looked at and what to say then, and taken away it leaves no trace.
      """)
  }

  /// Each method at the rate that a pilot of one seed of its own finds by the bits of validation words.
  func trials(_ methods: [Method], _ properties: [Property], _ letters: Material) async -> TunedTrials<Arm, Run> {
    await TunedTrials(
      methods.flatMap { method in properties.map { Arm(method, $0) } }, rates: \.method.rates,
      pilotSeeds: common.pilotSeeds(1), seeds: common.seeds(3), by: \.validation
    ) { arm, rate, seed in run(arm, rate: rate, letters, seed: seed) }
  }

  /// "LoRA of rank 1 for six letters".
  private func name(of arm: Arm) -> String {
    "\(arm.method.name) for \(arm.property == start ? "un-" : "\(word) letters")"
  }

  func run(_ arm: Arm, rate: Double, steps: Int = 150, _ letters: Material, seed: UInt64) -> Run {
    Run(
      arm, rate: rate, steps: steps, base: letters.base, english: letters.english,
      on: LetterTask(letters.words[arm.property, default: []], words: words, seed: seed))
  }
}

private let liAndLiang = Source.paper("Li & Liang 2021, sections 4.3, 6.3 and 7.2", "https://arxiv.org/abs/2101.00190")

// MARK: - One more thing to look at

extension Lesson34 {
  private func tellOfTheCoin(in notebook: Notebook) {
    notebook.section("A coin cannot count")
    notebook.text(
      """
      A network writes words letter by letter: after each letter it gives the probabilities of the next one, or of the end.
      Suppose that it ends a word with the same probability p after every letter. Then a word has just \(word) letters with
      probability p (1 − p)\(superscript(length - 1)): \(percent(coinShare(of: length, stopping: 1 / Double(length)))) at the
      best p, 1/\(length). Who wants more must know **how many letters there are already**.

      Our network is \(lesson(20))'s transformer, small and trained on English words. In each of its two blocks a place looks
      back by **attention**: its *query* is compared with the *keys* of the places so far, and it gets a mean of their *values*,
      with more of those whose keys fit. Note 1 names prefix-tuning, and says no more.
      """)
    notebook.shows("1.159")
  }

  private func tellOfPairs(in notebook: Notebook) {
    notebook.section("A pair that belongs to no letter")
    notebook.text(
      """
      **Prefix-tuning** puts P keys and values of no letter in front of each block's own, the same ones for all words:
      """)
    notebook.equation(
      latex: #"y = \mathrm{softmax}\!\left(\frac{q\,[K_P; K]^\top}{\sqrt{d}}\right)[V_P; V]"#,
      plain: "y = softmax(q [K_P; K]ᵀ/√d) [V_P; V]")
    notebook.text(
      """
      K and V come from the letters, by frozen weights; only K_P and V_P are trained. A key has 32 numbers, d = 8 for each of four
      heads, so a pair in both blocks is 2 · 32 · 2 = 128 numbers; the network has \(grouped(19_259)).
      """)
    let (keys, score) = (length + 1, 4.0)
    notebook.text(
      """
      Let each of P keys fit a query by a score s, and let the n keys of the word (the mark before it and its
      letters) have 0. Then the prefix gets this share of the attention:
      """)
    notebook.equation(latex: #"\frac{P e^s}{P e^s + n}"#, plain: "P eˢ/(P eˢ + n)")
    notebook.text(
      """
      With s = 0 and P = 1 that is 1/2 before the first letter, and 1/\(keys + 1) after \(word), where n = \(keys): it falls with
      each letter, a kind of clock. But each letter also comes with a vector for its place, so that a query can tell where it is.
      If a key fits the queries after \(word) letters by s = 4, its share there is
      \(fixed(prefixShare(prefix: 1, keys: keys, score: score), 2)); where it misses by s = −4, hardly anything. Then **the key
      decides when the pair is heard, the value what it says**, such as: stop here.
      """)
  }
}

// MARK: - Words

extension Lesson34 {
  private func tellOfWords(_ trials: TunedTrials<Arm, Run>, _ letters: Material, in notebook: Notebook) async {
    let untouched = properties.map { run(Arm(.all, $0), rate: 0, letters, seed: common.seed) }
    let counting = Property.length(length)
    let steered = prefixes.map { trials[Arm($0, counting)] }
    notebook.section("Words in un-, words of \(word) letters")
    notebook.text(
      """
      The network is to write words that start with *un*, or words of \(word) letters. For each it sees \(words) such words, in
      150 steps of Adam with mini-batches of up to 32. (It has read such words before: this is steering, not learning.)
      """)
    let shown: [(String, [Method])] = [("nothing", [])] + prefixes.map { ($0.name, [$0]) }
    notebook.table(
      columns: ["trained", "for un-", "for \(word) letters"],
      rows: shown.map { name, method in
        [name]
          + properties.map { property in
            let run = method.first.map { trials[Arm($0, property)].all[0] } ?? untouched[0]
            return run.words.joined(separator: " ")
          }
      }, caption: "The first different words, drawn with the same random numbers; first seed. Vulgar ones are left out."
    )
    notebook.figure(
      lengthsFigure(
        untouched[1].lengths,
        zip(prefixes, steered).map { (name: $0.name, lengths: $1.lengths.mean) }, length: length, word: word),
      caption: """
        Lengths of 300 drawn words, behind a prefix the mean of 3 seeds. Dashed: the coin with p = 1/\(length). The network writes
        at most ten letters.
        """, cover: true)
    let one = properties.map { trials[Arm(.prefix(1), $0)] }
    notebook.text(
      """
      One pair in each block lifts *un* from \(fixed(untouched[0].share, 1)) to \(fixed(one[0].share.mean, 0)) % of the words,
      and \(word) letters from \(fixed(untouched[1].share, 0)) to \(fixed(one[1].share.mean, 0)) %. In **bits per character**,
      the yes-or-no questions that the next letter leaves open, English costs \(fixed(untouched[0].english, 2)), and
      \(fixed(one[0].english.mean, 2)) behind the prefix for *un*. Take that away, and it is \(fixed(untouched[0].english, 2))
      again: no weight has moved.
      """)
    notebook.claim(
      "34.1", "A single key and value in each block is enough to steer a frozen network.",
      test: "more than half of the words obey, in each of 3 seeds, for the start and for the length",
      source: .ours, verdict: .holds,
      when: one.allSatisfy { $0.share.minimum > 50 },
      measured: "\(one[0].share.range(0)) and \(one[1].share.range(0)) % obey", runs: 6)
    await tellOfHalves(trials, untouched, letters, in: notebook)
  }

  private func tellOfHalves(
    _ trials: TunedTrials<Arm, Run>, _ untouched: [Run], _ letters: Material, in notebook: Notebook
  ) async {
    let counting = Property.length(length)
    let trained = properties.map { property in (halves + [.prefix(1)]).map { trials[Arm($0, property)] } }
    notebook.section("Key or value?")
    notebook.text(
      """
      Is the falling share clock enough, with a key that fits everywhere alike? We thought so. Hold the key at 0 and train the
      value; or the other way round.
      """)
    notebook.figure(
      halvesFigure(
        [("un-", untouched[0].share, trained[0]), ("\(word) letters", untouched[1].share, trained[1])], word: word),
      caption: "One pair in each block, the untrained half at 0; mean and range of 3 seeds."
    )
    notebook.claim(
      "34.2",
      "A key that fits everywhere alike is clock enough to count \(word) letters: only the value needs training.",
      test: """
        our expectation; it does not hold if with the key at 0 fewer than half as many words obey as with both trained, in
        each of 3 seeds
        """,
      source: .ours, verdict: .doesNotHold,
      when: trials.trials.count(Arm(.half(key: false), counting), Arm(.prefix(1), counting)) {
        $0.share < $1.share / 2
      } == 3,
      measured: "\(fixed(trained[1][1].share.mean, 0)) against \(fixed(trained[1][2].share.mean, 0)) %",
      revised: "none; written after trials from other seeds had failed the expectation", runs: 9
    )
    let arms = properties.map { Arm(.prefix(prefix), $0) }
    let untrained = await Trials(arms, seeds: common.seeds(3)) { arm, seed in run(arm, rate: 0, letters, seed: seed) }
    notebook.text(
      """
      A value alone is heard most before the first letter, whatever it has learnt: that suits *un*. Where both are trained, the
      share itself changes:
      """)
    notebook.figure(
      attentionFigure(
        zip(["for un-", "for \(word) letters"], arms).map { ($0, untrained[$1].attention, trials[$1].attention) },
        prefix: prefix),
      caption: """
        Share of a place's attention that goes to \(counted(prefix, "pair")): mean over heads, blocks and words that get so far,
        with the range of 3 seeds. Dashed: P/(n + P), all keys alike; n = letters + 1.
        """)
    notebook.text(
      """
      After \(word) letters the prefix for *un* gets \(percent(trials[arms[0]].attention.mean[length], 0)) of the attention,
      the one for \(word) letters, whose words end here, \(percent(trials[arms[1]].attention.mean[length], 0)).
      """)
  }
}

// MARK: - Other things to train

extension Lesson34 {
  private func tellOfMethods(_ trials: TunedTrials<Arm, Run>, _ letters: Material, in notebook: Notebook) async {
    let counting = Property.length(length)
    let untouched = properties.map { run(Arm(.all, $0), rate: 0, letters, seed: common.seed) }
    func runs(_ method: Method) -> [Runs<Run>] { properties.map { trials[Arm(method, $0)] } }
    let (one, head, all, longer) = (runs(.prefix(1)), runs(.head), runs(.all), runs(.prefix(prefix)))
    let edges = trials.armsAtTheEdge.filter { methods.contains($0.method) }
    let bold = 0.1
    let loud = run(Arm(.head, counting), rate: bold, letters, seed: common.seed)
    notebook.section("What else could be trained?")
    notebook.text(
      """
      A **soft prompt**, vectors in front of the word at the entrance alone; \(lesson(31)), a column times a row added to
      each matrix of the blocks; a new last layer; everything.
      """)
    notebook.table(
      columns: ["trained", "numbers", "un- (%)", "bits", "\(word) letters (%)", "bits"],
      rows: [["nothing", "0"] + untouched.flatMap { [fixed($0.share, 0), fixed($0.bits, 2)] }]
        + methods.map { method in
          [method.name, grouped(runs(method)[0].all[0].numbers)]
            + runs(method).flatMap { [fixed($0.share.mean, 0), fixed($0.bits.mean, 2)] }
        },
      caption: """
        Words that obey, and bits on new words of the kind; means of 3 seeds, each at its best rate for validation words on a seed
        of its own.\(edges.isEmpty ? "" : " At an end of their list: the rates of \(edges.map(name).joined(separator: "; ")).")
        """)
    notebook.text(
      """
      A soft prompt cannot choose its keys and values: frozen layers make them. A new last layer always gets the same input
      before a word: there it learns *u*. It can count, too, at a bold η = \(plain(bold)): \(fixed(loud.share, 0)) %. But new
      words then cost \(fixed(loud.bits, 2)) bits, not \(fixed(head[1].bits.mean, 2)): the same weights have to spell.
      """)
    let gaps = [
      trials.trials.difference(Arm(.head, start), Arm(.prefix(1), start), \.bits),
      trials.trials.difference(Arm(.head, counting), Arm(.prefix(1), counting), \.bits),
    ]
    notebook.claim(
      "34.3", "A new last layer is enough.",
      test: """
        the condition is shown if new words cost within 0.05 bits of one pair for the start, on average, and at least 0.03 more
        for the length, in each of 3 seeds
        """,
      source: .folklore, verdict: .holdsIf("the start is asked for, not the length"),
      when: abs(gaps[0].mean) <= 0.05 && gaps[1].minimum >= 0.03,
      measured: "\(signed(gaps[0].mean, 3)) and \(signed(gaps[1].mean, 3)) bits beside one pair", runs: 12)
    notebook.claim(
      "34.4", "Keys and values in each layer steer better than as many numbers at the entrance.",
      test:
        "of 128 numbers each, one pair makes more words obey than a soft prompt, in each of 3 seeds, for both kinds",
      source: liAndLiang, verdict: .holds,
      when: properties.allSatisfy { property in
        trials.trials.count(Arm(.prefix(1), property), Arm(.soft(4), property)) { $0.share > $1.share } == 3
      },
      measured: listed(
        properties.indices.map { place in
          "\(fixed(one[place].share.mean, 0)) against \(fixed(runs(.soft(4))[place].share.mean, 0)) %"
        }), runs: 12)
    notebook.claim(
      "34.5", "With few examples a prefix beats training everything (here: \(words) words, 150 steps).",
      test:
        "does not hold if everything has fewer bits on new words than \(counted(prefix, "pair")), on average, for both kinds",
      source: liAndLiang, verdict: .doesNotHold,
      when: properties.indices.allSatisfy { all[$0].bits.mean < longer[$0].bits.mean },
      measured: listed(
        properties.indices.map { "\(fixed(all[$0].bits.mean, 3)) against \(fixed(longer[$0].bits.mean, 3)) bits" }),
      runs: 12)
    await tellOfRates(letters, in: notebook)
  }

  private func tellOfRates(_ letters: Material, in notebook: Notebook) async {
    let counting = Property.length(length)
    let (direct, projected) = (Arm(.prefix(prefix), counting), Arm(.prefix(prefix, projection: 32), counting))
    let sweep = await rates([direct, projected], letters)
    let low = 0.01
    let lead = sweep.trials.difference(RatedArm(projected, at: low), RatedArm(direct, at: low), \.share)
    let gap = sweep[direct].bits.mean - sweep[projected].bits.mean
    notebook.text(
      """
      Li and Liang, who proposed prefix-tuning, train it through a **projection**, a small network that makes all keys and
      values and is thrown away afterwards: without it training was unstable, and a little worse.
      """)
    notebook.figure(
      ratesFigure(sweep, word: word, isOnlyTheRate: lead.minimum >= 30 && gap <= 0.05),
      caption:
        "\(counted(prefix, "pair").prefix(1).uppercased() + counted(prefix, "pair").dropFirst()); mean and range of 3 seeds."
    )
    notebook.claim(
      "34.6", "A prefix that is trained itself does worse than one made by a projection.",
      test: """
        the condition is shown if at η = 0.01 the projection is at least 30 points ahead in each of 3 seeds, and at each one's
        best rate the direct prefix costs at most 0.05 bits more on average
        """,
      source: liAndLiang,
      verdict: .holdsIf("the rate is low"), when: lead.minimum >= 30 && gap <= 0.05,
      measured: "\(signed(lead.mean, 0)) points at 0.01; \(signed(gap, 3)) bits for the direct one at the best rates",
      revised: """
        it asked for 0.03 bits in two seeds; from one of eight first seeds they gave 0.043
        """, runs: 27)
  }

  /// A prefix trained itself and through a projection, at several rates.
  func rates(_ arms: [Arm], _ letters: Material) async -> Sweep<Arm, Run> {
    await Sweep(
      arms, rates: { $0.method.isProjected ? [0.003, 0.01, 0.03, 0.1] : [0.01, 0.03, 0.1, 0.3, 1] },
      seeds: common.seeds(3), "rates", by: \.validation
    ) { arm, rate, seed in run(arm, rate: rate, letters, seed: seed) }
  }
}
